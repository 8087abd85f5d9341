"""Sentences as they are typed at a desk, with what must go marked, and how much of that is found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.letters import words
from buurtkamer_app.exchange.cleaning.known_names import JOINING, KnownNames
from buurtkamer_app.exchange.cleaning.text import found_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FOLDER: Final = Path(__file__).parent / "sentences"
PEOPLE: Final = (
    "Mw. Tan", "Els van der Meer", "Joop Kramer", "Fatma Yildiz", "Hassan A.", "Ömer Şahin", "Riet",
    "Mw. De Vries-Jansen", "Truus Hoekstra", "Bep", "Anneke Postma", "Kofi", "Shirley Pinas", "Meneer Wouters",
    "Ludo Peeters", "Godelieve", "Gerda Smit", "Marek", "Halyna", "Samira El Idrissi", "Dhr. Bakker", "Roos", "Kees",
    "Nel", "Abdelkader", "Irma Claes", "Karin Dekker", "Wim Aerts",
)  # fmt: skip
STREETS: Final = ("Wilgenpad", "Lindestraat", "Meidoornplein", "Kazernelaan")
_MARKED: Final = re.compile(r"\{(\w+)\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """What must go: its kind and its place in the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was typed, the country of the desk, and what must go."""

    country: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Score:
    """What was found: of each kind how many must go and went; how many pieces went, and how many of them rightly."""

    must: Counter[str] = field(default_factory=Counter)
    went: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Give which part of what must go went whole, 0 to 1."""
        return self.went.total() / self.must.total()

    @property
    def precision(self) -> float:
        """Give which part of what went had to go, 0 to 1."""
        return self.right / self.taken


def sentences(name: str) -> list[Sentence]:
    """Read a file of sentences: `{kind|what must go}`."""
    return [_sentence(line) for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line]


def _sentence(line: str) -> Sentence:
    country, marked = line.split(" ", 1)
    marks: list[Mark] = []
    text, at = "", 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        marks.append(Mark(match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return Sentence(country, text + marked[at:], tuple(marks))


def ours(names: KnownNames) -> Callable[[Sentence], list[tuple[int, int]]]:
    """Give what our cleaning takes out of a sentence."""

    def taken(sentence: Sentence) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in found_in(sentence.text, names, sentence.country)[1]]

    return taken


def scored(given: Iterable[Sentence], taken: Callable[[Sentence], list[tuple[int, int]]]) -> Score:
    """Count; a piece went when none of its words is left but particles and titles, which say nothing alone."""
    score = Score()
    for sentence in given:
        gone = taken(sentence)
        left = "".join(
            " " if any(start <= place < end for start, end in gone) else char
            for place, char in enumerate(sentence.text)
        )
        for mark in sentence.marks:
            score.must[mark.kind] += 1
            if JOINING.issuperset(words(left[mark.start : mark.end])):
                score.went[mark.kind] += 1
            else:
                score.missed.append(f"{sentence.text[mark.start : mark.end]} <- {sentence.text}")
        for start, end in gone:
            score.taken += 1
            if any(mark.start < end and start < mark.end for mark in sentence.marks):
                score.right += 1
            else:
                score.wrong.append(f"{sentence.text[start:end]} <- {sentence.text}")
    return score
