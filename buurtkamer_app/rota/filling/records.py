"""What is asked when open shifts are to be filled, and what comes of it, in the words of the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.people.cards.records import NO_PROOFS
from buurtkamer_app.rota.records import NO_TURNS

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.people.cards.records import Proofs
    from buurtkamer_app.people.records import Available
    from buurtkamer_app.people.times.records import Days
    from buurtkamer_app.rota.fixed.records import Agreed
    from buurtkamer_app.rota.records import ShiftKey, Turns


@dataclass(frozen=True, slots=True)
class Hand:
    """A host as filling sees them.

    `otherwise` are days on which they are away or there extra, `fixed` what they agreed to, `proofs` their papers.
    `group` is theirs where groups take turns by the week (0: none).
    """

    id: UUID
    name: str
    trainee: bool = False
    experienced: bool = False
    most_a_week: int = 2
    times: tuple[Available, ...] = ()
    otherwise: tuple[Days, ...] = ()
    fixed: tuple[Agreed, ...] = ()
    group: int = 0
    proofs: Proofs = NO_PROOFS
    offers: frozenset[ShiftKey] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """A shift to be filled: `held` are who is on it and stays, `begun` when nobody is put on it any more."""

    key: ShiftKey
    starts: time
    ends: time
    hosts: int
    experienced: int
    held: tuple[UUID, ...] = ()
    begun: bool = False
    asks_vog: bool = False
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Which shifts are to be filled by whom; `turns` when groups take turns by the week.

    `held_around` are shifts just outside the period that hosts hold (their key, start, end), for the rest of 11 hours
    and for how many there may be in the first and last week.
    """

    first: date
    last: date
    shifts: tuple[Asked, ...]
    hands: tuple[Hand, ...]
    turns: Turns = NO_TURNS
    held_around: tuple[tuple[UUID, ShiftKey, time, time], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """That a host is put on a shift, and why, in kind words that compare and rate nobody."""

    key: ShiftKey
    host: UUID
    name: str
    reasons: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A shift with places that stay open, why nobody can, and whom one could ask all the same."""

    key: ShiftKey
    places: int
    reasons: tuple[Label, ...] = ()
    ask: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling comes to: who would be put on, what stays open, and the figures behind it.

    `troubles` say what in the room contradicts itself, by host and day; the rest is filled all the same.
    """

    first: date
    last: date
    given: tuple[Given, ...]
    gaps: tuple[Gap, ...]
    missing_experienced: int
    cost: int
    bound: int
    proven: bool
    seconds: float
    troubles: tuple[Label, ...] = ()
