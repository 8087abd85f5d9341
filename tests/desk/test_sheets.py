"""Numbered paper sheets and keying them back, on every store."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Seat
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets import rules
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.room.records import Opening
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded, open_postgresql
from buurtkamer_app.wishes.records import NewWish
from tests.conftest import KEY, VAULT

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
TUESDAY = WEDNESDAY - timedelta(days=1)
FIRST = "2026-0001"


def line(hour: int, count: int, children: int = 0, first_time: int = 0, sheet: str = FIRST) -> SheetLine:
    return SheetLine(sheet, hour, count, children, first_time)


def by_hour(services: Services, on: date = WEDNESDAY) -> dict[int, int]:
    return services.desk.figures(on, on).by_hour


def test_numbers_go_on_after_the_highest_of_the_year(demo: Services, clock: SetClock) -> None:
    assert demo.sheets.give_numbers(2, WEDNESDAY).value == ["2026-0001", "2026-0002"]
    assert demo.sheets.give_numbers(1, WEDNESDAY).value == ["2026-0003"]
    demo.sheets.enter(line(12, 1, sheet="2026-0040"))
    assert demo.sheets.give_numbers(1).value == ["2026-0041"]
    clock.instant = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert demo.sheets.give_numbers(1).value == ["2027-0001"]


def test_giving_numbers_is_not_undone_since_they_stand_on_paper(demo: Services) -> None:
    demo.desk.tally(Tally(1))
    before = demo.history.last()
    demo.sheets.give_numbers(3)
    assert demo.history.last() == before


@pytest.mark.parametrize("count", [0, -1, 101, 10**9])
def test_no_or_too_many_numbers_are_refused(demo: Services, count: int) -> None:
    with pytest.raises(RefusedError):
        demo.sheets.give_numbers(count)


def test_a_sheet_can_be_half_entered_and_gone_on_with_later(demo: Services) -> None:
    demo.sheets.give_numbers(1, WEDNESDAY)
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(ria.role, ria.id, ria.name))
    first = demo.sheets.enter_all("1", WEDNESDAY, [line(10, 4, 1, 2), line(11, 0)])
    assert first.value.new == (10, 11)
    demo.sheets.enter_all("2026-1", WEDNESDAY, [line(12, 5)])
    sheet = demo.sheets.sheet("2026-0001")
    assert sheet.for_date == WEDNESDAY
    known = [(entry.hour, entry.count, entry.children, entry.first_time) for entry in sheet.entered]
    assert known == [(10, 4, 1, 2), (11, 0, 0, 0), (12, 5, 0, 0)]
    assert {entry.by for entry in sheet.entered} == {"Ria Postma"}
    assert all(entry.at is not None for entry in sheet.entered)
    figures = demo.desk.figures(WEDNESDAY, WEDNESDAY)
    assert (figures.visits, figures.children, figures.first_time, figures.entered_later) == (9, 1, 2, 9)


def test_the_same_sheet_and_hour_twice_changes_nothing_and_is_told(demo: Services) -> None:
    demo.sheets.give_numbers(1)
    demo.sheets.enter_all(FIRST, WEDNESDAY, [line(12, 3)])
    again = demo.sheets.enter_all(FIRST, WEDNESDAY, [line(12, 9), line(11, 2)])
    assert again.value.new == (11,)
    assert [(entry.hour, entry.count) for entry in again.value.known] == [(12, 3)]
    assert by_hour(demo) == {11: 2, 12: 3}
    third = demo.sheets.enter_all(FIRST, WEDNESDAY, [line(12, 3)])
    assert not third.change
    assert third.value.known[0].hour == 12


def test_a_sheet_is_undone_in_one_step_with_its_wishes(demo: Services) -> None:
    demo.sheets.give_numbers(1)
    wishes = len(demo.wishes.all())
    new = NewWish("Een middag schaken", Theme.COMMUNITY, recorded_on=TUESDAY)
    change = demo.sheets.enter_all(FIRST, TUESDAY, [line(10, 3), line(11, 4)], [new]).change
    assert (len(demo.wishes.all()), by_hour(demo, TUESDAY)) == (wishes + 1, {10: 3, 11: 4})
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert (len(demo.wishes.all()), by_hour(demo, TUESDAY)) == (wishes, {})
    assert demo.sheets.sheet("1").for_date is None


def test_a_sheet_of_yesterday_counts_for_its_own_day(demo: Services) -> None:
    demo.sheets.give_numbers(1, TUESDAY)
    demo.sheets.enter_all("1", TUESDAY, [line(16, 3)])
    assert by_hour(demo, TUESDAY) == {16: 3}
    assert by_hour(demo) == {}
    assert demo.desk.figures(TUESDAY, TUESDAY).entered_later == 3


def test_a_sheet_that_was_begun_stays_with_its_day(demo: Services) -> None:
    demo.sheets.give_numbers(1, WEDNESDAY)
    demo.sheets.enter_all("1", TUESDAY, [line(10, 3)])
    assert demo.sheets.sheet("1").for_date == TUESDAY
    with pytest.raises(RefusedError):
        demo.sheets.enter_all("1", WEDNESDAY, [line(11, 3)])
    assert demo.desk.figures(TUESDAY, WEDNESDAY).visits == 3


def test_a_number_that_was_never_printed_is_refused_with_a_sentence(demo: Services) -> None:
    demo.sheets.give_numbers(2)
    with pytest.raises(RefusedError) as refused:
        demo.sheets.enter_all("9", WEDNESDAY, [line(12, 1)])
    assert "2026-0009" in refused.value.sentence()
    for typed in ("", "0", "acht", "2026-", "-3", "7.5", "1" * 10_000, "2026-0001\x00", "\u202e1"):
        with pytest.raises(RefusedError):
            demo.sheets.sheet(typed)
    assert by_hour(demo) == {}


@pytest.mark.parametrize(
    ("on", "wrong"),
    [
        (WEDNESDAY, line(14, 1)),
        (WEDNESDAY + timedelta(days=1), line(10, 1)),
        (date(2016, 3, 11), line(10, 1)),
        (WEDNESDAY, line(24, 1)),
        (WEDNESDAY, line(-1, 1)),
        (WEDNESDAY, line(10, -3)),
        (WEDNESDAY, line(10, 1000)),
        (WEDNESDAY, line(10, 3, children=4)),
        (WEDNESDAY, line(10, 3, first_time=4)),
        (WEDNESDAY, line(10, 3, children=-1)),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_of_the_sheet_is_written(
    demo: Services, on: date, wrong: SheetLine
) -> None:
    demo.sheets.give_numbers(1)
    with pytest.raises(RefusedError):
        demo.sheets.enter_all("1", on, [line(9, 2), wrong])
    assert demo.sheets.sheet("1").entered == ()


def test_the_hour_of_now_is_entered_and_an_empty_sheet_is_not(demo: Services) -> None:
    demo.sheets.give_numbers(1)
    assert demo.sheets.enter_all("1", WEDNESDAY, [line(13, 1)]).value.new == (13,)
    with pytest.raises(RefusedError):
        demo.sheets.enter_all("1", WEDNESDAY, [])
    with pytest.raises(RefusedError):
        demo.sheets.enter_all("1", WEDNESDAY, [line(12, 2)], [NewWish(" ", Theme.COMMUNITY)])
    assert by_hour(demo) == {13: 1}


def test_nobody_signed_in_enters_no_sheet(demo: Services) -> None:
    demo.sheets.give_numbers(1)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.sheets.enter_all("1", WEDNESDAY, [line(10, 1)])
    with pytest.raises(NotAllowedError):
        demo.sheets.give_numbers(1)


def another_desk(engine: Engine, folder: Path, clock: SetClock) -> Services:
    """Give services on a connection of their own to the same store."""
    if engine.dialect.name == "sqlite":
        made = open_embedded(folder / DATABASE, KEY)
    else:
        url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        made = open_postgresql(url)
    return assemble(made, clock, Seat(KEY_HOLDER), VAULT, practice=True)


def waits(engine: Engine, services: Services) -> bool:
    """Tell whether the other desk waits for this one; only PostgreSQL can be asked."""
    if engine.dialect.name == "sqlite":
        return True
    with services.store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(found.scalar_one())


def test_two_hosts_with_the_same_sheet_at_once_are_told_and_count_once(
    demo: Services, demo_engine: Engine, tmp_path: Path, clock: SetClock
) -> None:
    demo.sheets.give_numbers(1)
    other = another_desk(demo_engine, tmp_path, clock)
    told: list[tuple[tuple[int, ...], list[tuple[int, int]]]] = []

    def enter() -> None:
        value = other.sheets.enter_all("1", WEDNESDAY, [line(12, 8), line(11, 5)]).value
        told.append((value.new, [(entry.hour, entry.count) for entry in value.known]))

    thread = threading.Thread(target=enter)
    with demo.store.work(Label("Sheet {number} was entered", {"number": FIRST})):
        demo.sheets.enter_all("1", WEDNESDAY, [line(12, 3)])
        demo.sheets.sheet("1")
        thread.start()
        while not waits(demo_engine, demo):
            thread.join(0.01)
    thread.join(30)
    other.close()
    assert told == [((11,), [(12, 3)])]
    assert by_hour(demo) == {11: 5, 12: 3}


NUMBERS = st.sampled_from([0, 1, 2])
LINES = st.lists(st.tuples(NUMBERS, st.integers(9, 13), st.integers(0, 999)), max_size=20)


@given(LINES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_any_order_of_lines_counts_the_first_of_each_sheet_and_hour(
    demo: Services, drawn: list[tuple[int, int, int]]
) -> None:
    given_numbers = demo.sheets.give_numbers(3, WEDNESDAY).value
    before = by_hour(demo)
    expected: dict[tuple[int, int], int] = {}
    for which, hour, count in [*drawn, *drawn]:
        known = (which, hour) in expected
        first = expected.setdefault((which, hour), count)
        told = demo.sheets.enter_all(given_numbers[which], WEDNESDAY, [line(hour, count)]).value
        assert told.new == (() if known else (hour,))
        assert [entry.count for entry in told.known] == ([first] if known else [])
    sums = {hour: sum(count for (_, at), count in expected.items() if at == hour) for hour in range(9, 14)}
    now = by_hour(demo)
    assert {hour: now.get(hour, 0) - before.get(hour, 0) for hour in range(9, 14)} == sums


@given(st.integers(2000, 2999), st.integers(1, 99_999))
def test_a_number_is_read_however_it_is_typed(year: int, place: int) -> None:
    number = rules.number(year, place)
    for typed in (number, f"{year}-{place}", f" {year} {place} ", f"{year}–{place:06}"):
        assert rules.read_number(typed, 1999) == number
    assert rules.read_number(str(place), year) == number
    assert rules.next_numbers([number, "2026-x", "1"], year, 1) == [rules.number(year, place + 1)]


@pytest.mark.parametrize(
    ("opening", "entered", "hours"),
    [
        (Opening(2, time(10), time(12)), [], [9, 10, 11, 12]),
        (Opening(2, time(9, 30), time(12, 30)), [20], [8, 9, 10, 11, 12, 13, 20]),
        (Opening(2, time(0), time(23, 59)), [], list(range(24))),
        (None, [], [12, 13, 14, 15]),
    ],
)
def test_a_sheet_has_a_row_for_every_hour_and_one_before_and_after(
    opening: Opening | None, entered: list[int], hours: list[int]
) -> None:
    assert rules.hours(opening, [Opening(0, time(13), time(15))], entered) == hours


def test_the_rows_of_the_demo_room_are_its_opening_hours(demo: Services) -> None:
    opening = demo.room.plan().opening(WEDNESDAY)
    assert opening is not None
    hours = demo.sheets.hours(WEDNESDAY)
    assert hours[0] == opening.opens.hour - 1
    assert hours == list(range(hours[0], hours[-1] + 1))
