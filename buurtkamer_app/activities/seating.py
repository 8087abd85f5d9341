"""Places that came free go to who waits, and they are put on the list of whom to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities import queries, rules
from buurtkamer_app.base.lines import phone_number
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.storage.tables.activities import SignUpRow
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates


def kept_phone(phone: str) -> str:
    """Give a phone number as it is kept; it may be empty. Raises `RefusedError` for what is no number."""
    return phone_number(phone) if phone.strip() else ""


def news_of(row: SignUpRow, reason: TellReason = TellReason.PLACE) -> NewTelling:
    """Give what a party is to be told of its date."""
    return NewTelling(reason, row.name, row.phone, row.persons, series=row.series_id, on=row.on_date)


def move_up(telling: TellingOfDates, occurrence: Occurrence, rows: Sequence[SignUpRow]) -> list[SignUpRow]:
    """Give places to the waiting parties that fit now, in the order in which they came; `rows` are all of the date.

    What does not fit is passed over and keeps its turn. Nobody moves up on a date that does not go on.
    """
    if not occurrence.goes_on:
        return []
    seated = sum(row.persons for row in rows if not row.waiting)
    waiting = [queries.party(row) for row in rows if row.waiting]
    fitting = {party.id for party in rules.moving_up(occurrence.series.capacity, seated, waiting)}
    moved = [row for row in rows if row.id in fitting]
    for row in moved:
        row.waiting = False
    if moved:
        telling.tell([news_of(row) for row in moved])
    return moved
