"""The week of the practice room in several languages, as it is asked for on the page Afdrukken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Choices, Sides, Wanted
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.printing.languages import OFFERED, Language
from tests.papers.rooms import WEDNESDAY
from tests.printing.boxes import check
from tests.printing.weeks import text

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.services import Services


def made(services: Services, choices: Choices) -> Made:
    """Make the sheet of the week of 9 March 2026."""
    of = kind("languages")
    assert of is not None
    return of.make(services, Wanted(WEDNESDAY, choices))


def test_the_week_of_the_practice_room_comes_out_in_english_and_arabic(demo: Services) -> None:
    sheet = made(demo, Choices())
    read = text(sheet.pdf)
    check(sheet.pdf)
    assert sheet.name == f"{translate('Several languages')} 2026 week 11"
    assert sheet.sides is Sides.LONG_EDGE
    for code in ("nl", "en", "ar"):
        assert Language(code).weekday(WEDNESDAY) in read


def test_every_activity_of_the_week_stands_in_it_as_often_as_it_is_held(demo: Services) -> None:
    names = [entry.series.name for day in demo.activities.week(WEDNESDAY).days for entry in day.occurrences]
    read = text(made(demo, Choices(languages=("tr", "uk"))).pdf)
    assert names
    assert all(read.count(name) >= names.count(name) for name in names)


def test_the_languages_that_were_chosen_are_kept(demo: Services) -> None:
    chosen = Choices(languages=("uk", "pl"), ink=Ink.COLOUR)
    demo.looks.remember("languages", chosen.kept())
    kept = Choices().with_kept(demo.looks.choices("languages"))
    assert kept.languages == ("uk", "pl")
    read = text(made(demo, kept).pdf)
    assert all(Language(code).said("Address") in read for code in ("nl", "uk", "pl"))


def test_any_two_languages_make_a_legible_sheet(demo: Services) -> None:
    for first, second in zip(OFFERED[::2], OFFERED[1::2], strict=True):
        check(made(demo, replace(Choices(), languages=(first, second))).pdf)
