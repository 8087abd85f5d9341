"""The demo room with somebody signed up and somebody on the rota, and all of it as it can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.storage.tables.activities import ChangedDateRow, SignUpRow
from buurtkamer_app.storage.tables.room import ClosureChoiceRow, ClosureRow
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow
from buurtkamer_app.storage.tables.wishes import TellingRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from buurtkamer_app.planner.closing.service import Closing
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
TUESDAY = date(2026, 3, 17)


@dataclass(frozen=True)
class Kept:
    """What must be there again exactly: who signed up for what, who is on which shift, what is on."""

    sign_ups: frozenset[tuple[object, ...]]
    places: frozenset[tuple[object, ...]]
    programme: tuple[object, ...]
    changed: frozenset[tuple[object, ...]]
    booked: tuple[object, ...]


def closing_of(services: Services) -> Closing:
    """Give the service that closes the house."""
    return services.closing


def series(services: Services, name: str) -> UUID:
    """Give an activity by its name."""
    return next(entry.id for entry in services.activities.series() if entry.name == name)


def busy(services: Services) -> None:
    """Let people sign up for the Eettafel of two Fridays and the Zitgym, and put hosts on their shifts."""
    table, gym = series(services, "Eettafel"), series(services, "Zitgym op muziek")
    for on in (FRIDAY, FRIDAY + timedelta(days=7)):
        services.activities.sign_up(table, on, "Mw. De Vries-Jansen", 2, "06 11111111")
        services.activities.sign_up(table, on, "Dhr. Bakker", 1)
        services.activities.sign_up(table, on, "", 3)
    services.activities.sign_up(gym, TUESDAY, "Mw. Tan", 1, "020 2222222")
    for name, on, part in (
        ("Ria Postma", FRIDAY, DayPart.AFTERNOON),
        ("Kees Vos", FRIDAY, DayPart.EVENING),
        ("Ria Postma", TUESDAY, DayPart.MORNING),
    ):
        services.rota.put_on(services.people.host_named(name).id, on, part)


def kept(services: Services) -> Kept:
    """Give everything that closing and opening again may not lose."""
    first, last = WEDNESDAY, WEDNESDAY + timedelta(days=42)
    with services.store.reading() as session:
        sign_ups = frozenset(
            (row.id, row.series_id, row.on_date, row.name, row.phone, row.persons, row.waiting, row.cancelled)
            for row in session.scalars(select(SignUpRow))
        )
        places = frozenset(
            (place.id, place.host_id, shift.on_date, shift.part)
            for place, shift in session.execute(
                select(PlaceRow, ShiftRow).join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
            )
        )
        changed = frozenset(
            (row.series_id, row.rule_date, row.on_date, row.starts, row.ends, row.space_id)
            for row in session.scalars(select(ChangedDateRow))
        )
    programme = tuple(
        (entry.series.name, entry.on, entry.series.space, entry.signed_up, entry.waiting, entry.cancelled)
        for entry in services.activities.occurrences(first, last)
    )
    booked = tuple((entry.booking.who, entry.on, entry.off) for entry in services.bookings.booked(first, last))
    return Kept(sign_ups, places, programme, changed, booked)


def rows(services: Services, kind: type[Any]) -> Collection[Any]:
    """Give all rows of a kind."""
    with services.store.reading() as session:
        return session.scalars(select(kind)).all()


def left_over(services: Services) -> int:
    """Count what a closure leaves when it is taken back: nothing of its own, and nobody to tell."""
    return sum(len(rows(services, kind)) for kind in (ClosureRow, ClosureChoiceRow, TellingRow))
