"""What is to be told to whom because of closed days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.records import Party
    from buurtkamer_app.planner.closing.records import TouchedActivity
    from buurtkamer_app.rota.records import Place, Shift


def of_activity(entry: TouchedActivity, closure: UUID, to: date | None = None) -> list[NewTelling]:
    """Tell who signed up that it does not go on, or is on another day."""
    series, on = entry.key
    reason = TellReason.CANCELLED if to is None else TellReason.MOVED
    return [
        NewTelling(reason, party.name, party.phone, party.persons, series=series, on=on, moved_to=to, closure=closure)
        for party in entry.parties
    ]


def of_shift(
    shift: Shift, places: Iterable[Place], phones: Mapping[UUID, str], closure: UUID, to: date | None = None
) -> list[NewTelling]:
    """Tell hosts that their shift is off, or on another day."""
    reason = TellReason.CANCELLED if to is None else TellReason.MOVED
    return [
        NewTelling(
            reason,
            place.host_name,
            phones.get(place.host, ""),
            on=shift.on,
            moved_to=to,
            part=shift.part,
            closure=closure,
        )
        for place in places
    ]


def of_booking(entry: Booked, closure: UUID) -> NewTelling:
    """Tell a partner or group that their space is closed."""
    booking = entry.booking
    return NewTelling(TellReason.CANCELLED, booking.who, booking.phone, on=entry.on, closure=closure)


def goes_on(told: NewTelling) -> NewTelling:
    """Tell who heard that it does not go on that it does."""
    return NewTelling(
        TellReason.GOES_ON, told.name, told.contact, told.persons, series=told.series, on=told.on, part=told.part
    )


def back(party: Party, series: UUID, on: date, to: date) -> NewTelling:
    """Tell somebody that what moved is on its first day again."""
    return NewTelling(TellReason.MOVED, party.name, party.phone, party.persons, series=series, on=on, moved_to=to)
