"""The desktop's tests: one application with its theme, English words, and pictures of what is shown."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import i18n, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.board_room import BoardRoom

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform complain of what only a real screen has; all else that Qt says fails a test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give the application its look once; a checkout that was never set up gets its stylesheet first."""
    if not (paths.made() / "buurtkamer.qss").exists():
        subprocess.run([sys.executable, str(paths.shipped() / "installer" / "assemble.py")], check=True)
    from buurtkamer_app.qt import theme

    theme.start(qapp, 100)
    return qapp


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Let every test start from the message ids, whatever the catalogues say."""
    i18n.speak("en")
    yield
    i18n.speak(i18n.DEFAULT)


@pytest.fixture(autouse=True)
def _printers() -> Iterator[None]:
    """Let no test print on a printer of this computer: there is none until a test brings its own."""
    from tests.qt.file_printers import without

    yield from without()


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Collect on the main thread only, as the desktop does; what is still there then is not looked at again."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Give an empty window on the smallest screen that there is, for dialogs to open over."""
    from PySide6.QtWidgets import QWidget

    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[QWidget], Path]:
    """Grab a widget to a PNG file."""

    def grab(widget: QWidget) -> Path:
        file = Path(os.environ.get("BUURTKAMER_PICTURES", tmp_path)) / f"{widget.objectName() or 'widget'}.png"
        assert widget.grab().save(str(file))
        return file

    return grab


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    """Give the practice room behind a page, with the coordinator at the desk."""
    from tests.qt.board_room import enter

    yield from enter(qtbot, tmp_path, clock)
