"""The fields with which a coordinator corrects a row of the counts, or adds visitors who were forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QPushButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.desk.counts.records import Visitors
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.desk.tally import WORDS
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.desk.counts.records import Line


class CorrectingForm(Form):
    """Holds what is typed; `added`, `changed` and `removed` tell what is asked. What is refused stays in its fields."""

    form: ClassVar[str] = "desk/correcting"
    fields: QGridLayout
    on: QDateEdit
    hour: QSpinBox
    count: QSpinBox
    young: QSpinBox
    first_time: QSpinBox
    purpose: QComboBox
    answer: Sentence
    add: QPushButton
    change: QPushButton
    remove: QPushButton
    take_back: QPushButton

    added = Signal()
    changed = Signal()
    removed = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for purpose in WORDS:
            self.purpose.addItem("", purpose)
        for button, signal in (
            (self.add, self.added),
            (self.change, self.changed),
            (self.remove, self.removed),
            (self.take_back, self.taken_back),
        ):
            button.clicked.connect(signal)
        self.take_back.hide()
        self.choose(None)
        self.say()

    def say(self) -> None:
        for place, word in enumerate(WORDS.values()):
            self.purpose.setItemText(place, translate(word))
        self.on.setLocale(QLocale(language()))

    def begin(self, on: date) -> None:
        """Start with one visitor of a day."""
        show_day(self.on, on)

    def choose(self, line: Line | None) -> None:
        """Show the row that is to be corrected, None when none is chosen."""
        for button in (self.change, self.remove):
            button.setEnabled(line is not None)
        if line is None:
            return
        show_day(self.on, line.on)
        for field, number in (
            (self.hour, line.hour),
            (self.count, line.persons),
            (self.young, line.children),
            (self.first_time, line.first_time),
        ):
            field.setValue(number)
        self.purpose.setCurrentIndex(list(WORDS).index(line.purpose))

    def day(self) -> date:
        """Give the day that is shown."""
        return as_date(self.on)

    def visitors(self) -> Visitors:
        """Give what is typed, whether it can be or not."""
        purpose = list(WORDS)[self.purpose.currentIndex()]
        return Visitors(self.hour.value(), self.count.value(), purpose, self.young.value(), self.first_time.value())
