"""When hosts can: usually by weekday and part of the day, and the days on which they are away or there extra."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.times import queries, rules
from buurtkamer_app.people.times.records import HostTimes
from buurtkamer_app.storage.tables.people import AvailabilityRow, OtherTimesRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.times.records import Days, OtherTimes
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Times:
    """Use cases of when hosts can; a host sees their own times and writes down their own days."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def free(self, on: date, part: DayPart) -> dict[UUID, Willing]:
        """Give who can work on a part of a day, and how gladly; days away or extra are counted. For who is signed in.

        Who left by then is not in it. Trainees, who is on that shift, and groups of weeks are for the caller to mind.
        """
        return self.free_in(on, on).get((on, part), {})

    def free_in(self, first: date, last: date) -> dict[tuple[date, DayPart], dict[UUID, Willing]]:
        """Give the same for each part of each day of a period, in one reading."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            usual, others = queries.usual(session), queries.others(session, first, last)
            until = queries.last_days(session)
        weekly: dict[tuple[int, DayPart], dict[UUID, Willing]] = {}
        for host, times in usual.items():
            for time in times:
                weekly.setdefault((time.weekday, time.part), {})[host] = time.willing
        found: dict[tuple[date, DayPart], dict[UUID, Willing]] = {}
        for offset in range((last - first).days + 1):
            on = first + timedelta(days=offset)
            gone = {host for host, day in until.items() if day < on}
            for part in DayPart:
                free = {host: how for host, how in weekly.get((on.weekday(), part), {}).items() if host not in others}
                for host, days in others.items():
                    if (how := rules.willing_on(usual.get(host, ()), days, on, part)) is not None:
                        free[host] = how
                if free := {host: how for host, how in free.items() if host not in gone}:
                    found[on, part] = free
        return found

    def others(self, first: date, last: date) -> dict[UUID, list[OtherTimes]]:
        """Give for every host the days in a period on which they are away or there extra; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.others(session, first, last)

    def of(self, host: UUID) -> HostTimes:
        """Give the times of a host, without days that are over: for the coordinator, and for the host themselves."""
        self._store.allow(self._own(host))
        name, today = self._name(host), self._room.today()
        with self._store.reading() as session:
            usual, others = queries.usual(session), queries.others(session, today)
        return HostTimes(host, name, tuple(usual.get(host, ())), tuple(others.get(host, ())))

    def set_usual(self, host: UUID, weekday: int, part: DayPart, willing: Willing | None) -> Change:
        """Write down how gladly a host works on a part of a weekday (Monday is 0); None when they cannot."""
        label = Label(mark("The times of {name} were changed"), {"name": self._name(host)})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = queries.usual_row(unit.session, host, weekday, part)
            if willing is None:
                if row is not None:
                    unit.session.delete(row)
            elif row is None:
                unit.session.add(AvailabilityRow(host_id=host, weekday=weekday, part=part, willing=willing))
            else:
                row.willing = willing
        return unit.change

    def note(self, host: UUID, days: Days) -> Outcome[UUID]:
        """Write down days on which a host is away or there extra: by the coordinator, or by the host themselves.

        What is on record already changes nothing. Raises `RefusedError`, which names the host and the day, when the
        days cannot be or contradict others. Shifts that the host holds then stay theirs: the page says which.
        """
        name = self._name(host)
        words = mark("{name} comes extra") if days.extra else mark("{name} is away")
        with self._store.work(Label(words, {"name": name}), self._own(host)) as unit:
            known = queries.others(unit.session, days.first).get(host, [])
            rules.check(name, days, known)
            same = next((one for one in known if _same(one, days)), None)
            if same is not None:
                return Outcome(unit.change, same.id)
            row = OtherTimesRow(host_id=host, first=days.first, last=days.last, part=days.part, extra=days.extra)
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def take_back(self, key: UUID) -> Change:
        """Take such days away again; raises `RefusedError` when they are gone already."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            found = session.get(OtherTimesRow, key)
        if found is None:
            raise RefusedError("These days were taken away already.")
        name = self._name(found.host_id)
        words = mark("{name} comes extra no more") if found.extra else mark("{name} is not away after all")
        with self._store.work(Label(words, {"name": name}), self._own(found.host_id)) as unit:
            row = unit.session.get(OtherTimesRow, key)
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def _name(self, host: UUID) -> str:
        """Give the name of a host; raises `RefusedError` when they left."""
        with self._store.reading() as session:
            name = queries.name_of(session, host)
        if name is None:
            raise RefusedError("This host is not on record any more.")
        return name

    def _own(self, host: UUID) -> Role:
        """Give the role that is needed for the times of a host: everybody who is signed in may see to their own."""
        return Role.HOST if self._store.actor.host == host else Role.COORDINATOR


def _same(one: Days, other: Days) -> bool:
    return (one.first, one.last, one.part, one.extra) == (other.first, other.last, other.part, other.extra)
