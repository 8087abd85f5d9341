"""The names that a room knows, and whether a word of a text is one of them, inflected or misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from buurtkamer_app.base.letters import words
from buurtkamer_app.exchange.cleaning.cues import EVERYWHERE, TALES
from buurtkamer_app.exchange.cleaning.phrases import Phrases, common_words

if TYPE_CHECKING:
    from collections.abc import Iterable

# They stand in names and in every other sentence.
_PARTICLES: Final = frozenset(
    words("aan al bij bin da de del den der des di du el het in la le op te ten ter tot uit van voor von zu zum zur")
)
TITLES: Final = frozenset(
    words("bomma bompa buurman buurvrouw dhr dokter dr drs fam familie heer ing madam mej mejuffrouw meneer mevr")
    + words("mevrouw mijnheer mr mrs ms mw mwe nonkel oma oom opa prof tante")
    # `Coördinator (oefenen)` is the one of the practice room.
    + words("coordinator gastheer gastvrouw oefenen practice vrijwilliger")
)
# What can stand within one name, before its next word.
JOINING: Final = TITLES | frozenset(words("al d da de den der di du el het la le t ten ter v van von zu zum zur"))
_NO_NAME: Final = _PARTICLES | TITLES
_SHORTEST: Final = 3
_SHORTEST_MISSPELT: Final = 5
# Out of 100: one letter more or less in five, one other letter in nine.
_ALIKE: Final = 88.0


class KnownNames:
    """The words of all known names, in plain letters, made ready once for many texts."""

    def __init__(
        self,
        names: Iterable[str],
        streets: Iterable[str] = (),
        partners: Iterable[str] = (),
        stays: Iterable[str] = (),
    ) -> None:
        """Learn names of people, streets and partners; `stays` are names that a list of names leaves alone.

        The room's own name and its spaces stay: `De Linde` is no Linde.
        """
        self.streets: Final = Phrases(streets)
        self.partners: Final = Phrases(partners, ordinary=EVERYWHERE)
        self.stays: Final = Phrases((*stays, *TALES))
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
            if part in _NO_NAME or part.isdigit():
                before = part
                continue
            if len(part) < _SHORTEST:
                self._short |= {part} if len(part) == 2 else set()
            elif before in _PARTICLES and part in common_words():
                self._surnames |= {part, f"{part}s"}
            else:
                self._words.add(part)
            before = part
        run = "".join(parts)
        if len(parts) > 1 and len(run) >= _SHORTEST_MISSPELT:
            self._words.add(run)

    def holds(self, plain: str, *, capital: bool, before: str, opens: bool = False) -> bool:
        """Tell whether a word in plain letters is of a name; `before` is the word in plain letters before it.

        Where it opens a sentence its capital says nothing: `Jong en oud` is not of De Jong.
        """
        # `fatima2` is Fatima.
        plain = plain.strip("0123456789") or plain
        if plain in _NO_NAME:
            return False
        if len(plain) < _SHORTEST:
            # `Bo` is a name where it is written as one.
            return capital and plain in self._short
        if plain in self._words:
            return True
        if plain in self._surnames:
            return (capital and not opens) or before in JOINING
        if plain not in self._tried:
            self._tried[plain] = self._misspelt(plain)
        return self._tried[plain]

    def _misspelt(self, plain: str) -> bool:
        # `kamer` is no `Kramer`: an ordinary word is taken for itself.
        if len(plain) < _SHORTEST_MISSPELT or plain in common_words():
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
