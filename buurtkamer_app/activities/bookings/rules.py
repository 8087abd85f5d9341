"""When a booking takes its space."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.activities.bookings.records import Booking


def taken(booking: Booking) -> tuple[time, time]:
    """Give from when until when a booking takes its space, with setting up and clearing away, within its day."""
    start = datetime.combine(date.min + timedelta(days=1), booking.starts) - timedelta(minutes=booking.set_up_minutes)
    end = datetime.combine(date.min + timedelta(days=1), booking.ends) + timedelta(minutes=booking.clear_minutes)
    middle = date.min + timedelta(days=1)
    return (
        start.time() if start.date() == middle else time.min,
        end.time() if end.date() == middle else time(23, 59),
    )
