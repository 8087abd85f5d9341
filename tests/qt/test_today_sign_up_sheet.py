"""Keying a sign-up sheet back from the page for paper sheets: scanned, line by line, half, twice, wrong, undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.sheets.records import SignUpLine
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Wanted
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go
from tests.qt.sheet_room import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.desk.sheet import SheetDialog
    from buurtkamer_app.qt.desk.sign_up_sheet import SignUpSheetDialog

WEDNESDAY = date(2026, 3, 11)
NUMBER = "2026-0002"


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    for made in furnished(tmp_path, clock, qtbot):
        # The first is a tally sheet, the second one to sign up on.
        made.services.sheets.give_numbers(1, WEDNESDAY)
        made.services.sign_up_sheets.give(eight(made), WEDNESDAY)
        yield made


def eight(room: OfficeRoom) -> UUID:
    """Give the series of that day that has eight places."""
    found = room.services.activities.occurrences(WEDNESDAY, WEDNESDAY)
    return next(entry.series.id for entry in found if entry.series.capacity == 8)


def scanned(dialog: SheetDialog, qtbot: QtBot, number: str = NUMBER) -> SignUpSheetDialog:
    """Type a number as a hand scanner does, with Enter at its end; give the lines that it opens."""
    QTest.keyClicks(dialog.number, number)
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: dialog.sign_ups is not None and isValid(dialog.sign_ups) and bool(dialog.sign_ups.lines.rows)
    )
    assert dialog.sign_ups is not None
    found: SignUpSheetDialog = dialog.sign_ups
    with qtbot.waitActive(found):
        found.activateWindow()
    return found


def parties(room: OfficeRoom, qtbot: QtBot, series: UUID) -> list[tuple[str, int, bool]]:
    found = ask(room, qtbot, lambda services: services.activities.parties(series, WEDNESDAY))
    return [(party.name, party.persons, party.waiting) for party in found]


def press(dialog: SignUpSheetDialog, key: Qt.Key, typed: str = "") -> None:
    field = dialog.focusWidget()
    assert field is not None
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, key)


def focused(dialog: SignUpSheetDialog) -> str:
    widget = dialog.focusWidget()
    return widget.objectName() if widget is not None else ""


def locked(dialog: SignUpSheetDialog) -> list[int]:
    return [row.line for row in dialog.lines.rows if row.entered is not None]


def cells(dialog: SignUpSheetDialog, line: int) -> tuple[QLineEdit, ...]:
    row = dialog.lines.at(line)
    assert row is not None
    return row.cells


def keep(dialog: SignUpSheetDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(dialog.told.text()) and dialog.keep.isEnabled())


def test_a_scanned_sheet_is_keyed_back_by_keyboard_alone_in_the_order_of_the_paper(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    series = eight(room)
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    assert [row.line for row in lines.lines.rows] == list(range(1, 15))
    assert lines.heading.text() == translate("Sign-up sheet {number}", number=NUMBER)
    assert focused(lines) == "name_1"
    press(lines, Qt.Key.Key_Tab, "Mw. Tan")
    assert focused(lines) == "persons_1"
    press(lines, Qt.Key.Key_Tab, "2")
    press(lines, Qt.Key.Key_Return, "020 1234567")
    assert focused(lines) == "name_2"
    press(lines, Qt.Key.Key_Return, "Henk")
    press(lines, Qt.Key.Key_Up)
    assert focused(lines) == "name_2"
    assert translate("To be entered: {persons} people.", persons=3) in lines.together.text()
    keep(lines, qtbot)
    qtbot.waitUntil(lambda: locked(lines) == [1, 2])
    assert lines.told.text() == translate("Sheet {number} is kept.", number=NUMBER)
    assert focused(lines) == "name_3"
    assert parties(room, qtbot, series) == [("Mw. Tan", 2, False), ("Henk", 1, False)]
    lines.reject()
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.number)
    assert dialog.number.text() == ""
    let_go(dialog)


def test_the_same_sheet_again_changes_nothing(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    series = eight(room)
    room.services.sign_up_sheets.enter(NUMBER, [SignUpLine(1, "Mw. Tan", 2)])
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot, "2")
    qtbot.waitUntil(lambda: locked(lines) == [1])
    assert cells(lines, 1)[0].text() == "Mw. Tan"
    assert cells(lines, 1)[0].isReadOnly()
    QTest.keyClicks(cells(lines, 1)[0], "Iemand anders")
    keep(lines, qtbot)
    assert lines.told.text() == translate("Type at least one name.")
    assert parties(room, qtbot, series) == [("Mw. Tan", 2, False)]
    lines.reject()
    let_go(dialog)


def test_a_line_that_another_desk_entered_meanwhile_is_told_and_not_counted_twice(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    series = eight(room)
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    QTest.keyClicks(cells(lines, 1)[0], "Ans")
    ask(room, qtbot, lambda services: services.sign_up_sheets.enter(NUMBER, [SignUpLine(1, "Ans", 2)]))
    keep(lines, qtbot)
    qtbot.waitUntil(lambda: locked(lines) == [1])
    assert translate("Line {line} was entered before.", line=1) in lines.told.text()
    assert translate("Nothing was changed.") in lines.told.text()
    assert cells(lines, 1)[1].text() == "2"
    assert parties(room, qtbot, series) == [("Ans", 2, False)]
    lines.reject()
    let_go(dialog)


def test_who_does_not_fit_is_told_to_be_on_the_waiting_list(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    series = eight(room)
    room.services.activities.sign_up(series, WEDNESDAY, "Aan de balie", 7)
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    QTest.keyClicks(cells(lines, 1)[0], "Ans")
    QTest.keyClicks(cells(lines, 2)[0], "Bep")
    assert translate("Who does not fit goes on the waiting list.") in lines.together.text()
    keep(lines, qtbot)
    assert translate("Line {line}: on the waiting list, it is full.", line=2) in lines.told.text()
    qtbot.waitUntil(lambda: locked(lines) == [1, 2])
    row = lines.lines.at(2)
    assert row is not None
    assert translate("on the waiting list") in row.state.text()
    assert parties(room, qtbot, series)[1:] == [("Ans", 1, False), ("Bep", 1, True)]
    lines.reject()
    let_go(dialog)


def test_undo_takes_the_whole_sheet_back_and_it_can_be_keyed_again(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    series = eight(room)
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    QTest.keyClicks(cells(lines, 1)[0], "Ans")
    QTest.keyClicks(cells(lines, 3)[0], "Bep")
    keep(lines, qtbot)
    lines.reject()
    last = ask(room, qtbot, lambda services: services.history.last())
    ask(room, qtbot, lambda services: services.history.undo(last.unit))
    assert parties(room, qtbot, series) == []
    qtbot.waitUntil(lambda: not isValid(lines))
    again = scanned(dialog, qtbot)
    assert locked(again) == []
    again.reject()
    let_go(dialog)


@pytest.mark.parametrize(("column", "typed"), [(1, "0"), (1, "drie"), (2, "geen nummer"), (1, "9")])
def test_what_cannot_be_is_said_at_its_line_and_stays(
    room: OfficeRoom, window: QWidget, qtbot: QtBot, column: int, typed: str
) -> None:
    series = eight(room)
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    QTest.keyClicks(cells(lines, 1)[0], "Ans")
    QTest.keyClicks(cells(lines, 2)[0], "Bep")
    QTest.keyClicks(cells(lines, 2)[column], typed)
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = lines.lines.at(2)
    assert row is not None
    qtbot.waitUntil(lambda: bool(row.trouble.text()))
    assert cells(lines, 2)[column].text() == typed
    assert focused(lines) == "name_2"
    assert parties(room, qtbot, series) == []
    lines.reject()
    let_go(dialog)


def test_what_was_typed_stands_there_again(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    cells(lines, 4)[0].setText("Zoë")
    QTest.keyClicks(cells(lines, 4)[1], "3")
    let_go(dialog)
    # Who erases somebody looks for the name in drafts as well.
    assert "Zoë" in ask(room, qtbot, lambda services: services.drafts.kept(f"sign_up_sheet {NUMBER}"))
    second = opened(room, window, qtbot)
    assert second.number.text() == ""
    again = scanned(second, qtbot)
    qtbot.waitUntil(lambda: cells(again, 4)[0].text() == "Zoë")
    assert cells(again, 4)[1].text() == "3"
    again.reject()
    let_go(second)


def test_hidden_names_stay_hidden(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    room.services.sign_up_sheets.enter(NUMBER, [SignUpLine(1, "Mw. Tan", 2, "020 1234567")])
    dialog = opened(room, window, qtbot)
    dialog.hide_names(hidden=True)
    lines = scanned(dialog, qtbot)
    qtbot.waitUntil(lambda: locked(lines) == [1])
    assert [cell.text() for cell in cells(lines, 1)] == [translate("Somebody"), "2", ""]
    lines.hide_names(hidden=False)
    assert cells(lines, 1)[0].text() == "Mw. Tan"
    lines.reject()
    let_go(dialog)


def test_a_number_from_a_belgian_keyboard_is_understood(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    # What a scanner set to an American keyboard types on a Belgian one, for 2026-0001.
    dialog.number.setText("éàé§)ààà&")
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.number.text() == "2026-0001")
    assert dialog.trouble.isHidden()
    let_go(dialog)


def test_the_code_on_the_printed_sheet_opens_its_lines(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    sign_up = kind("sign_up")
    assert sign_up is not None
    wanted = Wanted(WEDNESDAY, series=eight(room), number=NUMBER)
    with pypdfium2.PdfDocument(sign_up.make(room.services, wanted).pdf) as document:
        seen = zxingcpp.read_barcodes(np.asarray(document[0].render(scale=2).to_pil().convert("L")))
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot, seen[0].text)
    assert lines.heading.text() == translate("Sign-up sheet {number}", number=NUMBER)
    lines.reject()
    let_go(dialog)


def test_every_cell_says_what_it_is_for_and_can_be_hit(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    lines = scanned(dialog, qtbot)
    found = [cell for row in lines.lines.rows for cell in row.cells]
    assert len({cell.accessibleName() for cell in found}) == len(found)
    QApplication.processEvents()
    assert all(cell.height() >= 44 for cell in found if cell.isVisible())
    lines.reject()
    let_go(dialog)
