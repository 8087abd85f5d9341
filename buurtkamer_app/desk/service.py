"""The desk: who comes in, with or without a name; the day's opening and closing; concerns; paper sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk import queries, rules
from buurtkamer_app.desk.records import Arrival, Cash, DayState, SheetLine, Tally, VisitFigures
from buurtkamer_app.storage.tables.desk import CashRow, ConcernRow, DayRow, VisitRow
from buurtkamer_app.wishes.rules import kept_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Desk:
    """Use cases of the desk."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def tally(self, tally: Tally, at: datetime | None = None) -> Change:
        """Count visitors without a name; nobody has to sign in for it.

        `at` is when the button was pressed (UTC), when that was before the store was open.
        Raises `RefusedError` for a number that cannot be.
        """
        rules.check_tally(tally)
        message = mark("1 visitor was counted") if tally.count == 1 else mark("{count} visitors were counted")
        label = Label(message, {} if tally.count == 1 else {"count": tally.count})
        with self._store.work(label, Role.NOBODY) as unit:
            moment = at or unit.now
            here = local(moment, self._room.zone)
            purpose = Purpose.ACTIVITY if tally.series else tally.purpose
            parts = {"children": tally.children, "first_time": tally.first_time, "series_id": tally.series}
            unit.session.add(_visit(moment, here.date(), here.hour, tally.count, purpose=purpose, **parts))
            unit.counts = True
        return unit.change

    def come_in(self, names: Sequence[str]) -> Outcome[list[Arrival]]:
        """Count known visitors; who is in already today is not counted again, a new name becomes known.

        Raises `RefusedError` for what is no name; then nobody of them is counted.
        """
        arrivals = []
        one = len(names) == 1
        label = Label(mark("{name} came in"), {"name": names[0]}) if one else Label(mark("Visitors came in"))
        with self._store.work(label) as unit:
            here = local(unit.now, self._room.zone)
            for name in names:
                visitor = self._people.know(name, here.date()).value
                unit.session.flush()
                since = queries.in_since(unit.session, visitor.id, here.date())
                arrivals.append(Arrival(visitor.id, visitor.name, since or unit.now, since is not None))
                if since is None:
                    unit.session.add(_visit(unit.now, here.date(), here.hour, 1, named=True, visitor_id=visitor.id))
                    unit.counts = True
        return Outcome(unit.change, arrivals)

    def enter_sheet(self, line: SheetLine) -> Change:
        """Enter an hour of a paper sheet of today; the same sheet and hour a second time changes nothing."""
        rules.check_line(line)
        with self._store.work(Label(mark("A line of the paper sheet was entered"))) as unit:
            if not queries.sheet_hour_known(unit.session, line.sheet, line.hour):
                parts = {"children": line.children, "first_time": line.first_time, "sheet": line.sheet}
                unit.session.add(_visit(unit.now, self._room.today(), line.hour, line.count, **parts))
                unit.counts = line.count > 0
        return unit.change

    def open_day(self) -> Change:
        """Open the day; twice changes nothing, after closing it opens again."""
        with self._store.work(Label(mark("The day was opened"))) as unit:
            on = self._room.today()
            row = queries.day(unit.session, on)
            if row is None:
                unit.session.add(DayRow(on_date=on, opened_at=unit.now, closed_at=None))
            elif row.opened_at is None or row.closed_at is not None:
                row.opened_at = row.opened_at or unit.now
                row.closed_at = None
        return unit.change

    def close_day(self, cash: Cash | None = None) -> Change:
        """Close the day, with the cash box counted when the room keeps one; raises `RefusedError` for its amounts."""
        if cash is not None:
            rules.check_cash(cash)
        with self._store.work(Label(mark("The day was closed"))) as unit:
            on = self._room.today()
            row = queries.day(unit.session, on)
            if row is None:
                unit.session.add(DayRow(on_date=on, opened_at=None, closed_at=unit.now))
            else:
                row.closed_at = unit.now
            if cash is not None:
                known = queries.cash_row(unit.session, on)
                before = Cash(known.opened_with, known.received, known.spent).closing if known else None
                unit.counts = before != cash.closing
                if known is None:
                    known = CashRow(on_date=on)
                    unit.session.add(known)
                known.opened_with, known.received, known.spent = cash.opened_with, cash.received, cash.spent
        return unit.change

    def day_state(self, on: date) -> DayState:
        """Tell whether a day was opened and closed."""
        with self._store.reading() as session:
            row = queries.day(session, on)
        return DayState(on, row.opened_at, row.closed_at) if row else DayState(on)

    def write_concern(self, text: str) -> Change:
        """Write down a concern for the coordinator; a host cannot read it back."""
        kept = kept_text(text)
        with self._store.work(Label(mark("A concern was written down"))) as unit:
            unit.session.add(ConcernRow(on_date=self._room.today(), at=unit.now, text=kept, written_by=unit.actor.host))
            unit.counts = True
        return unit.change

    def figures(self, first: date, last: date) -> VisitFigures:
        """Count the visits of a period."""
        with self._store.reading() as session:
            return queries.figures(session, first, last)

    def cash(self, first: date, last: date) -> dict[date, Cash]:
        """Give the cash counts of a period."""
        with self._store.reading() as session:
            return queries.cash(session, first, last)

    def concerns(self, first: date, last: date) -> int:
        """Give how many concerns were written in a period; what they say is another matter."""
        with self._store.reading() as session:
            return queries.concerns(session, first, last)

    def names_in(self, on: date) -> list[tuple[str, datetime]]:
        """Give which known visitors came in on a day, the latest first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.names_in(session, on)


def _visit(at: datetime, on: date, hour: int, persons: int, **more: Any) -> VisitRow:
    nothing: dict[str, Any] = {"children": 0, "first_time": 0, "named": False, "purpose": Purpose.WALK_IN}
    return VisitRow(at=at, on_date=on, hour=hour, persons=persons, **(nothing | more))
