"""The first names and surnames that people here have, for whom the room does not know."""

from __future__ import annotations

import enum
from functools import cache
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base import paths

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALSO_A_WORD: Final = "?"
_SHORTEST_INFLECTED: Final = 4
# `Jantje`, `Sjaantje`, `Henkie`, `Polleke`, `Annekes`.
_SMALLER: Final = ("tje", "je", "ke", "ie", "eke")


class Kind(enum.IntEnum):
    """How sure a word is a name: of itself, with a capital, or only where the sentence shows it."""

    UNKNOWN = 0
    ALSO_A_WORD = 1
    WITH_A_CAPITAL = 2
    SURE = 3


@cache
def first_names() -> Mapping[str, Kind]:
    """Give first names in plain letters (those in other letters as they are), with how sure each is."""
    return _read("first_names.txt")


@cache
def surnames() -> Mapping[str, Kind]:
    """Give surnames in plain letters, with how sure each is."""
    return _read("surnames.txt")


def _read(name: str) -> Mapping[str, Kind]:
    entries = (paths.resources() / "names" / name).read_text(encoding="utf-8").split()
    return dict(map(_entry, entries))


def _entry(written: str) -> tuple[str, Kind]:
    if written.endswith(_ALSO_A_WORD):
        return written[:-1].lower(), Kind.ALSO_A_WORD
    return written.lower(), Kind.WITH_A_CAPITAL if written[0].isupper() else Kind.SURE


def first_name(plain: str) -> Kind:
    """Tell how sure a word in plain letters is a first name, also of more than one (`ahmeds`) or made small."""
    known = first_names()
    found = known.get(plain, Kind.UNKNOWN)
    if found or len(plain) <= _SHORTEST_INFLECTED:
        return found
    if plain.endswith("s") and known.get(plain[:-1], Kind.UNKNOWN) >= Kind.WITH_A_CAPITAL:
        return Kind.WITH_A_CAPITAL
    return Kind.WITH_A_CAPITAL if any(_small(plain.removesuffix("s"), end) for end in _SMALLER) else Kind.UNKNOWN


def _small(plain: str, end: str) -> bool:
    stem = plain.removesuffix(end)
    return stem != plain and first_names().get(stem, Kind.UNKNOWN) == Kind.SURE


def surname(plain: str) -> Kind:
    """Tell how sure a word in plain letters is a surname, also of more than one (`jansens`)."""
    found = surnames().get(plain, Kind.UNKNOWN)
    if found or len(plain) <= _SHORTEST_INFLECTED or not plain.endswith("s"):
        return found
    return min(surnames().get(plain[:-1], Kind.UNKNOWN), Kind.WITH_A_CAPITAL)
