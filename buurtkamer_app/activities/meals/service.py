"""What is eaten and paid: choices from the room's own list, paid or not, the reduced price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities import queries as activities
from buurtkamer_app.activities.meals import queries, rules
from buurtkamer_app.activities.meals.records import Due, Portions, Table, Till
from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.activities import MealChoiceRow, MealOrderRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.meals.records import Choice
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.activities import SignUpRow
    from buurtkamer_app.storage.unit_of_work import Store

_LONGEST = 60


class Meals:
    """Use cases of choices and paying; what somebody eats belongs to a sign-up, never to a person."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def choices(self) -> list[Choice]:
        """Give the room's list in its order, also what is not offered now."""
        with self._store.reading() as session:
            return [queries.choice(row) for row in queries.choice_rows(session)]

    def put_choice(self, name: str, key: UUID | None = None, *, offered: bool = True) -> Outcome[UUID]:
        """Write a choice at the end of the list, or change the one of a key; for the coordinator.

        Raises `RefusedError` without a name, for one of over 60 letters, and for one that is on the list already.
        """
        kept = one_line(name, _LONGEST)
        if not kept:
            raise RefusedError("Type what one can choose first.")
        with self._store.work(Label(mark("{name} is on the list of meals"), {"name": kept}), Role.COORDINATOR) as unit:
            rows = queries.choice_rows(unit.session)
            if any(row.name.casefold() == kept.casefold() and row.id != key for row in rows):
                raise RefusedError("{name} is on the list already.", name=kept)
            row = next((row for row in rows if row.id == key), None)
            if row is None:
                row = MealChoiceRow(position=max((one.position for one in rows), default=-1) + 1)
                unit.session.add(row)
            row.name, row.offered = kept, offered
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def move_choice(self, key: UUID, by: int) -> Change:
        """Move a choice up or down the list; at its end it stays. For the coordinator."""
        with self._store.work(Label(mark("The list of meals was put in order")), Role.COORDINATOR) as unit:
            rows = list(queries.choice_rows(unit.session))
            place = next((at for at, row in enumerate(rows) if row.id == key), None)
            if place is None:
                raise RefusedError("This is not on the list any more.")
            rows.insert(min(max(place + by, 0), len(rows)), rows.pop(place))
            for position, row in enumerate(rows):
                row.position = position
        return unit.change

    def take_choice_off(self, key: UUID) -> Change:
        """Take a choice off the list; one that somebody chose can only be offered no more. For the coordinator."""
        with self._store.work(Label(mark("A choice was taken off the list of meals")), Role.COORDINATOR) as unit:
            row = unit.session.get(MealChoiceRow, key)
            if row is not None and queries.is_chosen(unit.session, key):
                raise RefusedError("Somebody chose {name}. Offer it no more instead.", name=row.name)
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def choose(self, series: UUID, on: date, party: UUID, portions: Mapping[UUID, int]) -> Change:
        """Write down how many of a party take which choice, in place of what they chose before.

        Raises `RefusedError` for more than they are, and for what is not offered (what they chose before may stay).
        """
        with self._store.work(Label(mark("What is eaten was written down"))) as unit:
            row = _party(unit.session, party, series, on)
            rules.check_sum(portions.values(), row.persons)
            before = {order.choice_id: order for order in queries.order_rows(unit.session, party)}
            offered = {one.id for one in queries.choice_rows(unit.session) if one.offered}
            for key, persons in portions.items():
                order = before.pop(key, None)
                if not persons:
                    if order is not None:
                        unit.session.delete(order)
                elif order is not None:
                    order.persons = persons
                elif key in offered:
                    unit.session.add(MealOrderRow(sign_up_id=party, choice_id=key, persons=persons))
                else:
                    raise RefusedError("This is not offered any more. Choose something else.")
            for order in before.values():
                unit.session.delete(order)
        return unit.change

    def check_orders(self, party: UUID, persons: int) -> None:
        """Raise `RefusedError` when a party chose more than so many persons eat."""
        with self._store.reading() as session:
            rules.check_sum((order.persons for order in queries.order_rows(session, party)), persons)

    def pay(self, series: UUID, on: date, party: UUID, *, paid: bool) -> Change:
        """Write down that a party paid, or did not after all; one that waits for a place pays nothing yet."""
        with self._store.work(Label(mark("Paid") if paid else mark("Not paid after all"))) as unit:
            row = _party(unit.session, party, series, on)
            if row.waiting and paid:
                raise RefusedError("This group waits for a place and pays nothing yet.")
            row.paid = paid
        return unit.change

    def reduce(self, series: UUID, on: date, party: UUID, *, reduced: bool) -> Change:
        """Let a party pay the lower price, or the usual one; a sum that changes is not paid yet.

        Raises `RefusedError` where there is no lower price.
        """
        with self._store.work(Label(mark("The price of a sign-up was changed"))) as unit:
            row = _party(unit.session, party, series, on)
            if reduced and queries.series_row(unit.session, row).reduced_cents is None:
                raise RefusedError("This activity has no lower price.")
            if row.reduced != reduced:
                row.reduced, row.paid = reduced, False
        return unit.change

    def to_pay(self, party: UUID) -> int:
        """Give what a party pays once it has places, in cents; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            row = queries.party_row(session, party)
            if row is None:
                raise RefusedError("This sign-up is not on the list any more.")
            series = queries.series_row(session, row)
            return rules.to_pay(series.price_cents, series.reduced_cents, row.persons, reduced=row.reduced)

    def table(self, series: UUID, on: date) -> Table:
        """Give what is eaten on one date; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            rows = queries.choice_rows(session)
            orders = queries.orders(session, series, on)
            seated = [row for row in activities.sign_ups(session, series, on) if not row.waiting]
        made: dict[Choice, int] = {}
        for portions in (one for row in seated for one in orders.get(row.id, ())):
            made[portions.choice] = made.get(portions.choice, 0) + portions.persons
        listed = [queries.choice(row) for row in rows]
        kitchen = tuple(Portions(one, made[one]) for one in listed if one in made)
        unknown = sum(row.persons for row in seated) - sum(made.values())
        return Table(tuple(one for one in listed if one.offered), orders, kitchen, unknown)

    def till(self, series: UUID, on: date) -> Till:
        """Give what is paid on one date: only for whoever takes the money, never on a sheet or in a list."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            of_series = activities.one_series(session, series)
            rows = activities.sign_ups(session, series, on)
        if of_series is None:
            raise RefusedError("This activity is not on that day.")
        price, reduced = of_series.price_cents, of_series.reduced_cents
        due = {
            row.id: Due(rules.to_pay(price, reduced, row.persons, reduced=row.reduced), row.paid, row.reduced)
            for row in rows
            if not row.waiting
        }
        return Till(price, reduced, due)

    def forget_orders(self, until: date | None = None) -> None:
        """Let what was chosen go the day after, by the last day that surely was. Source: safety.md, privacy 2.

        With `until` those of up to and including that day. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("What was eaten was forgotten")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                queries.forget_orders(unit.session, until or sure)


def _party(session: Session, party: UUID, series: UUID, on: date) -> SignUpRow:
    row = queries.party_row(session, party)
    if row is None or (row.series_id, row.on_date) != (series, on):
        raise RefusedError("This sign-up is not on the list any more.")
    return row
