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
    from buurtkamer_app.storage.unit import Unit


def shift_of(session: Session, key: ShiftKey, plan: RoomPlan) -> ShiftRow:
    """Give a shift, made from its pattern when nobody was on it yet.

    Raises `RefusedError` when that weekday has no such shift.
    """
    known = queries.shift(session, key)
    if known is not None:
        return known
    asked = (key.on.weekday(), key.part, key.task)
    pattern = next((entry for entry in plan.patterns if (entry.weekday, entry.part, entry.task) == asked), None)
    if pattern is None:
        raise RefusedError("There is no such shift on that day.")
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


def place_of(unit: Unit, host: Host, now: datetime, *, absent: bool = False) -> tuple[PlaceRow, ShiftRow]:
    """Give the place that a host holds today: the one that is on now or comes next, with `absent` one marked so first.

    Raises `RefusedError` when they hold none.
    """
    held = queries.held(unit.session, host.id, now.date())
    if not held:
        raise RefusedError("{name} has no shift today.", name=host.name)
    return min(
        held,
        key=lambda entry: (
            absent and queries.absence(unit.session, entry[0].id) is None,
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
    today = [pattern for pattern in plan.patterns if pattern.weekday == on.weekday()]
    if not today:
        raise RefusedError("There is no shift today.")

    def pressing(entry: ShiftPattern) -> tuple[bool, bool, bool, time]:
        known = ShiftKey(on, entry.part, entry.task)
        return known not in absent, entry.ends <= now.time(), bool(entry.task), entry.starts

    found = min(today, key=pressing)
    return ShiftKey(on, found.part, found.task)


def shift_in_need(session: Session, now: datetime, plan: RoomPlan) -> ShiftRow:
    """Give the row of that shift; raises `RefusedError` on a day without shifts."""
    return shift_of(session, key_in_need(session, now, plan), plan)
