"""Filling on the page: a proposal is made, looked at and changed, taken over in one press, undone in one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import speak, translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.rota.fill_figures import FillFigures
from buurtkamer_app.rota.filling.draft import Kind
from buurtkamer_app.storage.tables.rota import FixedShiftRow
from tests.qt.fill_room import Vullen

if TYPE_CHECKING:
    from tests.qt.board_room import BoardRoom

TODAY = date(2026, 3, 11)


@pytest.fixture
def here(room: BoardRoom) -> Vullen:
    room.sit(Role.COORDINATOR)
    return Vullen(room)


def test_the_page_opens_at_this_month_and_says_how_much_is_open(here: Vullen) -> None:
    panel = here.panel
    assert panel.period.words.text() == "March 2026"
    assert panel.summary.text() == f"{sum(shift.gaps for shift in here.shifts() if shift.on > TODAY)} places are open."
    assert not panel.period.before.isEnabled()
    assert not panel.anew.isVisible()
    assert not panel.proposal.isVisible()


def test_a_month_is_filled_with_one_press_taken_over_with_one_and_undone_in_one_step(here: Vullen) -> None:
    panel = here.panel
    here.make()
    count = len(here.lines)
    assert panel.summary.text() == (
        f"There is somebody for {count} places. None stays open. No other plan suits better."
    )
    assert panel.proposal.take.hasFocus()
    assert panel.proposal.take.text() == f"Put {count} on the rota"
    assert here.on_rota() == 0
    here.take()
    assert panel.told.text() == f"{count} are on the rota."
    assert here.on_rota() == count
    assert panel.summary.text() == "No place is open."
    assert panel.period.month.hasFocus()
    assert not panel.make.isEnabled()
    assert panel.anew.isVisible()
    here.undo()
    assert here.on_rota() == 0
    assert panel.summary.text() == f"{count} places are open."


def test_the_lines_stand_by_day_and_say_all_aloud(here: Vullen) -> None:
    here.make()
    model = here.panel.proposal.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    first = model.index(0)
    assert model.line(first) is None
    assert first.data() == "Thursday 12 March" or str(first.data()).startswith("Wednesday 11 March")
    line = here.lines[0]
    spoken = str(here.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith(f"{line.name}. ")
    assert line.reasons[0].say() in spoken
    assert [one.key.on for one in here.lines] == sorted(one.key.on for one in here.lines)


def test_a_line_is_unticked_by_a_press_on_its_box_and_by_the_space_bar(here: Vullen) -> None:
    here.make()
    proposal, count = here.panel.proposal, len(here.lines)
    here.press_line(0, box=False)
    assert here.ticked(0)
    here.press_line(0, box=True)
    assert not here.ticked(0)
    assert proposal.take.text() == f"Put {count - 1} on the rota"
    QTest.keyClick(proposal.lines, Qt.Key.Key_Down)
    QTest.keyClick(proposal.lines, Qt.Key.Key_Space)
    assert not here.ticked(1)
    here.take()
    assert here.on_rota() == count - 2


def test_the_keyboard_alone_fills_a_month_and_gives_a_place_to_somebody_else(here: Vullen) -> None:
    panel, proposal = here.panel, here.panel.proposal
    panel.period.month.setFocus()
    # The three lengths are one stop, and there is nothing before this month.
    for step in (panel.period.after, panel.make):
        QTest.keyClick(here.focused(), Qt.Key.Key_Tab)
        assert step.hasFocus()
    QTest.keyClick(panel.make, Qt.Key.Key_Space)
    here.room.bot.waitUntil(lambda: panel.proposed is not None, timeout=60_000)
    for stop in (proposal.all, proposal.none, proposal.figures, proposal.lines):
        QTest.keyClick(here.focused(), Qt.Key.Key_Tab)
        assert stop.hasFocus()
    assert proposal.draft is not None
    number = next(n for n in range(len(here.lines)) if proposal.draft.others(n))
    proposal.lines.setCurrentIndex(here.index(number))
    line = here.lines[number]
    QTest.keyClick(proposal.lines, Qt.Key.Key_Tab)
    assert proposal.other.hosts.hasFocus()
    QTest.keyClick(proposal.other.hosts, Qt.Key.Key_Down)
    QTest.keyClick(proposal.other.hosts, Qt.Key.Key_Return)
    assert any(one.by_hand and one.key == line.key for one in here.lines)


def test_none_and_all_tick_every_line(here: Vullen) -> None:
    here.make()
    proposal, count = here.panel.proposal, len(here.lines)
    here.press(proposal.none)
    assert not proposal.take.isEnabled()
    here.press(proposal.all)
    assert proposal.take.text() == f"Put {count} on the rota"


def test_a_place_is_given_to_somebody_else_who_can(here: Vullen) -> None:
    here.make()
    proposal = here.panel.proposal
    number = next(n for n in range(len(here.lines)) if proposal.draft is not None and proposal.draft.others(n))
    line = here.lines[number]
    here.press_line(number, box=False)
    other = proposal.other
    assert line.name in other.how.text()
    name = other.model.record(other.model.index(0, 0))[0].name
    cell = other.hosts.visualRect(other.model.index(0, 0)).center()
    QTest.mouseClick(other.hosts.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    given = [one for one in here.lines if one.key == line.key]
    assert name in {one.name for one in given}
    assert line.name not in {one.name for one in given}
    assert f"You chose {name}." in [label.say() for one in given for label in one.reasons]
    here.take()
    by_hand = [place for shift in here.shifts() if shift.key == line.key for place in shift.places if not place.filled]
    assert len(by_hand) == 1


def test_an_open_place_says_why_and_can_be_given_by_hand(here: Vullen) -> None:
    tuesday = date(2026, 3, 17)
    here.away(tuesday, tuesday)
    here.make()
    number = next(n for n, line in enumerate(here.lines) if line.kind is Kind.OPEN)
    assert here.lines[number].key.on == tuesday
    assert "Away then:" in str(here.index(number).data())
    here.press_line(number, box=True)
    assert here.panel.proposal.other.how.text() == "Nobody else can have this place."
    here.take()
    left = here.lines
    assert {line.kind for line in left} == {Kind.OPEN}
    assert not here.panel.proposal.take.isVisible()
    assert here.panel.summary.text() == f"{sum(line.places for line in left)} places are open."


def test_what_was_taken_meanwhile_stays_in_sight_with_its_sentence(here: Vullen) -> None:
    here.make()
    line = here.lines[0]
    here.room.services.room.close_days(line.key.on, line.key.on, "Vloer in de was")
    here.take()
    assert "could not be: see why below." in here.panel.told.text()
    assert all(not one.ticked and one.key.on == line.key.on for one in here.lines)
    assert "that shift is gone" in str(here.index(0).data())


def test_what_contradicts_itself_is_said_and_the_rest_is_filled(here: Vullen) -> None:
    services = here.room.services
    ria = services.people.host_named("Ria Postma").id
    agreed = FixedShiftRow(host_id=ria, weekday=6, part=DayPart.EVENING, task="", every=1, first_on=TODAY, last_on=None)
    with services.store.work(Label("Ria comes every Sunday")) as unit:
        unit.session.add(agreed)
    here.make()
    troubles = here.panel.proposal.troubles
    assert troubles.isVisible()
    assert troubles.text() == "Ria agreed to Sunday evening, but there is no such shift."
    assert here.lines


def test_filling_anew_shows_who_comes_off_and_lets_them_stay(here: Vullen) -> None:
    here.make()
    here.take()
    shift = next(shift for shift in here.shifts() if shift.places and shift.on > TODAY)
    here.away(shift.on, shift.on)
    here.press(here.panel.anew)
    assert here.panel.make.isEnabled()
    here.make()
    off = [n for n, line in enumerate(here.lines) if line.kind is Kind.OFF and line.key == shift.key]
    assert len(off) == len(shift.places)
    name = here.lines[off[0]].name
    assert str(here.index(off[0]).data()).startswith(f"{name} comes off.")
    here.press_line(off[0], box=False)
    assert here.panel.proposal.other.how.text() == f"Take the tick away to let {name} stay."
    here.press_line(off[0], box=True)
    assert str(here.index(off[0]).data()).startswith(f"{name} stays.")
    here.take()
    now = next(one for one in here.shifts() if one.key == shift.key)
    assert len(now.places) == 1


def test_only_who_asks_sees_the_figures(here: Vullen) -> None:
    here.make()
    proposal = here.panel.proposal
    assert not here.panel.findChildren(FillFigures)
    here.press(proposal.figures)
    shown = proposal.shown
    assert shown is not None
    proposed = here.panel.proposed
    assert proposed is not None
    cost = translate("This plan has {cost} minus points. The fewer, the better.", cost=proposed.filled.cost)
    bound = translate("No plan has fewer than {bound}. That was worked out.", bound=proposed.filled.bound)
    assert cost in shown.figures.text()
    assert bound in shown.figures.text()
    assert shown.model.rowCount() == len(proposed.shares)
    QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    shown.back.click()


def test_it_can_be_stopped_and_shows_what_there_is(here: Vullen) -> None:
    panel = here.panel
    here.press(panel.make)
    assert panel.stop.isVisible()
    assert panel.stop.hasFocus()
    assert panel.progress.isVisible()
    here.press(panel.stop)
    here.room.bot.waitUntil(lambda: panel.proposed is not None, timeout=60_000)
    assert here.lines
    assert not panel.stop.isVisible()


def test_another_period_begins_anew(here: Vullen) -> None:
    panel = here.panel
    here.make()
    here.press(panel.period.week)
    here.room.settle()
    assert panel.period.words.text() == "Week 11 · 9 to 15 March"
    assert not panel.proposal.isVisible()
    here.press(panel.period.after)
    here.room.settle()
    assert panel.period.words.text() == "Week 12 · 16 to 22 March"
    assert panel.summary.text() == "22 places are open."
    here.press(panel.period.before)
    assert not panel.period.before.isEnabled()
    here.press(panel.period.quarter)
    here.room.settle()
    assert panel.period.words.text() == "13 weeks: 9 March to 7 June 2026"


def test_who_went_away_meanwhile_is_told_to_sign_in(here: Vullen) -> None:
    here.room.services.sign_in.act_as(NOBODY)
    here.press(here.panel.make)
    here.room.wait(here.panel.told.text)
    assert here.panel.told.text() == "Only the coordinator can do this."
    assert here.panel.make.isVisible()


def test_somebody_put_on_meanwhile_changes_what_is_open(here: Vullen) -> None:
    before = here.panel.summary.text()
    ria = here.room.services.people.host_named("Ria Postma").id
    here.room.tasks.write(lambda s: s.rota.put_on(ria, date(2026, 3, 17), DayPart.MORNING), lambda _: None)
    here.room.wait(lambda: here.panel.summary.text() != before)
    assert int(here.panel.summary.text().split()[0]) == int(before.split()[0]) - 1


def test_the_language_can_change_while_a_proposal_is_shown(here: Vullen) -> None:
    here.make()
    english = here.panel.period.words.text()
    speak("nl")
    here.panel.period.say()
    here.panel.say()
    here.panel.proposal.say()
    assert here.panel.period.words.text() != english


def test_everything_is_large_enough_and_fits_at_the_normal_size(here: Vullen) -> None:
    here.make()
    panel = here.panel
    assert panel.width() <= here.window.viewport().width()
    assert panel.height() <= here.window.viewport().height()
    buttons = (panel.make, panel.proposal.take, panel.proposal.figures, panel.period.week, panel.period.after)
    assert all(button.height() >= 44 for button in buttons)
    assert all(panel.proposal.lines.visualRect(here.index(number)).height() >= 44 for number in range(5))
