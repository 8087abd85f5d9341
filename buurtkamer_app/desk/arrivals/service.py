"""Coming in and leaving of people known by name, who is inside, and names that go when nobody agreed to keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.arrivals import forgetting, queries, rules
from buurtkamer_app.desk.arrivals.records import Arrival, Found, Inside
from buurtkamer_app.desk.days.rules import running
from buurtkamer_app.desk.queries import open_day
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.people.rules import LONGEST_NAME, as_typed, kept_hint, kept_name
from buurtkamer_app.storage.sure_day import sure_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.desk.arrivals.records import Usual
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.desk import VisitRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class Arrivals:
    """Use cases of coming in, leaving and being inside."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._usual: tuple[tuple[date, DayPart], tuple[Usual, ...]] | None = None

    def come_in(self, names: Sequence[str]) -> Outcome[list[Arrival]]:
        """Count known visitors; who is in already today is not counted again, a new name becomes known.

        Raises `RefusedError` for what is no name; then nobody of them is counted.
        """
        one = len(names) == 1
        label = Label(mark("{name} came in"), {"name": names[0]}) if one else Label(mark("Visitors came in"))
        with self._store.work(label) as unit:
            arrivals = [
                self._let_in(unit, self._people.know(name, self._room.today()).value, alone=one) for name in names
            ]
        return Outcome(unit.change, arrivals)

    def come_in_as(self, visitor: UUID) -> Outcome[Arrival]:
        """Count this known visitor, once a day; raises `RefusedError` when they are not known any more."""
        known = self._people.visitor(visitor)
        with self._store.work(Label(mark("{name} came in"), {"name": known.name})) as unit:
            arrival = self._let_in(unit, known, alone=True)
        return Outcome(unit.change, arrival)

    def come_in_new(self, name: str, hint: str) -> Outcome[Arrival]:
        """Make somebody known who has the name of another, with a hint that tells them apart, and count them.

        Raises `RefusedError` for what is no name, for no hint, and when somebody has both already.
        """
        kept, told = kept_name(name), kept_hint(hint)
        if not told:
            raise RefusedError("Write down how to recognise this person.")
        with self._store.work(Label(mark("{name} came in"), {"name": kept})) as unit:
            if any(one.hint == told for one in queries.found(unit.session, (), [kept], self._room.today())):
                raise RefusedError("There is a {name} with these words already. Use other words.", name=kept)
            known = self._people.know(kept, self._room.today(), hint=told).value
            arrival = self._let_in(unit, known, alone=True)
        return Outcome(unit.change, arrival)

    def find(self, typed: str, most: int = 8) -> list[Found]:
        """Give known visitors for what is typed: first who usually comes on this weekday and part of the day.

        People of one name stand under each other. For who is signed in.
        """
        self._store.allow(Role.HOST)
        parts = words(typed[: LONGEST_NAME + 1])
        if not parts or len(typed) > LONGEST_NAME:
            return []
        now = self._room.now()
        with self._store.reading() as session:
            rest = [Found(one.id, one.name, one.hint) for one in self._people.find(typed, most)]
            first = rules.usual_first(self._usual_at(session, now), parts)[:most]
            fitting = [*(one.name for one in first), *(one.name for one in rest)]
            alike = queries.found(session, [one.id for one in first], {*fitting, *as_typed(typed)}, now.date())
        known = {one.id: one for one in alike}
        usual = [known[one.id] for one in first if one.id in known]
        exactly = [one for one in alike if one.name not in fitting[:most]]
        return rules.listed(usual, [*exactly, *(known.get(one.id, one) for one in rest), *alike], most)

    def leave(self, visitor: UUID) -> Change:
        """Write down that somebody left; twice changes nothing. Raises `RefusedError` when they did not come in."""
        known = self._people.visitor(visitor)
        with self._store.work(Label(mark("{name} left"), {"name": known.name})) as unit:
            found = [queries.visit_of(unit.session, visitor, on) for on in self._days(unit.session)]
            row = next((row for row in found if row is not None), None)
            if row is None:
                raise RefusedError("{name} did not come in today.", name=known.name)
            if row.left_at is None:
                row.left_at = unit.now
        return unit.change

    def all_left(self) -> Change:
        """Write down that everybody who is inside left, those without a name too: the day is closed."""
        with self._store.work(Label(mark("Everybody left"))) as unit:
            for on in self._days(unit.session):
                for row in queries.not_left(unit.session, on):
                    row.left_at = unit.now
        return unit.change

    def inside(self) -> Inside:
        """Tell who is inside now; to whom is not signed in only how many."""
        leaving = self._room.desk_settings().leaving
        with self._store.reading() as session:
            days = self._days(session)
            number, children = (sum(part) for part in zip(*(queries.inside(session, on) for on in days), strict=True))
            named = queries.known_inside(session, days)
            some_left = any(queries.some_left(session, on) for on in days)
        sure = rules.sure(number, len(named), leaving=leaving, some_left=some_left)
        return Inside(number, children, named if self._store.actor.role >= Role.HOST else (), sure, leaving)

    def names_in(self, on: date) -> list[tuple[str, datetime]]:
        """Give which known visitors came in on a day, the latest first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.names_in(session, on)

    def forget_names(self, until: date | None = None) -> Change:
        """Let new names go after seven days when nobody agreed to keep them; the visits stay as they were counted.

        Nothing goes while the clock stands before what was done last, nor on the first day on which the room is open
        again: one day with a wrong clock takes no name away. With `until` those go who were new by that day. It cannot
        be undone. Source: safety.md, privacy 2 and 5.
        """
        with self._store.work(Label(mark("Names that were not to be kept went")), Role.NOBODY) as unit:
            change = unit.change
            opened = sure_day(unit.session, unit.now, self._room.today())
            if (usual := rules.may_go_until(opened)) is not None:
                rows = forgetting.not_to_keep(unit.session, until or usual)
                change = forgetting.forget(unit, rows) if rows else change
        return change

    def _let_in(self, unit: Unit, known: Visitor, *, alone: bool) -> Arrival:
        """Count a visitor once today; who had left is back, which counts nothing."""
        here = local(unit.now, self._room.zone)
        unit.session.flush()
        row = queries.visit_of(unit.session, known.id, here.date())
        if row is None:
            row = self._since_before_midnight(unit.session, known.id)
        back = row is not None and row.left_at is not None
        if row is None:
            unit.session.add(visit(unit.now, here.date(), here.hour, 1, named=True, visitor_id=known.id))
            unit.counts = True
        elif back:
            row.left_at = None
            if alone and unit.label.message == "{name} came in":
                unit.label = Label(mark("{name} is inside again"), {"name": known.name})
        since = row.at if row is not None else unit.now
        return Arrival(known.id, known.name, since, row is not None, known.hint, back, known.remembered)

    def _days(self, session: Session) -> list[date]:
        """Give the days of which people are here: today, after midnight also the one that is not closed yet."""
        now = self._room.now()
        return list(dict.fromkeys((now.date(), running(now, open_day(session)))))

    def _since_before_midnight(self, session: Session, visitor: UUID) -> VisitRow | None:
        """Give the visit of who came in before midnight and did not leave since: that is no new one."""
        rows = (queries.visit_of(session, visitor, on) for on in self._days(session)[1:])
        return next((row for row in rows if row is not None and row.left_at is None), None)

    def _usual_at(self, session: Session, now: datetime) -> tuple[Usual, ...]:
        """Give who usually comes at this moment of the room's clock; looked up once for each part of a day."""
        at = (now.date(), rules.part_of(now.hour))
        if self._usual is None or self._usual[0] != at:
            self._usual = (at, queries.usual(session, rules.same_weekdays(at[0]), *rules.hours(at[1])))
        return self._usual[1]
