"""Streets, partners and other names of several words that a room knows, found whole, also when misspelt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from buurtkamer_app.base.letters import words
from buurtkamer_app.storage.passphrase import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from buurtkamer_app.exchange.cleaning.words import Word

_SHORTEST: Final = 4
_SHORTEST_MISSPELT: Final = 7
_ALIKE: Final = 88.0
_LONGEST_GAP: Final = 2
# They come and go before a name: `de Brug`, `Stichting De Brug`.
_BEFORE: Final = frozenset({"de", "het", "t", "stichting", "vereniging", "vzw", "bv", "nv"})


class Phrases:
    """Names of one or more words, run together in plain letters, made ready once for many texts."""

    def __init__(self, names: Iterable[str], *, ordinary: frozenset[str] = frozenset()) -> None:
        """Learn the names; one of which every word is in `ordinary` is left alone."""
        self._whole: set[str] = set()
        self._most = 0
        for name in names:
            parts = words(name.split("(")[0])
            while parts and parts[0] in _BEFORE:
                parts = parts[1:]
            run = "".join(parts)
            if len(run) >= _SHORTEST and not run.isdigit() and not ordinary.issuperset(parts):
                self._whole.add(run)
                self._most = max(self._most, len(parts) + 1)
        self._starts = {run[0] for run in self._whole}
        self._tried: dict[str, float] = {}

    def find(self, text: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Give the first and last place in `text` of every phrase, the longest first where they begin together."""
        for first, word in enumerate(text):
            if not word.plain or word.plain[0] not in self._starts:
                continue
            last = self._end(text, first)
            if last is not None:
                yield first, last

    def _end(self, text: Sequence[Word], first: int) -> int | None:
        """Give where the phrase that fits best ends; of two that fit alike the longer one."""
        run, best, end = "", 0.0, None
        for last in range(first, min(first + self._most, len(text))):
            if last > first and len(text[last].gap) > _LONGEST_GAP:
                break
            run += text[last].plain
            fits = self._fits(run)
            if fits and fits >= best:
                best, end = fits, last
        return end

    def _fits(self, run: str) -> float:
        """Tell how much a run of letters is one of the names, of 100; 0 when it is none."""
        if run in self._whole:
            return 100.0
        if len(run) < _SHORTEST_MISSPELT:
            return 0.0
        if run not in self._tried:
            alike = [name for name in self._whole if abs(len(name) - len(run)) <= 1]
            near = process.extractOne(run, alike, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            self._tried[run] = 0.0 if near is None else near[1]
        return self._tried[run]


@cache
def common_words() -> frozenset[str]:
    """Give words that everybody uses, in plain letters."""
    return frozenset(word for entry in word_list() for word in words(entry))
