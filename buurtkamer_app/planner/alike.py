"""What is alike: wishes and activities that mean the same as what is being typed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz
from snowballstemmer import stemmer

from buurtkamer_app.base.letters import words
from buurtkamer_app.wishes.records import Alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from snowballstemmer import Stemmer

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.wishes.records import Wish

# Words that stand in most wishes and say nothing of what is wished.
_SMALL: Final = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "maar",
        "ik",
        "wij",
        "we",
        "mij",
        "mijn",
        "me",
        "u",
        "uw",
        "er",
        "die",
        "dat",
        "dit",
        "is",
        "ben",
        "zijn",
        "was",
        "kan",
        "kunnen",
        "wil",
        "willen",
        "graag",
        "zo",
        "weer",
        "niet",
        "geen",
        "meer",
        "met",
        "voor",
        "van",
        "in",
        "op",
        "aan",
        "bij",
        "te",
        "om",
        "als",
        "ook",
        "dan",
        "nog",
        "wie",
        "wat",
        "hoe",
        "keer",
        "iets",
        "iemand",
        "naar",
        "uit",
        "zou",
        "al",
        "heb",
        "hebben",
        "heeft",
        "krijg",
        "samen",
        "net",
        "zoals",
        "hier",
        "daar",
        "ze",
        "zij",
        "hij",
        "hem",
        "haar",
    ]
)
_ENOUGH: Final = 62
_LONG: Final = 6
_ALONE: Final = 0.75
_ROOT: Final = 4


@functools.cache
def _dutch() -> Stemmer:
    return stemmer("dutch")


def stems(text: str) -> list[tuple[str, int]]:
    """Give the stems of the words that say something, in plain letters, each with the length of its word."""
    said = (word for word in words(text) if word not in _SMALL and len(word) > 1)
    return [(_dutch().stemWord(word), len(word)) for word in said]


def score(asked: Sequence[tuple[str, int]], other: Sequence[tuple[str, int]]) -> int:
    """Tell how alike two lists of stems are, 0 to 100: the best partners of the words, the long ones weigh more."""
    if not asked or not other:
        return 0
    few, many = (asked, other) if len(asked) <= len(other) else (other, asked)
    pairs = [(max(_word(stem, partner) for partner, _length in many), length) for stem, length in few]
    weight = sum(length for _likeness, length in pairs)
    together = sum(likeness * length for likeness, length in pairs) / weight
    # One long word that is in both says more than many short ones that are not.
    alone = max((likeness for likeness, length in pairs if length >= _LONG), default=0.0) * _ALONE
    return round(max(together, alone))


def _word(one: str, other: str) -> float:
    """Compare two stems: a compound that begins or ends with the other (naai, naaimachine) is nearly the same."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _ROOT and (long.startswith(short) or long.endswith(short)):
        return 90.0
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if shared >= _ROOT and shared >= len(short) / 2:
        return 80.0
    likeness = fuzz.ratio(one, other)
    return likeness if likeness >= 75 else 0.0


def most_alike(text: str, wishes: Iterable[Wish], series: Iterable[Series], most: int = 3) -> list[Alike]:
    """Give what is most like a text, best first; nothing when nothing is."""
    asked = stems(text)
    found: list[Alike] = []

    def weigh(said: str, shown: str, wish: UUID | None, activity: UUID | None) -> None:
        likeness = score(asked, stems(said))
        if likeness >= _ENOUGH:
            found.append(Alike(shown, likeness, wish, activity))

    for entry in wishes:
        weigh(entry.text, entry.text, entry.id, None)
    for one in series:
        weigh(f"{one.name} {one.about}", one.name, None, one.id)
    return sorted(found, key=lambda entry: (-entry.score, entry.text))[:most]
