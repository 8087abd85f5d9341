"""The texts of a room by their words: finds which few of many are worth a closer look, and weighs those."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.planner.alike.ranking import Term, Weigher, features, lists, rarity, terms
from buurtkamer_app.planner.alike.spelling import beginning, meant
from buurtkamer_app.planner.alike.words import all_words, says_something, stem
from buurtkamer_app.storage.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.planner.alike.records import Text
    from buurtkamer_app.planner.alike.thesaurus import Thesaurus

# How many texts that share a word are looked at closely.
_CLOSELY: Final = 60
# From so many texts on there is enough that means the same, and what means nearly the same is not looked for.
_MANY: Final = 1_000
# What a word is worth that was not typed so: with another spelling, or not to its end.
_GUESSED: Final = 0.8
_BEGUN: Final = 0.6
# In a room with fewer texts nothing would be rare: there it counts as if there were so many.
_FEW: Final = 50
_SHORTEST: Final = 3
_MOST_GUESSES: Final = 3
_MOST_ENDINGS: Final = 8


class Shelf:
    """Texts by row numbers; for one thread at a time."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self.texts: dict[int, Text] = {}
        self._thesaurus = thesaurus
        self._index = WordIndex()
        self._having: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._terms = 0
        self._sorted: list[str] = []
        self._listed = sorted(thesaurus.plain)
        self._guesses: dict[str, str] = {}

    def put(self, row: int, text: Text) -> None:
        """Take in a text that is not there yet."""
        found = terms(text.said, self._thesaurus)
        self._count(text, found, 1)
        self._index.put(row, self._numbered(lists(found)))
        self.texts[row] = text

    def drop(self, row: int) -> None:
        """Let go of a text and of its words."""
        text = self.texts.pop(row, None)
        if text is not None:
            self._count(text, terms(text.said, self._thesaurus), -1)
            self._index.drop(row)

    def asked(self, text: str) -> list[Term]:
        """Give what is typed as it is looked for: words that nobody knows become those that were probably meant."""
        found = terms(text, self._thesaurus)
        said = [word for word in all_words(text) if says_something(word)]
        unknown = [word for word in dict.fromkeys(said) if not self._known(word)]
        unfinished = unknown.pop() if unknown and unknown[-1] == said[-1] and text[-1:].isalnum() else ""
        for word in unknown[:_MOST_GUESSES]:
            found += self._guessed(word)
        if unfinished:
            found += self._begun(unfinished) or self._guessed(unfinished)
        return found

    def candidates(self, asked: list[Term]) -> list[int]:
        """Give the rows of the texts that share most with what is typed."""
        stems, parts, senses = lists(asked)
        near: list[str] = []
        if len(self.texts) < _MANY:
            near = [other for sense in senses for other in self._thesaurus.near.get(sense, ())]
        return self._index.find(self._numbered((stems, parts, list(dict.fromkeys([*senses, *near])))), _CLOSELY)

    def weigh(self, asked: list[Term], rows: Iterable[int]) -> dict[int, float]:
        """Give how much these texts are like what is typed, by their words."""
        weigher = Weigher(asked, self._rare, self._thesaurus.near)
        average = max(1.0, self._terms / max(1, len(self.texts)))
        return {row: weigher.weigh(terms(self.texts[row].said, self._thesaurus), average) for row in rows}

    def senses(self, text: str) -> dict[str, float]:
        """Give the senses of a text, each with how many of its words have it; one with several is divided."""
        found: dict[str, float] = {}
        for term in self.asked(text):
            for sense in term.senses:
                found[sense] = found.get(sense, 0.0) + term.weight / len(term.senses)
        return found

    def close(self) -> None:
        """Let go of everything."""
        self._index.close()

    def _count(self, text: Text, found: list[Term], change: int) -> None:
        for tally, names in (
            (self._having, features(found)),
            (self._words, {word for word in all_words(text.said) if says_something(word)}),
        ):
            for name in names:
                if not tally[name] and tally is self._words:
                    insort(self._sorted, name)
                tally[name] += change
                if not tally[name]:
                    del tally[name]
                    if tally is self._words:
                        del self._sorted[bisect_left(self._sorted, name)]
        self._terms += change * len(found)
        self._guesses.clear()

    def _rare(self, feature: str) -> float:
        return rarity(max(_FEW, len(self.texts)), self._having[feature])

    def _numbered(self, three: tuple[list[str], list[str], list[str]]) -> tuple[list[str], list[str], list[str]]:
        """Write senses as one word each, as the index wants it."""
        stems, parts, senses = three
        return stems, parts, [self._thesaurus.numbers[sense] for sense in senses]

    def _known(self, word: str) -> bool:
        if stem(word) in self._having or word in self._words:
            return True
        meaning = self._thesaurus.meaning(word)
        return bool(meaning.senses or meaning.hints) or any(part in self._having for part in meaning.parts)

    def _guessed(self, word: str) -> list[Term]:
        """Give the word that was probably meant; looked up once."""
        if word not in self._guesses:
            by_ear = self._thesaurus.sounds
            self._guesses[word] = meant(word, by_ear, self._thesaurus.plain) or meant(word, {}, self._words)
        found = self._guesses[word]
        return self._as_terms([found], _GUESSED) if found else []

    def _begun(self, word: str) -> list[Term]:
        """Give words that begin with what is typed so far, the shortest."""
        if len(word) < _SHORTEST:
            return []
        plain = {*beginning(self._sorted, word), *beginning(self._listed, word)}
        return self._as_terms(sorted(plain, key=lambda known: (len(known), known))[:_MOST_ENDINGS], _BEGUN)

    def _as_terms(self, found: list[str], weight: float) -> list[Term]:
        """Give words as one term: only the best of them counts."""
        made = [term for word in found for term in terms(word, self._thesaurus)]
        if not made:
            return []
        _stems, parts, senses = lists(made)
        return [replace(made[0], parts=tuple(parts), senses=tuple(senses), weight=weight)]
