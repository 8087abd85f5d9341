"""The card of somebody new through its dialog, on real services."""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.qt.days import as_date
from buurtkamer_app.qt.people.joining import JoiningDialog
from tests.qt.office_room import ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.base.roles import Actor
    from tests.qt.office_room import OfficeRoom

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def opened(room: OfficeRoom, clock: SetClock, qtbot: QtBot) -> Iterator[Callable[[UUID | None], JoiningDialog]]:
    made: list[JoiningDialog] = []

    def make(host: UUID | None = None) -> JoiningDialog:
        dialog = JoiningDialog(room.tasks, host)
        made.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: as_date(dialog.key_on) == clock.now().date())
        return dialog

    yield make
    for dialog in made:
        let_go(dialog)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_card_is_begun_left_and_gone_on_with(
    opened: Callable[[UUID | None], JoiningDialog], room: OfficeRoom, qtbot: QtBot
) -> None:
    first = opened(None)
    assert not first.finish.isVisible()
    assert not first.new_pin.give.isEnabled()
    QTest.keyClicks(first.name, "Els van Dam")
    first.talked.setChecked(True)
    click(first.keep)
    qtbot.waitUntil(lambda: first.heading.text() == "Els van Dam")
    assert first.told.text() == translate("The card is kept. You can go on with it later.")
    assert translate("the first talk") not in first.still.text()
    assert translate("two shifts along") in first.still.text()
    assert first.finish.isVisible()
    assert not first.finish.isEnabled()
    els = room.services.people.host_named("Els van Dam")
    again = opened(els.id)
    assert again.name.text() == "Els van Dam"
    assert again.talked.isChecked()
    assert not again.agreed.isChecked()


def test_a_refusal_stands_in_the_dialog_and_nothing_typed_is_lost(
    opened: Callable[[UUID | None], JoiningDialog], qtbot: QtBot
) -> None:
    dialog = opened(None)
    dialog.name.setText("Ria Postma")
    dialog.phone.setText("06 12345678")
    click(dialog.keep)
    qtbot.waitUntil(dialog.told.isVisible)
    assert "Ria Postma" in dialog.told.text()
    assert dialog.phone.text() == "06 12345678"
    assert dialog.heading.text() == translate("Somebody new")


def test_a_shift_along_is_chosen_and_taken_away_again(
    opened: Callable[[UUID | None], JoiningDialog], room: OfficeRoom, qtbot: QtBot
) -> None:
    nadia, ria = (room.services.people.host_named(name).id for name in ("Nadia Bouali", "Ria Postma"))
    ask(room, qtbot, lambda s: s.rota.put_on(ria, FRIDAY, DayPart.MORNING))
    dialog = opened(nadia)
    qtbot.waitUntil(lambda: dialog.along.choice.count() == 1)
    assert "Ria Postma" in dialog.along.choice.currentText()
    click(dialog.along.join)
    qtbot.waitUntil(lambda: dialog.along.findChild(QLabel, "joined_0") is not None)
    label = dialog.along.findChild(QLabel, "joined_0")
    assert isinstance(label, QLabel)
    assert label.text().startswith(translate("still to come"))
    assert not dialog.along.choice.isVisible()
    leave = dialog.along.findChild(QPushButton, "leave_0")
    assert isinstance(leave, QPushButton)
    click(leave)
    qtbot.waitUntil(lambda: dialog.along.choice.count() == 1)
    assert room.services.learning.of(nadia) == []


def test_when_all_is_done_they_become_a_host(
    opened: Callable[[UUID | None], JoiningDialog], room: OfficeRoom, clock: SetClock, qtbot: QtBot
) -> None:
    nadia, ria = (room.services.people.host_named(name).id for name in ("Nadia Bouali", "Ria Postma"))

    def prepare(services: Any) -> bool:
        for day, part in ((FRIDAY, DayPart.MORNING), (FRIDAY - timedelta(days=1), DayPart.AFTERNOON)):
            services.rota.put_on(ria, day, part)
        for one in services.learning.to_join(nadia):
            services.learning.join(nadia, one.key, ria)
        return True

    ask(room, qtbot, prepare)
    clock.instant += timedelta(days=3)
    dialog = opened(nadia)
    qtbot.waitUntil(dialog.finish.isVisible)
    dialog.talked.setChecked(True)
    dialog.agreed.setChecked(True)
    click(dialog.keep)
    qtbot.waitUntil(dialog.finish.isEnabled)
    assert dialog.still.text() == translate("All is done.")
    click(dialog.finish)
    qtbot.waitUntil(lambda: not dialog.finish.isVisible())
    assert room.services.people.host(nadia).experience is Experience.REGULAR
    assert dialog.told.text() == translate("{name} is a host now", name="Nadia Bouali")


def test_a_pin_is_typed_twice_and_never_shown_again(
    opened: Callable[[UUID | None], JoiningDialog], room: OfficeRoom, qtbot: QtBot
) -> None:
    nadia = room.services.people.host_named("Nadia Bouali").id
    dialog = opened(nadia)
    qtbot.waitUntil(dialog.new_pin.give.isEnabled)

    def says(words: str) -> bool:
        return dialog.new_pin.answer.text() == translate(words)

    for again, words in (("482914", "The two PINs are not the same. Type them again."), ("482913", "The PIN was set.")):
        dialog.new_pin.pin.setText("482913")
        dialog.new_pin.pin_again.setText(again)
        click(dialog.new_pin.give)
        qtbot.waitUntil(functools.partial(says, words))
    assert dialog.new_pin.pin.text() == ""
    assert dialog.new_pin.pin_again.text() == ""
    actor: Actor = ask(room, qtbot, lambda s: s.sign_in.enter(nadia, "482913"))
    assert actor.name == "Nadia Bouali"
