"""Closing the day by keyboard or by mouse: what is refused, taken back, printed; the cash book."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.qt.amounts import cents, euros
from buurtkamer_app.qt.desk.cash_book import CashBookPanel
from buurtkamer_app.qt.desk.closing import ClosingDialog
from buurtkamer_app.qt.desk.day_papers import DayPapers
from tests.qt.day_head import TODAY, click, closing, dialog, entered, open_day, without_cash
from tests.qt.file_printers import with_papers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.today_room import Vandaag


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    yield from entered(qtbot, tmp_path / "room", clock)


def test_enter_alone_closes_the_day(here: Vandaag) -> None:
    without_cash(here)
    shut = closing(here)
    shut.pack.setChecked(False)
    QTest.keyClick(shut, Qt.Key.Key_Return)
    here.wait(lambda: here.day.opening.text() == "Open the day")
    state = here.ask(lambda services: services.days.state(TODAY))
    assert state.closed_at == here.clock.now()
    assert "The day was closed" in here.day.hours.text()


def test_the_day_is_closed_by_keyboard_alone(here: Vandaag) -> None:
    ria = here.house.services.people.host_named("Ria Postma").id
    here.ask(lambda services: services.rota.sign_on(ria))
    shut = closing(here)
    typed = {shut.received: "12,50", shut.spent: "4", shut.counted: "33,00", shut.what_for: "koffie"}
    reached = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        reached.append(focus)
        if focus is shut.report:
            QTest.keyClicks(shut.report, "Rustige dag.")
            break
        if focus in shut.round:
            QTest.keyClick(focus, Qt.Key.Key_Space)
        if focus is shut.key_with.lineEdit() or focus is shut.key_with:
            QTest.keyClick(shut.key_with, Qt.Key.Key_Down)
        for field, text in typed.items():
            if focus is field:
                QTest.keyClicks(field, text)
        QTest.keyClick(focus or shut, Qt.Key.Key_Tab)
    assert shut.report in reached
    shut.pack.setChecked(False)
    QTest.keyClick(shut.report, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.wait(lambda: here.day.opening.text() == "Open the day")
    state = here.ask(lambda services: services.days.state(TODAY))
    assert len(state.round_done) == 4
    assert (state.key_with, state.signed_first, state.report) == ("Ria", "Ria", "Rustige dag.")
    assert here.ask(lambda s: s.days.cash(TODAY, TODAY)) == {TODAY: Cash(2500, 1250, 400, 3300, "koffie")}
    assert here.ask(lambda services: services.rota.on_now()) == []


def test_the_day_is_closed_by_mouse_alone_with_few_clicks(here: Vandaag) -> None:
    open_day(here)
    clicks = click(here.day.opening)
    shut = dialog(here, ClosingDialog)
    boxes: list[QAbstractButton] = [*shut.round, *((shut.pack,) if shut.pack.isChecked() else ())]
    for box in boxes:
        shut.sheet.ensureWidgetVisible(box)
        clicks += click(box)
    assert all(box.isChecked() for box in shut.round)
    clicks += click(shut.shut)
    here.wait(lambda: here.day.opening.text() == "Open the day")
    assert clicks == 7
    assert len(here.ask(lambda services: services.days.state(TODAY)).round_done) == 4


def test_one_undo_takes_the_whole_closing_back(here: Vandaag) -> None:
    ria = here.house.services.people.host_named("Ria Postma").id
    here.ask(lambda services: services.rota.sign_on(ria))
    here.ask(lambda services: services.arrivals.come_in(["De Boer"]))
    shut = closing(here)
    shut.pack.setChecked(False)
    shut.report.setPlainText("Rustig.")
    shut.shut.click()
    here.wait(lambda: here.day.opening.text() == "Open the day")
    assert here.ask(lambda services: services.rota.on_now()) == []
    last = here.ask(lambda services: services.history.last())
    assert last.label.message == "The day was closed"
    here.undo()
    here.wait(lambda: here.day.opening.text() == "Close the day")
    assert here.ask(lambda services: services.rota.on_now()) == [ria]
    assert here.ask(lambda services: services.days.state(TODAY)).report == ""


def test_a_difference_is_told_kindly_and_stops_nobody(here: Vandaag) -> None:
    shut = closing(here)
    shut.pack.setChecked(False)
    assert shut.opened_with.text() == "25,00"
    assert not shut.note.isVisible()
    QTest.keyClicks(shut.counted, "25,50")
    assert shut.expected.text() == "There should be 25,00 euros"
    assert shut.difference.text().startswith("There is 0,50 euros more than expected.")
    QTest.keyClicks(shut.note, "fooi")
    shut.shut.click()
    here.wait(lambda: here.day.opening.text() == "Open the day")
    cash = here.ask(lambda services: services.days.cash(TODAY, TODAY))[TODAY]
    assert (cash.difference, cash.note) == (50, "fooi")


def test_a_wrong_amount_and_a_name_of_ten_thousand_letters_stay_with_the_reason(here: Vandaag) -> None:
    shut = closing(here)
    shut.pack.setChecked(False)
    QTest.keyClicks(shut.spent, "vier")
    shut.first.setText("x" * 10_000)
    shut.shut.click()
    assert shut.trouble.text() == "Type an amount like 12,50."
    assert shut.spent.hasFocus()
    shut.spent.clear()
    QTest.keyClicks(shut.spent, "4.25")
    shut.shut.click()
    here.wait(lambda: "too long" in shut.trouble.text())
    assert len(shut.first.text()) == 10_000
    shut.first.clear()
    shut.shut.click()
    here.wait(lambda: here.day.opening.text() == "Open the day")
    assert here.ask(lambda services: services.days.cash(TODAY, TODAY))[TODAY].closing == 2075


def test_what_is_typed_on_closing_survives_a_lock(here: Vandaag) -> None:
    shut = closing(here)
    shut.report.setPlainText("Half af")
    here.sit(NOBODY)
    assert not shut.isVisible()
    here.sit_host()
    here.wait(shut.isVisible)
    assert shut.report.toPlainText() == "Half af"
    shut.reject()


def is_current(here: Vandaag) -> bool:
    """Tell whether the pack on paper holds what it should when the day is closed."""
    return bool(here.ask(lambda services: services.days.pack_state(after_closing=True)).current)


def test_the_log_and_the_pack_go_to_the_printer_and_leave_no_file(here: Vandaag, tmp_path: Path) -> None:
    computer = with_papers(tmp_path / "papers")
    papers = here.day.papers = DayPapers(here.tasks)
    here.day.under.addWidget(papers)
    shut = closing(here)
    assert shut.pack.isChecked()
    assert not shut.log.isChecked()
    shut.log.setChecked(True)
    shut.shut.click()
    here.bot.waitUntil(lambda: papers.answer.text() == "The sheet went to the printer.", timeout=20_000)
    here.bot.waitUntil(lambda: is_current(here), timeout=20_000)
    assert papers.keeps == []
    _log, pack_paper = computer.papers()
    with pypdfium2.PdfDocument(pack_paper) as pack:
        assert len(pack) == 2
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == []


def test_without_a_printer_the_sheets_are_saved_only_on_request(here: Vandaag, tmp_path: Path) -> None:
    here.day.papers = DayPapers(here.tasks)
    here.day.under.addWidget(here.day.papers)
    shut = closing(here)
    shut.shut.click()
    papers = here.day.papers
    here.wait(lambda: len(papers.keeps) == 1)
    assert "no printer" in papers.answer.text()
    assert not here.ask(lambda services: services.days.pack_state(after_closing=True)).current
    click(papers.keeps[0])
    assert papers.dialog is not None
    papers.dialog.fileSelected.emit(str(tmp_path / "noodmap.pdf"))
    papers.dialog.reject()
    here.wait((tmp_path / "noodmap.pdf").exists)
    here.wait(lambda: is_current(here))
    assert papers.keeps == []


def test_vandaag_says_that_the_pack_is_old(here: Vandaag) -> None:
    here.clock.instant -= timedelta(days=1)
    here.ask(lambda services: services.days.pack_printed("0" * 64, TODAY))
    here.clock.instant += timedelta(days=1)
    here.day.outdate()
    here.wait(lambda: here.day.hours.text().endswith("The power-cut pack is from Tuesday"))


@pytest.mark.parametrize(("typed", "amount"), [("", 0), ("12", 1200), ("12,50", 1250), ("€ 3.05", 305), (" 0,10 ", 10)])
def test_amounts_are_read_as_people_type_them(typed: str, amount: int) -> None:
    assert cents(typed) == amount
    assert cents(euros(amount)) == amount


@pytest.mark.parametrize("typed", ["-5", "12,5", "1.250,00", "tien", "12,500", "٣,٠٠", "9" * 10_000])
def test_amounts_that_can_be_misread_are_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        cents(typed)


def test_the_cash_book_shows_a_month_and_prints_it(here: Vandaag, tmp_path: Path) -> None:
    here.ask(lambda services: services.days.close(Cash(1000, 500, 200, 1350, "koffie")))
    with_papers(tmp_path / "papers")
    panel = CashBookPanel(here.tasks)
    here.bot.addWidget(panel)
    panel.show()
    here.wait(lambda: panel.model.rowCount() == 1)
    assert panel.month.text() == "March 2026"
    row = [panel.model.data(panel.model.index(0, column)) for column in range(6)]
    assert row == ["Wed 11", "5,00", "2,00", "13,50", "0,50", "koffie"]
    assert panel.sums.text() == "Came in: 5,00 · went out: 2,00 · difference: 0,50"
    click(panel.print_now)
    here.wait(lambda: panel.papers.answer.text() == "The sheet went to the printer.")
    click(panel.back)
    here.wait(lambda: panel.month.text() == "February 2026")
    assert panel.nothing.isVisible()
    click(panel.on)
    here.wait(lambda: panel.month.text() == "March 2026")
