"""The section for the log, with real widgets on real services: five steps, by mouse and by keyboard alone."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.exchange.log.check_code import check_code
from buurtkamer_app.exchange.log.draft import Decision
from buurtkamer_app.exchange.recipients.records import NewRecipient
from buurtkamer_app.qt.exchange.log import LogPanel
from buurtkamer_app.qt.exchange.log_shown import View
from buurtkamer_app.qt.pages.office import OfficePage
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.wishes.records import NewWish
from tests.qt.office_room import OfficeRoom, ask, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))
SOME = 3
# The lines of that month are the same in every practice room: they are drafted once.
LINES: list[bytes] = []


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    for made in furnished(tmp_path, clock, qtbot):
        made.act_as(Actor(Role.COORDINATOR))
        yield made


@pytest.fixture
def page(room: OfficeRoom, qtbot: QtBot) -> OfficePage:
    made = OfficePage(
        [
            Section("log", "Log for the professional", "file-export", lambda: LogPanel(room.tasks)),
            Section("backup", "Backup", "key", QWidget),
        ]
    )
    qtbot.addWidget(made)
    made.resize(1080, 690)
    made.admit(Actor(Role.COORDINATOR))
    return made


def add_somebody(services: Services, *, left: int = 0) -> None:
    """Let Fatima get logs; all lines of last month but the last few were looked at before."""
    services.recipients.add(NewRecipient("Fatima Post", "Welzijn Noord"))
    if not LINES:
        LINES.extend(line.digest for line in services.exchange.draft(*FEBRUARY).texts)
    services.exchange.decide({digest: Decision() for digest in LINES[: len(LINES) - left]})


def opened(page: OfficePage, qtbot: QtBot) -> LogPanel:
    page.show()
    found = page.findChild(LogPanel)
    assert isinstance(found, LogPanel)
    qtbot.waitUntil(lambda: found.draft is not None)
    return found


@pytest.fixture
def log(room: OfficeRoom, page: OfficePage, qtbot: QtBot) -> LogPanel:
    """Give the panel with a recipient, and nothing left to look at."""
    ask(room, qtbot, add_somebody)
    return opened(page, qtbot)


@pytest.fixture
def some_left(room: OfficeRoom, page: OfficePage, qtbot: QtBot) -> LogPanel:
    """Give the panel with a few lines that nobody looked at."""
    ask(room, qtbot, lambda services: add_somebody(services, left=SOME))
    return opened(page, qtbot)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(widget: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, pressed, held)


def seen(log: LogPanel) -> View:
    return log.shown.view


def decisions(room: OfficeRoom, qtbot: QtBot) -> list[Decision]:
    found = ask(room, qtbot, lambda services: services.exchange.decisions())
    return [found[digest] for digest in found]


def test_last_month_goes_out_in_three_clicks(log: LogPanel, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "log.pdf"
    assert log.draft is not None
    assert (log.draft.log.first, log.draft.log.last) == FEBRUARY
    assert seen(log) is View.PAGES
    # The first click opened the page; this is the second, and the third is in the dialog.
    click(log.make)
    choose(log.dialog, file)
    qtbot.waitUntil(lambda: seen(log) is View.MADE, timeout=20000)
    made = log.shown.made
    assert made.isVisible()
    assert made.code.text() == check_code(file.read_bytes())
    with pikepdf.open(io.BytesIO(file.read_bytes()), password=made.words.text()) as read:
        assert read.is_encrypted
    assert log.asked.joins.text() == translate("The log of these days was saved just now.")
    qtbot.waitUntil(lambda: log.shown.sent.model.rowCount() == 1)
    click(log.see_sent)
    row = [str(log.shown.sent.model.index(0, column).data()) for column in range(4)]
    assert row[2:] == [made.code.text(), translate("not yet")]
    assert "Fatima Post" in row[1]


def test_somebody_is_written_down_first(page: OfficePage, room: OfficeRoom, qtbot: QtBot) -> None:
    page.show()
    log = page.findChild(LogPanel)
    assert isinstance(log, LogPanel)
    people = log.shown.people
    qtbot.waitUntil(people.isVisible)
    assert log.asked.nobody.isVisible()
    assert not log.make.isEnabled()
    click(people.keep)
    qtbot.waitUntil(lambda: people.answer.text() == translate("Type the name of who gets the log."))
    people.name.setText("Fatima Post")
    key(people.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: log.draft is not None)
    assert log.asked.who.currentText() == "Fatima Post"
    assert people.words.isVisible()
    known = ask(room, qtbot, lambda services: services.recipients.all())
    assert people.words.text() == known[0].passphrase
    assert known[0].code in people.code.text()


def test_every_line_is_looked_at_by_mouse_before_the_log_is_saved(
    some_left: LogPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    log, walk, one = some_left, some_left.lines.walk, some_left.lines.one
    assert seen(log) is View.LINES
    assert (walk.left, walk.count) == (SOME, SOME)
    assert not log.make.isEnabled()
    assert log.left.text() == translate("Still to look at: {left} of {count}.", left=SOME, count=len(walk.lines))
    click(one.good)
    qtbot.waitUntil(lambda: walk.left == SOME - 1)
    out = walk.line
    assert out is not None
    click(one.leave)
    qtbot.waitUntil(lambda: walk.left == SOME - 2)
    assert walk.line is not None
    text = walk.line.cleaned
    click(one.more)
    assert one.own.toPlainText() == text
    one.own.setPlainText("Iets wat weg mag")
    click(one.good)
    qtbot.waitUntil(lambda: walk.left == 0)
    # The pages are made anew and shown.
    qtbot.waitUntil(log.make.isEnabled)
    assert seen(log) is View.PAGES
    assert log.draft is not None
    gone = {line.digest: line.outgoing for line in log.draft.texts}
    assert gone[out.digest] == translate("[left out]")
    assert "Iets wat weg mag" in gone.values()
    kept = decisions(room, qtbot)
    assert kept.count(Decision(left_out=True)) == kept.count(Decision("Iets wat weg mag")) == 1


def test_every_line_is_looked_at_by_keyboard_alone(some_left: LogPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    log, walk, one = some_left, some_left.lines.walk, some_left.lines.one
    # Whoever types a date goes on typing it; the keyboard comes along when the lines are asked for.
    assert not one.good.hasFocus()
    log.see_lines.setFocus()
    key(log.see_lines, Qt.Key.Key_Space)
    assert one.good.hasFocus()
    key(one.good, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: walk.left == SOME - 1)
    # On another button Enter does what that one says.
    key(one.good, Qt.Key.Key_Tab)
    assert one.more.hasFocus()
    key(one.more, Qt.Key.Key_Return)
    assert one.own.hasFocus()
    before = walk.line
    one.own.selectAll()
    QTest.keyClicks(one.own, "Anders")
    key(one.own, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: walk.left == SOME - 2)
    assert before is not None
    assert next(line for line in walk.lines if line.digest == before.digest).outgoing == "Anders"
    for _ in range(2):
        key(log.lines.focusWidget() or one, Qt.Key.Key_Tab)
    assert one.leave.hasFocus()
    key(one.leave, Qt.Key.Key_Space)
    qtbot.waitUntil(log.make.isEnabled)
    assert Decision(left_out=True) in decisions(room, qtbot)


def test_what_must_go_out_of_own_words_is_shown_before_it_is_kept(
    some_left: LogPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    one, walk = some_left.lines.one, some_left.lines.walk
    click(one.more)
    one.own.setPlainText("Bel 06-12345678")
    click(one.good)
    clean = f"Bel {translate('[phone]')}"
    qtbot.waitUntil(lambda: one.own.toPlainText() == clean)
    assert one.answer.text() == translate("Something had to be taken out of your words. Look once more.")
    assert walk.left == SOME
    one.own.setPlainText("x" * 10_001)
    click(one.good)
    qtbot.waitUntil(lambda: one.answer.property("kind") == "warning")
    assert len(one.own.toPlainText()) == 10_001
    one.own.setPlainText(" ")
    click(one.good)
    assert one.answer.text() == translate("Type what may go out, or leave this line out.")
    click(one.back)
    assert one.outgoing.isVisible()
    assert decisions(room, qtbot).count(Decision(clean)) == 0


def test_what_was_decided_is_kept_at_once_and_undone_with_one_click(
    some_left: LogPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    walk = some_left.lines.walk
    click(some_left.lines.one.good)
    qtbot.waitUntil(lambda: walk.left == SOME - 1)
    again = LogPanel(room.tasks)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.draft is not None)
    assert again.lines.walk.left == SOME - 1
    again.lines.every.setChecked(True)
    assert again.lines.walk.count == len(again.lines.walk.lines)

    def undo(services: Services) -> object:
        last = services.history.last()
        assert last is not None
        return services.history.undo(last.unit)

    room.tasks.write(undo, lambda _: None)
    qtbot.waitUntil(lambda: walk.left == SOME)
    assert not some_left.make.isEnabled()


def test_what_was_taken_out_is_marked_in_what_was_written(log: LogPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    new = NewWish("Mevrouw <b>Bakker</b> belt 06 12345678", Theme.COMMUNITY)
    room.tasks.write(lambda services: services.wishes.write(new), lambda _: None)
    log.asked.last.setDate(QDate(2026, 3, 11))
    qtbot.waitUntil(lambda: log.lines.walk.left == 1 and seen(log) is View.LINES)
    one = log.lines.one
    assert "line-through" in one.original.text()
    assert "&lt;b&gt;" in one.original.text()
    assert "12345678" not in one.outgoing.text()
    log.hide_names(True)
    assert "12345678" not in one.original.text()
    assert not one.good.isEnabled()
    log.hide_names(False)
    assert "12345678" in one.original.text()


def test_a_gap_and_days_that_went_out_are_told(log: LogPanel, room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    assert log.asked.joins.text() == translate("This is the first log for them.")
    log.write(tmp_path / "log.pdf")
    qtbot.waitUntil(lambda: seen(log) is View.MADE, timeout=20000)
    qtbot.waitUntil(lambda: log.shown.sent.model.rowCount() == 1)
    log.asked.first.setDate(QDate(2026, 2, 27))
    assert log.asked.joins.property("kind") == "warning"
    assert "27" in log.asked.joins.text()
    more = translate("An earlier log has some of these days. So more is hidden here.")
    qtbot.waitUntil(lambda: log.answer.text() == more)
    log.asked.last.setDate(QDate(2026, 3, 8))
    log.asked.first.setDate(QDate(2026, 3, 4))
    assert log.asked.joins.property("kind") == "warning"
    log.asked.first.setDate(QDate(2026, 3, 1))
    assert log.asked.joins.text() == translate("It goes on where the last log ended.")
    qtbot.waitUntil(lambda: log.draft is not None and log.draft.log.first == date(2026, 3, 1))
    assert log.answer.text() != more


def test_names_go_only_with_a_reason(log: LogPanel, room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    click(log.asked.names)
    qtbot.waitUntil(lambda: log.draft is not None)
    assert not log.make.isEnabled()
    QTest.keyClicks(log.asked.because, "Zij belt de bewoners zelf")
    qtbot.waitUntil(lambda: log.draft is not None and log.draft.log.names)
    qtbot.waitUntil(log.make.isEnabled)
    log.write(tmp_path / "log.pdf")
    qtbot.waitUntil(lambda: seen(log) is View.MADE, timeout=20000)
    sent = ask(room, qtbot, lambda services: services.recipients.sent())
    assert sent[0].names_because == "Zij belt de bewoners zelf"


def test_a_folder_that_takes_nothing_leaves_no_file_and_no_code(log: LogPanel, qtbot: QtBot, tmp_path: Path) -> None:
    log.write(tmp_path / "nowhere" / "log.pdf")
    qtbot.waitUntil(lambda: log.answer.property("kind") == "warning")
    assert log.shown.made.isHidden()
    assert not list(tmp_path.rglob("log.pdf"))
    assert log.make.isEnabled()


def test_a_period_that_ends_before_it_begins_is_refused_beside_it(log: LogPanel, qtbot: QtBot) -> None:
    log.asked.first.setDate(QDate(2026, 3, 9))
    qtbot.waitUntil(lambda: log.answer.text() == translate("The last day comes before the first."))
    assert not log.make.isEnabled()
    log.asked.last.setDate(QDate(2026, 3, 10))
    qtbot.waitUntil(lambda: log.draft is not None)
    assert log.answer.isHidden()


def test_who_gets_it_is_changed_stopped_and_started_again(log: LogPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    people = log.shown.people
    click(log.asked.details)
    assert people.name.text() == "Fatima Post"
    words = people.words.text()
    click(people.other)
    qtbot.waitUntil(lambda: people.words.text() != words)
    assert not people.computer.isEnabled()
    people.organisation.setText("Gemeente")
    click(people.keep)
    qtbot.waitUntil(lambda: log.asked.who.currentText() == "Fatima Post (Gemeente)")
    click(people.stop)
    qtbot.waitUntil(lambda: people.stop.text() == translate("Gets logs again"))
    assert not log.make.isEnabled()
    click(people.stop)
    qtbot.waitUntil(log.make.isEnabled)
    log.hide_names(True)
    assert people.words.text() == translate("hidden")


def test_only_the_coordinator_sees_the_office_one_section_at_a_time(page: OfficePage, log: LogPanel) -> None:
    page.buttons["backup"].click()
    assert log.isHidden()
    page.buttons["log"].click()
    assert not log.isHidden()
    assert page.closed.isHidden()
    page.admit(Actor(Role.HOST))
    assert not page.closed.isHidden()
    assert log.isHidden()
    assert all(button.isHidden() for button in page.buttons.values())
