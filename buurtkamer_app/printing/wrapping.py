"""Text that is longer than its line goes on on the next one: between words first, inside a word when it must."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BETWEEN = " · "


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
    """Break a text into lines of at most `room` points at type `size`; a no-break space holds its words together."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, face, size) <= room:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _pieces(word, face, size, room)
        lines += full
    return [*lines, line] if line else lines


def wrap_parts(parts: Iterable[str], face: Face, size: float, room: float) -> list[str]:
    """Break a row of short facts into lines, between the facts where it can; a dot stands between two on one line."""
    lines: list[str] = []
    for part in parts:
        if lines and width(longer := lines[-1] + BETWEEN + part, face, size) <= room:
            lines[-1] = longer
        else:
            lines += wrap(part, face, size, room)
    return lines
