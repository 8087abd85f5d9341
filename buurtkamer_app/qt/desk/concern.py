"""Writing down a worry or an incident: what it is, whom it is about, and then step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.concern_draft import ConcernDraft
from buurtkamer_app.qt.desk.concern_steps import STEPS, ConcernSteps
from buurtkamer_app.qt.desk.incident import IncidentForm
from buurtkamer_app.qt.forms import DialogForm, dress
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desk.concerns.records import MyConcern
    from buurtkamer_app.qt.draft import Draft
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_WIDE: Final = 46  # times the height of a line of type
_HIGH: Final = 37
_MINE: Final = 5  # earlier worries, the latest
_MOST: Final = 0.95  # of the screen, at most


@dataclass(frozen=True, slots=True)
class _Known:
    now: datetime
    country: str
    confidant: str
    phone: str
    coordinators: Sequence[tuple[UUID, str]]
    mine: Sequence[MyConcern]
    concern_draft: str
    incident_draft: str


def _look(services: Services) -> _Known:
    desk = services.room.desk_settings()
    return _Known(
        services.room.now(),
        services.room.facts().country,
        desk.confidant,
        desk.confidant_phone,
        [(host.id, host.name) for host in services.people.hosts() if host.role is Role.COORDINATOR],
        services.concerns.mine(),
        services.concerns.draft_name("concern"),
        services.concerns.draft_name("incident"),
    )


def told(concern: MyConcern) -> str:
    """Say of an earlier concern when it was written, seen and closed: never what it says."""
    parts = [dates.day_and_date(concern.on)]
    if concern.seen_on is None:
        parts.append(translate("not seen yet"))
    else:
        parts.append(translate("seen on {day}", day=dates.day_and_date(concern.seen_on)))
    if concern.closed_on is not None:
        parts.append(translate("closed on {day}", day=dates.day_and_date(concern.closed_on)))
    return ", ".join(parts)


class ConcernDialog(DialogForm):
    """Asks for one thing at a time; what is typed is kept as a draft of who types it, also when this is closed.

    Call `reject` when the desk is locked, and `keep_drafts` before a crash: the drafts are there again next time.
    """

    form: ClassVar[str] = "desk/concern"
    area: QScrollArea
    pages: QVBoxLayout
    choice: QFrame
    whom: QFrame
    confidant: QFrame
    worry: QPushButton
    happened: QPushButton
    visitor: QPushButton
    colleague: QPushButton
    mine_heading: QLabel
    mine: QLabel
    confidant_name: QLabel
    confidant_else: QLabel
    back: QPushButton
    on: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: _Known | None = None
        self._sent = False
        self._drafts: list[Draft] = []
        self.steps, self.incident = ConcernSteps(), IncidentForm()
        self._pages: tuple[QFrame, ...] = (self.choice, self.whom, self.confidant, self.steps, self.incident)
        self.shown: QFrame = self.choice
        self.pages.addWidget(self.steps)
        self.pages.addWidget(self.incident)
        self.pages.addStretch(1)
        for button, page in (
            (self.worry, self.whom),
            (self.happened, self.incident),
            (self.visitor, self.steps),
            (self.colleague, self.confidant),
        ):
            button.clicked.connect(lambda _=False, page=page: self.show_page(page))
        self.steps.moved.connect(self.say)
        self.steps.urgent.toggled.connect(self._show_numbers)
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.finished.connect(self.deleteLater)
        QShortcut(QKeySequence("F8"), self, lambda: self.hide_names(self.steps.hidden.isHidden()))
        self._order()
        self._fit()
        self.show_page(self.choice)
        tasks.read(_look, self._know)

    def keep_drafts(self) -> None:
        """Keep what is being typed now."""
        for draft in self._drafts:
            draft.keep()

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of what is typed, or show it again."""
        self.steps.hide_names(hidden)
        self.incident.hide_names(hidden)

    def show_page(self, page: QFrame) -> None:
        """Show one page, and put the keyboard where one begins."""
        self.shown = page
        for each in self._pages:
            each.setVisible(each is page)
        if page is self.steps:
            self.steps.show_step(0)
        first = {self.choice: self.worry, self.whom: self.visitor, self.confidant: self.back}
        if page is self.incident:
            self.incident.kind.setFocus()
        elif page in first:
            first[page].setFocus()
        self.area.verticalScrollBar().setValue(0)
        self.say()

    def done(self, result: int) -> None:
        """Close, after what is typed was kept as a draft."""
        self.keep_drafts()
        super().done(result)

    def say(self) -> None:
        at_end = self.shown in (self.choice, self.confidant)
        self.back.setText(translate("Close") if at_end else translate("Go back"))
        dress(self.back, "xmark" if at_end else "arrow-left")
        last = self.shown is self.incident or self.steps.at == STEPS - 1
        self.on.setVisible(self.shown in (self.steps, self.incident))
        self.on.setText(translate("Keep") if last else translate("Next"))
        dress(self.on, "check" if last else "arrow-right")
        self.on.setEnabled(not self._sent and (self.shown is self.incident or self.steps.may_go_on()))
        known = self._known
        for part in (self.mine_heading, self.mine):
            part.setVisible(known is not None and bool(known.mine))
        if known is None:
            return
        self.mine.setText("\n".join(map(told, known.mine[:_MINE])))
        whose = " · ".join(part for part in (known.confidant, known.phone) if part)
        self.confidant_name.setText(whose or translate("Ask the coordinator who the confidant is."))
        number = "1712" if known.country == "BE" else "0800 2000"
        self.confidant_else.setText(translate("Violence or abuse? Call {number} day and night.", number=number))

    def _order(self) -> None:
        """Let the keyboard go from top to bottom, the buttons at the foot last."""
        steps, incident = self.steps, self.incident
        fields = (steps.text, steps.urgent, steps.called, steps.recipient, steps.review)
        facts = (incident.kind, incident.on, incident.at, incident.facts, incident.called, incident.witness)
        walk(self.colleague, *fields, *facts, self.back, self.on)

    def _fit(self) -> None:
        """Be as large as the type asks for, and never larger than the screen: the rest is scrolled to."""
        line, screen = self.fontMetrics().height(), self.screen().availableSize() * _MOST
        self.resize(min(_WIDE * line, screen.width()), min(_HIGH * line, screen.height()))

    def _show_numbers(self) -> None:
        """Bring whom to call into sight, once its place is known."""
        QTimer.singleShot(0, self.area, lambda: self.area.ensureWidgetVisible(self.steps.call_first))

    def _know(self, known: _Known) -> None:
        self._known = known
        self.steps.know(known.now.date(), known.country, known.coordinators)
        self.incident.know(known.now)
        for field, name in ((self.steps.text, known.concern_draft), (self.incident.facts, known.incident_draft)):
            draft = ConcernDraft(field, self._tasks, name)
            draft.bring_back()
            self._drafts.append(draft)
        self.say()

    def _back(self) -> None:
        if self.shown in (self.choice, self.confidant):
            self.reject()
        elif self.shown is self.steps and self.steps.at:
            self.steps.show_step(self.steps.at - 1)
        else:
            self.show_page(self.whom if self.shown is self.steps else self.choice)

    def _on(self) -> None:
        if self.shown is self.incident:
            new = self.incident.new()
            self._send(lambda services: services.concerns.write_incident(new), self.incident.refuse)
        elif not self.steps.check():
            self.steps.show_step(0)
        elif self.steps.at < STEPS - 1:
            self.steps.show_step(self.steps.at + 1)
        else:
            text, urgent = self.steps.text.toPlainText(), self.steps.urgent.isChecked()
            who, day = self.steps.who(), self.steps.review_on()
            self._send(
                lambda services: services.concerns.write(text, recipient=who, urgent=urgent, review_on=day),
                self._refuse,
            )

    def _send(self, work: Callable[[Services], Change], trouble: Callable[[BuurtkamerError], None]) -> None:
        """Let it be kept, once; when that is refused it can be sent again."""

        def refused(error: BuurtkamerError) -> None:
            self._sent = False
            self.say()
            trouble(error)

        self._sent = True
        self.say()
        self._tasks.write(work, self._kept, refused)

    def _kept(self, _: Change) -> None:
        if self.shown is self.incident:
            self.incident.clear()
        else:
            self.steps.text.clear()
        self.accept()

    def _refuse(self, error: BuurtkamerError) -> None:
        self.steps.show_step(0)
        self.steps.refuse(error)
