"""The section Leren en steun, clicked on real services."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.team.training import TrainingPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

TODAY = date(2026, 3, 11)


class Section:
    """The section as the coordinator works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = TrainingPanel(room.tasks)
        self.window = room.show(self.panel)
        room.settle()

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def due(self) -> list[tuple[str, str]]:
        model = self.panel.due_model
        return [(str(model.index(row, 0).data()), str(model.index(row, 1).data())) for row in range(model.rowCount())]

    def tick(self, *names: str) -> None:
        for name in names:
            self.panel.trained.there.findItems(name, Qt.MatchFlag.MatchExactly)[0].setCheckState(Qt.CheckState.Checked)

    def learned(self, name: str) -> str:
        model = self.panel.learner_model
        row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == name)
        return str(model.index(row, 1).data())


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Section]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        yield Section(room)


def test_an_empty_room_begins_with_the_usual_topics(here: Section) -> None:
    trained = here.panel.trained
    assert trained.no_topics.isVisible()
    assert not trained.keep.isEnabled()
    here.press(trained.usual)
    assert not trained.usual.isVisible()
    assert trained.topic.count() == 2
    never = [translate("{what}: not learned yet", what=trained.topic.itemText(row)) for row in range(2)]
    assert [what for _, what in here.due()] == never
    assert all(who.startswith("Anil Ramdin, ") for who, _ in here.due())


def test_ticks_write_down_who_was_trained_in_one_step(here: Section) -> None:
    here.press(here.panel.trained.usual)
    here.tick("Ria Postma", "Joop Kramer")
    here.press(here.panel.trained.keep)
    subject = here.panel.trained.topic.currentText()
    assert here.learned("Ria Postma").startswith(subject)
    assert here.learned("Joop Kramer").startswith(subject)
    assert here.panel.trained.ticked() == []
    step = here.room.changes[-1].unit
    assert step is not None
    here.room.tasks.write(lambda s: s.history.undo(step), lambda _: None)
    here.room.settle()
    assert here.learned("Ria Postma") == translate("nothing yet")


def test_without_a_tick_it_is_said_and_what_was_typed_stays(here: Section) -> None:
    here.press(here.panel.trained.usual)
    show_day(here.panel.trained.day, TODAY - timedelta(days=3))
    here.press(here.panel.trained.keep)
    assert here.panel.trained.answer.text() == translate("Tick who was there.")
    assert here.panel.trained.day.date().day() == 8


def test_a_talk_with_who_was_chosen_is_written_down_and_the_next_one_is_due(here: Section) -> None:
    table = here.panel.learners
    row = next(row for row in range(25) if here.panel.learner_model.index(row, 0).data() == "Joop Kramer")
    table.scrollTo(here.panel.learner_model.index(row, 0))
    at = table.visualRect(here.panel.learner_model.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    talked = here.panel.talked
    assert talked.host.currentText() == "Joop Kramer"
    assert not talked.next_day.isEnabled()
    talked.again.click()
    show_day(talked.next_day, TODAY + timedelta(weeks=4))
    talked.agreed.setText("een dag minder")
    here.press(talked.keep)
    assert here.due() == [("Joop Kramer", translate("a talk about how it goes"))]
    assert talked.agreed.text() == ""
    assert not talked.again.isChecked()


def test_a_topic_is_added_changed_and_taken_away(here: Section) -> None:
    topics = here.panel.topics
    topics.name.setText("EHBO")
    topics.months.setValue(24)
    here.press(topics.keep)
    assert [topics.model.index(0, column).data() for column in range(2)] == ["EHBO", "24 months"]
    topics.rows.selectRow(0)
    topics.name.setText("Eerste hulp")
    here.press(topics.keep)
    assert topics.model.index(0, 0).data() == "Eerste hulp"
    here.press(topics.remove)
    assert topics.model.rowCount() == 0
    assert topics.name.text() == ""


def test_it_fits_on_the_shared_computer(here: Section) -> None:
    assert here.panel.width() <= here.window.viewport().width()
