"""Passphrases: five common Dutch words that the program draws, and what makes two typed ones the same."""

from __future__ import annotations

import secrets as randomness
import unicodedata
from functools import cache
from typing import Final

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import RefusedError

WORDS: Final = 5
SHORTEST: Final = 12


@cache
def word_list() -> tuple[str, ...]:
    """Give the words that passphrases are drawn from: over 2,048, no two with the same first four letters."""
    return tuple((paths.resources() / "words" / "nl.txt").read_text(encoding="utf-8").split())


def draw() -> str:
    """Draw a passphrase of five words: 11 bits of chance in each, so 55 bits or more."""
    return " ".join(randomness.choice(word_list()) for _ in range(WORDS))


def acceptable(passphrase: str) -> None:
    """Raise `RefusedError` when somebody's own passphrase is short or hardly varies (for the set-up to ask)."""
    letters = as_compared(passphrase).decode(errors="ignore").replace(" ", "")
    if len(letters) < SHORTEST or len(set(letters)) < SHORTEST // 3:
        raise RefusedError("This passphrase is easy to guess. Take the five words, or at least 12 letters.")


def as_compared(passphrase: str) -> bytes:
    """Bring a passphrase to the spelling that counts: accents composed, case and extra blanks left out.

    Somebody who types slowly and with a capital in front gets in. Raises `RefusedError` when nothing is left.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", passphrase).casefold())
    joined = " ".join(folded.split())
    if not joined:
        raise RefusedError("The passphrase is still empty. Type it first.")
    # A half character from a strange keyboard is as good as any other.
    return joined.encode("utf-8", "surrogatepass")
