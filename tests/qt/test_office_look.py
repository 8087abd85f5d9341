"""Name, address, logo and colours: typed and chosen in Beheer, shown at once, kept apart, and never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.base.i18n import speak, translate
from buurtkamer_app.desktop.entrance import Entrance
from buurtkamer_app.qt.room.colours import COLOURS
from buurtkamer_app.qt.room.look import LookPanel
from buurtkamer_app.qt.window import Window
from buurtkamer_app.room.look.logo import kept_logo
from buurtkamer_app.room.look.records import USUAL, HouseLook
from buurtkamer_app.room.look.rules import contrast_with_white
from tests.logos import drawing, file
from tests.qt import office_room
from tests.qt.office_room import OfficeRoom, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QLineEdit
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.services import Services

T = TypeVar("T")


def facts_of(services: Services) -> RoomFacts:
    return services.room.facts()


def look_of(services: Services) -> HouseLook:
    return services.looks.look()


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> Iterator[LookPanel]:
    made = LookPanel(room.tasks)
    window = QScrollArea(widgetResizable=True)
    window.setWidget(made)
    qtbot.addWidget(window)
    window.resize(1060, 700)
    window.show()
    qtbot.waitUntil(lambda: not made.preview.image.isNull())
    # The window owns the panel.
    yield made
    window.close()


def type_over(field: QLineEdit, words: str) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)


def ask(room: OfficeRoom, qtbot: QtBot, question: Callable[[Services], T]) -> T:
    """Give what the services say, asked on their own thread."""
    told: list[T] = []
    room.tasks.read(question, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def undo_last(services: Services) -> Change:
    last = services.history.last()
    assert last is not None
    return services.history.undo(last.unit)


def colour_of_head(image: QImage) -> str:
    return image.pixelColor(4, 4).name()


def test_name_and_address_are_changed_and_taken_back(panel: LookPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    was = ask(room, qtbot, facts_of)
    type_over(panel.name, "De Nieuwe Hof")
    type_over(panel.phone, "020 123 45 67")
    panel.keep_facts.click()
    qtbot.waitUntil(lambda: panel.facts_answer.text() == translate("Name and address are kept."))
    now = ask(room, qtbot, facts_of)
    assert (now.name, now.street, now.phone) == ("De Nieuwe Hof", was.street, "020 123 45 67")
    room.tasks.write(undo_last, lambda _: None)
    qtbot.waitUntil(lambda: panel.name.text() == was.name)
    assert panel.phone.text() == was.phone


def test_what_cannot_be_is_said_beside_its_field_and_stays_there(
    panel: LookPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    was = ask(room, qtbot, facts_of)
    type_over(panel.street, "Plein 1")
    type_over(panel.phone, "bel ons")
    panel.name.setText("x" * 10_000)
    panel.keep_facts.click()
    assert panel.phone_wrong.text() == translate("Type a phone number, like 06 12345678.")
    assert panel.name_wrong.text() == translate("This line is too long. Use at most {most} letters.", most=300)
    assert not panel.street_wrong.isVisible()
    assert (panel.street.text(), panel.phone.text()) == ("Plein 1", "bel ons")
    assert ask(room, qtbot, facts_of) == was
    type_over(panel.name, "De Hof")
    type_over(panel.phone, "")
    panel.keep_facts.click()
    qtbot.waitUntil(lambda: panel.facts_answer.text() == translate("Name and address are kept."))
    assert not panel.phone_wrong.isVisible()
    now = ask(room, qtbot, facts_of)
    assert (now.street, now.phone) == ("Plein 1", "")


def test_a_colour_is_seen_at_once_and_kept_when_asked(panel: LookPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    assert colour_of_head(panel.preview.image) == USUAL.main
    panel.first.buttons["#5b3a8c"].click()
    qtbot.waitUntil(lambda: colour_of_head(panel.preview.image) == "#5b3a8c")
    assert ask(room, qtbot, look_of) == USUAL
    panel.second.buttons[USUAL.second].setFocus()
    QTest.keyClick(panel.second.buttons[USUAL.second], Qt.Key.Key_Down)
    assert not panel.second.buttons[USUAL.second].isChecked()
    panel.keep_look.click()
    qtbot.waitUntil(lambda: panel.look_answer.text() == translate("Logo and colours are kept."))
    kept = ask(room, qtbot, look_of)
    assert kept.main == "#5b3a8c"
    assert panel.second.buttons[kept.second].isChecked()


def test_a_logo_is_chosen_looked_at_kept_and_taken_away(
    panel: LookPanel, room: OfficeRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "logo.jpg"
    picture.write_bytes(file(drawing("RGB"), "JPEG"))
    before = panel.preview.image
    assert not panel.remove_logo.isEnabled()
    panel.choose_logo.click()
    choose(panel.dialog, picture)
    qtbot.waitUntil(panel.remove_logo.isEnabled)
    qtbot.waitUntil(lambda: panel.preview.image != before)
    assert panel.logo_told.text() == translate("The logo stands at the top right.")
    panel.keep_look.click()
    qtbot.waitUntil(lambda: bool(panel.look_answer.text()))
    assert ask(room, qtbot, look_of) == HouseLook(logo=kept_logo(picture.read_bytes()))
    panel.remove_logo.click()
    panel.keep_look.click()
    qtbot.waitUntil(lambda: bool(panel.look_answer.text()))
    assert ask(room, qtbot, look_of) == USUAL


@pytest.mark.parametrize("content", [b"", b"geen plaatje", b"\x89PNG\r\n\x1a\nkapot"])
def test_a_file_that_is_no_picture_is_refused_and_the_rest_stays(
    panel: LookPanel, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(content)
    panel.first.buttons["#5b3a8c"].click()
    panel.look_at(picture)
    qtbot.waitUntil(lambda: bool(panel.logo_answer.text()))
    assert not panel.remove_logo.isEnabled()
    assert panel.first.buttons["#5b3a8c"].isChecked()


def test_a_file_that_is_gone_is_told(panel: LookPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.look_at(tmp_path / "gone.png")
    said = translate("This file cannot be read. Choose another one.")
    qtbot.waitUntil(lambda: panel.logo_answer.text() == said)


def test_what_is_typed_or_chosen_stays_when_something_else_is_kept(
    panel: LookPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    type_over(panel.street, "Plein 1")
    panel.first.buttons["#2a602a"].click()
    office_room.ask(room, qtbot, lambda services: services.looks.set_look(HouseLook("#1f4e8c")))
    # What the panel asked for when it heard of it is answered before this.
    assert ask(room, qtbot, lambda services: services.looks.look().main) == "#1f4e8c"
    qtbot.waitUntil(lambda: colour_of_head(panel.preview.image) == "#2a602a")
    assert panel.street.text() == "Plein 1"
    assert panel.first.buttons["#2a602a"].isChecked()


def test_a_colour_of_the_rooms_own_is_shown_beside_the_others(panel: LookPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    room.tasks.write(lambda services: services.looks.set_look(HouseLook("#123456")), lambda _: None)
    qtbot.waitUntil(lambda: "#123456" in panel.first.buttons)
    assert panel.first.buttons["#123456"].isChecked()
    assert panel.first.buttons["#123456"].text() == translate("own colour")


def test_every_colour_bears_white_letters_and_has_a_name(panel: LookPanel) -> None:
    assert min(map(contrast_with_white, COLOURS)) >= 5.5
    for grid in (panel.first, panel.second):
        assert [button.text() for button in grid.buttons.values()] == [translate(name) for name in COLOURS.values()]
        assert all(button.height() >= 44 for button in grid.buttons.values())
    speak("en")
    panel.say()
    assert panel.first.buttons["#7f4507"].text() == "brown"


def test_the_window_bears_the_new_name_and_the_old_one_after_undo(
    room: OfficeRoom, qtbot: QtBot, clock: SetClock, tmp_path: Path
) -> None:
    window = Window()
    qtbot.addWidget(window)
    was = ask(room, qtbot, facts_of)
    # It hears of changes as long as the window is there.
    assert Entrance(window, room.tasks, tmp_path, clock, None).parent() is window
    renamed = replace(was, name="De Nieuwe Hof")
    room.tasks.write(lambda services: services.premises.change_facts(renamed), lambda _: None)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("De Nieuwe Hof"))
    room.tasks.write(undo_last, lambda _: None)
    qtbot.waitUntil(lambda: window.windowTitle().startswith(was.name))
