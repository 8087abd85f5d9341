"""Writing down a worry or an incident, by keyboard alone and by mouse alone, and what the coordinator sees of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from buurtkamer_app.base import i18n
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.desk.concern import ConcernDialog
from buurtkamer_app.room.records import DeskSettings
from tests.qt.concern_room import TEXT, as_coordinator, click, settle, sit
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
BSN = "111222333"


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    for made in furnished(tmp_path, clock, qtbot):
        sit(made)
        yield made


def opened(room: OfficeRoom, qtbot: QtBot) -> ConcernDialog:
    dialog = ConcernDialog(room.tasks)
    dialog.finished.disconnect(dialog.deleteLater)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: bool(dialog.steps.recipient.count()))
    settle(room, qtbot)
    return dialog


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        QTest.keyClick(focused, key)


def test_by_keyboard_alone_a_worry_takes_three_steps(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    enter, tab = Qt.Key.Key_Return, Qt.Key.Key_Tab
    press(enter)
    assert dialog.whom.isVisible()
    press(enter)
    assert dialog.steps.step.text() == "Step 1 of 3"
    assert dialog.steps.text.hasFocus()
    QTest.keyClicks(dialog.steps.text, TEXT)
    press(tab, enter)
    assert dialog.steps.step.text() == "Step 2 of 3"
    press(enter)
    assert dialog.steps.step.text() == "Step 3 of 3"
    assert dialog.on.text() == "Keep"
    with qtbot.waitSignal(dialog.accepted):
        press(enter)
    (line,) = ask(room, qtbot, as_coordinator(lambda services: services.concerns.concerns()))
    coordinators = [host.name for host in room.services.people.hosts() if host.role is Role.COORDINATOR]
    assert (line.written_by, line.recipient, line.urgent) == ("Ria Postma", coordinators[0], False)
    assert line.review_on == WEDNESDAY + timedelta(days=7)
    read = ask(room, qtbot, as_coordinator(lambda services: services.concerns.read(line.id)))
    assert read.value.text == TEXT


def test_by_mouse_alone_a_worry_that_was_typed_takes_six_clicks(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    click(dialog.worry)
    click(dialog.visitor)
    QTest.keyClicks(dialog.steps.text, TEXT)
    click(dialog.on)
    click(dialog.back)
    assert dialog.steps.step.text() == "Step 1 of 3"
    assert dialog.steps.text.toPlainText() == TEXT
    click(dialog.on)
    click(dialog.on)
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.on)
    assert ask(room, qtbot, lambda services: services.concerns.count(WEDNESDAY, WEDNESDAY)) == 1


def test_what_is_urgent_shows_whom_to_call_and_waits_until_one_called(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    click(dialog.worry)
    click(dialog.visitor)
    QTest.keyClicks(dialog.steps.text, TEXT)
    assert not dialog.steps.call_first.isVisible()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert dialog.steps.call_first.isVisible()
    assert not dialog.on.isEnabled()
    numbers = [label.text() for label in dialog.steps.call_first.findChildren(QLabel)]
    for number in ("112", "0800 2000", "113", "A doctor in the evening or at the weekend"):
        assert number in numbers
    click(dialog.on)
    assert dialog.steps.at == 0
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert dialog.on.isEnabled()
    for _ in range(2):
        click(dialog.on)
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.on)
    (line,) = ask(room, qtbot, as_coordinator(lambda services: services.concerns.concerns()))
    assert line.urgent


def test_about_a_host_nothing_can_be_written_and_the_confidant_is_shown(room: OfficeRoom, qtbot: QtBot) -> None:
    confidant = DeskSettings(confidant="Mw. Bakker", confidant_phone="0223 111 222")
    ask(room, qtbot, as_coordinator(lambda services: services.room.set_desk(confidant)))
    dialog = opened(room, qtbot)
    press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert dialog.confidant.isVisible()
    assert dialog.confidant_name.text() == "Mw. Bakker · 0223 111 222"
    assert not dialog.steps.isVisible()
    assert not dialog.on.isVisible()
    assert dialog.back.text() == "Close"
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Return)
    assert ask(room, qtbot, lambda services: services.concerns.count(WEDNESDAY, WEDNESDAY)) == 0


def test_without_a_confidant_one_hears_whom_to_ask(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    click(dialog.worry)
    click(dialog.colleague)
    assert dialog.confidant_name.text() == "Ask the coordinator who the confidant is."
    assert "0800 2000" in dialog.confidant_else.text()


def test_what_is_typed_comes_back_to_its_writer_after_a_lock_and_to_nobody_else(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    dialog.show_page(dialog.steps)
    QTest.keyClicks(dialog.steps.text, TEXT)
    dialog.reject()
    room.act_as(NOBODY)
    ask(room, qtbot, lambda _: None)
    sit(room, "Joop Kramer")
    other = opened(room, qtbot)
    ask(room, qtbot, lambda _: None)
    assert other.steps.text.toPlainText() == ""
    other.reject()
    sit(room)
    again = opened(room, qtbot)
    qtbot.waitUntil(lambda: again.steps.text.toPlainText() == TEXT)
    again.show_page(again.steps)
    for _ in range(2):
        click(again.on)
    with qtbot.waitSignal(again.accepted):
        click(again.on)
    name = ask(room, qtbot, lambda services: services.concerns.draft_name("concern"))
    assert ask(room, qtbot, lambda services: services.drafts.kept(name)) == ""


def test_a_citizen_number_is_warned_of_at_once_and_neither_kept_nor_drafted(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    dialog.show_page(dialog.steps)
    QTest.keyClicks(dialog.steps.text, f"Nummer {BSN}")
    sentence = "This looks like a citizen service number. Never write that down."
    assert dialog.steps.trouble.text() == sentence
    click(dialog.on)
    assert dialog.steps.at == 0
    assert dialog.steps.text.toPlainText() == f"Nummer {BSN}"
    dialog.keep_drafts()
    name = ask(room, qtbot, lambda services: services.concerns.draft_name("concern"))
    assert ask(room, qtbot, lambda services: services.drafts.kept(name)) == "Nummer "
    for _ in BSN:
        QTest.keyClick(dialog.steps.text, Qt.Key.Key_Backspace)
    assert dialog.steps.trouble.isHidden()


@pytest.mark.parametrize("typed", ["", "x" * 10_001])
def test_what_cannot_be_kept_stays_with_the_reason_beside_it(room: OfficeRoom, qtbot: QtBot, typed: str) -> None:
    dialog = opened(room, qtbot)
    dialog.show_page(dialog.steps)
    dialog.steps.text.setPlainText(typed)
    click(dialog.on)
    assert dialog.steps.at == 0
    assert not dialog.steps.trouble.isHidden()
    assert dialog.steps.text.toPlainText() == typed


def test_a_writer_sees_the_days_of_earlier_worries_and_no_words(room: OfficeRoom, qtbot: QtBot) -> None:
    ask(room, qtbot, lambda services: services.concerns.write(TEXT))
    dialog = opened(room, qtbot)
    assert dialog.mine.text() == "Wednesday 11 March 2026, not seen yet"
    dialog.reject()

    def look(services: Services) -> None:
        services.concerns.read(services.concerns.concerns()[0].id)

    ask(room, qtbot, as_coordinator(look))
    again = opened(room, qtbot)
    assert again.mine.text() == "Wednesday 11 March 2026, seen on Wednesday 11 March 2026"
    shown = " ".join(label.text() for label in again.findChildren(QLabel))
    assert "jas" not in shown


def test_one_key_hides_what_is_being_typed(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    dialog.show_page(dialog.steps)
    QTest.keyClicks(dialog.steps.text, TEXT)
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not dialog.steps.text.isVisible())
    assert dialog.steps.hidden.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    qtbot.waitUntil(dialog.steps.text.isVisible)
    assert dialog.steps.text.toPlainText() == TEXT


def test_an_incident_is_written_by_keyboard_and_one_to_come_is_refused(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert dialog.incident.isVisible()
    assert dialog.incident.at.time() == QTime(13, 0)
    press(Qt.Key.Key_Down)
    dialog.incident.facts.setFocus()
    QTest.keyClicks(dialog.incident.facts, "Twee bezoekers schreeuwden")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.incident.called, "de wijkagent")
    dialog.incident.at.setTime(QTime(14, 0))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.incident.trouble.isHidden())
    assert dialog.incident.trouble.text() == "That time is still to come. When did it happen?"
    assert dialog.incident.facts.toPlainText() == "Twee bezoekers schreeuwden"
    dialog.incident.at.setTime(QTime(12, 45))
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)
    (line,) = ask(room, qtbot, as_coordinator(lambda services: services.concerns.incidents(WEDNESDAY, WEDNESDAY)))
    assert (line.kind, line.at.hour, line.written_by) == (IncidentKind.QUARREL, 12, "Ria Postma")


def test_the_dialog_speaks_another_language_at_once(room: OfficeRoom, qtbot: QtBot) -> None:
    dialog = opened(room, qtbot)
    dialog.show_page(dialog.steps)
    i18n.speak("nl")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.on.text() == i18n.translate("Next") != "Next"


def test_large_type_is_scrolled_to_and_never_cut_off_sideways(
    room: OfficeRoom, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.start(qapp, 200)
    try:
        dialog = opened(room, qtbot)
        dialog.resize(760, 560)
        dialog.show_page(dialog.steps)
        dialog.steps.urgent.setChecked(True)
        qtbot.waitUntil(dialog.area.verticalScrollBar().isVisible)
        assert dialog.steps.width() <= dialog.area.viewport().width()
    finally:
        theme.start(qapp, 100)
