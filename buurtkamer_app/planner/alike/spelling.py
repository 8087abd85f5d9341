"""Words that nobody knows as they are typed: written by ear, with a slip of the finger, or not finished yet."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from buurtkamer_app.planner.alike.words import sound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_SHORT: Final = 5
# How alike letters must be, 0 to 100, for a word of a few letters and for a longer one.
_FEW_LETTERS: Final = 90
_MORE_LETTERS: Final = 80
_SHORTEST: Final = 4


def beginning(known: Sequence[str], typed: str) -> Iterator[str]:
    """Give the words, of a list in order, that begin with what is typed so far."""
    return takewhile(lambda word: word.startswith(typed), islice(known, bisect_left(known, typed), None))


def meant(word: str, sounds: Mapping[str, str], known: Collection[str]) -> str:
    """Give the known word that was probably meant, "" when none is alike."""
    if len(word) < _SHORTEST:
        return ""
    if heard := sounds.get(sound(word)):
        return heard
    least = _FEW_LETTERS if len(word) <= _SHORT else _MORE_LETTERS
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=least)
    return str(found[0]) if found else ""
