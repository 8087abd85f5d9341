"""A name as it can stand in a message: every letter as it was typed, nothing that breaks the text around it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from buurtkamer_app.printing.printable import printable

# Longer names are told by their beginning: a message is read on a telephone.
_MOST: Final = 80
_JOINERS: Final = frozenset("\u200c\u200d")
# Controls, format characters (what turns the direction of a text among them), surrogates, private use, unassigned.
_WITHOUT_SHAPE: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_PICTURES: Final = frozenset(("So", "Sk"))
# In a message these make letters bold, slanted or struck through.
_MARKUP: Final = frozenset("*_~`")
_HEAPED: Final = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_FROM_RIGHT: Final = frozenset(("R", "AL"))


def _kept(char: str, before: str) -> str:
    if char in _JOINERS:
        return char if unicodedata.category(before or " ")[0] in "LM" else ""
    category = unicodedata.category(char)
    if category == "Cc" or char.isspace() or char in _MARKUP:
        return " "
    picture = category in _PICTURES or "\ufe00" <= char <= "\ufe0f"
    return "" if picture or category in _WITHOUT_SHAPE else char


def _clean(text: str) -> str:
    kept: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        kept.append(_kept(char, kept[-1] if kept else ""))
        if not kept[-1]:
            kept.pop()
    return " ".join(_HEAPED.sub(r"\1", "".join(kept)).split())


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    start = text[: most - 1]
    return (start.rsplit(" ", 1)[0] if " " in start else start).rstrip(" ,;:-") + "…"


def plain(text: str, most: int = _MOST) -> str:
    """Give a text on one line, without emojis or signs that a message reads as markup, in so many letters at most.

    What is written from right to left keeps to itself. A name that is nothing but a picture is written out.
    """
    found = _shortened(_clean(text) or _clean(printable(text)), most)
    if any(unicodedata.bidirectional(char) in _FROM_RIGHT for char in found):
        return f"\u2068{found}\u2069"
    return found
