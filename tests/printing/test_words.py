"""Days, hours and money as posters say them; what has no letter on paper is written out."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.printing import words
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.scripts import drawn
from buurtkamer_app.printing.typeface import Face, letters, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts, wrap_whole
from buurtkamer_app.room.records import Opening


@pytest.mark.parametrize(
    ("first", "last", "from_", "until"),
    [
        (date(2026, 3, 9), date(2026, 3, 15), "maandag 9", "zondag 15 maart 2026"),
        (date(2026, 3, 30), date(2026, 4, 5), "maandag 30 maart", "zondag 5 april 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "maandag 29 december 2025", "zondag 4 januari 2026"),
    ],
)
def test_a_week_is_said_without_saying_a_month_twice(first: date, last: date, from_: str, until: str) -> None:
    assert words.days(first, last) == translate("{first} to {last}", first=from_, last=until)


def test_days_in_a_row_with_equal_hours_are_joined() -> None:
    long, short = (time(10), time(17)), (time(9, 30), time(12))
    hours = [Opening(day, *(short if day == 2 else long)) for day in (6, 4, 3, 2, 1, 0)]
    monday = translate("{first} and {last}", first="maandag", last="dinsdag")
    thursday = translate("{first} and {last}", first="donderdag", last="vrijdag")
    assert [said.replace("\u00a0", " ") for said in words.hours(hours)] == [
        f"{monday} 10.00\u201317.00",
        "woensdag 09.30\u201312.00",
        f"{thursday} 10.00\u201317.00",
        "zondag 10.00\u201317.00",
    ]


def test_a_day_with_a_break_has_both_its_hours() -> None:
    hours = [Opening(0, time(13), time(17)), Opening(0, time(9), time(12))]
    assert words.hours(hours) == ["maandag 09.00\u201312.00, 13.00\u201317.00"]


def test_a_price_is_in_euros_or_free() -> None:
    assert [words.price(cents) for cents in (150, 500, 0)] == ["€\u00a01,50", "€\u00a05,00", translate("free")]


@pytest.mark.parametrize(
    ("name", "first"),
    [("Ria Postma", "Ria"), ("Hassan A.", "Hassan"), ("Mw. Tan", "Mw. Tan"), ("De Boer", "De Boer"), ("Zeynep",) * 2],
)
def test_a_first_name_is_the_first_word_when_it_is_one(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("typed", "paper"),
    [
        ("Łukasz Ñáñez-Şahin’s", "Łukasz Ñáñez-Şahin’s"),
        ("محمد", "محمد"),
        ("中村", "ZhongCun"),
        ("Koffie ☕ en taart 🎂", "Koffie en taart"),
        ("☕", "Coffee"),
        ("a\x00b\tc\nd", "a b c d"),
        ("x\ud800y\u200b\u202e", "xy"),
        ("a\u0308", "ä"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("\x00\ud800", ""),
    ],
)
def test_a_text_is_brought_to_letters_that_the_paper_has(typed: str, paper: str) -> None:
    assert printable(typed) == paper


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_only_letters_that_can_be_drawn_are_left(typed: str) -> None:
    assert all(ord(char) in letters() | {0x20} or drawn(char) for char in printable(typed))


@given(st.lists(st.text("abcdeWM\u0301-", min_size=1, max_size=40), max_size=12), st.floats(40, 300))
def test_wrapped_lines_fit_and_lose_nothing(typed: list[str], room: float) -> None:
    lines = wrap(" ".join(typed), Face.BOLD, 14, room)
    assert "".join("".join(lines).split()) == "".join("".join(typed).split())
    assert all(width(line, Face.BOLD, 14) <= room + 14 for line in lines)


def test_what_stands_between_brackets_stays_on_one_line() -> None:
    told = "Papierwinkel (hulp met brieven)"
    room = width("Papierwinkel (hulp met", Face.BOLD, 20)
    assert wrap(told, Face.BOLD, 20, room) == ["Papierwinkel", "(hulp met brieven)"]
    narrow = width("Papierwinkel", Face.BOLD, 20)
    assert wrap(told, Face.BOLD, 20, narrow) == ["Papierwinkel", "(hulp met", "brieven)"]


def test_a_name_in_a_title_stays_on_one_line() -> None:
    title, name = "Deze week in De Wilgenhof", "De Wilgenhof"
    room = width("Deze week in De", Face.BOLD, 20)
    assert wrap_whole(title, name, Face.BOLD, 20, room) == ["Deze week in", "De Wilgenhof"]
    assert wrap_whole(title, "", Face.BOLD, 20, room) == ["Deze week in De", "Wilgenhof"]


def test_a_sheet_of_several_weeks_says_all_of_them() -> None:
    of_march = words.dated(date(2026, 3, 6), date(2026, 3, 1), date(2026, 3, 31))
    assert of_march.startswith(translate("Week {week}", week="9\u201314"))
    assert words.dated(date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 15)) == words.dated(date(2026, 3, 9)).replace(
        "9 maart", "6 maart"
    )


def test_facts_break_between_each_other_before_they_break_inside() -> None:
    room = width("Spreekkamer · gratis", Face.REGULAR, 12) + 1
    facts = ("Spreekkamer", "gratis", "de gastvrouw")
    assert wrap_parts(facts, Face.REGULAR, 12, room) == ["Spreekkamer · gratis", "de gastvrouw"]
