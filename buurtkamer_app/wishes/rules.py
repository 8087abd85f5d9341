"""What a wish must be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.wishes.records import OnPaper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.wishes.records import Wish

LONGEST_TEXT = 10_000
# Nobody knows today what is to be done later than this.
FARTHEST: Final = timedelta(days=731)
_MOST_SUPPORTERS: Final = 9999
# Where a wish has no activity yet, or not any more.
TO_DO: Final = frozenset({WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD})


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


def changed_contact(was: str, contact: str, *, may_contact: bool) -> str:
    """Give how to reach somebody as it is kept from now on: nothing when they took back their yes.

    Raises `RefusedError` when it was typed anew and it was not asked whether that may be.
    """
    kept = one_line(contact)
    if not may_contact and kept == was:
        return ""
    return kept_contact(contact, may_contact=may_contact)


def kept_asker(name: str) -> str:
    """Give the name of who asks as it is kept; it may be empty. Raises `RefusedError` when it is no name."""
    return kept_name(name) if name.strip() else ""


def kept_own_part(text: str) -> str:
    """Give what somebody can do themselves as it is kept: one line, it may be empty."""
    return one_line(text)


def check_supporters(persons: int) -> None:
    """Raise `RefusedError` for a number of supporters that cannot be."""
    if not 0 <= persons <= _MOST_SUPPORTERS:
        raise RefusedError("How many people? Between 0 and {most}.", most=_MOST_SUPPORTERS)


def parked_because(reason: str) -> str:
    """Give why a wish cannot be now, as it is kept; raises `RefusedError` without a reason."""
    kept = one_line(reason)
    if not kept:
        raise RefusedError("Say why it cannot be now.")
    return kept


def comes_back_on(day: date | None, today: date) -> date | None:
    """Give the day on which a parked wish comes back; raises `RefusedError` for one that came, or years away."""
    if day is not None and day <= today:
        raise RefusedError("Choose a day after today.")
    if day is not None and day > today + FARTHEST:
        raise RefusedError("This day is too far away. Look at the year.")
    return day


def on_paper(wish: Wish, series: UUID, since: date, joined: Sequence[date]) -> OnPaper:
    """Give what a sheet may tell of a wish that became an activity; `joined` is when later supporters came."""
    return OnPaper(series, wish.activity, since, wish.starts_on, wish.supporters - len(joined), tuple(joined))
