"""The day: its date, the hours of the room, who is on, opening and closing, and signing on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QDialog, QWidget

    from buurtkamer_app.qt.desk.closing import ClosingFacts
    from buurtkamer_app.qt.desk.day_papers import DayPapers
    from buurtkamer_app.qt.desk.present import MissingRow
    from buurtkamer_app.qt.desk.today import Today
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def _look(services: Services, actor: Actor) -> Today:
    from buurtkamer_app.qt.desk.today import look

    return look(services, actor)


class DayPanel(Panel):
    """Tells what day it is and opens and closes it; `set_actor` says who may. `opened` when the day was opened.

    `cover_asked` gives who is not coming, so that somebody else can be found.
    """

    form: ClassVar[str] = "desk/day"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"day", "shift", "place", "absence", "sign_on", "closure", "host", "cash", "desk_setting", "power_cut_pack"}
    )
    heading: QLabel
    hours: QLabel
    late: QLabel
    row: QHBoxLayout
    told: QVBoxLayout
    line: QHBoxLayout
    under: QVBoxLayout
    buttons: QGridLayout
    begin: QPushButton
    who: QPushButton
    opening: QPushButton

    opened = Signal()
    cover_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._today: Today | None = None
        self._missing: MissingRow | None = None
        self.papers: DayPapers | None = None
        self._dialog: QDialog | None = None
        self.begin.clicked.connect(self._begin_or_end)
        self.who.clicked.connect(lambda: self._ask(_hosts_today(self)))
        self.opening.clicked.connect(self._open_or_close)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Let this person open, close, begin and go home; a dialog goes with the lock and comes back as it was."""
        self._actor = actor
        if self._dialog is not None and actor.role >= Role.HOST:
            self._dialog.open()
        elif self._dialog is not None:
            self._dialog.hide()
        self.say()
        self.outdate()

    def print_pack(self) -> None:
        """Print the power-cut pack now."""
        if self._today is not None:
            from buurtkamer_app.qt.desk.closing import ToPrint

            self._on_paper().bring_out(ToPrint(self._today.on, log=False, pack=True))

    def refresh(self) -> None:
        actor = self._actor
        self.tasks.read(lambda services: _look(services, actor), self._show)

    def say(self) -> None:
        today, may = self._today, self._actor.role >= Role.HOST
        self.heading.setText(dates.day_heading(today.on) if today else translate("Today"))
        is_open = today is not None and today.state.open
        self.opening.setText(translate("Close the day") if is_open else translate("Open the day"))
        dress(self.opening, "door-closed" if is_open else "door-open")
        self.opening.setEnabled(today is not None and may)
        began = today is not None and today.began
        self.begin.setText(translate("I am going home") if began else translate("I begin"))
        dress(self.begin, "right-from-bracket" if began else "right-to-bracket")
        self.begin.setVisible(today is not None and self._actor.host is not None)
        self.who.setVisible(today is not None and may)
        if today is not None:
            self._say_day(today)
        if self.isVisible():
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the widest button needs, so that resizing finds out what fits beside each other."""
        wide = max(self.told.minimumSize().width(), *(button.minimumSizeHint().width() for button in _shown(self)))
        return QSize(wide, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Put the buttons under the date where large type leaves no room beside it, and then in as many rows as fit."""
        ways, gap = QBoxLayout.Direction, self.buttons.horizontalSpacing()
        wide = [button.sizeHint().width() for button in _shown(self)]
        whole = sum(wide) + gap * (len(wide) - 1)
        beside = self.heading.fontMetrics().horizontalAdvance(self.heading.text()) + gap + whole
        way = ways.TopToBottom if self.width() < beside else ways.LeftToRight
        self.row.setDirection(way)
        self.line.setDirection(way)
        across = 3 if self.width() >= whole else 2 if self.width() >= 2 * max(wide) + gap else 1
        for place, button in enumerate(_shown(self)):
            self.buttons.addWidget(button, *divmod(place, across))

    def _say_day(self, today: Today) -> None:
        from buurtkamer_app.qt.desk.today import closed_late, facts

        self.hours.setText(" · ".join(facts(today)))
        self.late.setText(closed_late(today))
        self.late.setVisible(bool(today.closed_late))
        may = self._actor.role >= Role.HOST
        missing = today.missing if may else ()
        if missing and self._missing is None:
            from buurtkamer_app.qt.desk.present import MissingRow

            self._missing = MissingRow(self.tasks)
            self._missing.absent.connect(self.cover_asked)
            self.line.addWidget(self._missing)
        if self._missing is not None:
            self._missing.put(missing)

    def _show(self, today: Today) -> None:
        self._today = today
        self.say()

    def _open_or_close(self) -> None:
        today = self._today
        if today is not None and today.state.open:
            from buurtkamer_app.qt.desk.closing import look

            self.opening.setEnabled(False)
            self.tasks.read(look, self._ask_closing)
        elif today is not None and today.cash:
            from buurtkamer_app.qt.desk.opening import OpeningDialog

            begins = None if today.began else self._actor.host
            dialog = OpeningDialog(self.tasks, today.in_box, begins, self)
            dialog.accepted.connect(self.opened)
            self._ask(dialog)
        else:
            self.tasks.write(lambda services: services.days.open(), lambda _: self.opened.emit())

    def _ask_closing(self, facts: ClosingFacts) -> None:
        from buurtkamer_app.qt.desk.closing import ClosingDialog

        self.say()
        dialog = ClosingDialog(self.tasks, facts, self)
        dialog.closed.connect(self._on_paper().bring_out)
        self._ask(dialog)

    def _on_paper(self) -> DayPapers:
        """Give what brings the sheets of a day to the printer; it shows itself under the head when it has some."""
        from buurtkamer_app.qt.desk.day_papers import DayPapers

        if self.papers is None:
            self.papers = DayPapers(self.tasks)
            self.under.addWidget(self.papers)
        return self.papers

    def _ask(self, dialog: QDialog) -> None:
        def answered() -> None:
            self._dialog = None

        self._dialog = dialog
        dialog.finished.connect(answered)
        dialog.open()

    def _begin_or_end(self) -> None:
        host, began = self._actor.host, self._today is not None and self._today.began
        self.tasks.write(
            lambda services: services.rota.sign_off(host) if began else services.rota.sign_on(host), leave_it
        )


def _shown(panel: DayPanel) -> list[QPushButton]:
    return [button for button in (panel.begin, panel.who, panel.opening) if not button.isHidden()]


def _hosts_today(panel: DayPanel) -> QDialog:
    from buurtkamer_app.qt.desk.hosts_today import HostsToday

    dialog = HostsToday(panel.tasks, panel)
    dialog.absent.connect(panel.cover_asked)
    return dialog
