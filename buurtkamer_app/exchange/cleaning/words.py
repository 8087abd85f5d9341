"""The words of a text as they stand in it: where, in plain letters, with a capital, at the start of a sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from buurtkamer_app.base.letters import words

# After these a sentence goes on: `dhr. Bakker`.
_ABBREVIATED: Final = frozenset(
    words("bijv bv ca dhr dr drs evt fam geb ing ir mej mevr mr mrs ms mw mwe nl nr o prof st str tel tnv tav v vd")
)
_ENDS: Final = re.compile(r"[.!?\n\r:;•*]")
_SHOUTED: Final = 0.6
_SHORTEST_SHOUT: Final = 12
_HEADLINE: Final = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, from `start` until before `end`; `gap` is what stands between the word before and this one.

    `capital` is false where a whole line is in capitals: they say nothing then. `headline` is a line of which every
    longer word has a capital.
    """

    start: int
    end: int
    plain: str
    gap: str
    capital: bool
    opens: bool
    headline: bool = False


def words_of(text: str) -> list[Word]:
    """Split a text into its words."""
    found: list[Word] = []
    at = 0
    for line in text.splitlines(keepends=True):
        places = list(_places(line))
        shouts, headline = _shouts(line), _headline(line, places)
        last = found[-1].end if found else 0
        for start, end in places:
            gap = text[last : at + start]
            opens = not found or _opens(gap, found[-1].plain)
            plain = "".join(words(line[start:end]))
            capital = line[start].isupper() and not shouts
            found.append(Word(at + start, at + end, plain, gap, capital, opens, headline))
            last = at + end
        at += len(line)
    return found


def _opens(gap: str, before: str) -> bool:
    end = _ENDS.search(gap)
    return end is not None and not (end.group() == "." and (before in _ABBREVIATED or len(before) == 1))


def _places(text: str) -> list[tuple[int, int]]:
    if text.isascii():
        return [match.span() for match in re.finditer(r"[A-Za-z0-9]+", text)]
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, char in enumerate(f"{text} "):
        inside = char.isalnum() or unicodedata.category(char).startswith("M")
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            found.append((start, place))
            start = None
    return found


def _shouts(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return len(letters) >= _SHORTEST_SHOUT and sum(char.isupper() for char in letters) > _SHOUTED * len(letters)


def _headline(line: str, places: list[tuple[int, int]]) -> bool:
    longer = [line[start] for start, end in places if end - start >= _HEADLINE]
    return len(longer) >= _HEADLINE and all(char.isupper() for char in longer)
