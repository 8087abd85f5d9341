"""Looking back on a market as one works with it: outcomes, numbers, ties, and what people said with their yes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.market.afterwards import AfterwardsPanel
from tests.market.rooms_of_the_day import SATURDAY, make_market
from tests.qt.team_room import cells

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.kept.fields import AskedField
    from tests.qt.board_room import BoardRoom


class After:
    """The panel in its window, on the day after the market."""

    def __init__(self, room: BoardRoom, clock: SetClock) -> None:
        self.room, self.clock = room, clock
        self.event = make_market(room.services)
        self.panel = AfterwardsPanel(room.tasks)
        self.panel.open_market(self.event)
        self.window = room.show(self.panel)
        room.settle()

    def a_day_later(self) -> None:
        self.clock.instant += timedelta(days=(SATURDAY - self.room.services.room.today()).days + 1)

    def press(self, button: QWidget) -> None:
        self.window.ensureWidgetVisible(button)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def type(self, field: AskedField, words: str) -> None:
        field.input.setFocus()
        QTest.keyClicks(field.input, words)

    def say(self, words: str, name: str = "", *, agreed: bool = False) -> None:
        said = self.panel.said
        self.type(said.inputs["text"], words)
        self.type(said.inputs["name"], name)
        if agreed:
            said.inputs["agreed"].input.setFocus()
            QTest.keyClick(said.inputs["agreed"].input, Qt.Key.Key_Space)
        self.press(said.keep)


@pytest.fixture
def after(room: BoardRoom, clock: SetClock) -> After:
    return After(room, clock)


def test_what_came_of_a_goal_is_written_at_the_goal(after: After) -> None:
    outcomes = after.panel.outcomes
    assert not outcomes.keep.isEnabled()
    outcomes.rows.selectRow(1)
    after.type(outcomes.inputs["outcome"], "Vier optredens van jongeren")
    after.press(outcomes.keep)
    assert cells(outcomes.rows)[1][1] == "Vier optredens van jongeren"
    assert cells(outcomes.rows)[0][1] == translate("not known yet")
    assert not outcomes.remove.isVisible()


def test_visitors_are_refused_before_the_day_and_kept_after_it(after: After) -> None:
    card = after.panel.numbers
    card.not_counted.setFocus()
    QTest.keyClick(card.not_counted, Qt.Key.Key_Space)
    card.visitors.setValue(350)
    QTest.keyClicks(card.reflection, "Droog en druk")
    after.press(card.keep)
    assert card.answer.text() == translate("This market is still to come. Count who came afterwards.")
    assert card.reflection.toPlainText() == "Droog en druk"
    after.a_day_later()
    after.press(card.keep)
    event = after.room.services.markets.events.one(after.event).it
    assert (event.visitors, event.reflection) == (350, "Droog en druk")


def test_a_new_tie_is_written_between_two(after: After) -> None:
    ties = after.panel.ties
    after.type(ties.inputs["between"], "Koor De Merels")
    after.press(ties.keep)
    assert ties.answer.text() == translate("Say between which two this tie came about.")
    after.type(ties.inputs["and_with"], "Basisschool De Boom")
    after.press(ties.keep)
    assert cells(ties.rows) == [("Koor De Merels", "Basisschool De Boom", "")]


def test_a_name_needs_a_yes_and_the_yes_is_taken_back_with_one_press(after: After) -> None:
    said = after.panel.said
    after.say("Ik sprak mijn achterbuur", "Joke")
    assert said.answer.text() == translate("Tick that the name may stand there, or leave it out.")
    assert said.inputs["text"].value() == "Ik sprak mijn achterbuur"
    said.inputs["agreed"].input.setFocus()
    QTest.keyClick(said.inputs["agreed"].input, Qt.Key.Key_Space)
    after.press(said.keep)
    assert cells(said.rows) == [("Ik sprak mijn achterbuur", "Joke", "Joke, 11-03-2026")]
    said.rows.selectRow(0)
    after.panel.hide_names(hidden=True)
    assert "Joke" not in str(cells(said.rows))
    after.panel.hide_names(hidden=False)
    after.press(said.withdraw)
    assert cells(said.rows) == [("Ik sprak mijn achterbuur", translate("without a name"), translate("no"))]
    assert said.answer.text() == translate("The name is gone. What was said stays.")


def test_without_a_yes_it_stands_without_a_name(after: After) -> None:
    after.say("Mooie middag")
    assert cells(after.panel.said.rows)[0][1:] == (translate("without a name"), translate("no"))
    after.panel.said.rows.selectRow(0)
    assert not after.panel.said.withdraw.isEnabled()


def test_a_text_that_is_far_too_long_gets_a_sentence_and_stays(after: After) -> None:
    card = after.panel.numbers
    card.reflection.setPlainText("x" * 10_000)
    after.press(card.keep)
    assert card.answer.text() == translate("This text is too long. Use at most {most} letters.", most=2000)
    assert len(card.reflection.toPlainText()) == 10_000
    said = after.panel.said
    said.inputs["text"].input.setPlainText("y" * 10_000)  # type: ignore[attr-defined]
    after.press(said.keep)
    assert said.answer.text() == translate("This text is too long. Use at most {most} letters.", most=2000)
    assert len(said.inputs["text"].value()) == 10_000


def test_what_somebody_types_stays_when_the_market_changes_meanwhile(after: After) -> None:
    card = after.panel.numbers
    QTest.keyClicks(card.reflection, "Half een zin")
    after.room.tasks.write(lambda s: s.market_days.set_network(after.event, None, "Anders"), lambda _: None)
    after.room.settle()
    assert card.reflection.toPlainText() == "Half een zin"


def test_another_market_shows_what_was_said_of_that_one(after: After) -> None:
    other = make_market(after.room.services)
    after.room.services.market_afterwards.reflect(other, "Een andere markt")
    after.panel.open_market(other)
    after.room.settle()
    after.room.wait(lambda: after.panel.numbers.reflection.toPlainText() == "Een andere markt")
    assert cells(after.panel.ties.rows) == []
