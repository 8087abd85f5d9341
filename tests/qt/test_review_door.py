"""From the first screens of a room a professional goes on to the logs; what is heavy waits for the first paint."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.desktop.entrance import Entrance
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.qt.window import Window
from tests.qt.review_window import LEFT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

# Shows the window of a professional, and tells at its first paint what was loaded by then.
_SHOWS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.reviewing import ReviewDesktop
desktop = ReviewDesktop(app, Path(sys.argv[1]), Settings(), SystemClock())
def told():
    heavy = {"reportlab", "pikepdf", "cryptography", "sqlalchemy", "babel", "msgspec"} & set(sys.modules)
    print("loaded", sorted(heavy))
    app.exit()
desktop.start(told)
app.exec()
"""


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Window:
    made = Window()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tasks() -> Iterator[Tasks[Any]]:
    made: Tasks[Any] = Tasks()
    yield made
    made.close()


@pytest.mark.parametrize("there", [(), ("vault.json",)])
def test_the_first_screen_of_a_room_lets_a_professional_through(
    window: Window, tasks: Tasks[Any], tmp_path: Path, clock: SetClock, there: tuple[str, ...]
) -> None:
    for name in there:
        (tmp_path / name).write_text("{}")
    entrance = Entrance(window, tasks, tmp_path, clock, None)
    window.show()
    entrance.open()
    button = window.findChild(QPushButton, "review")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    left = entrance.review
    assert left == []
    assert not window.isVisible()


def test_what_is_heavy_waits_for_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHOWS, str(tmp_path / "review")], capture_output=True, text=True, check=True, timeout=60
    )
    assert "loaded []" in done.stdout
