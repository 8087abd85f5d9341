"""The days at the desk: opening, closing, the cash box, the pack for when the power is cut."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import instant, local
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.days import pack, queries, rules
from buurtkamer_app.desk.days.records import Cash, CashBook, Closing, DayState, PackState
from buurtkamer_app.desk.queries import open_day
from buurtkamer_app.room.rules import closed_on
from buurtkamer_app.storage.tables.days import CashRow, DayRow, PackRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

    # What is done in the same unit of work: the hosts go home, whoever opens begins.
    Also = tuple[Callable[[], object], ...]


class Days:
    """Use cases of opening and closing."""

    def __init__(self, store: Store, room: Room, rota: Rota, activities: Activities) -> None:
        self._store = store
        self._room = room
        self._rota = rota
        self._activities = activities

    def open(self, in_box: int | None = None, also: Also = ()) -> Change:
        """Open the day; twice changes nothing, after closing it opens again. Other days that are open are closed.

        `in_box` is the cash in the box now, in cents; `also` are use cases that belong to the same step.
        Raises `RefusedError` for an amount that cannot be.
        """
        if in_box is not None:
            rules.check_cash(Cash(in_box, 0, 0))
        with self._store.work(Label(mark("The day was opened"))) as unit:
            on = self._room.today()
            for other in queries.others_open(unit.session, on):
                other.closed_at, other.closed_afterwards = unit.now, True
            row = queries.day(unit.session, on)
            if row is None:
                unit.session.add(_day(on, opened_at=unit.now, opened_by=unit.actor.host))
            elif row.opened_at is None or row.closed_at is not None:
                if row.opened_at is None:
                    row.opened_at, row.opened_by = unit.now, unit.actor.host
                row.closed_at = row.closed_by = None
                row.closed_afterwards = False
            if in_box is not None:
                known = queries.cash(unit.session, on, on).get(on, Cash(0, 0, 0))
                after = (known.received, known.spent, known.counted, known.what_for, known.note)
                _keep_cash(unit, on, Cash(in_box, *after))
            for more in also:
                more()
        return unit.change

    def close(self, cash: Cash | None = None, closing: Closing | None = None, also: Also = ()) -> Change:
        """Close the day, with the cash box counted when the room keeps one, and what was written down.

        After midnight that is the day that is open, not the one that the clock says.
        `also` are use cases that belong to the same step. Raises `RefusedError` for amounts and words that cannot be.
        """
        kept_cash = rules.kept_cash(cash) if cash else None
        kept = rules.kept_closing(closing) if closing else None
        with self._store.work(Label(mark("The day was closed"))) as unit:
            on = self.current()
            # First, while it is still this day in which they are here.
            for more in also:
                more()
            row = queries.day(unit.session, on)
            if row is None:
                row = _day(on)
                unit.session.add(row)
            row.closed_at, row.closed_by, row.closed_afterwards = unit.now, unit.actor.host, False
            if kept is not None:
                row.round_done = "\n".join(kept.round_done)
                row.key_with, row.report = kept.key_with, kept.report
                row.signed_first, row.signed_second = kept.signed_first, kept.signed_second
            if kept_cash is not None:
                _keep_cash(unit, on, kept_cash)
        return unit.change

    def current(self) -> date:
        """Give the day that the desk is in: after midnight still the one that is not closed."""
        with self._store.reading() as session:
            return rules.running(self._room.now(), open_day(session))

    def state(self, on: date) -> DayState:
        """Tell whether a day was opened and closed; what was written down only to who is signed in."""
        with self._store.reading() as session:
            row = queries.day(session, on)
            found = queries.state(row) if row else DayState(on)
        if self._store.actor.role >= Role.HOST:
            return found
        return DayState(on, found.opened_at, found.closed_at, found.closed_afterwards)

    def last_closed(self) -> DayState | None:
        """Give the latest day that was closed; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.last_closed(session)

    def closed_late(self) -> list[date]:
        """Give the days that nobody closed and that an opening of today closed."""
        with self._store.reading() as session:
            return queries.closed_late(session, instant(self._room.today(), time(), self._room.zone))

    def notes(self, on: date) -> tuple[str, ...]:
        """Give the notes of a day that are for everybody of the next shift; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.notes(session, on)

    def cash(self, first: date, last: date) -> dict[date, Cash]:
        """Give the cash counts of a period."""
        with self._store.reading() as session:
            return queries.cash(session, first, last)

    def cash_book(self, first: date, last: date) -> CashBook:
        """Give the cash book of a period; for who is signed in."""
        self._store.allow(Role.HOST)
        return CashBook(first, last, tuple(self.cash(first, last).items()))

    def in_box(self) -> int | None:
        """Give what the box should open with, in cents: what it opened with today, else what was in it last."""
        on = self.current()
        with self._store.reading() as session:
            today, before = queries.cash_row(session, on), queries.last_cash(session, on)
        if today is not None:
            return today.opened_with
        if before is None:
            return None
        return max(0, before.closing) if before.counted is None else before.counted

    def pack_content(self, on: date | None = None) -> pack.PackContent | None:
        """Give what the pack of a day holds, None is the next open day; None when that day is not open.

        It holds phone numbers, so it is for who is signed in.
        """
        self._store.allow(Role.HOST)
        return self._pack(on or _next_open(self._room, self.current()))

    def pack_printed(self, digest: str, for_date: date) -> Change:
        """Write down that the pack for a day is on paper; what lies on paper cannot be undone."""
        with self._store.work(Label(mark("The power-cut pack was printed"))) as unit:
            unit.undoable = False
            unit.session.add(PackRow(printed_at=unit.now, for_date=for_date, digest=digest))
        return unit.change

    def pack_state(self, *, after_closing: bool = False) -> PackState:
        """Tell whether the pack on paper holds what it should: that of today while it is open, else the next open day.

        With `after_closing` as it will be when today is closed.
        """
        today = self.current()
        over = after_closing or self.state(today).closed_at is not None
        wanted = None if over else self._pack(today)
        wanted = wanted or self._pack(_next_open(self._room, self.current()))
        with self._store.reading() as session:
            last = queries.last_pack(session)
        printed_on = local(last.printed_at, self._room.zone).date() if last else None
        return PackState(printed_on, wanted is None or (last is not None and last.digest == wanted.digest))

    def _pack(self, on: date | None) -> pack.PackContent | None:
        if on is None or closed_on(self._room.closures(on, on), on) is not None:
            return None
        plan = self._room.plan()
        opening = plan.opening(on)
        if opening is None:
            return None
        with self._store.reading() as session:
            phones = queries.phones(session)
        shifts, programme = self._rota.shifts(on, on), self._activities.occurrences(on, on)
        return pack.PackContent(on, plan.facts, opening, pack.shifts(shifts), pack.programme(programme), phones)


def _next_open(room: Room, today: date) -> date | None:
    """Give the next day on which the room opens."""
    return pack.next_open(room.plan(), room.closures(today, today + pack.AHEAD), today)


def _keep_cash(unit: Unit, on: date, cash: Cash) -> None:
    """Write down the cash of a day; the figure of a day is what should be in the box."""
    known = queries.cash_row(unit.session, on)
    before = Cash(known.opened_with, known.received, known.spent).closing if known else None
    unit.counts = unit.counts or before != cash.closing
    if known is None:
        known = CashRow(on_date=on)
        unit.session.add(known)
    known.opened_with, known.received, known.spent = cash.opened_with, cash.received, cash.spent
    known.counted, known.what_for, known.note = cash.counted, cash.what_for, cash.note


def _day(on: date, **more: Any) -> DayRow:
    nothing: dict[str, Any] = dict.fromkeys(("round_done", "key_with", "signed_first", "signed_second", "report"), "")
    return DayRow(on_date=on, closed_afterwards=False, **(nothing | more))
