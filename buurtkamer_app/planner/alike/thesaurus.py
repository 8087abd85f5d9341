"""The thesaurus of the field: which words mean the same, read from a file that can be edited."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.planner.alike.word_file import entries, read_groups
from buurtkamer_app.planner.alike.words import body, says_something, sound, splits, stem, without_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_THEMES: Final = {
    "buurt": Theme.NEIGHBOURHOOD,
    "samen": Theme.COMMUNITY,
    "voor-elkaar": Theme.INFORMAL_CARE,
    "duurzaam": Theme.SUSTAINABILITY,
    "leren": Theme.PERSONAL_DEVELOPMENT,
    "gezond": Theme.HEALTH,
}
K = TypeVar("K")
_CACHED: Final = 65_536
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean: its parts when it is a compound (stems), and its senses, names of groups of words.

    `hints` are senses of which only a part of the word speaks.
    """

    parts: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Thesaurus:
    """Groups of words that mean the same, each with a theme and the groups that are near to it."""

    themes: dict[str, Theme] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    near: dict[str, frozenset[str]] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    sounds: dict[str, str] = field(default_factory=dict)
    _listed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _phrases: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _lengths: dict[str, int] = field(default_factory=dict)
    _starts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _ends: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, group: str, entry: str) -> None:
        """Take a word or phrase into a group; `naai-` stands for every word that begins so, `-gym` for what ends so."""
        parts = words(entry)
        if not parts:
            return
        if entry.endswith("-"):
            _put(self._starts, parts[0], group)
        elif entry.startswith("-"):
            _put(self._ends, parts[0], group)
        elif len(parts) > 1:
            key = tuple(stem(part) for part in parts)
            _put(self._phrases, key, group)
            self._lengths[key[0]] = max(self._lengths.get(key[0], 0), len(key))
        elif says_something(parts[0]):
            self.plain[parts[0]] = stem(parts[0])
            self.sounds.setdefault(sound(parts[0]), parts[0])
            _put(self._listed, parts[0], group)
            _put(self._stems, stem(parts[0]), group)

    def meaning(self, word: str) -> Meaning:
        """Give what a word in plain letters may mean."""
        return _meaning(self, word)

    def knows(self, word: str) -> bool:
        """Tell whether a word is in the file, itself or as an inflection."""
        return stem(word) in self._stems

    def phrases(self, stems: list[str]) -> Iterable[tuple[int, int, tuple[str, ...]]]:
        """Give the phrases that stand in a text: where each begins, how many words it has, and its senses."""
        for at, first in enumerate(stems):
            longest = min(self._lengths.get(first, 0), len(stems) - at)
            for length in range(longest, 1, -1):
                senses = self._phrases.get(tuple(stems[at : at + length]))
                if senses:
                    yield at, length, senses
                    break

    def own_senses(self, word: str) -> tuple[str, ...]:
        """Give the groups in which a word stands; without any, those of its inflections, then those of its kin."""
        return self._listed.get(word) or self._stems.get(stem(word)) or self.kin(word)

    def kin(self, word: str) -> tuple[str, ...]:
        """Give the groups of which words begin or end as this one does: `naai-`, `-gym`."""
        first = _longest(self._starts, (word[:at] for at in range(len(word), _SHORT - 1, -1)))
        last = _longest(self._ends, (word[at:] for at in range(1, len(word) - _SHORT + 1)))
        return tuple(dict.fromkeys((*first, *last)))

    def __hash__(self) -> int:
        return id(self)


def _put(table: dict[K, tuple[str, ...]], key: K, group: str) -> None:
    table[key] = tuple(dict.fromkeys((*table.get(key, ()), group)))


def _longest(table: Mapping[str, tuple[str, ...]], ways: Iterable[str]) -> tuple[str, ...]:
    return next((table[way] for way in ways if way in table), ())


@functools.lru_cache(maxsize=_CACHED)
def _meaning(thesaurus: Thesaurus, word: str) -> Meaning:
    """Look a word up; a compound means what its parts mean."""
    senses = thesaurus.own_senses(word)
    parts: list[str] = []
    about = body(word)
    if about:
        parts.append(stem(about))
        senses = senses or thesaurus.own_senses(about)
    known = [
        (first, second)
        for left, second in splits(word)
        for first in without_link(left)
        if thesaurus.knows(first) and thesaurus.knows(second)
    ]
    if known:
        first, second = max(known, key=lambda pair: min(len(pair[0]), len(pair[1])))
        parts += [stem(first), stem(second)]
        if not thesaurus.knows(word):
            senses += thesaurus.own_senses(first) + thesaurus.own_senses(second)
    hints = [hint for hint in thesaurus.kin(word) if hint not in senses] if senses else _hints(thesaurus, word)
    return Meaning(tuple(dict.fromkeys(parts)), tuple(dict.fromkeys(senses)), tuple(hints))


def _hints(thesaurus: Thesaurus, word: str) -> tuple[str, ...]:
    """Give the senses of a known word with which an unknown one begins or ends, the longest."""
    parts = [part for left, right in splits(word) for part in (*without_link(left), right) if len(part) > _SHORT]
    found = max((part for part in parts if thesaurus.knows(part)), key=len, default="")
    return thesaurus.own_senses(found) if found else ()


def read(path: Path) -> Thesaurus:
    """Read a thesaurus from its file; raises `FileRefusedError` for one that cannot be read."""
    groups = read_groups(path)
    made = Thesaurus()
    try:
        for group in groups.sections():
            made.themes[group] = _THEMES[groups[group]["thema"]]
            made.numbers[group] = f"s{len(made.numbers)}"
            for entry in entries(groups[group]["woorden"]):
                made.add(group, entry)
        for group in groups.sections():
            for other in entries(groups[group].get("verwant", "")):
                made.near[group] = made.near.get(group, frozenset()) | {other}
                made.near[other] = made.near[other] | {group} if other in made.near else frozenset([group])
        if unknown := made.near.keys() - made.themes.keys():
            raise KeyError(*unknown)  # noqa: TRY301 - said below, as all that is missing
    except KeyError as error:
        raise FileRefusedError("The file {name} cannot be read.", name=path.name) from error
    return made


@functools.cache
def dutch() -> Thesaurus:
    """Give the Dutch thesaurus that ships with the program, read when it is first asked for."""
    return read(paths.resources() / "thesaurus" / "nl.ini")
