"""Two hosts swap shifts in the dialog of the rota."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.qt.rota.cover_menu import CoverDoors
from buurtkamer_app.qt.rota.cover_strip import StripDialog
from buurtkamer_app.qt.rota.swap import SwapDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from buurtkamer_app.rota.records import Shift
    from tests.qt.board_room import BoardRoom

NEXT = date(2026, 3, 18)
LATER = NEXT + timedelta(days=7)
SAMIRA, JOOP = "Samira El Idrissi", "Joop Kramer"


@pytest.fixture
def page(room: BoardRoom) -> Iterator[QWidget]:
    made = QWidget()
    window = room.show(made)
    yield made
    window.close()


@pytest.fixture
def place(room: BoardRoom) -> UUID:
    """Put Samira on one Wednesday and Joop on the next; give her place."""
    room.sit(Role.COORDINATOR)
    for name, on in ((SAMIRA, NEXT), (JOOP, LATER)):
        room.services.rota.put_on(room.services.people.host_named(name).id, on, DayPart.AFTERNOON)
    return afternoon(room, NEXT).places[0].id


def afternoon(room: BoardRoom, on: date) -> Shift:
    return next(one for one in room.services.rota.shifts(on, on) if one.part is DayPart.AFTERNOON)


def holders(room: BoardRoom) -> list[list[str]]:
    return [[place.host_name for place in afternoon(room, on).on_duty] for on in (NEXT, LATER)]


def open_swap(room: BoardRoom, page: QWidget, place: UUID, whom: str) -> SwapDialog:
    dialog = SwapDialog(room.tasks, place, page)
    dialog.open()
    room.settle()
    dialog.whom.setCurrentText(whom)
    room.settle()
    return dialog


def press(room: BoardRoom, dialog: SwapDialog) -> None:
    QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
    room.settle()


def test_a_shift_is_swapped_for_that_of_another_and_both_strips_are_offered(
    room: BoardRoom, page: QWidget, place: UUID
) -> None:
    room.sit(Role.HOST, SAMIRA)
    dialog = open_swap(room, page, place, JOOP)
    assert dialog.heading.text() == translate("With whom does {name} swap this shift?", name="Samira")
    assert dialog.which.count() == 2
    assert dialog.which.currentRow() == 1
    press(room, dialog)
    assert holders(room) == [[JOOP], [SAMIRA]]
    assert not dialog.fields.isVisible()
    QTest.mouseClick(dialog.strip.print, Qt.MouseButton.LeftButton)
    room.wait(lambda: dialog.strip.papers.keeps)
    dialog.back.click()


def test_a_shift_is_given_away_with_the_first_row(room: BoardRoom, page: QWidget, place: UUID) -> None:
    room.sit(Role.HOST, SAMIRA)
    dialog = open_swap(room, page, place, "Ria Postma")
    assert dialog.which.currentRow() == 0
    assert dialog.which.item(0).text() == translate("None: {name} takes the shift over", name="Ria")
    press(room, dialog)
    assert holders(room) == [["Ria Postma"], [JOOP]]
    dialog.back.click()


def test_what_it_breaks_is_read_before_it_is_done_all_the_same(room: BoardRoom, page: QWidget, place: UUID) -> None:
    joop = room.services.people.host_named(JOOP).id
    room.services.times.note(joop, Days(NEXT, NEXT))
    dialog = open_swap(room, page, place, JOOP)
    assert translate("{name} cannot come then.", name=JOOP) in dialog.warning.text().split("\n")
    assert dialog.warning.isVisible()
    assert dialog.swap.text() == translate("Swap all the same")
    dialog.which.setCurrentRow(0)
    room.settle()
    assert dialog.swap.text() == translate("Give it away all the same")
    dialog.which.setCurrentRow(1)
    room.settle()
    press(room, dialog)
    assert holders(room) == [[JOOP], [SAMIRA]]
    dialog.back.click()


def test_a_host_at_the_desk_only_has_themselves_to_take_the_shift_of_another(
    room: BoardRoom, page: QWidget, place: UUID
) -> None:
    actor = room.sit(Role.HOST, JOOP)
    doors, menu, shift = CoverDoors(room.tasks, page), QMenu(page), afternoon(room, NEXT)
    doors.set_actor(actor)
    doors.on_place(menu, shift, shift.places[0])
    next(one for one in menu.actions() if one.text() == translate("Swap or give away…")).trigger()
    room.settle()
    dialog = doors.dialog
    assert isinstance(dialog, SwapDialog)
    assert [dialog.whom.itemText(row) for row in range(dialog.whom.count())] == [JOOP]
    dialog.back.click()
    assert holders(room) == [[SAMIRA], [JOOP]]
    assert place == shift.places[0].id


def test_the_strip_of_a_place_that_was_taken_over_is_printed_again(room: BoardRoom, page: QWidget, place: UUID) -> None:
    room.services.cover.rings_off(place)
    room.services.cover.takes(afternoon(room, NEXT).key, room.services.people.host_named(JOOP).id, place)
    shift, menu, doors = afternoon(room, NEXT), QMenu(page), CoverDoors(room.tasks, page)
    doors.set_actor(room.sit(Role.COORDINATOR))
    doors.on_place(menu, shift, shift.on_duty[0])
    next(one for one in menu.actions() if one.text() == translate("Print the strip…")).trigger()
    dialog = doors.dialog
    assert isinstance(dialog, StripDialog)
    assert dialog.strip.print.isVisible()
    dialog.back.click()
