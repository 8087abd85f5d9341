"""What is asked too often is done at once, then now and then, and surely after the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from buurtkamer_app.qt.paced import BURST, Paced

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("qapp")
def test_what_is_seldom_asked_is_done_every_time_and_at_once() -> None:
    done: list[int] = []
    owner = QObject()
    paced = Paced(lambda: done.append(1), owner)
    for _ in range(BURST):
        paced.ask()
    assert done == [1] * BURST


def test_a_storm_is_done_a_few_times_and_surely_after_the_last(qtbot: QtBot) -> None:
    seen: list[int] = []
    asked = 0
    owner = QObject()
    paced = Paced(lambda: seen.append(asked), owner)
    for _ in range(1000):
        asked += 1
        paced.ask()
    assert seen == list(range(1, BURST + 1))
    qtbot.waitUntil(lambda: seen[-1] == 1000)
    assert len(seen) == BURST + 1


def test_after_a_storm_it_is_done_at_once_again_and_nothing_ticks_on(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    paced = Paced(lambda: done.append(1), owner)
    for _ in range(BURST + 1):
        paced.ask()
    timer = owner.findChild(QTimer)
    assert timer is not None
    qtbot.waitUntil(lambda: not timer.isActive())
    before = len(done)
    paced.ask()
    assert len(done) == before + 1
