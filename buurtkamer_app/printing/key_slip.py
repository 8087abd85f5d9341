"""The slip of a key holder: their five words, large, to learn by heart and then to keep away from the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import LEADING, ROOM, SMALLEST
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House

_BODY: Final = 15.0
_WORD: Final = 30.0
_INSET: Final = 24.0
_ACROSS: Final = 2


def key_slip(name: str, words: str, house: House) -> bytes:
    """Give the one page with the passphrase of a key holder as a PDF."""
    sheet = Downward(house, translate("Passphrase of {name}", name=name))
    sheet.down += 12
    _box(sheet, words.split())
    for sentence in (
        translate("With these words you open {room}, on the computer of the room.", room=house.name),
        translate("Type them in this order, with a blank between. Capitals do not matter."),
        translate("Keep this paper at home, not near the computer. Never make a photo of it."),
        translate("Is it lost? Tell the coordinator today. These words are then taken away."),
    ):
        sheet.lines(sentence, Face.REGULAR, _BODY)
        sheet.down += 8
    return sheet.done()


def _box(sheet: Downward, words: list[str]) -> None:
    """Draw the words in a frame, each with its number; own words may be many, and then go in small type."""
    size = _WORD if all(len(word) <= _WORD / 2 for word in words) and len(words) <= 2 * _ACROSS * 2 else _BODY
    rows = [words[start : start + _ACROSS] for start in range(0, len(words), _ACROSS)]
    if size != _WORD:
        sheet.lines(" ".join(words), Face.BOLD, size)
        sheet.down += 24
        return
    row_height = (size + SMALLEST) * LEADING + 12
    sheet.frame(len(rows) * row_height + _INSET)
    sheet.down += 16
    for line, row in enumerate(rows):
        for place, word in enumerate(row):
            left = _INSET + place * (ROOM - _INSET) / _ACROSS
            sheet.text(str(line * _ACROSS + place + 1), left, Face.REGULAR, SMALLEST)
            sheet.down += SMALLEST * LEADING
            sheet.text(word, left, Face.BOLD, size)
            sheet.down -= SMALLEST * LEADING
        sheet.down += row_height
    sheet.down += 32
