"""What fewer than five people did, brought or said leaves the building in no report, not even as euros."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Bearer, Characteristic, Respondent
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation.agreed.records import Agreement
from buurtkamer_app.evaluation.costs.records import UnitValue
from buurtkamer_app.evaluation.looking.records import Length
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Wanted
from buurtkamer_app.papers.report.making import as_spreadsheet, gathered
from buurtkamer_app.printing.spreadsheet import Euros, Tenths

if TYPE_CHECKING:
    from buurtkamer_app.papers.report.records import Report
    from buurtkamer_app.services import Services

DAY = date(2026, 3, 11)


def _part(report: Report, name: str) -> Any:
    return next(part for part in report.parts if part.name == translate(name))


def test_what_few_people_brought_leaves_no_building_as_a_count_or_as_euros(demo: Services) -> None:
    demo.desk.tally(Tally(40, first_time=3))
    demo.costs.values.write(UnitValue("Bezoek", "visits", Bearer.CARE, "zorg", 100, 300, "Raming", 2025))
    demo.costs.values.write(UnitValue("Nieuw", "first_time", Bearer.CARE, "zorg", 1_000, 3_000, "Raming", 2025))
    demo.agreed.agreements.write(
        Agreement("Stad", "nieuwe gezichten", "mensen", 40, date(2026, 1, 1), DAY, "first_time")
    )
    report = gathered(demo, Length.YEAR, DAY)
    (agreed,) = _part(report, "Agreements").rows
    assert agreed[4] is Hidden.SMALL
    values = _part(report, "Unit values")
    assert [cell for cell in next(row for row in values.rows if row[0] == "Nieuw") if isinstance(cell, Hidden)] == [
        *[Hidden.SMALL] * 2,
        *[Hidden.BESIDE] * 3,
    ]
    worth = _part(report, "Cost and benefit")
    assert worth.sums[-2:] == (Euros(4_000), Euros(12_000))


@pytest.mark.parametrize("papers", [4, 5])
def test_what_fewer_than_five_people_said_of_the_neighbourhood_stays_in_the_room(demo: Services, papers: int) -> None:
    for number in range(papers):
        given = {Characteristic.OPEN: Marked(4), Characteristic.SAFETY: Marked(2 if number else None)}
        demo.scans.answer(2026, Answer(Respondent.RESIDENT, given))
    rows = _part(gathered(demo, Length.YEAR, DAY), "Neighbourhood").rows
    said = {row[0]: row[1] for row in rows}
    assert said.get(translate("an open attitude")) == (None if papers < 5 else Tenths(40))
    assert said.get(translate("feeling safe")) == (None if papers < 5 else Hidden.BESIDE)
    sheet = kind("report_year")
    assert sheet is not None
    assert sheet.make(demo, Wanted(DAY)).pdf.startswith(b"%PDF")
    assert as_spreadsheet(demo, gathered(demo, Length.YEAR, DAY))
