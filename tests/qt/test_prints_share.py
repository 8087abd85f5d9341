from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.printing.to_share import ToSharePanel
from buurtkamer_app.qt.sticks import Stick, is_stick, named, sticks
from buurtkamer_app.room.look.records import HouseLook
from tests.qt.office_room import OfficeRoom, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


def shown(room: OfficeRoom, qtbot: QtBot, *found: Stick) -> ToSharePanel:
    """Open the panel on a computer with these sticks in it."""
    panel = ToSharePanel(room.tasks, lambda: list(found))
    qtbot.addWidget(panel)
    panel.resize(1080, 690)
    panel.show()
    qtbot.waitUntil(lambda: panel.shown is not None)
    return panel


def stick(folder: Path, name: str = "KINGSTON") -> Stick:
    (folder / name).mkdir()
    return Stick(name, folder / name)


def says(panel: ToSharePanel, words: str) -> bool:
    return panel.answer.text() == words


def stands_at(panel: ToSharePanel, monday: str) -> bool:
    return panel.shown is not None and panel.shown.monday.isoformat() == monday


def test_both_pictures_and_both_texts_of_this_week_are_seen(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    assert (panel.square.image.width(), panel.square.image.height()) == (1080, 1080)
    assert (panel.upright.image.width(), panel.upright.image.height()) == (1080, 1350)
    assert "Zitgym op muziek" in panel.short_text.toPlainText()
    assert "Zitgym op muziek" in panel.long_text.toPlainText()
    assert panel.week.text() == "Week 11 · 9 to 15 March"
    words = len(panel.long_text.toPlainText().split())
    assert panel.long_label.text() == translate("For the local paper, {count} words", count=words)


def test_a_picture_keeps_its_shape_on_the_screen(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    seen = panel.square.grab().toImage()
    middle = seen.height() // 2
    filled = [across for across in range(seen.width()) if seen.pixelColor(across, middle).lightness() < 100]
    assert filled
    assert panel.square.width() >= panel.square.minimumSizeHint().width()


def test_one_goes_to_the_next_week_and_back(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    for button, monday in ((panel.bar.after, "2026-03-16"), (panel.bar.before, "2026-03-09")):
        button.click()
        qtbot.waitUntil(partial(stands_at, panel, monday))
    panel.show_week(None)
    qtbot.waitUntil(partial(stands_at, panel, "2026-03-09"))


def test_a_text_is_copied_as_it_stands(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    assert panel.shown is not None
    for button, text in ((panel.copy_short, panel.shown.short), (panel.copy_long, panel.shown.long)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == text
        assert says(panel, translate("The text is copied. Paste it where you want it."))


def test_with_one_stick_it_is_one_press(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    one = stick(tmp_path)
    panel = shown(room, qtbot, one)
    QTest.mouseClick(panel.on_stick, Qt.MouseButton.LeftButton)
    done = translate("{name} is on the stick. The stick can come out now.", name="Week 11 to share")
    qtbot.waitUntil(partial(says, panel, done))
    (folder,) = one.path.iterdir()
    assert sorted(file.name for file in folder.iterdir()) == [
        "Week 11 for the paper.txt",
        "Week 11 short message.txt",
        "Week 11 square.png",
        "Week 11 upright.png",
    ]
    text = (folder / "Week 11 short message.txt").read_text(encoding="utf-8-sig")
    assert panel.shown is not None
    assert text.strip() == panel.shown.short
    assert QImage(str(folder / "Week 11 upright.png")).height() == 1350


def test_of_two_sticks_one_is_chosen(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    one, other = stick(tmp_path), stick(tmp_path, "A & B")
    panel = shown(room, qtbot, one, other)
    panel.on_stick.click()
    qtbot.waitUntil(lambda: len(panel.stick_buttons) == 2)
    assert says(panel, translate("Which stick?"))
    chosen = panel.stick_buttons[1]
    assert isinstance(chosen, QPushButton)
    assert chosen.text() == "A && B"
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.answer.text().endswith("The stick can come out now."))
    assert [entry.name for entry in other.path.iterdir()] == ["Week 11 to share"]
    assert not list(one.path.iterdir())
    assert not panel.stick_buttons


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_without_a_stick_a_folder_is_asked_for(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    panel = shown(room, qtbot)
    panel.on_stick.click()
    qtbot.waitUntil(lambda: panel.dialog is not None)
    assert says(panel, translate("There is no stick in this computer. Choose a folder instead."))
    dialog = panel.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(place))
    let_go(dialog)
    qtbot.waitUntil(partial(says, panel, translate("The folder {name} is there now.", name="Week 11 to share")))
    assert len(list((place / "Week 11 to share").iterdir())) == 4


def test_a_stick_that_is_out_again_is_told_and_nothing_is_left(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    panel = shown(room, qtbot, Stick("GONE", tmp_path / "gone"))
    panel.on_stick.click()
    qtbot.waitUntil(lambda: panel.answer.property("kind") == "warning")
    assert says(panel, translate("This folder is not there. Is the stick still in?"))
    assert not (tmp_path / "gone").exists()


def test_a_stick_on_which_nothing_can_be_written_is_told(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    one = stick(tmp_path)
    (one.path / "Week 11 to share").write_text("a file in the place of the folder")
    panel = shown(room, qtbot, one)
    panel.on_stick.click()
    qtbot.waitUntil(lambda: panel.answer.property("kind") == "warning")
    assert [entry.name for entry in one.path.iterdir()] == ["Week 11 to share"]


def test_another_look_of_the_room_is_seen_at_once(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    before = panel.square.image.pixelColor(5, 5)
    room.tasks.write(lambda services: services.looks.set_look(HouseLook(main="#5b3a8c")), lambda _: None)
    qtbot.waitUntil(lambda: panel.square.image.pixelColor(5, 5).name() == "#5b3a8c")
    assert before != panel.square.image.pixelColor(5, 5)


def test_the_texts_follow_the_language(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    before = panel.short_text.toPlainText()
    i18n.speak("nl")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: panel.short_text.toPlainText() != before)
    assert "maart" in panel.short_text.toPlainText()
    assert "maart" in panel.week.text()


def test_everything_is_there_with_type_twice_as_large(
    room: OfficeRoom, qtbot: QtBot, picture: Callable[[ToSharePanel], Path]
) -> None:
    panel = shown(room, qtbot)
    panel.resize(600, 1600)
    qtbot.waitUntil(lambda: panel.columns.direction() is panel.columns.Direction.TopToBottom)
    assert picture(panel).exists()
    for button in (panel.on_stick, panel.in_folder, panel.copy_short, panel.copy_long):
        assert button.height() >= 44
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_only_what_was_put_in_is_a_stick() -> None:
    assert all(one.path.is_absolute() for one in sticks())
    if os.name == "posix":
        assert not is_stick("/", b"ext4")
        assert not is_stick("/home", b"ext4")
    assert not is_stick("/media/cdrom", b"iso9660")


def test_sticks_are_in_order_and_have_a_name() -> None:
    assert named([("", "/media/ria/zilver"), ("Blauw", "/media/ria/1"), (" ", "/")]) == [
        Stick("/", Path("/")),
        Stick("Blauw", Path("/media/ria/1")),
        Stick("zilver", Path("/media/ria/zilver")),
    ]
