"""One day of the week's programme as a card: what is on, at what time, where, who leads, how many places are taken."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.qt import closed, dates, icons, theme
from buurtkamer_app.qt.activities.dragging import DraggedRow, of_mime
from buurtkamer_app.qt.activities.programme_row import places
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.records import DayProgramme, Occurrence


def lead(occurrence: Occurrence, *, names_hidden: bool = False) -> str:
    """Say who leads; a resident is not named while names are hidden."""
    series = occurrence.series
    if series.lead_kind is LeadKind.HOSTS:
        return translate("host on duty")
    return translate("a resident") if names_hidden and series.lead_kind is LeadKind.RESIDENT else series.lead


def where_of(occurrence: Occurrence, *, names_hidden: bool = False) -> str:
    """Say where it is and who leads, and whether it was moved; of what was cancelled why, when that is known."""
    told = [occurrence.series.space, lead(occurrence, names_hidden=names_hidden)]
    if occurrence.changed:
        told.append(translate("moved") if occurrence.rule_date != occurrence.on else translate("otherwise than usual"))
    return occurrence.cancelled or " · ".join(told)


def still_needed(occurrence: Occurrence) -> str:
    """Say how many more must sign up before an activity can be, nothing when that is not so."""
    series = occurrence.series
    short = (series.minimum or 0) - occurrence.signed_up
    if short <= 0 or not occurrence.goes_on or occurrence.headcount is not None:
        return ""
    return translate("1 more needed") if short == 1 else translate("{count} more needed", count=short)


def places_of(occurrence: Occurrence) -> str:
    """Say how the places stand; of an activity that one just walks into, how many there are."""
    series = occurrence.series
    if (
        occurrence.goes_on
        and series.capacity is not None
        and not (series.sign_up or occurrence.signed_up or occurrence.headcount)
    ):
        said = translate("{capacity} places", capacity=series.capacity)
    else:
        said = places(occurrence)
    return " · ".join(part for part in (said, still_needed(occurrence)) if part)


def state(day: DayProgramme) -> str:
    """Say why a day is not an ordinary one: what is closed and why, or the name of the holiday."""
    if day.closure is not None:
        told = [closed.why(translate("Closed"), day.closure.reason)]
    elif day.opening is None and not (day.occurrences or day.holiday or day.school):
        told = [translate("Closed")]
    else:
        told = [closed.why(closed.what(shut.space, shut.starts, shut.ends), shut.reason) for shut in day.partly]
    return " · ".join(part for part in (*told, day.holiday, day.school) if part)


class DayCard(Form):
    """A day; it can have the focus, so that the keyboard alone walks through the week.

    `opened` gives the activity of which somebody wants to see who takes part, `moved` one and the day to which somebody
    wants it, `dropped` the key and day of one that was let go of here, and this day.
    """

    form: ClassVar[str] = "activities/day"
    heading: QLabel
    today: QLabel
    state: QLabel
    empty: QLabel
    rows: QGridLayout

    opened = Signal(object)
    moved = Signal(object, object)
    dropped = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._booked: tuple[Booked, ...] = ()
        self._names_hidden = False
        self._day: DayProgramme | None = None
        self._is_today = False
        self._made: list[QWidget] = []

    def put(self, day: DayProgramme, *, is_today: bool, booked: Sequence[Booked] = ()) -> None:
        """Show a day, with the bookings of its spaces."""
        self._day, self._is_today, self._booked = day, is_today, tuple(booked)
        self.setProperty("today", is_today)
        self.style().polish(self)
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Name no resident who leads, or name them again."""
        self._names_hidden = hidden
        self.say()

    def say(self) -> None:
        day = self._day
        if day is None:
            return
        self.heading.setText(dates.day_heading(day.on))
        self.today.setVisible(self._is_today)
        self.state.setText(state(day))
        self.state.setVisible(bool(self.state.text()))
        nothing = not day.occurrences and not self._booked
        self.empty.setVisible(day.closure is None and day.opening is not None and nothing)
        discard(self.rows, self._made)
        shown = [one for one in day.occurrences if not _never_mind(one)]
        for row, occurrence in enumerate(shown):
            self._add(row, occurrence)
        for row, booked in enumerate(self._booked, len(shown)):
            self._add_booked(row, booked)
        told = [self.heading.text(), *([translate("today")] if self._is_today else []), self.state.text()]
        told += [", ".join(_told(occurrence, names_hidden=self._names_hidden)) for occurrence in shown]
        told += [
            ", ".join(
                (dates.clock(one.booking.starts), in_use(one, names_hidden=self._names_hidden), one.booking.space)
            )
            for one in self._booked
        ]
        self.setAccessibleName(". ".join(part for part in told if part))

    def _add(self, row: int, occurrence: Occurrence) -> None:
        series = occurrence.series
        at, what = _label(dates.clock(series.starts), "time"), _label(series.name, "strong")
        loud = "soft" if occurrence.goes_on else "warning"
        where, left = (
            _label(where_of(occurrence, names_hidden=self._names_hidden), "soft"),
            _label(places_of(occurrence), loud),
        )
        left.setWordWrap(False)
        both = DraggedRow(occurrence)
        both.setObjectName(f"open_{series.number}")
        both.setAccessibleName(translate("Who takes part? {name}", name=series.name))
        both.pressed.connect(partial(self.opened.emit, occurrence))
        both.moved.connect(lambda days: self.moved.emit(occurrence, occurrence.on + timedelta(days=days)))
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
        when = _over(at, pictogram(series))
        self._made += (when, both)
        self.rows.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(both, row, 1)
        self.rows.setColumnStretch(1, 1)

    def _add_booked(self, row: int, booked: Booked) -> None:
        at = _label(dates.clock(booked.booking.starts), "time")
        what = _label(f"{in_use(booked, names_hidden=self._names_hidden)} · {booked.booking.space}", "soft")
        self._made += (at, what)
        self.rows.addWidget(at, row, 0)
        self.rows.addWidget(what, row, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a date of an activity be let go of here."""
        if of_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was let go of here."""
        found = of_mime(event.mimeData())
        if found is not None and self._day is not None:
            event.acceptProposedAction()
            self.dropped.emit(*found, self._day.on)


def _over(at: QLabel, picture: str) -> QWidget:
    """Put a picture under the time, beside where it is: there it takes nothing of the room for the name."""
    both, seen = QWidget(), QLabel()
    stack = QVBoxLayout(both)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    for label in (at, seen):
        stack.addWidget(label)
    # As high as a line of type, so that the row grows no higher by it.
    line = seen.fontMetrics().height() - 1
    seen.setPixmap(icons.icon(picture, theme.colours().ink).pixmap(line, line))
    seen.setFixedHeight(line)
    return both


def _never_mind(occurrence: Occurrence) -> bool:
    """Tell whether a closed day says enough: nobody signed up for it."""
    return occurrence.closed and not occurrence.signed_up and not occurrence.waiting


def in_use(booked: Booked, *, names_hidden: bool = False) -> str:
    """Say who uses a space; while names are hidden only that it is in use."""
    if names_hidden:
        return translate("Space in use")
    return translate("In use: {who}", who=booked.booking.who)


def _told(occurrence: Occurrence, *, names_hidden: bool) -> list[str]:
    series = occurrence.series
    led = lead(occurrence, names_hidden=names_hidden)
    where = [series.space, led] if occurrence.goes_on else [where_of(occurrence)]
    told = [dates.clock(series.starts), series.name, *where, places_of(occurrence)]
    return [part for part in told if part]


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(kind != "time")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
