"""The picture of an activity: the one that was chosen, else a guess from its name, its text and its theme."""

from __future__ import annotations

import functools
from configparser import ConfigParser
from configparser import Error as ConfigError
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.base import paths
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import NewSeries, Series

# What fits an activity of which nothing is known but its theme.
_OF_THEME: Final = {
    Theme.NEIGHBOURHOOD: "house",
    Theme.COMMUNITY: "people-group",
    Theme.INFORMAL_CARE: "hand-holding-heart",
    Theme.SUSTAINABILITY: "leaf",
    Theme.PERSONAL_DEVELOPMENT: "graduation-cap",
    Theme.HEALTH: "heart-pulse",
}
# By more nobody sees what an activity is.
_MOST_LETTERS: Final = 600
_MOST_WORDS: Final = 60
# Signs are kept by so many first letters of theirs, so that few are tried for a word; those that may begin with any
# letters under none.
_START: Final = 2
_HEAD: Final = 2


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A word in plain letters; `before` and `after` tell whether other letters may stand there."""

    letters: str
    before: bool
    after: bool

    def fits(self, word: str) -> bool:
        if self.before:
            return self.letters in word if self.after else word.endswith(self.letters)
        return word.startswith(self.letters) if self.after else word == self.letters


@dataclass(frozen=True, slots=True)
class _Sign:
    """A run of words by which a picture is known; the higher its `weight`, the more it tells."""

    picture: str
    run: tuple[_Pattern, ...]

    @property
    def weight(self) -> int:
        """Weigh it by its letters; the last part of a compound says what it is (a `muziekbingo` is a bingo)."""
        return sum(len(pattern.letters) for pattern in self.run) + (_HEAD if self.run[0].before else 0)


_Signs = dict[str, list[_Sign]]


def pictogram(series: Series | NewSeries) -> str:
    """Give the name of its picture in `resources/icons`: the chosen one where it is known, else the guess."""
    return series.pictogram if series.pictogram in WORDS else guess(series)


def guess(series: Series | NewSeries) -> str:
    """Give the name of the picture that its name suggests, else what is said of it, else its theme."""
    return suggested(series.name, series.about, series.theme)


@functools.lru_cache(maxsize=4096)
def suggested(name: str, about: str, theme: Theme) -> str:
    """Give the name of the picture for an activity of this name, about and theme."""
    return _seen_in(name) or _seen_in(about) or _OF_THEME[theme]


def _seen_in(text: str) -> str:
    """Give the picture that a text is a sign of, "" when it is of none; half words count when no whole one does."""
    said = words(text[:_MOST_LETTERS])[:_MOST_WORDS]
    whole, half = _signs()
    return _first(said, whole) or _first(said, half)


def _first(said: Sequence[str], signs: _Signs) -> str:
    """Give the picture of the first word that is a sign of one: of those that fit, the one that tells most."""
    for start, word in enumerate(said):
        tried = (*signs.get(word[:_START], ()), *signs.get("", ()))
        fitting: list[_Sign] = [sign for sign in tried if _begins(said, start, sign.run)]
        if fitting:
            return max(fitting, key=lambda sign: sign.weight).picture
    return ""


def _begins(said: Sequence[str], start: int, run: tuple[_Pattern, ...]) -> bool:
    return start + len(run) <= len(said) and all(pattern.fits(said[start + place]) for place, pattern in enumerate(run))


@functools.cache
def _signs() -> tuple[_Signs, _Signs]:
    """Read the file once: the whole words and the half ones; a picture that is not known is left out.

    Of a file that cannot be read nothing is known: the theme says which picture it is.
    """
    read = ConfigParser(interpolation=None, strict=False)
    with suppress(ConfigError, UnicodeDecodeError, OSError):
        read.read(paths.resources() / "words" / "pictograms.ini", encoding="utf-8")
    return _of(read, "woorden"), _of(read, "halve woorden")


def _of(read: ConfigParser, key: str) -> _Signs:
    found: _Signs = {}
    for picture in read.sections():
        for said in read.get(picture, key, fallback="").replace("\n", " ").split(","):
            run = tuple(pattern for word in said.split() for pattern in _patterns(word))
            if run and picture in WORDS:
                start = "" if run[0].before else run[0].letters[:_START]
                found.setdefault(start, []).append(_Sign(picture, run))
    return found


def _patterns(word: str) -> list[_Pattern]:
    """Give a word of the file in plain letters; one with a dash in it is two, as it is in a text."""
    plain = words(word)
    return [
        _Pattern(part, before=place == 0 and word.startswith("*"), after=place == len(plain) - 1 and word.endswith("*"))
        for place, part in enumerate(plain)
    ]
