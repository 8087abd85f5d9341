"""One day of the week's programme as a card: what is on, at what time, where, who leads, how many places are taken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.activities.pressed_row import PressedRow
from buurtkamer_app.qt.activities.programme_row import places
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import DayProgramme, Occurrence


def lead(occurrence: Occurrence) -> str:
    """Say who leads."""
    series = occurrence.series
    return translate("host on duty") if series.lead_kind is LeadKind.HOSTS else series.lead


def where_of(occurrence: Occurrence) -> str:
    """Say where it is and who leads; of what was cancelled why, when that is known."""
    return occurrence.cancelled or f"{occurrence.series.space} · {lead(occurrence)}"


def places_of(occurrence: Occurrence) -> str:
    """Say how the places stand; of an activity that one just walks into, how many there are."""
    series = occurrence.series
    if (
        occurrence.goes_on
        and series.capacity is not None
        and not (series.sign_up or occurrence.signed_up or occurrence.headcount)
    ):
        return translate("{capacity} places", capacity=series.capacity)
    return places(occurrence)


def state(day: DayProgramme) -> str:
    """Say why a day is not an ordinary one: closed and why, or the name of the holiday."""
    if day.closure is not None:
        why = day.closure.reason
        closed = translate("Closed: {why}", why=why) if why else translate("Closed")
        return " · ".join(part for part in (closed, day.holiday) if part)
    if day.holiday:
        return day.holiday
    return translate("Closed") if day.opening is None and not day.occurrences else ""


class DayCard(Form):
    """A day; it can have the focus, so that the keyboard alone walks through the week.

    `opened` gives the activity of which somebody wants to see who takes part.
    """

    form: ClassVar[str] = "activities/day"
    heading: QLabel
    today: QLabel
    state: QLabel
    empty: QLabel
    rows: QGridLayout

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: DayProgramme | None = None
        self._is_today = False
        self._made: list[QWidget] = []

    def put(self, day: DayProgramme, *, is_today: bool) -> None:
        """Show a day."""
        self._day, self._is_today = day, is_today
        self.setProperty("today", is_today)
        self.style().polish(self)
        self.say()

    def say(self) -> None:
        day = self._day
        if day is None:
            return
        self.heading.setText(dates.day_heading(day.on))
        self.today.setVisible(self._is_today)
        self.state.setText(state(day))
        self.state.setVisible(bool(self.state.text()))
        self.empty.setVisible(day.closure is None and day.opening is not None and not day.occurrences)
        discard(self.rows, self._made)
        for row, occurrence in enumerate(day.occurrences):
            self._add(row, occurrence)
        told = [self.heading.text(), *([translate("today")] if self._is_today else []), self.state.text()]
        told += [", ".join(_told(occurrence)) for occurrence in day.occurrences]
        self.setAccessibleName(". ".join(part for part in told if part))

    def _add(self, row: int, occurrence: Occurrence) -> None:
        series = occurrence.series
        at, what = _label(dates.clock(series.starts), "time"), _label(series.name, "strong")
        loud = "soft" if occurrence.goes_on else "warning"
        where, left = _label(where_of(occurrence), "soft"), _label(places_of(occurrence), loud)
        left.setWordWrap(False)
        both = PressedRow()
        both.setObjectName(f"open_{series.number}")
        both.setAccessibleName(translate("Who takes part? {name}", name=series.name))
        both.pressed.connect(partial(self.opened.emit, occurrence))
        stack = QGridLayout(both)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setVerticalSpacing(0)
        stack.addWidget(what, 0, 0)
        stack.addWidget(left, 0, 2)
        stack.addWidget(where, 1, 0, 1, 3)
        if not occurrence.goes_on:
            sign = QLabel()
            show_icon(sign, "xmark", theme.colours().brick_dark)
            stack.addWidget(sign, 0, 1)
        stack.setColumnStretch(0, 1)
        self._made += (at, both)
        self.rows.addWidget(at, row, 0)
        self.rows.addWidget(both, row, 1)
        self.rows.setColumnStretch(1, 1)


def _told(occurrence: Occurrence) -> list[str]:
    series = occurrence.series
    where = [series.space, lead(occurrence)] if occurrence.goes_on else [where_of(occurrence)]
    told = [dates.clock(series.starts), series.name, *where, places_of(occurrence)]
    return [part for part in told if part]


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(kind != "time")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
