"""Large print tells the whole week in 18 points or more, in one column, and parts nothing that belongs together."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pypdfium2
from hypothesis import given, settings

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.large_print import LEAST, large_print

from . import hostile
from .boxes import check, texts
from .weeks import FACTS, HOUSE, PRINTED, SERIES, page_count, series, text, week

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import WeekProgramme


def pages(pdf: bytes) -> list[str]:
    """Read what stands on each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            " ".join(page.get_textpage().get_text_range().replace("\ufffe", "-").replace("\x02", "-").split())
            for page in document
        ]


def test_every_activity_stands_in_it_once_with_its_time_and_facts_in_order() -> None:
    read, at = text(large_print(week(), HOUSE)).replace("\u00a0", " "), 0
    for day in week().days:
        for entry in day.occurrences:
            known = entry.series
            facts = " · ".join(words.facts(entry)).replace("\u00a0", " ")
            row = f"{words.span(known.starts, known.ends)} {known.name} {facts}"
            at = read.index(row, at) + 1
    for name in {one.name for one in SERIES}:
        times = sum(entry.series.name == name for day in week().days for entry in day.occurrences)
        assert read.count(name) == times


def test_a_day_that_fits_on_a_page_does_not_begin_low_on_another_one() -> None:
    assert translate("continued") not in text(large_print(week(), HOUSE))
    long = week([*SERIES, *(series(f"Les {number}", "2", time(17), time(18), "Zaal") for number in range(5))])
    assert f"woensdag 11 maart ({translate('continued')})" in text(large_print(long, HOUSE))


def test_it_says_whose_week_it_is_when_it_is_open_and_which_page_this_is() -> None:
    pdf = large_print(week(), HOUSE)
    read = text(pdf).replace("\u00a0", " ")
    for said in (
        translate("This week in {room}", room=FACTS.name),
        translate("Open: {hours}", hours=words.hours(week().hours)[0]).replace("\u00a0", " "),
        HOUSE.address,
        translate("Entrance: {how}", how=FACTS.entrance),
    ):
        assert said in read
    count = page_count(pdf)
    assert [f"{number}/{count}" in page for number, page in enumerate(pages(pdf), 1)] == [True] * count


def test_everything_begins_at_the_left_but_the_page_number() -> None:
    with pypdfium2.PdfDocument(large_print(week(), HOUSE)) as document:
        for page in document:
            lefts = [left for left, _, _, _ in texts(page)]
            # Letters stand a little beside where their line begins.
            assert sum(left > min(lefts) + 4 for left in lefts) == 1


def test_a_day_that_goes_on_on_the_next_page_is_named_there_again() -> None:
    many = [series(f"Activiteit {n}", "2", time(9, n), time(10, n), "Zaal") for n in range(12)]
    found = pages(large_print(week(many), HOUSE))
    again = f"woensdag 11 maart ({translate('continued')})"
    parts = [page for page in found if "Activiteit" in page]
    assert len(parts) > 1
    assert all(page.startswith(again) for page in parts[1:])


def test_no_day_stands_alone_at_the_foot_and_no_activity_is_parted() -> None:
    for count in range(1, 9):
        many = [series(f"Activiteit {n}", "01234", time(9, n), time(10, n), "Zaal") for n in range(count)]
        for page in pages(large_print(week(many), HOUSE)):
            for n in range(count):
                told = f"09.{n:02}\u201310.{n:02} Activiteit {n} Zaal"
                assert page.count(told) == page.count(f"Activiteit {n} Zaal") == page.count(f"09.{n:02}\u2013")
            for day in ("maandag 9", "dinsdag 10", "woensdag 11", "donderdag 12", "vrijdag 13"):
                after = page.partition(f"{day} maart")[2]
                assert not after or after.removeprefix(f" ({translate('continued')})").startswith(" 09.0")


def test_the_same_data_gives_the_same_bytes() -> None:
    assert large_print(week(), HOUSE) == large_print(week(), HOUSE)


def test_the_file_names_its_days_in_its_outline() -> None:
    with pypdfium2.PdfDocument(large_print(week(), HOUSE)) as document:
        found = [entry.get_title() for entry in document.get_toc()]
        assert "vrijdag 13 maart" in found
        assert translate("This week in {room}", room=FACTS.name) in document.get_metadata_dict()["Title"]


def test_an_empty_week_comes_out() -> None:
    pdf = large_print(replace(week(()), hours=()), HOUSE)
    check(pdf, least=LEAST)


@settings(max_examples=25, deadline=None)
@given(hostile.weeks())
def test_whatever_the_week_holds_nothing_is_small_or_cut_off(programme: WeekProgramme) -> None:
    check(large_print(programme, House(programme.facts, PRINTED)), least=LEAST)
