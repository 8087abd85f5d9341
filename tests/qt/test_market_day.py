"""The day of a market as one works with it: proposed, changed by hand, ticked, and put on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.days import show_time
from buurtkamer_app.qt.market.day import DayPanel
from buurtkamer_app.qt.market.day_papers import make
from tests.market.rooms_of_the_day import make_market
from tests.qt.office_room import choose
from tests.qt.team_room import cells

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.qt.board_room import BoardRoom


class Day:
    """The panel in its window on a market with parts."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.event = make_market(room.services)
        self.panel = DayPanel(room.tasks)
        self.panel.open_market(self.event)
        self.window = room.show(self.panel)
        room.settle()

    def press(self, button: QWidget) -> None:
        self.window.ensureWidgetVisible(button)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def choose(self, words: str) -> None:
        steps = self.panel.steps
        row = next(n for n, line in enumerate(cells(steps.rows)) if line[1].splitlines()[0] == words)
        steps.rows.selectRow(row)
        self.room.settle()

    def line(self, words: str) -> tuple[str, ...]:
        return next(line for line in cells(self.panel.steps.rows) if line[1].splitlines()[0] == words)


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


@pytest.fixture
def day(room: BoardRoom) -> Day:
    return Day(room)


def test_one_click_proposes_the_whole_day(day: Day) -> None:
    assert day.panel.steps.none.isVisible()
    day.press(day.panel.steps.propose)
    assert len(cells(day.panel.steps.rows)) == 13
    assert day.panel.steps.answer.text() == translate("{count} lines were proposed.", count=13)
    day.press(day.panel.steps.propose)
    assert len(cells(day.panel.steps.rows)) == 13
    assert day.panel.steps.answer.text() == translate("All of the programme is on it already.")


def test_a_line_is_ticked_and_unticked(day: Day) -> None:
    day.press(day.panel.steps.propose)
    day.choose(translate("Opening"))
    day.press(day.panel.steps.tick)
    assert day.line(translate("Opening"))[2] == translate("done at {time}", time="13.00")
    assert day.panel.steps.tick.text() == translate("Not done after all")
    day.press(day.panel.steps.tick)
    assert day.line(translate("Opening"))[2] == translate("to do")


def test_a_line_is_written_by_hand_and_changed(day: Day) -> None:
    steps = day.panel.steps
    show_time(steps.inputs["at"].input, time(8, 30))  # type: ignore[arg-type]
    QTest.keyClicks(steps.inputs["what"].input, "Koffie zetten")
    day.press(steps.keep)
    assert day.line("Koffie zetten")[0] == "08.30"
    day.choose("Koffie zetten")
    QTest.keyClicks(steps.inputs["who"].input, "Joke")
    day.press(steps.keep)
    assert day.line("Koffie zetten")[1] == "Koffie zetten\nJoke"
    day.panel.hide_names(hidden=True)
    assert day.line("Koffie zetten")[1] == f"Koffie zetten\n{translate('hidden')}"


def test_a_line_that_says_nothing_gets_a_sentence_and_nothing_typed_is_lost(day: Day) -> None:
    QTest.keyClicks(day.panel.steps.inputs["who"].input, "Joke")
    day.press(day.panel.steps.keep)
    assert day.panel.steps.answer.text() == translate("Say what happens then.")
    assert day.panel.steps.inputs["who"].value() == "Joke"


def test_what_the_programme_moved_is_told_and_followed(day: Day) -> None:
    day.press(day.panel.steps.propose)
    assert not day.panel.steps.follow.isVisible()
    services = day.room.services
    part = next(p for p in services.markets.elements.all(event_id=day.event) if p.it.name == "Brood bakken")
    new = replace(part.it, starts=time(12, 30), ends=time(13, 30))
    day.room.tasks.write(lambda s: s.markets.elements.write(new, part.id), lambda _: None)
    day.room.wait(day.panel.steps.follow.isVisible)
    assert day.line("Brood bakken")[2] == translate("is at {time} now", time="12.30")
    day.press(day.panel.steps.follow)
    assert day.line("Brood bakken")[0] == "12.30"
    assert not day.panel.steps.follow.isVisible()


def test_the_network_moment_is_set_and_a_wrong_time_refused(day: Day) -> None:
    card = day.panel.network
    show_time(card.at, time(20, 0))
    day.press(card.keep)
    assert card.answer.text() == translate("The network moment is outside the hours of the market.")
    show_time(card.at, time(14, 15))
    day.press(card.keep)
    assert day.room.services.markets.events.one(day.event).it.network_at == time(14, 15)
    card.no_time.setFocus()
    QTest.keyClick(card.no_time, Qt.Key.Key_Space)
    assert not card.at.isVisible()
    day.press(card.keep)
    assert day.room.services.markets.events.one(day.event).it.network_at is None


def test_every_sheet_of_the_day_is_in_the_register_and_one_is_kept_as_a_file(day: Day, folder: Path) -> None:
    papers = day.panel.papers
    for place in range(papers.which.count()):
        assert make(day.room.services, day.event, papers.which.itemData(place)).pdf.startswith(b"%PDF")
    assert papers.which.count() == 5
    day.press(papers.keep)
    day.room.wait(lambda: papers.papers.dialog is not None)
    choose(papers.papers.dialog, folder / "blad.pdf")
    day.room.wait((folder / "blad.pdf").exists)
    day.room.wait(papers.papers.answer.isVisible)
    assert (folder / "blad.pdf").read_bytes().startswith(b"%PDF")
