"""The month at a glance, the plain list, and the shifts and groups of the room, as one works with them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.rota.lists import RotaLists
from buurtkamer_app.qt.rota.month import RotaMonth
from buurtkamer_app.qt.rota.sheet import SheetDialog
from buurtkamer_app.qt.rota.styles import StylesPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtCore import QPoint
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.panel import Panel
    from buurtkamer_app.qt.rota.month_day import MonthDay

TODAY = date(2026, 3, 11)
# What is shown lives as long as its window.
_WINDOWS: list[QWidget] = []


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    for one in enter(qtbot, tmp_path, clock):
        one.sit(Role.COORDINATOR)
        yield one
        _WINDOWS.clear()


def shown(room: BoardRoom, panel: Panel) -> None:
    _WINDOWS.append(room.show(panel))
    room.settle()


def press(room: BoardRoom, button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    room.settle()


def put_on(room: BoardRoom, *names: str, on: date = TODAY, part: DayPart = DayPart.AFTERNOON, task: str = "") -> None:
    hosts = [room.services.people.host_named(name).id for name in names]

    def write(who: UUID) -> None:
        room.tasks.write(lambda s: s.rota.put_on(who, on, part, task), lambda _: None)

    for who in hosts:
        write(who)
    room.settle()


def cell(month: RotaMonth, on: date) -> MonthDay:
    return next(day for day in month.days if day.on == on)


def test_each_day_of_the_month_says_whether_it_is_full_or_what_is_open(room: BoardRoom) -> None:
    month = RotaMonth(room.tasks)
    shown(room, month)
    assert month.title.text() == "March 2026"
    assert cell(month, date(2026, 3, 12)).text() == "12\n4 open"
    put_on(room, "Kees Vos", "Ria Postma", on=date(2026, 3, 12))
    put_on(room, "Henk de Wit", "Gerda Hoekstra", on=date(2026, 3, 12), part=DayPart.MORNING)
    room.wait(lambda: "open" not in cell(month, date(2026, 3, 12)).text())
    assert cell(month, date(2026, 3, 12)).accessibleName().startswith("Thursday 12 March: full")
    assert cell(month, TODAY).accessibleName() == "Wednesday 11 March · today: 4 open places, too few with experience"
    assert not cell(month, date(2026, 3, 12)).icon().isNull()


def test_a_closed_day_of_the_month_says_why(room: BoardRoom) -> None:
    room.services.room.close_days(date(2026, 3, 12), date(2026, 3, 12), "Studiedag")
    month = RotaMonth(room.tasks)
    shown(room, month)
    assert cell(month, date(2026, 3, 12)).accessibleName() == "Thursday 12 March: Closed: Studiedag"


def test_weekdays_without_shifts_take_no_room(room: BoardRoom) -> None:
    month = RotaMonth(room.tasks)
    shown(room, month)
    assert [name.isVisible() for name in month.names] == [True] * 5 + [False] * 2


def test_a_day_of_the_month_opens_its_week_with_the_mouse_and_the_keys(room: BoardRoom) -> None:
    month, opened = RotaMonth(room.tasks), list[date]()
    month.opened.connect(opened.append)
    shown(room, month)
    press(room, cell(month, date(2026, 3, 18)))
    cell(month, date(2026, 3, 18)).setFocus()
    QTest.keyClick(cell(month, date(2026, 3, 18)), Qt.Key.Key_Down)
    assert cell(month, date(2026, 3, 25)).hasFocus()
    QTest.keyClick(cell(month, date(2026, 3, 25)), Qt.Key.Key_Space)
    assert opened == [date(2026, 3, 18), date(2026, 3, 25)]


def test_the_keys_walk_past_days_without_shifts_and_into_other_months(room: BoardRoom) -> None:
    month = RotaMonth(room.tasks)
    shown(room, month)
    cell(month, date(2026, 3, 13)).setFocus()
    QTest.keyClick(cell(month, date(2026, 3, 13)), Qt.Key.Key_Right)
    assert cell(month, date(2026, 3, 16)).hasFocus()
    QTest.keyClick(cell(month, date(2026, 3, 16)), Qt.Key.Key_PageDown)
    room.settle()
    assert month.title.text() == "April 2026"
    press(room, month.now)
    assert month.title.text() == "March 2026"


def test_what_is_at_risk_stands_beside_the_month_nearest_first(room: BoardRoom) -> None:
    put_on(room, "Kees Vos")
    month = RotaMonth(room.tasks)
    shown(room, month)
    told = [one.text() for one in month.risk.findChildren(QLabel) if one.text().startswith("•") and one.isVisible()]
    when = translate("{day} afternoon", day="Wednesday")
    assert told[0] == f"• {when} 11 March: {translate('only one host is on')}."
    assert len(told) == 8
    press(room, month.more)
    assert len([one for one in month.risk.findChildren(QLabel) if one.text().startswith("•") and one.isVisible()]) > 8


def rows(panel: RotaLists) -> list[list[str]]:
    model = panel.table.model()
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_list_says_per_day_who_is_on_and_what_is_needed(room: BoardRoom) -> None:
    put_on(room, "Samira El Idrissi")
    lists = RotaLists(room.tasks)
    shown(room, lists)
    found = rows(lists)
    assert found[5] == [
        "Wednesday 11 March",
        "Afternoon",
        "12.45–17.15",
        "Samira El Idrissi",
        translate("1 more host is needed"),
    ]
    assert len(found) == 44
    QAbstractItemModelTester(lists.days, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_the_list_in_order_of_names_says_with_whom(room: BoardRoom) -> None:
    put_on(room, "Samira El Idrissi", "Kees Vos")
    lists = RotaLists(room.tasks)
    shown(room, lists)
    press(room, lists.by_person)
    assert [row[0] for row in rows(lists)] == ["Kees Vos", "Samira El Idrissi"]
    assert rows(lists)[0] == ["Kees Vos", "Wednesday 11 March", "Afternoon", "12.45–17.15", "Samira"]
    QAbstractItemModelTester(lists.people, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_one_host_has_an_own_list_that_goes_on_paper(room: BoardRoom) -> None:
    put_on(room, "Samira El Idrissi", "Kees Vos")
    lists = RotaLists(room.tasks)
    shown(room, lists)
    assert not lists.print_own.isEnabled()
    lists.who.setCurrentIndex(lists.who.findText("Kees Vos"))
    lists.who.activated.emit(lists.who.currentIndex())
    room.settle()
    assert [row[0] for row in rows(lists)] == ["Kees Vos"]
    press(room, lists.print_own)
    dialog = lists.doing.dialog
    assert isinstance(dialog, SheetDialog)
    room.wait(lambda: dialog.sheet is not None)
    assert dialog.heading.text() == "The shifts of Kees Vos"
    assert not dialog.phones.isVisible()
    press(room, dialog.back)


def _menu(room: BoardRoom, lists: RotaLists, row: int) -> QMenu:
    """Press a line of the list, and give its menu."""
    index = lists.table.model().index(row, 0)
    lists.table.scrollTo(index)
    where = lists.table.visualRect(index).center()
    QTest.mouseClick(lists.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    room.settle()
    menu = lists.doing.menu
    assert menu is not None
    menu.close()
    return menu


def test_a_line_of_the_list_opens_what_one_can_do_there(room: BoardRoom) -> None:
    put_on(room, "Kees Vos")
    lists = RotaLists(room.tasks)
    lists.set_actor(room.sit(Role.COORDINATOR))
    shown(room, lists)
    menu = _menu(room, lists, 5)
    assert [entry.text() for entry in menu.actions()] == ["Kees", "1 open place"]
    press(room, lists.by_person)
    entries = {entry.text(): entry for entry in _menu(room, lists, 0).actions()}
    entries[translate("Take off the rota")].trigger()
    room.settle()
    assert rows(lists) == []
    assert lists.empty.isVisible()


def test_how_far_the_list_looks_is_chosen(room: BoardRoom) -> None:
    lists = RotaLists(room.tasks)
    shown(room, lists)
    lists.how_long.setCurrentIndex(0)
    lists.how_long.activated.emit(0)
    room.settle()
    assert len(rows(lists)) == 11


def written(panel: StylesPanel) -> list[str]:
    return [str(panel.model.data(panel.model.index(row, 1))) for row in range(panel.model.rowCount())]


def test_a_shift_for_a_task_is_written_down_changed_and_taken_away(room: BoardRoom) -> None:
    styles = StylesPanel(room.tasks)
    shown(room, styles)
    styles.kind.setCurrentIndex(1)
    press(room, styles.keep)
    assert styles.answer.text() == translate("Say what the shift is for.")
    styles.fields.task.setText("Bar")
    styles.fields.asks.setEditText("Sociale hygiëne")
    press(room, styles.keep)
    assert written(styles).count("Bar") == 1
    row = written(styles).index("Bar")
    QTest.mouseClick(styles.rows.viewport(), Qt.MouseButton.LeftButton, pos=_place(styles, row))
    assert styles.fields.asks.currentText() == "Sociale hygiëne"
    styles.fields.task.setText("Keuken")
    press(room, styles.keep)
    assert "Keuken" in written(styles)
    assert "Bar" not in written(styles)
    press(room, styles.remove)
    assert "Keuken" not in written(styles)


def _place(styles: StylesPanel, row: int) -> QPoint:
    index = styles.model.index(row, 0)
    styles.rows.scrollTo(index)
    return styles.rows.visualRect(index).center()


def test_what_is_typed_stays_when_a_shift_is_refused(room: BoardRoom) -> None:
    styles = StylesPanel(room.tasks)
    shown(room, styles)
    styles.kind.setCurrentIndex(1)
    styles.fields.task.setText("x" * 10_000)
    press(room, styles.keep)
    assert styles.answer.isVisible()
    assert styles.fields.task.text().startswith("xxx")


def test_an_activity_asks_for_hosts_on_its_dates(room: BoardRoom) -> None:
    styles = StylesPanel(room.tasks)
    shown(room, styles)
    styles.kind.setCurrentIndex(2)
    assert styles.series.isVisible()
    assert not styles.weekday.isVisible()
    name = styles.series.currentText()
    press(room, styles.keep)
    assert name in written(styles)
    assert any(shift.task == name for shift in room.services.rota.shifts(TODAY, date(2026, 6, 30)))


def test_groups_take_turns_and_a_host_is_put_in_one(room: BoardRoom) -> None:
    styles = StylesPanel(room.tasks)
    shown(room, styles)
    assert not styles.members_how.isVisible()
    styles.groups.setCurrentIndex(styles.groups.findData(2))
    styles.this_week.setCurrentIndex(1)
    press(room, styles.keep_groups)
    assert room.services.week_groups.turns().of_week(TODAY) == 2
    kees = room.services.people.host_named("Kees Vos").id
    box = styles.taking_turns.choices[kees]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    room.settle()
    assert room.services.people.host_named("Kees Vos").week_group == 1


def test_tab_goes_through_the_fields_of_a_shift_as_the_eye_does(room: BoardRoom) -> None:
    styles = StylesPanel(room.tasks)
    shown(room, styles)
    styles.kind.setCurrentIndex(1)
    styles.part.setFocus()
    seen = []
    # In a time Tab goes from the hours to the minutes first.
    for _ in range(len(styles.fields.stops) + 2):
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        seen.append(_focused())
    assert tuple(dict.fromkeys(seen)) == styles.fields.stops


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_every_button_of_these_pages_is_large_enough(room: BoardRoom) -> None:
    for panel in (RotaMonth(room.tasks), RotaLists(room.tasks), StylesPanel(room.tasks)):
        shown(room, panel)
        seen = [one for one in panel.findChildren(QPushButton) if one.isVisible()]
        assert seen
        assert all(one.height() >= 44 for one in seen)
