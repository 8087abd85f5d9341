"""Onkostenvergoeding: proposed from the hours, warned at the caps before it is written, printed, paid, foreseen."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.printing.allowance_list import allowance_list, allowance_table
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.team.allowance import AllowancePanel
from tests.qt.office_room import choose, let_go
from tests.qt.team_room import MARCH, Rooster, cells, march, rooster
from tests.team.rooms import gives, wants, who

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.team.allowance.records import Entry
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def here(room: BoardRoom, clock: SetClock) -> Rooster:
    """Let Ria and Annie want an allowance, and Ria have given 42 hours and a half in March."""
    made = rooster(room, clock)
    for name in ("Ria Postma", "Annie Mulder"):
        wants(room.services, name)
    for day in (3, 5, 10, 12, 17):
        gives(room.services, "Ria Postma", march(day), 8.5)
    return made


def opened(here: Rooster, name: str = "Ria Postma") -> AllowancePanel:
    panel = here.open("allowance", AllowancePanel)
    here.choose(panel.rows, name)
    return panel


def written(here: Rooster, name: str = "Ria Postma") -> tuple[Entry, ...]:
    found = here.room.services.allowances.month(MARCH)
    return next(row.entries for row in found.rows if row.taker.name == name)


def type_amount(panel: AllowancePanel, typed: str) -> None:
    panel.giving.amount.setFocus()
    panel.giving.amount.selectAll()
    QTest.keyClicks(panel.giving.amount, typed)


def test_at_the_cap_the_warning_comes_before_anything_is_written_and_what_fits_is_one_press(here: Rooster) -> None:
    panel = opened(here)
    assert panel.giving.amount.text() == "42:30"
    assert panel.giving.worth.text() == translate("That is {euros}", euros="€244.38")
    assert panel.giving.warning.isVisible()
    assert panel.giving.warned.text() == "This is €24.38 too much for March 2026."
    assert not panel.giving.write.isVisible()
    assert written(here) == ()
    assert panel.giving.write_fitting.text() == "Write down what fits: 38:15, €219.94"
    here.press(panel.giving.write_fitting)
    (entry,) = written(here)
    assert (entry.amount, entry.cents, entry.above) == (38 * 60 + 15, 21_994, False)
    assert panel.giving.answer.text() == translate("This is written down.")


def test_all_of_it_is_written_only_after_the_warning_and_is_marked(here: Rooster) -> None:
    panel = opened(here)
    here.press(panel.giving.write_anyway)
    (entry,) = written(here)
    assert (entry.cents, entry.above) == (24_438, True)
    assert cells(panel.giving.written.entries) == [
        (f"42:30 hours · {translate('passes a cap')}", "€244.38", translate("not yet")),
    ]
    last = here.room.services.history.last()
    assert last is not None
    here.room.tasks.write(lambda s: s.history.undo(last.unit), lambda _: None)
    here.room.settle()
    assert written(here) == ()
    assert not panel.giving.written.isVisible()


def test_what_fits_needs_no_warning_and_the_warning_goes_while_one_types(here: Rooster) -> None:
    panel = opened(here)
    type_amount(panel, "12:30")
    assert not panel.giving.warning.isVisible()
    assert panel.giving.worth.text() == translate("That is {euros}", euros="€71.88")
    here.press(panel.giving.write)
    assert [entry.cents for entry in written(here)] == [7188]
    # What is left of the hours is proposed next.
    assert panel.giving.amount.text() == "30:00"


def test_what_is_no_amount_is_refused_and_stays(here: Rooster) -> None:
    panel = opened(here)
    for typed in ("veel", "12:75", "-3", "1" * 10_000):
        panel.giving.amount.setText(typed)
        panel.giving.say()
        here.press(panel.giving.write)
        assert panel.giving.answer.text() == translate("Type hours like 12:30.")
        assert panel.giving.amount.text() == typed
    assert written(here) == ()


def test_travel_counts_under_the_cap_and_is_taken_away_again(here: Rooster) -> None:
    panel = opened(here)
    here.press(panel.giving.write_fitting)
    panel.giving.kind.setFocus()
    QTest.keyClick(panel.giving.kind, Qt.Key.Key_Down)
    panel.giving.kind.activated.emit(1)
    assert panel.giving.note_cell.isVisible()
    type_amount(panel, "5,00")
    QTest.keyClicks(panel.giving.note, "bus 35")
    assert panel.giving.warned.text() == "This is €4.94 too much for March 2026."
    here.press(panel.giving.write_anyway)
    assert [entry.note for entry in written(here)] == ["", "bus 35"]
    here.choose(panel.giving.written.entries, translate("Travel"))
    here.press(panel.giving.written.remove)
    assert [entry.note for entry in written(here)] == [""]


def test_the_month_shows_who_wants_it_and_says_that_nobody_checked_the_amounts(here: Rooster) -> None:
    panel = opened(here, "Annie Mulder")
    assert [row[0] for row in cells(panel.rows)] == ["Annie Mulder", "Ria Postma"]
    assert panel.doubt.text() == translate("Nobody checked these amounts yet.")
    assert panel.rate.text().startswith("2026: €5.75 an hour, under 21 €3.40; at most €220.00 a month")
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert not panel.pay_list.pay.isEnabled()


def test_the_amounts_are_confirmed_and_changed_in_their_dialog(here: Rooster) -> None:
    panel = opened(here)
    here.press(panel.look)
    dialog = panel.looking
    assert dialog is not None
    dialog.each.setText("6 euro")
    here.press(dialog.keep)
    assert dialog.answer.text() == translate("Type an amount like 12,50.")
    assert dialog.focusWidget() is dialog.each
    dialog.each.setText("6,00")
    here.tick(dialog.confirmed)
    here.press(dialog.keep)
    assert panel.rate.text().startswith("2026: €6.00 an hour")
    assert not panel.doubt.isVisible()
    assert panel.giving.worth.text() == translate("That is {euros}", euros="€255.00")


def test_a_year_without_amounts_begins_empty_and_is_asked_for(here: Rooster) -> None:
    here.clock.instant += timedelta(days=365)
    panel = here.open("allowance", AllowancePanel)
    assert panel.rate.text() == translate("The amounts of {year} are not known yet. Fill them in first.", year=2027)
    assert not panel.giving.isVisible()
    here.press(panel.look)
    dialog = panel.looking
    assert dialog is not None
    assert (dialog.year.currentText(), dialog.each.text(), dialog.most.text()) == ("2027", "", "")
    let_go(dialog)


def test_the_end_of_the_year_is_told_for_each_and_together(here: Rooster) -> None:
    panel = opened(here)
    told = [label.text() for label in panel.outlook.findChildren(QLabel) if label.isVisible()]
    assert any(line.startswith("Ria Postma: about ") for line in told)
    assert any(line.startswith("All together this year: about ") for line in told)
    assert "The allowance covers 382 hours." in panel.outlook.target.text()


def test_the_list_is_saved_as_a_spreadsheet_and_the_month_is_paid_in_one_press(here: Rooster, tmp_path: Path) -> None:
    panel = opened(here)
    here.press(panel.giving.write_fitting)
    here.press(panel.pay_list.keep_table)
    here.room.wait(lambda: panel.pay_list.saving)
    (tmp_path / "stick").mkdir()
    file = tmp_path / "stick" / "maart.xlsx"
    choose(panel.pay_list.saving, file)
    here.room.wait(lambda: "maart.xlsx" in panel.pay_list.answer.text())
    assert openpyxl.load_workbook(file).sheetnames == ["March 2026"]
    here.press(panel.pay_list.pay)
    assert panel.pay_list.answer.text() == translate("This is marked as paid today.")
    assert [row[-1] for row in cells(panel.rows)] == ["–", translate("paid")]
    assert not panel.pay_list.pay.isEnabled()


def test_a_host_does_not_see_the_section_and_nothing_of_it_stays(here: Rooster) -> None:
    panel = opened(here)
    here.sit(Role.HOST, "Ria Postma")
    assert not here.sections.page.buttons["allowance"].isVisible()
    assert cells(panel.rows) == []
    assert not panel.giving.isVisible()
    assert not here.room.troubles


def test_it_fits_and_its_targets_are_large_enough_also_with_large_type(here: Rooster, qapp: QApplication) -> None:
    panel = opened(here)
    giving, paying = panel.giving, panel.pay_list
    targets = (giving.write_fitting, giving.write_anyway, giving.amount, giving.kind, paying.pay, panel.look)
    assert all(target.height() >= 44 for target in targets)
    assert here.sections.page.width() <= here.window.viewport().width()
    try:
        theme.resize(qapp, 200)
        here.room.settle()
        assert here.sections.page.width() <= here.window.viewport().width()
        assert all(target.height() >= 88 for target in targets)
    finally:
        theme.resize(qapp, 100)


def test_the_list_on_paper_and_in_the_spreadsheet_has_sums_and_marks_what_passes_a_cap(here: Rooster) -> None:
    services = here.room.services
    services.allowances.write(who(services, "Ria Postma"), MARCH, 2550, warned=True)
    services.allowances.write_travel(who(services, "Annie Mulder"), MARCH, 1250, "=1+1")
    found, today = services.allowances.pay_list(MARCH), services.room.today()
    with pdfium.PdfDocument(allowance_list(found, house(services))) as document:
        told = document[0].get_textpage().get_text_bounded()
    assert all(words in told for words in ("Ria Postma *", "42:30", "€244.38", "€256.88", "signature", "passes a cap"))
    made = allowance_table("De Wilgenhof", found, today)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["March 2026"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][0] == "Annie Mulder"
    # What somebody typed never calculates.
    assert (rows[1][6], sheet["G2"].data_type) == ("=1+1", "s")
    assert rows[2][1] == timedelta(minutes=2550)
    assert (rows[2][2], rows[3][4]) == (244.38, 256.88)


def test_nothing_of_this_part_is_ever_called_wages() -> None:
    folder = paths.resources() / "i18n"
    told = "\n".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.po"))
    assert "kostenvergoeding" in told
    assert re.search(r"\b(loon|lonen|salaris|wages?)\b", told, re.IGNORECASE) is None
