"""Week, month and series: what changed is seen, and a date goes to another day by dragging or with keys."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.changing.records import Alter, CallOff, Reach
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.desktop.activities import ActivitySections
from buurtkamer_app.qt.activities.change import ChangeDialog
from buurtkamer_app.qt.activities.dragging import DraggedRow, as_mime
from buurtkamer_app.qt.activities.month import MonthPanel
from buurtkamer_app.qt.activities.series_list import SeriesPanel
from buurtkamer_app.qt.days import as_date
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.activities.month_day import MonthDay

WEDNESDAY = date(2026, 3, 11)
THURSDAY = date(2026, 3, 12)


class Activiteiten:
    """The page as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.made = ActivitySections(room.tasks, None)
        self.page, self.week = self.made.page, self.made.week
        self.window = room.show(self.page)
        room.settle()

    def series(self, name: str) -> Series:
        return next(one for one in self.room.services.activities.series() if one.name == name)

    def words(self, day: date) -> list[str]:
        card = self.week.days[day.weekday()]
        return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]

    def row(self, name: str, day: date) -> DraggedRow:
        rows = self.week.days[day.weekday()].findChildren(DraggedRow)
        return next(row for row in rows if row.accessibleName().endswith(name) and row.isVisible())

    def dialog(self, under: QWidget) -> ChangeDialog:
        found: list[ChangeDialog] = []

        def there() -> bool:
            found[:] = [one for one in under.findChildren(ChangeDialog) if one.isVisible()]
            return bool(found)

        self.room.wait(there)
        self.room.settle()
        return found[0]

    def month(self) -> MonthPanel:
        panel = self.page.show_section("month")
        assert isinstance(panel, MonthPanel)
        self.room.wait(lambda: bool(panel.title.text()))
        return panel

    def listed(self) -> SeriesPanel:
        panel = self.page.show_section("series")
        assert isinstance(panel, SeriesPanel)
        self.room.wait(lambda: panel.model.rowCount() > 0)
        return panel


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Activiteiten]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        yield Activiteiten(room)


def _let_go(cell: QWidget, series: Series, on: date) -> None:
    told = as_mime(series.id, on)
    move, left, plain = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    cell.dropEvent(QDropEvent(QPointF(5, 5), move, told, left, plain))


def _cell(panel: MonthPanel, on: date) -> MonthDay:
    return next(cell for cell in panel.days if cell.day is not None and cell.day.on == on)


def test_a_moved_date_says_so_and_a_booking_says_who_uses_the_space(here: Activiteiten) -> None:
    services = here.room.services
    services.changing.apply(Alter(here.series("Samen schilderen").id, date(2026, 3, 16), Reach.ONE, date(2026, 3, 20)))
    services.bookings.book(NewBooking("Zangkoor", "Eetkeuken", date(2026, 3, 17), time(13), time(15)))
    here.week.show_week(date(2026, 3, 16))
    here.room.wait(lambda: "In use: Zangkoor · Eetkeuken" in here.words(date(2026, 3, 17)))
    assert "Atelier · Lenie Visser · moved" in here.words(date(2026, 3, 20))
    assert "Samen schilderen" not in here.words(date(2026, 3, 16))


def test_with_names_hidden_neither_week_nor_month_says_who_uses_a_space(here: Activiteiten) -> None:
    here.room.services.bookings.book(NewBooking("Fam. De Wit", "Eetkeuken", THURSDAY, time(13), time(15)))
    here.week.outdate()
    here.room.wait(lambda: "In use: Fam. De Wit · Eetkeuken" in here.words(THURSDAY))
    panel = here.month()
    cell = _cell(panel, THURSDAY)
    assert "Fam. De Wit" in cell.accessibleName()
    here.week.hide_names(True)
    panel.hide_names(True)
    assert "Fam. De Wit" not in cell.accessibleName() + here.week.days[3].accessibleName()
    assert "Space in use" in cell.accessibleName()


def test_too_few_people_are_told_as_how_many_are_needed(here: Activiteiten) -> None:
    new = NewSeries(
        "Dammen", Theme.COMMUNITY, "Spreekkamer", THURSDAY, time(13), time(15), capacity=4, minimum=3, sign_up=True
    )
    here.room.services.activities.add_series(new)
    here.week.outdate()
    here.room.wait(lambda: "0 of 4 · 3 more needed" in here.words(THURSDAY))


def test_an_activity_that_is_let_go_on_another_day_asks_what_it_moves(here: Activiteiten) -> None:
    _let_go(here.week.days[3], here.series("Taalcafé"), WEDNESDAY)
    dialog = here.dialog(here.week)
    assert as_date(dialog.fields.on) == THURSDAY
    assert here.room.changes == []
    dialog.reject()


def test_letting_it_go_on_its_own_day_asks_nothing(here: Activiteiten) -> None:
    _let_go(here.week.days[2], here.series("Taalcafé"), WEDNESDAY)
    here.room.settle()
    assert here.week.findChildren(ChangeDialog) == []


def test_alt_and_an_arrow_take_it_to_the_day_after(here: Activiteiten) -> None:
    row = here.row("Taalcafé", WEDNESDAY)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    dialog = here.dialog(here.week)
    assert as_date(dialog.fields.on) == THURSDAY
    here.room.wait(lambda: "This changes 1 date" in dialog.moves.text())
    dialog.reject()
    assert "Alt" in here.week.hint.text()


def test_the_month_shows_its_weeks_and_what_is_on(here: Activiteiten) -> None:
    panel = here.month()
    assert panel.title.text() == "March 2026"
    assert [number.text() for number in panel.numbers if number.isVisible()] == [f"wk {week}" for week in range(9, 15)]
    cell = _cell(panel, WEDNESDAY)
    assert cell.property("today")
    assert "13.30 Taalcafé" in cell.accessibleName()
    assert cell.heading.text().endswith("more")
    assert here.page.height() <= here.window.viewport().height()


def test_the_arrows_walk_through_the_month_and_into_the_next(here: Activiteiten) -> None:
    panel = here.month()
    _cell(panel, date(2026, 3, 30)).setFocus()
    QTest.keyClick(_cell(panel, date(2026, 3, 30)), Qt.Key.Key_Right)
    assert _cell(panel, date(2026, 3, 31)).hasFocus()
    QTest.keyClick(_cell(panel, date(2026, 3, 31)), Qt.Key.Key_Down)
    here.room.wait(lambda: panel.title.text() == "April 2026")
    assert _cell(panel, date(2026, 4, 7)).hasFocus()
    QTest.keyClick(_cell(panel, date(2026, 4, 7)), Qt.Key.Key_PageUp)
    here.room.wait(lambda: panel.title.text() == "March 2026")


def test_enter_on_a_day_of_the_month_opens_its_week(here: Activiteiten) -> None:
    panel = here.month()
    cell = _cell(panel, date(2026, 3, 24))
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Return)
    here.room.wait(lambda: here.week.summary.text().startswith("Week 13 "))
    assert here.page.parts.section == "week"


def test_a_date_is_dragged_from_day_to_day_of_the_month(here: Activiteiten) -> None:
    panel = here.month()
    _let_go(_cell(panel, date(2026, 3, 26)), here.series("Taalcafé"), date(2026, 3, 25))
    dialog = here.dialog(panel)
    assert as_date(dialog.fields.on) == date(2026, 3, 26)
    dialog.reject()


def test_alt_and_the_arrows_choose_and_move_an_activity_of_the_month(here: Activiteiten) -> None:
    panel = here.month()
    cell, alt = _cell(panel, WEDNESDAY), Qt.KeyboardModifier.AltModifier
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Down, alt)
    first = cell.chosen
    assert first is not None
    assert first.series.name in cell.accessibleName().split(". ")[1]
    QTest.keyClick(cell, Qt.Key.Key_Down, alt)
    QTest.keyClick(cell, Qt.Key.Key_Up, alt)
    assert cell.chosen == first
    QTest.keyClick(cell, Qt.Key.Key_Right, alt)
    dialog = here.dialog(panel)
    assert dialog.heading.text().startswith(first.series.name)
    assert as_date(dialog.fields.on) == THURSDAY
    assert here.room.changes == []
    dialog.reject()
    assert "Alt" in panel.hint_move.text()


def test_alt_and_an_arrow_on_an_empty_day_of_the_month_ask_nothing(here: Activiteiten) -> None:
    panel = here.month()
    cell = _cell(panel, date(2026, 3, 14))
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    here.room.settle()
    assert panel.findChildren(ChangeDialog) == []
    assert cell.hasFocus()


def test_what_was_chosen_on_a_day_is_chosen_no_more_once_one_walks_on(here: Activiteiten) -> None:
    panel = here.month()
    cell = _cell(panel, WEDNESDAY)
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert cell.chosen is not None
    QTest.keyClick(cell, Qt.Key.Key_Right)
    assert cell.chosen is None


def test_in_large_type_the_month_is_a_list_of_days_that_tells_everything(here: Activiteiten) -> None:
    panel = here.month()
    font = panel.font()
    font.setPixelSize(34)
    panel.setFont(font)
    here.page.resize(760, here.page.height())
    panel.resizeEvent(QResizeEvent(panel.size(), panel.size()))
    cell = _cell(panel, WEDNESDAY)
    here.room.wait(
        lambda: "13.30 Taalcafé" in [label.text() for label in cell.findChildren(QLabel) if label.isVisible()]
    )
    here.room.settle()
    assert not _cell(panel, date(2026, 3, 14)).isVisible()
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Down)
    assert _cell(panel, THURSDAY).hasFocus()


def test_a_closed_day_of_the_month_says_why(here: Activiteiten) -> None:
    here.room.services.room.close_days(date(2026, 3, 27), date(2026, 3, 27), "Verf")
    panel = here.month()
    assert "Closed: Verf" in _cell(panel, date(2026, 3, 27)).accessibleName()


def test_the_list_tells_when_each_series_is_and_when_next(here: Activiteiten) -> None:
    panel = here.listed()
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = {panel.model.index(row, 0).data(): row for row in range(panel.model.rowCount())}
    told = [panel.model.index(rows["Filmmiddag"], column).data() for column in range(6)]
    assert told == [
        "Filmmiddag",
        "every last Friday, 13.30-16.00",
        "Huiskamer",
        "Joop Kramer",
        "Fri 27 March",
        "no end",
    ]


def test_the_list_is_searched_and_a_series_opened_with_enter(here: Activiteiten) -> None:
    panel = here.listed()
    panel.search.setText("taal atelier")
    here.room.wait(lambda: panel.model.rowCount() == 1)
    panel.rows.setFocus()
    QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    dialog = here.dialog(panel)
    assert dialog.reach is Reach.ALL
    assert dialog.fields.name.text() == "Taalcafé"
    dialog.reject()


def test_what_is_over_stands_apart(here: Activiteiten) -> None:
    here.room.services.changing.apply(CallOff(here.series("Taalcafé").id, WEDNESDAY, Reach.ALL))
    panel = here.listed()
    panel.over.click()
    here.room.wait(lambda: panel.model.rowCount() == 1)
    panel.change.click()
    here.room.wait(lambda: panel.told.text() == "This series is over. Plan a new activity.")


def test_a_resident_who_leads_is_not_named_while_names_are_hidden(here: Activiteiten) -> None:
    panel = here.listed()
    panel.hide_names(True)
    leads = [panel.model.index(row, 3).data() for row in range(panel.model.rowCount())]
    assert "Mw. De Vries-Jansen" not in leads
    assert "a resident" in leads
    assert "Joop Kramer" in leads
