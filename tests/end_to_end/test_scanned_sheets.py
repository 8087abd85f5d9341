"""Sheets that come back to the desk, scanned one after the other in the whole window, with a lock in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.desk.sheet import SheetDialog
from buurtkamer_app.qt.desk.sign_up_sheet import SignUpSheetDialog

from .conftest import DAY
from .test_afternoon import LEFT, sign_in, sign_in_here
from .test_nobody_else_reads import lock, seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.services import Services

    from .conftest import Person

RIA = "Ria Postma"
CTRL = Qt.KeyboardModifier.ControlModifier


def printed(services: Services) -> UUID:
    """Print a tally sheet (2026-0001) and a sign-up sheet (2026-0002) of today."""
    found = services.activities.occurrences(DAY, DAY)
    series = next(entry.series.id for entry in found if entry.series.capacity == 8)
    services.sheets.give_numbers(1, DAY, printed=True)
    services.sign_up_sheets.give(series, DAY)
    return series


def scan(person: Person, number: str) -> None:
    """Type a number as a hand scanner does."""
    field = person.see(QLineEdit, "number")
    QTest.keyClicks(field, number)
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.settle()


def lines(person: Person) -> SignUpSheetDialog:
    """Give the lines of the sign-up sheet once they are there."""
    shown = person.see(SignUpSheetDialog, "sign_up_sheet")
    assert isinstance(shown, SignUpSheetDialog)
    person.wait(lambda: bool(shown.lines.rows) and shown.isActiveWindow())
    return shown


def named(person: Person, series: UUID) -> list[str]:
    answers: list[list[str]] = []
    person.desktop.tasks.write(
        lambda services: [party.name for party in services.activities.parties(series, DAY)], answers.append
    )
    person.wait(lambda: bool(answers))
    return answers[0]


def test_sheets_are_scanned_keyed_back_and_taken_back(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    made: list[UUID] = []
    sign_in(person, RIA)
    person.desktop.tasks.write(printed, made.append)
    person.wait(lambda: bool(made))
    QTest.mouseClick(person.see(QPushButton, "sheet"), LEFT)
    person.settle()
    dialog = person.see(SheetDialog, "sheet")
    assert isinstance(dialog, SheetDialog)
    person.wait(dialog.isActiveWindow)
    scan(person, "2026-0002")
    shown = lines(person)
    QTest.keyClicks(person.see(QLineEdit, "name_1"), "Ans")
    QTest.keyClicks(person.see(QLineEdit, "name_2"), "Bep")
    lock(person)
    assert "Ans" not in seen(person)
    sign_in_here(person, RIA)
    person.wait(shown.isVisible)
    person.settle()
    assert [row.read().name for row in shown.lines.rows if row.touched] == ["Ans", "Bep"]
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    person.wait(lambda: shown.told.text() == translate("Sheet {number} is kept.", number="2026-0002"))
    assert named(person, made[0]) == ["Ans", "Bep"]
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    person.settle()
    scan(person, "2026-0001")
    assert dialog.trouble.isHidden()
    QTest.mouseClick(person.see(QPushButton, "shut"), LEFT)
    person.settle()
    person.desktop.window.activateWindow()
    person.wait(person.desktop.window.isActiveWindow)
    QTest.keyClick(person.desktop.window, Qt.Key.Key_Z, CTRL)
    person.wait(lambda: named(person, made[0]) == [])
