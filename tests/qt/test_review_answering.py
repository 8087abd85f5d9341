from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log.records import LogQuestion
from buurtkamer_app.exchange.replies.file import opened, unsealed
from buurtkamer_app.qt.review.items import What
from tests.qt.office_room import choose
from tests.qt.review_window import (
    LEFT,
    WORDS,
    Office,
    asking,
    comparing_of,
    logs_of,
    make_profile,
    office,
    press,
    questions_of,
    taking_of,
    unlock,
    write,
)
from tests.review import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desktop.reviewing import ReviewDesktop

SAID = "Bel de beweegcoach, zij heeft plek."


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_profile(tmp_path_factory.mktemp("professional"))


@pytest.fixture
def computer(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    yield from office(qapp, qtbot, tmp_path, clock, monkeypatch)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("logs")
    return [rooms.put(folder, number) for number in range(2)]


def all_open(computer: Office, desktop: ReviewDesktop) -> None:
    logs = logs_of(desktop)
    computer.wait(lambda: len(logs.closed.asks) == 2)
    unlock(computer, logs, 0, 1)


@pytest.fixture
def known(computer: Office, profile: Path) -> Office:
    """Give a computer that has a profile."""
    shutil.copytree(profile, computer.folder, dirs_exist_ok=True)
    return computer


def test_an_answer_is_typed_kept_saved_and_still_there_later(known: Office, files: list[Path], tmp_path: Path) -> None:
    desktop = known.with_profile(*files)
    all_open(known, desktop)
    asked = questions_of(desktop)
    known.wait(lambda: asked.model.rowCount() == 4)
    assert asked.summary.text() == "4 questions without an answer"
    assert asked.card.wish.text() == "Wish 1: Samen soep koken, de 1e keer"
    QTest.keyClicks(asked.card.text, SAID)
    known.wait(lambda: asked.model.index(0, 2).data() == translate("written"))
    known.wait(lambda: asked.card.ready.text() == "Ready for this room: 1 answer")
    file = tmp_path / "Buurtkamer 0.antwoord"
    press(asked.card, "save")
    known.wait(lambda: asked.card.dialog is not None)
    choose(asked.card.dialog, file)
    known.wait(asked.card.saved.isVisible)
    reply = unsealed(opened(file.read_bytes()), rooms.SECRET)
    assert [(answer.wish, answer.text) for answer in reply.answers] == [(1, SAID)]
    assert reply.said_by == "Sam de Wit"
    known.wait(lambda: asked.model.index(3, 2).data() == translate("saved"))
    # What is typed at the last moment is kept by closing.
    asked.rows.selectRow(0)
    QTest.keyClicks(asked.card.text, "Nog even")
    desktop.window.close()

    again = known.with_profile(*files)
    # The rooms' passphrases are in the profile.
    logs = logs_of(again)
    known.wait(lambda: len(logs.logs) == 2)
    later = questions_of(again)
    known.wait(lambda: later.model.rowCount() == 4)
    kept = [later.model.record(later.model.index(row, 0)).written.text for row in range(4)]
    assert sorted(kept) == ["", "", SAID, "Nog even"]


def test_remarks_and_advice_are_written_too(known: Office, files: list[Path], tmp_path: Path) -> None:
    desktop = known.with_profile(*files)
    all_open(known, desktop)
    asked = questions_of(desktop)
    asked.what.setCurrentIndex(asked.what.findData(What.REMARK))
    known.wait(lambda: asked.model.rowCount() == 80)
    write(asked, "search", "soep koken, de 40e")
    assert asked.model.rowCount() == 2
    QTest.keyClicks(asked.card.text, "Vraag de kok.")
    asked.what.setCurrentIndex(asked.what.findData(What.ADVICE))
    asked.search.clear()
    known.wait(lambda: asked.model.rowCount() == 2)
    QTest.keyClicks(asked.card.text, "Ga zo door.")
    known.wait(lambda: asked.card.ready.text() == "Ready for this room: 1 remark, advice")
    file = tmp_path / "a.antwoord"
    asked.card.save_as(asked.model.record(asked.model.index(0, 0)).log.key, file)
    known.wait(asked.card.saved.isVisible)
    reply = unsealed(opened(file.read_bytes()), rooms.SECRET)
    assert ([remark.text for remark in reply.remarks], reply.advice) == (["Vraag de kok."], "Ga zo door.")


def test_a_text_that_is_too_long_is_refused_and_stays(known: Office, files: list[Path]) -> None:
    desktop = known.with_profile(*files)
    all_open(known, desktop)
    asked = questions_of(desktop)
    known.wait(lambda: asked.model.rowCount() == 4)
    asked.card.text.setPlainText("x" * 10_001)
    known.wait(lambda: asked.card.answer.property("kind") == "warning")
    asked.rows.selectRow(1)
    asked.rows.selectRow(0)
    assert len(asked.card.text.toPlainText()) == 10_001


def test_a_question_of_an_old_log_cannot_be_answered_and_says_so(computer: Office, tmp_path: Path) -> None:
    asked_then = (LogQuestion(1, "Wie kan helpen?"),)
    file = rooms.put(tmp_path, 0, msgspec.structs.replace(rooms.month(0), questions=asked_then))
    desktop = computer.without(file)
    logs = logs_of(desktop)
    computer.wait(lambda: len(logs.closed.asks) == 1)
    unlock(computer, logs, 0)
    asked = questions_of(desktop)
    computer.wait(lambda: asked.model.rowCount() == 1)
    assert not asked.card.text.isEnabled()
    assert asked.card.answer.text() == translate("This log cannot be answered. Ask the room for a newer one.")


def test_who_reads_without_a_name_keeps_what_is_typed_by_making_a_profile(computer: Office, files: list[Path]) -> None:
    desktop = computer.without(*files)
    all_open(computer, desktop)
    asked = questions_of(desktop)
    computer.wait(lambda: asked.model.rowCount() == 4)
    assert asked.nameless.isVisible()
    QTest.keyClicks(asked.card.text, SAID)
    assert asked.card.stage.text() == translate("Typed, but not kept: you have no profile")
    assert not asked.card.save.isEnabled()
    press(asked, "make_profile")
    computer.make_profile(desktop)
    computer.wait(lambda: asked.model.index(0, 2).data() == translate("written"))
    assert asked.nameless.isHidden()


def test_a_wrong_passphrase_of_ones_own_waits_longer_each_time(known: Office) -> None:
    desktop = known.start()
    panel = asking(desktop)
    for _ in range(3):
        write(panel, "words", "geheel verkeerde woorden hier")
        press(panel, "open")
        known.wait(lambda: panel.answer.text() != translate("Your profile is being opened…"))
    assert translate("Wait {seconds} more seconds, then try again.", seconds=5) in panel.answer.text()
    assert not panel.open.isEnabled()
    panel.countdown.start(0.0)
    write(panel, "words", WORDS)
    press(panel, "open")
    known.wait(lambda: asking(desktop) is None)
    assert desktop.entrance.who.name == "Sam de Wit"


def test_rooms_are_compared_sorted_and_drawn(computer: Office, files: list[Path], tmp_path: Path) -> None:
    desktop = computer.without(*files)
    all_open(computer, desktop)
    beside = comparing_of(desktop)
    computer.wait(lambda: beside.model.rowCount() == 2)
    beside.sort.setCurrentIndex(1)
    beside.sort.activated.emit(1)
    counts = [row.amounts[0].low for row in beside.model.records if row.amounts[0] is not None]
    assert counts == sorted(counts, reverse=True)
    beside.rows.horizontalHeader().sectionClicked.emit(1)
    turned = [row.amounts[0].low for row in beside.model.records if row.amounts[0] is not None]
    assert turned == sorted(counts)
    computer.wait(lambda: beside.drawn.image is not None)
    beside.no_rooms.click()
    computer.wait(beside.figures.isHidden)
    beside.all_rooms.click()
    beside.by_period.click()
    computer.wait(lambda: beside.model.rowCount() == 1)
    taking = taking_of(desktop)
    computer.wait(taking.spreadsheet.isEnabled)
    taking.write(tmp_path / "cijfers.xlsx")
    computer.wait(lambda: taking.answer.text() == "Saved: cijfers.xlsx. It holds 2 logs.")
    assert (tmp_path / "cijfers.xlsx").exists()
    taking.url.setText("postgresql:onzin")
    press(taking, "load")
    computer.wait(lambda: taking.loaded.property("kind") == "warning")


def test_rooms_are_ticked_by_mouse_and_by_key(computer: Office, files: list[Path]) -> None:
    desktop = computer.without(*files)
    all_open(computer, desktop)
    beside = comparing_of(desktop)
    computer.wait(lambda: beside.model.rowCount() == 2)
    second = beside.rooms.visualRect(beside.list.index(1))
    QTest.mouseClick(beside.rooms.viewport(), LEFT, pos=second.center())
    computer.wait(lambda: [row.side.name for row in beside.model.records] == ["Buurtkamer 0"])
    beside.rooms.setFocus()
    QTest.keyClick(beside.rooms, Qt.Key.Key_Space)
    computer.wait(lambda: beside.model.rowCount() == 2)
    write(beside, "search", "kamer 0")
    press(beside, "no_rooms")
    computer.wait(lambda: [row.side.name for row in beside.model.records] == ["Buurtkamer 1"])
