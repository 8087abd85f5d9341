"""The pages of privacy papers, data leaks and who saw what, by clicking."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.papers.privacy_words import ADVICE
from buurtkamer_app.privacy.breaches.records import Advice, NewBreach
from buurtkamer_app.privacy.papers.records import PaperLines
from buurtkamer_app.privacy.seen.records import Topic
from buurtkamer_app.qt.privacy.breaches import BreachesPanel
from buurtkamer_app.qt.privacy.papers import PapersPanel
from buurtkamer_app.qt.privacy.seen import SeenPanel
from tests.qt.concern_room import TEXT, click, settle, sit, sit_coordinator
from tests.qt.office_room import OfficeRoom, ask, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

WEDNESDAY = date(2026, 3, 11)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    for made in furnished(tmp_path, clock, qtbot):
        sit_coordinator(made)
        yield made


def shown(qtbot: QtBot, room: OfficeRoom, panel: Any) -> Any:
    assert isinstance(panel, QWidget)
    qtbot.addWidget(panel)
    panel.resize(1086, 800)
    panel.show()
    settle(room, qtbot)
    return panel


def test_a_leak_is_written_down_judged_reported_and_closed(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(qtbot, room, BreachesPanel(room.tasks))
    assert panel.none.isVisible()
    QTest.keyClicks(panel.inputs["happened"].input, "De stick is weg")
    panel.inputs["noticed_at"].put(time(9, 0))
    click(panel.keep)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.rows.selectRow(0)
    said = panel.judged.text()
    assert translate(ADVICE[Advice.REPORT]) in said
    assert translate("{count} hours left to report it", count=68) in said
    assert "Autoriteit Persoonsgegevens" in said
    assert not panel.remove.isVisible()
    click(panel.close_it)
    refused = translate("First report it, and fill in when. Then it can be closed.")
    qtbot.waitUntil(lambda: panel.told.text() == refused)
    panel.inputs["reported_on"].without.setChecked(False)
    panel.inputs["reported_on"].put(WEDNESDAY)
    click(panel.keep)
    qtbot.waitUntil(lambda: translate("Nothing to report") in panel.judged.text())
    click(panel.close_it)
    qtbot.waitUntil(lambda: not panel.close_it.isVisible())
    assert panel.model.rowCount() == 1


def test_what_cannot_be_is_said_and_stays_typed(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(qtbot, room, BreachesPanel(room.tasks))
    click(panel.keep)
    qtbot.waitUntil(lambda: panel.answer.text() == translate("Write something first."))
    panel.inputs["happened"].put("x" * 10_001)
    click(panel.keep)
    qtbot.waitUntil(lambda: "10" in panel.answer.text())
    assert len(panel.inputs["happened"].value()) == 10_001


def test_the_sheet_of_a_leak_is_saved(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    new = NewBreach(WEDNESDAY, time(9), "Weg", reach=Reach.YES, hurts=True)
    ask(room, qtbot, lambda services: services.breaches.begin(new))
    panel = shown(qtbot, room, BreachesPanel(room.tasks))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.rows.selectRow(0)
    click(panel.keep_sheet)
    qtbot.waitUntil(lambda: panel.papers.dialog is not None)
    choose(panel.papers.dialog, tmp_path / "lek.pdf")
    qtbot.waitUntil((tmp_path / "lek.pdf").exists)


def test_the_rooms_own_lines_are_kept_and_the_notice_is_saved(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    panel = shown(qtbot, room, PapersPanel(room.tasks))
    QTest.keyClicks(panel.responsible, "Stichting De Linde")
    click(panel.keep)
    qtbot.waitUntil(lambda: panel.answer.text() == translate("This is written down."))
    assert ask(room, qtbot, lambda services: services.processing.lines()) == PaperLines("Stichting De Linde")
    for button, name in ((panel.save_notice, "deur.pdf"), (panel.save_register, "register.pdf")):
        panel.papers.dialog = None
        click(button)
        qtbot.waitUntil(lambda: panel.papers.dialog is not None)
        choose(panel.papers.dialog, tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists)


def test_a_line_that_is_too_long_is_refused_and_stays(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(qtbot, room, PapersPanel(room.tasks))
    panel.contact.setText("x" * 201)
    click(panel.keep)
    qtbot.waitUntil(lambda: "200" in panel.answer.text())
    assert panel.contact.text() == "x" * 201


def test_who_read_a_concern_is_shown_found_by_person_and_saved(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    sit(room)
    ask(room, qtbot, lambda services: services.concerns.write(TEXT))
    sit_coordinator(room)
    ask(room, qtbot, lambda services: services.concerns.read(services.concerns.concerns()[0].id))
    panel = shown(qtbot, room, SeenPanel(room.tasks))
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    panel.topic.setCurrentIndex(panel.topic.findText(translate("Concerns and incidents read")))
    panel.topic.activated.emit(panel.topic.currentIndex())
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    cells = [str(panel.model.data(panel.model.index(0, column))) for column in range(3)]
    assert cells[1:] == [room.services.store.actor.name, translate("A concern was read")]
    assert panel.topic.currentData() is Topic.READ
    click(panel.save)
    choose(panel.dialog, tmp_path / "lijst.csv")
    qtbot.waitUntil((tmp_path / "lijst.csv").exists)
    assert cells[1] in (tmp_path / "lijst.csv").read_text(encoding="utf-8-sig")
    panel.hide_names(True)
    assert panel.model.data(panel.model.index(0, 1)) == "…"
    assert not panel.save.isEnabled()


def test_a_period_that_cannot_be_is_said(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = shown(qtbot, room, SeenPanel(room.tasks))
    qtbot.waitUntil(lambda: panel.last.date() == QDate(2026, 3, 11))
    panel.first.setDate(QDate(2026, 3, 12))
    words = translate("The last day is before the first one. Look at the days again.")
    qtbot.waitUntil(lambda: panel.trouble.text() == words)
