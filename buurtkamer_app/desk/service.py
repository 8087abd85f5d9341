"""Counting at the desk: who comes in, with or without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk import queries, rules
from buurtkamer_app.desk.records import Arrival, Tally, VisitFigures
from buurtkamer_app.desk.rows import visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Desk:
    """Use cases of counting."""

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
            unit.session.add(visit(moment, here.date(), here.hour, tally.count, purpose=purpose, **parts))
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
                    unit.session.add(visit(unit.now, here.date(), here.hour, 1, named=True, visitor_id=visitor.id))
                    unit.counts = True
        return Outcome(unit.change, arrivals)

    def figures(self, first: date, last: date) -> VisitFigures:
        """Count the visits of a period."""
        with self._store.reading() as session:
            return queries.figures(session, first, last)

    def names_in(self, on: date) -> list[tuple[str, datetime]]:
        """Give which known visitors came in on a day, the latest first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.names_in(session, on)
