"""The year book holds every week once, as it was, and shows the way to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Choices, Wanted
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.wall_sheet import wall_sheet
from buurtkamer_app.printing.year_book import BookWeek, year_book
from buurtkamer_app.room.look.logo import kept_logo
from buurtkamer_app.room.look.records import HouseLook
from tests.logos import drawing, file

from .boxes import check
from .test_wall_sheet import WEEKS
from .weeks import BECAME, FACTS, HOUSE, PRINTED, text, week

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

YEAR = 2026
MONDAYS = [date.fromisocalendar(YEAR, number, 1) for number in range(1, 54)]
LARGEST = 900_000  # bytes


def weeks() -> list[BookWeek]:
    return [BookWeek(week(monday=monday), BECAME) for monday in MONDAYS]


def pages(pdf: bytes) -> list[str]:
    """Read the text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_behind_a_cover_stands_every_week_of_the_year() -> None:
    pdf = year_book(YEAR, weeks(), HOUSE)
    check(pdf, largest=LARGEST)
    cover, *others = pages(pdf)
    assert len(others) == len(MONDAYS)
    assert cover.startswith(f"{YEAR} {FACTS.name}")
    for number, read in enumerate(others, start=1):
        assert f"{translate('Week {week}', week=number)} · " in read
        assert f"{number + 1}/54" in read
        assert read.count("Eettafel") >= 1
        assert f"{translate('Week {week}', week=number)} " in cover


def test_the_outline_names_the_weeks_and_the_cover_leads_to_them() -> None:
    pdf = year_book(YEAR, weeks(), HOUSE)
    with pypdfium2.PdfDocument(pdf) as document:
        outline = [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
        assert document.get_metadata_dict()["Title"] == outline[0][0]
    assert [page for _, page in outline] == list(range(54))
    days = words.days(MONDAYS[10], MONDAYS[10] + timedelta(days=6))
    assert outline[11][0] == f"{translate('Week {week}', week=11)} · {days}"
    assert pdf.count(b"/Subtype /Link") == 53


def test_letters_pictures_and_logo_are_in_the_file_once() -> None:
    house = replace(HOUSE, dress=Dress(HouseLook(logo=kept_logo(file(drawing()))), Ink.COLOUR))
    book = year_book(YEAR, weeks(), house)
    one = wall_sheet(week(), BECAME, house)
    assert book.count(b"/FontFile2") == one.count(b"/FontFile2")
    assert book.count(b"/Subtype /Image") == one.count(b"/Subtype /Image") == 2
    assert len(book) < LARGEST
    assert year_book(YEAR, weeks(), house) == book


@pytest.mark.parametrize("ink", Ink)
def test_a_book_of_hostile_weeks_keeps_what_every_sheet_promises(ink: Ink) -> None:
    facts = replace(FACTS, name="Buurtkamer " * 40, street="محمد" * 60, phone="☕" * 200)
    hostile = [BookWeek(replace(programme, facts=facts), BECAME) for programme in WEEKS.values()]
    pdf = year_book(YEAR, hostile, House(facts, PRINTED, Dress(ink=ink)))
    check(pdf, largest=LARGEST)
    assert len(pages(pdf)) > len(hostile) + 1


def test_a_year_in_which_nothing_was_is_a_book_too() -> None:
    empty = [BookWeek(week((), monday=monday), ()) for monday in MONDAYS]
    assert translate("no activities") in text(year_book(YEAR, empty, HOUSE))


def test_the_book_of_the_demo_room_holds_each_week_as_it_was(demo: Services, clock: SetClock) -> None:
    known = kind("year_book")
    assert known is not None
    was = demo.room.facts().name
    clock.instant += timedelta(weeks=8)
    demo.premises.change_facts(replace(demo.room.facts(), name="De Nieuwe Hof"))
    made = known.make(demo, Wanted(date(YEAR, 3, 11), Choices(pictures=False)))
    assert made.name == f"{translate('Year book')} {YEAR}"
    read = pages(made.pdf)
    assert "De Nieuwe Hof" in read[0]
    changed = demo.room.today().isocalendar().week
    for number, page in enumerate(read[1:], start=1):
        assert (was in page, "De Nieuwe Hof" in page) == (number < changed, number >= changed)


@pytest.mark.parametrize(("day", "count"), [(date(2020, 12, 31), 53), (date(2021, 1, 1), 53), (date(2025, 6, 1), 52)])
def test_the_year_is_that_of_the_weeks(demo: Services, day: date, count: int) -> None:
    known = kind("year_book")
    assert known is not None
    assert len(pages(known.make(demo, Wanted(day)).pdf)) == count + 1
