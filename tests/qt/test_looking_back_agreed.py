"""Agreements, cost and benefit and the report of Terugblik, on the page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation.agreed.records import Agreement
from buurtkamer_app.evaluation.costs.records import Spent, UnitValue
from buurtkamer_app.qt.evaluation.agreed_lists import AgreementList, ProfessionalHoursList
from buurtkamer_app.qt.evaluation.agreements import AgreementsPanel, ProgressPanel
from buurtkamer_app.qt.evaluation.cost_lists import UnitValueList
from buurtkamer_app.qt.evaluation.costs import BalancePanel
from buurtkamer_app.qt.evaluation.figures_rows import BackRows
from buurtkamer_app.qt.evaluation.report import ReportPanel
from tests.qt.office_room import OfficeRoom, ask, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WORTH = UnitValue("Een bezoek", "visits", Bearer.CARE, "zorg", 250, 900, "Eigen raming", 2025)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


def _shown(panel: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()


def test_an_agreement_is_written_down_and_how_far_it_is_shown(room: OfficeRoom, qtbot: QtBot) -> None:
    page = AgreementsPanel(room.tasks)
    _shown(page, qtbot)
    listing = page.show_section("agreed")
    assert isinstance(listing, AgreementList)
    qtbot.waitUntil(lambda: listing.inputs["first"].start is not None)
    QTest.keyClicks(listing.inputs["financier"].input, "Gemeente")
    QTest.keyClicks(listing.inputs["what"].input, "Bezoeken")
    listing.inputs["many"].put(40)
    listing.inputs["counts"].put("visits")
    listing.inputs["first"].put(date(2026, 1, 1))
    listing.inputs["by_date"].put(date(2026, 12, 31))
    listing.keep.click()
    qtbot.waitUntil(lambda: listing.model.rowCount() == 1)
    ask(room, qtbot, lambda s: s.desk.tally(Tally(7)))
    progress = page.show_section("progress")
    assert isinstance(progress, ProgressPanel)
    qtbot.waitUntil(lambda: "7" in progress.picture.accessibleName())
    assert "40" in progress.picture.accessibleName()
    qtbot.waitUntil(lambda: progress.picture.image is not None)


def test_without_any_agreement_the_page_says_what_to_do(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = ProgressPanel(room.tasks)
    _shown(panel, qtbot)
    qtbot.waitUntil(panel.none.isVisible)
    assert panel.picture.isHidden()


def test_hours_that_cannot_be_read_are_told_and_stay(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = ProfessionalHoursList(room.tasks)
    _shown(panel, qtbot)
    qtbot.waitUntil(lambda: panel.inputs["month"].value() == date(2026, 3, 11))
    QTest.keyClicks(panel.inputs["organisation"].input, "Welzijn Noord")
    QTest.keyClicks(panel.inputs["minutes"].input, "veel")
    panel.keep.click()
    assert panel.answer.text() == RefusedError("Type hours like 12,5 or 12:30.").sentence()
    field = panel.inputs["minutes"]
    assert isinstance(field.input, QLineEdit)
    assert field.input.text() == "veel"
    field.input.clear()
    QTest.keyClicks(panel.inputs["minutes"].input, "12,5")
    panel.keep.click()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    (kept,) = ask(room, qtbot, lambda s: s.agreed.professional_hours.all())
    assert (kept.it.minutes, kept.it.month) == (750, date(2026, 3, 1))


def test_a_value_without_a_source_gets_a_sentence_and_nothing_is_lost(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = UnitValueList(room.tasks)
    _shown(panel, qtbot)
    qtbot.waitUntil(lambda: panel.inputs["year"].start is not None)
    for name, typed in (("name", "Een bezoek"), ("low_cents", "2,50"), ("high_cents", "9")):
        QTest.keyClicks(panel.inputs[name].input, typed)
    panel.keep.click()
    told = translate("Type where this amount comes from. Without a source it does not count.")
    qtbot.waitUntil(lambda: panel.answer.text() == told)
    field = panel.inputs["low_cents"].input
    assert isinstance(field, QLineEdit)
    assert field.text() == "2,50"
    QTest.keyClicks(panel.inputs["source"].input, "Eigen raming")
    panel.keep.click()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    (kept,) = ask(room, qtbot, lambda s: s.costs.values.all())
    assert (kept.it.low_cents, kept.it.high_cents, kept.it.year) == (250, 900, 2026)


def test_the_balance_is_a_range_and_leads_to_what_was_counted(room: OfficeRoom, qtbot: QtBot) -> None:
    def write(services: Services) -> None:
        services.desk.tally(Tally(10))
        services.costs.values.write(WORTH)
        services.costs.spent.write(Spent(2026, Bearer.MUNICIPALITY, "Huur", 5_000))

    ask(room, qtbot, write)
    panel = BalancePanel(room.tasks)
    _shown(panel, qtbot)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert "25" in panel.brought.text()
    assert "90" in panel.brought.text()
    assert not panel.behind.isEnabled()
    panel.rows.selectRow(0)
    panel.behind.click()
    dialog = panel.dialog
    assert isinstance(dialog, BackRows)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    assert "10" in dialog.sum.text()
    dialog.accept()
    panel.before.click()
    qtbot.waitUntil(lambda: panel.year.text() == "2025")


def test_last_quarters_report_is_one_click_from_its_page(room: OfficeRoom, tmp_path: Path, qtbot: QtBot) -> None:
    panel = ReportPanel(room.tasks)
    _shown(panel, qtbot)
    qtbot.waitUntil(lambda: panel.which.count() > 0)
    assert panel.which.currentText() == translate("Quarter {number} of {year}", number=4, year=2025)
    panel.as_pdf.click()
    qtbot.waitUntil(lambda: panel.papers.dialog is not None, timeout=15_000)
    choose(panel.papers.dialog, tmp_path / "kwartaal.pdf")
    qtbot.waitUntil((tmp_path / "kwartaal.pdf").exists, timeout=15_000)
    words = pypdfium2.PdfDocument(str(tmp_path / "kwartaal.pdf"))[0].get_textpage().get_text_bounded()
    assert "2025" in words


def test_the_report_is_a_spreadsheet_too(room: OfficeRoom, tmp_path: Path, qtbot: QtBot) -> None:
    ask(room, qtbot, lambda s: s.agreed.agreements.write(_AGREED))
    panel = ReportPanel(room.tasks)
    _shown(panel, qtbot)
    qtbot.waitUntil(lambda: panel.which.count() > 0)
    panel.which.setCurrentIndex(panel.which.findText(translate("The year {year}", year=2026)))
    panel.as_sheet.click()
    qtbot.waitUntil(lambda: panel.dialog is not None, timeout=15_000)
    choose(panel.dialog, tmp_path / "jaar.xlsx")
    qtbot.waitUntil(lambda: panel.answer.text() == translate("Saved as {name}.", name="jaar.xlsx"), timeout=15_000)
    book = openpyxl.load_workbook(tmp_path / "jaar.xlsx")
    assert book[translate("Agreements")]["A2"].value == "Gemeente"


_AGREED = Agreement("Gemeente", "Bezoeken", "bezoeken", 40, date(2026, 1, 1), date(2026, 12, 31), "visits")
