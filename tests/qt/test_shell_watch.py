"""Idle time, a second start, faults, questions and tables: the small services of the shell."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton, QTableView, QWidget

from buurtkamer_app.qt import crash
from buurtkamer_app.qt.crash import CrashWatch
from buurtkamer_app.qt.dialogs import ask, save_as
from buurtkamer_app.qt.idle import Idle
from buurtkamer_app.qt.single import Single, to_front
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True, slots=True)
class Host:
    name: str
    hours: int


def test_an_idle_desk_is_hidden_first_and_locked_later_and_a_touch_wakes_it(qapp: QApplication, qtbot: QtBot) -> None:
    idle, said = Idle(20, 60), list[str]()
    for name in ("hide", "lock", "awake"):
        getattr(idle, name).connect(lambda name=name: said.append(name))
    idle.watch(qapp)
    qtbot.waitUntil(lambda: said == ["hide", "lock"])
    field = QLineEdit()
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert said == ["hide", "lock", "awake"]
    assert field.text() == "a"


def test_a_touch_puts_hiding_off(qapp: QApplication, qtbot: QtBot) -> None:
    idle, said = Idle(60_000, 120_000), list[str]()
    idle.hide.connect(lambda: said.append("hide"))
    idle.watch(qapp)
    idle.set_times(30, 60_000)
    for _ in range(200):
        idle.touch()
    assert said == []
    qtbot.waitUntil(lambda: said == ["hide"])


def test_a_computer_that_slept_asks_who_is_there(qapp: QApplication, qtbot: QtBot) -> None:
    wall = [1_000.0]
    idle, said = Idle(60_000, 120_000, wall=lambda: wall[0]), list[str]()
    idle.lock.connect(lambda: said.append("lock"))
    idle.watch(qapp)
    idle.touch()
    assert said == []
    wall[0] += 3600
    idle.touch()
    assert said == ["lock"]


@pytest.mark.parametrize(("wall", "own"), [(3600.0, 0.0), (3600.0, 3600.0), (0.0, 3600.0)])
def test_a_gap_in_either_clock_is_sleep_and_is_seen_without_a_touch(
    qapp: QApplication, qtbot: QtBot, wall: float, own: float
) -> None:
    # On Linux and macOS only the wall clock goes on meanwhile, on Windows both do.
    clocks, said = [1_000.0, 50.0], list[object]()
    idle = Idle(60_000, 120_000, wall=lambda: clocks[0], steady=lambda: clocks[1])
    idle.lock.connect(lambda: said.append("lock"))
    idle.rest.connect(said.append)
    idle.watch(qapp)
    for passed in (5.0, 5.0):
        clocks[0], clocks[1] = clocks[0] + passed, clocks[1] + passed
        assert not idle.look()
    clocks[0], clocks[1] = clocks[0] + wall, clocks[1] + own
    assert idle.look()
    assert said == ["lock", 3600.0]
    clocks[0] -= 365 * 86_400
    assert not idle.look()


def test_a_desk_that_nobody_touches_says_so_when_it_locks(qapp: QApplication, qtbot: QtBot) -> None:
    idle, said = Idle(10, 20), list[float]()
    idle.rest.connect(said.append)
    idle.watch(qapp)
    qtbot.waitUntil(lambda: said == [0.0])


def test_a_second_start_brings_the_first_window_forward(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    first, second, other = Single(tmp_path / "room"), Single(tmp_path / "room"), Single(tmp_path / "other room")
    assert first.first()
    assert first.listen()
    assert other.first()
    assert not second.first()
    with qtbot.waitSignal(first.called):
        assert second.call()
    first.close()
    assert second.first()
    second.close()
    other.close()


def test_a_second_process_ends_at_once_and_opens_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    folder = tmp_path / "room"
    first = Single(folder)
    assert first.first()
    assert first.listen()
    begun = time.monotonic()
    with qtbot.waitSignal(first.called, timeout=20_000):
        second = subprocess.Popen([sys.executable, "-m", "buurtkamer_app", "--data", str(folder)])
    assert second.wait(timeout=20) == 0
    took = time.monotonic() - begun
    record_property("control", f"the second process ended after {took * 1000:.0f} ms")
    # A second on a computer that does nothing else; this one runs other tests beside it.
    assert took < 5
    assert not folder.exists()
    first.close()


def test_a_window_comes_to_the_front_from_where_it_was_minimised(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    to_front(window)
    assert window.isVisible()
    assert not window.windowState() & Qt.WindowState.WindowMinimized


@pytest.fixture
def faults(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[CrashWatch, list[str]]]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(crash, "qInstallMessageHandler", lambda _: None)  # pytest-qt keeps its own
    kept: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    watch = CrashWatch(tmp_path / "buurtkamer.log", lambda: kept.append("kept"), parent)
    watch.watch()
    yield watch, kept
    parent.close()


def test_a_fault_is_told_once_without_a_traceback_and_typed_text_is_kept(
    qtbot: QtBot, faults: tuple[CrashWatch, list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    watch, kept = faults
    for _ in range(3):
        sys.excepthook(ValueError, ValueError("Fatima"), None)
    worker = threading.Thread(target=lambda: 1 // 0)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: watch.dialog is not None and watch.dialog.isVisible())
    assert watch.dialog is not None
    assert watch.dialog.text() == "Something went wrong. What you typed has been kept."
    assert "buurtkamer.log" in watch.dialog.informativeText()
    assert "Traceback" not in watch.dialog.informativeText()
    assert kept == ["kept"]
    assert [record.getMessage() for record in caplog.records] == ["a fault that nobody caught"] * 4
    watch.dialog.close()


def test_what_qt_complains_of_goes_to_the_log(caplog: pytest.LogCaptureFixture, qtbot: QtBot) -> None:
    with caplog.at_level(logging.INFO), qtbot.captureExceptions():
        crash._qt_says(QtMsgType.QtInfoMsg, QMessageLogContext(), "a font is missing")
    assert [record.getMessage() for record in caplog.records] == ["Qt: a font is missing (default)"]


def test_a_question_is_only_answered_by_its_own_button(qtbot: QtBot) -> None:
    parent, answers = QWidget(), list[str]()
    qtbot.addWidget(parent)
    for chosen in ("Go back", "Erase"):
        box = ask(parent, "Erase this person?", "Erase", lambda: answers.append("erased"))
        assert box.defaultButton().text() == "Go back"
        button = next(each for each in box.findChildren(QPushButton) if each.text() == chosen)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == ["erased"]
    assert all(not box.isVisible() for box in parent.findChildren(QMessageBox))


def test_saving_proposes_a_name_and_gives_it_its_ending(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, chosen = QWidget(), list[Path]()
    qtbot.addWidget(parent)
    dialog = save_as(parent, tmp_path / "week-11.pdf", "PDF", chosen.append)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert [Path(file).name for file in dialog.selectedFiles()] == ["week-11.pdf"]
    dialog.selectFile("the week")
    dialog.accept()
    assert chosen == [tmp_path / "the week.pdf"]


def test_a_table_of_records_is_a_sound_model(qtmodeltester: Any, qtbot: QtBot) -> None:
    columns: list[Column[Host]] = [
        Column("Name", lambda host: host.name),
        Column("Hours", lambda host: str(host.hours), figures=True),
    ]
    model = RecordsModel(columns)
    view = QTableView()
    qtbot.addWidget(view)
    show_in(view, model)
    qtmodeltester.check(model)
    model.put([Host("Ria", 4), Host("Hassan", 12)])
    qtmodeltester.check(model)
    assert model.record(model.index(1, 0)).name == "Hassan"
    assert model.index(1, 1).data() == "12"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert view.rowHeight(0) >= 44
