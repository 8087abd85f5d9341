"""The section of the scan, clicked and typed on real services."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import Characteristic, Respondent
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked, Planned
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.neighbourhood.scan import ScanPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


class Section:
    """The section as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = ScanPanel(room.tasks)
        self.window = room.show(self.panel)
        room.settle()

    @property
    def papers(self) -> list[tuple[str, str, str]]:
        model = self.panel.papers.model
        return [tuple(str(model.index(row, at).data()) for at in range(3)) for row in range(model.rowCount())]  # type: ignore[misc]

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def focus(self) -> QWidget:
        """Give what has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, digits: str) -> None:
        """Type digits, each where the cursor stands by then."""
        for digit in digits:
            QTest.keyClicks(self.focus(), digit)

    def key_in(self, digits: str) -> None:
        """Key in a paper as one does: the digits, and Enter."""
        self.panel.papers.roles.take_focus()
        self.type(digits)
        QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        self.room.wait(lambda: not self.panel.papers.keep.isDown())
        self.room.settle()


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Section]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.HOST)
        scans = room.services.scans
        for year in scans.years():
            for one in scans.seen(year).answers:
                scans.take_away(year, one.number)
        for action in scans.seen().actions:
            scans.drop(action.id)
        yield Section(room)


def test_a_paper_is_seven_keys_and_the_next_one_begins_at_once(here: Section) -> None:
    here.key_in("143215")
    here.key_in("330245")
    assert here.papers == [
        ("1", translate("resident"), "4  3  2  1  5"),
        ("2", translate("professional"), "3  \u2013  2  4  5"),
    ]
    assert here.panel.papers.answer.text() == translate("This is paper {number}. Write that on it.", number=2)
    assert here.panel.papers.roles.isAncestorOf(here.focus())
    assert here.panel.papers.roles.value() is None


def test_with_the_mouse_a_score_is_chosen_and_let_go_again(here: Section) -> None:
    papers = here.panel.papers
    here.press(papers.roles.buttons[1])
    safety = papers.fields[Characteristic.SAFETY]
    here.press(safety.scores.buttons[3])
    assert safety.scores.value() == 4
    here.press(safety.scores.buttons[3])
    assert safety.scores.value() is None
    here.press(safety.scores.buttons[0])
    safety.note.setText("'s Avonds is het donker")
    here.press(papers.keep)
    seen = here.room.services.scans.seen()
    assert seen.answers[0].answer.respondent is Respondent.VOLUNTEER
    assert seen.answers[0].answer.mark(Characteristic.SAFETY) == Marked(1, "'s Avonds is het donker")


def test_without_a_role_or_a_score_it_is_said_and_what_was_typed_stays(here: Section) -> None:
    papers = here.panel.papers
    papers.fields[Characteristic.OPEN].note.setText("Iedereen groet")
    here.press(papers.keep)
    assert papers.answer.text() == translate("Say first from where this paper comes.")
    here.press(papers.roles.buttons[0])
    here.press(papers.keep)
    assert papers.answer.text() == translate("Fill in at least one score from 1 to 5.")
    papers.fields[Characteristic.OPEN].note.setText("x" * 10_000)
    here.press(papers.fields[Characteristic.OPEN].scores.buttons[2])
    here.press(papers.keep)
    assert papers.answer.isVisible()
    assert len(papers.fields[Characteristic.OPEN].note.text()) > 500
    assert here.papers == []


def test_a_paper_is_corrected_and_taken_away(here: Section) -> None:
    here.key_in("144444")
    papers = here.panel.papers
    papers.rows.selectRow(0)
    assert papers.title.text() == translate("Correct paper {number}", number=1)
    here.press(papers.fields[Characteristic.MATTER].scores.buttons[0])
    here.press(papers.keep)
    assert here.papers == [("1", translate("resident"), "4  1  4  4  4")]
    here.press(papers.remove)
    assert here.papers == []
    assert papers.none.isVisible()
    assert papers.number is None


def test_the_picture_says_on_how_few_it_rests_and_what_it_shows_in_words(here: Section) -> None:
    here.key_in("144444")
    assert translate("That is few: it says little yet.") in here.panel.rests.text()
    assert f"{translate('Open to each other')}: 4.0" in here.panel.drawn.accessibleName()
    here.room.wait(lambda: here.panel.drawn.image is not None)
    here.key_in("255555")
    here.key_in("255555")
    assert translate("That is few: it says little yet.") not in here.panel.rests.text()


def test_a_low_score_becomes_an_action_that_is_done(here: Section) -> None:
    here.key_in("142444")
    doing = here.panel.doing
    assert translate("Something to do") in doing.proposed.text()
    assert doing.about.currentIndex() == 1
    doing.what.setText("Klusjesbord ophangen")
    here.press(doing.plan)
    assert doing.action_answer.text() == translate("Type who sees to it.")
    doing.who.setText("Ria")
    show_day(doing.day, date(2026, 3, 1))
    here.press(doing.plan)
    assert doing.proposed.text() == translate("Nothing asks for a new action now.")
    assert len(doing.rows) == 1
    assert doing.rows[0].by_whom.property("kind") == "warning"
    here.press(doing.rows[0].done)
    assert doing.rows[0].by_whom.property("kind") == "soft"
    here.press(doing.rows[0].again)
    here.press(doing.rows[0].drop)
    assert doing.rows == []


def test_last_year_is_a_click_away_and_what_it_left_to_do_is_still_in_sight(here: Section) -> None:
    services = here.room.services
    last = Answer(Respondent.PARTNER, {Characteristic.OPEN: Marked(2)})
    services.scans.answer(2025, last)
    services.scans.plan(2025, Characteristic.OPEN, Planned("Burendag", "Joop", date(2025, 9, 1)))
    here.press(here.panel.back)
    assert here.papers == [("1", translate("from a partner"), "2  \u2013  \u2013  \u2013  \u2013")]
    assert here.panel.sheet._day is not None
    assert here.panel.sheet._day() == date(2025, 3, 1)
    here.press(here.panel.on)
    assert [row.action.planned.what for row in here.panel.doing.rows] == ["Burendag"]
    assert not here.panel.on.isEnabled()


def test_another_language_is_said_everywhere(here: Section, qtmodeltester: ModelTester) -> None:
    here.key_in("144444")
    qtmodeltester.check(here.panel.papers.model)  # type: ignore[no-untyped-call]
    qtmodeltester.check(here.panel.model)  # type: ignore[no-untyped-call]
    i18n.speak("nl")
    for part in (here.panel, here.panel.papers, here.panel.doing, *here.panel.papers.fields.values()):
        part.say()
    assert translate("Open to each other") in here.panel.papers.fields[Characteristic.OPEN].name.text()
