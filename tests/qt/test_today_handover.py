"""The handover on Vandaag, whom to call back, and what is lent: real widgets on a real room."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.qt.desk.call_backs import CallBacksDialog
from buurtkamer_app.qt.desk.handover import HandoverPanel
from buurtkamer_app.qt.desk.list_dialog import Line, ListDialog
from buurtkamer_app.qt.desk.loans import LoansDialog
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

NOTE = "Het koffiezetapparaat lekt. De monteur komt woensdag."


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def hosts(room: OfficeRoom) -> list[Actor]:
    return [Actor(host.role, host.id, host.name) for host in room.services.people.hosts()[:3]]


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> HandoverPanel:
    panel = HandoverPanel(room.tasks)
    qtbot.addWidget(panel)
    panel.resize(520, 500)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def sit(room: OfficeRoom, panel: HandoverPanel, actor: Actor) -> None:
    room.act_as(actor)
    panel.set_actor(actor)


def left_by(room: OfficeRoom, actor: Actor, text: str, to: Actor | None = None) -> None:
    room.act_as(actor)
    room.services.handover.write(text, to.host if to else None)


def shown(widget: QWidget, name: str) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel, name) if label.isVisible()]


def notes(panel: HandoverPanel) -> list[str]:
    return shown(panel, "note_text")


def stand(panel: HandoverPanel, count: int) -> bool:
    return len(notes(panel)) == count


def boxes(panel: HandoverPanel) -> list[QCheckBox]:
    return [box for box in panel.findChildren(QCheckBox) if box.isVisible()]


def everything(widget: QWidget) -> str:
    QApplication.processEvents()
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [button for kind in (QPushButton, QCheckBox) for button in widget.findChildren(kind)]
    return " ".join(labels + [b.text() + b.accessibleName() for b in buttons if b.isVisible()])


def test_notes_are_read_and_ticked_off_beside_the_tally(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    left_by(room, hosts[0], NOTE)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: notes(panel) == [NOTE])
    assert shown(panel, "note_by")[0].endswith("13.00")
    QTest.mouseClick(boxes(panel)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: notes(panel) == [])
    assert translate("There are no notes for you.") in everything(panel)
    last = ask(room, qtbot, lambda services: services.history.last())
    ask(room, qtbot, lambda services: services.history.undo(last.unit))
    qtbot.waitUntil(lambda: notes(panel) == [NOTE])


def test_notes_are_ticked_off_one_after_the_other_by_keyboard(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    for text in ("Eerste", "Tweede", "Derde"):
        left_by(room, hosts[0], text)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: len(notes(panel)) == 3)
    boxes(panel)[0].setFocus()
    for left in (2, 1, 0):
        box = panel.focusWidget()
        assert isinstance(box, QCheckBox)
        QTest.keyClick(box, Qt.Key.Key_Space)
        qtbot.waitUntil(partial(stand, panel, left))


def test_reading_again_every_minute_moves_nothing(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot, clock: SetClock
) -> None:
    left_by(room, hosts[0], NOTE)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: notes(panel) == [NOTE])
    box = boxes(panel)[0]
    clock.instant += timedelta(minutes=1)
    panel.outdate()
    room.tasks.read(lambda services: services.room.today(), lambda _: asked.append(True))
    asked: list[bool] = []
    qtbot.waitUntil(lambda: bool(asked))
    assert boxes(panel) == [box]


def test_nobody_signed_in_reads_nothing(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    left_by(room, hosts[0], NOTE)
    room.services.handover.call_back("Mw. Jansen", "", "")
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: bool(notes(panel)))
    sit(room, panel, NOBODY)
    assert notes(panel) == []
    assert panel.findChildren(QCheckBox, options=Qt.FindChildOption.FindDirectChildrenOnly) == []
    assert not panel.lines.isVisible()
    assert not panel.write.isEnabled()
    assert panel.told.text() == translate("Sign in first.")


def test_a_note_is_written_by_keyboard_and_its_writer_sees_that_it_was_seen(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    sit(room, panel, hosts[0])
    qtbot.waitUntil(lambda: panel.editor.whom.count() > 1)
    panel.write.setFocus()
    QTest.keyClick(panel.write, Qt.Key.Key_Space)
    assert panel.editor.text.hasFocus()
    QTest.keyClicks(panel.editor.text, "Bel jij de gemeente?")
    QTest.keyClick(panel.editor.text, Qt.Key.Key_Tab)
    assert panel.editor.whom.hasFocus()
    row = panel.editor.whom.findText(translate("Only for {name}", name=hosts[1].name))
    for _ in range(row):
        QTest.keyClick(panel.editor.whom, Qt.Key.Key_Down)
    panel.editor.text.setFocus()
    QTest.keyClick(panel.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.told.text() == translate("The note is kept"))
    qtbot.waitUntil(lambda: translate("not seen yet") in "".join(shown(panel, "note_by")))
    assert not panel.editor.isVisible()
    assert "gemeente" not in everything(panel)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: notes(panel) == ["Bel jij de gemeente?"])
    assert translate("only for you") in shown(panel, "note_by")[0]
    boxes(panel)[0].click()
    qtbot.waitUntil(lambda: notes(panel) == [])
    sit(room, panel, hosts[0])
    seen = translate("seen by {names}", names=hosts[1].name.split()[0])
    qtbot.waitUntil(lambda: seen in "".join(shown(panel, "note_by")))


def test_names_hidden_says_only_how_many_notes_there_are(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    for text in ("Mevrouw Jansen belt terug.", NOTE, "Derde"):
        left_by(room, hosts[0], text)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: len(notes(panel)) == 3)
    panel.write.click()
    QTest.keyClicks(panel.editor.text, "Omar komt later")
    panel.hide_names(hidden=True)
    assert translate("{count} notes", count=3) in everything(panel)
    assert "Jansen" not in everything(panel)
    assert not panel.editor.isVisible()
    panel.hide_names(hidden=False)
    assert len(notes(panel)) == 3
    assert panel.editor.isVisible()
    assert panel.editor.text.toPlainText() == "Omar komt later"


def test_what_is_typed_survives_a_lock_and_stays_with_who_typed_it(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    sit(room, panel, hosts[0])
    qtbot.waitUntil(lambda: panel.editor.whom.count() > 1)
    panel.write.click()
    QTest.keyClicks(panel.editor.text, "Alleen voor Kees")
    panel.editor.whom.setCurrentIndex(1)
    panel.editor.whom.activated.emit(1)
    meant = panel.editor.whom.currentText()
    panel.draft.keep()
    sit(room, panel, NOBODY)
    assert not panel.editor.isVisible()
    sit(room, panel, hosts[1])
    assert panel.editor.text.toPlainText() == ""
    assert not panel.editor.isVisible()
    ask(room, qtbot, lambda services: services.room.today())
    sit(room, panel, hosts[0])
    qtbot.waitUntil(lambda: panel.editor.text.toPlainText() == "Alleen voor Kees")
    qtbot.waitUntil(lambda: panel.editor.whom.currentText() == meant)
    assert panel.editor.isVisible()
    again = HandoverPanel(room.tasks)
    qtbot.addWidget(again)
    again.set_actor(hosts[0])
    qtbot.waitUntil(lambda: again.editor.text.toPlainText() == "Alleen voor Kees")


def test_a_note_that_is_too_long_stays_with_the_reason(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    sit(room, panel, hosts[0])
    panel.write.click()
    panel.editor.text.setPlainText("x" * 10_001)
    panel.editor.keep.click()
    qtbot.waitUntil(panel.editor.trouble.isVisible)
    assert len(panel.editor.text.toPlainText()) == 10_001
    assert panel.editor.keep.isEnabled()


def test_many_and_long_notes_leave_room_for_the_tally(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    for number in range(6):
        left_by(room, hosts[0], f"{number} " + "lang " * 400)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: len(notes(panel)) == 4)
    assert all(len(text) < 260 for text in notes(panel))
    find(panel, translate("Read on")).click()
    assert max(len(text) for text in notes(panel)) > 2000
    find(panel, translate("Show all {count} notes", count=6)).click()
    assert len(notes(panel)) == 6


def find(widget: QWidget, words: str) -> QPushButton:
    return next(button for button in widget.findChildren(QPushButton) if button.text() == words and button.isVisible())


def test_what_waits_stands_there_in_numbers_and_asks_to_be_opened(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot, clock: SetClock
) -> None:
    room.services.handover.call_back("Mw. Jansen", "06 12345678", "de taxi")
    room.services.handover.call_back("Omar", "", "")
    room.services.handover.lend("De boor", "Ria", clock.now().date())
    clock.instant += timedelta(days=1)
    sit(room, panel, hosts[0])
    qtbot.waitUntil(lambda: panel.findChild(QPushButton, "waits_loans") is not None)
    asked: list[str] = []
    panel.asked.connect(asked.append)
    find(panel, translate("{count} people to call back", count=2)).click()
    find(panel, translate("1 thing should be back by now")).click()
    assert asked == ["call_backs", "loans"]
    call = room.services.handover.call_backs()[0].id
    ask(room, qtbot, lambda services: services.handover.called_back(call))
    qtbot.waitUntil(lambda: translate("1 person to call back") in everything(panel))


def opened(qtbot: QtBot, panel: HandoverPanel, dialog: ListDialog) -> None:
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    assert dialog.parent() is panel


def lines(dialog: ListDialog, name: str = "what") -> list[str]:
    QApplication.processEvents()
    return [
        label.text()
        for line in dialog.findChildren(Line)
        for label in line.findChildren(QLabel, name)
        if line.isVisible()
    ]


def test_who_is_to_be_called_back_is_put_on_the_list_and_off_it_by_keyboard(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    sit(room, panel, hosts[0])
    dialog = CallBacksDialog(room.tasks, panel, names_hidden=False)
    opened(qtbot, panel, dialog)
    qtbot.waitUntil(lambda: lines(dialog) == [translate("Nobody waits for a call.")])
    for field, text in ((dialog.who, "Mw. Jansen"), (dialog.phone, "06 1234 5678"), (dialog.about, "de taxi")):
        assert field.hasFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.about, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(dialog) == ["Mw. Jansen"])
    assert "06 1234 5678 · de taxi" in lines(dialog, "facts")[0]
    assert dialog.who.hasFocus()
    assert dialog.who.text() == ""
    dialog.hide_names(hidden=True)
    assert "Jansen" not in everything(dialog)
    assert "1234" not in everything(dialog)
    dialog.hide_names(hidden=False)
    assert lines(dialog) == ["Mw. Jansen"]
    find(dialog, translate("Called back")).click()
    qtbot.waitUntil(lambda: lines(dialog) == [translate("Nobody waits for a call.")])
    let_go(dialog)


def test_what_cannot_be_put_on_the_list_stays_in_the_fields_even_after_the_dialog_is_closed(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    sit(room, panel, hosts[0])
    dialog = CallBacksDialog(room.tasks, panel, names_hidden=False)
    opened(qtbot, panel, dialog)
    QTest.keyClicks(dialog.phone, "06 1234 5678")
    dialog.keep.click()
    qtbot.waitUntil(lambda: dialog.told.text() == translate("Write down whom to call back."))
    assert dialog.phone.text() == "06 1234 5678"
    let_go(dialog)
    ask(room, qtbot, lambda services: services.room.today())
    again = CallBacksDialog(room.tasks, panel, names_hidden=False)
    qtbot.waitUntil(lambda: again.phone.text() == "06 1234 5678")
    let_go(again)


def test_something_is_lent_and_comes_back(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot, clock: SetClock
) -> None:
    room.services.handover.lend("De partytent", "Omar", clock.now().date())
    clock.instant += timedelta(days=2)
    sit(room, panel, hosts[0])
    dialog = LoansDialog(room.tasks, panel, names_hidden=True)
    opened(qtbot, panel, dialog)
    qtbot.waitUntil(lambda: lines(dialog) == ["De partytent"])
    assert lines(dialog, "state") == [translate("too late")]
    assert "Omar" not in everything(dialog)
    QTest.keyClicks(dialog.what, "De boor")
    QTest.keyClicks(dialog.who, "Ria")
    dialog.no_day.click()
    assert not dialog.due.isEnabled()
    dialog.keep.click()
    qtbot.waitUntil(lambda: lines(dialog) == ["De partytent", "De boor"])
    find(dialog, translate("Is back")).click()
    qtbot.waitUntil(lambda: lines(dialog) == ["De boor", "De partytent"])
    assert lines(dialog, "state")[0].startswith("came back on")
    let_go(dialog)


def test_a_day_that_is_past_is_refused_beside_the_fields(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    sit(room, panel, hosts[0])
    dialog = LoansDialog(room.tasks, panel, names_hidden=False)
    opened(qtbot, panel, dialog)
    qtbot.waitUntil(lambda: bool(lines(dialog)))
    QTest.keyClicks(dialog.what, "De boor")
    QTest.keyClicks(dialog.who, "Ria")
    dialog.due.setDate(dialog.due.date().addDays(-30))
    dialog.keep.click()
    qtbot.waitUntil(lambda: dialog.told.text() == translate("This day is past. When does it come back?"))
    assert dialog.what.text() == "De boor"
    let_go(dialog)


def test_another_language_reaches_what_is_shown(
    room: OfficeRoom, panel: HandoverPanel, hosts: list[Actor], qtbot: QtBot
) -> None:
    left_by(room, hosts[0], NOTE)
    sit(room, panel, hosts[1])
    qtbot.waitUntil(lambda: notes(panel) == [NOTE])
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(panel.editor, QEvent(QEvent.Type.LanguageChange))
    assert notes(panel) == [NOTE]
    assert panel.editor.whom.count() > 1
