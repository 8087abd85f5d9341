"""Hosts to a file and from one, clicked on real services and real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.people.host_files import HostFilesDialog
from tests.qt.board_room import BoardRoom, enter
from tests.qt.office_room import choose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


class Files:
    """The dialog as the coordinator works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.dialog = HostFilesDialog(room.tasks)
        room.bot.addWidget(self.dialog)
        self.dialog.show()

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def choose(self, file: Path) -> None:
        choose(self.dialog.dialog, file)
        self.room.settle()

    def told(self) -> list[tuple[str, str]]:
        model = self.dialog.model
        return [(str(model.index(row, 1).data()), str(model.index(row, 2).data())) for row in range(model.rowCount())]


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Files]:
    (tmp_path / "room").mkdir()
    for room in enter(qtbot, tmp_path / "room", clock):
        room.sit(Role.COORDINATOR)
        yield Files(room)


def test_a_list_is_saved_and_brought_in_again_changes_nothing(here: Files, tmp_path: Path) -> None:
    here.press(here.dialog.spreadsheet)
    here.choose(tmp_path / "hosts.xlsx")
    assert here.dialog.saved.text() == translate("Saved as {file}", file="hosts.xlsx")
    here.press(here.dialog.choose)
    here.choose(tmp_path / "hosts.xlsx")
    assert {what for _, what in here.told()} == {translate("Stays as it is")}
    assert not here.dialog.bring_in.isEnabled()


def test_what_a_list_would_change_is_seen_before_it_is_brought_in(here: Files, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Naam;Tel;Maat\nNadia Haddad;06 12345678;38\nRia Postma;020 111 11 11;41\nBea;x;40\n", encoding="utf-8"
    )
    here.press(here.dialog.choose)
    here.choose(file)
    assert [name for name, _ in here.told()] == ["Nadia Haddad", "Ria Postma", "Bea"]
    assert here.told()[1][1] == translate("Changes: {fields}", fields=translate("Phone").lower())
    assert here.told()[2][1].startswith(translate("Cannot: {why}", why=""))
    assert "Maat" in here.dialog.columns_told.text()
    with pytest.raises(RefusedError):
        here.room.services.people.host_named("Nadia Haddad")
    here.press(here.dialog.bring_in)
    assert here.room.services.people.host_named("Nadia Haddad").name == "Nadia Haddad"
    assert here.dialog.answer.text() == translate("The hosts are on record now. You can still undo it.")


def test_a_file_that_is_no_list_is_refused_beside_the_button(here: Files, tmp_path: Path) -> None:
    file = tmp_path / "photo.csv"
    file.write_bytes(b"\x89PNG\x00\x00")
    here.press(here.dialog.choose)
    here.choose(file)
    assert here.dialog.answer.text()
    assert not here.dialog.lines.isVisible()
