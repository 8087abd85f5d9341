from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import AbsenceReason, DayPart
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.pages.for_roles import ForRoles
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.rota.cell import as_mime
from buurtkamer_app.qt.rota.choose import ChooseHost
from buurtkamer_app.qt.rota.extra import ExtraDialog
from buurtkamer_app.qt.rota.move import MoveDialog
from buurtkamer_app.qt.rota.sheet import SheetDialog
from buurtkamer_app.qt.rota.week import RotaPanel
from buurtkamer_app.room.records import NewClosure
from buurtkamer_app.rota.fixed.records import Agreed
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.rota.records import Shift

TODAY = date(2026, 3, 11)


class Rooster:
    """The page as the coordinator or a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = RotaPanel(room.tasks)
        self.page = ForRoles([Section("week", "Week", "calendar-days", lambda: self.panel)])
        self.window = room.show(self.page)
        room.settle()

    def sit(self, role: Role) -> None:
        self.panel.set_actor(self.room.sit(role))
        self.room.settle()

    def host(self, name: str) -> UUID:
        return self.room.services.people.host_named(name).id

    def put_on(self, name: str, on: date = TODAY, part: DayPart = DayPart.AFTERNOON) -> None:
        who = self.host(name)
        self.room.tasks.write(lambda s: s.rota.put_on(who, on, part), lambda _: None)
        self.room.settle()

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def buttons(self, words: str) -> list[QPushButton]:
        return [one for one in self.panel.grid.findChildren(QPushButton) if one.isVisible() and one.text() == words]

    def entries(self, button: QPushButton) -> dict[str, QAction]:
        """Press a name or an open place, and give what one can do there."""
        self.press(button)
        assert self.panel.doing.menu is not None
        self.panel.doing.menu.close()
        return {entry.text(): entry for entry in self.panel.doing.menu.actions() if entry.text()}

    def choose(self, button: QPushButton, words: str) -> None:
        """Press a name or an open place, and choose what one wants."""
        self.entries(button)[translate(words)].trigger()
        self.room.settle()

    def words(self) -> list[str]:
        return [one.text() for one in self.panel.grid.findChildren(QLabel) if one.isVisible()]

    def gap(self, on: date, part: DayPart, number: int = 0) -> QPushButton:
        found = self.panel.grid.findChild(QPushButton, f"open {on} {part} {number}")
        assert isinstance(found, QPushButton)
        return found

    def ask_who(self, on: date, part: DayPart) -> None:
        """Ask who can be put on an open place."""
        self.choose(self.gap(on, part), "Who is on?…")

    def choosing(self) -> ChooseHost:
        assert isinstance(self.panel.doing.dialog, ChooseHost)
        return self.panel.doing.dialog

    def press_host(self, name: str) -> None:
        """Press a name in the list of who can be put on."""
        table, model = self.choosing().hosts, self.choosing().model
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        index = next(index for index in rows if model.record(index).host.name == name)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        self.room.settle()

    def shift(self, on: date, part: DayPart) -> Shift:
        return next(shift for shift in self.room.services.rota.shifts(on, on) if shift.part is part)


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Rooster]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        rooster = Rooster(room)
        rooster.sit(Role.COORDINATOR)
        yield rooster


def test_the_week_shows_days_parts_and_open_places_in_words(here: Rooster) -> None:
    assert here.panel.summary.text() == "Week 11 · 9 to 15 March · 22 open places"
    words = here.words()
    assert [word for word in words if word[:3] in {"Mon", "Tue", "Wed", "Thu", "Fri"}] == [
        "Mon 9",
        "Tue 10",
        "Wed 11 · today",
        "Thu 12",
        "Fri 13",
    ]
    assert "Morning\n09.45–13.00" in words
    assert "Evening\n17.00–20.15" in words
    assert len(here.buttons("Open place")) == 22


def test_the_grid_fits_at_the_normal_size_and_its_targets_are_large_enough(here: Rooster) -> None:
    assert here.page.width() <= here.window.viewport().width()
    assert here.page.height() <= here.window.viewport().height()
    assert all(gap.height() >= 44 for gap in here.buttons("Open place"))


def test_an_open_place_is_filled_from_its_menu(here: Rooster) -> None:
    here.ask_who(TODAY, DayPart.AFTERNOON)
    assert here.choosing().heading.text() == "Who is on? Wednesday 11 March, afternoon, 12.45–17.15"
    here.press_host("Samira El Idrissi")
    assert [place.host_name for place in here.shift(TODAY, DayPart.AFTERNOON).places] == ["Samira El Idrissi"]
    assert len(here.buttons("Samira")) == 1
    assert here.panel.summary.text().endswith("21 open places")


def test_who_can_stands_first_and_what_it_breaks_is_said_before(here: Rooster) -> None:
    here.ask_who(TODAY, DayPart.AFTERNOON)
    model = here.choosing().model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows = [
        (str(model.data(model.index(row, 0))), str(model.data(model.index(row, 1)))) for row in range(model.rowCount())
    ]
    assert [name for name, word in rows if word == "can come"] == [
        "Ineke Kok",
        "Joop Kramer",
        "Kees Vos",
        "Precious Mensah",
        "Ria Postma",
        "Samira El Idrissi",
        "Tesfay Berhane",
    ]
    told = dict(rows)
    assert told["Nadia Bouali (learning)"] == "Nadia Bouali is learning and takes no place."
    assert told["Henk de Wit"] == "Henk de Wit cannot come then."
    assert len(rows) == 20
    here.press(here.choosing().back)


def test_the_keyboard_alone_puts_somebody_on(here: Rooster) -> None:
    gap = here.gap(TODAY, DayPart.AFTERNOON)
    gap.setFocus()
    QTest.keyClick(gap, Qt.Key.Key_Space)
    menu = here.panel.doing.menu
    assert menu is not None
    here.room.wait(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    here.room.settle()
    table = here.choosing().hosts
    here.room.wait(table.isVisible)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    here.room.settle()
    assert [place.host_name for place in here.shift(TODAY, DayPart.AFTERNOON).places] == ["Joop Kramer"]


def test_a_trainee_joins_and_the_place_stays_open(here: Rooster) -> None:
    here.put_on("Nadia Bouali")
    assert len(here.buttons("Nadia (learning)")) == 1
    assert here.panel.summary.text().endswith("22 open places")


def test_somebody_is_taken_off_the_rota(here: Rooster) -> None:
    here.put_on("Ria Postma")
    here.choose(here.buttons("Ria")[0], "Take off the rota")
    assert here.shift(TODAY, DayPart.AFTERNOON).places == ()
    assert here.panel.summary.text().endswith("22 open places")


def test_who_began_is_not_taken_off_and_a_sentence_says_so(here: Rooster) -> None:
    here.put_on("Ria Postma")
    here.room.services.rota.sign_on(here.host("Ria Postma"))
    here.choose(here.buttons("Ria")[0], "Take off the rota")
    assert here.panel.told.text() == "This shift has begun, so it stays as it was."
    assert len(here.buttons("Ria")) == 1


def test_a_substitute_and_who_rang_off_are_told_in_words(here: Rooster) -> None:
    here.put_on("Kees Vos")
    here.put_on("Samira El Idrissi")
    rota = here.room.services.rota
    rota.no_show(here.host("Kees Vos"), AbsenceReason.EXCUSED)
    here.panel.outdate()
    here.room.settle()
    assert len(here.buttons("Kees – excused")) == 1
    rota.substitute(here.host("Joop Kramer"), here.host("Kees Vos"))
    here.panel.outdate()
    here.room.settle()
    assert len(here.buttons("Joop for Kees")) == 1
    assert not here.buttons("Kees – excused")


def test_a_host_can_ring_off_and_call_but_not_plan(here: Rooster) -> None:
    here.put_on("Samira El Idrissi")
    here.sit(Role.HOST)
    held = here.entries(here.buttons("Samira")[0])
    assert "Cannot come" in held
    assert not {"Move…", "Take off the rota"} & held.keys()
    gap = here.entries(here.gap(date(2026, 3, 12), DayPart.MORNING))
    assert "Whom can I call?" in gap
    assert "Who is on?…" not in gap
    assert here.panel.extra.isHidden()


def test_a_host_only_reads_what_has_been(here: Rooster) -> None:
    here.put_on("Samira El Idrissi", date(2026, 3, 9))
    here.sit(Role.HOST)
    assert "Samira" in here.words()
    assert here.words().count("Open place") == 9


def test_a_host_who_gets_at_the_list_is_refused_in_a_sentence(here: Rooster) -> None:
    here.ask_who(TODAY, DayPart.AFTERNOON)
    here.room.sit(Role.HOST)
    here.press_host("Samira El Idrissi")
    assert here.choosing().told.text() == "Only the coordinator can do this."
    assert here.choosing().isVisible()
    assert here.shift(TODAY, DayPart.AFTERNOON).places == ()
    here.room.sit(Role.COORDINATOR)
    here.press_host("Samira El Idrissi")
    assert len(here.shift(TODAY, DayPart.AFTERNOON).places) == 1


def test_one_walks_through_the_weeks(here: Rooster) -> None:
    here.press(here.panel.weeks.after)
    assert here.panel.summary.text().startswith("Week 12 ")
    here.ask_who(date(2026, 3, 18), DayPart.MORNING)
    here.press_host("Truus Bakker")
    assert len(here.shift(date(2026, 3, 18), DayPart.MORNING).places) == 1
    assert here.panel.summary.text().startswith("Week 12 ")
    here.press(here.panel.weeks.now)
    assert here.panel.summary.text().startswith("Week 11 ")


def test_a_closed_day_says_so_and_has_no_open_places(here: Rooster) -> None:
    here.room.tasks.write(
        lambda s: s.room.close_days(date(2026, 3, 12), date(2026, 3, 12), "Studiedag"), lambda _: None
    )
    here.room.settle()
    assert "Closed: Studiedag" in here.words()
    assert here.panel.summary.text().endswith("18 open places")


def test_the_keyboard_goes_from_the_weeks_past_the_buttons_into_the_grid(here: Rooster) -> None:
    here.panel.weeks.before.setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        seen.append(_focused())
    weeks, panel = here.panel.weeks, here.panel
    gap = here.gap(date(2026, 3, 9), DayPart.MORNING)
    assert seen == [weeks.now, weeks.after, panel.extra, panel.print_it, gap]


def test_the_keyboard_stays_where_it_was_when_the_week_is_read_again(here: Rooster) -> None:
    here.gap(date(2026, 3, 13), DayPart.EVENING).setFocus()
    here.put_on("Samira El Idrissi")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"open 2026-03-13 {DayPart.EVENING} 0"


def _carry(here: Rooster, name: str) -> None:
    here.choose(here.buttons(name)[0], "Move…")


def test_a_host_is_moved_with_the_keys_where_nothing_breaks(here: Rooster) -> None:
    here.put_on("Kees Vos")
    here.put_on("Ria Postma")
    _carry(here, "Kees")
    assert here.panel.how.isVisible()
    QTest.keyClick(_focused(), Qt.Key.Key_Right)
    QTest.keyClick(_focused(), Qt.Key.Key_Left)
    to = here.panel.grid.cells[[cell.hasFocus() for cell in here.panel.grid.cells].index(True)].shift
    assert to.on == date(2026, 3, 12)
    QTest.keyClick(_focused(), Qt.Key.Key_Return)
    here.room.settle()
    if isinstance(here.panel.doing.dialog, MoveDialog):
        here.press(here.panel.doing.dialog.go)
    assert [place.host_name for place in here.shift(TODAY, DayPart.AFTERNOON).places] == ["Ria Postma"]
    assert not here.panel.how.isVisible()


def test_escape_lets_everybody_be_where_they_are(here: Rooster) -> None:
    here.put_on("Kees Vos")
    _carry(here, "Kees")
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    here.room.settle()
    assert not here.panel.how.isVisible()
    assert _focused() is here.buttons("Kees")[0]
    assert len(here.shift(TODAY, DayPart.AFTERNOON).places) == 1


def _drag(here: Rooster, name: str, on: date, part: DayPart) -> None:
    """Let go of a host on another shift, as the mouse does."""
    place = next(place for place in here.shift(TODAY, DayPart.AFTERNOON).places if place.host_name == name)
    cell = next(cell for cell in here.panel.grid.cells if (cell.shift.on, cell.shift.part) == (on, part))
    at = QPointF(cell.rect().center())
    told = as_mime(place.id)
    drop = QDropEvent(at, Qt.DropAction.MoveAction, told, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    cell.dropEvent(drop)
    here.room.settle()


def test_what_dragging_breaks_is_said_before_it_is_done(here: Rooster) -> None:
    here.put_on("Kees Vos")
    here.put_on("Ria Postma")
    _drag(here, "Ria Postma", date(2026, 3, 13), DayPart.EVENING)
    dialog = here.panel.doing.dialog
    assert isinstance(dialog, MoveDialog)
    assert "Ria Postma cannot come then." in dialog.breaks.text()
    assert len(here.shift(TODAY, DayPart.AFTERNOON).places) == 2
    here.press(dialog.go)
    moved = here.shift(date(2026, 3, 13), DayPart.EVENING).places
    assert [place.host_name for place in moved] == ["Ria Postma"]


def test_going_back_moves_nobody(here: Rooster) -> None:
    here.put_on("Kees Vos")
    _drag(here, "Kees Vos", date(2026, 3, 13), DayPart.EVENING)
    dialog = here.panel.doing.dialog
    assert isinstance(dialog, MoveDialog)
    here.press(dialog.back)
    assert len(here.shift(TODAY, DayPart.AFTERNOON).places) == 1


def test_a_half_closed_day_says_why_a_shift_is_missing(here: Rooster) -> None:
    closed = NewClosure(date(2026, 3, 12), date(2026, 3, 12), "Schoonmaak", time(13), time(18))
    here.room.tasks.write(lambda s: s.room.close(closed), lambda _: None)
    here.room.settle()
    assert "Closed from 13.00 to 18.00: Schoonmaak" in here.words()


def test_who_goes_along_who_is_fixed_and_whose_turn_it_is_are_said(here: Rooster) -> None:
    services = here.room.services
    kees, ria = here.host("Kees Vos"), here.host("Ria Postma")
    services.week_groups.set_turns(2, 2)
    services.week_groups.put_in(kees, 2)
    services.fixed.agree(kees, Agreed(2, DayPart.AFTERNOON, TODAY))
    services.rota.put_on(ria, TODAY, DayPart.AFTERNOON)
    here.panel.outdate()
    here.room.settle()
    assert here.panel.turn.text() == "This week is for group 2 of 2: Kees"
    assert "Kees: fixed, not on yet" in here.words()
    here.choose(here.gap(TODAY, DayPart.AFTERNOON), "Put {name} on: fixed".replace("{name}", "Kees Vos"))
    assert len(here.buttons("Kees (fixed)")) == 1


def test_who_is_on_now_and_who_did_not_sign_on_stand_above_the_grid(here: Rooster) -> None:
    here.put_on("Kees Vos")
    here.put_on("Ria Postma")
    here.room.tasks.write(lambda s: s.rota.sign_on(here.host("Kees Vos")), lambda _: None)
    here.room.settle()
    assert here.panel.now_on.text() == "On now: Kees · Not signed on yet: Ria"


def test_an_extra_shift_is_written_down_and_taken_away(here: Rooster) -> None:
    here.press(here.panel.extra)
    dialog = here.panel.doing.dialog
    assert isinstance(dialog, ExtraDialog)
    show_day(dialog.on, date(2026, 3, 14))
    here.press(dialog.keep)
    assert dialog.told.text() == "Say what the shift is for."
    dialog.fields.task.setText("Lentemarkt")
    here.press(dialog.keep)
    extra = here.panel.grid.findChild(QPushButton, f"extra 2026-03-14 {DayPart.AFTERNOON} Lentemarkt")
    assert isinstance(extra, QPushButton)
    assert here.panel.summary.text().endswith("24 open places")
    here.choose(extra, "Take this shift away")
    assert here.panel.summary.text().endswith("22 open places")


def test_the_week_on_paper_is_seen_first_and_has_numbers_only_for_the_coordinator(here: Rooster) -> None:
    here.press(here.panel.print_it)
    dialog = here.panel.doing.dialog
    assert isinstance(dialog, SheetDialog)
    here.room.wait(lambda: dialog.sheet is not None)
    assert dialog.heading.text() == "Rota of week 11"
    assert dialog.phones.isVisible()
    here.press(dialog.back)
    here.sit(Role.HOST)
    here.press(here.panel.print_it)
    other = here.panel.doing.dialog
    assert isinstance(other, SheetDialog)
    assert not other.phones.isVisible()
    here.room.wait(lambda: other.sheet is not None)
    here.press(other.back)
