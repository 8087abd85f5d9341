"""How the section of the hosts looks and is walked through: by Tab, with large type, and with very long names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.people.birthdays import BirthdaysDialog
from buurtkamer_app.qt.people.host_files import HostFilesDialog
from buurtkamer_app.qt.people.joining import JoiningDialog
from buurtkamer_app.qt.people.my_times import MyTimesPanel
from tests.qt.board_room import BoardRoom, enter
from tests.qt.host_section import AFTERNOON, MORNING, Cards
from tests.qt.office_room import let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

_LONG = "Wilhelmina van der Heijden-Oosterbeek " * 5


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        yield room
        assert not room.troubles


@pytest.fixture
def here(room: BoardRoom) -> Cards:
    return Cards(room)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    theme.start(qapp, 200)
    yield
    theme.start(qapp, 100)


def _tab(window: QScrollArea) -> object:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_tab_goes_from_the_buttons_above_the_list_to_the_list(here: Cards) -> None:
    here.panel.new.setFocus()
    seen = [_tab(here.window) for _ in range(4)]
    assert seen == [here.panel.keys, here.panel.birthdays, here.panel.files, here.panel.hosts]


def test_tab_goes_from_the_head_of_a_card_to_the_times_that_stand_under_it(here: Cards) -> None:
    here.open()
    here.card.stops.setFocus()
    cells = here.card.times.cells
    assert [_tab(here.window) for _ in range(2)] == [cells[0, MORNING], cells[0, AFTERNOON]]


def test_what_was_typed_can_be_put_back_with_the_next_tab(here: Cards) -> None:
    here.open()
    here.type(here.card.reach.phone, "020 000 00 99")
    here.card.reach.keep.setFocus()
    assert _tab(here.window) is here.card.reach.put_back


def test_a_very_long_name_takes_more_lines_and_nothing_goes_out_of_sight(here: Cards) -> None:
    host = here.host()
    here.do(lambda s: s.cards.set_reach(host, _LONG.strip(), "", on_list=False))
    table = here.panel.hosts
    assert table.horizontalScrollBar().maximum() == 0
    row = next(
        row for row in range(here.panel.model.rowCount()) if here.panel.model.index(row, 0).data() == _LONG.strip()
    )
    assert table.rowHeight(row) > table.rowHeight(row - 1)


@pytest.mark.usefixtures("large")
def test_with_large_type_every_part_of_every_day_has_a_row_of_its_own(room: BoardRoom) -> None:
    panel = MyTimesPanel(room.tasks)
    window = room.show(panel)
    window.resize(766, 540)
    panel.set_actor(room.sit(Role.HOST, "Joop Kramer"))
    room.settle()
    cells = panel.times.cells
    assert len({cell.y() for cell in cells.values()}) == len(cells)
    assert len({cell.x() for cell in cells.values()}) == 1
    assert panel.minimumSizeHint().width() <= 766
    room.sit(Role.COORDINATOR)


def test_at_normal_size_the_parts_of_a_day_stand_beside_each_other(here: Cards) -> None:
    here.open()
    cells = here.card.times.cells
    assert cells[0, MORNING].y() == cells[0, DayPart.AFTERNOON].y()
    assert cells[0, MORNING].x() < cells[0, DayPart.AFTERNOON].x()


@pytest.mark.usefixtures("large")
def test_the_dialog_of_files_stays_within_the_screen_and_scrolls(here: Cards) -> None:
    here.panel.files.click()
    dialog = here.panel.dialog
    assert isinstance(dialog, HostFilesDialog)
    here.room.settle()
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog.close_button.text().startswith(translate("Close"))
    bottom = dialog.close_button.mapTo(dialog, dialog.close_button.rect().bottomLeft()).y()
    assert bottom <= dialog.height()
    let_go(dialog)


def test_birthdays_are_hidden_with_the_names_until_f8_is_pressed(here: Cards) -> None:
    here.panel.hide_names(hidden=True)
    here.panel.birthdays.click()
    dialog = here.panel.dialog
    assert isinstance(dialog, BirthdaysDialog)
    here.room.settle()
    assert dialog.days.text() == translate("Names are hidden. Press F8 to see them.")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert dialog.days.text() == translate("No birthdays in the coming eight weeks.")
    let_go(dialog)


def test_the_number_of_somebody_new_is_hidden_with_the_names(here: Cards) -> None:
    here.panel.hide_names(hidden=True)
    here.panel.new.click()
    dialog = here.panel.dialog
    assert isinstance(dialog, JoiningDialog)
    assert dialog.phone.echoMode() is QLineEdit.EchoMode.Password
    let_go(dialog)
