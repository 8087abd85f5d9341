from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QWidget

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.exchange.check_code import check_code
from buurtkamer_app.qt.exchange.log import LogPanel, last_month
from buurtkamer_app.qt.pages.office import OfficePage
from buurtkamer_app.qt.pages.sections import Section
from tests.qt.office_room import OfficeRoom, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def page(room: OfficeRoom, qtbot: QtBot) -> OfficePage:
    made = OfficePage(
        [
            Section("log", "Log for the professional", "file-export", lambda: LogPanel(room.tasks)),
            Section("backup", "Backup", "key", QWidget),
        ]
    )
    qtbot.addWidget(made)
    made.resize(1080, 690)
    made.admit(Actor(Role.COORDINATOR))
    made.show()
    return made


@pytest.fixture
def log(page: OfficePage, qtbot: QtBot) -> LogPanel:
    found = page.findChild(LogPanel)
    assert isinstance(found, LogPanel)
    qtbot.waitUntil(lambda: found.draft is not None and found.paper.drawn is not None)
    return found


def test_last_month_is_drafted_at_once(log: LogPanel) -> None:
    assert log.draft is not None
    assert (log.draft.log.first.isoformat(), log.draft.log.last.isoformat()) == ("2026-02-01", "2026-02-28")
    assert len(log.passphrase.text().split()) == 5


def test_the_month_before_january_is_december() -> None:
    from datetime import date

    assert last_month(date(2026, 1, 31)) == (date(2025, 12, 1), date(2025, 12, 31))


def test_the_typed_texts_are_shown_with_what_was_taken_out(log: LogPanel, qtbot: QtBot) -> None:
    log.last.setDate(QDate(2026, 3, 31))
    log.tasks.write(lambda services: services.wishes.write(wish("Mevrouw Bakker belt 06 12345678")), lambda _: None)
    qtbot.waitUntil(lambda: log.draft is not None and log.draft.taken_out > 0)
    log.see_texts.click()
    assert log.texts.isVisible()
    shown = [log.model.index(row, 2).data() for row in range(log.model.rowCount())]
    assert not any("06 12345678" in text for text in shown)
    assert str(log.draft.taken_out if log.draft else "") in log.texts_words.text()


def wish(text: str) -> object:
    from buurtkamer_app.base.terms import Theme
    from buurtkamer_app.wishes.records import NewWish

    return NewWish(text, Theme.COMMUNITY)


def test_last_month_goes_out_in_three_clicks(log: LogPanel, page: OfficePage, qtbot: QtBot, tmp_path: Path) -> None:
    file, words = tmp_path / "log.pdf", log.passphrase.text()
    # The first click opened the page; this is the second, and the third is in the dialog.
    log.make.click()
    choose(log.dialog, file)
    qtbot.waitUntil(log.made.isVisible, timeout=20000)
    assert log.code.text() == check_code(file.read_bytes())
    assert log.words.text() == words
    with pikepdf.open(io.BytesIO(file.read_bytes()), password=words) as opened:
        assert opened.is_encrypted
    qtbot.waitUntil(lambda: log.passphrase.text() != words)


def test_a_weak_passphrase_is_refused_and_kept(log: LogPanel, qtbot: QtBot, tmp_path: Path) -> None:
    log.passphrase.setText("kort")
    log.write(tmp_path / "log.pdf")
    qtbot.waitUntil(lambda: log.answer.property("kind") == "warning")
    assert "easy to guess" in log.answer.text()
    assert log.passphrase.text() == "kort"
    assert not (tmp_path / "log.pdf").exists()
    assert log.made.isHidden()


def test_a_folder_that_takes_nothing_leaves_no_file_and_no_code(log: LogPanel, qtbot: QtBot, tmp_path: Path) -> None:
    log.write(tmp_path / "nowhere" / "log.pdf")
    qtbot.waitUntil(lambda: log.answer.property("kind") == "warning")
    assert log.made.isHidden()
    assert not list(tmp_path.rglob("log.pdf"))


def test_a_period_that_ends_before_it_begins_is_refused_beside_it(log: LogPanel, qtbot: QtBot) -> None:
    log.first.setDate(QDate(2026, 3, 9))
    log.last.setDate(QDate(2026, 3, 1))
    qtbot.waitUntil(lambda: log.answer.text() == "The last day comes before the first.")
    assert not log.make.isEnabled()
    log.last.setDate(QDate(2026, 3, 10))
    qtbot.waitUntil(log.make.isEnabled)
    assert log.answer.isHidden()


def test_only_the_coordinator_sees_the_office(page: OfficePage, log: LogPanel) -> None:
    assert page.closed.isHidden()
    page.admit(Actor(Role.HOST))
    assert not page.closed.isHidden()
    assert log.isHidden()
    assert all(button.isHidden() for button in page.buttons.values())


def test_one_section_of_the_office_is_shown_at_a_time(page: OfficePage, log: LogPanel) -> None:
    page.buttons["backup"].click()
    assert log.isHidden()
    page.buttons["log"].click()
    assert not log.isHidden()
