"""The coordinator changes spaces, opening hours and shifts after the set-up, through the window."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.days import show_time
from buurtkamer_app.qt.room.hours import HoursPanel
from buurtkamer_app.qt.room.spaces import SpacesPanel
from buurtkamer_app.room.records import ShiftPattern
from tests.qt.office_room import OfficeRoom, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

SATURDAY = date(2026, 3, 14)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def spaces(room: OfficeRoom, qtbot: QtBot) -> SpacesPanel:
    made = SpacesPanel(room.tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 4)
    return made


@pytest.fixture
def hours(room: OfficeRoom, qtbot: QtBot) -> HoursPanel:
    made = HoursPanel(room.tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.rows[0][0].isChecked)
    return made


def names(panel: SpacesPanel) -> list[str]:
    return [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload] # any button


def test_a_space_is_added_and_comes_up_in_the_order(spaces: SpacesPanel, qtbot: QtBot) -> None:
    spaces.name.setText("Tuin")
    spaces.capacity.setValue(25)
    spaces.shared.setChecked(True)
    press(spaces.keep)
    qtbot.waitUntil(lambda: names(spaces)[-1] == "Tuin")
    spaces.rows.selectRow(4)
    press(spaces.up)
    qtbot.waitUntil(lambda: names(spaces)[-2] == "Tuin")
    press(spaces.remove)
    qtbot.waitUntil(lambda: "Tuin" not in names(spaces))


def test_a_space_gets_another_name(spaces: SpacesPanel, qtbot: QtBot) -> None:
    spaces.rows.selectRow(2)
    assert (spaces.name.text(), spaces.capacity.value()) == ("Atelier", 16)
    spaces.name.setText("Werkplaats")
    press(spaces.keep)
    qtbot.waitUntil(lambda: "Werkplaats" in names(spaces))


def test_a_space_in_use_stays_and_the_reason_is_said(spaces: SpacesPanel, qtbot: QtBot) -> None:
    spaces.rows.selectRow(2)
    press(spaces.remove)
    qtbot.waitUntil(lambda: "Atelier" in spaces.answer.text())
    assert "Atelier" in names(spaces)


def test_hours_are_kept_and_a_shift_that_is_being_typed_stays(
    hours: HoursPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    hours.parts[DayPart.MORNING].hosts.setValue(3)
    box, opens, closes = hours.rows[5]
    box.setChecked(True)
    show_time(opens, time(11))
    show_time(closes, time(15))
    press(hours.keep_hours)
    qtbot.waitUntil(lambda: hours.hours_answer.text() == translate("The opening hours are kept."))
    opening = room.services.room.plan().opening(SATURDAY)
    assert opening is not None
    assert (opening.opens, opening.closes) == (time(11), time(15))
    assert hours.parts[DayPart.MORNING].hosts.value() == 3


def test_a_day_that_closes_before_it_opens_is_refused(hours: HoursPanel, qtbot: QtBot) -> None:
    show_time(hours.rows[0][2], time(8))
    press(hours.keep_hours)
    qtbot.waitUntil(
        lambda: hours.hours_answer.text() == translate("A day cannot close before it opens. Look at the hours again.")
    )


def test_shifts_for_a_task_stay_when_those_of_the_room_are_kept(
    hours: HoursPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    bar = ShiftPattern(0, DayPart.AFTERNOON, time(13), time(16), 1, 0, "Bar")
    room.tasks.write(lambda s: s.shift_patterns.keep(bar), lambda _: None)
    press(hours.keep_shifts)
    qtbot.waitUntil(lambda: hours.shifts_answer.text() == translate("The shifts are kept."))
    assert bar in room.services.room.plan().patterns


def test_shifts_of_one_day_or_of_all_open_days_are_kept(hours: HoursPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    hours.parts[DayPart.AFTERNOON].hosts.setValue(3)
    press(hours.keep_shifts)
    qtbot.waitUntil(lambda: hours.shifts_answer.text() == translate("The shifts are kept."))
    wanted = {(pattern.weekday, pattern.hosts) for pattern in room.services.room.plan().patterns}
    assert (0, 3) in wanted
    assert (1, 3) not in wanted
    hours.parts[DayPart.EVENING].there.setChecked(True)
    press(hours.to_all)
    qtbot.waitUntil(
        lambda: (
            {
                pattern.weekday
                for pattern in (hours._plan.patterns if hours._plan else ())
                if pattern.part is DayPart.EVENING
            }
            == {0, 1, 2, 3, 4}
        )
    )
    assert len(room.services.room.plan().patterns) == 15
