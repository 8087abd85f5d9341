"""The sheet in several languages tells who reads no Dutch when to come, and stays legible whatever the room writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.records import DayProgramme, InUse, WeekProgramme
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.languages import HOME, OFFERED, Language, chosen
from buurtkamer_app.printing.languages_sheet import languages_sheet
from buurtkamer_app.room.records import Closure, Opening

from .boxes import check
from .weeks import FACTS, HOUSE, MONDAY, PRINTED, SERIES, page_count, series, text, week, with_day

LONG = "Samen eten met de hele buurt, ook voor wie niet van eten houdt"


def sheet(programme: WeekProgramme, *codes: str, ink: Ink = Ink.SAVING) -> bytes:
    """Make the sheet of a programme in Dutch and some languages (English and Arabic when none is named)."""
    return languages_sheet(programme, chosen(codes), House(programme.facts, PRINTED, Dress(ink=ink)))


def bears(read: str, said: str) -> bool:
    """Tell whether every word of something stands in a text: in a column it may go on on the next line."""
    return set(said.split()) <= set(read.split())


def test_a_usual_week_stands_on_both_sides_of_one_paper() -> None:
    for codes in (("en", "ar"), ("tr", "uk"), ("pl", "fa")):
        assert page_count(sheet(week(), *codes)) == 2


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("codes", [("en", "ar"), ("pt", "de"), ("ro", "bg"), ("es", "fr"), ("fa", "uk"), ("tr", "pl")])
def test_it_is_legible_in_every_language(codes: tuple[str, str], ink: Ink) -> None:
    check(sheet(week(), *codes, ink=ink))


def test_days_and_headings_stand_in_every_language() -> None:
    read = text(sheet(week(), "tr", "uk"))
    for code in (HOME, "tr", "uk"):
        known = Language(code)
        for day in range(5):
            assert known.weekday(date(2026, 3, 9 + day)) in read
        for message in ("Opening hours", "Address"):
            assert known.said(message) in read


def test_arabic_is_found_when_one_searches_for_it() -> None:
    read = text(sheet(week(), "en", "ar"))
    known = Language("ar")
    for message in ("Opening hours", "coffee and tea", "playing cards", "language"):
        # PDFium gives the words of a line with columns from left to right.
        assert bears(read, known.said(message))
    assert known.weekday(MONDAY) in read


def test_every_activity_stands_in_it_exactly_once_a_day() -> None:
    counted = [series(f"Qactiviteit{number:02}", "2", time(9), time(10), "Zaal") for number in range(40)]
    read = text(sheet(week(counted)))
    assert all(read.count(entry.name) == 1 for entry in counted)


def test_a_newcomer_reads_what_to_do_first_and_what_does_not_go_on() -> None:
    programme = week()
    tuesday = programme.days[1]
    off = tuple(replace(entry, cancelled="ziek") for entry in tuesday.occurrences)
    read = text(sheet(with_day(programme, 1, replace(tuesday, occurrences=off)), "en", "pl"))
    for code in ("en", "pl"):
        said = [Language(code).said(message) for message in ("does not go on", "sign up first", "full, waiting list")]
        assert all(words[:1].upper() + words[1:] in read for words in said)
    assert read.count("Does not go on") == len(off)
    assert "ziek" in read


def test_a_closed_day_a_holiday_and_other_hours_are_said_in_every_language() -> None:
    programme = week()
    shut = Closure(MONDAY, MONDAY, "verbouwing")
    days = (
        DayProgramme(programme.days[0].on, programme.days[0].opening, (), closure=shut, holiday="Tweede paasdag"),
        DayProgramme(programme.days[1].on, Opening(1, time(12), time(14)), ()),
        replace(programme.days[2], partly=(Closure(MONDAY, MONDAY, "lek", time(13), time(15), "Keuken"),)),
        *programme.days[3:],
    )
    read = text(sheet(replace(programme, days=days), "en", "tr"))
    for said in (
        "Feestdag: Tweede paasdag", "Public holiday", "Resmî tatil", "Gesloten: verbouwing", "Kapalı",
        "Open from 12.00 to 14.00", "Keuken: closed from 13.00 to 15.00",
    ):  # fmt: skip
        assert bears(read, said)


def test_a_long_reason_stands_whole_below_what_is_said_in_every_language() -> None:
    programme = week()
    day = programme.days[0]
    reason = "De vloer wordt vernieuwd. Kom naar De Meent, Kerkstraat 4"
    shut = replace(day, closure=Closure(MONDAY, MONDAY, reason), occurrences=())
    off = tuple(replace(entry, cancelled=reason) for entry in day.occurrences)
    for told in (shut, replace(day, occurrences=off)):
        assert reason in text(sheet(with_day(programme, 0, told), "en", "ar"))


def test_a_space_in_use_is_said_without_whose_number_it_is() -> None:
    programme = week()
    used = InUse(MONDAY, time(18), time(20), "Koor De Lijster", "Zaal")
    read = text(sheet(with_day(programme, 0, replace(programme.days[0], in_use=(used,))), "en", "de"))
    assert "Koor De Lijster" in read
    assert "Place in use" in read
    assert "Raum belegt" in read


def test_days_on_which_nothing_is_share_one_line_and_a_week_of_nothing_still_comes_out() -> None:
    assert bears(text(sheet(week(), "en", "ar")), "Saturday 14, Sunday 15: closed")
    empty = WeekProgramme(FACTS, (), MONDAY, tuple(DayProgramme(day.on, None, ()) for day in week().days))
    pdf = sheet(empty)
    check(pdf)
    assert page_count(pdf) == 1


def test_it_bears_its_title_and_the_days_as_its_outline_and_is_made_the_same_each_time() -> None:
    pdf = sheet(week(), "en", "ar")
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.get_metadata_dict()["Title"].startswith(
            Language(HOME).said("This week in {room}", room=FACTS.name)
        )
        assert next(iter(document.get_toc())).get_title().endswith("9 maart")
    assert sheet(week(), "en", "ar") == pdf


def test_no_visitor_and_no_lead_is_named() -> None:
    read = text(sheet(week()))
    assert not [entry.lead for entry in SERIES if entry.lead != "hosts" and entry.lead.split()[0] in read]


def test_one_language_is_enough() -> None:
    pdf = sheet(week(), "uk", "uk")
    check(pdf)
    assert "Години роботи" in text(pdf)


@settings(max_examples=12, deadline=None)
@given(
    name=st.text(st.characters(exclude_categories=()), max_size=300),
    other=st.text("محمدعليבגדאሰላም abc", max_size=120),
    space=st.text(max_size=120),
    codes=st.tuples(st.sampled_from(OFFERED), st.sampled_from(OFFERED)),
    many=st.integers(0, 40),
)
def test_whatever_the_room_writes_nothing_overlaps_or_leaves_the_page(
    name: str, other: str, space: str, codes: tuple[str, str], many: int
) -> None:
    long = replace(SERIES[0], name="Aaneengeschreven" * 18, space="Zaal " * 30)
    known = [replace(SERIES[1], name=name, space=space), replace(SERIES[2], name=other), long]
    known += [replace(SERIES[3], name=LONG)] * many
    facts = replace(FACTS, name=(name or other)[:200], entrance=other, street=space)
    programme = week(known, facts)
    sheets = sheet(with_day(programme, 6, replace(programme.days[6], closure=Closure(MONDAY, MONDAY, name))), *codes)
    check(sheets)


def test_the_house_says_whose_sheet_it_is() -> None:
    read = text(sheet(week()))
    assert all(part in read for part in HOUSE.whose)
