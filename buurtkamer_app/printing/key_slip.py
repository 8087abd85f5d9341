"""The slip of a key holder: their five words, large, to learn by heart and then to keep away from the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.numbered_words import numbered_words
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House

_BODY: Final = 15.0
_WORD: Final = 30.0
_ACROSS: Final = 2
_MOST: Final = 8


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
    if len(words) > _MOST or any(len(word) > _WORD / 2 for word in words):
        sheet.lines(" ".join(words), Face.BOLD, _BODY)
        sheet.down += 24
        return
    numbered_words(sheet, words, _WORD, _ACROSS)
