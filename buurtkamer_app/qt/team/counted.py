"""The fields in which slips are counted: for each effect how many say worse, the same and better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import EffectOn

if TYPE_CHECKING:
    from buurtkamer_app.team.effects.records import Answers

_MOST: Final = 999
_HEADS: Final = (mark("worse"), mark("the same"), mark("better"))


class CountedGrid:
    """Fills a grid: a row for each effect, with the number of people behind what was typed."""

    def __init__(self, grid: QGridLayout) -> None:
        self._grid = grid
        self._heads = [QLabel() for _ in _HEADS]
        for column, head in enumerate(self._heads, 1):
            grid.addWidget(head, 0, column)
        self.names: dict[EffectOn, QLabel] = {}
        self.numbers: dict[EffectOn, tuple[QSpinBox, QSpinBox, QSpinBox]] = {}
        for effect in EffectOn:
            name, numbers = QLabel(), (QSpinBox(), QSpinBox(), QSpinBox())
            name.setWordWrap(True)
            name.setBuddy(numbers[0])
            for column, number in enumerate(numbers, 1):
                number.setRange(0, _MOST)
                number.setObjectName(f"{effect.value}_{column}")
            self.names[effect], self.numbers[effect] = name, numbers
        self.arrange(small=False)

    def arrange(self, *, small: bool) -> None:
        """Put the words of each row before its numbers, or above them where there is little room."""
        for row, (effect, name) in enumerate(self.names.items()):
            low = 2 + 2 * row
            self._grid.addWidget(name, *((low - 1, 0, 1, 4) if small else (low, 0, 1, 1)))
            for column, number in enumerate(self.numbers[effect], 1):
                self._grid.addWidget(number, low, column)

    def say(self) -> None:
        """Write the words in the language of the moment."""
        from buurtkamer_app.printing.team_told import EFFECTS

        words = [translate(head) for head in _HEADS]
        for head, word in zip(self._heads, words, strict=True):
            head.setText(word)
        for effect, name in self.names.items():
            told = translate(EFFECTS[effect])
            name.setText(told)
            for number, word in zip(self.numbers[effect], words, strict=True):
                number.setAccessibleName(f"{told}: {word}")

    def answers(self) -> tuple[tuple[EffectOn, Answers], ...]:
        """Give what was typed."""
        from buurtkamer_app.team.effects.records import Answers

        return tuple(
            (effect, Answers(*(number.value() for number in numbers))) for effect, numbers in self.numbers.items()
        )

    def clear(self) -> None:
        """Empty the fields."""
        for numbers in self.numbers.values():
            for number in numbers:
                number.setValue(0)
