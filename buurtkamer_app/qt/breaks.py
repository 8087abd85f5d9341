"""Where a word that is wider than its line goes on: labels and cells break words nowhere by themselves."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_BREAK: Final = "\u200b"  # nobody sees it, and a line may end there
_WORD: Final = re.compile(r"\S{2,}")
# Twenty-five letters in a row are no word of any language here: a label gets a place to break after every ten.
_LONG: Final = re.compile(r"\S{25,}")
_PIECES: Final = re.compile(r"(\S{10})(?=\S)")


def breakable(words: str) -> str:
    """Give the same words with places to break in what is longer than 24 letters: for a label of any width."""
    return _LONG.sub(lambda found: _PIECES.sub(f"\\1{_BREAK}", found[0]), words)


def fitting(words: str, wide: Callable[[str], int], room: int) -> str:
    """Give the same words with places to break in each that is wider than the room: for a cell of known width."""
    return _WORD.sub(lambda found: found[0] if wide(found[0]) <= room else _pieces(found[0], wide, room), words)


def _pieces(word: str, wide: Callable[[str], int], room: int) -> str:
    widths = [wide(letter) for letter in word]
    whole = sum(widths)
    # Pieces of about the same width: no single letter is left over on the last line.
    enough = whole / math.ceil(max(1, whole / room))
    pieces, filled = [], 0
    for letter, width in zip(word, widths, strict=True):
        if filled and (filled >= enough or filled + width > room):
            pieces.append(_BREAK)
            filled = 0
        pieces.append(letter)
        filled += width
    return "".join(pieces)
