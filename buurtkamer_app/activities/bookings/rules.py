"""What a booking must be, when it takes its space, and what closed days make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.conflicts import Use
from buurtkamer_app.activities.records import InUse
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line, phone_number
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.room.records import Using
from buurtkamer_app.room.rules import closed_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from buurtkamer_app.activities.bookings.records import Booked, Booking, NewBooking
    from buurtkamer_app.room.records import Closure


MOST_COUNTED: Final = 9999
_MOST_MINUTES: Final = 240
_MOST_EXPECTED: Final = 9999


def kept(new: NewBooking) -> NewBooking:
    """Give a booking as it is kept; raises `RefusedError` for a name, number or time that cannot be."""
    who = kept_name(new.who)
    if new.starts >= new.ends:
        raise RefusedError("The activity ends before it starts. Look at the times again.")
    if new.last_date is not None and new.last_date < new.first_date:
        raise RefusedError("The last day comes before the first.")
    if not (0 <= new.set_up_minutes <= _MOST_MINUTES and 0 <= new.clear_minutes <= _MOST_MINUTES):
        raise RefusedError("Setting up and clearing away take at most {most} minutes.", most=_MOST_MINUTES)
    if new.persons is not None and not 1 <= new.persons <= _MOST_EXPECTED:
        raise RefusedError("How many people? Between 1 and {most}.", most=_MOST_EXPECTED)
    phone = phone_number(new.phone) if new.phone.strip() else ""
    return replace(new, who=who, phone=phone, arrangement=one_line(new.arrangement))


def otherwise(before: Booking, new: NewBooking) -> bool:
    """Tell whether a change touches when or where it is: what has been may not become otherwise by it."""
    names = ("space", "rrule", "first_date", "starts", "ends", "set_up_minutes", "clear_minutes")
    return any(getattr(before, name) != getattr(new, name) for name in names)


def taken(booking: Booking | NewBooking) -> tuple[time, time]:
    """Give from when until when a booking takes its space, with setting up and clearing away, within its day."""
    start = datetime.combine(date.min + timedelta(days=1), booking.starts) - timedelta(minutes=booking.set_up_minutes)
    end = datetime.combine(date.min + timedelta(days=1), booking.ends) + timedelta(minutes=booking.clear_minutes)
    middle = date.min + timedelta(days=1)
    return (
        start.time() if start.date() == middle else time.min,
        end.time() if end.date() == middle else time(23, 59),
    )


def use_of(booking: Booking | NewBooking, key: UUID | None) -> Use:
    """Give the use of a space that a booking makes, with setting up; who is not open to visitors shares it with nobody.

    Source: the issue, "it blocks the space for the planner".
    """
    starts, ends = taken(booking)
    alone = not booking.open_to_visitors
    return Use(booking.who, booking.space, starts, ends, booking.persons, key=key, alone=alone)


def while_closed(booked: Iterable[Booked], closures: Iterable[Closure]) -> list[Booked]:
    """Give dates of bookings as they are with these closures: what falls in one and was not counted is off."""
    known, found = tuple(closures), []
    for entry in booked:
        booking = entry.booking
        shut = closed_for(known, Using(booking.space, entry.on, booking.starts, booking.ends, booking.id))
        if entry.off is not None or entry.headcount is not None or shut is None:
            found.append(entry)
        else:
            found.append(replace(entry, off=shut.reason, closed=True))
    return found


def on_wall(booked: Iterable[Booked], closures: Iterable[Closure]) -> list[InUse]:
    """Give the bookings that go on and may be read on the wall, without anybody's phone number."""
    return [
        InUse(entry.on, entry.booking.starts, entry.booking.ends, entry.booking.who, entry.booking.space)
        for entry in while_closed(booked, closures)
        if entry.off is None and entry.booking.on_wall
    ]
