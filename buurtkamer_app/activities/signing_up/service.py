"""Signing up at the desk: what can be seated some day, and a party that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities import queries, rules
from buurtkamer_app.activities.seating import kept_phone, move_up, news_of
from buurtkamer_app.activities.signing_up.records import Seated
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.people.rules import kept_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.meals.service import Meals
    from buurtkamer_app.activities.records import Occurrence, Party
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.records import NewParty
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.activities import SignUpRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates


class SignUps:
    """Use cases of parties that sign up for one date."""

    def __init__(self, store: Store, room: Room, activities: Activities, meals: Meals, telling: TellingOfDates) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._meals = meals
        self._telling = telling

    def sign_up(self, series: UUID, on: date, new: NewParty) -> Outcome[Party]:
        """Give a party places, or put it whole on the waiting list; what it eats is kept with it.

        Raises `RefusedError` for a party larger than all places or the space, which would wait for ever, and for a
        name, number or choice that cannot be.
        """
        with self._store.work(Label(mark("{persons} signed up"), {"persons": new.persons})) as unit:
            self._check_size(self._activities.going_on(series, on), new.persons)
            party = self._activities.sign_up(series, on, new.name, new.persons, new.phone).value
            if new.orders:
                self._meals.choose(series, on, party.id, new.orders)
        return Outcome(unit.change, party)

    def change(self, series: UUID, on: date, party: UUID, new: NewParty) -> Outcome[Seated]:
        """Change who a party is, how many they are and what they eat.

        Places that come free go to who waits, as when somebody withdraws; a party that waits gets places when it fits
        now and is told. One that has places keeps them: it grows no further than there are. When they have to pay
        another sum, it is not paid yet. Raises `RefusedError` as `sign_up`, and where places or choices forbid it.
        """
        with self._store.work(Label(mark("A sign-up was changed"))) as unit:
            occurrence = self._activities.going_on(series, on)
            self._check_size(occurrence, new.persons)
            rows = queries.sign_ups(unit.session, series, on)
            row = next((row for row in rows if row.id == party), None)
            if row is None:
                raise RefusedError("This sign-up is not on the list any more.")
            self._check_places(occurrence, row, new.persons)
            self._put(unit, row, new)
            if new.orders is not None:
                self._meals.choose(series, on, party, new.orders)
            self._meals.check_orders(party, row.persons)
            moved = move_up(self._telling, occurrence, rows)
            unit.counts = True
        return Outcome(unit.change, Seated(queries.party(row), tuple(queries.party(one) for one in moved)))

    def next_up(self, occurrence: Occurrence, parties: Sequence[Party]) -> dict[UUID, int]:
        """Give for each waiting party how many places must come free for it, in the order in which they came."""
        left = occurrence.places_left or 0
        return {party.id: max(0, party.persons - left) for party in parties if party.waiting}

    def _check_size(self, occurrence: Occurrence, persons: int) -> None:
        """Raise `RefusedError` for a party that no number of free places would be enough for."""
        most = occurrence.series.capacity
        space = next((space for space in self._room.spaces() if space.name == occurrence.series.space), None)
        if most is not None and persons > most:
            raise RefusedError("There are {most} places in all. Make the group smaller.", most=most)
        if space is not None and persons > space.capacity:
            raise RefusedError(
                "{space} holds {most} people. Make the group smaller.", space=space.name, most=space.capacity
            )

    def _check_places(self, occurrence: Occurrence, row: SignUpRow, persons: int) -> None:
        if row.waiting or persons <= row.persons:
            return
        if not rules.fits(occurrence.series.capacity, occurrence.signed_up - row.persons, persons):
            left = occurrence.places_left
            raise RefusedError("Places left: {left}. Sign up the others on their own.", left=left)

    def _put(self, unit: Unit, row: SignUpRow, new: NewParty) -> None:
        """Write the party's new facts, also where its tick and what it is to be told have them."""
        rules.check_persons(new.persons)
        before, persons = news_of(row), row.persons
        row.name = kept_name(new.name) if new.name.strip() else ""
        row.phone = kept_phone(new.phone)
        row.persons = new.persons
        if row.persons != persons:
            row.paid = False
        for tick in queries.present(unit.session, row.series_id, row.on_date):
            if tick.sign_up_id == row.id:
                tick.name, tick.persons = row.name, row.persons
        self._telling.instead(before, news_of(row))
