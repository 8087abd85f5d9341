"""Two cards of one person in the window: offered, found, and made one with one step back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor
from buurtkamer_app.qt.desk.visitor import VisitorDialog
from tests.qt.office_room import OfficeRoom, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.services import Services


class Cards:
    """The card of Mw. Zwol, with a namesake who wears a red hat and a misspelt one."""

    def __init__(self, room: OfficeRoom, bot: QtBot) -> None:
        self.room, self.bot = room, bot
        host = room.services.people.host_named("Ria Postma")
        room.act_as(Actor(host.role, host.id, host.name))
        self.zwol: Visitor = self.ask(lambda s: s.people.know("Mw. Zwol", s.room.today()).value)
        self.hat: Visitor = self.ask(lambda s: s.people.know("Mw. Zwol", s.room.today(), hint="rode hoed").value)
        self.swol: Visitor = self.ask(lambda s: s.people.know("Mevr. Swol", s.room.today()).value)
        self.ask(lambda s: s.arrivals.come_in_as(self.hat.id))
        self.window = QWidget()
        self.window.resize(1366, 740)
        bot.addWidget(self.window)
        self.window.show()
        self.dialog = VisitorDialog(room.tasks, self.zwol, self.window)
        self.dialog.open()
        self.wait(lambda: bool(self.dialog.same.shown))

    def ask(self, work: Callable[[Services], Any]) -> Any:
        answers: list[Any] = []
        self.room.tasks.write(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def wait(self, until: Callable[[], bool]) -> None:
        self.bot.waitUntil(until, timeout=5000)

    def known(self) -> list[tuple[str, str]]:
        return [(one.name, one.hint) for one in self.ask(lambda s: s.people.find("wol"))] or [
            (one.name, one.hint) for one in self.ask(lambda s: [*s.people.find("zwol"), *s.people.find("swol")])
        ]


@pytest.fixture
def cards(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[Cards]:
    for room in furnished(tmp_path, clock, qtbot):
        made = Cards(room, qtbot)
        yield made
        if isValid(made.dialog):
            let_go(made.dialog)


def test_a_namesake_is_offered_and_made_one_by_two_presses(cards: Cards) -> None:
    same = cards.dialog.same
    assert same.offered.isVisible()
    assert same.shown[0].text().startswith("Mw. Zwol · rode hoed")
    same.shown[0].click()
    assert [button.text() for button in same.keeping] == [
        translate("{name} stays", name="Mw. Zwol"),
        translate("{name} stays", name="Mw. Zwol · rode hoed"),
    ]
    same.keeping[0].click()
    cards.wait(lambda: same.told.text() == translate("These two cards are one now."))
    assert cards.known() == [("Mw. Zwol", ""), ("Mevr. Swol", "")]
    assert cards.dialog.isVisible()
    last = cards.ask(lambda s: s.history.last())
    assert last.label.message == "Two cards of {name} are one now"
    cards.ask(lambda s: s.history.undo(last.unit))
    assert len(cards.known()) == 3


def test_any_other_card_is_found_by_letters_and_the_keyboard(cards: Cards) -> None:
    same = cards.dialog.same
    same.search.setFocus()
    QTest.keyClicks(same.search, "swol")
    cards.wait(lambda: [button.text() for button in same.shown] == ["Mevr. Swol"])
    assert not same.offered.isVisible()
    same.shown[0].setFocus()
    QTest.keyClick(same.shown[0], Qt.Key.Key_Space)
    cards.wait(lambda: bool(same.keeping))
    QTest.keyClick(same.keeping[0], Qt.Key.Key_Space)
    cards.wait(same.told.isVisible)
    assert ("Mevr. Swol", "") not in cards.known()


def test_when_the_other_card_stays_this_one_closes(cards: Cards) -> None:
    cards.dialog.same.shown[0].click()
    cards.dialog.same.keeping[1].click()
    cards.wait(lambda: not isValid(cards.dialog) or not cards.dialog.isVisible())
    assert cards.known() == [("Mw. Zwol", "rode hoed"), ("Mevr. Swol", "")]


def test_nobody_found_is_said(cards: Cards) -> None:
    same = cards.dialog.same
    same.search.setFocus()
    QTest.keyClicks(same.search, "qqqq")
    cards.wait(lambda: same.told.text() == translate("Nobody else is known by these letters."))
    assert same.shown == []
    same.search.clear()
    QTest.keyClick(same.search, Qt.Key.Key_Return)
    cards.wait(lambda: len(same.shown) == 1)


def test_hidden_names_hide_the_other_cards_too(cards: Cards) -> None:
    cards.dialog.hide_names(hidden=True)
    assert not cards.dialog.same.isVisible()
