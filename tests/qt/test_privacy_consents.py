"""The page of permissions: found by name, said in full, withdrawn with one click, hidden with the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.people.rules import MAY_REMEMBER_CHILD
from buurtkamer_app.qt.privacy.consents import ConsentsPanel
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


def _remember(services: Services) -> UUID:
    visitor = services.people.know("Qwertina", services.room.today()).value.id
    services.people.remember(visitor, under_16=True, parent="Moeder Xandra")
    return visitor


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> Iterator[ConsentsPanel]:
    ask(room, qtbot, _remember)
    made = ConsentsPanel(room.tasks)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 1)
    yield made
    made.close()
    made.deleteLater()


def find(panel: ConsentsPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.search, "qwertina")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.rows.selectRow(0)


def test_a_permission_is_found_by_name_and_said_in_full(panel: ConsentsPanel, qtbot: QtBot) -> None:
    assert not panel.chosen.isVisible()
    find(panel, qtbot)
    assert panel.chosen.isVisible()
    assert translate(MAY_REMEMBER_CHILD) in panel.text.text()
    assert "Moeder Xandra" in panel.parent_said.text()
    assert panel.count.text() == translate("1 permission")


def test_a_permission_is_withdrawn_with_one_click(panel: ConsentsPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    find(panel, qtbot)
    QTest.mouseClick(panel.withdraw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    assert not panel.chosen.isVisible()
    assert panel.count.text() == translate("Nobody of this name said yes to anything.")
    assert ask(room, qtbot, lambda services: services.consents.given("qwertina")) == []


def test_with_names_hidden_nobody_stands_there(panel: ConsentsPanel, qtbot: QtBot) -> None:
    find(panel, qtbot)
    panel.hide_names(hidden=True)
    assert panel.hidden.isVisible()
    assert not panel.rows.isVisible()
    assert not panel.chosen.isVisible()
    panel.hide_names(hidden=False)
    assert panel.rows.isVisible()
    assert panel.chosen.isVisible()
