"""Sheets of street activities: one page whatever is written, and nobody's name where it does not belong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import LedBy, TargetGroup
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.street_invitation_sheet import street_invitation_sheet
from buurtkamer_app.printing.street_lists_sheet import street_lists_sheet
from buurtkamer_app.printing.street_plan_sheet import street_plan_sheet
from buurtkamer_app.printing.street_reflection_sheet import street_reflection_sheet
from buurtkamer_app.street import rules
from buurtkamer_app.street.records import Activity, BringsHome, Course, GoesBack, Plan, Reflection
from buurtkamer_app.street.said import GENTLE, TARGETS, goal

from .boxes import check
from .hostile import NAMES
from .weeks import HOUSE, page_count, text

KEY = UUID("018f0000-0000-7000-8000-000000000001")
PLAN = Plan(
    "Koffie in de zon",
    date(2026, 3, 14),
    time(14),
    time(17),
    "Het pleintje",
    LedBy.PROFESSIONALS,
    "Drie diensten",
    "Jef en Maria van nummer vier",
    frozenset(TargetGroup),
    talk_cart=True,
    to_bring="Twee tafels",
    by_rain="In de school",
)
AT = Activity(KEY, 1, KEY, "Kersenlaan", PLAN, Course(40, 3, time(17), time(19, 30)))
SAID = Reflection("Buren samen", strong="Veel zin", recommend=8, impact=7, goals=frozenset({11}), finished=True)
WIDE = "W"


def longest(letter: str) -> tuple[Activity, Reflection]:
    """Give an activity and a look back with as much in every field as is kept, in lines of one word."""
    line = (letter * 20 + " ") * 5 + letter * 15
    many = "\n".join([letter * 36] * rules.MOST_LINES)
    plan = replace(PLAN, name=letter * 100, place=line, partners=line, volunteers=line, to_bring=line, by_rain=line)
    said = rules.kept_reflection(
        Reflection(
            letter * rules.LONGEST_TEXT,
            line,
            line,
            line,
            line,
            True,
            letter * rules.LONGEST_TEXT,
            many,
            letter * rules.LONGEST_TEXT,
            letter * rules.LONGEST_TEXT,
            letter * rules.LONGEST_ANECDOTE,
            10,
            10,
            frozenset(TargetGroup),
            frozenset(rules.GOALS),
            finished=True,
        )
    )
    return Activity(KEY, 1, KEY, letter * 100, rules.kept_plan(plan, PLAN.on_date), AT.course), said


def test_the_plan_holds_its_ten_fields_in_words_for_neighbours() -> None:
    said = text(street_plan_sheet(AT, HOUSE))
    for words in (PLAN.name, "14.00–17.00", PLAN.place, PLAN.partners, PLAN.volunteers, "Twee tafels", PLAN.by_rain):
        assert words in said
    assert all(f"{number} " in said for number in range(1, 11))
    assert all(translate(words) in said for words in GENTLE.values())
    assert translate(TARGETS[TargetGroup.POVERTY]) not in said


def test_the_invitation_is_there_four_times_and_names_nobody() -> None:
    said = text(street_invitation_sheet(AT, HOUSE))
    assert said.count(PLAN.name) == 4
    assert said.count(HOUSE.name) == 4
    for hidden in ("Jef", "Maria", "Drie diensten", translate(TARGETS[TargetGroup.POVERTY])):
        assert hidden not in said


def test_neighbours_who_lead_invite_by_themselves() -> None:
    said = text(street_invitation_sheet(replace(AT, plan=replace(PLAN, led_by=LedBy.RESIDENTS)), HOUSE))
    assert said.count(translate("From neighbours, for neighbours")) == 4
    assert HOUSE.name not in said


def test_the_look_back_tells_scores_groups_goals_and_who_finished_it() -> None:
    said = text(street_reflection_sheet(AT, replace(SAID, reached=frozenset({TargetGroup.OLDER})), HOUSE))
    for words in ("8/10", "7/10", "Veel zin", f"X {translate(TARGETS[TargetGroup.OLDER])}", f"X {goal(11)}"):
        assert words in said
    assert translate("Residents finished it by themselves, at {time}.", time="19.30") in said
    assert said.count("X ") == 2


def test_the_lists_are_private_and_tick_what_is_done() -> None:
    pdf = street_lists_sheet(AT, [BringsHome(KEY, "Jef", "Maria", done=True)], [GoesBack(KEY, "Tafel", "")], HOUSE)
    said = text(pdf)
    assert f"X {translate('{first} brings {second} home', first='Jef', second='Maria')}" in said
    assert translate("{first}: back to {second}", first="Tafel", second="…") in said
    assert translate("Private. Put it through the shredder afterwards.") in said


@pytest.mark.parametrize("letter", [WIDE, "m", "ї"])
def test_the_longest_that_is_kept_is_one_page(letter: str) -> None:
    at, said = longest(letter)
    assert page_count(street_reflection_sheet(at, said, HOUSE)) == 1
    assert page_count(street_plan_sheet(at, HOUSE)) == 1
    assert page_count(street_invitation_sheet(at, HOUSE)) == 1
    assert text(street_reflection_sheet(at, said, HOUSE)).replace(" ", "").count(letter) > 2400


def test_in_the_longest_sheets_nothing_touches_what_stands_beside_it() -> None:
    at, said = longest(WIDE)
    check(street_reflection_sheet(at, said, HOUSE), least=5.5)
    check(street_reflection_sheet(AT, SAID, HOUSE), least=10.0)
    check(street_plan_sheet(at, HOUSE), least=10.0)
    check(street_lists_sheet(at, [BringsHome(KEY, WIDE * 120, WIDE * 120)] * 9, [], HOUSE))


@pytest.mark.parametrize("ink", list(Ink))
def test_every_dress_and_an_empty_form_is_a_page(ink: Ink) -> None:
    house = replace(HOUSE, dress=Dress(HOUSE.dress.look, ink))
    for at, said in ((AT, SAID), (AT, None), (None, None)):
        for pdf in (
            street_plan_sheet(at, house),
            street_invitation_sheet(at, house),
            street_reflection_sheet(at, said, house),
            street_lists_sheet(at, [], [], house),
        ):
            assert page_count(pdf) == 1


@pytest.mark.parametrize("name", [name[:100] for name in NAMES if name])
def test_names_in_any_script_are_printed_the_same_way_twice(name: str) -> None:
    at = replace(AT, street_name=name, plan=replace(PLAN, name=name, place=name, by_rain=name))
    for make in (street_plan_sheet, street_invitation_sheet):
        assert make(at, HOUSE) == make(at, HOUSE)
    assert page_count(street_reflection_sheet(at, replace(SAID, anecdote=name), HOUSE)) == 1
