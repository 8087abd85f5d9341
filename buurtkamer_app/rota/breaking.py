"""What putting a host on a shift breaks, in words: the program never does it, a coordinator may and sees it first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import Experience, Willing
from buurtkamer_app.people.cards.records import NO_PROOFS
from buurtkamer_app.rota.rules import REST, rest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import timedelta
    from uuid import UUID

    from buurtkamer_app.people.cards.records import Proofs
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.rota.records import Shift


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a host who is to be put on a shift.

    `free` is how gladly they come then (None: they cannot). `held` are the shifts that they hold in its week and on the
    days around it, without one that they leave for it. `proofs` are their papers. `off_week` when groups take turns and
    it is not theirs.
    """

    host: Host
    free: Willing | None
    held: tuple[Shift, ...] = ()
    proofs: Proofs = NO_PROOFS
    off_week: bool = False


def breaks(
    shift: Shift, known: Known, experienced: Collection[UUID] = frozenset(), *, papers: bool = True
) -> tuple[Label, ...]:
    """Say what it breaks when a host is put on a shift, the gravest first; empty when nothing speaks against it.

    `experienced` are the hosts with experience. Without `papers` VOG and certificates are left out: they are for the
    coordinator and the host themselves. Who is on it already and leaves is to be taken off the shift first (`without`).
    """
    host = known.host
    named: dict[str, str | int] = {"name": host.name}
    found: list[Label] = []
    if host.experience is Experience.TRAINEE:
        found.append(Label(mark("{name} is learning and takes no place."), named))
    if known.free is None:
        found.append(Label(mark("{name} cannot come then."), named))
    others = [held for held in known.held if held.key != shift.key]
    if any(held.on == shift.on for held in others):
        found.append(Label(mark("{name} is on another shift that day."), named))
    if any(held.on != shift.on and rest_between(held, shift) < REST for held in others):
        found.append(Label(mark("{name} has less than 11 hours of rest."), named))
    week = sum(held.on.isocalendar()[:2] == shift.on.isocalendar()[:2] for held in others)
    if week >= host.most_a_week and host.experience is not Experience.TRAINEE:
        found.append(_too_many(host, week + 1))
    if papers:
        found += lacking_papers(shift, known)
    if lacks_experience(shift, host.id, experienced):
        found.append(Label(mark("Nobody with experience is on then.")))
    return (*found, *_not_gladly(known))


def _not_gladly(known: Known) -> list[Label]:
    """Say why somebody is rather not asked, though they can come."""
    named: dict[str, str | int] = {"name": known.host.name}
    found = [Label(mark("{name} has no turn that week."), named)] if known.off_week else []
    if known.free is Willing.RATHER_NOT:
        found.append(Label(mark("{name} would rather not come then."), named))
    if known.free is Willing.LAST_RESORT:
        found.append(Label(mark("{name} only comes when nobody else can."), named))
    return found


def lacking_papers(shift: Shift, known: Known) -> list[Label]:
    """Say which papers that a shift asks somebody lacks on its day; for the coordinator."""
    found: list[Label] = []
    named: dict[str, str | int] = {"name": known.host.name}
    if shift.asks_vog and not known.proofs.has_vog(shift.on):
        found.append(Label(mark("{name} has no valid VOG for this."), named))
    if shift.asks and not known.proofs.has_certificate(shift.asks, shift.on):
        found.append(Label(mark("{name} has no valid certificate: {what}."), named | {"what": shift.asks}))
    return found


def lacks_experience(shift: Shift, host: UUID, experienced: Collection[UUID]) -> bool:
    """Tell whether a shift is full with this host and then has too few who are experienced."""
    on = [place.host for place in shift.on_duty]
    short = sum(one in experienced for one in (*on, host)) < shift.experienced
    return short and len(on) + 1 >= shift.hosts


def left_behind(shift: Shift, gone: UUID, experienced: Collection[UUID]) -> tuple[Label, ...]:
    """Say what a shift lacks once a host has left it."""
    rest = [place.host for place in without(shift, gone).on_duty]
    if not rest:
        return (Label(mark("Nobody is left on the shift before.")),)
    had = sum(place.host in experienced for place in shift.on_duty) >= shift.experienced
    if had and sum(one in experienced for one in rest) < shift.experienced:
        return (Label(mark("Nobody with experience is left on the shift before.")),)
    return ()


def without(shift: Shift, host: UUID) -> Shift:
    """Give a shift as it is once a host is off it."""
    return replace(shift, places=tuple(place for place in shift.places if place.host != host))


def rest_between(one: Shift, other: Shift) -> timedelta:
    """Give the time between two shifts of different days."""
    first, then = sorted((one, other), key=lambda shift: (shift.on, shift.starts))
    return rest(first.on, first.ends, then.on, then.starts)


def held_by(shifts: Collection[Shift]) -> Mapping[UUID, tuple[Shift, ...]]:
    """Give for each host the shifts on which they are expected, by date."""
    found: dict[UUID, tuple[Shift, ...]] = {}
    for shift in sorted(shifts, key=lambda one: (one.on, one.starts)):
        for place in shift.on_duty:
            found[place.host] = (*found.get(place.host, ()), shift)
    return found


def _too_many(host: Host, count: int) -> Label:
    values: dict[str, str | int] = {"name": host.name, "count": count, "most": host.most_a_week}
    if not host.most_a_week:
        return Label(mark("{name} is not on the rota."), values)
    return Label(mark("{name} is on {count} times that week. The most is {most}."), values)
