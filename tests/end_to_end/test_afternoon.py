"""One afternoon at the desk, clicked through the window of the whole program, its figures read off the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QTableView, QWidget

from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.desk.tally_button import TallyButton

from .conftest import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Person

LEFT = Qt.MouseButton.LeftButton


def sign_in(person: Person, name: str) -> None:
    """Sign in through the rail: a name, six digits, Enter."""
    QTest.mouseClick(person.desktop.window.rail.lock, LEFT)
    person.settle()
    sign_in_here(person, name)


def sign_in_here(person: Person, name: str) -> None:
    """Sign in where the window asks who is there."""
    button = next(
        found for found in person.desktop.window.findChildren(QPushButton) if found.isVisible() and found.text() == name
    )
    QTest.mouseClick(button, LEFT)
    pin = person.see(QLineEdit, "pin")
    QTest.keyClicks(pin, "000000")
    QTest.keyClick(pin, Qt.Key.Key_Return)
    person.wait(lambda: person.desktop.actor.name == name)
    person.settle()


def tally(person: Person, moment: str, count: int = 1, button: str = "walk_in", *, new_face: bool = False) -> None:
    """Press a tally button at a moment, a group's number typed first."""
    person.at(moment)
    window = person.desktop.window
    window.setFocus()
    if count > 1:
        QTest.keyClicks(window, str(count))
    if new_face:
        QTest.mouseClick(person.see(QPushButton, "new_face"), LEFT)
    QTest.mouseClick(person.see(QPushButton, button), LEFT)
    person.settle()


def come_in(person: Person, moment: str, letters: str) -> None:
    """Let a regular in with a few letters and Enter."""
    person.at(moment)
    field = person.see(QLineEdit, "search")
    QTest.keyClicks(field, letters)
    person.settle()
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.settle()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def shown(person: Person, name: str) -> str:
    """Read a figure off the page."""
    label = person.see(QWidget, name)
    assert isinstance(label, (QLabel, QPushButton))
    return label.text()


def write_wish(person: Person, moment: str, text: str) -> None:
    """Write a wish as it is heard."""
    person.at(moment)
    field = person.see(QPlainTextEdit, "text")
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, text)
    QTest.mouseClick(person.see(QPushButton, "keep"), LEFT)
    person.wait(lambda: field.toPlainText() == "")
    person.settle()


def the_counting(person: Person) -> None:
    """Do the afternoon's tallies, known visitors, undo and wishes, at their times."""
    come_in(person, "13:05", "boe")
    tally(person, "13:10", 3)
    write_wish(person, "13:15", "Ik wil zo graag weer leren fietsen.")
    come_in(person, "13:20", "has")
    tally(person, "13:20")
    tally(person, "13:30", 6, "activity")
    for letters in ("tan", "pin"):
        come_in(person, "13:40", letters)
    for letters in ("els", "ome", "zey", "jandejong"):
        come_in(person, "14:00", letters)
    tally(person, "14:00", 5)
    tally(person, "14:25", 2, "child")
    tally(person, "14:25")
    tally(person, "14:40")
    person.wait(lambda: shown(person, "visits") == "27")
    QTest.keyClick(person.desktop.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: shown(person, "visits") == "26")
    person.settle()
    write_wish(person, "15:30", "Ik krijg steeds brieven van de gemeente. Ik snap ze niet.")
    come_in(person, "15:40", "boe")
    tally(person, "15:50", 4)
    come_in(person, "16:20", "aic")
    tally(person, "16:20", new_face=True)


def test_the_afternoon_is_clicked_and_its_figures_stand_on_the_page(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Ria Postma")
    the_counting(person)
    # The paper sheet (3 visitors at 15 hours) is keyed back in test_whole_afternoon.py.
    expected = {
        "visits": "32",
        "named": "9",
        "anonymous": "23",
        "children": "2",
        "first_time": "1",
        "hour_13": "14",
        "hour_14": "12",
        "hour_15": "4",
        "hour_16": "2",
        "wishes_new": "2",
    }
    # In a storm of presses the figures are read now and then, and surely after the last.
    person.wait(lambda: shown(person, "visits") == expected["visits"])
    assert {name: shown(person, name) for name in expected} == expected


def test_a_wish_that_is_alike_is_wanted_too_with_one_click(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Ria Postma")
    person.at("14:30")
    field = person.see(QPlainTextEdit, "text")
    QTest.keyClicks(field, "knutselen voor mijn dochters")
    wanted: list[QPushButton] = []

    def offered() -> bool:
        wanted[:] = [
            button
            for button in person.desktop.window.findChildren(QPushButton)
            if button.isVisible() and button.text() == "Dat wil ik ook"
        ]
        return bool(wanted)

    person.wait(offered)
    QTest.mouseClick(wanted[0], LEFT)
    person.settle()
    assert shown(person, "wish_supports") == "1"


def test_a_host_is_put_on_a_shift_by_hand_and_everything_is_there_after_a_restart(
    open_desk: Callable[[], Person],
) -> None:
    person = open_desk()
    sign_in(person, "Coördinator (oefenen)")
    assert person.desktop.actor.role is Role.COORDINATOR
    tally(person, "13:10", 3)
    QTest.mouseClick(person.desktop.window.rail.buttons["rota"], LEFT)
    person.settle()
    put_on(person)
    names = on_the_rota(person)
    assert len(names) == 1
    person.desktop.window.close()
    again = open_desk()
    sign_in(again, "Coördinator (oefenen)")
    assert shown(again, "visits") == "3"
    QTest.mouseClick(again.desktop.window.rail.buttons["rota"], LEFT)
    again.settle()
    assert on_the_rota(again) == names


def put_on(person: Person) -> None:
    """Click the first open place of the afternoon on the rota, then the first host who can."""
    QTest.mouseClick(person.see(QPushButton, f"open {DAY} afternoon 0"), LEFT)
    menu = next(menu for menu in person.desktop.window.findChildren(QMenu) if menu.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Return)
    person.settle()
    table = person.see(QTableView, "hosts")
    assert isinstance(table, QTableView)
    cell = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, cell)
    person.wait(lambda: bool(on_the_rota(person)))
    person.settle()


def on_the_rota(person: Person) -> list[str]:
    """Read who stands on the rota of the week."""
    chips = person.desktop.window.findChildren(QPushButton)
    return [chip.text() for chip in chips if chip.isVisible() and chip.objectName().startswith("place ")]


def test_nobody_signed_in_may_count_and_sees_no_name(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    tally(person, "13:10", 2)
    assert set(person.desktop.window.rail.buttons) == {"today"}
    assert not person.see(QLineEdit, "search").isEnabled()
    button = person.see(TallyButton, "walk_in")
    assert isinstance(button, TallyButton)
    assert button.counted == 2


def test_locking_covers_everything_and_keeps_what_was_being_typed(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Ria Postma")
    field = person.see(QPlainTextEdit, "text")
    QTest.keyClicks(field, "Half gesch")
    QTest.keyClick(person.desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: not field.isVisible())
    person.settle()
    assert person.desktop.actor.name == ""
    names = [button.text() for button in person.desktop.window.findChildren(QPushButton) if button.isVisible()]
    assert "Ria Postma" in names
    QTest.mouseClick(
        next(b for b in person.desktop.window.findChildren(QPushButton) if b.isVisible() and b.text() == "Ria Postma"),
        LEFT,
    )
    pin = person.see(QLineEdit, "pin")
    QTest.keyClicks(pin, "000000")
    QTest.keyClick(pin, Qt.Key.Key_Return)
    person.wait(lambda: person.desktop.actor.name == "Ria Postma")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Half gesch"


def test_what_is_typed_on_another_page_survives_a_lock_and_another_person(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Coördinator (oefenen)")
    for page in ("rota", "office", "wishes"):
        QTest.mouseClick(person.desktop.window.rail.buttons[page], LEFT)
        person.settle()
    QTest.mouseClick(person.see(QPushButton, "new"), LEFT)
    field = person.see(QPlainTextEdit, "text")
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Samen naar zee")
    QTest.mouseClick(person.desktop.window.rail.lock, LEFT)
    person.wait(lambda: not field.isVisible())
    person.settle()
    sign_in_here(person, "Ria Postma")
    assert "office" not in person.desktop.window.rail.buttons
    QTest.mouseClick(person.desktop.window.rail.buttons["wishes"], LEFT)
    person.settle()
    assert field.isVisible()
    assert field.toPlainText() == "Samen naar zee"


def test_what_was_being_typed_is_there_again_after_the_computer_went_off(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Ria Postma")
    QTest.keyClicks(person.see(QPlainTextEdit, "text"), "Een bankje bij de")
    person.desktop.pages.keep_drafts()
    person.settle()
    again = open_desk()
    sign_in(again, "Ria Postma")
    field = again.see(QPlainTextEdit, "text")
    assert isinstance(field, QPlainTextEdit)
    again.wait(lambda: field.toPlainText() == "Een bankje bij de")


@pytest.mark.parametrize("language", ["nl_BE", "en", "nl"])
def test_the_language_changes_while_the_window_is_open(open_desk: Callable[[], Person], language: str) -> None:
    from dataclasses import replace

    person = open_desk()
    person.desktop.screen.keep(replace(person.desktop.screen.settings, language="en"))
    person.desktop.screen.keep(replace(person.desktop.screen.settings, language=language))
    expected = {"nl": "Vandaag", "nl_BE": "Vandaag", "en": "Today"}[language]
    person.wait(lambda: person.desktop.window.rail.buttons["today"].text() == expected)
