"""Spaces in use by a partner or a group, beside the room's own activities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class NewBooking:
    """A booking as written down; times are those of the group, minutes before and after are for setting up.

    `persons` is how many are expected (None: not said); `arrangement` a note on the key and the contribution.
    """

    who: str
    space: str
    first_date: date
    starts: time
    ends: time
    phone: str = ""
    rrule: str = ""
    last_date: date | None = None
    set_up_minutes: int = 0
    clear_minutes: int = 0
    persons: int | None = None
    open_to_visitors: bool = False
    on_wall: bool = False
    arrangement: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking on record."""

    id: UUID
    who: str
    phone: str
    space: str
    rrule: str
    first_date: date
    last_date: date | None
    starts: time
    ends: time
    set_up_minutes: int
    clear_minutes: int
    persons: int | None
    open_to_visitors: bool
    on_wall: bool
    arrangement: str


@dataclass(frozen=True, slots=True)
class Booked:
    """One date of a booking: `takes_from` and `takes_until` are its times with setting up and clearing away.

    `off` is why it is not on that day ("" when nobody said); None: it is on. `closed` says that it is not because the
    room is closed then. `headcount` is who came (None: not counted).
    """

    booking: Booking
    on: date
    takes_from: time
    takes_until: time
    off: str | None = None
    headcount: int | None = None
    closed: bool = False
