"""The volunteer rota: who is on, who signed on and off, who takes over when somebody does not come."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import desk_days, instant
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import monday
from buurtkamer_app.base.terms import AbsenceReason, CallResult
from buurtkamer_app.room.rules import shift_closed
from buurtkamer_app.rota import finding, queries, rules
from buurtkamer_app.rota.asked import AskedShifts
from buurtkamer_app.rota.placing import check_there, put_in_place
from buurtkamer_app.rota.records import Shift, ShiftKey, Worked
from buurtkamer_app.storage.tables.rota import AbsenceRow, CoverCallRow, PlaceRow, ShiftRow, SignOnRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.records import ShiftPattern
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.records import Along, Place
    from buurtkamer_app.storage.unit_of_work import Store


class Rota:
    """Use cases of the rota."""

    def __init__(self, store: Store, room: Room, people: People, activities: Callable[[], Activities]) -> None:
        self._store = store
        self._room = room
        self._people = people
        self.asked = AskedShifts(room, activities)

    def shifts(self, first: date, last: date) -> list[Shift]:
        """Give every shift that the patterns ask for in a period, with who is on; none while the house is closed.

        Who was put on a shift that is closed keeps the place, and is on again when the room is open after all.
        """
        closures, asked = self._room.closures(first, last), self.asked.between(first, last)
        with self._store.reading() as session:
            places, along = queries.places(session, first, last), queries.along(session, first, last)
            made = {ShiftKey(row.on_date, row.part, row.task): row for row in queries.shifts(session, first, last)}
        there: dict[ShiftKey, ShiftRow | ShiftPattern] = {**asked}
        # The shift of an activity is at the times of its date, and goes on when the activity does.
        of_activity = {key for key, pattern in asked.items() if pattern.series_id is not None}
        there |= {key: row for key, row in made.items() if row.extra or (key in asked and key not in of_activity)}
        found = [
            _shift(key, row, places.get(key, ()), along.get(key, ()))
            for key, row in there.items()
            if key in of_activity or not shift_closed(closures, key.on, row.starts, row.ends)
        ]
        return sorted(found, key=lambda shift: (shift.on, shift.starts, shift.task))

    def week(self, day: date) -> list[Shift]:
        """Give the shifts of the ISO week that holds a day."""
        return self.shifts(monday(day), monday(day) + timedelta(days=6))

    def shift(self, key: ShiftKey) -> Shift:
        """Give a shift as it stands; raises `RefusedError` when there is none, as when the room is closed."""
        found = next((shift for shift in self.shifts(key.on, key.on) if shift.key == key), None)
        if found is None:
            raise RefusedError("There is no such shift on that day.")
        return found

    def put_on(self, host: UUID, on: date, part: DayPart, task: str = "") -> Change:
        """Put a host on a shift by hand.

        Raises `RefusedError` when that day has no such shift, the host is on it already, or stopped.
        """
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} is on the rota"), {"name": who.name}), Role.COORDINATOR) as unit:
            check_there(unit, who)
            key = ShiftKey(on, part, task)
            shift = self.asked.row(unit.session, key)
            for place in queries.places(unit.session, on, on).get(key, []):
                if place.host == host and not place.replaced:
                    raise RefusedError("{name} is on this shift already.", name=who.name)
            unit.session.add(PlaceRow(shift_id=shift.id, host_id=host, replaces_id=None, filled=False))
        return unit.change

    def take_off(self, place: UUID) -> Change:
        """Take a host off a shift, so that the place is open again; raises `RefusedError` when it was used."""
        with self._store.work(Label(mark("Somebody was taken off the rota")), Role.COORDINATOR) as unit:
            row = unit.session.get(PlaceRow, place)
            if row is None:
                raise RefusedError("This place is open already.")
            if queries.is_used(unit.session, place):
                raise RefusedError("This shift has begun, so it stays as it was.")
            unit.session.delete(row)
        return unit.change

    def sign_on(self, host: UUID) -> Change:
        """Write down that a host began; twice changes nothing. Raises `RefusedError` for who stopped as a host."""
        on = self._room.today()
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} signed on"), {"name": who.name}), Role.NOBODY) as unit:
            if any(row.host_id == host for row in _still_on(unit.session, self._room.now())):
                return unit.change
            check_there(unit, who)
            held = [
                (place.id, instant(on, shift.starts, self._room.zone), instant(on, shift.ends, self._room.zone))
                for place, shift in queries.held(unit.session, host, on)
            ]
            place = rules.planned_place(unit.now, held, queries.ended_places(unit.session, host, on))
            unit.session.add(SignOnRow(host_id=host, on_date=on, on_at=unit.now, off_at=None, place_id=place))
        return unit.change

    def sign_off(self, host: UUID) -> Change:
        """Write down that a host stopped; raises `RefusedError` when they were not on."""
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} signed off"), {"name": who.name}), Role.NOBODY) as unit:
            row = next((row for row in _still_on(unit.session, self._room.now()) if row.host_id == host), None)
            if row is None:
                raise RefusedError("{name} is not signed on.", name=who.name)
            row.off_at = unit.now
            unit.session.flush()
            worked = [
                entry
                for entry in queries.worked(unit.session, row.on_date, row.on_date, self._room.zone)
                if entry.host == host
            ]
            unit.counts = unit.counts or rules.counted_minutes(max(worked, key=lambda entry: entry.on)) > 0
        return unit.change

    def all_off(self) -> Change:
        """Write down that everybody who is still on stopped; when nobody is, nothing changes."""
        with self._store.work(Label(mark("Everybody went home"))) as unit:
            for row in _still_on(unit.session, self._room.now()):
                row.off_at, on = unit.now, row.on_date
                unit.session.flush()
                worked = [
                    entry
                    for entry in queries.worked(unit.session, on, on, self._room.zone)
                    if entry.host == row.host_id
                ]
                last = max(worked, key=lambda entry: entry.on)
                unit.counts = unit.counts or rules.counted_minutes(last) > 0
        return unit.change

    def no_show(self, host: UUID, reason: AbsenceReason) -> Change:
        """Write down that a host did not come today; raises `RefusedError` when they hold no shift."""
        on = self._room.today()
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} did not come"), {"name": who.name})) as unit:
            place, _shift = finding.place_of(unit.session, who, self._room.now())
            known = queries.absence(unit.session, place.id)
            was = known.reason if known else None
            unit.counts = was is not reason and AbsenceReason.UNKNOWN in {was, reason}
            if known is None:
                unit.session.add(AbsenceRow(place_id=place.id, on_date=on, reason=reason))
            else:
                known.reason = reason
        return unit.change

    def called(self, host: UUID, result: CallResult) -> Change:
        """Note a phone call to find cover; it is kept with the shift that needs somebody, else the one of now."""
        self._room.today()
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} was called"), {"name": who.name})) as unit:
            shift = finding.shift_in_need(unit.session, self._room.now(), self._room.plan())
            unit.session.add(CoverCallRow(shift_id=shift.id, host_id=host, at=unit.now, result=result))
        return unit.change

    def substitute(self, host: UUID, replaces: UUID) -> Change:
        """Let a host take over the shift of another one today.

        Raises `RefusedError` when the other holds no shift or the substitute is on it already.
        """
        self._store.allow(Role.HOST)
        who, gone = self._people.host(host), self._people.host(replaces)
        label = Label(mark("{name} takes over from {gone}"), {"name": who.name, "gone": gone.name})
        with self._store.work(label) as unit:
            held, shift = finding.place_of(unit.session, gone, self._room.now(), absent=True)
            put_in_place(unit, who, shift, held.id)
        return unit.change

    def on_now(self) -> list[UUID]:
        """Give who is signed on, the latest first."""
        with self._store.reading() as session:
            return [row.host_id for row in _still_on(session, self._room.now())]

    def worked(self, first: date, last: date) -> list[Worked]:
        """Give every sign-on of a period; hours of others are the coordinator's to see, so this is for figures."""
        with self._store.reading() as session:
            return queries.worked(session, first, last, self._room.zone)

    def no_shows(self, first: date, last: date) -> int:
        """Give how often in a period a host did not come without a word."""
        with self._store.reading() as session:
            return queries.no_shows(session, first, last)


def _shift(key: ShiftKey, row: ShiftRow | ShiftPattern, places: Iterable[Place], along: Iterable[Along]) -> Shift:
    return Shift(
        key.on,
        key.part,
        row.starts,
        row.ends,
        row.hosts,
        row.experienced,
        tuple(places),
        key.task,
        isinstance(row, ShiftRow) and row.extra,
        row.asks_vog,
        row.asks,
        tuple(along),
    )


def _still_on(session: Session, now: datetime) -> Sequence[SignOnRow]:
    """Give who is signed on; who began yesterday evening is so after midnight, too."""
    return queries.still_on(session, desk_days(now))
