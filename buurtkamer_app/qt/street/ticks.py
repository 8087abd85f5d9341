"""Ticks in one or two columns, of which any may be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtWidgets import QGridLayout


class Ticks:
    """A tick for each value of a table of words; `numbered` says the value before its words."""

    def __init__(self, grid: QGridLayout, words: Mapping[Any, str], *, numbered: bool = False) -> None:
        self._grid, self._words, self._numbered = grid, words, numbered
        self._columns = 0
        self.boxes = {value: QCheckBox() for value in words}
        self.lay(1)
        self.say()

    def lay(self, columns: int) -> None:
        """Put them in so many columns, each read from top to bottom."""
        if columns == self._columns:
            return
        self._columns = columns
        long = -(-len(self.boxes) // columns)
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place % long, place // long)

    def say(self) -> None:
        """Write the words in the language of the moment."""
        for value, box in self.boxes.items():
            words = translate(self._words[value])
            box.setText(f"{value} {words}" if self._numbered else words)

    def put(self, values: Collection[Any]) -> None:
        """Tick these."""
        for value, box in self.boxes.items():
            box.setChecked(value in values)

    def value(self) -> frozenset[Any]:
        """Give what is ticked."""
        return frozenset(value for value, box in self.boxes.items() if box.isChecked())
