"""Somebody's data by clicking: looked for, ticked, given, put right, erased."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.privacy.person import PersonPanel
from tests.printing.weeks import text
from tests.qt.concern_room import click, settle, sit_coordinator
from tests.qt.office_room import OfficeRoom, ask, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

ROOS = "Roosmarijn"


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    for made in furnished(tmp_path, clock, qtbot):
        sit_coordinator(made)
        ask(made, qtbot, lambda services: services.arrivals.come_in([ROOS]))
        ask(made, qtbot, lambda services: services.handover.write("De sjaal van Roosmarijn ligt nog hier."))
        yield made


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> PersonPanel:
    made = PersonPanel(room.tasks)
    qtbot.addWidget(made)
    made.resize(1086, 800)
    made.show()
    settle(room, qtbot)
    return made


def look(panel: PersonPanel, qtbot: QtBot, typed: str = ROOS) -> None:
    panel.typed.clear()
    QTest.keyClicks(panel.typed, typed)
    click(panel.look)
    qtbot.waitUntil(panel.told.isVisible)


def test_everything_of_somebody_is_given_on_a_sheet_and_as_data(
    panel: PersonPanel, room: OfficeRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    look(panel, qtbot)
    assert len(panel.found) == 2
    assert not panel.sheet.isEnabled()
    click(panel.every)
    click(panel.sheet)
    choose(panel.dialog, tmp_path / "brief.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "brief.pdf").exists() and "brief.pdf" in panel.answer.text())
    read = text((tmp_path / "brief.pdf").read_bytes())
    assert ROOS in read
    assert "sjaal" in read
    click(panel.data)
    choose(panel.dialog, tmp_path / "gegevens.json")
    qtbot.waitUntil(lambda: "gegevens.json" in panel.answer.text())
    data = json.loads((tmp_path / "gegevens.json").read_text(encoding="utf-8"))
    assert {one["what"] for one in data["kept"]} == {translate("Visitors"), translate("Handover notes")}
    told = ask(room, qtbot, lambda services: services.history.last())
    assert told is None or "gegeven" not in told.label.say()


def test_a_name_is_put_right(panel: PersonPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    look(panel, qtbot)
    assert not panel.right.isEnabled()
    visitor = next(line for line in panel.found if line.found.kind == "visitor")
    visitor.chosen.click()
    click(panel.right)
    assert panel.fresh.text() == ROOS
    panel.fresh.clear()
    QTest.keyClicks(panel.fresh, "Rosemarijn")
    click(panel.keep)
    qtbot.waitUntil(lambda: panel.answer.text() == translate("It is put right."))
    found = ask(room, qtbot, lambda services: services.people.find("rosem"))
    assert [one.name for one in found] == ["Rosemarijn"]


def test_somebody_is_erased_only_after_a_question(panel: PersonPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    look(panel, qtbot)
    click(panel.every)
    click(panel.erase)
    assert isinstance(panel.question, QMessageBox)
    back, yes = (
        next(one for one in panel.question.findChildren(QPushButton) if one.text() == translate(words))
        for words in ("Go back", "Erase")
    )
    assert panel.question.defaultButton() is back
    click(back)
    assert len(ask(room, qtbot, lambda services: services.person_data.find(ROOS))) == 2
    click(panel.erase)
    yes = next(one for one in panel.question.findChildren(QPushButton) if one.text() == translate("Erase"))
    click(yes)
    qtbot.waitUntil(lambda: panel.answer.text() == translate("Erased: {count}. No backup brings it back.", count=2))
    assert ask(room, qtbot, lambda services: services.person_data.find(ROOS)) == []
    assert "sjaal" in str(ask(room, qtbot, lambda services: services.handover.for_me()))


def test_a_host_who_is_here_and_words_that_are_no_name_get_a_sentence(
    panel: PersonPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    look(panel, qtbot, "?")
    assert panel.told.text() == translate("Type a name, or a phone number.")
    look(panel, qtbot, "Ria Postma")
    qtbot.waitUntil(lambda: bool(panel.found))
    next(line for line in panel.found if line.found.kind == "host").chosen.click()
    click(panel.erase)
    assert panel.answer.text() == translate("This is a host. Let them stop first.")


def test_hidden_names_are_on_no_line_and_nothing_goes_out(panel: PersonPanel, qtbot: QtBot) -> None:
    look(panel, qtbot)
    click(panel.every)
    panel.hide_names(True)
    assert not any(line.isVisible() for line in panel.found)
    assert panel.typed.echoMode() is QLineEdit.EchoMode.Password
    assert not any(button.isEnabled() for button in (panel.sheet, panel.data, panel.erase, panel.right))
    panel.hide_names(False)
    assert all(line.isVisible() for line in panel.found)
