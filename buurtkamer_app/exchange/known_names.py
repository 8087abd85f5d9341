"""The names that a room knows, and whether a word of a text is one of them, inflected or misspelt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from buurtkamer_app.base.letters import words
from buurtkamer_app.storage.passphrase import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

# They stand in names and in every other sentence.
_PARTICLES: Final = frozenset(
    words("aan al bij bin da de del den der des di du el het in la le op te ten ter tot uit van voor von zu zum zur")
)
TITLES: Final = frozenset(
    words("buurman buurvrouw dhr dokter dr drs fam familie heer ing mej mejuffrouw meneer mevr mevrouw mijnheer mr")
    + words("mrs ms mw mwe oma oom opa prof tante")
    # `Coördinator (oefenen)` is the one of the practice room.
    + words("coordinator gastheer gastvrouw oefenen practice vrijwilliger")
)
# What can stand within one name, before its next word.
JOINING: Final = TITLES | frozenset(words("al da de den der di du el het la le t ten ter van von zu zum zur"))
_SHORTEST: Final = 3
_SHORTEST_MISSPELT: Final = 5
# Out of 100: one letter more or less in five, one other letter in nine.
_ALIKE: Final = 88.0


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for entry in word_list() for word in words(entry))


class KnownNames:
    """The words of all known names, in plain letters, made ready once for many texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._short: set[str] = set()
        self._surnames: set[str] = set()
        for name in names:
            self._learn(words(name))
        self._words |= {f"{word}s" for word in self._words}
        # A word such as `jong` of `De Jong` only: whoever is called Roos is found in a rose too.
        self._surnames -= self._words
        self._near: dict[tuple[str, str, int], list[str]] = {}
        for word in self._words | self._surnames:
            for end in _ends(word):
                self._near.setdefault((*end, len(word)), []).append(word)
        self._tried: dict[str, bool] = {}

    def _learn(self, parts: list[str]) -> None:
        before = ""
        for part in parts:
            if part in _PARTICLES | TITLES or part.isdigit():
                before = part
                continue
            if len(part) < _SHORTEST:
                self._short |= {part} if len(part) == 2 else set()
            elif before in _PARTICLES and part in _ordinary():
                self._surnames |= {part, f"{part}s"}
            else:
                self._words.add(part)
            before = part
        run = "".join(parts)
        if len(parts) > 1 and len(run) >= _SHORTEST_MISSPELT:
            self._words.add(run)

    def holds(self, plain: str, *, capital: bool, before: str) -> bool:
        """Tell whether a word in plain letters is of a name; `before` is the word in plain letters before it."""
        if plain in _PARTICLES | TITLES:
            return False
        if len(plain) < _SHORTEST:
            # `Bo` is a name where it is written as one.
            return capital and plain in self._short
        if plain in self._words:
            return True
        if plain in self._surnames:
            return capital or before in JOINING
        if plain not in self._tried:
            self._tried[plain] = self._misspelt(plain)
        return self._tried[plain]

    def _misspelt(self, plain: str) -> bool:
        # `kamer` is no `Kramer`: an ordinary word is taken for itself.
        if plain in _ordinary():
            return False
        slack = len(plain) // 4
        near = [
            word
            for length in range(max(_SHORTEST_MISSPELT, len(plain) - slack), len(plain) + slack + 1)
            for end in _ends(plain)
            for word in self._near.get((*end, length), ())
        ]
        return process.extractOne(plain, near, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None


def _ends(word: str) -> tuple[tuple[str, str], ...]:
    """Give the first and the last letter: a slip leaves one of them, and only words that share it are compared."""
    return (("first", word[0]), ("last", word[-1]))
