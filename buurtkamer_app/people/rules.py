"""Names: how they are kept, how what is typed finds them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.people.records import Visitor

LONGEST_NAME: Final = 200
# What a visitor says yes to; it is kept with the yes, in the words in which it was asked. Source: safety.md, privacy 3.
MAY_REMEMBER: Final = mark("May we remember your name?")
MAY_REMEMBER_CHILD: Final = mark("May we remember your child's name?")


# They join or part letters, or have a width and no shape: in a name they are kept, alone they are no name.
_UNSEEN: Final = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200c\u200d\u2800\u3164\uffa0")
_JOINING: Final = "\u00ad\u200c\u200d"


def _printable(text: str) -> bool:
    return all(char.isprintable() for char in text)


def _seen(char: str) -> bool:
    return char not in _UNSEEN and unicodedata.category(char)[0] not in "MZC"


def _kept(text: str) -> str:
    """Bring a line to one spelling; RefusedError when it is too long or holds what no name holds."""
    kept = tidy(text[: 2 * LONGEST_NAME + 1])
    if len(kept) > LONGEST_NAME or len(text.strip()) > 2 * LONGEST_NAME:
        raise RefusedError("This name is too long. Use at most {most} letters.", most=LONGEST_NAME)
    plain = "".join(char for char in kept if char not in _JOINING)
    if kept and not (_printable(plain) and any(map(_seen, kept))):
        raise RefusedError("This name holds signs that no name has. Type it again.")
    return kept


def kept_name(name: str) -> str:
    """Give a name as it is kept: NFC, without blanks around it.

    Raises `RefusedError` when it is empty, over 200 letters, holds what no name holds (NUL, lone surrogates, marks of
    direction), or nothing that can be seen.
    """
    kept = _kept(name)
    if not kept:
        raise RefusedError("Type a name first.")
    return kept


def kept_hint(hint: str) -> str:
    """Give a hint as it is kept, blanks joined; it may be empty. Raises `RefusedError` as `kept_name`."""
    if len(hint.strip()) > LONGEST_NAME:
        raise RefusedError("This line is too long. Use at most {most} letters.", most=LONGEST_NAME)
    return _kept(" ".join(hint.split()))


def kept_parent(name: str) -> str:
    """Give the name of a parent who said yes, as it is kept. Raises `RefusedError` without one, and as `kept_name`."""
    if not name.strip():
        raise RefusedError("Under 16 a parent says yes. Write down the parent's name.")
    return kept_name(name)


def as_typed(typed: str) -> tuple[str, str]:
    """Give the names that what is typed would be exactly: as typed, and with capitals; without what no store takes."""
    kept = tidy("".join(char for char in typed if char != "\x00" and not "\ud800" <= char <= "\udfff"))
    return kept, kept.title()


def best_first(typed: str, found: Iterable[Visitor]) -> list[Visitor]:
    """Order who was found: a name that starts as typed first, then by name."""
    start = "".join(words(typed))
    return sorted(found, key=lambda visitor: (not "".join(words(visitor.name)).startswith(start), visitor.name))
