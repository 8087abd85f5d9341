from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log import file as log_file
from buurtkamer_app.qt.review.part import LogPart, OnPaper
from tests.qt.review_window import LEFT, Office, logs_of, office, part, press, reading_of, unlock, write
from tests.review import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.review.logs import LogsPanel


@pytest.fixture
def computer(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    yield from office(qapp, qtbot, tmp_path, clock, monkeypatch)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("logs")
    for number in range(2):
        rooms.put(folder, number)
    rooms.put(folder, 0, rooms.april(0), "kamer-0000-april.pdf")
    return folder


def shown(logs: LogsPanel) -> list[str]:
    return [logs.model.index(row, 0).data() for row in range(logs.model.rowCount())]


def test_the_passphrase_of_a_room_is_typed_once_for_all_its_logs(computer: Office, files: Path) -> None:
    logs = logs_of(computer.without(files))
    computer.wait(lambda: len(logs.closed.asks) == 3)
    unlock(computer, logs, 0)
    computer.wait(lambda: shown(logs) == ["Buurtkamer 0", "Buurtkamer 0"])
    assert [path.name for path in logs.closed.asks] == ["kamer-0001.pdf"]
    assert logs.model.index(0, 3).data() == translate("genuine")
    assert logs.model.index(0, 3).data(Qt.ItemDataRole.DecorationRole) is not None
    unlock(computer, logs, 1)
    computer.wait(logs.closed.isHidden)
    computer.wait(lambda: logs.summary.text() == "3 logs of 2 rooms")


def test_a_wrong_passphrase_waits_longer_each_time_and_nothing_else_does(computer: Office, files: Path) -> None:
    logs = logs_of(computer.without(files / "kamer-0000.pdf", files / "kamer-0001.pdf"))
    computer.wait(lambda: len(logs.closed.asks) == 2)
    for _ in range(3):
        write(logs.closed, "words", "geheel verkeerde woorden hier")
        press(logs.closed, "try_words")
        computer.wait(logs.closed.words.hasSelectedText)
    assert logs.closed.chosen is not None
    assert logs.closed.chosen.seconds == 5
    assert not logs.closed.try_words.isEnabled()
    assert logs.closed.answer.text() == translate("Wait {seconds} more seconds, then try again.", seconds=5)
    # The other file does not wait.
    logs.closed.files.selectRow(1)
    assert logs.closed.try_words.isEnabled()
    unlock(computer, logs, 1)
    computer.wait(lambda: shown(logs) == ["Buurtkamer 1"])
    computer.clock.instant += timedelta(seconds=6)
    # The wait is over.
    logs.closed._until.clear()
    logs.closed.countdown.start(0.0)
    assert logs.closed.try_words.isEnabled()
    unlock(computer, logs, 0)
    computer.wait(lambda: len(shown(logs)) == 2)


def test_an_altered_file_says_so_and_asks_for_no_passphrase(computer: Office, files: Path, tmp_path: Path) -> None:
    content = bytearray((files / "kamer-0000.pdf").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "anders.pdf").write_bytes(content)
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7\nbrief\n%%EOF")
    logs = logs_of(computer.without(tmp_path / "anders.pdf", tmp_path / "brief.pdf"))
    computer.wait(lambda: logs.closed.model.rowCount() == 2)
    said = [logs.closed.model.index(row, 2).data() for row in range(2)]
    assert said == [translate("changed: do not trust it"), translate("no log")]
    assert logs.closed.why.text() == (
        "This file was changed after it was made, or it is damaged. Ask for it once more."
    )
    assert logs.closed.asking.isHidden()
    press(logs.closed, "clear")
    assert logs.closed.isHidden()


def test_a_log_of_a_newer_version_is_read_and_says_so(
    computer: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "FORMAT", "buurtkamer-log/2")
    file = rooms.put(tmp_path, 0)
    logs = logs_of(computer.without(file))
    computer.wait(lambda: len(logs.closed.asks) == 1)
    unlock(computer, logs, 0)
    computer.wait(lambda: logs.model.rowCount() == 1)
    assert logs.model.index(0, 3).data() == translate("genuine, of a newer version")


def test_a_log_is_read_part_by_part_and_on_paper(computer: Office, files: Path) -> None:
    desktop = computer.without(files / "kamer-0000.pdf")
    logs = logs_of(desktop)
    computer.wait(lambda: len(logs.closed.asks) == 1)
    unlock(computer, logs, 0)
    computer.wait(logs.chosen.read.isVisible)
    press(logs.chosen, "read")
    reading = reading_of(desktop)
    figures = reading.sections.show_section("figures")
    assert isinstance(figures, LogPart)
    computer.wait(lambda: bool(figures.cards))
    card = figures.cards[0]
    computer.wait(lambda: card.drawn is not None and card.drawn.image is not None)
    asked = reading.sections.show_section("asked")
    assert isinstance(asked, LogPart)
    computer.wait(lambda: bool(asked.cards))
    assert asked.cards[0].model.index(0, 1).data() == "Wie kan helpen bij wens 1?"
    paper = reading.sections.show_section("paper")
    assert isinstance(paper, OnPaper)
    computer.wait(lambda: paper.paper.drawn is not None)


def test_rooms_are_searched_named_and_put_away(computer: Office, files: Path) -> None:
    logs = logs_of(computer.without(files))
    computer.wait(lambda: len(logs.closed.asks) == 3)
    unlock(computer, logs, 0, 1)
    write(logs, "search", "kamer 1")
    computer.wait(lambda: shown(logs) == ["Buurtkamer 1"])
    press(logs.chosen, "rename")
    write(logs.chosen, "name", "De Linde")
    QTest.keyClick(logs.chosen.name, Qt.Key.Key_Return)
    logs.search.clear()
    computer.wait(lambda: "De Linde" in shown(logs))
    logs.rows.selectRow(shown(logs).index("De Linde"))
    press(logs.chosen, "put_away")
    computer.wait(lambda: shown(logs) == ["Buurtkamer 0", "Buurtkamer 0"])


def test_files_are_dragged_onto_the_window(computer: Office, files: Path) -> None:
    desktop = computer.without()
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(files / "kamer-0001.pdf"))])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(9, 9), actions, dragged, LEFT, keys)
    QApplication.sendEvent(desktop.window, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(desktop.window, QDropEvent(QPointF(9, 9), actions, dragged, LEFT, keys))
    logs = logs_of(desktop)
    computer.wait(lambda: [path.name for path in logs.closed.asks] == ["kamer-0001.pdf"])


def test_the_window_knows_no_desk(computer: Office) -> None:
    desktop = computer.without()
    rail = desktop.window.rail
    assert [name for name in rail.buttons] == ["logs", "reading", "comparing", "questions", "taking", "me"]  # noqa: C416
    for tool in (rail.inside, rail.call_guide, rail.concern, rail.lock, desktop.window.undo):
        assert tool.isHidden()
    assert part(logs_of(desktop), "none", type(logs_of(desktop).none)).isVisible()
