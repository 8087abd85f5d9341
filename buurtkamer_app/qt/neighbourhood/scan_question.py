"""One characteristic as it stands on the paper: what is asked, five scores between the words of 1 and 5, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood.scan.records import Marked
from buurtkamer_app.neighbourhood.scan.rules import LEAST, MOST
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.neighbourhood.scan_digits import DigitRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.terms_around import Characteristic


class ScanQuestion(Form):
    """`number` is that on the paper."""

    form: ClassVar[str] = "neighbourhood/scan_question"
    name: QLabel
    asked: QLabel
    scale: QBoxLayout
    ends: QLabel
    note_label: QLabel
    note: QLineEdit

    def __init__(self, number: int, about: Characteristic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._said = number, CHARACTERISTICS[about]
        self.scores = DigitRow(range(LEAST, MOST + 1))
        self.scale.insertWidget(0, self.scores)
        self.say()

    def say(self) -> None:
        """Write the words in the language of the moment."""
        name = translate(self._said.name)
        self.name.setText(f"{self._number}. {name}")
        self.asked.setText(translate(self._said.asked))
        lowest, highest = translate(self._said.lowest), translate(self._said.highest)
        self.ends.setText(translate("1 = {lowest} · 5 = {highest}", lowest=lowest, highest=highest))
        self.scores.say([str(score) for score in range(LEAST, MOST + 1)], name)
        self.note.setAccessibleName(f"{name}: {self.note_label.text()}")

    def put(self, marked: Marked) -> None:
        """Show what somebody gave."""
        self.scores.put(marked.score)
        self.note.setText(marked.note)

    def value(self) -> Marked:
        """Give what stands in it."""
        return Marked(self.scores.value(), self.note.text())
