"""Looking back in the window: the line above the week, the dialog, and the way to the end of a series."""

from __future__ import annotations

import functools
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from buurtkamer_app.activities.changing.records import Reach
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import GoesOn, Theme
from buurtkamer_app.qt.activities.change import ChangeDialog
from buurtkamer_app.qt.activities.look_back import LookBack
from buurtkamer_app.qt.activities.meal_choices import MealChoicesPanel
from tests.qt.board_room import BoardRoom, enter
from tests.qt.office_room import let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.activities.reflections.records import Reflection
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.activities.reflecting import ReflectingDialog
    from buurtkamer_app.services import Services

TUESDAY = date(2026, 3, 10)
GYM = "Zitgym op muziek"


class Looking:
    """The line in a page, as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        page = QWidget()
        stack = QVBoxLayout(page)
        self.line = LookBack(room.tasks)
        stack.addWidget(self.line)
        stack.addStretch()
        self.window = room.show(page)
        room.wait(self.line.choose.isVisible)

    def open(self, name: str = GYM) -> ReflectingDialog:
        """Open the look back at an activity through the line."""
        next(action for action in self.line.list.actions() if name in action.text()).trigger()
        dialog = self.line.dialog
        assert dialog is not None
        self.room.wait(dialog.isVisible)
        self.room.settle()
        return dialog

    def ask(self, work: Callable[[Services], Any]) -> Any:
        """Let the writing services answer, after everything that was asked before."""
        answers: list[Any] = []
        self.room.tasks.write(work, answers.append)
        self.room.wait(lambda: answers)
        return answers[0]

    def written(self) -> Reflection | None:
        found: Reflection | None = self.ask(lambda s: s.reflections.of(s.activities.on_date(GYM, TUESDAY).id, TUESDAY))
        return found


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Looking]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.HOST)
        looking = Looking(room)
        yield looking
        if looking.line.dialog is not None:
            let_go(looking.line.dialog)


def test_the_line_counts_what_waits_and_lists_it_when_asked(here: Looking) -> None:
    count = len(here.ask(lambda s: s.reflections.waiting()))
    assert here.line.choose.text() == translate("Look back on {count}…", count=count)
    assert here.line.choose.accessibleName() == translate("{count} activities to look back on", count=count)
    assert len(here.line.list.actions()) == count


def test_the_list_opens_by_keyboard_and_its_lines_are_large_enough(here: Looking) -> None:
    here.line.choose.setFocus()
    menu = here.line.list
    QTimer.singleShot(0, here.line.choose.showMenu)
    here.room.wait(menu.isVisible)
    assert all(menu.actionGeometry(action).height() >= 44 for action in menu.actions())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    here.room.wait(lambda: here.line.dialog is not None)


def test_a_look_back_is_written_and_leaves_the_line(here: Looking) -> None:
    dialog = here.open()
    QTest.keyClicks(dialog.went_well, "Iedereen deed mee.")
    QTest.keyClicks(dialog.who_came, "Buren van de flat.")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton, pos=_hit(dialog.yes))
    QTest.keyClick(dialog.who_came, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.room.wait(lambda: here.line.dialog is None)
    written = here.written()
    assert written is not None
    assert (written.said.went_well, written.said.goes_on) == ("Iedereen deed mee.", GoesOn.YES)
    here.room.wait(lambda: not any(GYM in action.text() for action in here.line.list.actions()))


def _hit(widget: QWidget) -> QPoint:
    """Give where a radio button is pressed: on its dot."""
    return QPoint(20, widget.height() // 2)


def test_what_stops_offers_to_end_the_dates_to_come(here: Looking) -> None:
    dialog = here.open()
    dialog.no.setChecked(True)
    dialog.keep.click()
    here.room.wait(dialog.end.isVisible)
    assert dialog.told.text() == translate("This is written down. You can end the activity now.")
    dialog.end.click()
    here.room.wait(lambda: bool(here.line.findChildren(ChangeDialog)))
    here.room.settle()
    (change,) = here.line.findChildren(ChangeDialog)
    assert change.reach is Reach.FROM_HERE
    let_go(change)


def test_what_happened_once_just_closes_when_it_stops(here: Looking) -> None:
    new = NewSeries("Buurtontbijt", Theme.COMMUNITY, "Huiskamer", TUESDAY, time(8), time(9))
    here.ask(lambda s: s.activities.add_series(new))
    here.room.settle()
    dialog = here.open("Buurtontbijt")
    dialog.no.setChecked(True)
    dialog.keep.click()
    here.room.wait(lambda: here.line.dialog is None)


def test_residents_who_go_on_by_themselves_make_it_self_run(here: Looking) -> None:
    dialog = here.open()
    dialog.by_residents.setChecked(True)
    dialog.keep.click()
    here.room.wait(lambda: here.line.dialog is None)
    assert [one.self_run for one in here.ask(lambda s: s.activities.series()) if one.name == GYM] == [True]


def test_too_long_a_text_is_refused_beside_it_and_stays(here: Looking) -> None:
    dialog = here.open()
    dialog.went_well.setPlainText("x" * 10_001)
    dialog.keep.click()
    here.room.wait(dialog.told.isVisible)
    assert dialog.told.property("kind") == "warning"
    assert len(dialog.went_well.toPlainText()) == 10_001
    assert here.written() is None


def test_what_was_typed_is_there_again_and_goes_once_it_is_written(here: Looking) -> None:
    dialog = here.open()
    dialog.went_well.setPlainText("Nog niet klaar.")
    dialog.keep_drafts()
    here.room.settle()
    let_go(dialog)
    here.room.wait(lambda: here.line.dialog is None)
    dialog = here.open()
    here.room.wait(lambda: dialog.went_well.toPlainText() == "Nog niet klaar.")
    dialog.keep.click()
    here.room.wait(lambda: here.line.dialog is None)
    here.room.settle()
    series = here.ask(lambda s: s.activities.on_date(GYM, TUESDAY).id)
    assert here.ask(lambda s: s.drafts.kept(f"went_well/{series.hex}/{TUESDAY}")) == ""


def test_everything_in_it_is_reached_by_keyboard(here: Looking) -> None:
    dialog = here.open()
    met: list[QWidget] = []
    dialog.went_well.setFocus()
    while (focused := QApplication.focusWidget()) is not None and focused not in met:
        met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    fields: set[QWidget] = {*dialog.findChildren(QPlainTextEdit), dialog.by_residents, dialog.keep, dialog.back}
    assert fields <= set(met)
    assert {dialog.yes, dialog.no, dialog.unsure} & set(met)


def test_nobody_signed_in_is_asked_nothing(here: Looking) -> None:
    here.room.services.sign_in.act_as(NOBODY)
    here.line.outdate()
    here.room.wait(lambda: not here.line.choose.isVisible())
    here.room.settle()
    assert here.room.troubles == []


@pytest.fixture
def office(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock
) -> Iterator[tuple[BoardRoom, MealChoicesPanel]]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        panel = MealChoicesPanel(room.tasks)
        window = room.show(panel)
        room.settle()
        yield room, panel
        window.close()


def listed(room: BoardRoom) -> list[tuple[str, bool]]:
    """Read the list once everything that was asked is done."""
    answers: list[Any] = []
    room.tasks.write(lambda s: s.meals.choices(), answers.append)
    room.wait(lambda: answers)
    room.settle()
    return [(one.name, one.offered) for one in answers[0]]


def test_the_coordinator_keeps_the_list_of_meals(office: tuple[BoardRoom, MealChoicesPanel]) -> None:
    room, panel = office
    assert panel.none.isVisible()
    for rows, name in enumerate(("Vlees", "Halal"), start=1):
        QTest.keyClicks(panel.name, name)
        QTest.keyClick(panel.name, Qt.Key.Key_Return)
        room.bot.waitUntil(functools.partial(_has, panel, rows))
    panel.rows.selectRow(1)
    panel.up.click()
    assert listed(room) == [("Halal", True), ("Vlees", True)]
    panel.offered.setChecked(False)
    panel.keep.click()
    assert listed(room) == [("Halal", False), ("Vlees", True)]
    panel.remove.click()
    assert listed(room) == [("Vlees", True)]


def _has(panel: MealChoicesPanel, rows: int) -> bool:
    return panel.model.rowCount() == rows and panel.name.text() == ""


def test_what_stands_on_the_list_already_is_refused_and_stays_typed(
    office: tuple[BoardRoom, MealChoicesPanel],
) -> None:
    room, panel = office
    for name in ("Vlees", "vlees"):
        panel.name.setText(name)
        panel.keep.click()
        room.settle()
    assert panel.answer.text() == translate("{name} is on the list already.", name="vlees")
    assert panel.name.text() == "vlees"
    assert listed(room) == [("Vlees", True)]
