"""A folder that can only be read is said above every page, for as long as that is so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desktop.door import Door
from buurtkamer_app.desktop.read_only import ReadOnly
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.qt.window import Window
from tests.made_room import practice_room

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

WORDS = "Nothing can be kept: this folder can only be read. Ask who looks after the computer."


def test_a_folder_that_becomes_one_to_read_has_a_banner_until_it_can_be_written(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "room").mkdir()
    door, tasks, window = Door(tmp_path / "room", clock, None), Tasks[Any](), Window()
    qtbot.addWidget(window)
    looking = ReadOnly(tasks, door, window)
    # Nobody looks at a folder whose room is not open.
    looking.look()
    assert "read_only" not in window.banners.shown
    door.house = practice_room(tmp_path / "room", clock)
    looking.look()
    assert "read_only" not in window.banners.shown
    assert looking.looking.isActive()
    # Whoever runs the tests may be somebody who can write everywhere.
    with monkeypatch.context() as fixed:
        fixed.setattr(os, "access", lambda path, _: "room.db" not in str(path))
        tasks.troubled.emit(StoreError("This folder can only be read. Ask who looks after the computer."))
        banner = window.banners.shown["read_only"]
        assert banner.accessibleName() == f"{translate('Only to read')}: {translate(WORDS)}"
        looking.looking.timeout.emit()
        assert window.banners.shown["read_only"] is banner
    looking.looking.timeout.emit()
    assert "read_only" not in window.banners.shown
    door.house.close()
