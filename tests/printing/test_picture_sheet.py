"""The pictogram sheet tells who does not read when to come and what it costs, whatever the week holds."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, time, timedelta
from time import perf_counter

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.records import DayProgramme, Occurrence, Series, WeekProgramme
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.picture_blocks import WORDS as MOST_WORDS
from buurtkamer_app.printing.picture_blocks import days
from buurtkamer_app.printing.picture_sheet import picture_sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.room.records import Closure

from . import boxes
from .weeks import FACTS, HOUSE, MONDAY, PRINTED, SERIES, page_count, series, text, week, with_day

NAMES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["W" * 300, "Samen eten " * 27, "قهوة مع الجيران", "שלום לכולם", "☕🎉", "", "a b c d e f g h", "Ünïcødé çà"]
    ),
)


def _together(pdf: bytes) -> str:
    """Read the text of all pages without any blank."""
    return text(pdf).replace(" ", "")


def _sheet(programme: WeekProgramme, ink: Ink = Ink.SAVING) -> bytes:
    return picture_sheet(programme, House(programme.facts, PRINTED, Dress(ink=ink)))


@pytest.mark.parametrize("ink", list(Ink))
def test_the_week_of_the_demo_is_three_clear_pages(ink: Ink) -> None:
    pdf = _sheet(week(), ink)
    boxes.check(pdf)
    assert page_count(pdf) == 3
    assert len(pdf) < 100_000


def test_every_activity_stands_in_it_once_with_its_time_and_price_under_its_day() -> None:
    programme = week()
    read, at = text(_sheet(programme)), 0
    for day in programme.days:
        at = read.index(words.said(day.on, "EEEE"), at)
        for entry in day.occurrences:
            at = read.index(entry.series.name, at) + len(entry.series.name)
            at = read.index(words.clock(entry.series.starts), at)
            at = read.index(words.price(entry.series.price_cents).replace("\u00a0", " "), at)
    assert read.count("Koffie-inloop") == 5
    assert read.count("Eettafel") == 1


def test_no_line_of_a_name_has_more_than_three_words() -> None:
    long = week([replace(SERIES[0], name="Samen koken en eten met de hele buurt")])
    for programme in (week(), long):
        for day in days(programme, 8.0):
            for row in day.rows:
                assert all(len(line.split(" ")) <= MOST_WORDS for line in (*row.name.lines, *row.cost.lines))


def test_what_does_not_go_on_is_crossed_out_with_a_word_and_without_a_price() -> None:
    programme = week([replace(SERIES[4], name="Zitgym")])
    off = replace(programme.days[1].occurrences[0], cancelled="ziek")
    changed = with_day(programme, 1, replace(programme.days[1], occurrences=(off,)))
    said = translate("does not go on")
    assert said in text(_sheet(changed))
    assert said not in text(_sheet(programme))
    assert "1,00" in text(_sheet(programme))
    assert "1,00" not in text(_sheet(changed))
    (row,) = days(changed, 8.0)[1].rows
    assert row.crossed


def test_a_closed_day_says_so_and_why_and_an_open_one_without_activities_from_when() -> None:
    empty = week([])
    closed = Closure(MONDAY, MONDAY, "Pasen")
    programme = with_day(empty, 0, replace(empty.days[0], closure=closed))
    read = text(_sheet(programme))
    assert read.count(translate("closed")) == 3
    assert "Pasen" in read
    assert read.count(translate("open")) == 4
    assert read.count("10.00") == 4


def test_what_a_closed_day_calls_off_has_no_row_of_its_own() -> None:
    programme = week()
    off = tuple(replace(entry, cancelled="", closed=True) for entry in programme.days[0].occurrences)
    shut = replace(programme.days[0], occurrences=off, closure=Closure(MONDAY, MONDAY, "Pasen"))
    assert text(_sheet(with_day(programme, 0, shut))).count("Koffie-inloop") == 4


def test_a_day_is_not_split_while_it_fits_on_a_page() -> None:
    pdf = _sheet(week())
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    for day in week().days:
        assert sum(words.said(day.on, "EEEE") + "\r\n" in page for page in pages) == 1


def test_a_day_of_forty_activities_goes_on_and_every_page_names_it() -> None:
    programme = week([series(f"Activiteit {number}", "2", time(10), time(12), "Zaal") for number in range(40)])
    pdf = _sheet(programme)
    boxes.check(pdf)
    read = text(pdf)
    assert all(f"Activiteit {number} " in read for number in range(40))
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            said = page.get_textpage().get_text_range()
            assert "Activiteit" not in said or words.said(date(2026, 3, 11), "EEEE") in said


def test_nobody_is_named_on_it() -> None:
    read = text(_sheet(week()))
    assert not [entry.lead for entry in SERIES if entry.lead != "hosts" and entry.lead in read]


def test_it_says_whose_it_is_and_the_same_week_gives_the_same_bytes() -> None:
    pdf = _sheet(week())
    assert pdf == _sheet(week())
    with pypdfium2.PdfDocument(pdf) as document:
        assert FACTS.name in document.get_metadata_dict()["Title"]
        assert [entry.get_title() for entry in document.get_toc()] == [
            translate("This week in {room}", room=HOUSE.name)
        ]


def _on(weekday: int, made: list[Series]) -> DayProgramme:
    on = MONDAY + timedelta(days=weekday)
    return DayProgramme(on, None, tuple(Occurrence(entry, on) for entry in made))


@st.composite
def _weeks(draw: st.DrawFn) -> WeekProgramme:
    def one(number: int) -> Series:
        hour, minute = draw(st.integers(0, 22)), draw(st.sampled_from([0, 7, 15, 30, 45, 59]))
        made = series(draw(NAMES), "0", time(hour, minute), time(23, 59), "Zaal", cents=draw(st.integers(0, 100_000)))
        return replace(made, number=number, sign_up=draw(st.booleans()))

    counts = draw(st.lists(st.sampled_from([0, 0, 1, 2, 5, 40]), min_size=7, max_size=7).filter(lambda n: sum(n) < 60))
    made = week([], replace(FACTS, name=draw(NAMES)))
    whole = tuple(_on(weekday, [one(number) for number in range(count)]) for weekday, count in enumerate(counts))
    reasons = [draw(st.one_of(st.none(), st.just("Pasen"), NAMES)) for _ in whole]
    shut = [
        replace(day, closure=Closure(day.on, day.on, reason)) if reason is not None and not day.occurrences else day
        for day, reason in zip(whole, reasons, strict=True)
    ]
    return replace(made, days=tuple(shut))


def _letters(said: str) -> set[str]:
    """Give the letters of a text, whatever form they have in it."""
    return set(unicodedata.normalize("NFKC", said)) - {" "}


@settings(deadline=None, max_examples=12)
@given(_weeks(), st.sampled_from(list(Ink)))
def test_whatever_a_week_holds_nothing_is_cut_off_and_each_activity_is_there(
    programme: WeekProgramme, ink: Ink
) -> None:
    pdf = _sheet(programme, ink)
    boxes.check(pdf)
    read = _together(pdf)
    for day in programme.days:
        for entry in day.occurrences:
            said = printable(entry.series.name).replace(" ", "").replace("\u00a0", "")
            # PDFium gives a line of both directions in the order in which it is seen, and its joined forms as letters.
            turned = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in said)
            assert _letters(said) <= _letters(read) if turned else said in read


def test_it_is_quick() -> None:
    _sheet(week())
    begun = perf_counter()
    _sheet(week())
    assert perf_counter() - begun < 0.3
