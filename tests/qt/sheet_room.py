"""The page on which paper sheets are keyed back, as the tests of tally and sign-up sheets open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.qt.desk.sheet import SheetDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.qt.office_room import OfficeRoom


def opened(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> SheetDialog:
    dialog = SheetDialog(room.tasks, window)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: bool(dialog.sheet_rows.rows))
    return dialog
