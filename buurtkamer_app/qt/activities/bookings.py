"""Spaces in use by partners and groups: who has which, one more of them, and who came on each date."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.activities.bookings.records import Booking
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.activities.booked_row import BookedRow
from buurtkamer_app.qt.activities.booking import BookingForm, Shown
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.records import Space
    from buurtkamer_app.services import Services

    Found = tuple[date, Sequence[Booking], Sequence[Space]]

# Dates of a booking that are shown: what was is still to be counted, what comes can be taken off.
_BEFORE: Final = timedelta(days=14)
_AHEAD: Final = timedelta(days=70)
_MOST: Final = 8
_SEEN: Final = 14  # lines of type


def read(services: Services) -> Found:
    """Read the bookings, with today and the spaces."""
    return services.room.today(), services.bookings.bookings(), services.room.spaces()


class BookingsPanel(Panel):
    """The list, the fields of the one that is chosen, and its dates; with names hidden nobody is named."""

    form: ClassVar[str] = "activities/bookings"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"booking", "booking_off", "booking_headcount", "closure", "closure_choice", "space"}
    )
    columns: QBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout
    new: QPushButton
    none: QLabel
    rows: QTableView
    dates: QWidget
    dates_heading: QLabel
    dates_answer: Sentence
    no_dates: QLabel
    coming: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._names_hidden = False
        self._today: date | None = None
        self._dates: list[QWidget] = []
        self.shown: list[BookedRow] = []
        self.model = RecordsModel[Booking](
            (
                Column(mark("Who"), lambda booking: "…" if self._names_hidden else booking.who),
                Column(mark("Space"), lambda booking: booking.space),
                Column(mark("When"), _when),
            ),
            self,
        )
        show_in(self.rows, self.model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.fields = BookingForm()
        self.right.addWidget(self.fields)
        self.fields.kept.connect(self._keep)
        self.fields.ended.connect(self._end)
        self.new.clicked.connect(self._start_fresh)
        self.rows.hide()
        self.dates.hide()
        self.say()

    def refresh(self) -> None:
        """Read the bookings."""
        self.tasks.read(read, self._show)

    def hide_names(self, hidden: bool) -> None:
        """Name nobody, or name them again."""
        self._names_hidden = hidden
        self.fields.setVisible(not hidden)
        self.say()

    def say(self) -> None:
        self.none.setText(translate("No space is in use by others yet. Write down the first one."))
        self.no_dates.setText(translate("It is on none of the days to come."))
        self.model.say()
        self.rows.viewport().update()
        known = self.fields.booking
        if known is not None:
            who = "…" if self._names_hidden else known.who
            self.dates_heading.setText(translate("Dates of {name}", name=who))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a handful of rows be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def _show(self, found: Found) -> None:
        today, bookings, spaces = found
        first = self._today is None
        self._today = today
        self.fields.offer_spaces(spaces)
        if first:
            self.fields.put(Shown(None, today))
        known = self.fields.booking
        self.rows.selectionModel().blockSignals(True)
        self.model.put(bookings)
        place = next((row for row, one in enumerate(bookings) if known is not None and one.id == known.id), None)
        if place is not None:
            self.rows.selectRow(place)
        self.rows.selectionModel().blockSignals(False)
        if place is None and known is not None:
            self._start_fresh()
        self.none.setVisible(not bookings)
        self.rows.setVisible(bool(bookings))
        self._read_dates()

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked and self._today is not None:
            self.fields.put(Shown(self.model.record(picked[0]), self._today))
            self.dates_answer.clear()
            self.say()
            self._read_dates()

    def _start_fresh(self) -> None:
        if self._today is None:
            return
        self.rows.clearSelection()
        self.fields.put(Shown(None, self._today))
        self._read_dates()
        self.fields.who.setFocus()

    def _read_dates(self) -> None:
        known, today = self.fields.booking, self._today
        self.dates.setVisible(known is not None)
        if known is None or today is None:
            return
        key = known.id
        self.tasks.read(
            lambda services: [
                entry for entry in services.bookings.booked(today - _BEFORE, today + _AHEAD) if entry.booking.id == key
            ],
            partial(self._show_dates, key),
        )

    def _show_dates(self, key: UUID, found: list[Booked]) -> None:
        if self._today is None or self.fields.booking is None or self.fields.booking.id != key:
            return
        discard(self.coming, self._dates)
        self.shown = [BookedRow(entry, self._today, self) for entry in found[:_MOST]]
        for row in self.shown:
            row.counted.connect(partial(self._count, key, row.on))
            row.turned.connect(partial(self._turn, key, row.on))
            self._dates.append(row)
            self.coming.addWidget(row)
        self.no_dates.setVisible(not found)

    def _count(self, key: UUID, on: date, persons: int) -> None:
        self._do(lambda services: services.bookings.count(key, on, persons))

    def _turn(self, key: UUID, on: date, again: bool) -> None:
        if again:
            self._do(lambda services: services.bookings.on_again(key, on))
        else:
            self._do(lambda services: services.bookings.off(key, on))

    def _do(self, work: Any) -> None:
        self.dates_answer.clear()
        self.tasks.write(work, lambda _: None, self.dates_answer.trouble)

    def _keep(self) -> None:
        known, typed = self.fields.booking, self.fields.typed()

        def work(services: Services) -> Outcome[UUID]:
            if known is None:
                return services.bookings.book(typed)
            return services.bookings.change(known.id, typed)

        def kept(_: Outcome[UUID]) -> None:
            if self._today is not None:
                self.fields.put(Shown(None, self._today))
            self.fields.answer.tell(lambda: translate("This is written down."))

        self.fields.answer.clear()
        self.tasks.write(work, kept, self.fields.answer.trouble)

    def _end(self) -> None:
        """End what is chosen: what has been stays, nothing of it is to come."""
        known, today = self.fields.booking, self._today
        if known is None or today is None:
            return
        yesterday = today - timedelta(days=1)

        def work(services: Services) -> Change:
            counted = any(
                entry.headcount for entry in services.bookings.booked(today, today) if entry.booking.id == known.id
            )
            return services.bookings.end(known.id, today if counted else yesterday)

        self.fields.answer.clear()
        self.tasks.write(work, lambda _: None, self.fields.answer.trouble)


def _when(booking: Booking) -> str:
    from buurtkamer_app.activities.said import said

    times = f"{dates.clock(booking.starts)}-{dates.clock(booking.ends)}"
    return f"{said(booking.rrule, booking.first_date, booking.last_date if booking.rrule else None)}, {times}"
