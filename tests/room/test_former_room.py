"""A past week is told as it was: with the room's name, hours and spaces of then; consent goes before that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.changing.records import Alter, Details, Placed, Reach
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Choices, Wanted
from buurtkamer_app.printing.wall_sheet import wall_sheet
from buurtkamer_app.room.records import Opening

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

# The week of the clock of the tests, 9 to 15 March 2026.
WEEK = date(2026, 3, 11)
LATER = timedelta(days=14)


def printed(services: Services) -> bytes:
    """Make the wall sheet of the week as it is read now, as if it were printed on one day."""
    week = services.activities.week(WEEK)
    of = replace(house(services, Choices(), week.facts), printed_on=WEEK)
    return wall_sheet(week, services.planner.became(week.monday), of)


def rename(services: Services, name: str) -> None:
    services.premises.change_facts(replace(services.room.facts(), name=name))


def test_a_past_week_keeps_the_name_and_address_that_the_room_had(demo: Services, clock: SetClock) -> None:
    before, was = printed(demo), demo.room.facts()
    clock.instant += LATER
    demo.premises.change_facts(replace(was, name=" De  Nieuwe Hof ", street="Plein 1", entrance="", phone=""))
    now = demo.room.facts()
    assert (now.name, now.street, now.entrance, now.phone) == ("De Nieuwe Hof", "Plein 1", "", "")
    assert (now.country, now.timezone) == (was.country, was.timezone)
    assert demo.activities.week(WEEK).facts == was
    assert demo.activities.week(demo.room.today()).facts == now
    assert printed(demo) == before


def test_a_past_week_keeps_the_hours_and_the_names_of_the_spaces(demo: Services, clock: SetClock) -> None:
    before = printed(demo)
    clock.instant += LATER
    demo.premises.set_hours([Opening(weekday, time(8), time(12)) for weekday in (1, 5)])
    demo.premises.change_space(demo.room.space("Atelier"), "Werkplaats", 16, shared=False)
    assert printed(demo) == before
    coming = demo.activities.week(demo.room.today() + timedelta(days=7))
    assert [day.opening is not None for day in coming.days] == [False, True, False, False, False, True, False]
    assert {"Werkplaats"} & {entry.series.space for day in coming.days for entry in day.occurrences}


def test_a_past_week_keeps_name_and_price_of_what_changed_from_here_on(demo: Services, clock: SetClock) -> None:
    before = printed(demo)
    clock.instant += LATER
    coming = demo.activities.week(demo.room.today())
    entry = next(one for day in coming.days for one in day.occurrences if one.series.name == "Taalcafé")
    known = entry.series
    there = Placed(time(13), time(14), "Huiskamer", "Ria Postma", lead_on_paper=True)
    said = Details("Praten en koffie", known.theme, price_cents=350, capacity=known.capacity, sign_up=True)
    demo.changing.apply(Alter(known.id, entry.on, Reach.FROM_HERE, placed=there, details=said, all_the_same=True))
    after = [one.series for day in demo.activities.week(demo.room.today()).days for one in day.occurrences]
    assert ("Praten en koffie", 350) in {(one.name, one.price_cents) for one in after}
    assert printed(demo) == before


def test_the_week_of_now_and_those_to_come_bear_the_new_name_at_once(demo: Services, clock: SetClock) -> None:
    was = demo.room.facts()
    rename(demo, "De Nieuwe Hof")
    assert demo.activities.week(WEEK).facts.name == "De Nieuwe Hof"
    assert demo.activities.week(WEEK - timedelta(days=7)).facts == was
    clock.instant += LATER
    rename(demo, "Het Huis")
    assert demo.activities.week(WEEK).facts.name == "De Nieuwe Hof"
    assert demo.activities.week(WEEK - timedelta(days=7)).facts == was


def test_the_days_of_a_week_bear_the_hours_of_each_day(demo: Services, clock: SetClock) -> None:
    demo.premises.set_hours([Opening(weekday, time(9), time(12)) for weekday in range(5)])
    clock.instant += LATER
    monday, _, wednesday, *_ = demo.activities.week(WEEK).days
    assert monday.opening == Opening(0, time(10), time(17))
    assert wednesday.opening == Opening(2, time(9), time(12))


def test_the_first_change_of_a_day_says_what_was(demo: Services) -> None:
    was = demo.room.facts()
    for name in ("De Nieuwe Hof", "Het Huis", "Ons Huis"):
        rename(demo, name)
    assert demo.activities.week(WEEK - timedelta(days=7)).facts == was
    assert demo.room.facts().name == "Ons Huis"


def test_a_change_of_name_is_undone_with_what_it_kept(demo: Services) -> None:
    was = demo.room.facts()
    change = demo.premises.change_facts(replace(was, name="De Nieuwe Hof", phone="020 123 45 67"))
    assert {"room", "former_room"} <= change.kinds
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.room.facts() == was
    assert demo.activities.week(WEEK - timedelta(days=7)).facts == was


def test_undoing_the_first_change_of_a_day_leaves_what_the_second_needs(demo: Services) -> None:
    was, before = demo.room.facts(), demo.activities.week(WEEK - timedelta(days=7))
    first = demo.premises.change_facts(replace(was, name="De Nieuwe Hof"))
    second = demo.premises.set_hours([Opening(1, time(8), time(12))])
    for change in (first, second):
        assert change.unit is not None
        demo.history.undo(change.unit)
        assert demo.room.facts() == was
        assert demo.activities.week(WEEK - timedelta(days=7)) == before
    rename(demo, "Het Huis")
    assert demo.activities.week(WEEK - timedelta(days=7)) == before


def test_undoing_yesterday_leaves_what_today_needs(demo: Services, clock: SetClock) -> None:
    before = demo.activities.week(WEEK - timedelta(days=7))
    first = demo.premises.change_facts(replace(demo.room.facts(), name="De Nieuwe Hof"))
    clock.instant += timedelta(days=1)
    demo.premises.set_hours([Opening(1, time(8), time(12))])
    assert first.unit is not None
    demo.history.undo(first.unit)
    assert demo.activities.week(WEEK - timedelta(days=7)) == before


def test_what_stays_the_same_is_no_change(demo: Services) -> None:
    assert demo.premises.change_facts(demo.room.facts()).kinds == frozenset()


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "x" * 10_000), ("street", "x" * 10_000), ("phone", "bel ons"), ("city", "a\u202eb")],
)
def test_what_cannot_be_a_fact_is_refused_and_nothing_changes(demo: Services, field: str, value: str) -> None:
    was = demo.room.facts()
    with pytest.raises(RefusedError):
        demo.premises.change_facts(replace(was, **{field: value}))
    assert demo.room.facts() == was


def test_only_the_coordinator_changes_the_facts(demo: Services) -> None:
    host = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
    with pytest.raises(NotAllowedError):
        rename(demo, "De Nieuwe Hof")


def test_a_lead_who_took_their_yes_back_stands_on_no_sheet_of_the_past(demo: Services, clock: SetClock) -> None:
    def named(on: date) -> list[bool]:
        days = demo.activities.week(on).days
        return [one.series.lead_on_paper for day in days for one in day.occurrences if one.series.lead == "Bram Jansen"]

    assert named(WEEK) == [True]
    clock.instant += LATER
    coming = demo.activities.week(demo.room.today())
    entry = next(one for day in coming.days for one in day.occurrences if one.series.lead == "Bram Jansen")
    known = entry.series
    there = Placed(known.starts, known.ends, known.space, known.lead, lead_on_paper=False)
    demo.changing.apply(Alter(known.id, entry.on, Reach.FROM_HERE, placed=there, all_the_same=True))
    assert named(demo.room.today()) == [False]
    assert named(WEEK) == [False]


@pytest.mark.parametrize("reach", [Reach.FROM_HERE, Reach.ALL])
def test_a_lead_who_took_their_yes_back_stands_on_no_changed_date(demo: Services, reach: Reach) -> None:
    def led(weeks: int) -> list[Occurrence]:
        days = demo.activities.week(WEEK + timedelta(weeks=weeks)).days
        return [one for day in days for one in day.occurrences if one.series.lead == "Bram Jansen"]

    known, coming = led(0)[0].series, led(2)[0].on
    there = Placed(known.starts, time(known.ends.hour, 45), known.space, known.lead, lead_on_paper=True)
    demo.changing.apply(Alter(known.id, coming, Reach.ONE, placed=there, all_the_same=True))
    there = replace(there, ends=known.ends, lead_on_paper=False)
    demo.changing.apply(Alter(known.id, led(1)[0].on, reach, placed=there, all_the_same=True))
    assert [one.series.lead_on_paper for weeks in range(4) for one in led(weeks)] == [False] * 4


def test_many_weeks_read_at_once_are_the_same_as_one_by_one(demo: Services, clock: SetClock) -> None:
    rename(demo, "De Nieuwe Hof")
    clock.instant += LATER
    demo.premises.change_space(demo.room.space("Atelier"), "Werkplaats", 16, shared=False)
    first, last = WEEK - timedelta(weeks=6), WEEK + timedelta(weeks=6)
    one_by_one = [demo.activities.week(first + timedelta(weeks=number)) for number in range(13)]
    assert demo.activities.weeks.weeks(first, last) == one_by_one


def test_the_wall_sheet_of_any_week_can_be_made(demo: Services) -> None:
    wall = kind("wall")
    assert wall is not None
    for day in (WEEK - timedelta(weeks=520), WEEK, WEEK + timedelta(weeks=300)):
        assert wall.make(demo, Wanted(day)).pdf.startswith(b"%PDF")
