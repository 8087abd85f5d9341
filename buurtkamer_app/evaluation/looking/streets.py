"""The figures of street activities, as `Streets.figures` has them, with each street by itself and whom they reached."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms_around import LedBy, TargetGroup
from buurtkamer_app.evaluation.looking import around_queries, queries
from buurtkamer_app.evaluation.looking.around_records import Score, StreetBack, StreetsBack
from buurtkamer_app.evaluation.looking.records import BecameSelfRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from buurtkamer_app.evaluation.looking.around_queries import Gathering

_ANY = date(2000, 1, 1)


def held(session: Session, first: date, last: date, now: datetime) -> list[Gathering]:
    """Give the street activities of a period that are over; `now` is the room's wall clock."""
    found = around_queries.gatherings(session, first, last)
    return [one for one in found if (one.on, one.ends) <= (now.date(), now.time())]


def professional_minutes(one: Gathering) -> int:
    """Give the minutes of all professionals together: until they went, else until it ended as announced."""
    took = datetime.combine(_ANY, one.professionals_until or one.ends) - datetime.combine(_ANY, one.starts)
    return one.professionals * (took // timedelta(minutes=1))


def back(session: Session, first: date, last: date, now: datetime) -> StreetsBack:
    """Give the figures of a period."""
    every = held(session, first, last, now)
    keys = {one.id for one in every}
    said = [row for key, row in around_queries.street_reflections(session, first, last).items() if key in keys]
    groups = Counter(target for key, target in around_queries.reached(session, first, last) if key in keys)
    goals = Counter(goal for key, goal in around_queries.goals(session, first, last) if key in keys)
    leads = Counter(one.led_by for one in every)
    return StreetsBack(
        len(every),
        sum(one.headcount for one in every),
        {kind: leads[kind] for kind in LedBy if leads[kind]},
        sum(one.residents_until is not None and one.led_by is not LedBy.RESIDENTS for one in every),
        {target: groups[target] for target in TargetGroup if groups[target]},
        dict(sorted(goals.items())),
        score(row.recommend for row in said),
        score(row.impact for row in said),
        _each(every, around_queries.phases(session), last),
    )


def score(given: Iterable[int | None]) -> Score:
    """Add scores up; those that were not given do not count."""
    known = [one for one in given if one is not None]
    return Score(sum(known), len(known))


def taken_over(session: Session, zone: ZoneInfo, first: date, last: date) -> tuple[BecameSelfRun, ...]:
    """Give what residents do by themselves since a day in a period, activities and streets, the earliest first."""
    found = [one for one in queries.became_self_run(session, zone) if first <= one.on <= last]
    return tuple(sorted([*found, *self_run(session, first, last)], key=lambda one: (one.on, one.name.casefold())))


def self_run(session: Session, first: date, last: date) -> list[BecameSelfRun]:
    """Give the streets that residents lead since a day in a period, while others led before or nobody said who."""
    names = around_queries.street_names(session)
    return [
        BecameSelfRun(since, names[street], street=True)
        for street, phases in around_queries.phases(session).items()
        for place, (since, led_by) in enumerate(phases)
        if led_by is LedBy.RESIDENTS
        and first <= since <= last
        and (place == 0 or phases[place - 1][1] is not LedBy.RESIDENTS)
    ]


def _each(
    every: Sequence[Gathering], phases: Mapping[UUID, Sequence[tuple[date, LedBy]]], last: date
) -> tuple[StreetBack, ...]:
    names = {one.street: one.street_name for one in every}
    many = Counter(one.street for one in every)
    heads: Counter[UUID] = Counter()
    for one in every:
        heads[one.street] += one.headcount
    # The last one that began by then.
    leads = {street: led_by for street, known in phases.items() for since, led_by in known if since <= last}
    rows = [StreetBack(street, name, many[street], heads[street], leads.get(street)) for street, name in names.items()]
    return tuple(sorted(rows, key=lambda row: (-row.gatherings, row.name.casefold())))
