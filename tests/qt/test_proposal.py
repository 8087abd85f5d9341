"""The proposal on its page: made, stopped, looked at beside the days, taken over whole, in part or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.base.i18n import speak
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.planner.proposing.records import How, Proposal
from buurtkamer_app.qt.planner import proposal_words
from buurtkamer_app.qt.planner.proposal_panel import ProposalPanel

if TYPE_CHECKING:
    from tests.qt.board_room import BoardRoom


class Voorstel:
    """The section as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = ProposalPanel(room.tasks)
        self.window = room.show(self.panel)
        room.settle()

    def press(self, button: QWidget) -> None:
        self.window.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def make(self) -> None:
        """Press the button and wait for what comes of it."""
        before = self.panel.proposal
        self.press(self.panel.make)
        self.room.bot.waitUntil(lambda: self.panel.proposal is not before, timeout=60_000)
        self.room.settle()

    def new_lines(self) -> list[str]:
        """Give what is marked as new on the days."""
        chips = [label for label in self.panel.findChildren(QLabel) if label.property("chip") == "leaf"]
        return [label.text() for label in chips if label.isVisibleTo(self.panel)]

    def planned(self) -> int:
        return sum(wish.series is not None for wish in self.room.services.wishes.all())


@pytest.fixture
def here(room: BoardRoom) -> Voorstel:
    room.sit(Role.HOST)
    return Voorstel(room)


def test_an_empty_page_says_what_to_do_first(here: Voorstel) -> None:
    panel = here.panel
    assert panel.summary.text() == "27 wishes are open."
    assert panel.empty.isVisible()
    assert panel.make.isEnabled()
    assert not panel.taking.isVisible()
    assert not panel.stop.isVisible()


def test_without_open_wishes_there_is_nothing_to_propose(here: Voorstel) -> None:
    for wish in here.room.services.wishes.all():
        here.room.services.wishes.move(wish.id, WishStatus.PARKED, "zomer")
    here.panel.outdate()
    here.room.settle()
    assert not here.panel.make.isEnabled()
    assert here.panel.empty.text() == "No wish waits for a moment. Write down a wish first."


def test_a_proposal_is_made_ticked_and_taken_over_in_part_and_undone(here: Voorstel) -> None:
    panel, before = here.panel, here.planned()
    here.make()
    assert panel.summary.text().endswith("No other plan suits better.")
    rows = panel.plans
    assert len(rows) + len(panel.others) == 27
    assert here.planned() == before
    assert len(here.new_lines()) == len(rows)

    here.press(panel.none)
    assert not panel.take.isEnabled()
    assert here.new_lines() == []
    for row in rows[:2]:
        here.press(row)
    assert panel.take.text() == "Take over 2"
    here.room.wait(lambda: here.new_lines() == ["New", "New"])
    here.press(panel.take)
    here.room.wait(panel.told.text)
    assert panel.told.text() == "2 activities are on the programme."
    assert here.planned() == before + 2
    assert len(panel.plans) == len(rows) - 2
    services = here.room.services
    here.room.tasks.write(lambda s: s.history.undo(services.history.last().unit), lambda _: None)  # type: ignore[union-attr] # there is one
    here.room.settle()
    assert here.planned() == before


def test_all_of_it_is_taken_over_with_one_press(here: Voorstel) -> None:
    here.make()
    count = len(here.panel.plans)
    assert here.panel.take.hasFocus()
    here.press(here.panel.take)
    here.room.wait(here.panel.told.text)
    assert here.panel.told.text() == f"{count} activities are on the programme."
    assert here.panel.plans == []
    here.room.wait(lambda: here.panel.summary.text() == f"{27 - count} wishes are open.")
    assert not here.panel.taking.isVisible()


def test_what_was_taken_meanwhile_stays_with_its_sentence(here: Voorstel) -> None:
    here.make()
    row = next(row for row in here.panel.plans if row.plan.slot.space == "Atelier")
    moment = row.plan.slot.moment
    here.room.services.bookings.book(NewBooking("Zangkoor", "Atelier", moment.on, moment.starts, moment.ends))
    here.press(here.panel.take)
    here.room.wait(here.panel.told.text)
    assert here.panel.plans == [row]
    assert row.told.text() == "Atelier is taken by Zangkoor. Choose another time or space."
    assert not row.wanted.isChecked()
    assert here.panel.told.text().endswith("1 could not be: see why below.")


def test_a_wish_that_asks_for_something_else_can_be_looked_at(here: Voorstel) -> None:
    asked: list[object] = []
    here.panel.wish_asked.connect(asked.append)
    here.make()
    bench = next(row for row in here.panel.others if row.row.asked.number == 14)
    assert bench.state.text() == "This looks like something else: Report it."
    here.press(bench.open)
    assert asked == [here.room.services.wishes.numbered(14)]


def test_it_can_be_stopped_and_shows_what_there_is(here: Voorstel) -> None:
    panel = here.panel
    here.press(panel.make)
    assert panel.stop.isVisible()
    assert not panel.make.isVisible()
    here.press(panel.stop)
    here.room.bot.waitUntil(lambda: panel.proposal is not None, timeout=60_000)
    assert panel.plans
    assert not panel.stop.isVisible()


def test_who_went_away_meanwhile_is_told_to_sign_in(here: Voorstel) -> None:
    here.room.services.sign_in.act_as(NOBODY)
    here.press(here.panel.make)
    here.room.wait(here.panel.told.text)
    assert here.panel.told.text() == "Sign in first."
    assert here.panel.make.isVisible()


def test_every_row_says_aloud_what_stands_on_it(here: Voorstel) -> None:
    here.make()
    row = here.panel.plans[0]
    for words in (row.moment.text(), row.good.text()):
        assert words in row.wanted.accessibleName()
    days = [part for part in here.panel.findChildren(QWidget) if part.objectName() == "day_to_be"]
    assert any("New: " in part.accessibleName() for part in days)


def test_the_language_can_change_while_a_proposal_is_shown(here: Voorstel) -> None:
    here.make()
    english = here.panel.plans[0].moment.text()
    speak("nl")
    here.panel.say()
    assert here.panel.plans[0].moment.text() != english


@pytest.mark.parametrize(
    ("how", "gap", "words"),
    [
        (How.BEST, 0, "No other plan suits better."),
        (How.ALONE, 0, "No other plan suits better."),
        (How.TIME, 3, "Another plan suits 3 % better at most."),
        (How.STOPPED, 3, "It was stopped: another plan suits 3 % better at most."),
        (How.ALONE, 3, "It was made simply: another plan suits 3 % better at most."),
    ],
)
def test_how_good_a_proposal_is_is_said(how: How, gap: int, words: str) -> None:
    assert proposal_words.how_good(Proposal((), (), (), (), how, gap)) == words


@pytest.mark.parametrize(
    ("made", "refused", "words"),
    [
        (1, 0, "1 activity is on the programme."),
        (0, 1, "0 activities are on the programme. 1 could not be: see why below."),
        (4, 2, "4 activities are on the programme. 2 could not be: see why below."),
    ],
)
def test_what_was_taken_over_is_said(made: int, refused: int, words: str) -> None:
    assert proposal_words.taken(made, refused) == words
