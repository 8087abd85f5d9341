from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication

from buurtkamer_app import startup
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.qt.room.set_up import SetUp
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.room.starting import NewRoom, starting_patterns, starting_spaces
from buurtkamer_app.services import Services
from buurtkamer_app.storage import passphrase, vault
from tests.qt.office_room import choose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

WORDS = "fiets lamp brood wolk stoel"
PIN = "730519"
CODE = "AB12-CD34-EF56-GH78-JK90-MN12-PQ34"
TODAY = date(2026, 3, 11)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks[Services]]:
    made = Tasks[Services]()
    yield made
    made.close()


@pytest.fixture
def set_up(tasks: Tasks[Services], qtbot: QtBot) -> SetUp:
    made = SetUp(tasks, lambda: WORDS, passphrase.acceptable)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def to_keys(set_up: SetUp) -> None:
    set_up.where.name.setText("Buurtkamer De Linde")
    set_up.where.postcode.setText("1034 ZZ")
    set_up.next.click()
    set_up.next.click()


def fill_keys(set_up: SetUp) -> None:
    keys = set_up.keys
    keys.name.setText("Wilma Prins")
    keys.pin.setText(PIN)
    keys.pin_again.setText(PIN)
    keys.again.setText("Fiets  lamp brood wolk STOEL")


def asked(set_up: SetUp, qtbot: QtBot) -> NewRoom:
    with qtbot.waitSignal(set_up.room_asked) as told:
        set_up.next.click()
    assert told.args is not None
    new: NewRoom = told.args[0]
    return new


def test_three_steps_ask_for_the_room(set_up: SetUp, qtbot: QtBot) -> None:
    assert set_up.step.text() == "Step 1 of 5"
    to_keys(set_up)
    fill_keys(set_up)
    new = asked(set_up, qtbot)
    assert new.facts.name == "Buurtkamer De Linde"
    assert (new.facts.country, new.facts.timezone) == ("NL", "Europe/Amsterdam")
    assert [opening.weekday for opening in new.hours] == [0, 1, 2, 3, 4]
    assert (new.hours[0].opens, new.hours[0].closes) == (time(10), time(17))
    assert (new.coordinator_name, new.pin, new.passphrase) == ("Wilma Prins", PIN, WORDS)
    assert PIN not in repr(new)
    assert WORDS not in repr(new)


def test_a_room_in_belgium_has_belgian_time(set_up: SetUp, qtbot: QtBot) -> None:
    set_up.where.country.setCurrentIndex(set_up.where.country.findData("BE"))
    to_keys(set_up)
    fill_keys(set_up)
    assert asked(set_up, qtbot).facts.timezone == "Europe/Brussels"


def test_a_room_without_a_name_hears_so_under_that_field(set_up: SetUp) -> None:
    set_up.next.click()
    assert set_up.step.text() == "Step 1 of 5"
    assert set_up.answer.text() == "Give the room a name."
    QApplication.processEvents()
    above, below, next_field = set_up.where.name, set_up.answer, set_up.where.street
    assert above.geometry().bottom() < below.y() < next_field.y()
    assert below.x() == above.x()


def test_going_back_loses_nothing(set_up: SetUp) -> None:
    to_keys(set_up)
    fill_keys(set_up)
    set_up.back.click()
    set_up.hours.rows[5][0].click()
    set_up.back.click()
    assert set_up.where.name.text() == "Buurtkamer De Linde"
    set_up.next.click()
    set_up.next.click()
    assert set_up.keys.pin_again.text() == PIN
    assert set_up.keys.words.text() == WORDS
    assert [opening.weekday for opening in set_up.hours.hours()] == [0, 1, 2, 3, 4, 5]


def test_a_day_that_closes_before_it_opens_is_pointed_at(set_up: SetUp) -> None:
    set_up.where.name.setText("De Linde")
    set_up.next.click()
    set_up.hours.rows[2][2].setTime(QTime(9, 0))
    set_up.next.click()
    assert set_up.step.text() == "Step 2 of 5"
    assert "cannot close before it opens" in set_up.answer.text()
    QApplication.processEvents()
    assert abs(set_up.answer.geometry().center().y() - set_up.hours.rows[2][0].geometry().center().y()) < 30


def test_a_room_is_open_at_least_one_day(set_up: SetUp) -> None:
    set_up.where.name.setText("De Linde")
    set_up.next.click()
    for box, _, _ in set_up.hours.rows:
        box.setChecked(False)
    set_up.next.click()
    assert set_up.answer.text() == "Tick at least one day on which the room is open."


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Type a name first."),
        ("pin", "7305", "A PIN has six digits."),
        ("pin", "111111", "This PIN is easy to guess. Choose another one."),
        ("pin_again", "730518", "The two PINs are not the same. Type them again."),
        ("words", "kort", "This passphrase is easy to guess. Take the five words, or at least 12 letters."),
        ("again", "fiets lamp", "This is not the passphrase above. Type it once more."),
    ],
)
def test_what_is_wrong_with_the_keys_is_told_and_nothing_is_asked(
    set_up: SetUp, qtbot: QtBot, field: str, typed: str, sentence: str
) -> None:
    to_keys(set_up)
    fill_keys(set_up)
    getattr(set_up.keys, field).setText(typed)
    with qtbot.assertNotEmitted(set_up.room_asked):
        set_up.next.click()
    assert set_up.answer.text() == sentence
    assert getattr(set_up.keys, field).text() == typed
    assert set_up.keys.focusWidget() is getattr(set_up.keys, field)


def test_other_words_are_drawn(tasks: Tasks[Services], qtbot: QtBot) -> None:
    set_up = SetUp(tasks, passphrase.draw, passphrase.acceptable)
    qtbot.addWidget(set_up)
    before = set_up.keys.words.text()
    set_up.keys.other.click()
    assert len(set_up.keys.words.text().split()) == 5
    assert set_up.keys.words.text() != before


def test_a_room_that_could_not_be_made_keeps_what_was_typed(set_up: SetUp, qtbot: QtBot) -> None:
    to_keys(set_up)
    fill_keys(set_up)
    asked(set_up, qtbot)
    assert not set_up.next.isEnabled()
    set_up.refuse(StoreError("The disk is full. Save the sheet somewhere else."))
    assert set_up.answer.text() == "The disk is full. Save the sheet somewhere else."
    assert set_up.next.isEnabled()
    assert set_up.keys.name.text() == "Wilma Prins"


def test_one_is_ready_only_with_the_code_on_paper(set_up: SetUp, qtbot: QtBot) -> None:
    to_keys(set_up)
    set_up.show_code(CODE, TODAY)
    assert set_up.code.code.text().replace("\u200b", "") == CODE
    assert set_up.back.isHidden()
    assert not set_up.next.isEnabled()
    set_up.code.have.click()
    set_up.next.click()
    assert set_up.step.text() == "Step 5 of 5"
    with qtbot.waitSignal(set_up.done):
        set_up.second.later.click()


def test_a_second_key_holder_gets_words_on_paper(set_up: SetUp, qtbot: QtBot) -> None:
    to_keys(set_up)
    set_up.show_code(CODE, TODAY)
    set_up.code.have.click()
    set_up.next.click()
    set_up.next.click()
    assert set_up.answer.text() == "Type a name first."
    set_up.second.second_name.setText("Ria de Boer")
    with qtbot.waitSignal(set_up.second_asked) as told:
        set_up.next.click()
    assert told.args == ["Ria de Boer", WORDS]
    set_up.show_second()
    assert set_up.second.slip.secret.text() == WORDS
    assert not set_up.next.isEnabled()
    set_up.second.slip.have.click()
    with qtbot.waitSignal(set_up.done):
        set_up.next.click()


def test_a_real_room_is_made_and_its_code_is_kept_as_a_pdf(
    set_up: SetUp, tasks: Tasks[Services], clock: SetClock, qtbot: QtBot, tmp_path: Path
) -> None:
    to_keys(set_up)
    fill_keys(set_up)
    new, secrets, folder = asked(set_up, qtbot), tmp_path / "secrets", tmp_path / "room"
    folder.mkdir()
    created = vault.create(folder, secrets, new.passphrase, on=TODAY)
    house = startup.build(folder, created, clock)
    with qtbot.waitCallback() as opened:
        tasks.open(lambda: house.services, house.reader, opened)

    def furnish(services: Services) -> None:
        services.room.set_up(new.facts, new.hours, starting_spaces(), starting_patterns(new.hours))
        made = services.people.add_host(NewHost(new.coordinator_name, role=Role.COORDINATOR)).value
        services.sign_in.set_pin(made.id, new.pin)
        services.sign_in.enter(made.id, new.pin)

    with qtbot.waitCallback() as furnished:
        tasks.write(furnish, furnished)
    set_up.show_code(created.recovery_code, TODAY)
    file = tmp_path / "code.pdf"
    set_up.code.print_now.click()
    papers = set_up.code.papers
    qtbot.waitUntil(lambda: bool(papers.keeps))
    assert papers.answer.text() == "This computer has no printer. Save the sheet as a PDF instead."
    set_up.code.keep.click()
    qtbot.waitUntil(lambda: papers.dialog is not None)
    choose(papers.dialog, file)
    qtbot.waitUntil(lambda: "code.pdf" in papers.answer.text())
    with pikepdf.open(file) as sheet:
        assert len(sheet.pages) == 1
    again = vault.unlock(vault.load(folder), secrets, "FIETS lamp brood wolk stoel")
    assert again.data_key == created.data_key
    assert vault.unlock_with_recovery(vault.load(folder), created.recovery_code).data_key == created.data_key
    plan = house.services.room.plan()
    assert len(plan.patterns) == 10
    assert [(space.name, space.capacity, space.shared) for space in plan.spaces] == [("Living room", 30, True)]


def test_a_code_that_cannot_be_saved_says_what_to_do(
    set_up: SetUp, tasks: Tasks[Services], clock: SetClock, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "room"
    folder.mkdir()
    house = startup.build(folder, vault.create_practice(folder, on=TODAY), clock)
    with qtbot.waitCallback() as opened:
        tasks.open(lambda: house.services, house.reader, opened)
    set_up.show_code(CODE, TODAY)
    papers = set_up.code.papers
    set_up.code.keep.click()
    qtbot.waitUntil(lambda: papers.dialog is not None)
    choose(papers.dialog, tmp_path / "nowhere" / "code.pdf")
    qtbot.waitUntil(lambda: papers.answer.property("kind") == "warning")
    assert not list(tmp_path.rglob("*.pdf"))
