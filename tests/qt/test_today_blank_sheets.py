"""Blank tally sheets from the page for paper sheets: as many as asked, each with its number, on the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.desk.sheet import SheetDialog
from tests.printing.test_codes import read_back
from tests.qt.file_printers import with_papers
from tests.qt.office_room import OfficeRoom, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def dialog(room: OfficeRoom, qtbot: QtBot) -> Iterator[SheetDialog]:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    dialog = SheetDialog(room.tasks, window)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: bool(dialog.sheet_rows.rows))
    yield dialog
    let_go(dialog)


def test_blank_sheets_come_out_with_their_numbers_and_can_be_entered(
    room: OfficeRoom, dialog: SheetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    computer = with_papers(tmp_path / "papers")
    dialog.numbers.count.setValue(3)
    dialog.numbers.print_blanks.click()
    went = translate("The sheet went to the printer.")
    qtbot.waitUntil(lambda: dialog.numbers.papers.answer.text() == went, timeout=10_000)
    (paper,) = computer.papers()
    assert read_back(paper) == [["2026-0001"], ["2026-0002"], ["2026-0003"]]
    said = translate("Numbers on the sheets: {first} to {last}", first="2026-0001", last="2026-0003")
    assert dialog.numbers.given.text() == said
    assert dialog.numbers.print_blanks.isEnabled()
    QTest.keyClicks(dialog.number, "3")
    dialog.number.editingFinished.emit()
    hours = room.services.sheets.hours(None)
    qtbot.waitUntil(lambda: [row.hour for row in dialog.sheet_rows.rows] == hours)
    assert dialog.trouble.isHidden()


def test_without_a_printer_the_sheets_are_offered_as_a_file(dialog: SheetDialog, qtbot: QtBot) -> None:
    dialog.numbers.print_blanks.click()
    qtbot.waitUntil(lambda: bool(dialog.numbers.papers.keeps), timeout=10_000)
    assert dialog.numbers.given.text() == translate("Number on the sheet: {first}", first="2026-0001")
