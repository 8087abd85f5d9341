"""The flyer folds into four pages in reading order, tells all of the week once, and bears a slip for a wish."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.flyer import flyer
from buurtkamer_app.printing.flyer_back import SLIP
from buurtkamer_app.printing.flyer_pages import FOLD
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.house_style import A4_ACROSS, MARGIN

from . import hostile
from .boxes import check, texts
from .weeks import BECAME, FACTS, HOUSE, PRINTED, SERIES, series, text, week

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import WeekProgramme

HALF = A4_ACROSS.wide / 2
# Where each page of the folder lies on the printed sheet: side, and half from the left.
LIES = ((0, 1), (1, 0), (1, 1), (0, 0))


def folded(pdf: bytes) -> bytes:
    """Fold the sheet: give its four halves as the pages that one turns over."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as printed, pikepdf.new() as folder:
        for side, half in LIES:
            folder.pages.append(printed.pages[side])
            folder.pages[-1].mediabox = pikepdf.Array([half * HALF, 0, (half + 1) * HALF, A4_ACROSS.high])
        folder.save(out)
    return out.getvalue()


def pages(pdf: bytes) -> list[str]:
    """Read the four pages in the order in which one turns them over."""
    read = []
    with pypdfium2.PdfDocument(folded(pdf)) as folder:
        for page, (_, half) in zip(folder, LIES, strict=True):
            found = page.get_textpage().get_text_bounded(left=half * HALF, right=(half + 1) * HALF)
            read.append(" ".join(found.replace("\ufffe", "-").replace("\x02", "-").replace("\u00a0", " ").split()))
    return read


def test_it_is_one_sheet_of_two_sides_across() -> None:
    with pypdfium2.PdfDocument(flyer(week(), BECAME, HOUSE)) as document:
        assert [(round(page.get_width()), round(page.get_height())) for page in document] == [(842, 595)] * 2


def test_its_four_pages_are_read_in_order_when_it_is_folded() -> None:
    front, left, right, back = pages(flyer(week(), BECAME, HOUSE))
    assert translate("Come in. You are welcome.") in front
    assert FACTS.name in front
    assert translate("The programme") in left
    assert "2/4" in left
    assert "3/4" in right
    assert "4/4" in back
    assert translate("I wish…") in back
    at = [left.index(day) for day in ("maandag 9", "dinsdag 10", "woensdag 11")]
    assert at == sorted(at)
    assert right.index("donderdag 12") < right.index("vrijdag 13")


def test_folded_it_is_a_folder_of_a5() -> None:
    with pypdfium2.PdfDocument(folded(flyer(week(), BECAME, HOUSE))) as folder:
        sizes = [(round(page.get_width()), round(page.get_height())) for page in folder]
    assert sizes == [(421, 595)] * 4


def test_turned_over_along_the_short_edge_the_slip_has_the_wishes_behind_it() -> None:
    with pypdfium2.PdfDocument(flyer(week(), BECAME, HOUSE)) as document:
        # Page 4 is at the left of the outside and page 3, behind it, at the right of the inside.
        slip, behind = (
            page.get_textpage().get_text_bounded(left=left, right=left + HALF, top=MARGIN + SLIP)
            for page, left in zip(document, (0.0, HALF), strict=True)
        )
    assert translate("I wish…") in slip
    assert translate("Your wish became this") in behind
    assert "\u2013" not in behind


def test_no_text_comes_near_the_fold_or_the_edge() -> None:
    with pypdfium2.PdfDocument(flyer(week(), BECAME, HOUSE)) as document:
        for page in document:
            for left, _, right, _ in texts(page):
                assert right <= HALF - FOLD + 0.5 or left >= HALF + FOLD - 0.5


def test_every_activity_of_the_week_stands_on_its_inner_pages_once() -> None:
    _, left, right, _ = pages(flyer(week(), BECAME, HOUSE))
    inside = f"{left} {right}"
    for name in {one.name for one in SERIES}:
        times = sum(entry.series.name == name for day in week().days for entry in day.occurrences)
        found = inside.split(translate("Your wish became this"), maxsplit=1)[0].count(name)
        assert found == times, name


def test_a_full_week_tells_walk_ins_once_for_all_their_days() -> None:
    many = [series(f"Activiteit {n}", "01234", time(9, n), time(10), "Zaal") for n in range(3)]
    others = [
        series(f"Samen iets doen met nummer {n}", str(n % 5), time(11), time(12), "De grote zaal", lead="Fatma Yildiz")
        for n in range(42)
    ]
    pdf = flyer(week([*many, *others]), BECAME, HOUSE)
    check(pdf, least=10.0)
    _, left, right, _ = pages(pdf)
    assert translate("Nearly every day") in left
    assert f"{left} {right}".count("Activiteit 1") == 1
    assert "ma\u2013vr" in left
    for n in range(42):
        assert f"nummer {n} " in f"{left} {right} "
    assert translate("And more: see the week sheet.") not in right


def test_a_week_that_cannot_fit_says_that_there_is_more() -> None:
    many = [series(f"Activiteit {n}: {hostile.LONG}", str(n % 7), time(9), time(10), "Zaal") for n in range(90)]
    pdf = flyer(week(many), BECAME, HOUSE)
    check(pdf, least=10.0)
    assert translate("And more: see the week sheet.") in pages(pdf)[2]


def test_the_slip_says_why_a_number_is_asked_and_that_it_is_free_to_give() -> None:
    back = pages(flyer(week(), BECAME, HOUSE))[3]
    for said in (
        "Name (may stay empty)",
        "Phone (may stay empty)",
        "We ask this to tell you what becomes of your wish.",
        "Hand this slip to the host.",
    ):
        assert translate(said) in back


def test_the_back_says_when_it_is_open_and_where() -> None:
    back = pages(flyer(week(), BECAME, HOUSE))[3]
    for said in (*words.hours(week().hours), HOUSE.address, FACTS.phone):
        assert said.replace("\u00a0", " ") in back
    assert translate("Entrance: {how}", how=FACTS.entrance) in back


def test_wishes_that_came_true_are_told_without_names() -> None:
    assert "22" in pages(flyer(week(), BECAME, HOUSE))[2]
    assert translate("Your wish became this") not in pages(flyer(week(), (), HOUSE))[2]


@pytest.mark.parametrize("ink", list(Ink))
def test_the_same_data_gives_the_same_bytes_in_every_ink(ink: Ink) -> None:
    house = House(FACTS, PRINTED, Dress(ink=ink))
    assert flyer(week(), BECAME, house) == flyer(week(), BECAME, house)


def test_without_pictures_its_cover_still_tells_the_highlights() -> None:
    assert "Eettafel" in pages(flyer(week(), BECAME, HOUSE, pictures=False))[0]


def test_a_week_without_anything_is_a_flyer_too() -> None:
    pdf = flyer(replace(week(()), hours=()), (), HOUSE)
    check(pdf, least=10.0)
    assert translate("The programme") in text(pdf)


@settings(max_examples=25, deadline=None)
@given(hostile.weeks())
def test_whatever_the_week_holds_nothing_overlaps_or_is_cut_off(programme: WeekProgramme) -> None:
    pdf = flyer(programme, BECAME, House(programme.facts, PRINTED))
    check(pdf, least=10.0)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2
        for page in document:
            for left, _, right, _ in texts(page):
                assert right <= HALF - FOLD + 0.5 or left >= HALF + FOLD - 0.5
