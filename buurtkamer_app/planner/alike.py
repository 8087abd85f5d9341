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


@functools.cache
def _dutch() -> Stemmer:
    return stemmer("dutch")


def stems(text: str) -> list[str]:
    """Give the stems of the words that say something, in plain letters."""
    return [_dutch().stemWord(word) for word in words(text) if word not in _SMALL and len(word) > 1]


def score(asked: Sequence[str], other: Sequence[str]) -> int:
    """Tell how alike two lists of stems are, 0 to 100: the best partners of the words, the long ones weigh more."""
    if not asked or not other:
        return 0
    few, many = (asked, other) if len(asked) <= len(other) else (other, asked)
    pairs = [(max(_word(word, partner) for partner in many), len(word)) for word in few]
    weight = sum(length for _likeness, length in pairs)
    return round(sum(likeness * length for likeness, length in pairs) / weight)


def _word(one: str, other: str) -> float:
    """Compare two stems: a compound that begins or ends with the other (naai, naaimachine) is nearly the same."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and (long.startswith(short) or long.endswith(short)):
        return 90.0
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
