"""Streets, plans and the day, on both stores."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.street.records import BringsHome, Course, GoesBack, Reflection, Street
from buurtkamer_app.team.hours.records import HoursFrom

from .plans import PLAN, TODAY, days_ago, held

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

EVENING = Course(40, 3, time(17), time(19, 30))


def test_a_street_is_made_by_typing_its_name(demo: Services) -> None:
    demo.streets.add("  Kersenlaan ")
    assert [known.it for known in demo.streets.known.all()] == [Street("Kersenlaan")]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\x00b"])
def test_a_street_without_a_name_that_one_can_read_is_refused(demo: Services, name: str) -> None:
    with pytest.raises(RefusedError):
        demo.streets.add(name)
    assert demo.streets.known.all() == []


def test_no_street_is_there_twice(demo: Services) -> None:
    key = demo.streets.add("Kersenlaan").value
    with pytest.raises(RefusedError):
        demo.streets.add("kersenlaan")
    demo.streets.change(key, Street("KERSENLAAN"))
    assert [known.it.name for known in demo.streets.known.all()] == ["KERSENLAAN"]


def test_notes_stay_and_the_longest_are_refused(demo: Services) -> None:
    key = demo.streets.add("Kersenlaan").value
    notes = Street("Kersenlaan", "Graag", "Veel", "Jongeren", "De school\nDe bakker")
    demo.streets.change(key, notes)
    assert demo.streets.known.one(key).it == notes
    with pytest.raises(RefusedError):
        demo.streets.change(key, replace(notes, energy="x" * 10_000))
    assert demo.streets.known.one(key).it == notes


def test_a_street_goes_only_while_nothing_was_planned_there(demo: Services) -> None:
    street = demo.streets.add("Kersenlaan").value
    demo.street_turns.lead(street, LedBy.TOGETHER, TODAY)
    key = held(demo, street=street)
    with pytest.raises(RefusedError):
        demo.streets.take_away(street)
    demo.street_plans.remove(key)
    demo.streets.take_away(street)
    assert demo.streets.known.all() == []


def test_a_plan_comes_back_as_it_was_written(demo: Services) -> None:
    key = held(demo)
    assert demo.streets.one(key).plan == PLAN
    changed = replace(PLAN, name="Soep", targets=frozenset(), talk_cart=False)
    demo.street_plans.write(demo.streets.one(key).street, changed, key)
    assert demo.streets.one(key).plan == changed


def test_two_desks_that_change_one_plan_are_told(demo: Services) -> None:
    key = held(demo)
    known = demo.streets.one(key)
    demo.street_plans.write(known.street, replace(PLAN, name="Soep"), key, known.version)
    with pytest.raises(ClashError):
        demo.street_plans.write(known.street, PLAN, key, known.version)
    assert demo.streets.one(key).plan.name == "Soep"


@pytest.mark.parametrize(
    "plan",
    [
        replace(PLAN, name=" "),
        replace(PLAN, ends=time(14)),
        replace(PLAN, on_date=date(2999, 1, 1)),
        replace(PLAN, partners="x" * 10_000),
        replace(PLAN, by_rain="\u202egnol"),
    ],
)
def test_a_plan_that_cannot_be_is_a_sentence(demo: Services, plan: object) -> None:
    street = demo.streets.add("Kersenlaan").value
    with pytest.raises(RefusedError):
        demo.street_plans.write(street, plan)  # type: ignore[arg-type]
    assert demo.streets.of(street) == []


def test_a_new_plan_begins_as_the_last_one_was(demo: Services) -> None:
    street = demo.streets.add("Kersenlaan").value
    assert demo.street_plans.proposed(street).place == "Kersenlaan"
    held(demo, street=street)
    demo.street_turns.lead(street, LedBy.RESIDENTS, TODAY)
    proposed = demo.street_plans.proposed(street)
    assert proposed == replace(PLAN, on_date=PLAN.on_date + timedelta(weeks=8), led_by=LedBy.RESIDENTS)
    demo.street_turns.give_up(demo.streets.of(street)[0].id, "Genoeg")
    assert demo.street_plans.proposed(street).on_date == TODAY + timedelta(days=7)


def test_residents_go_on_after_the_professionals_and_it_is_counted(demo: Services) -> None:
    key = held(demo)
    host = demo.people.hosts()[0].id
    demo.street_days.went(key, EVENING, [host])
    known = demo.streets.one(key)
    assert (known.course, known.present, known.by_themselves, known.ended) == (
        EVENING,
        frozenset({host}),
        True,
        time(19, 30),
    )
    since = TODAY - timedelta(days=30)
    assert demo.looking.hours(since, TODAY).on_streets == 3 * 180
    assert demo.hours.by_day(since, TODAY)[host] == {known.plan.on_date: 330}
    demo.street_days.went(key, replace(EVENING, professionals_until=time(16)), [])
    assert demo.streets.one(key).present == frozenset()
    assert demo.looking.hours(since, TODAY).on_streets == 3 * 120


def test_what_is_to_come_or_called_off_costs_no_hours(demo: Services) -> None:
    coming = held(demo, -3)
    demo.street_days.went(coming, EVENING, [demo.people.hosts()[0].id])
    off = held(demo, 3, demo.streets.one(coming).street)
    demo.street_days.went(off, replace(EVENING, headcount=0), [])
    demo.street_plans.cancel(off, "Storm")
    first, last = TODAY - timedelta(days=30), TODAY + timedelta(days=30)
    assert demo.looking.hours(first, last).on_streets == 0
    assert HoursFrom.STREET not in demo.looking.hours(first, last).by_kind
    assert demo.looking.streets(first, last).gatherings == 0


def test_what_residents_lead_asks_for_no_host_and_is_counted(demo: Services) -> None:
    key = held(demo, plan=replace(PLAN, led_by=LedBy.RESIDENTS))
    with pytest.raises(RefusedError):
        demo.street_days.went(key, Course(12), [demo.people.hosts()[0].id])
    demo.street_days.went(key, Course(12), [])
    back = demo.looking.streets(TODAY - timedelta(days=30), TODAY)
    assert (back.participations, back.by_lead[LedBy.RESIDENTS]) == (12, 1)
    assert demo.street_reflections.waiting() == []
    assert demo.street_turns.returns() == []


@pytest.mark.parametrize(
    "course",
    [
        Course(-1),
        Course(10_000),
        Course(1, 100),
        Course(1, 1, time(13)),
        Course(1, 1, time(17), time(16)),
        Course(1, 1, None, time(14)),
        Course(1, 1, None, time(0, 30)),
    ],
)
def test_a_day_that_cannot_be_is_a_sentence(demo: Services, course: Course) -> None:
    key = held(demo)
    with pytest.raises(RefusedError):
        demo.street_days.went(key, course, [])
    assert demo.streets.one(key).course == Course()


def test_what_was_counted_is_not_called_off(demo: Services) -> None:
    key = held(demo)
    demo.street_days.went(key, EVENING, [])
    with pytest.raises(RefusedError):
        demo.street_plans.cancel(key, "Regen")
    assert demo.streets.one(key).cancelled == ""


def test_the_lists_are_ticked_and_their_names_go_after_thirty_days(demo: Services, clock: SetClock) -> None:
    key = held(demo)
    home = demo.street_days.home.write(BringsHome(key, "Jef", "Maria Vermeulen")).value
    demo.street_days.home.write(BringsHome(key, "Jef", "Maria Vermeulen", done=True), home)
    gone = demo.street_days.home.write(BringsHome(key, "Luc", "Georgette Claeys")).value
    demo.street_days.home.take_away(gone)
    demo.street_days.back.write(GoesBack(key, "Klaptafel", "Yvonne Maes"))
    clock.instant = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    demo.days.open()
    clock.instant = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
    demo.street_days.forget_names()
    assert demo.street_days.home.all()[0].it.done
    clock.instant = datetime(2026, 4, 5, 9, 0, tzinfo=UTC)
    demo.days.open()
    clock.instant = datetime(2026, 4, 6, 9, 0, tzinfo=UTC)
    demo.street_days.forget_names()
    assert demo.street_days.home.all() == []
    assert [one.it for one in demo.street_days.back.all()] == [GoesBack(key, "Klaptafel", "")]
    with demo.store.reading() as session:
        journal = str(session.execute(text("SELECT before FROM journal_change")).all())
    assert not any(name in journal for name in ("Vermeulen", "Claeys", "Maes"))
    assert demo.streets.one(key).plan == PLAN


def test_names_of_an_activity_that_was_taken_away_go_too(demo: Services, clock: SetClock) -> None:
    key = held(demo)
    street = demo.streets.one(key).street
    demo.street_days.home.write(BringsHome(key, "Jef", "Maria Vermeulen"))
    demo.street_plans.remove(key)
    later = demo.street_plans.write(street, days_ago(-20)).value
    demo.street_days.home.write(BringsHome(later, "Luc", "Georgette Claeys"))
    demo.street_plans.remove(later)
    for day in (10, 11):
        clock.instant = datetime(2026, 4, day, 9, 0, tzinfo=UTC)
        demo.days.open()
    demo.street_days.forget_names()
    with demo.store.reading() as session:
        journal = str(session.execute(text("SELECT CAST(before AS TEXT) FROM journal_change")).all())
    assert "Vermeulen" not in journal
    assert "Claeys" in journal


def test_taking_an_activity_away_takes_all_of_it_and_undo_brings_it_back(demo: Services) -> None:
    key = held(demo)
    demo.street_days.went(key, EVENING, [demo.people.hosts()[0].id])
    demo.street_days.back.write(GoesBack(key, "Tafel", "school"))
    demo.street_reflections.write(key, Reflection(strong="Fijn", goals=frozenset({11})))
    before = demo.streets.one(key)
    change = demo.street_plans.remove(key)
    with pytest.raises(RefusedError):
        demo.streets.one(key)
    assert demo.street_days.back.all() == []
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert replace(demo.streets.one(key), version=before.version) == before


def test_whoever_is_not_signed_in_reads_no_street(demo: Services) -> None:
    from buurtkamer_app.base.errors import NotAllowedError
    from buurtkamer_app.base.roles import NOBODY

    held(demo)
    demo.sign_in.act_as(NOBODY)
    for read in (
        demo.streets.known.all,
        lambda: demo.streets.between(days_ago(30).on_date, TODAY),
        demo.street_reflections.waiting,
        demo.street_turns.returns,
        demo.street_days.home.all,
    ):
        with pytest.raises(NotAllowedError):
            read()


def test_notes_and_names_of_a_street_stand_in_no_log(demo: Services) -> None:
    key = held(demo)
    street = demo.streets.one(key).street
    demo.streets.change(street, Street("Kersenlaan", "Wilg", "Vermoeiend", "Jongvolk", "Meester Bakelants"))
    demo.street_days.home.write(BringsHome(key, "Jef", "Maria Vermeulen"))
    log = repr(demo.exchange.draft(TODAY - timedelta(days=7), TODAY))
    assert not any(word in log for word in ("Vermoeiend", "Jongvolk", "Bakelants", "Vermeulen"))
