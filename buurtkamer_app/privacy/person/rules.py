"""Whether a text names somebody, and what is left of it without them: whatever the capitals and accents are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.privacy.held import What

if TYPE_CHECKING:
    from collections.abc import Iterator

GONE: Final = "…"
_FEWEST_DIGITS: Final = 6
_FEWEST_LETTERS: Final = 2
_SAME_DIGITS: Final = 8  # from the end: 06, 0031 6 and +31 6 are one number
_LONGEST: Final = 200
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\+?\d[\d\s()./-]{4,}\d")
_EXCERPT: Final = 140


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom one looks for: the words of a name in plain letters, or the last digits of a number."""

    names: tuple[str, ...] = ()
    digits: str = ""


def asked_for(typed: str) -> Asked:
    """Read what somebody typed: a name or a number.

    Raises `RefusedError` for what is too short to be either, or too long.
    """
    digits = _digits(typed)
    if len(typed) > _LONGEST:
        raise RefusedError("That is too long for a name. Type a shorter one.")
    if len(digits) >= _FEWEST_DIGITS:
        return Asked(digits=digits)
    names = tuple(words(typed))
    if sum(sign.isalpha() for name in names for sign in name) < _FEWEST_LETTERS:
        raise RefusedError("Type a name, or a phone number.")
    return Asked(names)


def says(what: What, text: str, asked: Asked) -> bool:
    """Tell whether a column of a kind is of, or about, who is asked for."""
    if what is What.NOBODY or not text:
        return False
    if asked.digits:
        return any(_digits(found.group()) == asked.digits for found in _NUMBER.finditer(text))
    if what is What.WORDS:
        return any(True for _ in _spans(text, asked))
    return set(asked.names) <= set(words(text))


def without(text: str, asked: Asked) -> str:
    """Give a text without who is asked for; what stands around it stays."""
    spans = [found.span() for found in _NUMBER.finditer(text) if _digits(found.group()) == asked.digits]
    left, at = [], 0
    for start, end in spans if asked.digits else _spans(text, asked):
        left += [text[at:start], GONE]
        at = end
    return "".join([*left, text[at:]])


def excerpt(text: str, asked: Asked) -> str:
    """Give the part of a text in which somebody is named."""
    start = next((span[0] for span in _spans(text, asked)), 0) if asked.names else 0
    first = max(0, start - _EXCERPT // 3)
    shown = " ".join(text[first : first + _EXCERPT].split())
    return f"{GONE if first else ''}{shown}{GONE if len(text) > first + _EXCERPT else ''}"


def _spans(text: str, asked: Asked) -> Iterator[tuple[int, int]]:
    """Give where the words of a name stand beside each other; the last one may have an s: Riets, Riet's."""
    tokens = [(found.start(), found.end(), "".join(words(found.group()))) for found in _WORD.finditer(text)]
    many, place = len(asked.names), 0
    while place + many <= len(tokens):
        here = [token for _, _, token in tokens[place : place + many]]
        last = here[-1] if here else ""
        if tuple(here[:-1]) == asked.names[:-1] and last in (asked.names[-1], f"{asked.names[-1]}s"):
            yield tokens[place][0], tokens[place + many - 1][1]
            place += many
        else:
            place += 1


def _digits(text: str) -> str:
    """Give the last digits of a number, however it is written."""
    return "".join(sign for sign in text if sign.isdecimal())[-_SAME_DIGITS:]
