"""Names on no list that what stands beside them shows: a title, a relation, an initial, a first name, somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.cleaning import cues
from buurtkamer_app.exchange.cleaning.first_names import Kind, surname
from buurtkamer_app.exchange.cleaning.reading import LONGEST_GAP, SHORTEST

if TYPE_CHECKING:
    from buurtkamer_app.exchange.cleaning.reading import Reading

_TOGETHER: Final = frozenset({" ", "-", " - ", "  ", ". ", ".", "\u00a0", " '", " ’"})
# `en mevrouw van der`.
_MOST_BEFORE: Final = 6
_BEFORE_A_SURNAME: Final = cues.PARTICLES | cues.TITLES


def cued(reading: Reading, at: int) -> None:
    """Take the name after a title, a relation or a greeting."""
    word = reading.words[at].plain
    if word in cues.TITLES:
        _titled(reading, at + 1)
    if not reading.has(at + 1):
        return
    if word in cues.RELATIONS:
        _related(reading, at + 1)
    if word in cues.SMALL and reading.goes_on(at + 1) and reading.kind(at + 1) and reading.could_be(at + 1):
        reading.named.add(at + 1)
    asked = word == "door" and at > 0 and reading.words[at - 1].plain in cues.ASKED
    if (asked or word in cues.SIGNED) and _is_signed(reading, at + 1):
        reading.named.add(at + 1)


def _is_signed(reading: Reading, at: int) -> bool:
    """Tell whether a name may stand here: after a blank, a comma, a colon or on the next line, not after a stop."""
    gap = reading.words[at].gap
    return reading.could_be(at) and len(gap) <= LONGEST_GAP and not set(gap) & set(".!?;()")


def _titled(reading: Reading, at: int) -> None:
    last = at + _MOST_BEFORE
    while at < last and reading.has(at) and reading.goes_on(at) and reading.words[at].plain in _BEFORE_A_SURNAME:
        at += 1
    if not reading.has(at) or not reading.goes_on(at) or at in reading.kept:
        return
    # `meneer wouters`, `mevrouw de vries`: after a title a name may have a small letter.
    listed = max(reading.kind(at), surname(reading.words[at].plain)) > Kind.UNKNOWN and not reading.is_small(at)
    if listed or reading.could_be(at):
        reading.named.add(at)


def _related(reading: Reading, at: int) -> None:
    if at in reading.kept or not reading.goes_on(at):
        return
    unknown = reading.could_be(at) and not reading.words[at].plain.endswith(cues.OF_A_PEOPLE)
    if unknown or (reading.kind(at) >= Kind.WITH_A_CAPITAL and not reading.is_small(at)):
        reading.named.add(at)


def initials(reading: Reading) -> None:
    """Take `J. de Vries` and `A.M. Pietersen`."""
    at = 0
    while reading.has(at):
        first = at
        while reading.has(at) and _is_initial(reading, at):
            at += 1
        last = at
        while last > first and reading.has(last) and reading.words[last].plain in cues.PARTICLES:
            last += 1
        if first < at and reading.has(last) and _is_after_initials(reading, last):
            reading.named.update(range(first, at))
            reading.named.add(last)
        at = max(at, first + 1)


def _is_initial(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return len(word.plain) == 1 and reading.capital(at) and reading.text[word.end : word.end + 1] == "."


def _is_after_initials(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if len(word.plain) < SHORTEST or word.plain in cues.NEVER:
        return False
    return reading.capital(at) and "\n" not in word.gap and len(word.gap) <= LONGEST_GAP


def further(reading: Reading, at: int) -> None:
    """Take the surname after a name, with what stands between."""
    last = at + 1
    while reading.has(last) and reading.words[last].gap in _TOGETHER:
        word = reading.words[last]
        if word.plain in cues.PARTICLES and not (word.capital and word.opens):
            last += 1
            continue
        if last in reading.named or not reading.could_be(last) or word.opens or reading.is_of_more(last):
            return
        reading.named.add(last)
        last += 1


def in_one_breath(reading: Reading) -> None:
    """Take an unknown word with a capital that is named together with somebody: `Joop en Okafor`."""
    for at in range(1, len(reading.words)):
        if _is_joined(reading, at) and _is_unknown_name(reading, at):
            reading.named.add(at)
            further(reading, at)


def _is_joined(reading: Reading, at: int) -> bool:
    word, before = reading.words[at], reading.words[at - 1]
    if word.gap.strip() in cues.LISTED:
        return at - 1 in reading.named
    return before.plain in cues.JOINED and word.gap == before.gap == " " and at - 2 in reading.named


def _is_unknown_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if word.headline or len(word.plain) < SHORTEST or word.plain.endswith(cues.OF_A_PEOPLE):
        return False
    return reading.could_be(at)
