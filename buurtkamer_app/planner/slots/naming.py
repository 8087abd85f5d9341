"""What an activity may be called, after the words of the wish that it comes from."""

from __future__ import annotations

import re
from typing import Final

from buurtkamer_app.base.i18n import translate

_PARTS: Final = re.compile(r"[.,;:!?\n]")
_WORDS: Final = 4
_LETTERS: Final = 60
_OPENINGS: Final = frozenset({"een", "de", "het", "iets", "iemand", "a", "an", "the", "some"})
# Words with which no name ends.
_LOOSE: Final = frozenset(
    (
        "aan",
        "bij",
        "de",
        "die",
        "een",
        "en",
        "het",
        "in",
        "maar",
        "met",
        "mijn",
        "naar",
        "of",
        "om",
        "op",
        "te",
        "uit",
        "van",
        "voor",
        "waar",
    )
)

# What comes after these only tells more of it.
_TELLING: Final = frozenset({"die", "waar", "where", "who"})


# Words of somebody who speaks of themselves: what they told at the desk is no name for the wall.
_OWN: Final = frozenset({"ik", "mij", "mijn", "me", "m'n", "mn", "wij", "we", "ons", "onze", "i", "my", "our"})


def name_of(text: str) -> str:
    """Propose a name: the first words of the wish, without the article that they begin with.

    Words of somebody who speaks of themselves are passed over; "" when there are no others.
    """
    return next((name for part in _PARTS.split(text.strip()) if (name := _name(part.split()))), "")


def named(text: str, number: int) -> str:
    """Propose a name that is never empty: that of the wish's words, else its number, to be changed by who plans it."""
    return name_of(text) or translate("Wish {number}", number=number)


def _whole(words: list[str]) -> list[str]:
    """Give the first words; where they stop halfway through what belongs together, that goes too."""
    telling = next((place for place, word in enumerate(words) if place and word.lower() in _TELLING), len(words))
    first, rest = words[: min(_WORDS, telling)], words[_WORDS:telling]
    if rest and rest[0].lower() not in _LOOSE and first[-1].lower() not in _LOOSE:
        loose = [place for place, word in enumerate(first) if place and word.lower() in _LOOSE]
        first = first[: loose[-1]] if loose else first
    return first


def _name(words: list[str]) -> str:
    if len(words) > 1 and words[0].lower() in _OPENINGS:
        words = words[1:]
    words = _whole(words)
    while len(words) > 1 and words[-1].lower() in _LOOSE:
        words = words[:-1]
    if _OWN.intersection(word.lower() for word in words):
        return ""
    name = " ".join(words)[:_LETTERS]
    return name[:1].upper() + name[1:]
