"""What the first paint does not wait for, and what keeps the start quick."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from buurtkamer_app.__main__ import everyday
from buurtkamer_app.cli import buurtkamer, demo
from buurtkamer_app.qt.garbage import Garbage
from buurtkamer_app.qt.painted import once_painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Ring:
    """Something that only a collection frees: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    gc.enable()
    made = Garbage()
    yield made
    made.timer.stop()
    made.deleteLater()


def test_python_never_collects_by_itself_on_whatever_thread(garbage: Garbage) -> None:
    assert not gc.isenabled()
    gone = threading.Event()
    lost = Ring()
    weakref.finalize(lost, gone.set)
    del lost
    thread = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    thread.start()
    thread.join()
    assert not gone.is_set()


def test_the_timer_collects_on_the_main_thread(garbage: Garbage, qtbot: QtBot) -> None:
    told: list[threading.Thread] = []
    lost = Ring()
    weakref.finalize(lost, lambda: told.append(threading.current_thread()))
    del lost
    garbage.timer.start(1)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.main_thread()]


def test_what_is_older_is_collected_when_nobody_waits(garbage: Garbage) -> None:
    lost = Ring()
    old = weakref.ref(lost)
    gc.collect(1)
    del lost
    gc.collect(0)
    assert old() is not None
    garbage.sweep()
    assert old() is None


def test_what_was_loaded_at_the_start_is_not_looked_at_again(garbage: Garbage) -> None:
    looked_at = len(gc.get_objects())
    garbage.settle()
    assert len(gc.get_objects()) < looked_at // 10


def test_what_can_wait_is_done_once_and_after_the_first_paint(qtbot: QtBot) -> None:
    done: list[str] = []

    class Paints(QLabel):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type] # Qt's own event
            done.append("painted")

    label = Paints("Welcome")
    qtbot.addWidget(label)
    once_painted(label, lambda: done.append("the rest"))
    label.show()
    qtbot.waitUntil(lambda: "the rest" in done)
    label.repaint()
    assert done[0] == "painted"
    assert done.count("the rest") == 1


def test_what_goes_before_it_is_painted_does_nothing_afterwards(qtbot: QtBot) -> None:
    done: list[str] = []
    widget = QWidget()
    once_painted(widget, lambda: done.append("the rest"))
    children = widget.findChildren(QObject)
    assert len(children) == 1
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    assert done == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([], (False, None)),
        (["demo"], (True, None)),
        (["--data", "here"], (False, Path("here"))),
        (["demo", "--data", "here"], (True, Path("here"))),
    ],
)
def test_the_commands_of_every_day_mean_what_click_says_they_mean(
    words: list[str], meant: tuple[bool, Path | None]
) -> None:
    assert everyday(words) == meant
    practice, folder = meant
    if practice:
        said = demo.make_context("demo", words[1:]).params
        assert said == {"data": folder, "room": None, "at": None, "picture": None}
    else:
        context = buurtkamer.make_context("buurtkamer", list(words))
        assert (context.params, context.invoked_subcommand) == ({"data": folder}, None)


@pytest.mark.parametrize(
    "words",
    [["--help"], ["demo", "--help"], ["demo", "--data"], ["demo", "--at", "2026-03-11T13:00"], ["week"], ["demo", "x"]],
)
def test_every_other_command_is_for_click(words: list[str]) -> None:
    assert everyday(words) is None


def test_the_source_of_what_is_imported_is_not_read() -> None:
    script = (
        "import linecache\nimport PySide6.QtWidgets\nfrom buurtkamer_app.qt.imports import import_plainly\n"
        "import_plainly()\nimport colorsys\nprint(any('colorsys' in name for name in linecache.cache))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_desktop_is_imported_without_what_only_other_commands_need() -> None:
    script = "import sys, buurtkamer_app.__main__, buurtkamer_app.desktop.desk\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    late = {"click", "datetime", "json", "sqlalchemy", "PySide6.QtNetwork", "logging.handlers", "platformdirs"}
    assert late & set(done.stdout.split()) == set()
