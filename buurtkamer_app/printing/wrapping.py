"""Text that is longer than its line goes on on the next one: between words first, inside a word when it must."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.marks import BETWEEN, RIGHT_TO_LEFT
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The spaces of a text, but those within brackets.
_BETWEEN_BRACKETS: Final = re.compile(r" (?![^()]*\))")

__all__ = ["BETWEEN", "RIGHT_TO_LEFT", "wrap", "wrap_parts", "wrap_whole"]

_JOINED: Final = "\u00a0"


def _pieces(word: str, face: Face, size: float, room: float) -> Iterator[str]:
    """Cut a word that is wider than a line, never between a letter and its combining mark."""
    piece = ""
    for char in word:
        if piece and width(piece + char, face, size) > room and not unicodedata.combining(char):
            yield piece
            piece = ""
        piece += char
    yield piece


def wrap(text: str, face: Face, size: float, room: float) -> list[str]:
    """Break a text into lines of at most `room` points at type `size`; a no-break space holds its words together.

    Lines are broken in the order in which one reads; those of a text that goes from right to left all do.
    What stands between brackets stays on one line where that takes no line more.
    """
    if text.startswith(RIGHT_TO_LEFT):
        return [RIGHT_TO_LEFT + line for line in wrap(text[1:], face, size, room)]
    lines = _lines(text.split(" "), face, size, room)
    if len(lines) > 1 and " (" in text:
        parts = _BETWEEN_BRACKETS.split(text)
        whole = _lines(parts, face, size, room)
        if len(whole) <= len(lines) and all(width(part, face, size) <= room for part in parts if " " in part):
            return whole
    return lines


def _lines(words: Iterable[str], face: Face, size: float, room: float) -> list[str]:
    """Put words on lines, each as full as it can be; what is wider than a line is cut inside its words."""
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width(longer, face, size) <= room:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _pieces(word, face, size, room)
        lines += full
    return [*lines, line] if line else lines


def wrap_whole(text: str, name: str, face: Face, size: float, room: float) -> list[str]:
    """Break a text as `wrap` does, with a name in it on one line where that takes no line more."""
    lines = wrap(text, face, size, room)
    if len(lines) > 1 and name and width(name, face, size) <= room:
        whole = wrap(text.replace(name, name.replace(" ", _JOINED)), face, size, room)
        if len(whole) <= len(lines):
            return [line.replace(_JOINED, " ") for line in whole]
    return lines


def wrap_parts(parts: Iterable[str], face: Face, size: float, room: float) -> list[str]:
    """Break a row of short facts into lines, between the facts where it can; a dot stands between two on one line."""
    lines: list[str] = []
    for part in parts:
        if lines and width(longer := lines[-1] + BETWEEN + part, face, size) <= room:
            lines[-1] = longer
        else:
            lines += wrap(part, face, size, room)
    return lines
