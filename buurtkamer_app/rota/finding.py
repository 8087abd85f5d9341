"""Finds the shift or the place that somebody at the desk means by a name and the time of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.rota import queries
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow

if TYPE_CHECKING:
    from datetime import datetime, time

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.room.records import RoomPlan, ShiftPattern


def shift_of(session: Session, key: ShiftKey, plan: RoomPlan) -> ShiftRow:
    """Give a shift, made from the pattern of its weekday when nobody was on it yet.

    Raises `RefusedError` when that weekday has no such shift.
    """
    known = queries.shift(session, key)
    if known is not None:
        return known
    asked = (key.on.weekday(), key.part, key.task)
    pattern = next((entry for entry in _of_weekdays(plan) if (entry.weekday, entry.part, entry.task) == asked), None)
    if pattern is None:
        raise RefusedError("There is no such shift on that day.")
    return row_of(session, key, pattern)


def row_of(session: Session, key: ShiftKey, pattern: ShiftPattern) -> ShiftRow:
    """Make the row of a shift from what asks for it."""
    made = ShiftRow(
        on_date=key.on,
        part=key.part,
        task=key.task,
        extra=False,
        starts=pattern.starts,
        ends=pattern.ends,
        hosts=pattern.hosts,
        experienced=pattern.experienced,
        asks_vog=pattern.asks_vog,
        asks=pattern.asks,
    )
    session.add(made)
    session.flush()
    return made


def place_of(session: Session, host: Host, now: datetime, *, absent: bool = False) -> tuple[PlaceRow, ShiftRow]:
    """Give the place that a host holds today: the one that is on now or comes next, with `absent` one marked so first.

    Raises `RefusedError` when they hold none.
    """
    held = queries.held(session, host.id, now.date())
    if not held:
        raise RefusedError("{name} has no shift today.", name=host.name)
    return min(
        held,
        key=lambda entry: (
            absent and queries.absence(session, entry[0].id) is None,
            entry[1].ends <= now.time(),
            entry[1].starts,
        ),
    )


def key_in_need(session: Session, now: datetime, plan: RoomPlan) -> ShiftKey:
    """Give the shift of today for which somebody is sought: one with an absence, else the one on now or next.

    Raises `RefusedError` on a day without shifts.
    """
    on = now.date()
    places = queries.places(session, on, on)
    absent = {key for key, held in places.items() if any(place.absent and not place.replaced for place in held)}
    today: dict[ShiftKey, ShiftPattern | ShiftRow] = {
        ShiftKey(on, entry.part, entry.task): entry for entry in _of_weekdays(plan) if entry.weekday == on.weekday()
    }
    # Those for an event, or of an activity, stand in no weekday.
    today |= {ShiftKey(on, row.part, row.task): row for row in queries.shifts(session, on, on)}
    if not today:
        raise RefusedError("There is no shift today.")

    def pressing(key: ShiftKey) -> tuple[bool, bool, bool, time]:
        return key not in absent, today[key].ends <= now.time(), bool(key.task), today[key].starts

    return min(today, key=pressing)


def shift_in_need(session: Session, now: datetime, plan: RoomPlan) -> ShiftRow:
    """Give the row of that shift; raises `RefusedError` on a day without shifts."""
    return shift_of(session, key_in_need(session, now, plan), plan)


def _of_weekdays(plan: RoomPlan) -> list[ShiftPattern]:
    """Give the patterns of weekdays: those of an activity are on its dates."""
    return [pattern for pattern in plan.patterns if pattern.series_id is None]
