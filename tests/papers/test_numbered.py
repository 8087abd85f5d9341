"""Numbered sheets from the services: what is printed is what the entry page shows, and gets its number only then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.desk.sheets.records import SheetLine, SignUpLine
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.numbered import blank_tallies
from buurtkamer_app.papers.records import Made, Wanted
from tests.printing.boxes import check
from tests.printing.test_codes import read_back
from tests.printing.test_sign_up_sheet import lines
from tests.printing.test_tally_sheet import rows, said
from tests.printing.weeks import page_count, text

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
FRIDAY = date(2026, 3, 13)


def limited(services: Services) -> Occurrence:
    found = services.activities.occurrences(WEDNESDAY, WEDNESDAY)
    return next(entry for entry in found if entry.series.capacity == 8)


def previewed(services: Services, name: str, day: date, series: UUID | None = None) -> Made:
    sheet = kind(name)
    assert sheet is not None
    return sheet.make(services, Wanted(day, series=series))


def printed(services: Services, name: str, day: date, series: UUID | None = None) -> tuple[str, Made]:
    """Give the number that a sheet got, and the sheet."""
    sheet = kind(name)
    assert sheet is not None
    wanted = sheet.numbered(services, Wanted(day, series=series))
    return wanted.number, sheet.make(services, wanted)


def test_a_tally_sheet_has_the_rows_of_its_entry_page_in_the_same_order(demo: Services) -> None:
    number, made = printed(demo, "tally", WEDNESDAY)
    sheet = demo.sheets.sheet(number)
    hours = demo.sheets.hours(WEDNESDAY, sheet.entered, sheet.hours)
    assert rows(made.pdf, hours) == [said(hour) for hour in hours]
    assert sheet.for_date == WEDNESDAY
    assert read_back(made.pdf) == [[number]]
    demo.sheets.enter_all(number, WEDNESDAY, [SheetLine(number, 12, 3)])
    sheet = demo.sheets.sheet(number)
    assert demo.sheets.hours(WEDNESDAY, sheet.entered, sheet.hours) == hours


def test_what_is_only_looked_at_takes_no_number(demo: Services) -> None:
    assert read_back(previewed(demo, "tally", WEDNESDAY).pdf) == [[]]
    pdf = previewed(demo, "sign_up", WEDNESDAY, limited(demo).series.id).pdf
    assert read_back(pdf) == [[]] * page_count(pdf)
    assert printed(demo, "tally", WEDNESDAY)[0] == "2026-0001"


def test_blank_tally_sheets_have_the_rows_that_their_numbers_keep(demo: Services) -> None:
    numbers = demo.sheets.give_numbers(3, printed=True).value
    made = blank_tallies(demo, numbers)
    assert read_back(made.pdf) == [[number] for number in numbers]
    sheet = demo.sheets.sheet(numbers[1])
    hours = demo.sheets.hours(FRIDAY, sheet.entered, sheet.hours)
    assert rows(made.pdf, hours) == [said(hour) for hour in hours]


def test_a_sign_up_sheet_has_the_lines_of_its_entry_page(demo: Services) -> None:
    of = limited(demo)
    demo.activities.sign_up(of.series.id, WEDNESDAY, "Mw. Tan", 3)
    number, made = printed(demo, "sign_up", WEDNESDAY, of.series.id)
    sheet = demo.sign_up_sheets.sheet(number)
    assert lines(made.pdf) == list(range(1, sheet.lines + 1)) == list(range(1, 12))
    assert read_back(made.pdf) == [[number]] * page_count(made.pdf)
    assert translate("{count} places are taken already.", count=3) in text(made.pdf)
    assert "Tan" not in text(made.pdf)


def test_a_sheet_printed_again_is_as_it_was_when_it_got_its_number(demo: Services) -> None:
    of = limited(demo)
    number, first = printed(demo, "sign_up", WEDNESDAY, of.series.id)
    demo.sign_up_sheets.enter(number, [SignUpLine(1, "Ans", 2)])
    sheet = kind("sign_up")
    assert sheet is not None
    again = sheet.make(demo, Wanted(WEDNESDAY, series=of.series.id, number=number))
    assert again.pdf == first.pdf


def test_a_date_on_which_nobody_can_sign_up_says_why_and_gets_no_number(demo: Services) -> None:
    of = limited(demo)
    demo.attendance.cancel(of.series.id, WEDNESDAY, "De begeleider is ziek")
    thursday, last_week = WEDNESDAY + timedelta(days=1), WEDNESDAY - timedelta(days=7)
    told = {
        WEDNESDAY: "De begeleider is ziek",
        thursday: translate("This activity is not on that day."),
        last_week: translate("This day has been. Choose another day."),
    }
    for day, why in told.items():
        number, made = printed(demo, "sign_up", day, of.series.id)
        assert number == ""
        assert why in text(made.pdf)
        assert lines(made.pdf) == []
        check(made.pdf)


@pytest.mark.parametrize("day", [date(2026, 3, 15), date(2025, 12, 25), date(1999, 1, 1), date(2031, 7, 4)])
def test_every_day_has_its_sheets_also_a_closed_one(demo: Services, day: date) -> None:
    for name in ("tally", "sign_up"):
        made = previewed(demo, name, day)
        check(made.pdf)
        assert made.name


def test_a_form_without_an_activity_takes_no_number(demo: Services) -> None:
    number, made = printed(demo, "sign_up", WEDNESDAY)
    assert number == ""
    assert lines(made.pdf) == list(range(1, 21))


def test_nobody_signed_in_gets_no_number(demo: Services) -> None:
    of = limited(demo).series.id
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        printed(demo, "tally", WEDNESDAY)
    with pytest.raises(NotAllowedError):
        printed(demo, "sign_up", WEDNESDAY, of)


def test_the_file_of_a_sheet_is_named_after_it(demo: Services) -> None:
    number, made = printed(demo, "tally", WEDNESDAY)
    assert made.name == f"{translate('Tally sheet')} 11 maart 2026 {number}"
