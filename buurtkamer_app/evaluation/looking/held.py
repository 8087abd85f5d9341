"""Counts the dates of activities that were held, as `Activities.occurrences` has them, but ten years in a moment."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.rules import dates
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.evaluation.looking import queries
from buurtkamer_app.evaluation.looking.held_records import Date, Known, Otherwise, Planned
from buurtkamer_app.room.records import Using
from buurtkamer_app.room.rules import closed_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.room.records import Closure
    from buurtkamer_app.room.service import Room


_NONE: Final[frozenset[date]] = frozenset()


def held(
    series: Iterable[Planned], changed: Iterable[Otherwise], known: Known, over: tuple[date, date], now: datetime
) -> Iterator[Date]:
    """Give the dates in a period (`over`, both days included) that were held; `now` is the room's wall clock."""
    others: dict[UUID, list[Otherwise]] = {}
    for entry in changed:
        others.setdefault(entry.series, []).append(entry)
    today = now.date()
    first, last = over[0], min(over[1], today)
    shut = _days(known.closures)
    for one in series:
        mine = others.get(one.id, ())
        off = known.off.get(one.id, _NONE)
        left = off | {entry.rule_date for entry in mine if entry.rule_date is not None} if mine else off
        until = min(last, one.last_date) if one.last_date else last
        led = one.self_run or one.lead_kind is LeadKind.RESIDENT
        usual, host = (one.starts, one.ends), one.lead if one.lead_kind is LeadKind.HOST else ""
        for on in dates(one.rrule, one.first_date, first, until):
            if (
                on not in left
                and (on != today or one.ends <= now.time())
                and (on not in shut or not _closed(one, on, one.space, usual, known))
            ):
                yield Date(one, on, *usual, led, host)
        for entry in mine:
            if (
                first <= entry.on <= last
                and entry.on not in off
                and not _closed(one, entry.on, entry.space, (entry.starts, entry.ends), known)
                and (entry.on != today or entry.ends <= now.time())
            ):
                led = one.self_run or entry.lead_kind is LeadKind.RESIDENT
                host = entry.lead if entry.lead_kind is LeadKind.HOST else ""
                yield Date(one, entry.on, entry.starts, entry.ends, led, host)


def _days(closures: Iterable[Closure]) -> frozenset[date]:
    return frozenset(
        closure.first + timedelta(days=number)
        for closure in closures
        for number in range((closure.last - closure.first).days + 1)
    )


def _closed(one: Planned, on: date, space: str, times: tuple[time, time], known: Known) -> bool:
    """Tell whether a date fell in a closure; what was counted has been, whatever was closed afterwards."""
    if (one.id, on) in known.heads:
        return False
    return closed_for(known.closures, Using(space, on, *times, one.id)) is not None


def held_dates(session: Session, first: date, last: date, room: Room, *, hosts_only: bool = False) -> list[Date]:
    """Read the dates in a period that were held; only those that hosts led with `hosts_only`."""
    if first > last:
        return []
    closures = tuple(room.closures(first, last))
    known = Known(
        queries.called_off(session, first, last),
        queries.heads(session, [(closure.first, closure.last) for closure in closures]),
        closures,
    )
    series = queries.planned(session, first, last, hosts_only=hosts_only)
    changed = queries.otherwise(session, first, last)
    return list(held(series, changed, known, (first, last), room.now()))
