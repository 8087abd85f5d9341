"""Keying a paper sheet back through its dialog: by keyboard, half, twice, wrong, and after a lock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.desk.sheet_row import SheetRow, number
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go
from tests.qt.sheet_room import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.desk.sheet import SheetDialog

WEDNESDAY = date(2026, 3, 11)
FIRST = "2026-0001"


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    clock.instant += timedelta(hours=6)
    for made in furnished(tmp_path, clock, qtbot):
        made.services.sheets.give_numbers(3)
        yield made


def row(dialog: SheetDialog, hour: int) -> SheetRow:
    found = dialog.sheet_rows.at(hour)
    assert found is not None
    return found


def by_hour(room: OfficeRoom, qtbot: QtBot, on: date = WEDNESDAY) -> Any:
    return ask(room, qtbot, lambda services: services.desk.figures(on, on).by_hour)


def focused(dialog: SheetDialog) -> str:
    widget = dialog.focusWidget()
    return widget.objectName() if widget is not None else ""


def press(dialog: SheetDialog, key: Qt.Key, typed: str = "") -> None:
    field = dialog.focusWidget()
    assert field is not None
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, key)


def entered(dialog: SheetDialog) -> list[int]:
    return [known.hour for known in dialog.sheet_rows.rows if known.entered is not None]


def test_a_sheet_is_keyed_back_by_keyboard_alone_in_the_order_of_the_paper(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(room, window, qtbot)
    hours = [known.hour for known in dialog.sheet_rows.rows]
    assert hours == room.services.sheets.hours(WEDNESDAY)
    assert focused(dialog) == "number"
    press(dialog, Qt.Key.Key_Return, "1")
    assert focused(dialog) == "day"
    press(dialog, Qt.Key.Key_Return)
    assert focused(dialog) == f"count_{hours[0]}"
    press(dialog, Qt.Key.Key_Return, "4")
    press(dialog, Qt.Key.Key_Tab, "6")
    assert focused(dialog) == f"children_{hours[1]}"
    press(dialog, Qt.Key.Key_Tab, "2")
    press(dialog, Qt.Key.Key_Tab, "1")
    assert focused(dialog) == f"count_{hours[2]}"
    assert dialog.together.text().startswith("Together: visitors 10, children 2, first time 1")
    press(dialog, Qt.Key.Key_Up)
    assert focused(dialog) == f"count_{hours[1]}"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: entered(dialog) == hours[:2])
    assert dialog.told.text() == translate("Sheet {number} is kept.", number=FIRST)
    assert row(dialog, hours[1]).cells[0].isReadOnly()
    assert row(dialog, hours[1]).state.text() == translate("entered")
    assert by_hour(room, qtbot) == {hours[0]: 4, hours[1]: 6}
    let_go(dialog)


def test_enter_in_the_last_cell_goes_on_to_the_wishes_and_they_are_kept_with_the_sheet(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(room, window, qtbot)
    QTest.keyClicks(dialog.number, "2026-2")
    last = dialog.sheet_rows.rows[-2]
    before = len(room.services.wishes.all())
    QTest.keyClicks(last.cells[0], "3")
    dialog.sheet_rows.rows[-1].cells[-1].setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert focused(dialog) == "wishes"
    dialog.wishes.setPlainText("Een middag schaken\n\nSoep op vrijdag\n")
    dialog.keep.click()
    qtbot.waitUntil(lambda: entered(dialog) == [last.hour])
    assert ask(room, qtbot, lambda services: len(services.wishes.all())) == before + 2
    assert dialog.wishes.toPlainText() == ""
    last_unit = ask(room, qtbot, lambda services: services.history.last())
    ask(room, qtbot, lambda services: services.history.undo(last_unit.unit))
    assert ask(room, qtbot, lambda services: len(services.wishes.all())) == before
    assert by_hour(room, qtbot) == {}
    let_go(dialog)


def test_what_stands_there_already_is_shown_locked_and_gone_on_with(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    yesterday = WEDNESDAY - timedelta(days=1)
    room.services.sheets.enter_all(FIRST, yesterday, [SheetLine(FIRST, 11, 7, 2, 1)])
    dialog = opened(room, window, qtbot)
    press(dialog, Qt.Key.Key_Return, "1")
    qtbot.waitUntil(lambda: entered(dialog) == [11])
    assert [cell.text() for cell in row(dialog, 11).cells] == ["7", "2", "1"]
    assert not dialog.day.isEnabled()
    QTest.keyClicks(row(dialog, 12).cells[0], "5")
    dialog.keep.click()
    qtbot.waitUntil(lambda: entered(dialog) == [11, 12])
    assert by_hour(room, qtbot, yesterday) == {11: 7, 12: 5}
    assert by_hour(room, qtbot) == {}
    let_go(dialog)


def test_an_hour_that_another_host_entered_meanwhile_is_told_and_not_counted_again(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(room, window, qtbot)
    QTest.keyClicks(dialog.number, "1")
    for hour, count in ((15, "9"), (16, "2")):
        QTest.keyClicks(row(dialog, hour).cells[0], count)
    ask(room, qtbot, lambda services: services.sheets.enter_all(FIRST, WEDNESDAY, [SheetLine(FIRST, 15, 3)]))
    dialog.keep.click()
    qtbot.waitUntil(lambda: entered(dialog) == [15, 16])
    told = "Hour {hour} of sheet {number} was entered before: {count} visitors."
    assert translate(told, hour=15, number=FIRST, count=3) in dialog.told.text()
    assert row(dialog, 15).cells[0].text() == "3"
    assert by_hour(room, qtbot) == {15: 3, 16: 2}
    let_go(dialog)


def test_a_number_that_was_never_printed_is_said_beside_it_and_nothing_typed_is_lost(
    room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(room, window, qtbot)
    QTest.keyClicks(row(dialog, 12).cells[0], "5")
    dialog.number.setFocus()
    press(dialog, Qt.Key.Key_Return, "99")
    words = translate("Sheet {number} was never printed. Look at the number again.", number="2026-0099")
    qtbot.waitUntil(lambda: dialog.trouble.text() == words)
    dialog.keep.click()
    qtbot.waitUntil(lambda: dialog.told.text() == words)
    assert row(dialog, 12).cells[0].text() == "5"
    dialog.number.clear()
    dialog.keep.click()
    assert dialog.trouble.text() == translate("Type the number of the sheet first.")
    assert by_hour(room, qtbot) == {}
    let_go(dialog)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("2", "3", ""), "There cannot be more children than people."),
        (("2", "", "3"), "There cannot be more new faces than people."),
        (("-3", "", ""), "Type a number, or leave it empty."),
        (("vier", "", ""), "Type a number, or leave it empty."),
        (("9" * 10_000, "", ""), "Type a number, or leave it empty."),
        (("", "1", ""), "There cannot be more children than people."),
    ],
)
def test_numbers_that_cannot_be_are_said_at_their_row(
    room: OfficeRoom, window: QWidget, qtbot: QtBot, typed: tuple[str, ...], sentence: str
) -> None:
    dialog = opened(room, window, qtbot)
    QTest.keyClicks(dialog.number, "1")
    QTest.keyClicks(row(dialog, 11).cells[0], "2")
    for cell, text in zip(row(dialog, 12).cells, typed, strict=True):
        cell.setText(text)
    dialog.keep.click()
    assert row(dialog, 12).trouble.text() == translate(sentence)
    assert focused(dialog) == "count_12"
    assert row(dialog, 11).trouble.isHidden()
    assert row(dialog, 11).cells[0].text() == "2"
    assert by_hour(room, qtbot) == {}
    let_go(dialog)


def test_an_hour_to_come_is_refused_at_its_row(
    room: OfficeRoom, window: QWidget, qtbot: QtBot, clock: SetClock
) -> None:
    clock.instant -= timedelta(hours=6)
    dialog = opened(room, window, qtbot)
    QTest.keyClicks(dialog.number, "1")
    QTest.keyClicks(row(dialog, 16).cells[0], "2")
    said_at = row(dialog, 16)
    dialog.keep.click()
    # The number is read when the keyboard leaves it, and the rows are made anew: what is wrong is still said.
    qtbot.waitUntil(lambda: row(dialog, 16) is not said_at and row(dialog, 16).trouble.isVisible())
    assert row(dialog, 16).trouble.text() == translate("The hour from {hour}.00 is still to come.", hour=16)
    show_day(dialog.day, WEDNESDAY + timedelta(days=1))
    qtbot.waitUntil(lambda: dialog.day.date().day() == WEDNESDAY.day + 1)
    dialog.keep.click()
    qtbot.waitUntil(lambda: dialog.told.text() == translate("This day is still to come. Look at the date."))
    assert row(dialog, 16).cells[0].text() == "2"
    let_go(dialog)


def test_one_sheet_after_the_other(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    for sheet, count in (("1", "4"), ("2", "6")):
        qtbot.waitUntil(lambda: entered(dialog) == [] and focused(dialog) == "number")
        QTest.keyClicks(dialog.number, sheet)
        QTest.keyClicks(row(dialog, 12).cells[0], count)
        dialog.next.click()
        qtbot.waitUntil(lambda: dialog.number.text() == "")
    qtbot.waitUntil(lambda: row(dialog, 12).cells[0].text() == "")
    assert by_hour(room, qtbot) == {12: 10}
    let_go(dialog)


def test_what_was_typed_stands_there_again_with_its_day(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    show_day(dialog.day, WEDNESDAY - timedelta(days=1))
    QTest.keyClicks(dialog.number, "3")
    qtbot.waitUntil(lambda: dialog.day.date().day() == WEDNESDAY.day - 1)
    QTest.keyClicks(row(dialog, 12).cells[0], "5")
    dialog.wishes.setPlainText("Schaken")
    let_go(dialog)
    ask(room, qtbot, lambda services: services.room.today())
    again = opened(room, window, qtbot)
    assert again.number.text() == "3"
    assert again.day.date().day() == WEDNESDAY.day - 1
    assert row(again, 12).cells[0].text() == "5"
    assert again.wishes.toPlainText() == "Schaken"
    again.keep.click()
    qtbot.waitUntil(lambda: entered(again) == [12])
    let_go(again)
    ask(room, qtbot, lambda services: services.room.today())
    third = opened(room, window, qtbot)
    assert third.number.text() in {"", "3"}
    assert by_hour(room, qtbot, WEDNESDAY - timedelta(days=1)) == {12: 5}
    let_go(third)


def test_new_numbers_are_given_for_blank_sheets(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    dialog.numbers.count.setValue(2)
    QTest.keyClick(dialog.numbers.count, Qt.Key.Key_Return)
    words = "Write these numbers on blank sheets: {first} to {last}"
    qtbot.waitUntil(lambda: dialog.numbers.given.text() == translate(words, first="2026-0004", last="2026-0005"))
    assert dialog.told.isHidden()
    let_go(dialog)


def test_every_cell_says_what_it_is_for(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(room, window, qtbot)
    cells = [cell for cell in dialog.findChildren(QLineEdit) if cell.objectName().startswith(("count_", "children_"))]
    assert len({cell.accessibleName() for cell in cells}) == len(cells)
    QApplication.processEvents()
    assert all(cell.height() >= 44 for cell in cells if cell.isVisible())
    let_go(dialog)


@pytest.mark.parametrize(("typed", "read"), [("", 0), (" 12 ", 12), ("0", 0), ("007", 7)])
def test_cells_are_read_as_people_type_them(typed: str, read: int) -> None:
    assert number(typed) == read


@pytest.mark.parametrize("typed", ["1.5", "+3", "3 4", "\u0663", "12345", "\u202e7"])
def test_cells_that_hold_no_number_are_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        number(typed)
