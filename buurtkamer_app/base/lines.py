"""Short texts of one line, and phone numbers, as they are kept."""

from __future__ import annotations

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy

LONGEST_LINE = 200
_LONGEST_PHONE = 60
_FEWEST_DIGITS = 3
# They join letters or say where a word may break: names and words of many languages hold them.
_JOINERS = str.maketrans("", "", "\u200c\u200d\u00ad")


def one_line(text: str, most: int = LONGEST_LINE) -> str:
    """Give a text as it is kept: NFC, in one line, with single blanks between its words; it may be empty.

    Raises `RefusedError` when it has over `most` letters or holds what nobody can read (NUL, right-to-left marks).
    """
    kept = tidy(" ".join(text.split()))
    if len(kept) > most:
        raise RefusedError("This line is too long. Use at most {most} letters.", most=most)
    if not kept.translate(_JOINERS).isprintable():
        raise RefusedError("This text holds signs that nobody can read. Type it again.")
    return kept


def phone_number(text: str) -> str:
    """Give a phone number as it is kept, with what was typed around it (`06 12345678, in the evening`).

    Raises `RefusedError` when it has fewer than three digits or over 60 letters.
    """
    kept = one_line(text, _LONGEST_PHONE)
    if sum(char.isdigit() for char in kept) < _FEWEST_DIGITS:
        raise RefusedError("Type a phone number, like 06 12345678.")
    return kept
