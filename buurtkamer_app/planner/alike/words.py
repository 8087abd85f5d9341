"""The words of a text as they are compared: without small words, as stems, compounds taken apart."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from snowballstemmer import stemmer

from buurtkamer_app.base import paths
from buurtkamer_app.base.letters import words
from buurtkamer_app.planner.alike.word_file import entries, read_groups

if TYPE_CHECKING:
    from snowballstemmer import Stemmer

# More than anybody says in one wish: a text of 10,000 letters is compared by its beginning.
MOST_WORDS: Final = 80
# More letters than a word has on average, so that no text of 10,000 is taken apart.
_LETTERS: Final = 16
_SHORTEST: Final = 3
_COMPOUND: Final = 6


_LISTS: Final = ("kleine woorden", "halve woorden", "laatste delen", "losse delen", "klanken")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The words and letters by which sentences are taken apart."""

    small: frozenset[str]
    half: frozenset[str]
    heads: tuple[str, ...]
    particles: frozenset[str]
    sounds: tuple[tuple[str, str], ...]


@functools.cache
def _grammar() -> _Grammar:
    found = read_groups(paths.resources() / "thesaurus" / "nl_words.ini")
    small, half, heads, particles, sounds = (entries(found[name]["woorden"]) for name in _LISTS)
    pairs = tuple((written, said) for written, _, said in (sound.partition(" ") for sound in sounds))
    return _Grammar(frozenset(small), frozenset(half), tuple(heads), frozenset(particles), pairs)


@functools.cache
def _dutch() -> Stemmer:
    return stemmer("dutch")


# The stemmer keeps the word that it works on in itself; what is alike is learnt and asked on threads of their own.
_ONE_AT_A_TIME: Final = Lock()


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Give what a word has in common with its inflections; `word` in plain letters.

    The stemmer leaves the endings of `naait`, `danst` and `gebreid` (`breid`): a last t or d goes from all long stems.
    """
    with _ONE_AT_A_TIME:
        found = _dutch().stemWord(word) or word
    return found[:-1] if len(found) >= _LONG and found[-1] in "td" and found not in _KEEP else found


# Without their last letter these would be other words of the field.
_KEEP: Final = frozenset(["buurt", "koord", "vriend", "avond"])
_LONG: Final = 5
_APART: Final = 8


def rejoined(said: list[str]) -> list[str]:
    """Give the verbs that stand in two parts in a text, whole: `wie past er op mijn kat` -> `oppast`, `oppas`."""
    particles = _grammar().particles
    return [
        particle + verb
        for at, particle in enumerate(said)
        if particle in particles
        for word in said[max(0, at - _APART) : at]
        if len(word) >= _SHORTEST and word not in particles
        for verb in (word, stem(word))
    ]


def all_words(text: str) -> list[str]:
    """Give the words of a text in plain letters, the small ones too."""
    return words(text[: MOST_WORDS * _LETTERS])[:MOST_WORDS]


def says_something(word: str) -> bool:
    """Tell whether a word says something of what is wished."""
    return len(word) > 1 and word not in _grammar().small


def says_half(word: str) -> bool:
    """Tell whether a word says something, but less than most others (`alleen`, `buurt`, `mijn zoon`)."""
    return word in _grammar().half


def body(word: str) -> str:
    """Give a compound without the last part that only says what kind of thing it is: `naaicafe` -> `naai`."""
    fitting = (head for head in _grammar().heads if word.endswith(head) and len(word) - len(head) >= _SHORTEST)
    longest = max(fitting, key=len, default="")
    return word.removesuffix(longest) if longest else ""


def splits(word: str) -> list[tuple[str, str]]:
    """Give the ways in which a word may be two: `moestuinbak` -> `moes` + `tuinbak`, `moestuin` + `bak`."""
    if len(word) < _COMPOUND:
        return []
    return [(word[:at], word[at:]) for at in range(_SHORTEST, len(word) - _SHORTEST + 1)]


def without_link(part: str) -> list[str]:
    """Give the first part of a compound, also without the letters that tie it to the second (`kerst-s`, `boek-en`)."""
    return [part, *(part.removesuffix(link) for link in ("en", "s", "e") if part.endswith(link) and len(part) > 4)]


def sound(word: str) -> str:
    """Give what a word sounds like, so that `breijen`, `fiest` and `cursis` are found by those who write by ear."""
    for written, said in _grammar().sounds:
        word = word.replace(written, said)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])
