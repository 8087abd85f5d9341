"""What the room was before its name, address, hours or the names of its spaces changed; all SQL of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from buurtkamer_app.room import queries
from buurtkamer_app.room.records import FormerRoom, Opening, RoomFacts
from buurtkamer_app.storage.tables.paper import FormerRoomRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from buurtkamer_app.room.records import RoomPlan

_DAY = timedelta(days=1)


def keep(session: Session, today: date) -> None:
    """Keep what the room was up to yesterday, before it changes; the first change of a day says what was."""
    until = today - _DAY
    if session.scalars(select(FormerRoomRow).where(FormerRoomRow.until == until)).first() is not None:
        return
    facts = queries.facts(session)
    if facts is None:
        return
    session.add(
        FormerRoomRow(
            until=until,
            name=facts.name,
            street=facts.street,
            postcode=facts.postcode,
            city=facts.city,
            entrance=facts.entrance,
            phone=facts.phone,
            hours="\n".join(f"{one.weekday} {one.opens:%H:%M} {one.closes:%H:%M}" for one in queries.hours(session)),
            spaces="\n".join(f"{space.id} {space.name}" for space in queries.spaces(session)),
        )
    )


@dataclass(frozen=True, slots=True)
class AsItWas:
    """The room on any day: as it is, or as it was before it changed."""

    now: FormerRoom
    before: Sequence[FormerRoom]

    def on(self, day: date) -> FormerRoom:
        """Give what the room was on a day."""
        place = bisect_left(self.before, day, key=lambda one: one.until)
        return self.before[place] if place < len(self.before) else self.now

    def space(self, name: str, day: date) -> str:
        """Give what the space that now has a name was called on a day."""
        was = self.on(day)
        if was is self.now:
            return name
        key = next((key for key, known in self.now.spaces.items() if known == name), None)
        return name if key is None else was.spaces.get(key, name)


def as_it_was(session: Session, plan: RoomPlan, since: date) -> AsItWas:
    """Read what the room was from a day on, beside what it is."""
    now = FormerRoom(since, plan.facts, plan.hours, {space.id: space.name for space in plan.spaces})
    rows = session.scalars(select(FormerRoomRow).where(FormerRoomRow.until >= since).order_by(FormerRoomRow.until))
    return AsItWas(now, [_record(row, plan.facts) for row in rows])


def _record(row: FormerRoomRow, facts: RoomFacts) -> FormerRoom:
    was = RoomFacts(
        row.name, row.street, row.postcode, row.city, row.entrance, facts.country, facts.timezone, row.phone
    )
    hours = [line.split(" ") for line in row.hours.splitlines()]
    spaces = [line.partition(" ") for line in row.spaces.split("\n") if line]
    return FormerRoom(
        row.until,
        was,
        tuple(Opening(int(day), time.fromisoformat(opens), time.fromisoformat(closes)) for day, opens, closes in hours),
        {UUID(key): name for key, _, name in spaces},
    )
