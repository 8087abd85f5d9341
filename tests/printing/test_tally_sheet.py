"""The tally sheet: the rows of the entry page in their order, boxes and sums, its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.tally_sheet import Tally, tally_sheet
from tests.printing.boxes import check
from tests.printing.test_codes import read_back
from tests.printing.weeks import FACTS, HOUSE, text

if TYPE_CHECKING:
    from collections.abc import Sequence

ON = date(2026, 3, 11)
NUMBER = "2026-0007"
HOURS = tuple(range(9, 18))


def said(hour: int) -> str:
    """Say an hour as the entry page has it."""
    return translate("{first}.00 to {last}.00", first=hour, last=hour + 1)


def rows(pdf: bytes, hours: Sequence[int]) -> list[str]:
    """Give the hours of the first page in the order in which they stand on it, from the top."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        found = []
        for label in map(said, hours):
            at = page.search(label, match_whole_word=True).get_next()
            assert at is not None, label
            found.append((-page.get_charbox(at[0])[1], label))
    return [label for _, label in sorted(found)]


def test_the_sheet_holds_its_day_its_hours_in_order_and_its_number() -> None:
    pdf = tally_sheet(Tally(ON, HOURS), HOUSE, (NUMBER,))
    assert rows(pdf, HOURS) == [said(hour) for hour in HOURS]
    read = text(pdf)
    for words in ("Visitors", "Children", "First time", "Wishes that you heard", "Tally sheet"):
        assert translate(words) in read
    assert "woensdag 11 maart 2026" in read
    assert translate("Week {week}", week=11) in read
    assert read_back(pdf) == [[NUMBER]]
    assert NUMBER in read
    check(pdf)


def test_each_number_has_a_page_of_its_own() -> None:
    numbers = [f"2026-{place:04}" for place in range(1, 13)]
    pdf = tally_sheet(Tally(None, HOURS), HOUSE, numbers)
    assert read_back(pdf) == [[number] for number in numbers]
    assert "12/12" in text(pdf)
    check(pdf)


def test_without_a_number_and_a_day_there_are_lines_to_write_them_on() -> None:
    pdf = tally_sheet(Tally(None, HOURS), HOUSE)
    read = text(pdf)
    assert f"{translate('Day')}: ____" in read
    assert translate("Sheet number") in read
    assert read_back(pdf) == [[]]
    check(pdf)


@pytest.mark.parametrize("ink", list(Ink))
def test_it_tells_what_it_is_and_is_the_same_every_time(ink: Ink) -> None:
    house = replace(HOUSE, dress=Dress(ink=ink))
    pdf = tally_sheet(Tally(ON, HOURS), house, (NUMBER,))
    assert pdf == tally_sheet(Tally(ON, HOURS), house, (NUMBER,))
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.get_metadata_dict()["Title"] == f"{translate('Tally sheet')} 11 maart 2026"
        assert len(list(document.get_toc())) == 1
    assert b"/Lang" in pdf
    assert read_back(pdf) == [[NUMBER]]


NAMES = st.one_of(
    st.text(max_size=300),
    st.sampled_from(["", "W" * 300, "ديوان الجيران " * 20, "🎉" * 40, "Buurtkamer " * 27]),
)


@settings(deadline=None, max_examples=20)
@given(name=NAMES, hours=st.sets(st.integers(0, 23), max_size=24), dated=st.booleans(), beside=st.booleans())
def test_whatever_the_room_is_called_and_whenever_it_is_open_nothing_overlaps(
    *, name: str, hours: set[int], dated: bool, beside: bool
) -> None:
    house = replace(HOUSE, facts=replace(FACTS, name=name[:200]))
    under = (translate("question or help"),) if beside else ()
    pdf = tally_sheet(Tally(ON if dated else None, sorted(hours), under), house, (NUMBER,))
    assert rows(pdf, sorted(hours)) == [said(hour) for hour in sorted(hours)]
    check(pdf)
