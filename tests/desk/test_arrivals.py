"""Coming in by name, on every store: once a day, of two alike names the right one, leaving, who is inside."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.letters import search_terms, words
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.desk.arrivals import rules
from buurtkamer_app.desk.arrivals.records import Found, Usual
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.room.records import DeskSettings

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)


def figures(services: Services, on: date = WEDNESDAY) -> VisitFigures:
    return services.desk.figures(on, on)


def two_jans(services: Services) -> tuple[UUID, UUID]:
    first = services.arrivals.come_in(["Jan"]).value[0].visitor
    second = services.arrivals.come_in_new("Jan", "met de rollator").value.visitor
    return first, second


def test_a_regular_is_counted_once_a_day_and_again_the_next(demo: Services, clock: SetClock) -> None:
    assert [arrival.again for arrival in demo.arrivals.come_in(["De Boer", " De Boer "]).value] == [False, True]
    since = demo.arrivals.come_in(["De Boer"]).value[0]
    assert since.again
    assert since.since == clock.instant
    assert figures(demo).named == 1
    clock.instant += timedelta(days=1)
    assert not demo.arrivals.come_in(["De Boer"]).value[0].again


def test_a_new_name_becomes_known_and_is_no_first_time(demo: Services) -> None:
    arrival = demo.arrivals.come_in(["Nieuwe Buur"]).value[0]
    assert not arrival.remembered
    assert figures(demo).first_time == 0
    assert demo.arrivals.find("nie")[0] == Found(arrival.visitor, "Nieuwe Buur", "", arrival.since)


def test_one_bad_name_lets_nobody_of_a_group_in(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.arrivals.come_in(["De Boer", "\x00"])
    assert figures(demo).visits == 0


@pytest.mark.parametrize("name", ["x" * 10_000, "\u200f\u202e", "\u200d\u200d", "\u3164", "\u0301\u0302", " \u00ad "])
def test_what_is_no_name_lets_nobody_in(demo: Services, name: str) -> None:
    with pytest.raises(RefusedError):
        demo.arrivals.come_in([name])
    with pytest.raises(RefusedError):
        demo.arrivals.come_in_new("Jan", name)
    assert figures(demo).visits == 0
    assert demo.arrivals.find(name) == []


def test_the_one_who_was_chosen_comes_in(demo: Services) -> None:
    plain, with_walker = two_jans(demo)
    assert plain != with_walker
    assert figures(demo).named == 2
    assert demo.arrivals.come_in_as(with_walker).value.again
    # A daybook that says no more than the name means who has no hint.
    assert demo.arrivals.come_in(["Jan"]).value[0].visitor == plain
    found = demo.arrivals.find("jan")
    assert [(one.id, one.hint) for one in found[:2]] == [(plain, ""), (with_walker, "met de rollator")]
    assert all(one.since is not None for one in found[:2])
    assert all(one.since is None for one in found[2:])


def test_two_who_cannot_be_told_apart_are_refused(demo: Services) -> None:
    two_jans(demo)
    for hint in ("met de rollator", " met  de rollator ", "", "  "):
        with pytest.raises(RefusedError):
            demo.arrivals.come_in_new("Jan", hint)
    assert figures(demo).named == 2


def test_another_one_of_the_name_is_undone_whole(demo: Services) -> None:
    two_jans(demo)
    demo.history.undo_last_count()
    assert [one.hint for one in demo.arrivals.find("jan") if one.name == "Jan"] == [""]
    assert figures(demo).named == 1


def test_who_usually_comes_now_stands_first(demo: Services, clock: SetClock) -> None:
    now = clock.instant
    for weeks, names in ((3, ["Jan de Jonge"]), (2, ["Jan de Jonge", "Jan de Jong"]), (9, ["Jan de Jong"] * 1)):
        clock.instant = now - timedelta(weeks=weeks)
        demo.arrivals.come_in(names)
    for away in (timedelta(days=1), timedelta(days=2), timedelta(weeks=1, hours=3), timedelta(weeks=2, hours=3)):
        clock.instant = now - away
        demo.arrivals.come_in(["Jan de Jong"])
    clock.instant = now
    assert [one.name for one in demo.arrivals.find("jan")][:2] == ["Jan de Jonge", "Jan de Jong"]
    clock.instant = now - timedelta(hours=3)
    assert demo.arrivals.find("jan")[0].name == "Jan de Jong"
    assert all(one.name.startswith("Z") for one in demo.arrivals.find("zey"))


def test_a_usual_one_who_was_renamed_or_undone_is_not_shown_as_before(demo: Services, clock: SetClock) -> None:
    now = clock.instant
    clock.instant = now - timedelta(weeks=1)
    visitor = demo.arrivals.come_in(["Qwertina"]).value[0].visitor
    clock.instant = now
    assert [one.name for one in demo.arrivals.find("qwe")] == ["Qwertina"]
    demo.people.rename(visitor, "Qwertine")
    assert [one.name for one in demo.arrivals.find("qwe")] == ["Qwertine"]


def test_the_first_thing_that_is_asked_may_be_a_name(demo: Services) -> None:
    assert demo.arrivals.find("zey")[0].name == "Zeynep"


def test_usual_visits_are_found_by_an_index(demo: Services) -> None:
    if not demo.store.embedded:
        pytest.skip("the plan is SQLite's")
    with demo.store.reading() as session:
        plan = session.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT visitor_id, count(*) FROM visit "
                "WHERE on_date IN ('2026-03-04', '2026-02-25') AND visitor_id IS NOT NULL AND hour BETWEEN 13 AND 17 "
                "GROUP BY visitor_id"
            )
        ).all()
    assert "on_date=?" in str(plan)


def test_leaving_takes_somebody_off_the_list_and_coming_back_is_still_one_visit(
    demo: Services, clock: SetClock
) -> None:
    visitor = demo.arrivals.come_in(["Zeynep"]).value[0].visitor
    since = clock.instant
    clock.instant += timedelta(hours=1)
    unit = demo.arrivals.leave(visitor).unit
    assert not demo.arrivals.leave(visitor)
    assert demo.arrivals.inside().number == 0
    back = demo.arrivals.come_in_as(visitor)
    assert (back.value.back, back.value.again, back.value.since) == (True, True, since)
    assert back.change.label.message == "{name} is inside again"
    assert (demo.arrivals.inside().number, figures(demo).named) == (1, 1)
    assert back.change.unit is not None
    demo.history.undo(back.change.unit)
    assert demo.arrivals.inside().number == 0
    assert unit is not None
    demo.history.undo(unit)
    assert demo.arrivals.inside().number == 1


def test_who_did_not_come_in_cannot_leave(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.arrivals.leave(demo.people.find("zey")[0].id)


def test_inside_says_what_it_knows(demo: Services) -> None:
    assert demo.arrivals.inside().sure
    zeynep, boer = (one.visitor for one in demo.arrivals.come_in(["Zeynep", "De Boer"]).value)
    # Nobody signs out here as far as one can tell.
    assert not demo.arrivals.inside().sure
    demo.arrivals.leave(zeynep)
    assert demo.arrivals.inside().sure
    demo.desk.tally(Tally(3, children=1))
    inside = demo.arrivals.inside()
    assert (inside.number, inside.children, inside.sure) == (4, 1, False)
    assert [one.id for one in inside.named] == [boer]
    demo.room.set_desk(DeskSettings(leaving=False))
    assert not demo.arrivals.inside().leaving


def test_without_signing_in_one_learns_how_many_and_nobody_by_name(demo: Services) -> None:
    demo.arrivals.come_in(["Zeynep"])
    demo.sign_in.act_as(NOBODY)
    inside = demo.arrivals.inside()
    assert (inside.number, inside.named) == (1, ())
    for refused in (lambda: demo.arrivals.find("zey"), lambda: demo.arrivals.names_in(WEDNESDAY)):
        with pytest.raises(NotAllowedError):
            refused()


def test_all_left_at_once_and_undone_at_once(demo: Services, clock: SetClock) -> None:
    demo.arrivals.come_in(["Zeynep", "De Boer"])
    demo.desk.tally(Tally(5))
    clock.instant += timedelta(hours=3)
    before = figures(demo)
    unit = demo.arrivals.all_left().unit
    assert demo.arrivals.inside().number == 0
    assert figures(demo) == before
    assert unit is not None
    demo.history.undo(unit)
    assert demo.arrivals.inside().number == 7


@pytest.mark.parametrize("written", [True, False])
def test_after_closing_nobody_is_inside_but_who_came_since(demo: Services, clock: SetClock, *, written: bool) -> None:
    demo.days.open()
    demo.arrivals.come_in(["Zeynep", "De Boer"])
    demo.desk.tally(Tally(5))
    clock.instant += timedelta(hours=3)
    demo.days.close()
    if written:
        demo.arrivals.all_left()
    assert demo.arrivals.inside().number == 0
    clock.instant += timedelta(minutes=10)
    demo.desk.tally(Tally(2))
    demo.arrivals.come_in(["Mw. Tan"])
    assert demo.arrivals.inside().number == 3


def test_names_in_are_the_latest_first(demo: Services, clock: SetClock) -> None:
    first = clock.instant
    demo.arrivals.come_in(["Zeynep"])
    clock.instant += timedelta(minutes=5)
    demo.arrivals.come_in(["De Boer"])
    assert demo.arrivals.names_in(WEDNESDAY) == [("De Boer", clock.instant), ("Zeynep", first)]


@given(st.integers(0, 23))
def test_every_hour_is_in_one_part_of_the_day(hour: int) -> None:
    first, last = rules.hours(rules.part_of(hour))
    assert first <= hour <= last
    assert sum(first <= hour <= last for first, last in map(rules.hours, DayPart)) == 1


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_usual_days_are_this_weekday_in_the_last_sixty_days(today: date) -> None:
    days = rules.same_weekdays(today)
    assert {day.weekday() for day in days} == {today.weekday()}
    assert all(0 < (today - day).days <= 60 for day in days)


NAMES = ["Jan", "Jan de Jong", "Jan de Jonge", "Ömer Şahin", "Els van der Meer", "Dhr. Van ’t Hof"]
SOMEBODY = st.builds(Found, st.integers(0, 12).map(lambda n: UUID(int=n)), st.sampled_from(NAMES), st.just(""))


@given(st.lists(SOMEBODY), st.lists(SOMEBODY), st.integers(1, 8))
def test_in_the_list_each_stands_once_the_usual_first_and_one_name_together(
    usual: list[Found], rest: list[Found], most: int
) -> None:
    kept = {one.id: one for one in (*usual, *rest)}
    shown = rules.listed(usual, rest, most)
    keys = [one.id for one in shown]
    assert len(keys) == len(set(keys)) == min(most, len(kept))
    if usual:
        assert shown[0].name == kept[usual[0].id].name
    names = [one.name for one in shown]
    assert all(
        names[names.index(name) : names.index(name) + names.count(name)] == [name] * names.count(name) for name in names
    )


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 8)), max_size=8),
    st.sampled_from(["jan", "v", "omers", "jdj"]),
)
def test_the_usual_ones_who_fit_come_by_how_often_they_came(came: list[tuple[str, int]], typed: str) -> None:
    usual = [Usual(UUID(int=n), name, search_terms(name), times) for n, (name, times) in enumerate(came)]
    found = rules.usual_first(usual, words(typed))
    times = [one.times for one in found]
    assert times == sorted(times, reverse=True)
    fitting = {
        n for n, (name, _) in enumerate(came) if any(term.startswith(typed) for term in search_terms(name).split())
    }
    assert {one.id.int for one in found} == fitting


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_a_name_goes_only_after_an_opened_day_a_week_later(seen: date, opened: date | None) -> None:
    until = rules.may_go_until(opened)
    assert (until is not None and seen <= until) == (opened is not None and (opened - seen).days >= 7)


@given(st.integers(0, 9), st.integers(0, 9), st.booleans(), st.booleans())
def test_it_is_sure_only_when_all_are_known_and_sign_out(known: int, more: int, leaving: bool, left: bool) -> None:  # noqa: FBT001 - drawn
    sure = rules.sure(known + more, known, leaving=leaving, some_left=left)
    assert not sure or more == 0
    assert sure or more or known


def test_a_moment_of_another_day_is_not_inside(demo: Services, clock: SetClock) -> None:
    demo.arrivals.come_in(["Zeynep"])
    clock.instant += timedelta(days=1)
    assert demo.arrivals.inside().number == 0
    assert isinstance(clock.instant, datetime)
