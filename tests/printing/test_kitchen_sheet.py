"""The kitchen's sheet says how many eat what, with names only where a plate must find its person."""

from __future__ import annotations

from dataclasses import replace

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.kitchen_sheet import Kitchen, Plate, kitchen_form, kitchen_sheet

from .boxes import check
from .weeks import HOUSE, page_count, text, week

MEAL = week().days[4].occurrences[1]
USUAL = Plate("Gewoon", 12)
HALAL = Plate("Halal", 3, (("Sevda", 2), ("Ömer", 1)))


def read(kitchen: Kitchen) -> str:
    return " ".join(text(kitchen_sheet(kitchen, HOUSE)).split())


def test_it_says_which_meal_when_and_where_and_how_many_eat_what() -> None:
    said = read(Kitchen(MEAL, 15, (USUAL, HALAL)))
    for words in (
        translate("Kitchen: {meal}", meal=MEAL.series.name),
        "vrijdag 13 maart 2026 · 17.30–19.30 · Eetkeuken",
        f"15 {translate('eat along')}",
        "12 x Gewoon",
        "3 x Halal",
        "Sevda (2 x)",
        "Ömer",
        translate("Shred this after the meal."),
    ):
        assert words in said


def test_lines_for_who_comes_unasked_do_not_take_a_page_of_their_own() -> None:
    plates = tuple(Plate(f"Keuze {number}", 1, (("Sevda", 1),)) for number in range(6))
    assert page_count(kitchen_sheet(Kitchen(MEAL, 6, plates), HOUSE)) == 1


def test_who_is_still_to_be_asked_stands_apart() -> None:
    said = read(Kitchen(MEAL, 13, (USUAL,), Plate(translate("not known yet: ask"), 1, (("Mw. Tan", 1),))))
    assert f"1 x {translate('not known yet: ask')} Mw. Tan" in said


def test_one_who_eats_is_said_as_one() -> None:
    assert f"1 {translate('eats along')}" in read(Kitchen(MEAL, 1))


def test_a_meal_that_does_not_go_on_says_so() -> None:
    assert translate("does not go on") in read(Kitchen(replace(MEAL, cancelled="De kok is ziek"), 0))
    assert "De kok is ziek" in read(Kitchen(replace(MEAL, cancelled="De kok is ziek"), 0))


def test_what_is_forgotten_is_told() -> None:
    assert translate("What they chose is kept until the day after.") in read(Kitchen(MEAL, 9, forgotten=True))


def test_two_hundred_who_eat_go_on_on_the_next_page_and_nobody_is_lost() -> None:
    whose = tuple((f"Gast{number:03}", 1) for number in range(200))
    pdf = kitchen_sheet(Kitchen(MEAL, 200, (Plate("Vegetarisch", 200, whose),)), HOUSE)
    assert page_count(pdf) > 1
    assert all(f"Gast{number:03}" in text(pdf) for number in range(200))
    check(pdf)


def test_the_form_has_what_can_be_chosen_in_this_room() -> None:
    said = " ".join(text(kitchen_form(["Gewoon", "Vegetarisch"], HOUSE)).split())
    assert "x Gewoon" in said
    assert "x Vegetarisch" in said
    assert translate("How many eat along?") in said


def test_the_same_meal_gives_the_same_bytes() -> None:
    kitchen = Kitchen(MEAL, 15, (USUAL, HALAL))
    assert kitchen_sheet(kitchen, HOUSE) == kitchen_sheet(kitchen, HOUSE)
