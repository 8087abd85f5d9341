"""What follows from who holds which key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.people.rules import kept_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from buurtkamer_app.safekeeping.keys.records import Holder, NewHolder

ENOUGH: Final = 2


def people(holders: Iterable[Holder]) -> int:
    """Count the people who can open a room; keys that are nobody's by name may all be one person's."""
    return len({holder.host or holder.name.casefold() for holder in holders})


def few(holders: Iterable[Holder]) -> bool:
    """Tell whether fewer than two people can open the room: with one, a lost key may be the end of its data."""
    return people(holders) < ENOUGH


def renewal_due(gone_at: datetime | None, renewed_at: datetime | None) -> bool:
    """Tell whether a key was taken away since the data got its key of now."""
    return gone_at is not None and (renewed_at is None or gone_at > renewed_at)


def named(new: NewHolder) -> str:
    """Give the name under which a holder is kept, empty for a host; raises `RefusedError` when nobody is named."""
    if new.host is not None:
        return ""
    if not new.name.strip():
        raise RefusedError("Who holds this key? Type a name.")
    return kept_name(new.name)
