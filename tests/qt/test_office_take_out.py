"""The section for lists to a file, with real widgets on real services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.exchange.lists.out.records import SHAPES, Shape, Taken
from buurtkamer_app.qt.exchange.take_out import TakeOutPanel
from tests.qt.office_room import OfficeRoom, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> TakeOutPanel:
    room.act_as(Actor(Role.COORDINATOR))
    made = TakeOutPanel(room.tasks)
    qtbot.addWidget(made)
    made.resize(1080, 690)
    made.show()
    qtbot.waitUntil(lambda: made.last.date() == QDate(2026, 3, 11))
    return made


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(panel: TakeOutPanel, taken: Taken, shape: Shape) -> None:
    panel.which.setCurrentIndex(panel.which.findData(taken))
    panel.shape.setCurrentIndex(panel.shape.findData(shape))


def test_a_list_is_saved_where_somebody_says(panel: TakeOutPanel, tmp_path: Path, qtbot: QtBot) -> None:
    pick(panel, Taken.WISHES, Shape.SPREADSHEET)
    click(panel.save)
    assert panel.dialog is not None
    assert panel.dialog.selectedFiles()[0].endswith(".xlsx")
    choose(panel.dialog, tmp_path / "wensen.xlsx")
    qtbot.waitUntil(panel.save.isEnabled)
    assert panel.saved.text() == translate("Saved as {name}.", name="wensen.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "wensen.xlsx").active
    assert sheet is not None
    assert sheet["B1"].value == translate("Wish")
    assert len(list(sheet.iter_rows())) == 41


def test_only_the_files_that_a_list_can_be_are_offered(panel: TakeOutPanel) -> None:
    for taken, shapes in SHAPES.items():
        panel.which.setCurrentIndex(panel.which.findData(taken))
        offered = [panel.shape.itemData(at) for at in range(panel.shape.count())]
        assert offered == list(shapes)
        assert all(panel.shape.itemText(at) for at in range(panel.shape.count()))
        assert panel.what_words.text()
    pick(panel, Taken.WISHES, Shape.CSV_ISO)
    panel.which.setCurrentIndex(panel.which.findData(Taken.VISITS))
    assert panel.chosen is Shape.CSV_ISO


def test_who_is_known_has_no_period_and_names_are_told(panel: TakeOutPanel) -> None:
    pick(panel, Taken.VISITORS, Shape.CARDS)
    assert panel.when.isHidden()
    assert panel.names_words.text() == translate("There are names of people in it.")
    pick(panel, Taken.VISITS, Shape.CSV_DUTCH)
    assert panel.when.isVisible()
    assert panel.names_words.text() == translate("No names of visitors are in it.")


def test_a_period_in_the_wrong_order_is_a_sentence(panel: TakeOutPanel, tmp_path: Path, qtbot: QtBot) -> None:
    pick(panel, Taken.TALLIES, Shape.CSV_DUTCH)
    panel.whole.click()
    assert panel.days.isVisible()
    panel.first.setDate(QDate(2026, 4, 1))
    panel.save_to(tmp_path / "dagen.csv")
    qtbot.waitUntil(panel.save.isEnabled)
    assert panel.saved.text() == translate("The last day comes before the first.")
    assert not (tmp_path / "dagen.csv").exists()
    assert panel.first.date() == QDate(2026, 4, 1)


def test_what_is_stopped_says_so_and_can_be_asked_again(
    panel: TakeOutPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    pick(panel, Taken.VISITS, Shape.CSV_DUTCH)
    panel.save_to(tmp_path / "bezoeken.csv")
    room.tasks.cancel()
    qtbot.waitUntil(panel.save.isEnabled)
    assert panel.saved.text() == translate("Stopped. Nothing was changed.")
    assert not (tmp_path / "bezoeken.csv").exists()
    panel.save_to(tmp_path / "bezoeken.csv")
    qtbot.waitUntil(panel.save.isEnabled)
    assert (tmp_path / "bezoeken.csv").exists()
