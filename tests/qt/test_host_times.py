"""When a host can, fixed shifts and days otherwise, on the card and for the host themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import Willing
from buurtkamer_app.desktop.rota import RotaSections
from buurtkamer_app.qt.people.card_line import CardLine
from buurtkamer_app.qt.people.host_list import HostListPanel
from buurtkamer_app.qt.people.my_times import MyTimesPanel
from buurtkamer_app.rota.fixed.records import Agreed
from tests.qt.board_room import BoardRoom, enter
from tests.qt.host_section import AFTERNOON, MORNING, TODAY, Cards, choose_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        yield room
        assert not room.troubles


@pytest.fixture
def here(room: BoardRoom) -> Cards:
    return Cards(room)


class Own:
    """A host's own times."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = MyTimesPanel(room.tasks)
        self.window = room.show(self.panel)

    def sit(self, name: str) -> None:
        self.panel.set_actor(self.room.sit(Role.HOST, name))
        self.room.settle()


def test_a_press_on_a_time_goes_through_four_states_each_one_step(here: Cards) -> None:
    here.open()
    cell = here.card.times.cells[0, MORNING]
    assert cell.text() == "Can"
    seen = []
    for _ in range(4):
        here.press(cell)
        usual = {(one.weekday, one.part): one.willing for one in here.room.services.times.of(here.host()).usual}
        seen.append((cell.text(), cell.property("willing"), usual.get((0, MORNING))))
    assert seen == [
        ("Rather not", "rather_not", Willing.RATHER_NOT),
        ("If it must be", "last_resort", Willing.LAST_RESORT),
        ("Cannot", "cannot", None),
        ("Can", "can", Willing.CAN),
    ]
    assert [change.label.say() for change in here.room.changes] == ["The times of Joop Kramer were changed"] * 4


def test_times_are_changed_by_keys_alone_and_undo_shows_at_once(here: Cards) -> None:
    here.open()
    cell = here.card.times.cells[1, AFTERNOON]
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Space)
    here.room.settle()
    assert (cell.text(), cell.accessibleName()) == ("Rather not", "Tuesday afternoon: Rather not")
    assert QApplication.focusWidget() is cell
    here.do(lambda s: s.history.undo(s.history.last().unit))
    here.room.wait(lambda: cell.text() == "Can")


def test_quick_presses_on_a_time_all_count(here: Cards) -> None:
    here.open()
    cell = here.card.times.cells[2, MORNING]
    for _ in range(3):
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    here.room.settle()
    assert cell.text() == "Cannot"
    here.room.wait(lambda: len(here.room.changes) == 3)


def test_a_fixed_shift_is_agreed_shown_in_the_times_and_ended(here: Cards) -> None:
    here.open()
    fixed = here.card.fixed
    assert fixed.shift.itemText(0) == "Monday morning"
    fixed.every.setCurrentIndex(1)
    here.press(fixed.keep)
    assert here.lines(fixed) == ["Monday morning, every 2 weeks"]
    cell = here.card.times.cells[0, MORNING]
    assert (cell.text(), cell.accessibleDescription()) == ("Can, fixed", "every 2 weeks")
    (line,) = fixed.findChildren(CardLine)
    assert line.button is not None
    here.press(line.button)
    assert here.lines(fixed) == []
    assert cell.text() == "Can"


def test_an_agreement_that_breaks_a_rule_is_refused_beside_it_and_stays_chosen(here: Cards) -> None:
    here.open("Nadia Bouali")
    fixed = here.card.fixed
    choose_day(fixed.first, date(2026, 4, 1))
    here.press(fixed.keep)
    assert fixed.answer.text() == "Nadia Bouali is still learning, so Monday morning cannot be fixed."
    assert fixed.first.date() == QDate(2026, 4, 1)
    assert fixed.touched


def test_what_can_no_longer_be_kept_of_an_agreement_is_told(here: Cards) -> None:
    here.do(lambda s: s.fixed.agree(here.host(), Agreed(0, MORNING, TODAY)))
    here.do(lambda s: s.times.set_usual(here.host(), 0, MORNING, None))
    here.open()
    (_agreed, told) = here.card.fixed.findChildren(CardLine)
    assert told.told == "Joop Kramer has Monday morning fixed, but cannot then."


def test_days_away_are_written_down_with_the_shifts_that_they_hold(here: Cards) -> None:
    here.do(lambda s: s.rota.put_on(here.host(), date(2026, 3, 17), MORNING))
    here.open()
    days = here.card.days
    choose_day(days.first, date(2026, 3, 16))
    assert days.last.date() == QDate(2026, 3, 16)
    choose_day(days.last, date(2026, 3, 20))
    here.press(days.keep)
    (line,) = days.findChildren(CardLine)
    assert (line.words, line.told) == ("Away", "Still on the rota: Tue 17 March (morning). Look for somebody else.")
    assert days.first.date() == QDate(2026, 3, 11)
    here.tick(days.extra)
    choose_day(days.first, date(2026, 3, 18))
    here.press(days.keep)
    assert days.answer.text() == "Joop Kramer is away on Wednesday 18 March, and cannot be there extra."
    assert days.extra.isChecked()
    assert line.button is not None
    here.press(days.findChildren(CardLine)[0].button or days.keep)
    assert here.room.services.times.of(here.host()).others == ()


def test_a_host_sees_their_own_times_and_writes_down_when_they_cannot(room: BoardRoom) -> None:
    joop = room.services.people.host_named("Joop Kramer").id
    room.tasks.write(lambda s: s.fixed.agree(joop, Agreed(1, MORNING, TODAY, every=2)), lambda _: None)
    room.settle()
    room.changes.clear()
    own = Own(room)
    own.sit("Joop Kramer")
    assert own.panel.who.text() == "Times of Joop Kramer"
    assert own.panel.times.legend.text().endswith("Fixed: Tuesday morning (every 2 weeks).")
    cell = own.panel.times.cells[0, MORNING]
    assert cell.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    choose_day(own.panel.days.first, date(2026, 3, 18))
    QTest.mouseClick(own.panel.days.keep, Qt.MouseButton.LeftButton)
    room.settle()
    assert [change.label.say() for change in room.changes] == ["Joop Kramer is away"]
    assert joop not in room.services.times.free(date(2026, 3, 18), MORNING)
    assert cell.text() == "Can"


def test_nobody_sees_the_times_of_who_sat_there_before(room: BoardRoom) -> None:
    own = Own(room)
    own.sit("Joop Kramer")
    assert own.panel.times.isVisible()
    room.services.sign_in.act_as(NOBODY)
    own.panel.set_actor(NOBODY)
    assert own.panel.times.isHidden()
    assert own.panel.none.text() == "Sign in to see your own times."
    own.sit("Ria Postma")
    assert own.panel.who.text() == "Times of Ria Postma"
    assert own.panel.times.cells[2, AFTERNOON].text() == "Can"


def test_the_coordinator_has_all_cards_and_a_host_their_own_times(room: BoardRoom) -> None:
    sections = RotaSections(room.tasks, None)
    window = room.show(sections.page)
    sections.set_actor(room.sit(Role.COORDINATOR))
    assert isinstance(sections.page.show_section("hosts"), HostListPanel)
    sections.set_actor(room.sit(Role.HOST, "Joop Kramer"))
    assert sections.page.buttons["hosts"].isHidden()
    mine = sections.page.show_section("times")
    assert isinstance(mine, MyTimesPanel)
    room.settle()
    assert mine.who.text() == "Times of Joop Kramer"
    assert window.isVisible()
