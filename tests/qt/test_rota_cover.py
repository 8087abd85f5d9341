from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import AbsenceReason, DayPart
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.qt.rota.cover import CoverDialog
from buurtkamer_app.qt.rota.cover_menu import CoverDoors
from buurtkamer_app.qt.rota.cover_row import CandidateRow
from buurtkamer_app.qt.rota.cover_strip import strip
from buurtkamer_app.qt.rota.offering import offer_words
from buurtkamer_app.qt.rota.said import part_of_day
from buurtkamer_app.qt.wishes.asking import AskingDialog
from buurtkamer_app.rota.cover.records import Seek

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from buurtkamer_app.rota.records import Shift
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def page(room: BoardRoom) -> Iterator[QWidget]:
    made = QWidget()
    window = room.show(made)
    yield made
    window.close()


def click(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def gone(room: BoardRoom) -> UUID:
    """Let Kees not come this afternoon."""
    room.sit(Role.COORDINATOR)
    kees = room.services.people.host_named("Kees Vos").id
    room.services.rota.put_on(kees, room.services.room.today(), DayPart.AFTERNOON)
    room.services.rota.no_show(kees, AbsenceReason.UNKNOWN)
    return kees


def afternoon(room: BoardRoom, days: int = 0) -> Shift:
    on = room.services.room.today() + timedelta(days=days)
    return next(one for one in room.services.rota.shifts(on, on) if one.part is DayPart.AFTERNOON)


def open_cover(room: BoardRoom, page: QWidget, seek: Seek) -> CoverDialog:
    dialog = CoverDialog(room.tasks, seek, page)
    dialog.open()
    room.settle()
    return dialog


def text_of(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


def test_somebody_is_called_takes_over_and_the_strip_says_so(
    room: BoardRoom, page: QWidget, gone: UUID, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("stick") / "strip.pdf"
    dialog = open_cover(room, page, Seek(host=gone))
    assert dialog.heading.text() == translate("Who can take over from {name}?", name="Kees")
    first, second = (row for row in dialog.shown[:2] if isinstance(row, CandidateRow))
    told = first.who.text().split(" · ")[0], second.who.text().split(" · ")[0]
    click(dialog, "no_answer 0")
    room.settle()
    assert translate("Did not answer at {time}", time="13.00") in [
        row.called.text() for row in dialog.shown if isinstance(row, CandidateRow)
    ]
    click(dialog, "yes 0")
    room.settle()
    duty = afternoon(room).on_duty
    assert [(place.substitute, place.host_name) for place in duty] == [(True, told[1])]
    short = told[1].split(" ")[0]
    assert dialog.heading.text() == translate("{name} for {gone}", name=short, gone="Kees")
    assert dialog.shown == []
    QTest.mouseClick(dialog.strip.print, Qt.MouseButton.LeftButton)
    room.wait(lambda: dialog.strip.papers.keeps)
    dialog.strip.papers.save(strip(room.services, [(duty[0].id, "")]), file)
    room.wait(file.exists)
    read = text_of(file.read_bytes())
    assert translate("{name} for {gone}", name=short, gone="Kees") in read
    assert "12.45" in read
    dialog.back.click()


def test_each_one_says_why_and_the_number_or_whom_to_ask(room: BoardRoom, page: QWidget, gone: UUID) -> None:
    joop = room.services.people.host_named("Joop Kramer").id
    room.services.cards.set_reach(joop, "Joop Kramer", "020 000 00 07", on_list=False)
    room.sit(Role.HOST)
    dialog = open_cover(room, page, Seek(host=gone))
    rows = {row.accessibleName(): row for row in dialog.shown if isinstance(row, CandidateRow)}
    moment = part_of_day(room.services.room.today(), DayPart.AFTERNOON)
    can = translate("can come on {moment}", moment=moment)
    assert rows["Joop Kramer"].whys.text().startswith(can[:1].upper() + can[1:])
    assert rows["Joop Kramer"].who.text() == f"Joop Kramer · {translate('number not on the list: ask the coordinator')}"
    assert all("020" in row.who.text() for name, row in rows.items() if name != "Joop Kramer")
    assert rows["Joop Kramer"].yes.accessibleName() == f"Joop Kramer: {translate('Yes, comes')}"
    dialog.back.click()


def test_an_open_place_next_week_is_taken_in_one_press_on_the_list(room: BoardRoom, page: QWidget) -> None:
    room.sit(Role.HOST)
    dialog = open_cover(room, page, Seek(afternoon(room, 7).key))
    assert dialog.heading.text() == translate("Who can come?")
    click(dialog, "yes 0")
    room.settle()
    assert len(afternoon(room, 7).on_duty) == 1
    dialog.back.click()


def test_when_nobody_can_it_says_whom_to_ask(room: BoardRoom, page: QWidget, gone: UUID) -> None:
    for host in room.services.people.hosts():
        room.services.times.note(host.id, Days(room.services.room.today(), room.services.room.today()))
    dialog = open_cover(room, page, Seek(host=gone))
    assert dialog.shown == []
    assert dialog.told.text() == translate("Nobody else can come then. Call the coordinator.")
    dialog.back.click()


def test_somebody_who_rings_off_from_the_menu_leads_to_the_list(room: BoardRoom, page: QWidget) -> None:
    actor = room.sit(Role.COORDINATOR)
    kees = room.services.people.host_named("Kees Vos").id
    on = room.services.room.today() + timedelta(days=7)
    room.services.rota.put_on(kees, on, DayPart.AFTERNOON)
    doors = CoverDoors(room.tasks, page)
    doors.set_actor(actor)
    shift = afternoon(room, 7)
    menu = QMenu(page)
    doors.on_place(menu, shift, shift.places[0])
    choose(menu, "Is ill")
    room.settle()
    assert isinstance(doors.dialog, CoverDialog)
    room.settle()
    assert doors.dialog.heading.text() == translate("Who can take over from {name}?", name="Kees")
    doors.dialog.back.click()
    shift = afternoon(room, 7)
    assert shift.places[0].absent is AbsenceReason.ILL
    again = QMenu(page)
    doors.on_place(again, shift, shift.places[0])
    choose(again, "Comes after all")
    room.settle()
    assert len(afternoon(room, 7).on_duty) == 1


def test_a_host_offers_to_come_and_takes_it_back_from_the_menu(room: BoardRoom, page: QWidget) -> None:
    actor = room.sit(Role.HOST)
    doors = CoverDoors(room.tasks, page)
    doors.set_actor(actor)
    shift = afternoon(room, 7)
    menu = QMenu(page)
    doors.on_gap(menu, shift, ())
    choose(menu, "I come if nobody else can")
    room.settle()
    offers = room.services.offers.of(shift.on, shift.on)[shift.key]
    words = translate("{name} does it if nobody else can", name="Ria")
    assert offer_words(offers, lambda _, name: name.split(" ")[0]) == words
    again = QMenu(page)
    doors.on_gap(again, shift, offers)
    choose(again, "I do not offer to come any more")
    room.settle()
    assert room.services.offers.of(shift.on, shift.on) == {}


def test_nobody_finds_entries_at_a_locked_desk(room: BoardRoom, page: QWidget) -> None:
    doors, menu = CoverDoors(room.tasks, page), QMenu(page)
    doors.on_gap(menu, afternoon(room, 7), ())
    assert menu.isEmpty()


def choose(menu: QMenu, words: str) -> None:
    found = [action for action in menu.actions() if action.text() == translate(words)]
    assert len(found) == 1, [action.text() for action in menu.actions()]
    found[0].trigger()


def test_a_question_is_kept_only_with_the_residents_yes(room: BoardRoom, page: QWidget) -> None:
    room.sit(Role.HOST)
    wish = room.services.wishes.all()[0]
    dialog = AskingDialog(room.tasks, wish, page)
    shut: list[int] = []
    dialog.finished.connect(shut.append)
    dialog.open()
    QTest.keyClicks(dialog.question, "Wie kan meekijken met brieven?")
    dialog.keep.click()
    room.settle()
    assert not shut
    assert dialog.told.text()
    dialog.consent.click()
    dialog.keep.click()
    room.settle()
    assert shut == [1]
    room.sit(Role.COORDINATOR)
    assert room.services.wishes.questions() == [(wish.number, "Wie kan meekijken met brieven?")]
