"""The tables of the room itself."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.storage.tables.base import Row, reference


class RoomRow(Row):
    """The one room of this store."""

    __tablename__ = "room"
    __table_args__ = (CheckConstraint("country IN ('NL', 'BE')", name="country"), UniqueConstraint("single"))

    single: Mapped[bool]
    name: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    entrance: Mapped[str]
    country: Mapped[str]
    timezone: Mapped[str]
    phone: Mapped[str]


class OpeningRow(Row):
    """The hours of a weekday."""

    __tablename__ = "opening_hours"
    __table_args__ = (
        UniqueConstraint("weekday"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("opens < closes", name="order"),
    )

    weekday: Mapped[int]
    opens: Mapped[time]
    closes: Mapped[time]


class SpaceRow(Row):
    """A space in the house."""

    __tablename__ = "space"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("capacity > 0", name="capacity"))

    position: Mapped[int]
    name: Mapped[str]
    capacity: Mapped[int]
    shared: Mapped[bool]


class ShiftPatternRow(Row):
    """The shift of a weekday's part of the day; `task` is empty for the room itself, else the task or activity.

    With a series there is a shift on each of its dates instead of on each of those weekdays. `asks_vog` and `asks` (the
    name of a certificate) say what somebody must have who does this.
    """

    __tablename__ = "shift_pattern"
    __table_args__ = (
        UniqueConstraint("weekday", "part", "task"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("hosts > 0 AND experienced BETWEEN 0 AND hosts", name="places"),
    )

    weekday: Mapped[int]
    part: Mapped[DayPart]
    starts: Mapped[time]
    ends: Mapped[time]
    hosts: Mapped[int]
    experienced: Mapped[int]
    task: Mapped[str]
    series_id: Mapped[UUID | None] = reference("series.id", required=False)
    asks_vog: Mapped[bool]
    asks: Mapped[str]


class ClosureRow(Row):
    """Days on which the room is closed; with a space only that one, with times only then, on each of the days.

    What falls in it is cancelled by it, without a row of its own, so that all of it is there again without the closure.
    """

    __tablename__ = "closure"
    __table_args__ = (
        CheckConstraint("first <= last", name="order"),
        CheckConstraint(
            "(starts IS NULL AND ends IS NULL) OR (starts IS NOT NULL AND ends IS NOT NULL AND starts < ends)",
            name="times",
        ),
    )

    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str]
    space_id: Mapped[UUID | None] = reference("space.id", required=False)
    starts: Mapped[time | None]
    ends: Mapped[time | None]


class ClosureChoiceRow(Row):
    """What was decided for one date within a closure: it moved to another day, or goes on all the same (no such day).

    Exactly one of an activity, a booking and a host's place on the rota; what has no row does not go on.
    """

    __tablename__ = "closure_choice"
    __table_args__ = (
        CheckConstraint(
            "(series_id IS NOT NULL AND booking_id IS NULL AND place_id IS NULL)"
            " OR (series_id IS NULL AND booking_id IS NOT NULL AND place_id IS NULL AND moved_to IS NULL)"
            " OR (series_id IS NULL AND booking_id IS NULL AND place_id IS NOT NULL AND moved_to IS NOT NULL)",
            name="one",
        ),
    )

    closure_id: Mapped[UUID] = reference("closure.id")
    series_id: Mapped[UUID | None] = reference("series.id", required=False, index=False)
    booking_id: Mapped[UUID | None] = reference("booking.id", required=False, index=False)
    place_id: Mapped[UUID | None] = reference("place.id", required=False, index=False)
    on_date: Mapped[date]
    moved_to: Mapped[date | None]


class TeamRow(Row):
    """The neighbourhood team and what it had done before this store; hours in minutes."""

    __tablename__ = "team"
    __table_args__ = (
        UniqueConstraint("single"),
        CheckConstraint("minutes_before >= 0 AND members_besides_hosts >= 0", name="counts"),
        CheckConstraint("0 <= target_low AND target_low <= target_high", name="target"),
        CheckConstraint("years BETWEEN 1 AND 20", name="years"),
    )

    single: Mapped[bool]
    name: Mapped[str]
    started_on: Mapped[date]
    minutes_before: Mapped[int]
    target_low: Mapped[int]
    target_high: Mapped[int]
    members_besides_hosts: Mapped[int]
    years: Mapped[int]


class DeskSettingRow(Row):
    """How this room counts and closes, as the coordinator set it; no row is the default of room/records.py.

    `school_region` is the region whose school holidays are shown, empty: none was chosen.
    """

    __tablename__ = "desk_setting"
    __table_args__ = (UniqueConstraint("single"),)

    single: Mapped[bool]
    word_walk_in: Mapped[str]
    word_activity: Mapped[str]
    word_help: Mapped[str]
    word_child: Mapped[str]
    ignore_second_press: Mapped[bool]
    leaving: Mapped[bool]
    age_bands: Mapped[bool]
    cash: Mapped[bool]
    closing_round: Mapped[str]
    confidant: Mapped[str]
    confidant_phone: Mapped[str]
    school_region: Mapped[str]


class ProgrammeRow(Row):
    """A programme that this room has beside itself; what has no row is nowhere in sight."""

    __tablename__ = "programme"
    __table_args__ = (UniqueConstraint("programme"),)

    programme: Mapped[Programme]
