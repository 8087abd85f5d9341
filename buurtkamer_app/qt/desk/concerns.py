"""Worries and incidents for the coordinator: what waits, opened one at a time, and an incident on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.concern_row import ConcernRow
from buurtkamer_app.qt.desk.incident import INCIDENTS
from buurtkamer_app.qt.desk.opened_concern import Opened, OpenedConcern, read
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QHideEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.desk.concerns.records import ConcernLine, Incident, IncidentLine
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.draft import Draft
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_BACK: Final = timedelta(days=365)
_CALM: Final = 100  # milliseconds until the page has its new height


@dataclass(frozen=True, slots=True)
class _Found:
    today: date
    zone: ZoneInfo
    concerns: Sequence[ConcernLine]
    incidents: Sequence[IncidentLine]


def _look(services: Services, *, closed_too: bool) -> _Found:
    today = services.room.today()
    return _Found(
        today,
        services.room.zone,
        services.concerns.concerns(include_closed=closed_too),
        services.concerns.incidents(today - _BACK, today),
    )


def _made(services: Services, incident: Incident) -> Made:
    from buurtkamer_app.papers.gathering import house
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.incident_sheet import incident_sheet

    return Made(translate("Incident"), incident_sheet(incident, house(services)))


def states(line: ConcernLine, today: date, zone: ZoneInfo) -> list[tuple[str, str, str]]:
    """Give how a concern stands: icon, colour and word of each."""
    found = [("triangle-exclamation", "rose", translate("Urgent"))] if line.urgent else []
    if line.closed_at is not None:
        day = dates.day_and_date(local(line.closed_at, zone).date())
        return [*found, ("circle-check", "leaf", translate("Closed on {day}", day=day))]
    if line.seen_at is None:
        return [*found, ("circle-info", "sun", translate("Not read yet"))]
    if line.review_on is not None and line.review_on <= today:
        return [*found, ("clock", "sun", translate("Look at it again now"))]
    if line.review_on is not None:
        day = dates.day_and_date(line.review_on)
        return [*found, ("clock", "sky", translate("Look again on {day}", day=day))]
    return [*found, ("eye", "sky", translate("Read"))]


class ConcernsPanel(Panel):
    """Shows what hosts worry about without its texts; opening one reads it, and puts it away when the page is left."""

    form: ClassVar[str] = "desk/concerns"
    kinds: ClassVar[frozenset[str]] = frozenset({"concern", "incident", "host"})
    hidden: QLabel
    rows_frame: QFrame
    rows: QVBoxLayout
    none: QLabel
    closed_too: QCheckBox
    told: Sentence
    opened: QVBoxLayout
    incidents_frame: QFrame
    incident_rows: QVBoxLayout
    no_incidents: QLabel
    printed: Sentence
    out: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._found: _Found | None = None
        self.lines: list[QWidget] = []
        self.incident_lines: list[QWidget] = []
        self.reading: OpenedConcern | None = None
        self.papers = Papers(tasks)
        self.out.addWidget(self.papers)
        # Nothing is said to be empty before it was looked at.
        for part in (self.hidden, self.none, self.no_incidents):
            part.hide()
        self.closed_too.toggled.connect(self.outdate)
        self.say()

    @property
    def drafts(self) -> list[Draft]:
        """Give the draft of what is being decided now."""
        return [self.reading.draft] if self.reading is not None else []

    def refresh(self) -> None:
        """Read what there is, without the texts."""
        closed_too = self.closed_too.isChecked()
        self.tasks.read(lambda services: _look(services, closed_too=closed_too), self._show, self.told.trouble)

    def hide_names(self, hidden: bool) -> None:
        """Show no names, and no text."""
        self.hidden.setVisible(hidden)
        for part in (self.rows_frame, self.incidents_frame):
            part.setHidden(hidden)
        if hidden:
            self.put_away()

    def put_away(self) -> None:
        """Show no text any more; what was being decided is kept as a draft."""
        if self.reading is not None:
            self.reading.draft.keep()
            # It leaves its layout by itself: when the window goes, that layout went before it.
            self.reading.hide()
            self.reading.deleteLater()
            self.reading = None

    def say(self) -> None:
        self.hidden.setText(translate("Names are hidden. Press F8 to see them."))
        self.none.setText(translate("Nobody is worried now. A host writes it down on Today."))
        self.no_incidents.setText(translate("Nothing happened. A fall, quarrel or theft comes here."))
        if self._found is not None:
            self._show(self._found)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.put_away()

    def _show(self, found: _Found) -> None:
        self._found = found
        for layout, rows in ((self.rows, self.lines), (self.incident_rows, self.incident_lines)):
            discard(layout, rows)
        for line in found.concerns:
            words = " · ".join(part for part in (dates.day_and_date(line.on), line.written_by) if part)
            row = ConcernRow(words, states(line, found.today, found.zone), translate("Read it"), "eye")
            row.open.clicked.connect(partial(self._open, line.id))
            self.rows.addWidget(row)
            self.lines.append(row)
        for entry in found.incidents:
            when = f"{dates.day_and_date(entry.on)}, {dates.clock(entry.at)}"
            words = " · ".join(part for part in (when, translate(INCIDENTS[entry.kind]), entry.written_by) if part)
            row = ConcernRow(words, (), translate("Print"), "print")
            row.open.clicked.connect(partial(self._print, entry.id))
            self.incident_rows.addWidget(row)
            self.incident_lines.append(row)
        self.none.setVisible(not found.concerns)
        self.no_incidents.setVisible(not found.incidents)

    def _open(self, concern: UUID) -> None:
        self.told.clear()
        self.tasks.write(lambda services: read(services, concern), self._opened, self.told.trouble)

    def _opened(self, outcome: Outcome[Opened]) -> None:
        self.put_away()
        if self.isVisible():
            self.reading = OpenedConcern(self.tasks, outcome.value)
            self.reading.left.connect(self.put_away)
            self.opened.addWidget(self.reading)
            self.reading.decided.setFocus()
            QTimer.singleShot(_CALM, self.reading, self._show_opened)

    def _show_opened(self) -> None:
        """Bring what was opened into sight: on a small screen it is below the list."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and self.reading is not None:
            area.ensureWidgetVisible(self.reading.keep)
            area.ensureWidgetVisible(self.reading.heading)

    def _print(self, incident: UUID) -> None:
        """Print an incident: first that is written down, then its sheet is made on the reading thread."""
        words = translate("The sheet is being made…")

        def make(outcome: Outcome[Incident]) -> None:
            incident = outcome.value
            self.tasks.read_long(words, lambda s, _: _made(s, incident), self._put_on, self.printed.trouble)

        self.tasks.write(
            lambda services: services.concerns.read_incident(incident, printing=True), make, self.printed.trouble
        )

    def _put_on(self, sheet: Made) -> None:
        self.papers.put_on([sheet])
