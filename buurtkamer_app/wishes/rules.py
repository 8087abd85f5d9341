"""What a wish must be."""

from __future__ import annotations

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line

LONGEST_TEXT = 10_000


def kept_text(text: str) -> str:
    """Give a resident's or host's own words as they are kept.

    Raises `RefusedError` when there are none, too many, or they hold what no keyboard types (NUL, lone surrogates).
    """
    if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in text):
        raise RefusedError("This text holds signs that cannot be kept. Type it again.")
    kept = tidy(text)
    if not kept:
        raise RefusedError("Write something first.")
    if len(kept) > LONGEST_TEXT:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=LONGEST_TEXT)
    return kept


def kept_contact(contact: str, *, may_contact: bool) -> str:
    """Give how to reach somebody as it is kept; raises `RefusedError` when it was not asked whether that may be."""
    kept = one_line(contact)
    if kept and not may_contact:
        raise RefusedError("Ask first whether this may be kept. Without a yes it is not.")
    return kept
