"""The call guide in the window: found in three keys, open to everybody, written by the coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from buurtkamer_app.base import i18n
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import HousePlaceKind
from buurtkamer_app.qt.neighbourhood.agreements import CallAgreementsPanel
from buurtkamer_app.qt.neighbourhood.call_guide import CallGuideDialog
from buurtkamer_app.qt.tasks import Tasks
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1366, 740)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def guide(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> Iterator[CallGuideDialog]:
    room.act_as(NOBODY)
    made = CallGuideDialog(room.tasks, window)
    made.open()
    qtbot.waitUntil(lambda: bool(made.line_cards))
    yield made
    let_go(made)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> CallAgreementsPanel:
    made = CallAgreementsPanel(room.tasks)
    qtbot.addWidget(made)
    made.resize(1086, 648)
    made.show()
    qtbot.waitUntil(lambda: made.agreements.model.rowCount() == 5 and made.places.model.rowCount() == 5)
    return made


def undo_last(services: Services) -> Any:
    last = services.history.last()
    assert last is not None
    return services.history.undo(last.unit)


def numbers(guide: CallGuideDialog) -> list[str]:
    return [card.line.phone for card in guide.line_cards if not card.isHidden()]


def situations(panel: CallAgreementsPanel) -> list[str]:
    model = panel.agreements.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_112_stands_there_before_the_store_is_open(window: QWidget, qtbot: QtBot) -> None:
    tasks = Tasks[Any]()
    dialog = CallGuideDialog(tasks, window)
    dialog.open()
    shown = [label.text() for label in dialog.findChildren(type(dialog.none)) if label.isVisible()]
    assert "112" in shown
    let_go(dialog)
    tasks.close()


def test_everybody_sees_every_number_and_where_things_are(guide: CallGuideDialog) -> None:
    assert "0800 2000" in numbers(guide)
    assert {card.spot.kind for card in guide.place_cards} == set(HousePlaceKind)
    assert all(card.phone.font().pixelSize() >= 26 for card in guide.line_cards)


def test_every_number_and_place_is_found_with_three_keys(guide: CallGuideDialog) -> None:
    words = [(card, card.situation.text()) for card in guide.line_cards]
    places = [(card, card.what.text()) for card in guide.place_cards]
    for card, text in (*words, *places):
        guide.search.clear()
        QTest.keyClicks(guide.search, text.split()[-1][:3])
        assert not card.isHidden()
        assert sum(not other.isHidden() for other in (*guide.line_cards, *guide.place_cards)) <= 3


def test_the_field_has_the_keyboard_and_the_digits_of_a_number_find_it(guide: CallGuideDialog) -> None:
    assert guide.focusWidget() is guide.search
    QTest.keyClicks(guide.search, "0113")
    assert numbers(guide) == ["113 / 0800 0113"]
    assert guide.places_heading.isHidden()


def test_words_that_fit_nothing_leave_all_numbers_in_sight(guide: CallGuideDialog) -> None:
    everything = numbers(guide)
    QTest.keyClicks(guide.search, "xyzzy")
    assert numbers(guide) == everything
    assert not guide.none.isHidden()


def test_the_arrows_move_the_list_and_escape_closes_it(guide: CallGuideDialog, qtbot: QtBot) -> None:
    bar = guide.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(guide.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(guide.search, Qt.Key.Key_PageUp)
    QTest.keyClick(guide.search, Qt.Key.Key_Down)
    QTest.keyClick(guide.search, Qt.Key.Key_Up)
    assert bar.value() == 0
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.isHidden()


def test_what_nobody_wrote_down_says_so(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    aed = room.services.neighbourhood.places()[0].id
    ask(room, qtbot, lambda services: services.neighbourhood.end_place(aed))
    ask(room, qtbot, lambda services: services.neighbourhood.fill("doctor", ""))
    guide = CallGuideDialog(room.tasks, window)
    qtbot.waitUntil(lambda: bool(guide.line_cards))
    missing = next(card for card in guide.place_cards if card.spot.kind is HousePlaceKind.AED)
    assert missing.place.text() == i18n.translate("Nobody wrote down yet where this is.")
    doctor = next(card for card in guide.line_cards if card.line.key == "doctor")
    assert not doctor.missing.isHidden()
    assert doctor.phone.isHidden()
    let_go(guide)


def test_a_change_of_language_reaches_what_ships_and_not_what_the_room_wrote(guide: CallGuideDialog) -> None:
    own, shipped = guide.line_cards[0], guide.line_cards[-1]
    before = own.situation.text(), shipped.situation.text()
    i18n.speak("nl")
    for card in guide.line_cards:
        card.say()
    assert own.situation.text() == before[0]
    assert shipped.situation.text() == i18n.translate(before[1])


def test_an_agreement_is_added_and_the_fields_are_free_again(panel: CallAgreementsPanel, qtbot: QtBot) -> None:
    agreements = panel.agreements
    QTest.keyClicks(agreements.situation, "Iemand is gevallen")
    QTest.keyClicks(agreements.phone, "020 000 02 01")
    agreements.keep.click()
    qtbot.waitUntil(lambda: "Iemand is gevallen" in situations(panel))
    assert agreements.situation.text() == ""
    assert agreements.answer.text() == i18n.translate("This is written down.")


def test_an_agreement_without_a_number_is_refused_and_stays_typed(panel: CallAgreementsPanel, qtbot: QtBot) -> None:
    panel.agreements.situation.setText("Iemand is gevallen")
    panel.agreements.keep.click()
    qtbot.waitUntil(lambda: panel.agreements.answer.property("kind") == "warning")
    assert panel.agreements.situation.text() == "Iemand is gevallen"
    assert len(situations(panel)) == 5


def test_an_agreement_is_chosen_changed_moved_and_taken_away(
    panel: CallAgreementsPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    agreements, before = panel.agreements, situations(panel)
    assert not agreements.up.isEnabled()
    agreements.rows.selectRow(1)
    assert agreements.situation.text() == before[1]
    agreements.situation.setText("Iemand is de weg kwijt")
    agreements.keep.click()
    qtbot.waitUntil(lambda: situations(panel)[1] == "Iemand is de weg kwijt")
    agreements.up.click()
    qtbot.waitUntil(lambda: situations(panel)[0] == "Iemand is de weg kwijt")
    assert agreements.rows.selectionModel().selectedRows()[0].row() == 0
    agreements.down.click()
    qtbot.waitUntil(lambda: situations(panel)[1] == "Iemand is de weg kwijt")
    agreements.remove.click()
    qtbot.waitUntil(lambda: len(situations(panel)) == 4)
    assert agreements.situation.text() == ""
    for _ in range(4):
        ask(room, qtbot, undo_last)
    qtbot.waitUntil(lambda: situations(panel) == before)


def test_the_number_of_the_doctor_on_duty_is_filled_in(
    panel: CallAgreementsPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    assert panel.agreements.doctor_phone.text() == "020 000 01 00"
    panel.agreements.doctor_phone.selectAll()
    QTest.keyClicks(panel.agreements.doctor_phone, "020 000 09 09")
    QTest.keyClick(panel.agreements.doctor_phone, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not panel.agreements.doctor_answer.isHidden())
    lines = ask(room, qtbot, lambda services: services.neighbourhood.call_guide()).lines
    assert "020 000 09 09" in [line.phone for line in lines]


def test_a_place_is_added_changed_and_taken_away(panel: CallAgreementsPanel, qtbot: QtBot) -> None:
    places = panel.places
    places.kind.setCurrentIndex(places.kind.findData(HousePlaceKind.OTHER))
    QTest.keyClicks(places.what, "Zaklamp")
    QTest.keyClicks(places.place, "Balie")
    places.keep.click()
    qtbot.waitUntil(lambda: places.model.rowCount() == 6)
    places.rows.selectRow(5)
    assert (places.what.text(), places.place.text()) == ("Zaklamp", "Balie")
    places.fresh.click()
    assert (places.chosen, places.place.text()) == (None, "")
    places.rows.selectRow(5)
    places.remove.click()
    qtbot.waitUntil(lambda: places.model.rowCount() == 5)


def test_the_lists_are_sound_models(panel: CallAgreementsPanel, qtmodeltester: ModelTester) -> None:
    for part in (panel.agreements, panel.places):
        qtmodeltester.check(part.model)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert panel.places.model.index(0, 0).data() == i18n.translate("AED")
