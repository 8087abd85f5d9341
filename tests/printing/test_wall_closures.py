"""Closures, moved dates and spaces in use on the wall sheet: what residents must know, and nobody's number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.records import DayProgramme, InUse, Occurrence
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.planner.closing.records import ClosingPlan, MovedActivity
from buurtkamer_app.printing.wall_sheet import wall_sheet
from buurtkamer_app.room.records import Closure, NewClosure
from tests.planner.closing_room import FRIDAY, MONDAY, series

from .weeks import BECAME, HOUSE, closed, text, week, with_day

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.services import Services

CHOIR = InUse(FRIDAY, time(13), time(15), "Koor De Merels", "Atelier")


def read(programme: WeekProgramme) -> str:
    return text(wall_sheet(programme, BECAME, HOUSE))


def friday(**changes: object) -> DayProgramme:
    return replace(week().days[4], **changes)  # type: ignore[arg-type] # each names a field of it


def test_a_group_in_a_space_stands_between_the_activities() -> None:
    said = read(with_day(week(), 4, friday(in_use=(CHOIR,))))
    assert said.index("Koffie-inloop", said.index("vrijdag")) < said.index("Koor De Merels") < said.index("Eettafel")


def test_on_a_closed_day_its_reason_is_told_once() -> None:
    shut = Closure(FRIDAY, FRIDAY, "De verwarming is kapot")
    off = tuple(replace(entry, cancelled=shut.reason, closed=True) for entry in week().days[4].occurrences)
    said = read(with_day(week(), 4, friday(occurrences=off, closure=shut)))
    assert said.count("De verwarming is kapot") == 1
    assert "17.30" not in said


def test_in_a_week_with_a_closed_day_the_hours_are_said_to_be_the_usual_ones() -> None:
    usual = translate("Usually open: {hours}", hours="maandag")
    assert usual in read(closed(week(), "Verbouwing"))
    assert usual not in read(week())


def test_a_part_of_the_day_that_is_closed_is_told_with_its_hours() -> None:
    shut = Closure(FRIDAY, FRIDAY, "Storm", time(17), time(22))
    said = read(with_day(week(), 4, friday(partly=(shut,))))
    assert "17.00\u201322.00: Storm" in said


def test_a_moved_date_says_which_day_it_replaces() -> None:
    entry = week().days[4].occurrences[-1]
    moved = Occurrence(entry.series, MONDAY, changed=True, rule_date=FRIDAY)
    day = replace(week(monday=MONDAY).days[0], occurrences=(moved,))
    said = read(with_day(week(monday=MONDAY), 0, day))
    assert translate("instead of {day}", day="vrijdag 13 maart") in said


def test_only_who_may_stand_on_the_wall_does_and_nobodys_number(demo: Services) -> None:
    choir = NewBooking("Koor De Merels", "Atelier", FRIDAY, time(13), time(15), "06 44444444", on_wall=True)
    quiet = NewBooking("Praatgroep", "Spreekkamer", FRIDAY, time(13), time(15), "06 55555555")
    for booking in (choir, quiet):
        demo.bookings.book(booking)
    said = read(demo.activities.week(FRIDAY))
    assert "Koor De Merels" in said
    assert "Praatgroep" not in said
    assert "4444" not in said
    assert "5555" not in said


def test_what_a_closure_moved_stands_on_its_new_day(demo: Services) -> None:
    gym = series(demo, "Zitgym op muziek")
    tuesday = date(2026, 3, 17)
    plan = ClosingPlan(NewClosure(tuesday, tuesday, "Studiedag"), (MovedActivity(gym, tuesday, MONDAY),))
    demo.closing.close(plan)
    said = read(demo.activities.week(MONDAY))
    assert said.index("maandag") < said.index("Zitgym op muziek") < said.index("dinsdag 17")
    assert translate("closed: {reason}", reason="Studiedag").lower() in said.lower()


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=200), st.text(max_size=60), st.text(max_size=200))
def test_whatever_they_are_called_the_sheet_is_made(who: str, space: str, reason: str) -> None:
    used = InUse(FRIDAY, time(13), time(15), who, space)
    shut = Closure(FRIDAY, FRIDAY, reason, time(15), time(16), space)
    said = read(with_day(week(), 4, friday(in_use=(used,), partly=(shut,))))
    assert said.count("Klaverjassen") == 1
