"""The tally on Vandaag: buttons, keys, groups, new faces, and what is counted before anything is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import AgeBand, Purpose
from buurtkamer_app.room.records import DeskSettings
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    yield made
    made.leave()


def visits(here: Vandaag) -> VisitFigures:
    today = here.clock.now().date()
    figures: VisitFigures = here.ask(lambda services: services.desk.figures(today, today))
    return figures


def settle(here: Vandaag, settings: DeskSettings) -> None:
    """Let the coordinator set how the desk counts, and the page know."""
    here.sit(KEY_HOLDER)
    here.ask(lambda services: services.room.set_desk(settings))
    here.wait(lambda: here.tally.settings == settings)


def ages_asked(here: Vandaag) -> bool:
    return here.tally.ages is not None


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


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_focused_button_that_is_held_down_counts_once(here: Vandaag, key: Qt.Key) -> None:
    here.open_store()
    button = here.tally.buttons[Purpose.HELP]
    button.setFocus()
    QTest.keyPress(button, key)
    for _ in range(20):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            QApplication.sendEvent(button, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", True))
    QTest.keyRelease(button, key)
    shows(here, Purpose.HELP, 1)
    assert visits(here).visits == 1


@pytest.mark.parametrize("typed", ["0", "1000", "123456789", "-", "-5"])
def test_a_number_that_cannot_be_is_refused_beside_it_and_stays_typed(here: Vandaag, typed: str) -> None:
    here.open_store()
    QTest.keyClicks(here.window, typed)
    before = here.tally.group.text()
    QTest.keyClick(here.window, Qt.Key.Key_F1)
    assert here.tally.group.text() == translate("How many people? Between 1 and {most}.", most=999)
    assert before == translate("Group of {count}", count=typed[:6])
    assert here.tally.group.typed()
    QTest.keyClick(here.window, Qt.Key.Key_Escape)
    QTest.keyClick(here.window, Qt.Key.Key_F1)
    shows(here, Purpose.WALK_IN, 1)
    assert visits(here).visits == 1


def test_a_number_keeps_no_zeros_in_front(here: Vandaag) -> None:
    QTest.keyClicks(here.window, "007")
    assert here.tally.group.text() == translate("Group of {count}", count="7")


def test_a_new_face_stays_chosen_while_the_number_cannot_be(here: Vandaag) -> None:
    here.open_store()
    QTest.keyClick(here.window, Qt.Key.Key_F5)
    QTest.keyClicks(here.window, "0")
    here.tally.press(Purpose.WALK_IN)
    assert here.tally.new_face.isChecked()


def test_the_buttons_have_the_words_of_the_coordinator_and_else_the_usual_ones(here: Vandaag) -> None:
    here.open_store()
    settle(here, DeskSettings(word_walk_in="Koffie", word_child="Kind tot 12"))
    told = [button.accessibleName().split(",")[0] for button in here.tally.buttons.values()]
    assert told == ["Koffie", translate("Activity"), translate("Question or help"), "Kind tot 12"]
    settle(here, DeskSettings())
    assert here.tally.walk_in.accessibleName().startswith(translate("Walk in"))


def test_a_second_press_within_half_a_second_is_told_and_ignored_where_the_room_wants_that(here: Vandaag) -> None:
    here.open_store()
    settle(here, DeskSettings(ignore_second_press=True))
    here.tally.press(Purpose.WALK_IN)
    here.clock.instant += timedelta(milliseconds=499)
    QTest.keyClicks(here.window, "4")
    here.tally.press(Purpose.WALK_IN)
    assert here.tally.group.text() == translate("Counted just now")
    assert here.tally.group.typed()
    here.tally.group.wipe()
    here.tally.press(Purpose.HELP)
    shows(here, Purpose.HELP, 1)
    here.clock.instant += timedelta(milliseconds=500)
    here.tally.press(Purpose.HELP)
    shows(here, Purpose.HELP, 2)
    shows(here, Purpose.WALK_IN, 1)


def test_every_press_counts_however_fast_where_the_room_wants_nothing_else(here: Vandaag) -> None:
    here.open_store()
    settle(here, DeskSettings())
    here.tally.press(Purpose.WALK_IN)
    here.tally.press(Purpose.WALK_IN)
    shows(here, Purpose.WALK_IN, 2)


def test_ages_are_only_asked_where_the_room_wants_them_and_for_one_press(here: Vandaag) -> None:
    here.open_store()
    assert not ages_asked(here)
    settle(here, DeskSettings(age_bands=True))
    ages = here.tally.ages
    assert ages is not None
    here.wait(ages.isVisible)
    QTest.mouseClick(ages.from_35, Qt.MouseButton.LeftButton)
    QTest.keyClick(here.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert ages.chosen() is AgeBand.FROM_65
    assert not ages.from_35.isChecked()
    QTest.keyClicks(here.window, "3")
    here.tally.press(Purpose.WALK_IN)
    assert ages.chosen() is None
    here.tally.press(Purpose.WALK_IN)
    here.tally.press(Purpose.CHILD)
    shows(here, Purpose.CHILD, 1)
    today = here.clock.now().date()
    found = here.ask(lambda services: services.desk.by_age(today, today))
    assert found == {AgeBand.FROM_65: 3, None: 1, AgeBand.UNDER_18: 1}
    settle(here, DeskSettings())
    assert not ages_asked(here)


def test_how_often_one_counts_stands_near_the_buttons(here: Vandaag) -> None:
    assert here.words(here.tally, "once") == translate("Once per visit.")


def test_what_is_counted_while_nobody_is_signed_in_is_marked(here: Vandaag) -> None:
    here.open_store()
    here.tally.press(Purpose.WALK_IN)
    here.ask(lambda services: services.room.today())
    here.sit_host()
    here.tally.press(Purpose.WALK_IN)
    shows(here, Purpose.WALK_IN, 2)
    assert here.ask(lambda services: services.desk.locked_today()).visitors == 1


def test_twenty_tallies_a_second_lose_none_and_double_none(here: Vandaag) -> None:
    here.open_store()
    buttons = list(here.tally.buttons.values())
    sent = 0

    def press() -> None:
        nonlocal sent
        if sent < 60:
            buttons[sent % 4].click()
            sent += 1

    timer = QTimer(here.window, interval=50)
    timer.timeout.connect(press)
    timer.start()
    here.wait(lambda: sent == 60)
    timer.stop()
    for purpose in here.tally.buttons:
        shows(here, purpose, 15)
    found = visits(here)
    assert (found.visits, found.by_purpose) == (60, dict.fromkeys(Purpose, 15))
    here.wait(lambda: here.number("visits") == "60")
