"""The report of a quarter and of a year: the figures of the page, on paper and in a spreadsheet."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import openpyxl
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.base.terms_around import Bearer, Programme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation.agreed.records import Agreement
from buurtkamer_app.evaluation.costs.records import Spent, UnitValue
from buurtkamer_app.evaluation.looking.records import Length
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Wanted
from buurtkamer_app.papers.report.making import as_spreadsheet, gathered, signed
from buurtkamer_app.printing.spreadsheet import Minutes
from tests.printing.boxes import check

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.papers.report.records import Report
    from buurtkamer_app.services import Services

DAY = date(2026, 3, 11)
HOSTILE = "W" * 200


def _part(report: Report, heading: str) -> Any:
    return next(part for part in report.parts if part.heading == translate(heading))


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)).split())


def test_the_report_holds_the_figures_of_the_page(demo: Services) -> None:
    demo.desk.tally(Tally(37))
    demo.desk.tally(Tally(3, Purpose.HELP))
    report = gathered(demo, Length.QUARTER, DAY)
    back = demo.looking.looking_back(report.first, report.last)
    at_a_glance = {row[0]: row[1] for row in _part(report, "At a glance").rows}
    assert at_a_glance[translate("visits")] == back.visits.sums.visits == 40
    assert at_a_glance[translate("activities held")] == back.activities.held.dates
    assert at_a_glance[translate("hours of residents")] == Minutes(back.resident_minutes)
    assert at_a_glance[translate("new wishes")] == back.wishes.new


def test_small_counts_of_people_leave_no_building(demo: Services) -> None:
    demo.desk.tally(Tally(37))
    demo.desk.tally(Tally(3, Purpose.HELP))
    report = gathered(demo, Length.QUARTER, DAY)
    of_visits = {row[0]: row[1] for row in _part(report, "Visits, and what they were for").rows}
    assert Hidden.SMALL in of_visits.values()
    assert 3 not in of_visits.values()
    book = openpyxl.load_workbook(io.BytesIO(as_spreadsheet(demo, report)))
    assert 3 not in [cell.value for cell in book[translate("Visits")]["B"]]


def test_the_spreadsheet_holds_what_the_pages_hold(demo: Services) -> None:
    demo.desk.tally(Tally(37))
    report = gathered(demo, Length.YEAR, DAY)
    book = openpyxl.load_workbook(io.BytesIO(as_spreadsheet(demo, report)))
    assert book.sheetnames == [translate("About this report"), *(part.name for part in report.parts)]
    for part in report.parts:
        heads = [column.head for column in part.columns if not column.paper]
        assert [cell.value or "" for cell in book[part.name][1]][: len(heads)] == heads
        assert book[part.name].max_row == len(part.rows) + 1 + bool(part.sums)


def test_the_spreadsheet_says_first_what_it_is_of(demo: Services) -> None:
    report = gathered(demo, Length.QUARTER, DAY)
    first = openpyxl.load_workbook(io.BytesIO(as_spreadsheet(demo, report))).worksheets[0]
    said = {str(cell.value) for row in first.iter_rows() for cell in row}
    assert {report.title, *report.under} <= said
    assert {note for part in report.parts for note in part.notes} <= said


def test_differences_are_numbers_in_the_spreadsheet(demo: Services, clock: SetClock) -> None:
    demo.desk.tally(Tally(10))
    clock.instant += timedelta(days=365)
    demo.desk.tally(Tally(37))
    book = openpyxl.load_workbook(io.BytesIO(as_spreadsheet(demo, gathered(demo, Length.YEAR, date(2027, 3, 11)))))
    row = next(row for row in book[translate("At a glance")].values if row[0] == translate("visits"))
    assert row == (translate("visits"), 37, 10, 27)


def test_a_period_that_goes_on_stands_beside_as_many_days_of_the_year_before(demo: Services, clock: SetClock) -> None:
    demo.desk.tally(Tally(10))
    clock.instant += timedelta(days=30)
    demo.desk.tally(Tally(20))
    clock.instant += timedelta(days=336)
    assert demo.room.today() == date(2027, 3, 12)
    report = gathered(demo, Length.YEAR, date(2027, 3, 12))
    visits = next(row for row in _part(report, "At a glance").rows if row[0] == translate("visits"))
    assert visits[2] == 10
    assert any("12" in line and "2027" in line for line in report.under[1:])


def test_nothing_is_compared_with_a_year_before_the_room_began(demo: Services) -> None:
    demo.desk.tally(Tally(10))
    report = gathered(demo, Length.YEAR, DAY)
    assert {row[2:] for row in _part(report, "At a glance").rows} == {(None, None)}
    assert translate("Of a year before nothing is on record.") in report.under


def test_an_agreement_that_ended_before_is_not_in_the_report(demo: Services) -> None:
    for what, year in (("evenings", 2024), ("mornings", 2026)):
        demo.agreed.agreements.write(Agreement("Wijk", what, what, 9, date(year, 1, 1), date(year, 12, 31)))
    rows = _part(gathered(demo, Length.YEAR, DAY), "What was agreed, and what came of it").rows
    assert [row[1] for row in rows] == ["mornings"]


def test_names_in_a_spreadsheet_are_no_formulas(demo: Services) -> None:
    demo.agreed.agreements.write(Agreement("=1+1", "@x", "+y", 3, date(2026, 1, 1), DAY))
    book = openpyxl.load_workbook(io.BytesIO(as_spreadsheet(demo, gathered(demo, Length.YEAR, DAY))))
    cell = book[translate("Agreements")]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_year_has_cost_and_benefit_with_its_sources_and_a_quarter_has_not(demo: Services) -> None:
    demo.desk.tally(Tally(10))
    demo.costs.values.write(UnitValue("Bezoek", "visits", Bearer.CARE, "zorg", 100, 300, "Raming van de wijk", 2025))
    demo.costs.spent.write(Spent(2026, Bearer.MUNICIPALITY, "Huur", 5_000))
    words = {}
    for name in ("report_year", "report_quarter"):
        sheet = kind(name)
        assert sheet is not None
        words[name] = _words(sheet.make(demo, Wanted(DAY)).pdf)
    assert "Raming van de wijk" in words["report_year"]
    assert "Raming van de wijk" not in words["report_quarter"]


def test_what_is_off_is_not_in_the_report(demo: Services) -> None:
    demo.programmes.set_on(frozenset({Programme.MARKET}))
    headings = [part.heading for part in gathered(demo, Length.QUARTER, DAY).parts]
    assert translate("Markets") in headings
    assert translate("Gatherings in streets") not in headings
    assert translate("A look at the neighbourhood") not in headings


def test_only_the_coordinator_makes_it(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        gathered(demo, Length.YEAR, DAY)


def test_long_words_stay_on_the_page(demo: Services) -> None:
    for number in range(12):
        agreement = Agreement(f"{number}{HOSTILE[:190]}", HOSTILE, HOSTILE, 10**6, date(2026, 1, 1), DAY, "visits")
        demo.agreed.agreements.write(agreement)
    demo.costs.values.write(UnitValue(HOSTILE, "visits", Bearer.CARE, HOSTILE, 0, 10**9, "م" * 200, 2025))
    sheet = kind("report_year")
    assert sheet is not None
    check(sheet.make(demo, Wanted(DAY)).pdf, least=10)


@given(st.integers(-10_000, 10_000))
def test_a_difference_says_its_sign(difference: int) -> None:
    said = signed(difference)
    assert int("".join(sign for sign in said if sign.isdigit())) == abs(difference)
    assert said[0] == ("+" if difference > 0 else "\N{MINUS SIGN}" if difference else "0")
