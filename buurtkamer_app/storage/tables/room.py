"""The tables of the room itself."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.storage.tables.base import Row


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
    """The shift of a weekday's part of the day."""

    __tablename__ = "shift_pattern"
    __table_args__ = (
        UniqueConstraint("weekday", "part"),
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


class ClosureRow(Row):
    """Days on which the room is closed."""

    __tablename__ = "closure"
    __table_args__ = (CheckConstraint("first <= last", name="order"),)

    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str]


class TeamRow(Row):
    """The neighbourhood team and what it had done before this store; hours in minutes."""

    __tablename__ = "team"
    __table_args__ = (
        UniqueConstraint("single"),
        CheckConstraint("minutes_before >= 0 AND members_besides_hosts >= 0", name="counts"),
        CheckConstraint("0 <= target_low AND target_low <= target_high", name="target"),
    )

    single: Mapped[bool]
    name: Mapped[str]
    started_on: Mapped[date]
    minutes_before: Mapped[int]
    target_low: Mapped[int]
    target_high: Mapped[int]
    members_besides_hosts: Mapped[int]


class DeskSettingRow(Row):
    """How this room counts and closes, as the coordinator set it; no row is the default of room/records.py."""

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
