"""What every kind of list says alike of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.exchange.lists.records import Does, Seen

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.exchange.lists.values import Values


def said_day(day: date | None) -> str:
    """Give a day as Dutch lists have it."""
    return f"{day.day}-{day.month}-{day.year}" if day is not None else ""


def wrong_or(row: Values, does: Does, kept: tuple[str, ...], line: object, told: str = "") -> Seen:
    """Give what a row does, or that it is wrong and why."""
    if row.faults:
        return Seen(row.number, Does.WRONG, kept, tuple(row.faults))
    return Seen(row.number, does, kept, told=told, line=line)
