"""Leaving: what somebody still holds, what becomes of it, and what is erased when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.leading.records import Led
    from buurtkamer_app.people.cards.records import HouseKey
    from buurtkamer_app.rota.records import ShiftKey


@dataclass(frozen=True, slots=True)
class FreedShift:
    """A shift that becomes a gap; `joined_by` is who is new and would have gone along with them."""

    key: ShiftKey
    starts: time
    ends: time
    joined_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """What is erased (a message id), and on which day."""

    what: str
    on: date


@dataclass(frozen=True, slots=True)
class Farewell:
    """What leaving means for a host whose last day is `last_on`; `at_once` when that day is not still to come.

    `due_cents` is allowance that they are still to get, `no_amounts` are years of which the amounts are not known;
    `concerns` is how many wait for them.
    """

    host: UUID
    name: str
    last_on: date
    at_once: bool
    shifts: tuple[FreedShift, ...] = ()
    agreements: int = 0
    offers: int = 0
    leads: tuple[Led, ...] = ()
    keys: tuple[HouseKey, ...] = ()
    due_cents: int = 0
    no_amounts: tuple[int, ...] = ()
    has_pin: bool = False
    concerns: int = 0
    erased: tuple[Erased, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaver:
    """How somebody leaves: the last day, which keys came back (and when), and whether to erase at once what may go."""

    host: UUID
    last_on: date
    keys_back: tuple[UUID, ...] = ()
    back_on: date | None = None
    erase_now: bool = False
