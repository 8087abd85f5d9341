"""Names: how they are kept, how what is typed finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.people.records import Visitor

LONGEST_NAME = 200


def _printable(text: str) -> bool:
    return all(char.isprintable() for char in text)


def kept_name(name: str) -> str:
    """Give a name as it is kept: NFC, without blanks around it.

    Raises `RefusedError` when it is empty, over 200 letters, or holds what no name holds (NUL, lone surrogates).
    """
    kept = tidy(name)
    if not kept:
        raise RefusedError("Type a name first.")
    if len(kept) > LONGEST_NAME:
        raise RefusedError("This name is too long. Use at most {most} letters.", most=LONGEST_NAME)
    if not _printable(kept.replace("\u200c", "").replace("\u200d", "").replace("\u00ad", "")):
        raise RefusedError("This name holds signs that no name has. Type it again.")
    return kept


def best_first(typed: str, found: Iterable[Visitor]) -> list[Visitor]:
    """Order who was found: a name that starts as typed first, then by name."""
    start = "".join(words(typed))
    return sorted(found, key=lambda visitor: (not "".join(words(visitor.name)).startswith(start), visitor.name))
