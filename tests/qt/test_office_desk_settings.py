from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.room.desk_settings import DeskSettingsPanel
from buurtkamer_app.room.records import DeskSettings
from tests.qt.office_room import OfficeRoom, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> DeskSettingsPanel:
    made = DeskSettingsPanel(room.tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.leaving.isChecked)
    return made


def test_the_settings_of_the_desk_are_kept(panel: DeskSettingsPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.word_help, "  Spreekuur ")
    panel.age_bands.click()
    panel.cash.click()
    panel.closing_round.insertPlainText("koffie uit\n\nramen dicht")
    panel.keep.click()
    qtbot.waitUntil(lambda: panel.answer.text() == translate("The settings of the desk are kept."))
    kept = DeskSettings(word_help="Spreekuur", age_bands=True, cash=False, closing_round=("koffie uit", "ramen dicht"))
    assert room.services.room.desk_settings() == kept


def test_a_word_that_fits_on_no_button_is_refused_and_stays_where_it_was_typed(
    panel: DeskSettingsPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    panel.word_child.setMaxLength(1000)
    QTest.keyClicks(panel.word_child, "k" * 30)
    panel.keep.click()
    qtbot.waitUntil(lambda: bool(panel.answer.text()))
    assert panel.answer.text() == translate("Words on a button have at most {most} letters.", most=24)
    assert panel.word_child.text() == "k" * 30
    assert room.services.room.desk_settings() == DeskSettings()
