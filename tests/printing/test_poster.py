"""The poster is read from three metres: few words, large letters, and nothing that does not go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from reportlab.lib.units import mm

from buurtkamer_app.activities.highlights import highlights
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.house_style import A3, A4
from buurtkamer_app.printing.poster import poster
from buurtkamer_app.printing.poster_rows import FACTS as LEAST_FACTS
from buurtkamer_app.printing.poster_rows import NAMES as LEAST_NAMES
from buurtkamer_app.printing.typeface import Face, font
from buurtkamer_app.room.records import Closure

from . import hostile
from .boxes import check, sizes
from .weeks import FACTS, HOUSE, PRINTED, SERIES, closed, page_count, series, text, week, with_day

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import WeekProgramme


def large(pdf: bytes) -> list[float]:
    """Give the sizes of the letters that are meant for three metres: all but the line that dates it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [size for page in document for size in sizes(page) if size > 17.1]


def test_it_shows_the_highlights_with_day_time_place_and_price() -> None:
    read = text(poster(week(), HOUSE))
    for one in highlights(week()):
        assert one.series.name in read
        assert f"{one.days[0]:%-d} {one.series.starts:%H.%M}" in read
    assert "€ 5,00" in read.replace("\u00a0", " ")
    assert "Koffie-inloop" not in read


def test_names_and_times_are_read_from_three_metres() -> None:
    # A letter of 1/300 of the distance: 10 mm of capital for names, 8.6 mm (1/348) for what stands below them.
    capital = 0.711
    assert abs(font(Face.BOLD).face.capHeight / 1000 - capital) < 0.001
    assert LEAST_NAMES * capital / mm >= 10.0
    assert LEAST_FACTS * capital / mm >= 3000 / 348
    pdf = poster(week(), replace(HOUSE, facts=replace(FACTS, phone="")))
    assert min(large(pdf)) >= LEAST_FACTS - 2.01  # when it is open, and where


def test_on_a4_it_is_the_same_sheet_and_read_from_two_metres() -> None:
    pdf = poster(week(), HOUSE, paper=A4)
    assert text(pdf) == text(poster(week(), HOUSE))
    assert min(size for size in large(pdf)) >= 2000 / 348 * mm / 0.711 * 0.999


def test_it_says_whose_week_it_is_when_it_is_open_and_where() -> None:
    read = text(poster(week(), HOUSE)).replace("\u00a0", " ")
    assert FACTS.name in read
    assert f"{translate('This week')} · 9 \u2013 15 maart" in read
    assert translate("Open: {hours}", hours="ma\u2013do 10.00\u201317.00 · vr 10.00\u201320.00") in read
    assert f"Wilgenpad 12, Amsterdam-Noord · {FACTS.phone}" in read
    assert translate("made on {date}", date="6 maart 2026") in read
    assert "1/1" in read


def test_no_name_of_a_person_stands_on_it() -> None:
    read = text(poster(week(), HOUSE))
    leads = [one.lead.split()[0] for one in SERIES if one.lead != "hosts"]
    assert not [name for name in leads if name in read]


def test_a_closed_day_is_told_and_its_hours_are_not() -> None:
    friday = replace(week().days[4], occurrences=(), closure=Closure(date(2026, 3, 13), date(2026, 3, 13), "Feestdag"))
    read = text(poster(with_day(week(), 4, friday), HOUSE)).replace("\u00a0", " ")
    assert translate("Closed: {why}", why="vr 13: Feestdag") in read
    assert "10.00\u201320.00" not in read


def test_fewer_highlights_have_larger_letters() -> None:
    assert max(large(poster(week(SERIES[-1:]), HOUSE))) > max(large(poster(week(), HOUSE)))
    assert page_count(poster(week(SERIES[-1:]), HOUSE)) == 1


def test_why_it_is_closed_all_week_is_read_from_three_metres() -> None:
    pdf = poster(closed(week(), "De vloer wordt vernieuwd"), HOUSE)
    assert text(pdf).count("De vloer wordt vernieuwd") == 1
    assert min(large(pdf)) >= LEAST_FACTS - 2.01
    check(pdf)


@pytest.mark.parametrize("opened", [True, False])
def test_a_week_without_anything_on_says_welcome_or_that_it_is_closed(*, opened: bool) -> None:
    programme: WeekProgramme = week(())
    if not opened:
        programme = replace(programme, days=tuple(replace(day, opening=None) for day in programme.days))
    read = text(poster(programme, HOUSE))
    assert translate("Come in. You are welcome." if opened else "Closed this week") in read


def test_what_is_on_more_days_says_which() -> None:
    help_ = series("Huiswerkhulp", "03", time(15), time(17), "Atelier")
    assert "ma en do" in text(poster(week([help_]), HOUSE))


@pytest.mark.parametrize("ink", list(Ink))
def test_the_same_data_gives_the_same_bytes_in_every_ink(ink: Ink) -> None:
    house = House(FACTS, PRINTED, Dress(ink=ink))
    assert poster(week(), house) == poster(week(), house)


def test_without_pictures_there_are_none() -> None:
    assert len(poster(week(), HOUSE, pictures=False)) < len(poster(week(), HOUSE))


def test_the_file_says_what_it_is() -> None:
    with pypdfium2.PdfDocument(poster(week(), HOUSE)) as document:
        title = document.get_metadata_dict()["Title"]
        assert translate("This week in {room}", room=FACTS.name) in title
        assert [entry.get_title() for entry in document.get_toc()]
        assert (round(document[0].get_width()), round(document[0].get_height())) == (842, 1191)


@settings(max_examples=25, deadline=None)
@given(hostile.weeks())
def test_whatever_the_week_holds_nothing_overlaps_or_is_cut_off(programme: WeekProgramme) -> None:
    house = House(programme.facts, PRINTED)
    for paper in (A3, A4):
        pdf = poster(programme, house, paper=paper)
        check(pdf, least=12.0)
        assert page_count(pdf) == 1


def test_a_single_name_of_two_hundred_letters_still_comes_out() -> None:
    long = replace(SERIES[-1], name="Buurtmaaltijd" * 15)
    pdf = poster(week([long]), HOUSE, paper=A4)
    check(pdf, least=12.0)
    assert "Buurtmaaltijd" * 15 in "".join(text(pdf).split())


def test_accents_of_a_small_line_do_not_touch_what_hangs_from_a_large_one() -> None:
    programme = week(SERIES[-1:], replace(FACTS, street="ÀÉÎ ÕÜ " + "buurtweg " * 12))
    tuesday = replace(programme.days[1], closure=Closure(PRINTED, PRINTED, "(ç) gepagineerd, (ç) jij (ç)"))
    pdf = poster(with_day(programme, 1, tuesday), HOUSE)
    check(pdf, least=12.0)
