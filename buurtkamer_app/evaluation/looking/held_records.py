"""What tells on which dates activities were held: tuples, since there are thousands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.terms import LeadKind, Theme
    from buurtkamer_app.room.records import Closure


class Planned(NamedTuple):
    """Of a series what tells on which dates it was."""

    id: UUID
    name: str
    rrule: str
    first_date: date
    last_date: date | None
    starts: time
    ends: time
    space: str
    theme: Theme
    lead_kind: LeadKind
    lead: str
    self_run: bool


class Otherwise(NamedTuple):
    """One date of a series that is otherwise than its rule says; `rule_date` None: one beside the rule."""

    series: UUID
    rule_date: date | None
    on: date
    starts: time
    ends: time
    space: str
    lead_kind: LeadKind
    lead: str


@dataclass(frozen=True, slots=True)
class Known:
    """What happened to dates: those that were called off, how many took part, when the room was closed."""

    off: Mapping[UUID, frozenset[date]]
    heads: Mapping[tuple[UUID, date], int]
    closures: tuple[Closure, ...]


class Date(NamedTuple):
    """A date on which a series was held; `host` is the name of who of the hosts led it, "" when none of them did."""

    series: Planned
    on: date
    starts: time
    ends: time
    by_residents: bool
    host: str = ""
