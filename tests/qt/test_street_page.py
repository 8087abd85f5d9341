"""Street activities through their page: what is typed, refused, hidden and put off."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.qt import printers
from buurtkamer_app.qt.days import show_day, show_time
from buurtkamer_app.qt.street.streets import StreetsPanel
from buurtkamer_app.street.records import BringsHome, Course, Street
from buurtkamer_app.street.said import LED_BY
from tests.qt.file_printers import NoPrinters
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go
from tests.street.plans import TODAY, held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


class Streets:
    """The page as somebody works with it, with a street in which something was nine weeks ago."""

    def __init__(self, room: OfficeRoom, bot: QtBot) -> None:
        self.room, self.bot = room, bot
        self.key = held(room.services, 63)
        self.street = room.services.streets.one(self.key).street
        self.panel = StreetsPanel(room.tasks)
        bot.addWidget(self.panel)
        self.panel.resize(1120, 900)
        with bot.waitActive(self.panel):
            self.panel.show()
            self.panel.activateWindow()
        self.wait(lambda: self.panel.model.rowCount() == 1 and bool(self.panel.waits.shown))

    def wait(self, until: Callable[[], bool]) -> None:
        self.bot.waitUntil(until, timeout=5000)

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self) -> Any:
        """Choose the street."""
        self.panel.rows.selectRow(0)
        one = self.panel.one
        self.wait(lambda: one.model.rowCount() == 1 and bool(one.notes.name.text()))
        return one

    def opened(self, button: QWidget) -> Any:
        """Open a dialog, and wait until it was read."""
        self.press(button)
        dialog: Any = self.panel.one.dialog
        self.wait(dialog.keep.isEnabled)
        return dialog

    def ask(self, work: Callable[[Any], Any]) -> Any:
        return ask(self.room, self.bot, work)

    def back_row(self) -> Any:
        return next(row for row in self.panel.waits.shown if row.is_return)


@pytest.fixture
def here(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[Streets]:
    for room in furnished(tmp_path, clock, qtbot):
        page = Streets(room, qtbot)
        yield page
        if page.panel.one.dialog is not None:
            let_go(page.panel.one.dialog)


def test_a_street_is_written_down_with_the_keyboard_alone(here: Streets) -> None:
    panel = here.panel
    panel.name.setFocus()
    QTest.keyClicks(panel.name, "Groenstraat")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    here.wait(lambda: panel.model.rowCount() == 2 and panel.one.heading.text() == "Groenstraat")
    assert panel.name.text() == ""


def test_a_street_without_a_name_is_a_sentence(here: Streets) -> None:
    here.press(here.panel.add)
    here.wait(here.panel.answer.isVisible)
    assert here.panel.answer.text() == translate("A street needs a name. Type it first.")
    here.panel.name.setText("x" * 10_000)
    here.press(here.panel.add)
    here.wait(lambda: here.panel.answer.text() != translate("A street needs a name. Type it first."))
    assert len(here.panel.name.text()) > 200


def test_what_waits_says_so_until_there_is_a_reason(here: Streets) -> None:
    waits = here.panel.waits
    assert [row.is_return for row in waits.shown] == [False, True]
    assert translate("Too late, but still welcome.") in waits.shown[0].words.text()
    row = here.back_row()
    assert translate("That day is past.") in row.words.text()
    here.press(row.no)
    here.press(row.give_up)
    here.wait(row.answer.isVisible)
    assert row.answer.text() == translate("Why does nobody go back? A few words are enough.")
    row.why.setText("De straat ligt open")
    here.press(row.give_up)
    here.wait(lambda: [row.is_return for row in waits.shown] == [False])


def test_going_back_is_put_off_with_a_day(here: Streets) -> None:
    row = here.back_row()
    here.press(row.no)
    show_day(row.due, TODAY + timedelta(days=9))
    here.press(row.put_off)
    here.wait(lambda: translate("That day is past.") not in here.back_row().words.text())
    assert here.ask(lambda s: s.street_turns.returns())[0].due_on == TODAY + timedelta(days=9)


def test_one_click_begins_the_return_as_the_last_one_was(here: Streets) -> None:
    here.press(here.back_row().do)
    dialog: Any = here.panel.one.dialog
    here.wait(dialog.keep.isEnabled)
    assert (dialog.name.text(), dialog.place.text()) == ("Koffie in de zon", "Het pleintje")
    here.press(dialog.keep)
    here.wait(lambda: not any(row.is_return for row in here.panel.waits.shown))
    here.panel.one.dialog = None


def test_times_that_cannot_be_leave_the_plan_as_it_was_typed(here: Streets) -> None:
    one = here.choose()
    dialog = here.opened(one.plan)
    dialog.name.setText("Soep op straat")
    show_time(dialog.starts, time(18))
    show_time(dialog.ends, time(17))
    here.press(dialog.keep)
    here.wait(dialog.told.isVisible)
    assert dialog.told.text() == translate("It ends before it begins. Look at the times.")
    assert dialog.name.text() == "Soep op straat"
    assert dialog.keep.isEnabled()


def test_a_plan_is_called_off_for_a_reason_and_goes_on_after_all(here: Streets) -> None:
    one = here.choose()
    dialog = here.opened(one.open_plan)
    here.press(dialog.cancel)
    assert dialog.told.text() == translate("Why does it not go on? A few words are enough.")
    dialog.why.setText("Storm")
    here.press(dialog.cancel)
    here.wait(lambda: bool(here.ask(lambda s: s.streets.one(here.key)).cancelled))
    dialog = here.opened(one.open_plan)
    assert dialog.cancelled_about.text() == translate("It does not go on: {why}", why="Storm")
    here.press(dialog.go_on)
    here.wait(lambda: not here.ask(lambda s: s.streets.one(here.key)).cancelled)
    one.dialog = None


def test_times_of_the_day_that_cannot_be_are_a_sentence(here: Streets) -> None:
    one = here.choose()
    dialog = here.opened(one.open_day)
    dialog.headcount.setValue(12)
    dialog.went_on.setChecked(True)
    show_time(dialog.residents_until, time(13))
    here.press(dialog.keep)
    here.wait(dialog.told.isVisible)
    assert dialog.told.text() == translate("Residents cannot stop before it begins.")
    assert dialog.headcount.value() == 12
    show_time(dialog.residents_until, time(19))
    here.press(dialog.keep)
    here.wait(lambda: here.ask(lambda s: s.streets.one(here.key)).course == Course(12, 0, None, time(19)))
    one.dialog = None


def test_who_helped_is_added_and_taken_away(here: Streets) -> None:
    one = here.choose()
    dialog = here.opened(one.open_day)
    here.press(dialog.add_host)
    here.press(dialog.add_host)
    assert len(dialog.helped) == 1
    dialog._not_there(dialog.helped[0])
    assert dialog.helped == []


def test_with_names_hidden_nobody_reads_who_is_brought_home_nor_the_notes(here: Streets) -> None:
    here.ask(lambda s: s.street_days.home.write(BringsHome(here.key, "Jef", "Maria")))
    one = here.choose()
    here.panel.hide_names(hidden=True)
    assert not one.notes.card.isVisible()
    assert one.notes.hidden_about.isVisible()
    dialog = here.opened(one.open_day)
    here.wait(lambda: len(dialog.home.boxes) == 1)
    assert "Maria" not in dialog.home.boxes[0].accessibleName()
    assert not dialog.home.first.isVisible()
    dialog.hide_names(hidden=False)
    assert "Maria" in dialog.home.boxes[0].accessibleName()
    assert dialog.home.first.isVisible()


def test_a_look_back_that_is_too_long_stays_and_says_why(here: Streets) -> None:
    one = here.choose()
    dialog = here.opened(one.look_back)
    dialog.text_of["anecdote"].setPlainText("x" * 10_000)
    here.press(dialog.keep)
    here.wait(dialog.told.isVisible)
    assert dialog.told.text() == translate("This text is too long. Use at most {most} letters.", most=650)
    assert len(dialog.text_of["anecdote"].toPlainText()) == 10_000


def test_notes_are_kept_and_a_name_that_is_gone_is_refused(here: Streets) -> None:
    one = here.choose()
    notes = one.notes
    notes.willingness.setPlainText("Graag, als er soep is")
    notes.name.setText("")
    here.press(notes.keep)
    here.wait(notes.answer.isVisible)
    assert notes.willingness.toPlainText() == "Graag, als er soep is"
    notes.name.setText("Kersenlaan")
    here.press(notes.keep)
    here.wait(
        lambda: here.ask(lambda s: s.streets.known.one(here.street)).it == Street("Kersenlaan", "Graag, als er soep is")
    )


def test_who_leads_is_written_with_its_day_and_taken_away(here: Streets) -> None:
    one = here.choose()
    phases = one.phases
    here.wait(lambda: phases.led_by.currentIndex() == list(LedBy).index(LedBy.TOGETHER))
    phases.why.setText("Vier buren helpen")
    here.press(phases.keep)
    here.wait(lambda: translate(LED_BY[LedBy.TOGETHER]) in one.leads.text())
    here.wait(lambda: len(here.ask(lambda s: s.street_turns.phases(here.street))) == 1)
    here.wait(lambda: bool(phases._made))
    phases._take_away(TODAY)
    here.wait(lambda: here.ask(lambda s: s.street_turns.phases(here.street)) == [])


def test_a_sheet_of_the_chosen_one_is_offered_where_there_is_no_printer(here: Streets) -> None:
    before = printers.here()
    printers.use(NoPrinters())
    one = here.choose()
    here.press(one.print_invitation)
    here.wait(lambda: len(one.papers.waiting) == 1)
    printers.use(before)
    assert one.papers.waiting[0].pdf.startswith(b"%PDF")


def test_the_page_is_said_in_another_language_at_once(here: Streets) -> None:
    one = here.choose()
    dutch = one.leads.text()
    i18n.speak("en")
    QApplication.sendEvent(one, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(here.panel, QEvent(QEvent.Type.LanguageChange))
    for row in here.panel.waits.shown:
        QApplication.sendEvent(row, QEvent(QEvent.Type.LanguageChange))
    assert one.leads.text() == translate("Led by {who}.", who=translate(LED_BY[LedBy.PROFESSIONALS]))
    assert one.leads.text() == "Led by Professionals."
    assert dutch
    assert "late" in here.panel.waits.shown[0].words.text()


def stops(first: QWidget, count: int) -> list[QWidget]:
    """Give where Tab goes from a part on."""
    found = [first]
    for _ in range(count):
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget() or first)
    return found


def test_tab_goes_through_the_ten_fields_in_their_order(here: Streets) -> None:
    one = here.choose()
    dialog = here.opened(one.plan)
    here.wait(dialog.name.hasFocus)
    boxes = list(dialog.groups.boxes.values())
    # Tab goes through day, month and year, and through hours and minutes.
    walked = list(dict.fromkeys(stops(dialog.name, 21)))
    names = ["name", "on_date", "starts", "ends", "place", "led_by", "partners", "volunteers"]
    assert [part.objectName() for part in walked[:8]] == names
    assert walked[8:15] == boxes
    assert [part.objectName() for part in walked[15:]] == ["talk_cart", "to_bring", "by_rain"]


def test_tab_goes_from_what_waits_to_the_streets_and_then_to_the_chosen_one(here: Streets) -> None:
    one = here.choose()
    first = here.panel.waits.shown[0].do
    first.setFocus()
    walked = stops(first, 9)
    assert walked.index(here.panel.name) < walked.index(here.panel.rows) < walked.index(one.plan)
    assert here.panel.waits.shown[1].do in walked[:3]
