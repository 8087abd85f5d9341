"""The days at the desk: opening, closing, the cash box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.desk.days import queries, rules
from buurtkamer_app.desk.days.records import Cash, DayState
from buurtkamer_app.storage.tables.days import CashRow, DayRow

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Days:
    """Use cases of opening and closing."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def open(self) -> Change:
        """Open the day; twice changes nothing, after closing it opens again."""
        with self._store.work(Label(mark("The day was opened"))) as unit:
            on = self._room.today()
            row = queries.day(unit.session, on)
            if row is None:
                unit.session.add(_day(on, opened_at=unit.now))
            elif row.opened_at is None or row.closed_at is not None:
                row.opened_at = row.opened_at or unit.now
                row.closed_at = None
        return unit.change

    def close(self, cash: Cash | None = None) -> Change:
        """Close the day, with the cash box counted when the room keeps one; raises `RefusedError` for its amounts."""
        if cash is not None:
            rules.check_cash(cash)
        with self._store.work(Label(mark("The day was closed"))) as unit:
            on = self._room.today()
            row = queries.day(unit.session, on)
            if row is None:
                unit.session.add(_day(on, closed_at=unit.now))
            else:
                row.closed_at = unit.now
            if cash is not None:
                known = queries.cash_row(unit.session, on)
                before = Cash(known.opened_with, known.received, known.spent).closing if known else None
                unit.counts = before != cash.closing
                if known is None:
                    known = CashRow(on_date=on, counted=None, what_for="", note="")
                    unit.session.add(known)
                known.opened_with, known.received, known.spent = cash.opened_with, cash.received, cash.spent
        return unit.change

    def state(self, on: date) -> DayState:
        """Tell whether a day was opened and closed."""
        with self._store.reading() as session:
            row = queries.day(session, on)
        return DayState(on, row.opened_at, row.closed_at) if row else DayState(on)

    def cash(self, first: date, last: date) -> dict[date, Cash]:
        """Give the cash counts of a period."""
        with self._store.reading() as session:
            return queries.cash(session, first, last)


def _day(on: date, **more: Any) -> DayRow:
    nothing: dict[str, Any] = dict.fromkeys(("round_done", "key_with", "signed_first", "signed_second", "report"), "")
    return DayRow(on_date=on, closed_afterwards=False, **(nothing | more))
