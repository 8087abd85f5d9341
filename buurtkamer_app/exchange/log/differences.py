"""What is other in a text as it goes out than in the one that was typed: for who looks at both."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word in brackets that stands in place of something is one piece, as every word, sign and blank.
_PIECES: Final = re.compile(r"\[[^\[\]]{1,40}\]|\w+|\s+|[^\w\s]")
# From here on a comparison of every piece with every other would be felt.
_MANY: Final = 1000


class Piece(NamedTuple):
    """A piece of a text; `other` says that it is in this one only."""

    text: str
    other: bool


def differences(original: str, outgoing: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Give both texts in pieces: what is only in the original was taken out, what is only in the other was put in."""
    was, becomes = _PIECES.findall(original), _PIECES.findall(outgoing)
    matcher = SequenceMatcher(None, was, becomes, autojunk=len(was) > _MANY)
    steps = matcher.get_opcodes()
    return (
        tuple(_joined((step != "equal", "".join(was[first:last])) for step, first, last, _, _ in steps)),
        tuple(_joined((step != "equal", "".join(becomes[first:last])) for step, _, _, first, last in steps)),
    )


def _joined(pieces: Iterator[tuple[bool, str]]) -> Iterator[Piece]:
    """Give the pieces that say something."""
    return (Piece(text, other) for other, text in pieces if text)
