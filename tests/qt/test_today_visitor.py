"""What is known of a visitor, in the window: each part with its own button, all of it undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor
from buurtkamer_app.desk.missed.rules import AGREED
from buurtkamer_app.qt.desk.visitor import VisitorDialog
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.services import Services


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def visitor(room: OfficeRoom, qtbot: QtBot) -> Visitor:
    """Give somebody who is known since today, and did not say yet whether their name may stay."""
    host = room.services.people.host_named("Ria Postma")
    room.act_as(Actor(host.role, host.id, host.name))
    known: Visitor = ask(room, qtbot, lambda services: services.people.know("Mw. Zwol", services.room.today()).value)
    return known


@pytest.fixture
def dialog(room: OfficeRoom, visitor: Visitor, qtbot: QtBot) -> Iterator[VisitorDialog]:
    window = QWidget()
    window.resize(1366, 740)
    qtbot.addWidget(window)
    window.show()
    made = VisitorDialog(room.tasks, visitor, window)
    made.open()
    qtbot.waitUntil(lambda: made.name.text() == "Mw. Zwol")
    yield made
    let_go(made)


def undo_last(services: Services) -> Any:
    last = services.history.last()
    assert last is not None
    return services.history.undo(last.unit)


def undo(room: OfficeRoom, qtbot: QtBot) -> None:
    ask(room, qtbot, undo_last)


def agree(dialog: VisitorDialog, qtbot: QtBot) -> None:
    dialog.phone.setFocus()
    QTest.keyClicks(dialog.phone, "020 000 06 06")
    QTest.keyClicks(dialog.also, "dochter Anja")
    dialog.agree.click()
    qtbot.waitUntil(lambda: not dialog.withdraw.isHidden())


def test_a_name_is_corrected_by_keyboard_and_brought_back_by_undo(
    dialog: VisitorDialog, room: OfficeRoom, qtbot: QtBot
) -> None:
    dialog.name.setFocus()
    QTest.keyClick(dialog.name, Qt.Key.Key_Backspace)
    QTest.keyClicks(dialog.name, "f")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.heading.text() == "Mw. Zwof")
    undo(room, qtbot)
    qtbot.waitUntil(lambda: dialog.heading.text() == "Mw. Zwol")
    assert dialog.name.text() == "Mw. Zwol"


def test_a_hint_tells_two_of_one_name_apart(
    dialog: VisitorDialog, room: OfficeRoom, visitor: Visitor, qtbot: QtBot
) -> None:
    QTest.keyClicks(dialog.hint, "rode hoed")
    dialog.set_hint.click()
    qtbot.waitUntil(lambda: dialog.heading.text() == "Mw. Zwol · rode hoed")
    assert ask(room, qtbot, lambda services: services.people.visitor(visitor.id)).hint == "rode hoed"


@pytest.mark.parametrize("typed", ["", "x" * 10_000, "\u202e"])
def test_what_is_no_name_is_refused_and_stays_typed(dialog: VisitorDialog, qtbot: QtBot, typed: str) -> None:
    dialog.name.setText(typed)
    dialog.name.setModified(True)
    kept = dialog.name.text()
    dialog.rename.click()
    qtbot.waitUntil(lambda: not dialog.name_told.isHidden())
    assert dialog.name_told.property("kind") == "warning"
    assert (dialog.name.text(), dialog.heading.text()) == (kept, "Mw. Zwol")


def test_without_a_yes_it_says_what_happens_and_one_click_keeps_the_name(
    dialog: VisitorDialog, room: OfficeRoom, qtbot: QtBot
) -> None:
    assert "seven days" in dialog.remembered.text()
    dialog.remember.click()
    qtbot.waitUntil(dialog.remember.isHidden)
    assert dialog.remembered.text() == translate("Yes: this name stays.")
    undo(room, qtbot)
    qtbot.waitUntil(lambda: not dialog.remember.isHidden())


def test_who_agrees_to_be_called_sees_the_sentence_who_wrote_it_and_when(dialog: VisitorDialog, qtbot: QtBot) -> None:
    assert translate(AGREED) in dialog.sentence.text()
    assert dialog.agreed.isHidden()
    agree(dialog, qtbot)
    assert dialog.agreed.text() == "Agreed on Wednesday 11 March 2026, said to Ria Postma."
    assert translate(AGREED) in dialog.sentence.text()
    qtbot.waitUntil(dialog.remember.isHidden)


def test_withdrawing_is_one_click_and_the_numbers_go(dialog: VisitorDialog, qtbot: QtBot) -> None:
    agree(dialog, qtbot)
    dialog.withdraw.click()
    qtbot.waitUntil(dialog.withdraw.isHidden)
    assert (dialog.phone.text(), dialog.also.text()) == ("", "")
    assert dialog.holiday.isHidden()


def test_a_number_that_is_none_is_refused_beside_the_field(dialog: VisitorDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.phone, "later")
    dialog.agree.click()
    qtbot.waitUntil(lambda: not dialog.missing_told.isHidden())
    assert dialog.missing_told.text() == "Type a phone number, like 06 12345678."
    assert dialog.phone.text() == "later"


def test_a_holiday_is_written_down_and_ended(dialog: VisitorDialog, qtbot: QtBot) -> None:
    agree(dialog, qtbot)
    dialog.until.setDate(QDate(2026, 4, 1))
    dialog.gone.click()
    qtbot.waitUntil(lambda: not dialog.home.isHidden())
    assert dialog.away.text() == "Away up to and including Wednesday 1 April 2026."
    dialog.home.click()
    qtbot.waitUntil(dialog.home.isHidden)
    assert dialog.away.isHidden()


def test_what_is_typed_in_one_part_stays_while_another_is_kept(dialog: VisitorDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.phone, "020 000")
    dialog.remember.click()
    qtbot.waitUntil(dialog.remember.isHidden)
    assert dialog.phone.text() == "020 000"


def test_with_names_hidden_nothing_of_the_visitor_is_seen_and_what_was_typed_stays(dialog: VisitorDialog) -> None:
    QTest.keyClicks(dialog.hint, "rode hoed")
    dialog.hide_names(hidden=True)
    seen = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert seen == [translate("Names are hidden. Press F8 to see them.")]
    assert not dialog.name.isVisible()
    dialog.hide_names(hidden=False)
    assert dialog.hint.text() == "rode hoed"
