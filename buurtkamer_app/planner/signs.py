"""The words by which one sees how a wish may end, from a file that a room may edit."""

from __future__ import annotations

import functools
import re
from configparser import ConfigParser
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from buurtkamer_app.base import paths
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import Ending

_ENDINGS: Final = {
    "activiteit": Ending.ACTIVITY,
    "samenbrengen": Ending.MATCH,
    "doorgeven": Ending.HANDED_ON,
    "melden": Ending.REPORTED,
}
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# More words are no wish that somebody told at the desk, and are not looked at.
_MOST_WORDS: Final = 400


@dataclass(frozen=True, slots=True)
class Signs:
    """A group of runs of words that mean one ending, and the kinds of partner that go with it, the best first."""

    ending: Ending
    partners: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]


def _plain(word: str) -> str:
    """Give a word or pattern in plain letters, its asterisks kept."""
    return "*".join("".join(words(part)) for part in word.split("*"))


@functools.cache
def signs() -> tuple[Signs, ...]:
    """Read the file once; a group whose ending is not known, or without words, is left out."""
    read = ConfigParser(interpolation=None, strict=False)
    read.read(paths.resources() / "thesaurus" / "endings.ini", encoding="utf-8")
    found = []
    for name in read.sections():
        ending = _ENDINGS.get(read.get(name, "einde", fallback="").strip().lower())
        said = [run.split() for run in read.get(name, "woorden", fallback="").replace("\n", " ").split(",")]
        runs = tuple(tuple(map(_plain, run)) for run in said if run)
        kinds = tuple(kind.strip() for kind in read.get(name, "partner", fallback="").split(",") if kind.strip())
        if ending is not None and runs:
            found.append(Signs(ending, kinds, runs))
    return tuple(found)


def said_in(text: str, group: Signs) -> str:
    """Give the words of a text that are a sign of this group, as they were said, or nothing."""
    said = _WORD.findall(text)[:_MOST_WORDS]
    plain = ["".join(words(word)) for word in said]
    for run in group.runs:
        for start in range(len(plain) - len(run) + 1):
            if all(fnmatchcase(plain[start + place], pattern) for place, pattern in enumerate(run)):
                return " ".join(said[start : start + len(run)])
    return ""
