"""Choices at a meal, paying and the lower price, and that what was eaten is forgotten the day after."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from buurtkamer_app.activities.meals import rules
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.tables.activities import MealOrderRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

THURSDAY = date(2026, 3, 12)
LIST = ("Vlees", "Vegetarisch", "Halal")


@pytest.fixture
def dinner(demo: Services) -> UUID:
    """Give a dinner with a list of choices, a price and a lower one, and twelve places."""
    for name in LIST:
        demo.meals.put_choice(name)
    new = NewSeries(
        "Feestmaal",
        Theme.COMMUNITY,
        "Eetkeuken",
        THURSDAY,
        time(18),
        time(20),
        price_cents=700,
        reduced_cents=350,
        capacity=12,
        sign_up=True,
        meal=True,
    )
    return demo.activities.add_series(new).value


def keys(demo: Services) -> dict[str, UUID]:
    return {one.name: one.id for one in demo.meals.choices()}


def sign_up(demo: Services, dinner: UUID, name: str, persons: int, **orders: int) -> UUID:
    chosen = {keys(demo)[choice.capitalize()]: portions for choice, portions in orders.items()}
    return demo.sign_ups.sign_up(dinner, THURSDAY, NewParty(name, persons, orders=chosen)).value.id


def kitchen(demo: Services, dinner: UUID) -> list[tuple[str, int]]:
    return [(one.choice.name, one.persons) for one in demo.meals.table(dinner, THURSDAY).kitchen]


def undo(demo: Services, change: Change) -> None:
    assert change.unit is not None
    demo.history.undo(change.unit)


def test_the_list_stands_in_the_order_of_the_coordinator(demo: Services, dinner: UUID) -> None:
    demo.meals.move_choice(keys(demo)["Halal"], -1)
    demo.meals.move_choice(keys(demo)["Vlees"], -5)
    demo.meals.put_choice("Vega", keys(demo)["Vegetarisch"], offered=False)
    assert [(one.name, one.offered) for one in demo.meals.choices()] == [
        ("Vlees", True),
        ("Halal", True),
        ("Vega", False),
    ]
    assert [one.name for one in demo.meals.table(dinner, THURSDAY).choices] == ["Vlees", "Halal"]


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "x" * 10_000, "a\x00b", "vlees", " Vlees "])
def test_what_cannot_be_on_the_list_is_refused(demo: Services, dinner: UUID, name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        demo.meals.put_choice(name)
    assert refused.value.sentence()
    assert [one.name for one in demo.meals.choices()] == list(LIST)
    assert dinner


def test_only_the_coordinator_changes_the_list(demo: Services, dinner: UUID) -> None:
    host = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
    tried: list[Callable[[], object]] = [
        lambda: demo.meals.put_choice("Vis"),
        lambda: demo.meals.move_choice(keys(demo)["Vlees"], 1),
        lambda: demo.meals.take_choice_off(keys(demo)["Vlees"]),
    ]
    for attempt in tried:
        with pytest.raises(NotAllowedError):
            attempt()
    assert demo.meals.table(dinner, THURSDAY).unknown == 0


def test_what_somebody_chose_is_offered_no_more_rather_than_taken_off(demo: Services, dinner: UUID) -> None:
    party = sign_up(demo, dinner, "Bep", 2, vlees=1)
    meat = keys(demo)["Vlees"]
    with pytest.raises(RefusedError, match="Vlees"):
        demo.meals.take_choice_off(meat)
    demo.meals.put_choice("Vlees", meat, offered=False)
    demo.meals.choose(dinner, THURSDAY, party, {meat: 2})
    with pytest.raises(RefusedError):
        sign_up(demo, dinner, "Truus", 1, vlees=1)
    demo.meals.take_choice_off(keys(demo)["Halal"])
    assert [one.name for one in demo.meals.choices()] == ["Vlees", "Vegetarisch"]


def test_the_kitchen_hears_how_many_of_what_for_who_has_a_place(demo: Services, dinner: UUID) -> None:
    first = sign_up(demo, dinner, "Bep", 4, vlees=2, halal=1)
    sign_up(demo, dinner, "Truus", 6, vlees=1, vegetarisch=5)
    sign_up(demo, dinner, "Wacht", 4, halal=4)
    assert kitchen(demo, dinner) == [("Vlees", 3), ("Vegetarisch", 5), ("Halal", 1)]
    assert demo.meals.table(dinner, THURSDAY).unknown == 1
    demo.activities.withdraw(dinner, THURSDAY, first)
    assert kitchen(demo, dinner) == [("Vlees", 1), ("Vegetarisch", 5), ("Halal", 4)]


def test_nobody_chooses_more_meals_than_they_are(demo: Services, dinner: UUID) -> None:
    with pytest.raises(RefusedError):
        sign_up(demo, dinner, "Bep", 2, vlees=2, halal=1)
    assert demo.activities.parties(dinner, THURSDAY) == []
    party = sign_up(demo, dinner, "Bep", 3, vlees=3)
    with pytest.raises(RefusedError):
        demo.sign_ups.change(dinner, THURSDAY, party, NewParty("Bep", 2))
    with pytest.raises(RefusedError):
        demo.meals.choose(dinner, THURSDAY, party, {keys(demo)["Vlees"]: -1})
    demo.sign_ups.change(dinner, THURSDAY, party, NewParty("Bep", 2, orders={keys(demo)["Halal"]: 2}))
    assert kitchen(demo, dinner) == [("Halal", 2)]


def test_signing_up_with_choices_is_one_step_back(demo: Services, dinner: UUID) -> None:
    sign_up(demo, dinner, "Bep", 2, vlees=2)
    demo.history.undo_last_count()
    assert (demo.activities.parties(dinner, THURSDAY), kitchen(demo, dinner)) == ([], [])


def test_undoing_a_sign_up_takes_along_what_was_chosen_later(demo: Services, dinner: UUID) -> None:
    party = demo.sign_ups.sign_up(dinner, THURSDAY, NewParty("Bep", 2))
    demo.meals.choose(dinner, THURSDAY, party.value.id, {keys(demo)["Vlees"]: 2})
    undo(demo, party.change)
    with demo.store.reading() as session:
        assert session.scalars(select(MealOrderRow)).all() == []
    with pytest.raises(RefusedError):
        demo.meals.choose(dinner, THURSDAY, party.value.id, {})


def test_what_each_pays_and_what_is_in_the_box(demo: Services, dinner: UUID) -> None:
    first, second = sign_up(demo, dinner, "Bep", 4), sign_up(demo, dinner, "Truus", 2)
    waits = sign_up(demo, dinner, "Wacht", 8)
    demo.meals.reduce(dinner, THURSDAY, second, reduced=True)
    demo.meals.pay(dinner, THURSDAY, first, paid=True)
    till = demo.meals.till(dinner, THURSDAY)
    assert (till.price_cents, till.reduced_cents) == (700, 350)
    assert {key: one.cents for key, one in till.due.items()} == {first: 2800, second: 700}
    assert (till.to_pay_cents, till.paid_cents, till.open_cents) == (3500, 2800, 700)
    assert (demo.meals.to_pay(first), demo.meals.to_pay(second), demo.meals.to_pay(waits)) == (2800, 700, 5600)
    with pytest.raises(RefusedError):
        demo.meals.pay(dinner, THURSDAY, waits, paid=True)
    change = demo.meals.pay(dinner, THURSDAY, first, paid=False)
    assert demo.meals.till(dinner, THURSDAY).paid_cents == 0
    undo(demo, change)
    assert demo.meals.till(dinner, THURSDAY).paid_cents == 2800


def test_another_sum_is_not_paid_yet(demo: Services, dinner: UUID) -> None:
    party = sign_up(demo, dinner, "Bep", 4)
    demo.meals.pay(dinner, THURSDAY, party, paid=True)
    demo.sign_ups.change(dinner, THURSDAY, party, NewParty("Mw. Bep", 4, "020 000 06 06"))
    assert demo.meals.till(dinner, THURSDAY).paid_cents == 2800
    demo.meals.reduce(dinner, THURSDAY, party, reduced=True)
    assert not demo.meals.till(dinner, THURSDAY).due[party].paid
    demo.meals.pay(dinner, THURSDAY, party, paid=True)
    demo.sign_ups.change(dinner, THURSDAY, party, NewParty("Mw. Bep", 3))
    assert demo.meals.till(dinner, THURSDAY).open_cents == 1050


def test_where_there_is_no_lower_price_nobody_gets_one(demo: Services) -> None:
    friday = THURSDAY + timedelta(days=1)
    table = demo.activities.on_date("Eettafel", friday).id
    party = demo.sign_ups.sign_up(table, friday, NewParty("Bep", 1)).value.id
    with pytest.raises(RefusedError):
        demo.meals.reduce(table, friday, party, reduced=True)
    with pytest.raises(RefusedError):
        demo.meals.pay(table, THURSDAY, party, paid=True)


def test_the_lower_price_stands_in_no_list_but_that_of_who_takes_the_money(demo: Services, dinner: UUID) -> None:
    party = sign_up(demo, dinner, "Bep", 1)
    before = demo.attendance.taking_part(dinner, THURSDAY), demo.activities.parties(dinner, THURSDAY)
    demo.meals.reduce(dinner, THURSDAY, party, reduced=True)
    assert (demo.attendance.taking_part(dinner, THURSDAY), demo.activities.parties(dinner, THURSDAY)) == before


def test_nobody_signed_in_sees_neither_meals_nor_money(demo: Services, dinner: UUID) -> None:
    party = sign_up(demo, dinner, "Bep", 1, vlees=1)
    demo.sign_in.act_as(NOBODY)
    for attempt in (
        lambda: demo.meals.table(dinner, THURSDAY),
        lambda: demo.meals.till(dinner, THURSDAY),
        lambda: demo.meals.to_pay(party),
        lambda: demo.meals.pay(dinner, THURSDAY, party, paid=True),
        lambda: demo.meals.choose(dinner, THURSDAY, party, {}),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


def held(demo: Services) -> tuple[int, int]:
    """Count what is still known of meals: orders, and images of them in the journal."""
    with demo.store.reading() as session:
        images = session.execute(
            select(JournalChangeRow.before).where(JournalChangeRow.kind == MealOrderRow.__tablename__)
        ).scalars()
        return len(session.scalars(select(MealOrderRow)).all()), sum(image is not None for image in images)


def test_what_was_eaten_is_forgotten_the_day_after_and_the_sign_ups_stay(
    demo: Services, dinner: UUID, clock: SetClock
) -> None:
    party = sign_up(demo, dinner, "Bep", 3, vlees=2, halal=1)
    changed = demo.meals.choose(dinner, THURSDAY, party, {keys(demo)["Vegetarisch"]: 3})
    clock.instant += timedelta(days=1)
    demo.days.open()
    demo.meals.forget_orders()
    assert held(demo)[0] == 1
    clock.instant += timedelta(days=1)
    demo.sign_in.act_as(NOBODY)
    demo.meals.forget_orders()
    demo.sign_in.act_as(KEY_HOLDER)
    assert held(demo) == (0, 0)
    assert [one.persons for one in demo.activities.parties(dinner, THURSDAY)] == [3]
    with pytest.raises(ClashError):
        undo(demo, changed)


def test_a_wrong_clock_takes_no_choices_away(demo: Services, dinner: UUID, clock: SetClock) -> None:
    demo.days.open()
    sign_up(demo, dinner, "Bep", 3, vlees=2)
    right = clock.instant
    clock.instant += timedelta(days=365)
    demo.days.open()
    clock.instant = right
    demo.meals.forget_orders()
    assert held(demo)[0] == 1


@given(
    st.integers(0, 100_00),
    st.none() | st.integers(0, 100_00),
    st.integers(1, 999),
    st.booleans(),
)
def test_a_party_pays_so_many_times_one_price(price: int, lower: int | None, persons: int, reduced: bool) -> None:  # noqa: FBT001 - drawn
    paid = rules.to_pay(price, lower, persons, reduced=reduced)
    assert paid == persons * (lower if reduced and lower is not None else price)


@given(st.lists(st.integers(-2, 12)), st.integers(1, 999))
def test_choices_fit_exactly_when_their_sum_does(chosen: list[int], persons: int) -> None:
    try:
        rules.check_sum(chosen, persons)
        fits = True
    except RefusedError:
        fits = False
    assert fits == (min(chosen, default=0) >= 0 and sum(chosen) <= persons)
