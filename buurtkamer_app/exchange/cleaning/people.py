"""Finds names of people in a text: those the room knows, those on the lists, and those that the sentence shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.cleaning import beside, cues
from buurtkamer_app.exchange.cleaning.first_names import Kind, first_name, surname
from buurtkamer_app.exchange.cleaning.reading import SHORTEST, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.exchange.cleaning.known_names import KnownNames
    from buurtkamer_app.exchange.cleaning.words import Word

_NO_NAME: Final = cues.NEVER - cues.MONTHS


def names_in(text: str, words: Sequence[Word], names: KnownNames, kept: frozenset[int]) -> set[int]:
    """Give the places of all words that are of a name; those in `kept` only when the room knows somebody so called."""
    reading = Reading(text, words, kept | _of_the_feast(words))
    _known(reading, names)
    _spelled_out(reading, names)
    for at in range(len(words)):
        if at not in reading.named and at not in reading.kept and _is_one(reading, at):
            reading.named.add(at)
        beside.cued(reading, at)
    beside.initials(reading)
    for at in sorted(reading.named):
        beside.further(reading, at)
    beside.in_one_breath(reading)
    return reading.named


def _of_the_feast(words: Sequence[Word]) -> frozenset[int]:
    """Give where Piet is the one of Sinterklaas."""
    if not any(word.plain in cues.FEAST_OF_PIET for word in words):
        return frozenset()
    return frozenset(at for at, word in enumerate(words) if word.plain == "piet")


def _known(reading: Reading, names: KnownNames) -> None:
    before = ""
    for at, word in enumerate(reading.words):
        if names.holds(word.plain, capital=reading.capital(at), before=before, opens=word.opens):
            reading.named.add(at)
        before = word.plain


def _spelled_out(reading: Reading, names: KnownNames) -> None:
    """Find `F a t i m a` and `f.a.t.i.m.a`."""
    run: list[int] = []
    for at, word in enumerate(reading.words):
        if len(word.plain) == 1 and (not run or word.gap in {" ", ".", "-", "_", "*"}):
            run.append(at)
            continue
        _spelled(reading, names, run)
        run = [at] if len(word.plain) == 1 else []
    _spelled(reading, names, run)


def _spelled(reading: Reading, names: KnownNames, run: list[int]) -> None:
    if len(run) <= SHORTEST:
        return
    whole = "".join(reading.words[at].plain for at in run)
    if names.holds(whole, capital=True, before="") or first_name(whole) is Kind.SURE:
        reading.named.update(run)


def _is_one(reading: Reading, at: int) -> bool:
    kind = reading.kind(at)
    if _is_of_no_person(reading, at, kind):
        return False
    if kind <= Kind.ALSO_A_WORD:
        return _is_surname(reading.words[at]) or (kind is Kind.ALSO_A_WORD and _is_shown(reading, at))
    return kind is Kind.SURE or reading.words[at].capital or not reading.has_case(at)


def _is_surname(word: Word) -> bool:
    kind = surname(word.plain)
    return kind is Kind.SURE or (kind is Kind.WITH_A_CAPITAL and word.capital and not word.opens)


def _is_of_no_person(reading: Reading, at: int, kind: Kind) -> bool:
    """Tell whether what stands before a word makes it a saint's, a king's or a thing's."""
    word = reading.words[at]
    if at == 0:
        return False
    before = reading.words[at - 1].plain
    if before in cues.NO_PERSON_BEFORE and word.gap.strip() in {"", "-", "."}:
        return True
    return kind is Kind.ALSO_A_WORD and (before in cues.ARTICLES or before.isdigit()) and word.gap.isspace()


def _is_shown(reading: Reading, at: int) -> bool:
    """Tell whether the sentence makes a person of a word that has another meaning too."""
    word = reading.words[at]
    if not word.capital or word.headline or word.plain in _NO_NAME:
        return False
    if reading.has(at + 1) and _is_shown_by_next(reading, at):
        return True
    return not word.opens and word.plain not in cues.MONTHS and word.gap.isspace()


def _is_shown_by_next(reading: Reading, at: int) -> bool:
    word, after = reading.words[at], reading.words[at + 1]
    if not after.capital and after.gap[:1] in {" ", "'", "’"}:
        if after.plain in cues.DOES:
            return not (after.plain in cues.DONE_BY_ANYTHING and word.plain in cues.OF_NATURE)
        if after.plain == "van" and any(near.plain in cues.HERE for near in reading.words[at + 2 : at + 4]):
            return True
    if after.plain in cues.JOINED and _is_sure(reading, at + 2):
        return True
    return after.gap.strip() in cues.LISTED and _is_sure(reading, at + 1)


def _is_sure(reading: Reading, at: int) -> bool:
    if not reading.has(at):
        return False
    return at in reading.named or (reading.words[at].capital and reading.kind(at) >= Kind.WITH_A_CAPITAL)
