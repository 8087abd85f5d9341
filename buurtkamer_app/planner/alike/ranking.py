"""How much two texts are alike by their words: the same, parts of compounds, the same meaning or nearly that."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.planner.alike.words import all_words, rejoined, says_half, says_something, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from buurtkamer_app.planner.alike.thesaurus import Thesaurus

# What it is worth that both say the same word, share a part of a compound, mean the same, mean nearly
# the same, may mean the same.
SAME_WORD: Final = 1.0
SAME_PART: Final = 0.8
SAME_SENSE: Final = 0.9
NEAR_SENSE: Final = 0.3
HINTED_SENSE: Final = 0.4
# What a word is worth that says little, or that stands in a phrase which was found as a whole.
HALF: Final = 0.5
# A second word of what is typed that finds the same in the other text says less than the first.
AGAIN: Final = 0.5
# How much a long text is held back: it has more words that may be the same by chance.
LENGTH: Final = 0.3
# What marks a sense and a part of a compound among the features of a text; stems are plain letters.
_SENSE: Final = "~"
_PART: Final = "+"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a text: its stem ("" for a phrase), the parts of a compound, its senses; `weight` up to 1."""

    stem: str
    parts: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    weight: float = 1.0


def terms(text: str, thesaurus: Thesaurus) -> list[Term]:
    """Give what a text says, word by word, and the phrases in it."""
    said = all_words(text)
    stems = [stem(word) for word in said]
    phrases = list(thesaurus.phrases(stems))
    inside = {at + step for at, length, _senses in phrases for step in range(length)}
    found = [Term("", senses=senses) for _at, _length, senses in phrases]
    for at, word in enumerate(said):
        if says_something(word):
            meaning = thesaurus.meaning(word)
            # Within a phrase a word is still itself, but means what the phrase means.
            senses, hints = ((), ()) if at in inside else (meaning.senses, meaning.hints)
            weight = HALF if says_half(word) or at in inside else 1.0
            found.append(Term(stems[at], meaning.parts, senses, hints, weight))
    verbs = {stem(verb): verb for verb in rejoined(said) if thesaurus.knows(verb)}
    return [*found, *(Term(key, senses=thesaurus.own_senses(verb)) for key, verb in verbs.items())]


def lists(found: Collection[Term]) -> tuple[list[str], list[str], list[str]]:
    """Give the stems, the parts and the senses of a text, each once."""
    return (
        list(dict.fromkeys(term.stem for term in found if term.stem)),
        list(dict.fromkeys(part for term in found for part in (*term.parts, term.stem) if part)),
        list(dict.fromkeys(sense for term in found for sense in (*term.senses, *term.hints))),
    )


def features(found: Collection[Term]) -> set[str]:
    """Give all by which a text may be found, so that what is rare can be told from what is common."""
    stems, parts, senses = lists(found)
    return {*stems, *parts, *(_SENSE + sense for sense in senses)}


class Weigher:
    """Weighs what is typed against other texts; `rare` tells how much it says that a text has a feature."""

    def __init__(
        self, asked: Collection[Term], rare: Callable[[str], float], near: Mapping[str, Collection[str]]
    ) -> None:
        self._asked = [_ways(term, rare, near) for term in asked]

    def weigh(self, found: Collection[Term], average: float) -> float:
        """Give how alike a text is, 0 when nothing is the same; `average` is how many terms a text has in this room."""
        there = _there(found)
        best: dict[str, list[float]] = {}
        for ways in self._asked:
            worth, feature = max(
                ((worth * there[feature], feature) for feature, worth in ways.items() if feature in there),
                default=(0.0, ""),
            )
            if worth:
                best.setdefault(feature.lstrip(_PART), []).append(worth)
        total = sum(_once(values) for values in best.values())
        return total / (1 - LENGTH + LENGTH * len(found) / average)


def _once(values: list[float]) -> float:
    values.sort(reverse=True)
    return sum(value * AGAIN**at for at, value in enumerate(values))


def _there(found: Collection[Term]) -> dict[str, float]:
    """Give the features of a text that is compared, and how much each says."""
    there: dict[str, float] = {}
    for term in found:
        names = [_PART + part for part in (*term.parts, term.stem)] + [_SENSE + sense for sense in term.senses]
        for name in (term.stem, *names):
            there[name] = max(there.get(name, 0.0), term.weight)
        for hint in term.hints:
            there.setdefault(_SENSE + hint, term.weight * HINTED_SENSE)
    there.pop("", None)
    there.pop(_PART, None)
    return there


def _ways(term: Term, rare: Callable[[str], float], near: Mapping[str, Collection[str]]) -> dict[str, float]:
    """Give by which features of another text a term is found there, and what each is worth."""
    ways: dict[str, float] = {}

    def add(feature: str, name: str, worth: float) -> None:
        ways[feature] = max(ways.get(feature, 0.0), worth * rare(name) * term.weight)

    if term.stem:
        add(term.stem, term.stem, SAME_WORD)
    for part in (*term.parts, *([term.stem] if term.stem else [])):
        add(_PART + part, part, SAME_PART)
    for sense in term.senses:
        add(_SENSE + sense, _SENSE + sense, SAME_SENSE)
        for other in near.get(sense, ()):
            add(_SENSE + other, _SENSE + other, NEAR_SENSE)
    for sense in term.hints:
        add(_SENSE + sense, _SENSE + sense, HINTED_SENSE)
    return ways


def rarity(texts: int, having: int) -> float:
    """Give how much it says that a text has a feature that so many of all texts have. Source: the idf of BM25."""
    return math.log(1 + (texts - having + 0.5) / (having + 0.5))
