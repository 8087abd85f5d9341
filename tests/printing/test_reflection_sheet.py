"""A look back is one page: as it is on record, or the form for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from buurtkamer_app.activities.reflections.records import NewReflection, Reflection
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import GoesOn
from buurtkamer_app.printing.reflection_sheet import reflection_sheet

from .weeks import HOUSE, page_count, text, week

AT = replace(week().days[2].occurrences[-1], headcount=14)
WROTE = NewReflection("Er werd veel gelachen.\nDe koffie was op.", "Mensen uit de flat.", GoesOn.YES)
SEEN = datetime(2026, 3, 11, 16, 0, tzinfo=UTC)
TICKED = "X"


def on_record(said: NewReflection = WROTE, by: str = "Ria Postma") -> Reflection:
    return Reflection(AT.series, AT.on, said, SEEN, by)


def read(found: Reflection | None) -> str:
    return " ".join(text(reflection_sheet(AT, found, HOUSE)).split())


def test_it_holds_what_was_written_and_by_whom() -> None:
    said = read(on_record())
    for words in (
        f"{translate('Look back')}: {AT.series.name}",
        translate("{persons} took part", persons=14),
        "Er werd veel gelachen. De koffie was op.",
        "Mensen uit de flat.",
        f"{TICKED} {translate('Yes, it goes on')}",
        translate("Written by {name} on {day}", name="Ria", day="woensdag 11 maart 2026"),
    ):
        assert words in said
    assert "Postma" not in said
    assert said.count(f" {TICKED} ") == 1


def test_what_residents_do_by_themselves_is_ticked_too() -> None:
    said = read(on_record(replace(WROTE, goes_on=GoesOn.NO, by_residents=True), by=""))
    assert f"{TICKED} {translate('No, it stops')}" in said
    assert f"{TICKED} {translate('Residents go on by themselves')}" in said
    assert translate("Written on {day}", day="woensdag 11 maart 2026") in said


def test_a_text_that_is_empty_says_so() -> None:
    assert read(on_record(NewReflection())).count(translate("Nothing was written here.")) == 2


def test_without_a_look_back_it_is_the_form_for_that_date() -> None:
    said = read(None)
    assert AT.series.name in said
    assert translate("Written by, and when") in said
    assert f" {TICKED} " not in said


def test_of_no_activity_it_is_a_form_for_any() -> None:
    pdf = reflection_sheet(None, None, HOUSE)
    assert translate("Which activity?") in text(pdf)
    assert page_count(pdf) == 1


@pytest.mark.parametrize("letters", [0, 200, 2_000, 4_000])
def test_it_is_one_page_however_much_was_written(letters: int) -> None:
    words = ("Er werd gelachen en gezongen. " * 200)[: letters // 2]
    assert page_count(reflection_sheet(AT, on_record(NewReflection(words, words)), HOUSE)) == 1


def test_the_longest_text_goes_on_on_the_next_page_and_is_whole() -> None:
    words = "woord " * 3_000
    pdf = reflection_sheet(AT, on_record(NewReflection(words, words)), HOUSE)
    assert page_count(pdf) > 1
    assert text(pdf).split().count("woord") == 6_000
