"""The tally on Vandaag: buttons, keys, groups, new faces, and what is counted before anything is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.terms import Purpose
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.replay.room_file import RoomFile


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock, demo_file: RoomFile) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock, demo_file)
    yield made
    made.leave()


def visits(here: Vandaag) -> VisitFigures:
    today = here.clock.now().date()
    figures: VisitFigures = here.ask(lambda services: services.desk.figures(today, today))
    return figures


def shows(here: Vandaag, purpose: Purpose, number: int) -> None:
    button = here.tally.buttons[purpose]
    here.wait(lambda: (button.counted, button.pending) == (number, 0))


def test_each_button_counts_one_for_its_purpose_with_a_click_and_with_its_key(here: Vandaag) -> None:
    here.open_store()
    for purpose, key in zip(
        here.tally.buttons, (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4), strict=True
    ):
        QTest.mouseClick(here.tally.buttons[purpose], Qt.MouseButton.LeftButton)
        shows(here, purpose, 1)
        QTest.keyClick(here.window, key)
        shows(here, purpose, 2)
    found = visits(here)
    assert found.by_purpose == dict.fromkeys(Purpose, 2)
    assert (found.visits, found.children, found.first_time, found.named) == (8, 2, 0, 0)


def test_nobody_has_to_sign_in_to_count(here: Vandaag) -> None:
    here.open_store()
    assert not here.house.services.sign_in.actor.role
    here.tally.press(Purpose.HELP)
    shows(here, Purpose.HELP, 1)


def test_a_number_typed_first_counts_a_group_once(here: Vandaag) -> None:
    here.open_store()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(here.window, key)
    assert here.tally.group.text() == "Group of 12"
    QTest.keyClick(here.window, Qt.Key.Key_F4)
    shows(here, Purpose.CHILD, 12)
    QTest.keyClick(here.window, Qt.Key.Key_F1)
    shows(here, Purpose.WALK_IN, 1)
    found = visits(here)
    assert (found.visits, found.children) == (13, 12)


def test_digits_of_the_keypad_make_a_group_too(here: Vandaag) -> None:
    QTest.keyClick(here.window, Qt.Key.Key_6, Qt.KeyboardModifier.KeypadModifier)
    assert here.tally.group.text() == "Group of 6"


def test_escape_clears_the_number(here: Vandaag) -> None:
    here.open_store()
    QTest.keyClick(here.window, Qt.Key.Key_9)
    QTest.keyClick(here.window, Qt.Key.Key_Escape)
    here.tally.press(Purpose.WALK_IN)
    shows(here, Purpose.WALK_IN, 1)


def test_digits_typed_in_a_field_stay_in_the_field(here: Vandaag) -> None:
    here.open_store()
    here.sit_host()
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "6")
    assert here.arrivals.search.text() == "6"
    assert here.tally.group.text() == "Group: type a number"


def test_a_key_that_is_held_down_counts_once(here: Vandaag) -> None:
    here.open_store()
    QTest.keyPress(here.window, Qt.Key.Key_F1)
    for _ in range(20):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(here.window, held)
    QTest.keyRelease(here.window, Qt.Key.Key_F1)
    shows(here, Purpose.WALK_IN, 1)
    assert visits(here).visits == 1


def test_a_new_face_is_the_next_press_only(here: Vandaag) -> None:
    here.open_store()
    QTest.mouseClick(here.tally.new_face, Qt.MouseButton.LeftButton)
    here.tally.press(Purpose.WALK_IN)
    assert not here.tally.new_face.isChecked()
    here.tally.press(Purpose.WALK_IN)
    shows(here, Purpose.WALK_IN, 2)
    assert visits(here).first_time == 1


def test_what_is_pressed_before_the_store_is_open_is_written_first_with_its_own_instant(here: Vandaag) -> None:
    button = here.tally.buttons[Purpose.WALK_IN]
    here.tally.press(Purpose.WALK_IN)
    here.clock.instant += timedelta(hours=1)
    assert (button.number(), button.waiting()) == ("", "being counted…")
    here.open_store()
    here.tally.press(Purpose.WALK_IN)
    shows(here, Purpose.WALK_IN, 2)
    assert button.waiting() == ""
    assert visits(here).by_hour == {13: 1, 14: 1}


def test_what_is_not_written_is_never_shown_as_counted(here: Vandaag) -> None:
    here.open_store()
    here.tally.press(Purpose.WALK_IN)
    shows(here, Purpose.WALK_IN, 1)
    button = here.tally.buttons[Purpose.WALK_IN]
    here.tally.press(Purpose.WALK_IN)
    assert (button.number(), button.waiting()) == ("1", "being counted…")
    assert "being counted…" in button.accessibleName()
    shows(here, Purpose.WALK_IN, 2)


def test_undo_takes_the_last_press_off_the_page(here: Vandaag) -> None:
    here.open_store()
    here.sit_host()
    here.tally.press(Purpose.WALK_IN)
    here.tally.press(Purpose.HELP)
    shows(here, Purpose.HELP, 1)
    here.undo()
    shows(here, Purpose.HELP, 0)
    shows(here, Purpose.WALK_IN, 1)
    here.wait(lambda: here.number("visits") == "1")


def test_the_buttons_are_at_least_44_pixels_high_and_stand_in_a_row_on_the_shared_computer(here: Vandaag) -> None:
    buttons = here.tally.buttons.values()
    assert {button.y() for button in buttons} == {0}
    assert all(button.height() >= 44 for button in buttons)
    here.window.resize(500, 648)
    here.wait(lambda: len({button.y() for button in buttons}) == 2)
