"""The wall sheet says what the week holds, of whom only what may be on a wall, legibly."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from datetime import date, time
from itertools import combinations
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from buurtkamer_app.activities.records import DayProgramme, Occurrence, WeekProgramme
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.printing import wall_blocks, words
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.house_style import HEIGHT, INK, MARGIN, SMALLEST, SOFT_INK, WIDTH
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wall_sheet import wall_sheet
from buurtkamer_app.printing.wall_words import wall_words
from buurtkamer_app.room.look.logo import kept_logo
from buurtkamer_app.room.look.records import HouseLook
from buurtkamer_app.room.records import Closure, Opening
from tests.logos import drawing, file

from .boxes import check
from .weeks import BECAME, FACTS, HOUSE, MONDAY, PRINTED, SERIES, page_count, series, text, week, with_day

if TYPE_CHECKING:
    from collections.abc import Iterable

LATIN = "abcdefghijklmnopqrstuvwxyzABCXYZ áëîõüçñşğİıłŻđøœ'<&>()./0123456789"
# In points: a pictogram on a sheet in its largest type.
LARGEST_PICTOGRAM = 20.0
LONG = "Samen eten met de hele buurt, ook voor wie niet van eten houdt"


def sheet(programme: WeekProgramme, *, ink_saving: bool = True) -> bytes:
    """Make the wall sheet of a programme."""
    return wall_sheet(
        programme, BECAME, House(programme.facts, PRINTED, Dress(ink=Ink.SAVING if ink_saving else Ink.COLOUR))
    )


def crowded() -> WeekProgramme:
    """Make a week of 40 occurrences, half of them with long names."""
    return week([entry for known in SERIES for entry in (known, replace(known, name=f"{known.name}: {LONG}"))])


WEEKS = {
    "one long day": week(
        [series(f"Activiteit {number}: {LONG}", "2", time(10), time(12), "Zaal") for number in range(40)]
    ),
    "usual": week(),
    "quiet": week(SERIES[-1:]),
    "crowded": crowded(),
    "long": week([replace(SERIES[0], name="Buurtmaaltijdvoorbereidingsgroep" * 40, space="Zaal " * 60)]),
}


def test_the_twenty_occurrences_stand_in_order_of_day_and_time_on_one_page() -> None:
    programme = week()
    pdf = sheet(programme)
    read, at, found = text(pdf), 0, 0
    for day in programme.days:
        at = read.index(words.said(day.on, "EEEE d"), at) if day.occurrences else at
        for occurrence in day.occurrences:
            known = occurrence.series
            facts = " · ".join(words.facts(occurrence)).replace("\u00a0", " ")
            row = f"{words.span(known.starts, known.ends)} {known.name} {facts}".replace("\u00a0", " ")
            at = read.index(row, at)
            found += 1
    assert (found, page_count(pdf)) == (20, 1)


def test_it_says_whose_week_it_is_when_the_room_is_open_and_how_to_get_in() -> None:
    read = text(sheet(week()))
    for said in (
        translate("This week in {room}", room=FACTS.name),
        f"{translate('Week {week}', week=11)} · {words.days(MONDAY, date(2026, 3, 15))}",
        "10.00\u201317.00 · vrijdag 10.00\u201320.00",
        FACTS.entrance,
        "Wilgenpad 12, 1034 ZZ Amsterdam-Noord · 020 000 00 99",
        translate("made on {date}", date="6 maart 2026"),
        "1/1",
    ):
        assert said in read


def test_it_tells_what_became_of_wishes_with_the_time_when_it_is_this_week() -> None:
    read = text(sheet(week()))
    many, later = "{count} neighbours asked for it", translate("the day follows")
    assert f"Eettafel, vrijdag 17.30 {translate(many, count=22)}" in read
    assert f"Bingo, vrijdag 20 maart {translate('1 neighbour asked for it')}" in read
    assert f"Iftar, {later} {translate(many, count=14)}" in read


def test_without_wishes_that_came_true_it_only_asks_for_them() -> None:
    read = text(wall_sheet(week(), (), HOUSE))
    assert translate("Your wish became this") not in read
    assert translate("Do you have a wish? Tell the host.") in read


@pytest.mark.parametrize(
    ("kind", "lead", "agreed", "said"),
    [
        (LeadKind.HOSTS, "hosts", True, "the host on duty"),
        (LeadKind.HOST, "Youssef Amrani", True, "Youssef"),
        (LeadKind.HOST, "Youssef Amrani", False, "the host on duty"),
        (LeadKind.RESIDENT, "Ömer Şahin", True, "Ömer"),
        (LeadKind.RESIDENT, "Ömer Şahin", False, "residents"),
        (LeadKind.RESIDENT, "Mw. Tan", True, "Mw. Tan"),
        (LeadKind.RESIDENT, "", True, "residents"),
    ],
)
def test_a_lead_stands_on_the_wall_by_first_name_and_only_with_their_yes(
    kind: LeadKind, lead: str, *, agreed: bool, said: str
) -> None:
    known = replace(SERIES[-1], lead_kind=kind, lead=lead, lead_on_paper=agreed)
    read = text(sheet(week([known])))
    assert translate(said) in read
    if not agreed:
        assert lead.split(maxsplit=1)[0] not in read
    assert "Amrani" not in read
    assert "Şahin" not in read


def test_closed_days_holidays_and_other_hours_are_told() -> None:
    programme = with_day(week(), 0, DayProgramme(MONDAY, None, (), Closure(MONDAY, MONDAY, "studiedag")))
    tuesday = programme.days[1]
    programme = with_day(programme, 1, replace(tuesday, opening=Opening(1, time(9), time(13)), holiday="Carnaval"))
    read = text(sheet(programme))
    closed = translate("closed: {reason}", reason="studiedag")
    assert closed[:1].upper() + closed[1:] in read
    assert "Carnaval · " + translate("open from {hours}", hours="09.00\u201313.00") in read
    weekend = translate("{first} and {last}", first="zaterdag 14", last="zondag 15")
    assert f"{weekend} · {translate('closed')}" in read


def test_an_open_day_without_activities_says_that_one_can_come_in() -> None:
    said = translate("open from {hours}", hours="10.00\u201317.00")
    assert text(sheet(week(SERIES[-1:]))).count(said[:1].upper() + said[1:]) == 4


def test_a_day_longer_than_a_page_goes_on_and_says_so() -> None:
    pdf = sheet(WEEKS["one long day"])
    read = text(pdf)
    assert page_count(pdf) > 1
    assert translate("continued") in read
    assert [f"Activiteit {number}:" in read for number in range(40)] == [True] * 40


@pytest.mark.parametrize("name", WEEKS)
@pytest.mark.parametrize("ink_saving", [True, False])
def test_no_text_touches_another_or_the_edge(name: str, *, ink_saving: bool) -> None:
    pdf = sheet(WEEKS[name], ink_saving=ink_saving)
    check(pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            read = page.get_textpage()
            boxes = [read.get_rect(number) for number in range(read.count_rects())]
            assert boxes
            for left, bottom, right, top in boxes:
                assert MARGIN - 1 <= left < right <= WIDTH - MARGIN + 1
                assert MARGIN - 4 <= bottom < top <= HEIGHT - MARGIN + 6
            for one, other in combinations(boxes, 2):
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (one, other)


@pytest.mark.parametrize("name", WEEKS)
def test_nothing_is_smaller_than_twelve_points(name: str) -> None:
    with pypdfium2.PdfDocument(sheet(WEEKS[name])) as document:
        for page in document:
            read = page.get_textpage()
            # PDFium adds line ends of its own, which have no size.
            drawn = [number for number in range(read.count_chars()) if not raw.FPDFText_IsGenerated(read.raw, number)]
            assert min(raw.FPDFText_GetFontSize(read.raw, number) for number in drawn) >= SMALLEST


def filled(objects: Iterable[pypdfium2.PdfObject]) -> list[float]:
    """Give the sizes of filled areas, in square points; those of the letters' and pictures' height are no areas."""
    sizes, fill, stroke = [], ctypes.c_int(), ctypes.c_int()
    for drawn in objects:
        left, bottom, right, top = drawn.get_bounds()
        if drawn.type == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPath_GetDrawMode(drawn.raw, ctypes.byref(fill), ctypes.byref(stroke))
        if drawn.type == raw.FPDF_PAGEOBJ_FORM or (drawn.type == raw.FPDF_PAGEOBJ_PATH and fill.value):
            sizes.append((right - left) * (top - bottom))
    return sizes


def areas(pdf: bytes) -> list[float]:
    """Give the sizes of all that is filled on the pages, pictograms too."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [size for page in document for size in filled(page.get_objects(max_depth=1))]


def test_the_ink_saving_form_fills_no_area_larger_than_a_pictogram_and_is_the_default() -> None:
    usual = areas(wall_sheet(week(), BECAME, HOUSE))
    assert len(usual) == 20
    assert max(usual) < LARGEST_PICTOGRAM**2
    assert areas(wall_sheet(week(), BECAME, HOUSE, pictures=False)) == []
    coloured = areas(sheet(week(), ink_saving=False))
    assert sum(size > LARGEST_PICTOGRAM**2 for size in coloured) > 5


def test_a_logo_stands_in_the_head_and_takes_no_room_from_the_week() -> None:
    for ink in Ink:
        pdf = wall_sheet(week(), BECAME, House(FACTS, PRINTED, Dress(HouseLook(logo=kept_logo(file(drawing()))), ink)))
        check(pdf)
        with pypdfium2.PdfDocument(pdf) as document:
            drawn = [one for one in document[0].get_objects() if one.type == raw.FPDF_PAGEOBJ_IMAGE]
            assert (len(document), len(drawn)) == (1, 1)
            left, bottom, right, top = drawn[0].get_bounds()
            assert WIDTH / 2 < left < right <= WIDTH - MARGIN + 0.1
            assert HEIGHT - 100 < bottom < top < HEIGHT - 5


def test_the_days_are_in_the_outline_of_the_file() -> None:
    with pypdfium2.PdfDocument(sheet(week())) as document:
        outline = [entry.get_title() for entry in document.get_toc()]
    assert outline == [words.said(date(2026, 3, 9 + number), "EEEE d MMMM") for number in range(5)]


def test_a_quiet_week_is_set_larger() -> None:
    def largest(programme: WeekProgramme) -> float:
        with pypdfium2.PdfDocument(sheet(programme)) as document:
            read = document[0].get_textpage()
            at = read.get_text_range().index("Eettafel")
            return float(raw.FPDFText_GetFontSize(read.raw, at))

    assert largest(week(SERIES[-1:])) > largest(week()) >= SMALLEST


@pytest.mark.parametrize("ink_saving", [True, False])
def test_the_same_week_gives_the_same_small_file(*, ink_saving: bool) -> None:
    once = sheet(week(), ink_saving=ink_saving)
    assert once == sheet(week(), ink_saving=ink_saving)
    assert len(once) < 300_000


def test_only_embedded_fonts_are_named() -> None:
    assert b"Helvetica" not in sheet(week())
    assert b"+Roboto-Bold" in sheet(week())


def test_title_author_and_language_are_told() -> None:
    pdf = sheet(week())
    with pypdfium2.PdfDocument(pdf) as document:
        told = document.get_metadata_dict()
    assert told["Title"].startswith(translate("This week in {room}", room=FACTS.name))
    assert told["Author"] == FACTS.name
    assert b"/Lang (nl)" in pdf


def test_no_letter_is_a_box() -> None:
    name = "Şahin ğ İ \u0131 Łódź Žižek Зоя Ελένη محمد שלום 中村 ☕ a\u0301 \u202bx"
    with pypdfium2.PdfDocument(sheet(week([replace(SERIES[-1], name=name)]))) as document:
        read = document[0].get_textpage()
        assert not any(raw.FPDFText_HasUnicodeMapError(read.raw, number) > 0 for number in range(read.count_chars()))
        words = read.get_text_range().split()
        assert "Şahin ğ İ \u0131 Łódź Žižek Зоя Ελένη" in " ".join(words)
        assert {"محمد", "שלום", "ZhongCun"} <= set(words)


@settings(max_examples=30, deadline=None)
@given(
    name=st.text(st.characters(exclude_categories=()), max_size=300),
    other=st.text(max_size=300),
    ink_saving=st.booleans(),
)
def test_any_text_at_all_can_be_printed(name: str, other: str, *, ink_saving: bool) -> None:
    known = replace(SERIES[-1], name=name, space=other, lead=name)
    facts = replace(FACTS, name=other, street=name, entrance=other, phone=name)
    pdf = sheet(week([*SERIES[:2], known], facts), ink_saving=ink_saving)
    check(pdf)


@settings(max_examples=30, deadline=None)
@given(st.text(LATIN, min_size=1, max_size=300).filter(str.strip))
def test_every_latin_name_is_read_back_whole(name: str) -> None:
    read = text(sheet(week([*SERIES[:3], replace(SERIES[-1], name=name)])))
    assert printable(name).replace(" ", "") in read.replace(" ", "")


@pytest.mark.parametrize("ink_saving", [True, False])
def test_what_does_not_go_on_says_so_and_why_instead_of_where(*, ink_saving: bool) -> None:
    programme = week()
    friday = programme.days[4]
    off = [replace(entry, cancelled="De kok is ziek") if entry.full else entry for entry in friday.occurrences]
    read = text(sheet(with_day(programme, 4, replace(friday, occurrences=tuple(off))), ink_saving=ink_saving))
    assert f"Eettafel {translate('does not go on')} · De kok is ziek" in read
    assert read.count(translate("does not go on")) == 1
    assert "Eetkeuken" not in read
    assert translate("full, waiting list") not in read


def test_what_does_not_go_on_is_in_bold_ink_for_a_black_and_white_printer() -> None:
    known = Occurrence(SERIES[-1], date(2026, 3, 13))
    for occurrence, looks in (
        (known, {(Face.REGULAR, SOFT_INK)}),
        (replace(known, cancelled=""), {(Face.BOLD, INK)}),
    ):
        programme = week(())
        day = replace(programme.days[4], occurrences=(occurrence,))
        told = wall_words(with_day(programme, 4, day), BECAME)
        placed = wall_blocks.blocks(told, wall_blocks.Setting(12, beside=False))
        block = next(block for block in placed if block.day == occurrence.on)
        facts = block.entries[-1].lines[-1].pieces
        assert {(piece.face, piece.colour) for piece in facts} == looks


def test_a_wish_that_came_true_is_not_told_for_a_date_that_does_not_go_on() -> None:
    programme = week()
    friday = programme.days[4]
    off = tuple(replace(entry, cancelled="") for entry in friday.occurrences)
    read = text(sheet(with_day(programme, 4, replace(friday, occurrences=off))))
    assert f"Eettafel, {translate('the day follows')} {translate('{count} neighbours asked for it', count=22)}" in read


@pytest.mark.parametrize("name", WEEKS)
@pytest.mark.parametrize("pictures", [True, False])
def test_every_activity_stands_on_it_exactly_once(name: str, *, pictures: bool) -> None:
    programme = WEEKS[name]
    read = text(wall_sheet(programme, (), House(programme.facts, PRINTED), pictures=pictures))
    entries = [entry.series for day in programme.days for entry in day.occurrences]
    spans = {words.span(entry.starts, entry.ends) for entry in entries}
    # Opening hours are told in the same way, after a word of their own.
    told = {span: read.count(f"{span} ") - read.count(f"en van {span}") for span in spans}
    for span in spans:
        on = [entry for entry in entries if words.span(entry.starts, entry.ends) == span]
        assert told[span] == len(on)
