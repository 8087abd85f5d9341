"""The sign-up sheet: a numbered line for every free place, then the waiting list; no name stands on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.records import Occurrence
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.sheets import rules
from buurtkamer_app.desk.sheets.records import EnteredLine, SignUpSheet
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.sign_up_sheet import no_sign_up, sign_up_sheet
from tests.printing.boxes import check
from tests.printing.test_codes import read_back
from tests.printing.weeks import FACTS, HOUSE, SERIES, page_count, text

ON = date(2026, 3, 13)
NUMBER = "2026-0012"
EETTAFEL = replace(
    next(entry for entry in SERIES if entry.name == "Eettafel"), bring="een eigen bakje", minimum=6, reduced_cents=250
)


def sheet(places: int | None = 24, taken: int = 9, number: str = NUMBER, **more: object) -> SignUpSheet:
    """Give the sheet of a date with so many places, printed now."""
    series = replace(EETTAFEL, capacity=places, **more)  # type: ignore[arg-type] # each test changes another part
    of = Occurrence(series, ON, taken)
    return SignUpSheet(of, rules.lines(of), taken, number)


def lines(pdf: bytes) -> list[int]:
    """Read the numbers of the lines, page by page, from the top down."""
    found: list[int] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            read = page.get_textpage()
            boxes = [read.get_rect(number) for number in range(read.count_rects())]
            # They stand in the column before the first, each alone and to the right.
            own = [box for box in boxes if 49 <= box[2] <= 56 and box[0] >= 36]
            texts = [(box[3], read.get_text_bounded(*box).strip()) for box in own]
            found += [int(told) for _, told in sorted(texts, reverse=True) if told.isdigit()]
    return found


def test_the_sheet_says_what_it_is_and_has_a_line_for_every_free_place() -> None:
    of = sheet()
    pdf = sign_up_sheet(of, HOUSE)
    assert lines(pdf) == list(range(1, 22))
    assert (of.places, of.lines) == (15, 21)
    read = text(pdf).replace("\u00a0", " ")
    for told in (
        "Eettafel",
        "vrijdag 13 maart 2026",
        f"{words.span(EETTAFEL.starts, EETTAFEL.ends)}, Eetkeuken".replace("\u00a0", " "),
        "€ 5,00",
        "€ 2,50",
        translate("Bring along: {what}", what="een eigen bakje"),
        translate("From {least} to {most} people", least=6, most=24),
        translate("{count} places are taken already.", count=9),
        translate("Waiting list"),
        translate("Name"),
        translate("Phone"),
    ):
        assert told in read, told
    assert read_back(pdf) == [[NUMBER]] * page_count(pdf)
    check(pdf)


def test_it_bears_no_name_of_who_signed_up() -> None:
    entered = tuple(EnteredLine(line, f"Bezoeker{line}", 1, "06 12345678", waiting=False) for line in range(1, 9))
    read = text(sign_up_sheet(replace(sheet(), entered=entered), HOUSE))
    assert "Bezoeker" not in read
    assert "12345678" not in read
    assert EETTAFEL.lead not in read


def test_without_a_limit_there_are_twenty_lines_and_no_waiting_list() -> None:
    pdf = sign_up_sheet(sheet(None, 9), HOUSE)
    assert lines(pdf) == list(range(1, 21))
    assert translate("Waiting list") not in text(pdf)
    check(pdf)


def test_a_full_activity_says_so_and_has_a_waiting_list_only() -> None:
    pdf = sign_up_sheet(sheet(24, 24), HOUSE)
    assert translate("It is full. Write your name on the waiting list.") in text(pdf)
    assert lines(pdf) == list(range(1, 13))
    check(pdf)


def test_many_places_take_more_pages_each_with_the_number_and_its_code() -> None:
    pdf = sign_up_sheet(sheet(120, 0), HOUSE)
    pages = page_count(pdf)
    assert pages >= 3
    assert lines(pdf) == list(range(1, rules.MOST_LINES + 1))
    assert read_back(pdf) == [[NUMBER]] * pages
    read = text(pdf)
    assert all(f"{page}/{pages}" in read for page in range(1, pages + 1))
    assert translate("There are more places than lines. Then ask for another sheet.") in read
    check(pdf)


def test_a_form_without_an_activity_has_lines_and_no_number() -> None:
    pdf = sign_up_sheet(None, HOUSE)
    assert lines(pdf) == list(range(1, 21))
    assert read_back(pdf) == [[]]
    check(pdf)


def test_where_nobody_can_sign_up_the_sheet_says_why() -> None:
    pdf = no_sign_up("Eettafel", ON, f"{translate('It does not go on')}: de kok is ziek", HOUSE)
    assert "de kok is ziek" in text(pdf)
    assert lines(pdf) == []
    assert read_back(pdf) == [[]]
    check(pdf)


@pytest.mark.parametrize("ink", list(Ink))
def test_it_tells_what_it_is_and_is_the_same_every_time(ink: Ink) -> None:
    house = replace(HOUSE, dress=Dress(ink=ink))
    pdf = sign_up_sheet(sheet(), house)
    assert pdf == sign_up_sheet(sheet(), house)
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.get_metadata_dict()["Title"] == f"{translate('Sign-up sheet')}: Eettafel"
        assert len(list(document.get_toc())) == 1
    assert b"/Lang" in pdf


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(["", "W" * 300, "نادي القراءة " * 23, "🎉" * 40, "Buurtmaaltijd " * 21, "x\u202ey" * 30]),
)


@settings(deadline=None, max_examples=20)
@example(name="W" * 300, other="W" * 300, places=None, taken=69, facts=True)
@example(name="", other="W" * 300, places=1, taken=0, facts=False)
@example(name="🎉" * 300, other="🎉" * 300, places=200, taken=0, facts=False)
@given(
    name=HOSTILE,
    other=HOSTILE,
    places=st.one_of(st.none(), st.integers(1, 200)),
    taken=st.integers(0, 200),
    facts=st.booleans(),
)
def test_whatever_it_is_called_nothing_overlaps_and_every_line_is_there(
    *, name: str, other: str, places: int | None, taken: int, facts: bool
) -> None:
    of = sheet(places, taken, name=name, space=other, bring=other, ends=time(23, 59))
    house = replace(HOUSE, facts=replace(FACTS, name=name[:80])) if facts else HOUSE
    pdf = sign_up_sheet(of, house)
    assert lines(pdf) == list(range(1, of.lines + 1))
    check(pdf)
    check(no_sign_up(name, ON, other, house))
