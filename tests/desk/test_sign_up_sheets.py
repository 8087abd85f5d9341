"""Sign-up sheets: their number, their lines, and keying back who wrote a name on them, on every store."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.changing.records import Alter, Placed, Reach
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desk.sheets import rules
from buurtkamer_app.desk.sheets.records import SheetLine, SignUpLine
from tests.desk.test_sheets import another_desk, waits

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from buurtkamer_app.activities.records import Occurrence, Party
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
FIRST = "2026-0001"


def limited(services: Services, on: date = WEDNESDAY, places: int = 8) -> Occurrence:
    """Give a date with so many places."""
    return next(entry for entry in services.activities.occurrences(on, on) if entry.series.capacity == places)


def unlimited(services: Services) -> Occurrence:
    """Give a date without a limit."""
    found = services.activities.occurrences(WEDNESDAY, WEDNESDAY)
    return next(entry for entry in found if entry.series.capacity is None)


def printed(services: Services, of: Occurrence | None = None) -> str:
    """Print the sheet of a date, and give its number."""
    own = of or limited(services)
    return services.sign_up_sheets.give(own.series.id, own.on).value


def parties(services: Services) -> list[Party]:
    return services.activities.parties(limited(services).series.id, WEDNESDAY)


def said(services: Services) -> list[tuple[str, int, bool]]:
    return [(party.name, party.persons, party.waiting) for party in parties(services)]


def test_a_sheet_has_a_line_for_every_free_place_and_a_waiting_list(demo: Services) -> None:
    of = limited(demo)
    demo.activities.sign_up(of.series.id, WEDNESDAY, "Mw. Tan", 3)
    blank = demo.sign_up_sheets.blank(of.series.id, WEDNESDAY)
    assert (blank.number, blank.taken, blank.places, blank.lines) == ("", 3, 5, 11)
    assert printed(demo) == FIRST
    demo.activities.sign_up(of.series.id, WEDNESDAY, "Henk", 2)
    sheet = demo.sign_up_sheets.sheet("1")
    assert (sheet.number, sheet.taken, sheet.places, sheet.lines) == (FIRST, 3, 5, 11)
    full = demo.sign_up_sheets.blank(of.series.id, WEDNESDAY)
    assert (full.taken, full.places, full.lines) == (5, 3, 9)


def test_without_a_limit_there_are_twenty_lines_and_nobody_waits(demo: Services) -> None:
    of = unlimited(demo)
    blank = demo.sign_up_sheets.blank(of.series.id, WEDNESDAY)
    assert (blank.places, blank.lines) == (20, 20)


def test_every_kind_of_sheet_has_its_number_from_one_row(demo: Services) -> None:
    assert demo.sheets.give_numbers(1).value == [FIRST]
    assert printed(demo) == "2026-0002"
    assert demo.sheets.give_numbers(1).value == ["2026-0003"]
    assert demo.sheets.sheet("1").series is None
    assert demo.sheets.sheet("2").series == limited(demo).series.id
    with pytest.raises(RefusedError):
        demo.sheets.enter_all("2", WEDNESDAY, [SheetLine("2026-0002", 10, 1)])
    with pytest.raises(RefusedError):
        demo.sign_up_sheets.sheet("1")


def test_giving_a_number_is_not_undone_since_it_stands_on_paper(demo: Services) -> None:
    before = demo.history.last()
    printed(demo)
    assert demo.history.last() == before


def test_lines_become_sign_ups_in_the_order_of_the_paper(demo: Services) -> None:
    printed(demo)
    lines = [SignUpLine(3, "Fatma", 1), SignUpLine(1, "Mw. Tan", 2, "020 1234567"), SignUpLine(2, "Henk", 4)]
    done = demo.sign_up_sheets.enter("1", lines)
    assert [entry.line for entry in done.value.new] == [1, 2, 3]
    assert said(demo) == [("Mw. Tan", 2, False), ("Henk", 4, False), ("Fatma", 1, False)]
    assert parties(demo)[0].phone.replace(" ", "").endswith("1234567")
    assert done.value.known == ()


def test_who_finds_no_place_any_more_is_on_the_waiting_list_and_told(demo: Services) -> None:
    printed(demo)
    of = limited(demo)
    demo.activities.sign_up(of.series.id, WEDNESDAY, "Aan de balie", 6)
    done = demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 1), SignUpLine(2, "Bep", 2), SignUpLine(3, "Cor", 1)])
    assert [(entry.line, entry.waiting) for entry in done.value.new] == [(1, False), (2, True), (3, False)]
    assert limited(demo).full


def test_a_line_is_never_counted_twice_whoever_keys_it(demo: Services) -> None:
    printed(demo)
    demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2)])
    again = demo.sign_up_sheets.enter("2026-1", [SignUpLine(1, "Iemand anders", 5), SignUpLine(2, "Bep")])
    assert [entry.line for entry in again.value.new] == [2]
    assert [(entry.line, entry.name, entry.persons) for entry in again.value.known] == [(1, "Ans", 2)]
    third = demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2), SignUpLine(2, "Bep")])
    assert not third.change
    assert said(demo) == [("Ans", 2, False), ("Bep", 1, False)]


def test_half_a_sheet_is_kept_and_gone_on_with_later(demo: Services) -> None:
    printed(demo)
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(ria.role, ria.id, ria.name))
    demo.sign_up_sheets.enter("1", [SignUpLine(2, "Bep")])
    demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans")])
    entered = demo.sign_up_sheets.sheet("1").entered
    assert [(entry.line, entry.name, entry.by) for entry in entered] == [
        (1, "Ans", "Ria Postma"),
        (2, "Bep", "Ria Postma"),
    ]


def test_a_sheet_is_undone_in_one_step_and_can_be_keyed_again(demo: Services) -> None:
    printed(demo)
    change = demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2), SignUpLine(2, "Bep")]).change
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert (said(demo), demo.sign_up_sheets.sheet("1").entered) == ([], ())
    assert len(demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans")]).value.new) == 1


def test_who_withdrew_keeps_the_line(demo: Services) -> None:
    printed(demo)
    demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2)])
    demo.activities.withdraw(limited(demo).series.id, WEDNESDAY, parties(demo)[0].id)
    entered = demo.sign_up_sheets.sheet("1").entered
    assert [(entry.line, entry.cancelled) for entry in entered] == [(1, True)]
    assert demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2)]).value.new == ()
    assert said(demo) == []


@pytest.mark.parametrize(
    "wrong",
    [
        SignUpLine(0, "Ans"),
        SignUpLine(15, "Ans"),
        SignUpLine(2, "Ans", 0),
        SignUpLine(2, "Ans", 1000),
        SignUpLine(2, "Ans", 9),
        SignUpLine(2, "a" * 10_000),
        SignUpLine(2, "Ans\x00"),
        SignUpLine(2, "Ans", 1, "geen nummer"),
    ],
)
def test_what_cannot_be_is_refused_at_its_line_and_nothing_is_written(demo: Services, wrong: SignUpLine) -> None:
    printed(demo)
    with pytest.raises(RefusedError) as refused:
        demo.sign_up_sheets.enter("1", [SignUpLine(1, "Bep"), wrong])
    assert refused.value.values["line"] == wrong.line
    assert refused.value.sentence()
    assert said(demo) == []


def test_an_empty_sheet_and_a_number_of_nothing_are_refused(demo: Services) -> None:
    printed(demo)
    with pytest.raises(RefusedError):
        demo.sign_up_sheets.enter("1", [])
    for typed in ("", "7", "2026-0002", "acht", "1" * 10_000):
        with pytest.raises(RefusedError):
            demo.sign_up_sheets.sheet(typed)


def test_a_date_that_has_been_or_does_not_go_on_gets_no_number(demo: Services) -> None:
    of = limited(demo)
    demo.attendance.cancel(of.series.id, WEDNESDAY, "ziek")
    with pytest.raises(RefusedError):
        printed(demo, of)
    week_ago = WEDNESDAY - timedelta(days=7)
    with pytest.raises(RefusedError):
        demo.sign_up_sheets.give(of.series.id, week_ago)
    with pytest.raises(RefusedError):
        demo.sign_up_sheets.give(of.series.id, WEDNESDAY + timedelta(days=1))


def test_a_sheet_goes_along_with_its_date(demo: Services) -> None:
    of = limited(demo)
    printed(demo)
    thursday = WEDNESDAY + timedelta(days=1)
    demo.changing.apply(Alter(of.series.id, WEDNESDAY, Reach.ONE, thursday))
    assert demo.sign_up_sheets.sheet("1").occurrence.on == thursday
    demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans")])
    assert [party.name for party in demo.activities.parties(of.series.id, thursday)] == ["Ans"]


def test_a_sheet_goes_along_however_often_its_date_is_moved(demo: Services) -> None:
    of = limited(demo)
    days = [WEDNESDAY + timedelta(days=far) for far in (1, 2, 75)]
    demo.changing.apply(Alter(of.series.id, WEDNESDAY, Reach.ONE, days[0]))
    number = demo.sign_up_sheets.give(of.series.id, days[0]).value
    moves = [demo.changing.apply(Alter(of.series.id, on, Reach.ONE, to)) for on, to in pairwise(days)]
    assert demo.sign_up_sheets.sheet(number).occurrence.on == days[2]
    for move in reversed(moves):
        assert move.change.unit is not None
        demo.history.undo(move.change.unit)
    assert demo.sign_up_sheets.sheet(number).occurrence.on == days[0]


def test_a_sheet_goes_along_with_a_series_that_goes_on_otherwise(demo: Services) -> None:
    later, nobody = WEDNESDAY + timedelta(weeks=4), "hosts"
    of = limited(demo, later).series
    number = demo.sign_up_sheets.give(of.id, later).value
    key = of.id
    for weeks, lead in ((1, nobody), (2, of.lead)):
        since, there = WEDNESDAY + timedelta(weeks=weeks), Placed(of.starts, of.ends, of.space, lead)
        key = demo.changing.apply(Alter(key, since, Reach.FROM_HERE, placed=there, all_the_same=True)).value
    since = WEDNESDAY + timedelta(weeks=3)
    demo.changing.apply(Alter(key, since, Reach.FROM_HERE, since + timedelta(days=1), all_the_same=True))
    assert demo.sign_up_sheets.sheet(number).occurrence.on == later + timedelta(days=1)
    demo.sign_up_sheets.enter(number, [SignUpLine(1, "Ans")])
    assert [entry.name for entry in demo.sign_up_sheets.sheet(number).entered] == ["Ans"]


def test_nobody_signed_in_reads_or_enters_no_sheet(demo: Services) -> None:
    printed(demo)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.sign_up_sheets.sheet("1")
    with pytest.raises(NotAllowedError):
        demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans")])
    of = limited(demo)
    with pytest.raises(NotAllowedError):
        demo.sign_up_sheets.give(of.series.id, WEDNESDAY)


def test_two_desks_with_the_same_sheet_at_once_count_each_line_once(
    demo: Services, demo_engine: Engine, tmp_path: Path, clock: SetClock
) -> None:
    printed(demo)
    other = another_desk(demo_engine, tmp_path, clock)
    told: list[tuple[list[int], list[int]]] = []

    def enter() -> None:
        value = other.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2), SignUpLine(2, "Bep")]).value
        told.append(([entry.line for entry in value.new], [entry.line for entry in value.known]))

    thread = threading.Thread(target=enter)
    with demo.store.work(Label("Sheet {number} was entered", {"number": FIRST})):
        demo.sign_up_sheets.enter("1", [SignUpLine(1, "Ans", 2)])
        thread.start()
        while not waits(demo_engine, demo):
            thread.join(0.01)
    thread.join(30)
    other.close()
    assert told == [([2], [1])]
    assert sum(persons for _, persons, _ in said(demo)) == 3


def test_every_desk_of_a_large_house_gets_its_numbers(
    demo: Services, demo_engine: Engine, tmp_path: Path, clock: SetClock
) -> None:
    series, given_numbers = limited(demo).series.id, list[str]()
    desks = [another_desk(demo_engine, tmp_path, clock) for _ in range(4)]

    def give(desk: Services) -> None:
        for _ in range(3):
            given_numbers.append(desk.sign_up_sheets.give(series, WEDNESDAY).value)
            given_numbers.extend(desk.sheets.give_numbers(1).value)

    threads = [threading.Thread(target=give, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread, desk in zip(threads, desks, strict=True):
        thread.join(60)
        desk.close()
    assert sorted(given_numbers) == [f"2026-{place:04}" for place in range(1, 25)]


@given(st.lists(st.tuples(st.integers(1, 14), st.integers(1, 4)), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=4, deadline=None)
def test_any_order_of_keying_counts_the_first_of_each_line(demo: Services, drawn: list[tuple[int, int]]) -> None:
    # Every example takes a week of its own.
    on = WEDNESDAY + timedelta(weeks=1 + len(demo.sheets.give_numbers(1).value))
    of = limited(demo, on)
    for party in demo.activities.parties(of.series.id, on):
        demo.activities.withdraw(of.series.id, on, party.id)
    number = demo.sign_up_sheets.give(of.series.id, on).value
    expected: dict[int, int] = {}
    for line, persons in [*drawn, *drawn]:
        told = demo.sign_up_sheets.enter(number, [SignUpLine(line, f"Regel {line}", persons)]).value
        assert [entry.line for entry in told.new] == ([] if line in expected else [line])
        expected.setdefault(line, persons)
    entered = demo.sign_up_sheets.sheet(number).entered
    assert {entry.line: entry.persons for entry in entered} == expected
    after = limited(demo, on)
    assert after.signed_up + after.waiting == sum(expected.values())
    assert after.signed_up <= 8


def test_printed_hours_stay_the_rows_whatever_the_room_does(demo: Services) -> None:
    hours = demo.sheets.hours(WEDNESDAY)
    number = demo.sheets.give_numbers(1, WEDNESDAY, printed=True).value[0]
    week = demo.sheets.give_numbers(1, printed=True).value[0]
    assert demo.sheets.sheet(number).hours == tuple(hours)
    assert demo.sheets.sheet(week).hours == tuple(demo.sheets.hours(None))
    assert set(hours) <= set(demo.sheets.hours(None))
    assert demo.sheets.hours(WEDNESDAY, (), (9, 10)) == [9, 10]


def scanned(number: str, keys: dict[str, str]) -> str:
    return "".join(keys[char] for char in number)


BELGIAN = dict(zip("1234567890-", "&é\"'(§è!çà)", strict=True))
FRENCH = dict(zip("1234567890-", "&é\"'(-è_çà)", strict=True))


@given(st.integers(2000, 2999), st.integers(1, 99_999), st.sampled_from(["{}", "{}\r\n", "\x02{}\x03", " {} ", "{}\t"]))
def test_what_a_hand_scanner_types_on_another_keyboard_is_read(year: int, place: int, around: str) -> None:
    number = rules.number(year, place)
    read = [scanned(number, BELGIAN), scanned(number, FRENCH), f"]Q1{number}", f"$A&{scanned(number, BELGIAN)}"]
    in_capitals = [typed.upper() for typed in read]
    others = [number.replace("-", other) for other in (")", "°", "ß", "'", "/")]
    for typed in (*read, *in_capitals, *others):
        assert rules.read_number(around.format(typed), 1999) == number


def test_digits_without_shift_are_read_on_a_belgian_keyboard() -> None:
    assert rules.read_number("è", 2026) == "2026-0007"
    assert rules.read_number("éàé§-è", 1999) == "2026-0007"


@pytest.mark.parametrize("typed", [")", "-)", "à", "2026)", "q1", "]Q1", "$A&", "é à"])
def test_signs_that_are_no_number_on_any_keyboard_are_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        rules.read_number(typed, 2026)
