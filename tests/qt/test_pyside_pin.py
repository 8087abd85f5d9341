from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 20_000


def test_void_calls_give_none_back_whole(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses a reference to None at each void call: a day at the desk ends in a crash."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
        widget.setToolTip("")
    assert sys.getrefcount(None) > before - CALLS // 10
