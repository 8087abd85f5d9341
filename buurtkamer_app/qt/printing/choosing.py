"""The few choices of a sheet: ink, two languages, phone numbers, size, pictures; each with its label above it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.papers.records import USUAL, Choice, Size
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.wheel import let_scroll

if TYPE_CHECKING:
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Choices

_INKS: Final = {
    Ink.SAVING: mark("Save ink"),
    Ink.COLOUR: mark("In colour"),
    Ink.BLACK: mark("Black and white"),
}
_SIZES: Final = {Size.A4: mark("A4, as usual"), Size.A3: mark("A3, twice as large")}


class ChoicesPart(Form):
    """Shows what can be chosen for a sheet; `chosen` tells that somebody did, and `choices` what."""

    form: ClassVar[str] = "printing/choices"
    ink_label: QLabel
    ink: QComboBox
    languages_label: QLabel
    first: QComboBox
    second_label: QLabel
    second: QComboBox
    size_label: QLabel
    paper_size: QComboBox
    numbers: QCheckBox
    pictures: QCheckBox

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = USUAL
        self._offered: frozenset[Choice] = frozenset()
        for label, field in (
            (self.ink_label, self.ink),
            (self.languages_label, self.first),
            (self.second_label, self.second),
            (self.size_label, self.paper_size),
        ):
            label.setBuddy(field)
            field.activated.connect(lambda _: self._take())
        for box in (self.numbers, self.pictures):
            box.toggled.connect(lambda _: self._take())
        let_scroll(self)
        self.offer(None, USUAL)

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab goes to, in order."""
        return self.ink, self.first, self.second, self.paper_size, self.numbers, self.pictures

    def offer(self, kind: SheetKind | None, choices: Choices) -> None:
        """Show the choices of a kind of sheet, as they are now."""
        self._offered, self.choices = kind.choices if kind is not None else frozenset(), choices
        self.say()

    def say(self) -> None:
        shown = {
            Choice.INK: (self.ink_label, self.ink),
            Choice.LANGUAGES: (self.languages_label, self.first, self.second_label, self.second),
            Choice.SIZE: (self.size_label, self.paper_size),
            Choice.NUMBERS: (self.numbers,),
            Choice.PICTURES: (self.pictures,),
        }
        for choice, parts in shown.items():
            for part in parts:
                part.setVisible(choice in self._offered)
        self.setVisible(bool(self._offered))
        first, second = self.choices.languages
        _fill(self.ink, {ink.value: translate(said) for ink, said in _INKS.items()}, self.choices.ink.value)
        _fill(self.paper_size, {size.value: translate(said) for size, said in _SIZES.items()}, self.choices.size.value)
        languages = _languages() if Choice.LANGUAGES in self._offered else {}
        _fill(self.first, languages, first)
        _fill(self.second, languages, second)
        for box, ticked in ((self.numbers, self.choices.numbers), (self.pictures, self.choices.pictures)):
            with QSignalBlocker(box):
                box.setChecked(ticked)

    def _take(self) -> None:
        first, second = str(self.first.currentData()), str(self.second.currentData())
        if first == second:
            # One language is never there twice: the two change places.
            second, first = self.choices.languages
        self.choices = replace(
            self.choices,
            ink=Ink(self.ink.currentData()),
            languages=(first, second),
            size=Size(self.paper_size.currentData()),
            numbers=self.numbers.isChecked(),
            pictures=self.pictures.isChecked(),
        )
        self.say()
        self.chosen.emit()


def _languages() -> dict[str, str]:
    """Give every language that there is: as the desk calls it, and as its readers do."""
    from babel import Locale

    from buurtkamer_app.printing.languages import offered

    found = {}
    for code, own in offered().items():
        name = str(Locale.parse(code).get_display_name(language()) or own)
        found[code] = name if name.casefold() == own.casefold() else f"{name} · {own}"
    return found


def _fill(field: QComboBox, words: dict[str, str], chosen: str) -> None:
    """Offer words in a list, one of them chosen; what was remembered and is offered no more stays in sight."""
    with QSignalBlocker(field):
        field.clear()
        for value, said in ({chosen: chosen} | words).items() if chosen not in words else words.items():
            field.addItem(said, value)
        field.setCurrentIndex(field.findData(chosen))
