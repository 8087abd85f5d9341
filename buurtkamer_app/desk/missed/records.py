"""Records of regulars who stay away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import MissedResult


@dataclass(frozen=True, slots=True)
class Agreement:
    """That a regular wants to be called when they stay away: to whom they said so, when (UTC), and in which words.

    `taken_by` is empty when no host's name goes with it. Until `away_until`, that day included, nobody misses them.
    """

    visitor: UUID
    phone: str
    also_call: str
    agreed_at: datetime
    taken_by: str
    sentence: str
    away_until: date | None


@dataclass(frozen=True, slots=True)
class Contact:
    """What came of asking after a regular on a day."""

    on: date
    result: MissedResult


@dataclass(frozen=True, slots=True)
class Regular:
    """What is known of a regular who agreed: since when, their visits (the earliest first) and who asked after them."""

    agreed_on: date
    visits: tuple[date, ...] = ()
    away_until: date | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """A regular whom the hosts miss, and whom to call; `last_seen` is their last visit that was counted by name.

    `tried` says when and with which result somebody asked after them since then.
    """

    visitor: UUID
    name: str
    hint: str
    phone: str
    also_call: str
    last_seen: date | None
    tried: Contact | None
