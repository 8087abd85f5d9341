"""What lies ahead in the rota: how a day stands, what is at risk, who is on now and who should be."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Experience

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.people.cards.records import Proofs
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.rota.records import Shift


class RiskKind(enum.StrEnum):
    """What may go wrong with a shift, the gravest first."""

    NOBODY = "nobody"
    ONLY_LEARNING = "only_learning"
    ONE = "one"
    OPEN = "open"
    NO_EXPERIENCE = "no_experience"
    VOG = "vog"
    CERTIFICATE = "certificate"
    ACTIVITY_GONE = "activity_gone"


@dataclass(frozen=True, slots=True)
class Risk:
    """That something may go wrong with a shift: `count` places open, `name` who is meant, `what` certificate."""

    shift: Shift
    kind: RiskKind
    count: int = 0
    name: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """How a day stands: its shifts, how many places are open and how many with experience are missing.

    `closed` is why the house is closed all day (empty when nobody said why), None when it is not.
    """

    on: date
    shifts: int
    open: int
    inexperienced: int = 0
    closed: str | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """How each day of a period stands, and what may go wrong in the coming two weeks, the nearest first."""

    days: tuple[DayAhead, ...]
    risks: tuple[Risk, ...]


@dataclass(frozen=True, slots=True)
class NowOn:
    """Who signed on, by name; whose shift it is now who did not, with the shift."""

    at: datetime
    here: tuple[str, ...]
    missing: tuple[tuple[str, Shift], ...]


def trainees(hosts: Iterable[Host]) -> frozenset[UUID]:
    """Give the hosts who are learning: they hold no place."""
    return frozenset(host.id for host in hosts if host.experience is Experience.TRAINEE)


def experienced(hosts: Iterable[Host]) -> frozenset[UUID]:
    """Give the hosts with experience."""
    return frozenset(host.id for host in hosts if host.experience is Experience.EXPERIENCED)


def open_places(shift: Shift, learning: Collection[UUID]) -> int:
    """Give how many places of a shift nobody holds. Source: a trainee joins as an extra (the rota's model)."""
    return max(0, shift.hosts - sum(place.host not in learning for place in shift.on_duty))


def short_of_experience(shift: Shift, able: Collection[UUID]) -> int:
    """Give how many hosts with experience a shift still misses."""
    return max(0, shift.experienced - sum(place.host in able for place in shift.on_duty))


def day_ahead(on: date, shifts: Sequence[Shift], hosts: Sequence[Host], closed: str | None = None) -> DayAhead:
    """Say how a day stands."""
    if not shifts:
        return DayAhead(on, 0, 0, 0, closed)
    learning, able = trainees(hosts), experienced(hosts)
    return DayAhead(
        on,
        len(shifts),
        sum(open_places(shift, learning) for shift in shifts),
        sum(short_of_experience(shift, able) for shift in shifts),
        closed,
    )


def risks(shift: Shift, hosts: Sequence[Host], known: Mapping[UUID, Proofs]) -> list[Risk]:
    """Say what may go wrong with a shift; who is in `known` shows papers, nobody else is asked for them."""
    learning, able = trainees(hosts), experienced(hosts)
    on = [place for place in shift.on_duty if place.host not in learning]
    left = open_places(shift, learning)
    found: list[Risk] = []
    if not on:
        only = bool(shift.on_duty or shift.along)
        found.append(Risk(shift, RiskKind.ONLY_LEARNING if only else RiskKind.NOBODY, left))
    elif left:
        found.append(Risk(shift, RiskKind.ONE if len(on) == 1 else RiskKind.OPEN, left))
    if on and shift.experienced and not any(place.host in able for place in on):
        found.append(Risk(shift, RiskKind.NO_EXPERIENCE))
    for place in on:
        papers = known.get(place.host)
        if papers is None:
            continue
        if shift.asks_vog and not papers.has_vog(shift.on):
            found.append(Risk(shift, RiskKind.VOG, name=place.host_name))
        if shift.asks and not papers.has_certificate(shift.asks, shift.on):
            found.append(Risk(shift, RiskKind.CERTIFICATE, name=place.host_name, what=shift.asks))
    return found
