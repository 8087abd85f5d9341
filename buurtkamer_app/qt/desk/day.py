"""The day: its date, the hours of the room, who is on, opening and closing, and signing on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.desk.today import Today
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.startup import Services


def _look(services: Services, actor: Actor) -> Today:
    from buurtkamer_app.qt.desk.today import look

    return look(services, actor)


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return translate("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


class DayPanel(Panel):
    """Tells what day it is and opens and closes it; `set_actor` says who may."""

    form: ClassVar[str] = "desk/day"
    kinds: ClassVar[frozenset[str]] = frozenset({"day", "shift", "place", "absence", "sign_on", "closure", "host"})
    heading: QLabel
    hours: QLabel
    row: QHBoxLayout
    told: QVBoxLayout
    buttons: QHBoxLayout
    begin: QPushButton
    opening: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._today: Today | None = None
        self.begin.clicked.connect(self._begin_or_end)
        self.opening.clicked.connect(self._open_or_close)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Let this person open, close, begin and go home."""
        self._actor = actor
        self.say()
        self.outdate()

    def refresh(self) -> None:
        actor = self._actor
        self.tasks.read(lambda services: _look(services, actor), self._show)

    def say(self) -> None:
        today = self._today
        self.heading.setText(dates.day_heading(today.on) if today else translate("Today"))
        self.hours.setText(" · ".join(self._facts(today)) if today else "")
        is_open = today is not None and today.state.open
        self.opening.setText(translate("Close the day") if is_open else translate("Open the day"))
        dress(self.opening, "door-closed" if is_open else "door-open")
        self.opening.setEnabled(today is not None and self._actor.role >= Role.HOST)
        began = today is not None and today.began
        self.begin.setText(translate("I am going home") if began else translate("I begin"))
        dress(self.begin, "right-from-bracket" if began else "right-to-bracket")
        self.begin.setVisible(today is not None and self._actor.host is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the date where large type leaves no room beside it."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.heading.fontMetrics().horizontalAdvance(self.heading.text()) + self.buttons.sizeHint().width()
        self.row.setDirection(ways.TopToBottom if self.width() < beside else ways.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the buttons need, so that resizing finds out what fits beside them."""
        wide = max(self.told.minimumSize().width(), self.buttons.minimumSize().width())
        return QSize(wide, super().minimumSizeHint().height())

    def _facts(self, today: Today) -> list[str]:
        told = []
        if today.opening is None:
            closed = translate("Closed today: {reason}", reason=today.reason) if today.reason else ""
            told.append(closed or translate("Closed today"))
        else:
            opens, closes = dates.clock(today.opening.opens), dates.clock(today.opening.closes)
            told.append(translate("Open from {opens} to {closes}", opens=opens, closes=closes))
        if today.on_duty:
            told.append(translate("On duty: {names}", names=_listed(today.on_duty)))
        if today.begun:
            told.append(translate("Has begun: {names}", names=_listed(today.begun)))
        if today.state.closed_at is not None:
            told.append(translate("The day was closed"))
        return told

    def _show(self, today: Today) -> None:
        self._today = today
        self.say()

    def _open_or_close(self) -> None:
        if self._today is not None and self._today.state.open:
            from buurtkamer_app.qt.desk.closing import ClosingDialog

            ClosingDialog(self.tasks, self).open()
        else:
            self.tasks.write(lambda services: services.days.open(), _nothing_more)

    def _begin_or_end(self) -> None:
        host, began = self._actor.host, self._today is not None and self._today.began
        self.tasks.write(
            lambda services: services.rota.sign_off(host) if began else services.rota.sign_on(host), _nothing_more
        )


def _nothing_more(_: Change) -> None:
    """Leave it to what was changed: panels that show it read it again."""
