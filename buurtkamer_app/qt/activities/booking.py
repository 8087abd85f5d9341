"""The fields of a space in use: who, where, when, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, as_time, show_day, show_time
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.activities.bookings.records import Booking
    from buurtkamer_app.room.records import Space


_USUAL: Final = (time(10), time(12))  # what a new one begins with


@dataclass(frozen=True, slots=True)
class Shown:
    """What the fields began with: the booking (None: a new one) and today."""

    booking: Booking | None
    today: date


class BookingForm(Form):
    """`kept` and `ended` say what is wanted; whoever hears it does it and calls `answer`."""

    form: ClassVar[str] = "activities/booking"
    contact: QBoxLayout
    when: QBoxLayout
    times: QBoxLayout
    around: QBoxLayout
    title: QLabel
    who: QLineEdit
    phone: QLineEdit
    space: QComboBox
    first: QDateEdit
    repeats: QComboBox
    ends_on: QCheckBox
    last: QDateEdit
    starts: QTimeEdit
    ends: QTimeEdit
    set_up: QSpinBox
    clear: QSpinBox
    persons: QSpinBox
    open_to: QCheckBox
    on_wall: QCheckBox
    arrangement: QLineEdit
    answer: Sentence
    keep: QPushButton
    end: QPushButton

    kept = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._spaces: tuple[Space, ...] = ()
        self.first.dateChanged.connect(self._offer_rules)
        self.repeats.currentIndexChanged.connect(self._say_ending)
        self.ends_on.toggled.connect(self._say_ending)
        self.keep.clicked.connect(self.kept)
        self.end.clicked.connect(self.ended)

    @property
    def booking(self) -> Booking | None:
        """Give the booking that is being changed."""
        return self._shown.booking if self._shown is not None else None

    def offer_spaces(self, spaces: Sequence[Space]) -> None:
        """Let somebody choose among these spaces; what was chosen stays."""
        chosen = self.space.currentData()
        self._spaces = tuple(spaces)
        self.space.clear()
        for space in spaces:
            words = translate("{space}, {persons} people", space=space.name, persons=space.capacity)
            self.space.addItem(words, space.name)
        self.space.setCurrentIndex(max(0, self.space.findData(chosen)))

    def put(self, shown: Shown) -> None:
        """Show a booking, or empty fields for a new one."""
        self._shown = shown
        known = shown.booking
        self.answer.clear()
        for field in (self.who, self.phone, self.arrangement):
            field.setText(getattr(known, field.objectName()) if known else "")
        self.space.setCurrentIndex(max(0, self.space.findData(known.space if known else None)))
        show_day(self.first, known.first_date if known else shown.today)
        self._offer_rules()
        self.repeats.setCurrentIndex(max(0, self.repeats.findData(known.rrule if known else "")))
        last = known.last_date if known is not None and known.rrule else None
        self.ends_on.setChecked(last is not None)
        show_day(self.last, last or shown.today)
        show_time(self.starts, known.starts if known else _USUAL[0])
        show_time(self.ends, known.ends if known else _USUAL[1])
        self.set_up.setValue(known.set_up_minutes if known else 0)
        self.clear.setValue(known.clear_minutes if known else 0)
        self.persons.setValue((known.persons or 0) if known else 0)
        self.open_to.setChecked(known is not None and known.open_to_visitors)
        self.on_wall.setChecked(known is not None and known.on_wall)
        self.say()

    def typed(self) -> NewBooking:
        """Give what stands in the fields."""
        rrule: str = self.repeats.currentData() or ""
        return NewBooking(
            self.who.text(),
            self.space.currentData() or "",
            as_date(self.first),
            as_time(self.starts),
            as_time(self.ends),
            self.phone.text(),
            rrule,
            as_date(self.last) if rrule and self.ends_on.isChecked() else None,
            self.set_up.value(),
            self.clear.value(),
            self.persons.value() or None,
            self.open_to.isChecked(),
            self.on_wall.isChecked(),
            self.arrangement.text(),
        )

    def say(self) -> None:
        new = self.booking is None
        self.title.setText(translate("Write down a new one") if new else translate("Change this one"))
        self.keep.setText(translate("Write down") if new else translate("Keep the change"))
        self.end.setVisible(not new)
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))
        self._offer_rules()
        self.offer_spaces(self._spaces)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.contact, self.when, self.times, self.around)

    def _offer_rules(self) -> None:
        """Offer how often it can be, from the first day on; the rule that a booking has already stays one of them."""
        if self._shown is None:
            return
        from buurtkamer_app.activities.said import how_often
        from buurtkamer_app.planner.repeating import Repeats, rule

        on, chosen = as_date(self.first), self.repeats.currentData()
        place, known = self.repeats.currentIndex(), self.booking
        ways = {"": translate("Once")}
        if known is not None and known.rrule:
            ways[known.rrule] = how_often(known.rrule, known.first_date)
        usual = (Repeats.WEEKLY, Repeats.FORTNIGHTLY, Repeats.MONTHLY, Repeats.LAST)
        for text in (rule(repeats, on) for repeats in usual):
            ways.setdefault(text, how_often(text, on))
        self.repeats.blockSignals(True)
        self.repeats.clear()
        for text, words in ways.items():
            self.repeats.addItem(words, text)
        again = self.repeats.findData(chosen)
        # Another day makes another rule of "every Friday": the same one of them is meant.
        self.repeats.setCurrentIndex(again if again >= 0 else min(max(place, 0), self.repeats.count() - 1))
        self.repeats.blockSignals(False)
        self._say_ending()

    def _say_ending(self) -> None:
        """Ask of a series only when it ends."""
        series = bool(self.repeats.currentData())
        self.ends_on.setVisible(series)
        self.last.setVisible(series and self.ends_on.isChecked())
