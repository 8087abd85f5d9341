"""The cards of hosts, the key list and the birthdays, through their real widgets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.people.cards.records import Standing
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.qt.people.birthdays import BirthdaysDialog
from buurtkamer_app.qt.people.card_line import CardLine
from buurtkamer_app.qt.people.keys import KeysDialog
from buurtkamer_app.qt.words import switch_language
from buurtkamer_app.storage.tables.people import HostRow
from tests.qt.board_room import BoardRoom, enter
from tests.qt.host_section import MORNING, TODAY, Cards, choose_day
from tests.qt.office_room import let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.COORDINATOR)
        yield room
        assert not room.troubles


@pytest.fixture
def here(room: BoardRoom) -> Cards:
    return Cards(room)


def test_the_list_names_every_host_and_what_asks_for_something(here: Cards) -> None:
    QAbstractItemModelTester(here.panel.model)
    assert here.panel.summary.text() == "21 hosts"
    assert here.notes("Joop Kramer") == ""
    here.do(lambda s: s.cards.set_vog(here.host(), date(2023, 3, 1), date(2026, 3, 1)))
    here.do(lambda s: s.cards.add_certificate(here.host(), "EHBO", date(2024, 4, 1), date(2026, 4, 1)))
    here.do(lambda s: s.times.note(here.host(), Days(TODAY, date(2026, 3, 20))))
    here.room.wait(lambda: here.notes("Joop Kramer"))
    assert here.notes("Joop Kramer") == "VOG has run out · EHBO holds until 1 Apr 2026 · away until 20 Mar 2026"


def test_a_press_on_a_name_opens_the_card_and_back_returns_to_the_list(here: Cards) -> None:
    here.press_name("Ria Postma")
    assert (here.card.who.text(), here.card.reach.phone.text()) == ("Ria Postma", "020 000 00 01")
    assert here.panel.listing.isHidden()
    here.press(here.card.back)
    assert here.panel.listing.isVisible()
    QTest.keyClick(here.panel.hosts, Qt.Key.Key_Down)
    QTest.keyClick(here.panel.hosts, Qt.Key.Key_Return)
    here.room.settle()
    assert here.card.isVisible()


def test_what_is_typed_stays_while_the_card_is_read_again_and_is_kept_on_leaving(here: Cards) -> None:
    here.open()
    here.type(here.card.reach.phone, "06 12345678")
    here.do(lambda s: s.cards.add_skill(here.host(), "soep koken"))
    assert here.lines(here.card.skills) == ["soep koken"]
    assert here.card.reach.phone.text() == "06 12345678"
    here.type(here.card.skills.words, "brood bakken")
    here.press(here.card.back)
    here.room.wait(here.panel.listing.isVisible)
    kept = here.kept()
    assert kept.phone == "06 12345678"
    assert {skill.words for skill in kept.skills} == {"soep koken", "brood bakken"}


def test_what_is_refused_on_leaving_stays_with_its_sentence(here: Cards) -> None:
    here.open()
    here.type(here.card.reach.phone, "bel maar")
    here.press(here.card.back)
    assert here.panel.listing.isHidden()
    assert here.card.reach.answer.text() == "Type a phone number, like 06 12345678."
    assert here.card.reach.phone.text() == "bel maar"
    here.type(here.card.reach.phone, "0612345678")
    here.press(here.card.back)
    assert here.panel.listing.isVisible()
    assert here.kept().phone == "0612345678"


def test_ten_thousand_letters_are_refused_and_nothing_is_lost(here: Cards) -> None:
    here.open()
    words = here.card.skills.words
    words.insert("x" * 10_000)
    here.press(here.card.skills.keep)
    assert here.card.skills.answer.text() == "This line is too long. Use at most 200 letters."
    assert len(words.text()) == 10_000


def test_how_somebody_works_the_dates_and_the_birthday_are_kept_by_group(here: Cards) -> None:
    here.open()
    card = here.card
    card.working.experience.setCurrentIndex(2)
    card.working.most.setValue(1)
    here.tick(card.working.near)
    here.press(card.working.keep)
    here.tick(card.start.talked)
    choose_day(card.start.talk, date(2026, 1, 5))
    here.press(card.start.keep)
    here.tick(card.personal.told)
    card.personal.day.setValue(24)
    card.personal.month.setCurrentIndex(2)
    here.type(card.personal.year, "2006")
    here.press(card.personal.keep)
    kept = here.kept()
    assert (kept.host.experience, kept.host.most_a_week, kept.host.lives_near) == (Experience.EXPERIENCED, 1, True)
    assert (kept.first_talk_on, kept.agreed_on) == (date(2026, 1, 5), None)
    assert (kept.birthday, kept.birth_year) == ((24, 3), 2006)
    here.type(card.personal.year, "twaalf")
    here.press(card.personal.keep)
    assert card.personal.answer.text() == "Type a year of four digits, like 2006, or nothing."


def test_the_vog_says_how_it_stands_and_a_run_out_certificate_has_a_sign(here: Cards) -> None:
    here.open()
    vog = here.card.vog
    assert vog.standing.text() == "No VOG was seen yet."
    here.tick(vog.seen)
    choose_day(vog.seen_on, date(2026, 3, 1))
    here.tick(vog.renewed)
    choose_day(vog.renew_on, date(2026, 2, 1))
    here.press(vog.keep)
    assert vog.answer.text() == "Joop Kramer: Sunday 1 February comes before Sunday 1 March."
    choose_day(vog.renew_on, date(2026, 3, 31))
    here.press(vog.keep)
    assert vog.standing.text() == "The VOG must be renewed soon."
    assert here.kept().vog is Standing.SOON
    here.type(here.card.certificates.name, "EHBO")
    choose_day(here.card.certificates.got, date(2024, 1, 1))
    here.tick(here.card.certificates.ends)
    choose_day(here.card.certificates.until, date(2026, 1, 1))
    here.press(here.card.certificates.keep)
    (line,) = here.card.certificates.findChildren(CardLine)
    assert (line.words, line.told) == ("EHBO", "This has run out.")
    assert line.button is not None
    here.press(line.button)
    assert here.kept().certificates == ()


def test_a_key_goes_out_on_the_card_and_comes_back_on_the_list(here: Cards) -> None:
    here.open()
    here.type(here.card.keys.number, "3a")
    here.press(here.card.keys.keep)
    assert here.lines(here.card.keys) == ["Key 3a"]
    here.press(here.card.back)
    here.press(here.panel.keys)
    dialog = here.panel.dialog
    assert isinstance(dialog, KeysDialog)
    QAbstractItemModelTester(dialog.model)
    here.press(dialog.back_now)
    assert dialog.answer.text() == "Choose a key that is still out."
    dialog.keys.selectRow(0)
    assert dialog.back_now.text() == "Key 3a is back"
    here.press(dialog.back_now)
    here.room.wait(lambda: dialog.model.data(dialog.model.index(0, 3)) == "11 Mar 2026")
    assert here.lines(here.card.keys) == ["Key 3a"]
    let_go(dialog)
    here.open()
    assert here.lines(here.card.keys) == []


def test_the_key_list_is_offered_as_a_file_where_there_is_no_printer(here: Cards) -> None:
    here.do(lambda s: s.house_keys.give(here.host(), "1", TODAY))
    dialog = KeysDialog(here.room.tasks, here.panel)
    dialog.open()
    here.room.settle()
    here.press(dialog.print_it)
    here.room.wait(lambda: dialog.papers.keeps)
    assert dialog.papers.answer.text() == translate("This computer has no printer. Save the sheet as a PDF instead.")
    let_go(dialog)


def test_the_birthdays_name_who_wants_it_and_nobody_else(here: Cards) -> None:
    here.do(lambda s: s.cards.set_personal(here.host(), (24, 3), wants_allowance=False, birth_year=None))
    here.press(here.panel.birthdays)
    dialog = here.panel.dialog
    assert isinstance(dialog, BirthdaysDialog)
    here.room.wait(lambda: dialog.days.text() == "Tue 24 March · Joop Kramer")
    let_go(dialog)


def test_while_names_are_hidden_the_number_and_the_birthday_are_too(here: Cards) -> None:
    here.open()
    here.panel.hide_names(hidden=True)
    assert here.card.reach.phone.echoMode() is QLineEdit.EchoMode.Password
    assert here.card.personal.isHidden()
    here.panel.hide_names(hidden=False)
    assert here.card.reach.phone.echoMode() is QLineEdit.EchoMode.Normal
    assert here.card.personal.isVisible()


def test_every_button_of_the_card_is_large_enough_and_nothing_is_cut_off(here: Cards) -> None:
    here.open()
    buttons = [button for button in here.card.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) > 25
    assert all(button.height() >= 44 for button in buttons)
    assert here.panel.width() <= here.window.viewport().width()


def test_another_language_is_spoken_at_once(here: Cards) -> None:
    here.open()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    switch_language(app, Settings(language="nl"))
    try:
        here.room.wait(lambda: here.card.personal.month.itemText(2) == "maart")
        assert here.card.times.cells[0, MORNING].text() == translate("Can")
        assert here.card.fixed.shift.itemText(0).startswith("maandag")
    finally:
        switch_language(app, Settings(language="en"))


def test_new_gone_and_files_are_reached_from_the_section(here: Cards) -> None:
    opened = []
    for button in (here.panel.new, here.panel.files):
        here.press(button)
        opened.append(here.shut_dialog())
    here.open("Nadia Bouali")
    for button in (here.card.joins, here.card.stops):
        here.press(button)
        opened.append(here.shut_dialog())
    assert opened == ["JoiningDialog", "HostFilesDialog", "JoiningDialog", "LeavingDialog"]
    here.open("Joop Kramer")
    assert here.card.joins.isHidden()


def test_the_card_of_who_stopped_gives_way_to_the_list(here: Cards) -> None:
    here.open()
    host = here.host()

    def stops(services: Services) -> object:
        with services.store.work(Label("stops")) as unit:
            row = unit.session.get(HostRow, host)
            assert row is not None
            row.left_on = TODAY
        return unit.change

    here.do(stops)
    here.room.wait(here.panel.listing.isVisible)
    assert here.panel.summary.text() == "20 hosts"


def test_what_was_typed_can_be_put_back(here: Cards) -> None:
    here.open()
    reach = here.card.reach
    assert reach.put_back.isHidden()
    here.type(reach.phone, "bel maar")
    here.press(reach.keep)
    assert not reach.answer.isHidden()
    here.press(reach.put_back)
    assert (reach.phone.text(), reach.answer.isHidden(), reach.put_back.isHidden()) == ("020 000 00 02", True, True)
    here.press(here.card.back)
    assert here.panel.listing.isVisible()


def test_what_was_only_chosen_is_not_written_down_by_going_away(here: Cards) -> None:
    here.open()
    choose_day(here.card.days.first, date(2026, 4, 1))
    here.press(here.card.keys.keep)
    assert here.card.keys.answer.text() == "Which number does the key have?"
    here.press(here.card.back)
    assert here.panel.listing.isVisible()
    assert here.room.services.times.of(here.host()).others == ()
    here.open()
    assert here.card.days.first.date() == QDate(2026, 4, 1)


def test_a_name_of_two_hundred_letters_or_with_signs_is_said_as_it_is(here: Cards) -> None:
    name = "<b>" + "W" * 190 + "</b>"
    here.do(lambda s: s.cards.set_reach(here.host(), name, "", on_list=True))
    here.do(lambda s: s.cards.add_skill(here.host(name), "x" * 200))
    here.open(name)
    assert here.card.who.text() == name
    assert here.card.who.textFormat() is Qt.TextFormat.PlainText
    assert here.panel.width() <= here.window.viewport().width()


def test_a_wheel_that_turns_over_a_field_scrolls_the_page_and_changes_nothing(here: Cards) -> None:
    here.open()
    most = here.card.working.most
    middle = QPointF(most.rect().center())
    there = QPointF(most.mapToGlobal(most.rect().center()))
    still, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        middle, there, QPoint(0, 0), QPoint(0, -120), still, no_keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    most.setFocus()
    QApplication.sendEvent(most, turned)
    assert (most.value(), here.card.working.touched) == (3, False)
    # What was not taken goes on to the area that scrolls.
    assert not turned.isAccepted()
