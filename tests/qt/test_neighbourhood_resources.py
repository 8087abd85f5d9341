"""The section with who and what there is, clicked, typed and dragged on real services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.neighbourhood.resources.records import Direction, Distance, Entry, Resource
from buurtkamer_app.qt.neighbourhood.resources import ResourcesPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

SEWING = Resource(ResourceKind.RESIDENT, "Zwaantje", "repareert kleding", "Zwaantje", "06 12345678")
PIET = Resource(ResourceKind.SHOP, "Xavier’s Groente", "soepgroente op zaterdag", "Xavier", "020 5550123")


class Section:
    """The section as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        for one in (SEWING, PIET):
            room.services.resources.write(one)
        self.panel = ResourcesPanel(room.tasks)
        self.window = room.show(self.panel)
        self.list, self.map = self.panel.list, self.panel.map
        self.canvas = self.map.canvas
        room.settle()

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def lines(self, column: int = 1) -> list[str]:
        model = self.list.model
        return [
            str(model.index(row, column).data()).split("\n")[0].replace("\u200b", "") for row in range(model.rowCount())
        ]

    def entry(self, name: str) -> Entry:
        return next(one for one in self.room.services.resources.every() if one.it.name == name)

    def choose(self, name: str) -> None:
        self.list.rows.selectRow(self.lines().index(name))


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Section]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.HOST)
        yield Section(room)


def test_a_number_is_three_keys_away(here: Section) -> None:
    assert here.list.search.hasFocus()
    QTest.keyClicks(here.list.search, "xav")
    here.room.settle()
    assert here.lines() == ["Xavier’s Groente"]
    assert here.lines(3) == ["020 5550123"]
    here.list.search.clear()
    here.room.settle()
    partners = [name for _, name in here.room.services.resources.partners()]
    assert set(partners) <= set(here.lines())


def test_something_new_is_written_down_changed_and_taken_away(here: Section) -> None:
    fields = here.list.inputs
    here.press(here.list.keep)
    assert here.list.answer.text() == translate("Type a name first.")
    fields["name"].put("Muziekschool")
    fields["kind"].put(ResourceKind.SCHOOL)
    fields["phone"].put("geen")
    here.press(here.list.keep)
    assert here.list.answer.text() == translate("Type a phone number, like 06 12345678.")
    fields["phone"].put("")
    here.press(here.list.keep)
    assert here.entry("Muziekschool").it.kind is ResourceKind.SCHOOL
    here.choose("Muziekschool")
    fields["adds"].put("een piano")
    here.press(here.list.keep)
    assert here.entry("Muziekschool").it.adds == "een piano"
    here.press(here.list.remove)
    assert "Muziekschool" not in here.lines()


def test_a_partner_is_in_the_list_by_itself_and_stays_there(here: Section) -> None:
    partner = next(one for one in here.room.services.resources.every() if one.partner)
    here.choose(partner.it.name)
    here.press(here.list.remove)
    assert here.list.answer.text() == translate("A partner of the room stays in this list.")
    here.list.inputs["adds"].put("een spreekuur op dinsdag")
    here.press(here.list.keep)
    assert here.lines().count(partner.it.name) == 1
    assert not here.entry(partner.it.name).partner


def test_the_same_is_chosen_in_list_and_map(here: Section) -> None:
    here.choose("Zwaantje")
    assert here.canvas.key == here.entry("Zwaantje").id
    assert "Zwaantje" in here.map.said.text()
    mark = next(mark for mark in here.canvas.map.marks if mark.entry.it.name == "Xavier’s Groente")
    QTest.mouseClick(here.canvas, Qt.MouseButton.LeftButton, pos=here.canvas.at(mark).center().toPoint())
    here.room.settle()
    assert here.list.chosen == mark.entry.id
    assert here.list.inputs["name"].value() == "Xavier’s Groente"


def test_a_mark_is_dragged_to_its_place(here: Section) -> None:
    here.choose("Zwaantje")
    mark = here.canvas.mark()
    assert mark is not None
    start = here.canvas.at(mark).center().toPoint()
    goal = QPoint(round(here.canvas.width() * 0.2), round(here.canvas.height() * 0.85))
    QTest.mousePress(here.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(here.canvas, (start + goal) / 2)
    QTest.mouseMove(here.canvas, goal)
    QTest.mouseRelease(here.canvas, Qt.MouseButton.LeftButton, pos=goal)
    here.room.settle()
    spot = here.entry("Zwaantje").spot
    assert spot is not None
    assert places.said(spot) == (Direction.SOUTH_WEST, Distance.FURTHER)
    assert translate("south-west") in here.map.said.text()


def test_a_mark_is_moved_with_the_arrows_and_written_down_once(here: Section) -> None:
    here.choose("Zwaantje")
    mark = here.canvas.mark()
    assert mark is not None
    before, steps = mark.spot, len(here.room.changes)
    here.canvas.setFocus()
    for _ in range(3):
        QTest.keyClick(here.canvas, Qt.Key.Key_Up)
    here.canvas.put_down()
    here.room.settle()
    spot = here.entry("Zwaantje").spot
    assert spot is not None
    assert spot.y < before.y
    assert len(here.room.changes) == steps + 1
    QTest.keyClick(here.canvas, Qt.Key.Key_PageDown)
    assert here.canvas.key != mark.entry.id


def test_a_partner_is_put_on_the_map_in_words_and_finds_its_own_place_again(here: Section) -> None:
    partner = next(one for one in here.room.services.resources.every() if one.partner)
    here.choose(partner.it.name)
    here.map.direction.setCurrentIndex(Direction.EAST.value)
    here.map.distance.setCurrentIndex(Distance.NEAR.value)
    here.press(here.map.there)
    entry = here.entry(partner.it.name)
    assert entry.spot is not None
    assert places.said(entry.spot) == (Direction.EAST, Distance.NEAR)
    assert here.canvas.key == entry.id == here.list.chosen
    here.press(here.map.by_itself)
    assert here.entry(partner.it.name).spot is None


def test_tab_goes_from_the_search_through_list_and_fields_to_the_map(here: Section) -> None:
    seen: list[QWidget | None] = []
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or here.list.search, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    stops = [here.list.rows, here.list.inputs["name"].input, here.list.keep, here.canvas, here.map.print_map.button]
    assert all(stop in seen for stop in stops)
    assert [seen.index(stop) for stop in stops] == sorted(seen.index(stop) for stop in stops)


def test_residents_have_no_name_or_number_while_names_are_hidden(here: Section) -> None:
    here.panel.hide_names(True)
    assert "Zwaantje" not in here.lines()
    assert "06 12345678" not in here.lines(3)
    assert "Xavier’s Groente" in here.lines()
    assert not here.list.one.isVisible()
    assert not here.map.print_list.isVisible()
    here.choose("Xavier’s Groente")
    here.panel.hide_names(False)
    assert "Zwaantje" in here.lines()


def test_150_marks_follow_the_hand_and_another_language_is_said(here: Section, qtmodeltester: ModelTester) -> None:
    for number in range(130):
        here.room.services.resources.kept.write(Resource(list(ResourceKind)[number % 7], f"Iets {number}"))
    here.list.outdate()
    here.map.outdate()
    here.room.settle()
    assert len(here.canvas.map.marks) > 130
    assert here.canvas.at(here.canvas.map.marks[0]).width() >= 44
    assert not here.canvas.grab().isNull()
    qtmodeltester.check(here.list.model)  # type: ignore[no-untyped-call]
    i18n.speak("nl")
    here.list.say()
    here.map.say()
    assert here.map.direction.itemText(0) == translate("north")
