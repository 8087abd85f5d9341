"""The list of whom to tell stands legibly on paper, whatever the names are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Ending, TellReason
from buurtkamer_app.printing.call_list import call_list
from buurtkamer_app.printing.news import sentence
from buurtkamer_app.wishes.telling.records import Telling
from buurtkamer_app.wishes.telling.rules import together

from .boxes import check
from .weeks import HOUSE, page_count, text

AT = datetime(2026, 3, 11, 13, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
MADE = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
KNUTSELEN = Telling(
    UUID(int=1),
    TellReason.PLANNED,
    "Sevda",
    "06 12345678",
    1,
    "Knutselen",
    MADE,
    wish=UUID(int=16),
    series=UUID(int=2),
    on=date(2026, 3, 18),
    at=time(14),
)


def of(name: str, contact: str = "", persons: int = 1) -> Telling:
    return replace(KNUTSELEN, id=UUID(int=hash(name) % 10**9), name=name, contact=contact, persons=persons)


def test_it_says_what_to_say_to_whom_and_on_which_number() -> None:
    read = text(call_list(together([KNUTSELEN, of("Mw. Tan", "020 111"), of("", persons=4)]), AT, HOUSE))
    for said in (
        translate("To tell"),
        sentence(KNUTSELEN.news),
        "Sevda · 06 12345678",
        "Mw. Tan · 020 111",
        translate("{count} more residents without a name: tell it when they come in", count=4),
        translate("Do not hang this up. Shred it afterwards."),
        "woensdag 11 maart 2026 · 13.00",
    ):
        assert said in " ".join(read.split())


def test_who_is_told_several_things_stands_once_with_all_of_them() -> None:
    bench = replace(
        KNUTSELEN,
        id=UUID(int=5),
        reason=TellReason.ENDED,
        about="Een bankje",
        series=None,
        on=None,
        ending=Ending.REPORTED,
        whom="De gemeente",
    )
    read = " ".join(text(call_list(together([KNUTSELEN, bench]), AT, HOUSE)).split())
    assert read.count("Sevda · 06 12345678") == 1
    assert sentence(KNUTSELEN.news) in read
    assert sentence(bench.news) in read


def test_an_empty_list_says_that_everybody_knows() -> None:
    assert translate("Everybody knows. Nobody is to be told anything.") in text(call_list([], AT, HOUSE))


def test_two_hundred_people_go_on_on_the_next_pages_and_nobody_is_lost() -> None:
    names = [f"Bewoner {number:03}" for number in range(200)]
    pdf = call_list(together([of(name) for name in names]), AT, HOUSE)
    assert page_count(pdf) > 3
    read = text(pdf)
    assert all(name in read for name in names)


def test_the_same_list_gives_the_same_bytes() -> None:
    groups = together([KNUTSELEN])
    assert call_list(groups, AT, HOUSE) == call_list(groups, AT, HOUSE)


def test_a_name_of_three_hundred_letters_is_whole() -> None:
    name = "Abcdefghij" * 30
    read = text(call_list(together([of(name)]), AT, HOUSE))
    assert name in "".join(read.split())


HOSTILE = st.one_of(
    st.text(min_size=1, max_size=300),
    st.text("אבגדהוזחט ابتثجحخ", min_size=1, max_size=300),
    st.text("W", min_size=1, max_size=300),
    st.lists(st.text("Wij zeggen", min_size=1, max_size=6), min_size=1, max_size=200).map("\n".join),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=12), st.integers(1, 9999), HOSTILE)
def test_whatever_the_names_are_nothing_overlaps_or_leaves_the_page(
    names: list[tuple[str, str]], more: int, words: str
) -> None:
    lines = [replace(of(name, contact), about=words) for name, contact in names]
    pdf = call_list(together([*lines, replace(of("", persons=more), about=words)]), AT, HOUSE)
    check(pdf)
