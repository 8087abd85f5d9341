"""Which part of a market fits what somebody likes and is good at: the one that has most of their words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from buurtkamer_app.base.letters import words
from buurtkamer_app.market.records import Suits
from buurtkamer_app.planner.alike.thesaurus import dutch
from buurtkamer_app.planner.alike.words import says_half, says_something, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Element, Talent


def proposals(talents: Iterable[Known[Talent]], elements: Sequence[Known[Element]]) -> tuple[Suits, ...]:
    """Give for each talent the part that fits best: most of their words, then the rarest ones, then by number.

    A word fits its inflections, the parts of compounds, and the words that mean the same (`zingen`, `buurtkoor`).
    """
    having: defaultdict[str, set[UUID]] = defaultdict(set)
    for element in elements:
        for word in _telling(f"{element.it.name} {element.it.needs}"):
            for meaning in _meanings(word):
                having[meaning].add(element.id)
    numbers = {element.id: element.it.number for element in elements}
    found = (_best(talent, having, numbers) for talent in talents)
    return tuple(suits for suits in found if suits is not None)


def _best(talent: Known[Talent], having: defaultdict[str, set[UUID]], numbers: dict[UUID, int]) -> Suits | None:
    shared: defaultdict[UUID, list[str]] = defaultdict(list)
    rare: defaultdict[UUID, float] = defaultdict(float)
    for word in _telling(f"{talent.it.likes} {talent.it.good_at}"):
        fitting: set[UUID] = set().union(*(having.get(meaning, ()) for meaning in _meanings(word)))
        for element in fitting:
            shared[element].append(word)
            rare[element] += 1 / len(fitting)
    if not shared:
        return None
    best = min(shared, key=lambda key: (-len(shared[key]), -rare[key], numbers[key]))
    return Suits(talent.id, best, tuple(shared[best]))


def _telling(text: str) -> list[str]:
    """Give the words of a text that say something, each once."""
    return [word for word in dict.fromkeys(words(text)) if says_something(word) and not says_half(word)]


def _meanings(word: str) -> set[str]:
    """Give what a word shares with others: its stem, those of its parts, and the groups of words that mean the same."""
    meaning = dutch().meaning(word)
    return {stem(word), *meaning.parts, *(f"={sense}" for sense in meaning.senses)}
