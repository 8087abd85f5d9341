"""Uren: the coordinator sees all, a host their own; hours are written down for several, an end is set."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from buurtkamer_app.base.i18n import speak, translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import DayPart, HoursKind
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.printing.hours_sheet import hours_list, hours_sheet
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.days import show_day, show_time
from buurtkamer_app.qt.team.hours import HoursPanel
from buurtkamer_app.qt.team.words import money
from buurtkamer_app.team.hours.records import NewHours
from tests.qt.office_room import choose, let_go
from tests.qt.team_room import END_OF_MARCH, Rooster, cells, march, rooster
from tests.team.rooms import at, gives, wants, who, works

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def here(room: BoardRoom, clock: SetClock) -> Rooster:
    return rooster(room, clock)


def row(panel: HoursPanel, name: str) -> tuple[str, ...]:
    return next(cells for cells in cells(panel.everyone) if cells[0] == name)


def test_the_coordinator_sees_everybody_and_the_chosen_one_day_by_day(here: Rooster) -> None:
    gives(here.room.services, "Ria Postma", march(3), 2.5)
    panel = here.open("hours", HoursPanel)
    assert row(panel, "Ria Postma") == ("Ria Postma", "2:30", "2:30", "2:30")
    here.choose(panel.everyone, "Ria Postma")
    assert panel.one.name.text() == translate("The hours of {name}", name="Ria Postma")
    assert cells(panel.one.lines) == [("Tue 3", "09.00–11.30", "2:30", translate("Something else"))]
    assert panel.one.sums.text().startswith("This month: 2 hours 30 minutes")
    for model in (panel.all_model, panel.one.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_a_meeting_is_written_down_with_ticks_and_counts_at_once(here: Rooster) -> None:
    panel = here.open("hours", HoursPanel)
    before = row(panel, "Annie Mulder")[1]
    here.press(panel.write)
    dialog = panel.writing
    assert dialog is not None
    here.press(dialog.keep)
    assert dialog.answer.text() == translate("Tick who was there.")
    show_day(dialog.day, march(30))
    for name in ("Ria Postma", "Annie Mulder"):
        here.tick(dialog.boxes[who(here.room.services, name)])
    QTest.keyClicks(dialog.what, "Teamoverleg")
    here.press(dialog.keep)
    assert (before, row(panel, "Annie Mulder")[1], row(panel, "Ria Postma")[1]) == ("0:00", "2:00", "2:00")
    here.choose(panel.everyone, "Annie Mulder")
    assert cells(panel.one.lines) == [("Mon 30", "19.00–21.00", "2:00", f"{translate('Meeting')}: Teamoverleg")]


def test_what_was_typed_stays_when_it_is_refused(here: Rooster) -> None:
    panel = here.open("hours", HoursPanel)
    here.press(panel.write)
    dialog = panel.writing
    assert dialog is not None
    here.tick(dialog.boxes[who(here.room.services, "Ria Postma")])
    show_time(dialog.ends, time(18))
    dialog.what.setText("a" * 10_000)
    here.press(dialog.keep)
    assert dialog.answer.text() == translate("The end must be later than the start.")
    show_time(dialog.ends, time(20))
    here.press(dialog.keep)
    assert dialog.answer.text() == translate("This line is too long. Use at most {most} letters.", most=200)
    assert len(dialog.what.text()) == 10_000
    let_go(dialog)


def test_hours_written_down_are_taken_away_those_of_a_shift_are_not(here: Rooster) -> None:
    gives(here.room.services, "Ria Postma", march(3), 2)
    works(here.room.services, here.clock, "Ria Postma", at(march(20), 13), at(march(20), 15))
    here.clock.instant = at(END_OF_MARCH, 17)
    panel = here.open("hours", HoursPanel)
    here.choose(panel.everyone, "Ria Postma")
    here.choose(panel.one.lines, "Fri 20")
    assert not panel.one.remove.isEnabled()
    here.choose(panel.one.lines, "Tue 3")
    here.press(panel.one.remove)
    assert [line[0] for line in cells(panel.one.lines)] == ["Fri 20"]


def test_who_never_signed_off_counts_nothing_until_the_end_is_set(here: Rooster) -> None:
    services = here.room.services
    services.rota.put_on(who(services, "Samira El Idrissi"), march(11), DayPart.AFTERNOON)
    works(services, here.clock, "Samira El Idrissi", at(march(11), 13), None)
    here.clock.instant = at(END_OF_MARCH, 16)
    panel = here.open("hours", HoursPanel)
    assert cells(panel.unended.rows) == [("Samira El Idrissi", "Wed 11 March", "13.00", "17.15")]
    here.press(panel.unended.set_end)
    assert not panel.unended.isVisible()
    here.choose(panel.everyone, "Samira El Idrissi")
    assert ("Wed 11", "13.00–17.15", "4:15", translate("Shift")) in cells(panel.one.lines)
    last = services.history.last()
    assert last is not None
    here.room.tasks.write(lambda s: s.history.undo(last.unit), lambda _: None)
    here.room.settle()
    assert panel.unended.isVisible()


def test_the_pace_of_the_team_is_told_in_words_and_drawn(here: Rooster) -> None:
    panel = here.open("hours", HoursPanel)
    pace = here.room.services.hours.pace()
    assert pace is not None
    assert panel.pace.given.text() == f"Given since 1 Jan 2026: 1,{pace.minutes // 60 - 1000} hours."
    assert pace.minutes < pace.low_now
    behind = str((pace.low_now - pace.minutes) // 60)
    assert panel.pace.standing.text() == translate("The team is {hours} hours behind the first mark.", hours=behind)
    assert panel.pace.foreseen.text() in panel.pace.picture.accessibleName()
    colours = panel.pace.picture.grab().toImage()
    middle = round(1.5 * panel.fontMetrics().height()) + panel.fontMetrics().height() // 2
    assert colours.pixelColor(10, middle).name() == theme.colours().petrol
    assert colours.pixelColor(colours.width() * 3 // 4, middle).name() == theme.colours().idle


def test_a_host_sees_their_own_hours_and_nobody_elses(here: Rooster) -> None:
    gives(here.room.services, ("Ria Postma", "Annie Mulder"), march(3), 2)
    panel = here.open("hours", HoursPanel)
    here.sit(Role.HOST, "Annie Mulder")
    assert not panel.all_side.isVisible()
    assert not panel.unended.isVisible()
    assert not panel.print_all.isVisible()
    assert panel.one.name.text() == translate("The hours of {name}", name="Annie Mulder")
    here.press(panel.write)
    dialog = panel.writing
    assert dialog is not None
    assert not dialog.boxes
    here.press(dialog.keep)
    assert len(cells(panel.one.lines)) == 2
    assert len(here.room.services.hours.sheet(who(here.room.services, "Annie Mulder")).lines) == 2


def test_when_nobody_is_at_the_desk_the_hours_are_gone(here: Rooster) -> None:
    panel = here.open("hours", HoursPanel)
    here.room.services.sign_in.act_as(NOBODY)
    here.sections.set_actor(NOBODY)
    here.room.settle()
    assert not cells(panel.everyone)
    assert not panel.one.isVisible()
    assert not panel.write.isEnabled()
    assert not here.room.troubles


def test_one_walks_through_the_months_and_the_language_changes(here: Rooster) -> None:
    gives(here.room.services, "Ria Postma", march(3), 2)
    panel = here.open("hours", HoursPanel)
    here.choose(panel.everyone, "Ria Postma")
    here.press(panel.back)
    assert (panel.month.text(), cells(panel.one.lines)) == ("February 2026", [])
    assert panel.one.nothing.isVisible()
    here.press(panel.on)
    assert panel.month.text() == "March 2026"
    assert panel.one.name.text() == translate("The hours of {name}", name="Ria Postma")
    speak("nl")
    panel.say()
    assert panel.month.text() == "Maart 2026"


def test_tab_goes_from_the_top_of_the_page_to_its_foot(here: Rooster) -> None:
    works(here.room.services, here.clock, "Annie Mulder", at(march(12), 13), None)
    gives(here.room.services, "Ria Postma", march(3), 2)
    here.clock.instant = at(END_OF_MARCH, 16)
    panel = here.open("hours", HoursPanel)
    here.choose(panel.everyone, "Ria Postma")
    here.sections.page.buttons["hours"].setFocus()
    stops = (panel.unended.rows, panel.unended.ended_at, panel.unended.set_end, panel.back, panel.on)
    for stop in (*stops, panel.everyone, panel.one.lines, panel.write, panel.print_one):
        while (focus := here.window.focusWidget()) is panel.unended.ended_at and stop is panel.unended.set_end:
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        if not stop.hasFocus():
            QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus(), stop.objectName()


def test_the_keyboard_alone_sets_an_end(here: Rooster) -> None:
    works(here.room.services, here.clock, "Annie Mulder", at(march(12), 13), None)
    here.clock.instant = at(END_OF_MARCH, 16)
    panel = here.open("hours", HoursPanel)
    panel.unended.rows.setFocus()
    QTest.keyClick(panel.unended.rows, Qt.Key.Key_Tab)
    assert panel.unended.ended_at.hasFocus()
    QTest.keyClicks(panel.unended.ended_at, "16")
    panel.unended.set_end.setFocus()
    QTest.keyClick(panel.unended.set_end, Qt.Key.Key_Space)
    here.room.settle()
    assert not panel.unended.isVisible()
    assert row(panel, "Annie Mulder")[1] == "3:00"


def test_it_fits_and_its_targets_are_large_enough_also_with_large_type(here: Rooster, qapp: QApplication) -> None:
    gives(here.room.services, "Ria Postma", march(3), 2)
    works(here.room.services, here.clock, "Annie Mulder", at(march(12), 13), None)
    here.clock.instant = at(END_OF_MARCH, 16)
    panel = here.open("hours", HoursPanel)
    buttons = (panel.back, panel.on, panel.write, panel.print_one, panel.print_all, panel.unended.set_end)
    assert all(button.height() >= 44 for button in buttons)
    try:
        theme.resize(qapp, 200)
        here.room.settle()
        assert here.sections.page.width() <= here.window.viewport().width()
        assert all(button.height() >= 88 for button in buttons)
        header = panel.everyone.horizontalHeader()
        assert all(header.sectionSize(column) >= header.sectionSizeHint(column) for column in range(header.count()))
    finally:
        theme.resize(qapp, 100)


def test_the_sheets_on_paper_hold_every_line_and_sum(here: Rooster) -> None:
    services = here.room.services
    gives(services, "Ria Postma", march(3), 2.5)
    sheet = services.hours.sheet(who(services, "Ria Postma"))
    told = text_of(hours_sheet(sheet, house(services)))
    assert all(words in told for words in ("Hours of Ria Postma, March 2026", "Tue 3", "2:30", "made on 31 March 2026"))
    everyone = services.hours.everyone()
    told = text_of(hours_list(everyone, house(services)))
    assert "Ria Postma" in told
    # Who gave nothing this year is no line on paper.
    assert "Kees Vos" not in told


def test_a_sheet_is_printed_or_saved_from_the_page(here: Rooster, tmp_path: Path) -> None:
    gives(here.room.services, "Ria Postma", march(3), 2)
    panel = here.open("hours", HoursPanel)
    here.press(panel.keep_one)
    here.room.wait(lambda: panel.papers.dialog)
    (tmp_path / "stick").mkdir()
    choose(panel.papers.dialog, tmp_path / "stick" / "uren.pdf")
    here.room.wait((tmp_path / "stick" / "uren.pdf").is_file)
    here.room.wait(lambda: "uren.pdf" in panel.papers.answer.text())


def text_of(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_long_story_is_whole_in_its_row(here: Rooster) -> None:
    services, story = here.room.services, "Met de wijkagent en de gemeente gesproken over de bankjes. " * 3
    ria = who(services, "Ria Postma")
    services.hours.write(NewHours((ria,), march(3), time(9), time(10), HoursKind.MEETING, story.strip()))
    panel = here.open("hours", HoursPanel)
    here.choose(panel.everyone, "Ria Postma")
    table = panel.one.lines
    words, line = table.columnWidth(3) - table.fontMetrics().height(), table.fontMetrics().lineSpacing()
    told = table.fontMetrics().horizontalAdvance(cells(table)[0][3])
    assert told > words
    assert table.rowHeight(0) >= (told // words + 1) * line


def test_a_host_reads_what_else_is_written_down_of_them_and_the_coordinator_does_not(here: Rooster) -> None:
    services = here.room.services
    ria = wants(services, "Ria Postma")
    services.allowances.write_travel(ria, march(3), 1250, "bus")
    services.trainings.put_usual()
    services.trainings.trained(services.trainings.topics()[0].id, march(3), [ria])
    panel = here.open("hours", HoursPanel)
    assert not panel.mine.isVisible()
    here.sit(Role.HOST)
    told = panel.mine.told.text().splitlines()
    paid = translate(
        "Expense allowance in {year}: {given} written down, {paid} paid.", year=2026, given=money(1250), paid=money(0)
    )
    assert told[0] == paid
    assert services.trainings.topics()[0].name in told[1]
    here.sit(Role.HOST, "Joop Kramer")
    assert panel.mine.told.text() == translate("You take no expense allowance.")
    here.sit()
    assert not panel.mine.isVisible()
    assert panel.mine.told.text() == ""
