"""Help asked on Vandaag, what was counted while the desk was locked, and whether the clock is right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import HelpTopic, Purpose
from buurtkamer_app.desk.records import LockedTallies, Tally
from buurtkamer_app.qt.desk.clock import ClockPanel
from buurtkamer_app.qt.desk.help_asked import HelpPanel
from buurtkamer_app.qt.desk.locked_tallies import LockedTalliesPanel
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    yield made
    made.leave()


@pytest.fixture
def asking(here: Vandaag) -> HelpPanel:
    panel = here.page.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    here.wait(lambda: panel.counted == 0)
    return panel


def topics(here: Vandaag) -> dict[HelpTopic | None, int]:
    today = here.clock.now().date()
    found: dict[HelpTopic | None, int] = here.ask(lambda services: services.desk.help_asked(today, today))
    return found


def count(here: Vandaag, panel: HelpPanel, number: int) -> None:
    here.wait(lambda: (panel.counted, panel.pending) == (number, 0) and panel.topics.isVisible())


def test_a_question_is_counted_at_once_by_mouse_and_said_what_about(here: Vandaag, asking: HelpPanel) -> None:
    QTest.mouseClick(asking.ask, Qt.MouseButton.LeftButton)
    count(here, asking, 1)
    assert topics(here) == {None: 1}
    QTest.mouseClick(asking.topics.buttons[HelpTopic.MONEY], Qt.MouseButton.LeftButton)
    here.wait(lambda: not asking.topics.isVisible())
    assert topics(here) == {HelpTopic.MONEY: 1}
    today = here.clock.now().date()
    assert here.ask(lambda services: services.desk.figures(today, today)).visits == 0


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier])
def test_a_question_is_counted_and_said_what_about_by_keyboard(
    here: Vandaag, asking: HelpPanel, modifier: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(here.window, Qt.Key.Key_Plus, modifier)
    count(here, asking, 1)
    QTest.keyClick(asking.ask, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is asking.topics.buttons[HelpTopic.LETTER]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    here.wait(lambda: not asking.topics.isVisible())
    assert topics(here) == {HelpTopic.LETTER: 1}
    assert QApplication.focusWidget() is asking.ask


def test_a_plus_typed_in_a_field_counts_nothing(here: Vandaag, asking: HelpPanel) -> None:
    here.sit_host()
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "+")
    assert here.arrivals.search.text() == "+"
    assert topics(here) == {}
    assert asking.counted == 0


def test_the_topics_may_be_left_alone(here: Vandaag, asking: HelpPanel) -> None:
    QTest.keyClick(here.window, Qt.Key.Key_Plus)
    count(here, asking, 1)
    QTest.keyClick(asking.ask, Qt.Key.Key_Escape)
    assert not asking.topics.isVisible()
    QTest.mouseClick(asking.ask, Qt.MouseButton.LeftButton)
    count(here, asking, 2)
    QTest.mouseClick(asking.topics.later, Qt.MouseButton.LeftButton)
    assert not asking.topics.isVisible()
    QTest.mouseClick(asking.ask, Qt.MouseButton.LeftButton)
    count(here, asking, 3)
    asking.topics.buttons[HelpTopic.CARE].setFocus()
    QTest.keyClick(asking.topics.buttons[HelpTopic.CARE], Qt.Key.Key_Escape)
    assert not asking.topics.isVisible()
    assert topics(here) == {None: 3}


def test_the_topics_go_when_somebody_goes_on_with_something_else(here: Vandaag, asking: HelpPanel) -> None:
    here.sit_host()
    QTest.keyClick(here.window, Qt.Key.Key_Plus)
    count(here, asking, 1)
    here.arrivals.search.setFocus()
    assert not asking.topics.isVisible()


def test_a_next_question_asks_what_that_one_is_about(here: Vandaag, asking: HelpPanel) -> None:
    for number in (1, 2):
        QTest.keyClick(here.window, Qt.Key.Key_Plus)
        count(here, asking, number)
    QTest.mouseClick(asking.topics.buttons[HelpTopic.PHONE], Qt.MouseButton.LeftButton)
    assert topics(here) == {None: 1, HelpTopic.PHONE: 1}


def test_the_topics_move_nothing_and_lie_within_the_page(here: Vandaag, asking: HelpPanel) -> None:
    places = [button.mapTo(here.page, QPoint()) for button in here.tally.buttons.values()]
    QTest.keyClick(here.window, Qt.Key.Key_Plus)
    count(here, asking, 1)
    assert [button.mapTo(here.page, QPoint()) for button in here.tally.buttons.values()] == places
    assert here.page.rect().contains(asking.topics.geometry())
    assert all(choice.height() >= 44 for choice in asking.topics.buttons.values())
    assert asking.ask.height() == 44


def test_undo_takes_the_question_off_the_button(here: Vandaag, asking: HelpPanel) -> None:
    here.sit_host()
    QTest.keyClick(here.window, Qt.Key.Key_Plus)
    count(here, asking, 1)
    here.undo()
    here.wait(lambda: asking.counted == 0)
    QTest.mouseClick(asking.topics.buttons[HelpTopic.CARE], Qt.MouseButton.LeftButton)
    assert topics(here) == {}


@pytest.fixture
def locked(here: Vandaag) -> LockedTalliesPanel:
    panel = LockedTalliesPanel(here.tasks)
    here.page.coming_in.addWidget(panel)
    for _ in range(2):
        here.tally.press(Purpose.WALK_IN)
    here.ask(lambda services: services.desk.ask_help())
    return panel


def sign_in(here: Vandaag, panel: LockedTalliesPanel) -> None:
    panel.set_actor(here.sit_host())
    here.wait(panel.isVisible)


def test_who_signs_in_reads_what_was_counted_while_locked(here: Vandaag, locked: LockedTalliesPanel) -> None:
    assert not locked.isVisible()
    sign_in(here, locked)
    what = f"{translate('{count} visitors', count=2)}, {translate('1 question')}"
    assert locked.told.text() == translate("Counted while locked: {what}.", what=what)
    locked.set_actor(NOBODY)
    assert not locked.isVisible()


def test_what_was_counted_while_locked_goes_in_one_click_and_comes_back_with_undo(
    here: Vandaag, locked: LockedTalliesPanel
) -> None:
    sign_in(here, locked)
    QTest.mouseClick(locked.away, Qt.MouseButton.LeftButton)
    here.wait(lambda: not locked.isVisible() and here.tally.walk_in.counted == 0)
    here.undo()
    here.wait(lambda: locked.isVisible() and here.tally.walk_in.counted == 2)


def test_what_is_right_is_not_asked_again(here: Vandaag, locked: LockedTalliesPanel) -> None:
    sign_in(here, locked)
    QTest.mouseClick(locked.right, Qt.MouseButton.LeftButton)
    here.wait(lambda: not locked.isVisible())
    assert here.ask(lambda services: services.desk.locked_today()) == LockedTallies(0, 0)
    here.tally.press(Purpose.WALK_IN)
    here.wait(lambda: here.tally.walk_in.counted == 3)
    assert not locked.isVisible()


@pytest.fixture
def watch(here: Vandaag) -> ClockPanel:
    here.ask(lambda services: services.desk.tally(Tally(1)))
    begun = here.clock.now()

    def runs() -> float:
        return (here.clock.now() - begun).total_seconds()

    panel = ClockPanel(here.tasks, runs)
    here.page.coming_in.addWidget(panel)
    return panel


def look(here: Vandaag, panel: ClockPanel) -> None:
    panel.outdate()
    answers: list[object] = []
    here.tasks.read(lambda services: services.room.today(), answers.append)
    here.wait(lambda: bool(answers))


def test_a_clock_that_is_right_is_not_asked_about(here: Vandaag, watch: ClockPanel) -> None:
    look(here, watch)
    here.clock.instant += timedelta(hours=20)
    look(here, watch)
    assert not watch.isVisible()


def test_a_clock_in_a_wrong_year_is_asked_about_while_counting_goes_on(here: Vandaag, watch: ClockPanel) -> None:
    here.clock.instant -= timedelta(days=365)
    look(here, watch)
    assert watch.isVisible()
    assert "2025" in watch.told.text()
    here.tally.press(Purpose.WALK_IN)
    here.wait(lambda: here.tally.walk_in.counted == 1)
    look(here, watch)
    assert watch.isVisible()
    here.clock.instant += timedelta(days=365)
    look(here, watch)
    assert "2026" in watch.told.text()
    QTest.mouseClick(watch.right, Qt.MouseButton.LeftButton)
    look(here, watch)
    assert not watch.isVisible()


def test_a_day_that_came_too_soon_is_asked_about_until_it_is_said_to_be_right(here: Vandaag, clock: SetClock) -> None:
    panel = ClockPanel(here.tasks, lambda: 0.0)
    here.page.coming_in.addWidget(panel)
    look(here, panel)
    clock.instant += timedelta(days=1)
    look(here, panel)
    look(here, panel)
    assert panel.isVisible()
    clock.instant -= timedelta(days=1)
    look(here, panel)
    # Set right again it jumped once more: that is asked, too.
    assert panel.isVisible()
    QTest.mouseClick(panel.right, Qt.MouseButton.LeftButton)
    look(here, panel)
    assert not panel.isVisible()
