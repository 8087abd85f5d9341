"""The page of how long things are kept: what goes when, and a period that is set by clicking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.privacy.retention.kinds import RULES
from buurtkamer_app.qt.privacy.retention import RetentionPanel, period
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> Iterator[RetentionPanel]:
    made = RetentionPanel(room.tasks)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == len(RULES))
    yield made
    made.close()
    made.deleteLater()


def choose(panel: RetentionPanel, kind: str) -> None:
    words = translate(RULES[kind].words)
    row = next(row for row in range(panel.model.rowCount()) if panel.model.index(row, 0).data() == words)
    panel.rows.selectRow(row)


def test_what_goes_first_stands_on_top_beside_the_clock(panel: RetentionPanel) -> None:
    assert "13.00" in panel.now.text()
    assert translate(RULES["visitors"].words) in panel.next.text()
    assert panel.model.index(0, 0).data() == translate(RULES["visitors"].words)
    assert panel.ran.text() == translate("It was not looked at yet. That is done at every opening of a day.")
    assert panel.ever_text.text()


def test_a_shorter_period_says_beforehand_what_goes_and_is_kept_with_one_click(
    panel: RetentionPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    choose(panel, "concerns")
    assert panel.title.text() == translate(RULES["concerns"].words)
    assert not panel.keep.isEnabled()
    panel.amount.setValue(3)
    qtbot.waitUntil(panel.beforehand.isVisible)
    assert panel.beforehand.text() == translate("Shorter: nothing goes at the next opening.")
    QTest.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.usual.isVisible)
    assert ask(room, qtbot, lambda services: services.retention.rules()["concerns"]) == 3
    QTest.mouseClick(panel.usual, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.usual.isHidden)
    assert ask(room, qtbot, lambda services: services.retention.rules()["concerns"]) == 6


def test_a_period_is_said_in_words() -> None:
    rule = RULES["meals"]
    assert period(0, rule.per) == translate("until the next day")
    assert period(1, rule.per) == translate("1 day")
    assert period(1, RULES["concerns"].per) == translate("1 month")
