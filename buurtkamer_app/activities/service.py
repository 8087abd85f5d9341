"""Activities: series and their dates, sign-up with a waiting list, headcount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import queries, rules
from buurtkamer_app.activities.conflicts import use_of
from buurtkamer_app.activities.seating import kept_phone, move_up, news_of
from buurtkamer_app.activities.spaces import SpacesInUse
from buurtkamer_app.activities.weeks import Weeks
from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.people import rules as names
from buurtkamer_app.storage.tables.activities import HeadcountRow, SeriesRow, SignUpRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.conflicts import Conflict
    from buurtkamer_app.activities.records import NewSeries, Occurrence, Party, Series, WeekProgramme
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates

_LONGEST_UID: Final = 1000


class Activities:
    """Use cases of activities."""

    def __init__(self, store: Store, room: Room, people: People, telling: TellingOfDates) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._telling = telling
        self.in_use = SpacesInUse(store, room)
        self.weeks = Weeks(store, room)

    def add_series(self, new: NewSeries) -> Outcome[UUID]:
        """Write down a series or a single date.

        Raises `RefusedError` for a name, text, number, rule, space or time that cannot be.
        """
        name = names.kept_name(new.name)
        if new.starts >= new.ends:
            raise RefusedError("The activity ends before it starts. Look at the times again.")
        rules.check_numbers(new.capacity, new.minimum, new.price_cents, new.reduced_cents)
        one_line(new.uid, _LONGEST_UID)
        last = rules.last_of(new.rrule, new.first_date, new.last_date)
        about, lead = rules.kept_about(new.about), names.kept_name(new.lead)
        space = self._room.space(new.space)
        with self._store.work(Label(mark("{name} is on the programme"), {"name": name})) as unit:
            host = next((host for host in self._people.hosts() if host.name == lead), None)
            row = _row(new)
            row.number = new.number if new.number is not None else queries.next_number(unit.session)
            row.name, row.about, row.space_id, row.last_date = name, about, space, last
            row.lead_kind, row.lead_name = _lead_kind(lead, known=host is not None), lead
            row.lead_host_id = host.id if host else None
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def series(self) -> Sequence[Series]:
        """Give every series, in the order of their numbers."""
        with self._store.reading() as session:
            return queries.all_series(session)

    def occurrences(self, first: date, last: date) -> list[Occurrence]:
        """Give what is on in a period, both days included, also what was cancelled or what closed days cancel."""
        closures = self._room.closures(first, last)
        with self._store.reading() as session:
            found = queries.occurrences(session, first, last)
        return [rules.while_closed(entry, closures) for entry in found]

    def week(self, day: date) -> WeekProgramme:
        """Give the programme of the ISO week that holds a day; of one that has been as it was."""
        return self.weeks.week(day)

    def on_date(self, name: str, on: date) -> Series:
        """Give the series of this name that is on that date; raises `RefusedError` when there is none."""
        found = next((entry.series for entry in self.occurrences(on, on) if entry.series.name == tidy(name)), None)
        if found is None:
            raise RefusedError("{name} is not on that day.", name=name)
        return found

    def occurrence(self, series: UUID, on: date) -> Occurrence:
        """Give one date of a series; raises `RefusedError` when it is not on that day."""
        found = next((entry for entry in self.occurrences(on, on) if entry.series.id == series), None)
        if found is None:
            raise RefusedError("This activity is not on that day.")
        return found

    def going_on(self, series: UUID, on: date) -> Occurrence:
        """Give one date of a series; raises `RefusedError` when it is not on that day or was cancelled."""
        found = self.occurrence(series, on)
        if not found.goes_on:
            raise RefusedError("This activity does not go on that day.")
        return found

    def sign_up(self, series: UUID, on: date, name: str, persons: int, phone: str = "") -> Outcome[Party]:
        """Give a party places, or put it whole on the waiting list, also one that is larger than all places together.

        A daybook tells of such parties; at the desk `SignUps` refuses them.
        Raises `RefusedError` when the activity is not on that day or the number cannot be.
        """
        rules.check_persons(persons)
        label = Label(mark("{persons} signed up"), {"persons": persons})
        with self._store.work(label) as unit:
            capacity = self.going_on(series, on).series.capacity
            seated = sum(row.persons for row in queries.sign_ups(unit.session, series, on) if not row.waiting)
            row = SignUpRow(
                series_id=series,
                on_date=on,
                at=unit.now,
                name=names.kept_name(name) if name else "",
                phone=kept_phone(phone),
                persons=persons,
                waiting=not rules.fits(capacity, seated, persons),
                cancelled=False,
                paid=False,
                reduced=False,
            )
            unit.session.add(row)
            unit.session.flush()
            unit.counts = True
        return Outcome(unit.change, queries.party(row))

    def cancel_sign_up(self, series: UUID, on: date, name: str) -> Change:
        """Take back the latest party of a name, and give its places to waiting parties that fit now.

        Raises `RefusedError` when nobody of that name signed up.
        """
        kept = tidy(name)
        with self._store.work(Label(mark("A sign-up was cancelled"))) as unit:
            self.occurrence(series, on)
            rows = queries.sign_ups(unit.session, series, on)
            gone = next((row for row in reversed(rows) if row.name == kept), None)
            if gone is None:
                raise RefusedError("{name} is not signed up for this.", name=name)
            self.withdraw(series, on, gone.id)
        return unit.change

    def withdraw(self, series: UUID, on: date, party: UUID) -> Outcome[tuple[Party, ...]]:
        """Take back a party, also when it was ticked as present; give the waiting parties that got places by it.

        Those are on the list of whom to tell; who withdraws has to be told nothing more. While the date does not go on
        nobody moves up. Raises `RefusedError` when it is not on the list of that date.
        """
        with self._store.work(Label(mark("A sign-up was cancelled"))) as unit:
            occurrence = self.occurrence(series, on)
            rows = queries.sign_ups(unit.session, series, on)
            gone = next((row for row in rows if row.id == party), None)
            if gone is None:
                raise RefusedError("This sign-up is not on the list any more.")
            gone.cancelled = True
            for tick in queries.present(unit.session, series, on):
                if tick.sign_up_id == party:
                    unit.session.delete(tick)
            self._telling.instead(news_of(gone), None)
            moved = move_up(self._telling, occurrence, [row for row in rows if row is not gone])
            unit.counts = True
        return Outcome(unit.change, tuple(queries.party(row) for row in moved))

    def parties(self, series: UUID, on: date) -> list[Party]:
        """Give who signed up for one date, in the order in which they came; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return [queries.party(row) for row in queries.sign_ups(session, series, on)]

    def count_heads(self, series: UUID, on: date, persons: int) -> Change:
        """Write down how many took part; a second count of the same date replaces the first."""
        if not 0 <= persons <= 9999:
            raise RefusedError("How many people? Between 0 and {most}.", most=9999)
        with self._store.work(Label(mark("{persons} took part"), {"persons": persons})) as unit:
            self.going_on(series, on)
            row = queries.headcount(unit.session, series, on)
            unit.counts = persons != (row.persons if row else 0)
            if row is None:
                unit.session.add(HeadcountRow(series_id=series, on_date=on, persons=persons))
            else:
                row.persons = persons
        return unit.change

    def conflicts(self, planned: Series, on: Collection[date]) -> list[Conflict]:
        """Give what stands in the way of an activity on dates, by date; where it stands itself now is no obstacle.

        Closed days, other activities and bookings, its lead elsewhere, a space too small, hours outside the usual ones.
        """
        return self.in_use.conflicts(use_of(planned), on)

    def participations(self, first: date, last: date) -> int:
        """Give how many took part in a period: the sum of its headcounts."""
        with self._store.reading() as session:
            return queries.participations(session, first, last)


def _row(new: NewSeries) -> SeriesRow:
    """Give what is kept of a new series as it was said."""
    return SeriesRow(
        rrule=new.rrule,
        first_date=new.first_date,
        starts=new.starts,
        ends=new.ends,
        price_cents=new.price_cents,
        reduced_cents=new.reduced_cents,
        capacity=new.capacity,
        minimum=new.minimum,
        bring=one_line(new.bring),
        meal=new.meal,
        theme=new.theme,
        lead_on_paper=new.lead_on_paper,
        pictogram=new.pictogram,
        self_run=new.self_run,
        sign_up=new.sign_up,
        continues_id=None,
        uid=new.uid,
        sequence=0,
    )


def _lead_kind(lead: str, *, known: bool) -> LeadKind:
    if lead == "hosts":
        return LeadKind.HOSTS
    return LeadKind.HOST if known else LeadKind.RESIDENT
