"""The dialog in which an activity is changed: it tells what it moves before it does."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QWidget

from buurtkamer_app.activities.changing.records import Reach
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.activities.change import ChangeDialog
from buurtkamer_app.qt.days import show_day
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.base.clock import SetClock

TUESDAY = date(2026, 3, 17)
WEDNESDAY = date(2026, 3, 18)


class Changes:
    """The dialog on a series of Tuesdays that began last week, as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        add = room.services.activities.add_series
        new = NewSeries(
            "Schaken",
            Theme.COMMUNITY,
            "Spreekkamer",
            date(2026, 3, 3),
            time(13),
            time(15),
            "FREQ=WEEKLY;BYDAY=TU",
            capacity=4,
            sign_up=True,
        )
        self.key = add(new).value
        room.services.activities.sign_up(self.key, TUESDAY, "Mw. Tan", 2)
        self.under = QWidget()
        self.window = room.show(self.under)

    @property
    def series(self) -> Series:
        return next(one for one in self.room.services.activities.series() if one.id == self.key)

    def open(self, on: date = TUESDAY, to: date | None = None, reach: Reach = Reach.ONE) -> ChangeDialog:
        dialog = ChangeDialog(self.room.tasks, self.series, on, self.under, to=to, reach=reach)
        self.accepted: list[bool] = []
        dialog.accepted.connect(lambda: self.accepted.append(True))
        dialog.open()
        self.looked(dialog)
        return dialog

    def looked(self, dialog: ChangeDialog) -> None:
        """Wait until what was typed was looked at."""
        self.room.settle()
        self.room.wait(lambda: not dialog._timer.isActive())
        self.room.settle()

    def gone(self) -> None:
        """Wait until the dialog did what it was for."""
        self.room.wait(lambda: self.accepted)

    def dates(self) -> list[date]:
        found = self.room.services.activities.occurrences(date(2026, 3, 16), date(2026, 3, 31))
        return [entry.on for entry in found if entry.series.name in {"Schaken", "Dammen"} and entry.goes_on]


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Changes]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.HOST)
        yield Changes(room)


def test_nothing_can_be_kept_before_something_is_other_than_it_was(here: Changes) -> None:
    dialog = here.open()
    assert not dialog.keep.isEnabled()
    assert dialog.moves.text() == translate("Nothing is changed yet.")
    assert dialog.one.isChecked()


def test_a_date_that_was_dragged_says_what_it_moves_and_goes_there(here: Changes) -> None:
    dialog = here.open(to=WEDNESDAY)
    assert dialog.moves.text() == "This changes 1 date, 2 sign-ups. 2 people are put on the list to call."
    dialog.keep.click()
    here.gone()
    assert here.dates() == [WEDNESDAY, date(2026, 3, 24), date(2026, 3, 31)]


def test_from_here_on_moves_every_date_to_come(here: Changes) -> None:
    dialog = here.open(to=WEDNESDAY)
    dialog.from_here.click()
    here.looked(dialog)
    assert "53 dates in the coming year, 2 sign-ups" in dialog.moves.text()
    dialog.keep.click()
    here.gone()
    assert here.dates() == [WEDNESDAY, date(2026, 3, 25)]


def test_what_stands_in_the_way_is_said_and_cannot_be_kept(here: Changes) -> None:
    dialog = here.open(to=date(2026, 3, 24))
    assert dialog.warned.isVisible()
    assert "Schaken is on that day already. Choose another day." in dialog.clashes.text()
    assert not dialog.all_the_same.isVisible()
    assert not dialog.keep.isEnabled()


def test_outside_the_hours_only_when_asked_for(here: Changes) -> None:
    dialog = here.open()
    dialog.fields.ends.setTime(QTime(21, 0))
    here.looked(dialog)
    assert "The room is open from 10.00 to 17.00 that day." in dialog.clashes.text()
    assert not dialog.keep.isEnabled()
    dialog.all_the_same.click()
    here.looked(dialog)
    dialog.keep.click()
    here.gone()
    assert here.room.services.activities.occurrence(here.key, TUESDAY).series.ends == time(21)


def test_another_name_for_the_whole_series(here: Changes) -> None:
    dialog = here.open(reach=Reach.ALL)
    assert dialog.fields.name.isVisible()
    dialog.fields.name.setText("Dammen")
    dialog.fields.name.textEdited.emit("Dammen")
    here.looked(dialog)
    dialog.keep.click()
    here.gone()
    assert here.series.name == "Dammen"


def test_an_amount_that_is_none_is_refused_beside_the_fields(here: Changes) -> None:
    dialog = here.open(reach=Reach.ALL)
    dialog.fields.price.setText("veel")
    dialog.fields.price.textEdited.emit("veel")
    here.looked(dialog)
    assert dialog.told.text() == "Type an amount like 12,50."
    assert dialog.fields.price.text() == "veel"


def test_one_more_date_stands_beside_the_rule(here: Changes) -> None:
    dialog = here.open()
    dialog.extra.click()
    show_day(dialog.fields.on, date(2026, 3, 19))
    here.looked(dialog)
    dialog.keep.click()
    here.gone()
    assert date(2026, 3, 19) in here.dates()


def test_a_series_ends_from_here_on(here: Changes) -> None:
    dialog = here.open(on=date(2026, 3, 24), reach=Reach.FROM_HERE)
    assert dialog.off.text() == "The series ends"
    dialog.reason.setText("Bep verhuist")
    dialog.off.click()
    here.gone()
    assert here.dates() == [TUESDAY]


def test_escape_changes_nothing(here: Changes) -> None:
    dialog = here.open(to=WEDNESDAY)
    dialog.reject()
    here.room.settle()
    assert here.dates()[0] == TUESDAY
    assert here.room.changes == []
