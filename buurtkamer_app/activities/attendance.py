"""Who takes part on one date: ticked or counted; and a date that does not go on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import queries, rules
from buurtkamer_app.activities.conflicts import hard
from buurtkamer_app.activities.records import Present, TakingPart
from buurtkamer_app.activities.seating import move_up, news_of
from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.activities import CancelledRow, ParticipationRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.activities import SignUpRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates

# Names at an occurrence go after 30 days. Source: the rules for privacy, point 2.
KEPT_NAMES: Final = timedelta(days=30)


class Attendance:
    """Use cases of one date of an activity; ticking never changes a figure, only the headcount does."""

    def __init__(self, store: Store, room: Room, activities: Activities, telling: TellingOfDates) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._telling = telling

    def taking_part(self, series: UUID, on: date) -> TakingPart:
        """Give who signed up and who was there, for who is signed in.

        Raises `RefusedError` when the activity is not on that day.
        """
        self._store.allow(Role.HOST)
        occurrence, now = self._activities.occurrence(series, on), self._room.now()
        over = (on, occurrence.series.ends) <= (now.date(), now.time())
        with self._store.reading() as session:
            return replace(queries.taking_part(session, occurrence), over=over)

    def tick(self, series: UUID, on: date, sign_up: UUID) -> Change:
        """Write down that a party that signed up is there; a second time changes nothing.

        Raises `RefusedError` when it is not on the list, or the activity does not go on.
        """
        label = Label(mark("Present: {persons}"), {"persons": 0})
        with self._store.work(label) as unit:
            self._activities.going_on(series, on)
            party = next((row for row in queries.sign_ups(unit.session, series, on) if row.id == sign_up), None)
            if party is None:
                raise RefusedError("This sign-up is not on the list any more.")
            label.values["persons"] = party.persons
            if all(row.sign_up_id != sign_up for row in queries.present(unit.session, series, on)):
                unit.session.add(
                    ParticipationRow(
                        series_id=series, on_date=on, sign_up_id=sign_up, name=party.name, persons=party.persons
                    )
                )
        return unit.change

    def untick(self, series: UUID, on: date, sign_up: UUID) -> Change:
        """Take a tick back; without one nothing changes."""
        return self._not_there(series, on, {"sign_up_id": sign_up})

    def add_present(self, series: UUID, on: date, name: str, persons: int) -> Outcome[Present]:
        """Write down persons who are there without having signed up; the name may be empty.

        Raises `RefusedError` when the number or the name cannot be, or the activity does not go on.
        """
        rules.check_persons(persons)
        kept = kept_name(name) if name.strip() else ""
        with self._store.work(Label(mark("Also present: {persons}"), {"persons": persons})) as unit:
            self._activities.going_on(series, on)
            row = ParticipationRow(series_id=series, on_date=on, sign_up_id=None, name=kept, persons=persons)
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, Present(row.id, row.name, row.persons))

    def take_away(self, series: UUID, on: date, present: UUID) -> Change:
        """Take back who was written down as just there; who is not on record changes nothing."""
        return self._not_there(series, on, {"id": present})

    def cancel(self, series: UUID, on: date, reason: str) -> Change:
        """Write down that one date does not go on; who signed up is put on the list of whom to tell, once.

        `reason` as residents may read it; it may be empty. A second time changes the reason.
        Raises `RefusedError` when people took part already, or the reason cannot be kept.
        """
        why = one_line(reason)
        name = self._activities.occurrence(series, on).series.name
        with self._store.work(Label(mark("{name} does not go on"), {"name": name})) as unit:
            counted = queries.headcount(unit.session, series, on)
            if counted is not None and counted.persons:
                raise RefusedError("{persons} took part. Set that number to 0 first.", persons=counted.persons)
            row = queries.cancelled(unit.session, series, on)
            if row is None:
                unit.session.add(CancelledRow(series_id=series, on_date=on, reason=why))
                self._telling.never_mind(series, on, TellReason.GOES_ON)
                _, others = self._who_knows(unit, series, on)
                self._telling.tell([news_of(party, TellReason.CANCELLED) for party in others])
            else:
                row.reason = why
        return unit.change

    def go_on(self, series: UUID, on: date) -> Change:
        """Let a cancelled date go on after all; one that was not cancelled stays as it is.

        Who was not told yet that it is off needs no call any more; who was told and is still signed up, gets one more.
        Places that came free meanwhile go to who waits.
        Raises `RefusedError` when its space or lead was given to something else meanwhile, or the room is closed then.
        """
        occurrence = self._activities.occurrence(series, on)
        if occurrence.closed:
            raise RefusedError("The room is closed at that time. Open it first.")
        name = occurrence.series.name
        with self._store.work(Label(mark("{name} goes on after all"), {"name": name})) as unit:
            row = queries.cancelled(unit.session, series, on)
            if row is not None:
                if clashes := hard(self._activities.conflicts(occurrence.series, [on])):
                    raise clashes[0].error()
                counted = queries.headcount(unit.session, series, on)
                unit.counts = counted is not None and counted.persons > 0
                unit.session.delete(row)
                self._tell_it_goes_on(unit, occurrence)
        return unit.change

    def forget_names(self, until: date | None = None) -> None:
        """Empty the names and phone numbers at occurrences of 30 days before the last opened day; the counts stay.

        With `until` those of up to and including that day. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                last = until or sure - KEPT_NAMES
                self._telling.forget(last)
                queries.forget_names(unit.session, last)

    def _tell_it_goes_on(self, unit: Unit, occurrence: Occurrence) -> None:
        series, on = occurrence.series.id, occurrence.on
        self._telling.never_mind(series, on, TellReason.CANCELLED)
        knowing, _ = self._who_knows(unit, series, on)
        self._telling.tell([news_of(party, TellReason.GOES_ON) for party in knowing])
        rows = queries.sign_ups(unit.session, series, on)
        move_up(self._telling, replace(occurrence, cancelled=None), rows)

    def _who_knows(self, unit: Unit, series: UUID, on: date) -> tuple[list[SignUpRow], list[SignUpRow]]:
        """Give the parties that were told last that a date is off, and the others."""
        last: Counter[tuple[str, str, int]] = Counter()
        for reason, by in ((TellReason.CANCELLED, 1), (TellReason.GOES_ON, -1)):
            for one in self._telling.told(series, on, reason):
                last[one.name, one.contact, one.persons] += by
        knowing: list[SignUpRow] = []
        others: list[SignUpRow] = []
        for row in queries.sign_ups(unit.session, series, on):
            who = (row.name, row.phone, row.persons)
            (knowing if last[who] > 0 else others).append(row)
            last[who] -= 1
        return knowing, others

    def _not_there(self, series: UUID, on: date, which: dict[str, UUID]) -> Change:
        label = Label(mark("Not present: {persons}"), {"persons": 0})
        with self._store.work(label) as unit:
            ((column, key),) = which.items()
            gone = [row for row in queries.present(unit.session, series, on) if getattr(row, column) == key]
            label.values["persons"] = sum(row.persons for row in gone)
            for row in gone:
                unit.session.delete(row)
        return unit.change
