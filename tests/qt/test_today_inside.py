"""Who is inside: one look for an evacuation, who leaves, hidden names, on paper at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.papers.inside import inside
from buurtkamer_app.qt.desk.inside import InsideDialog
from buurtkamer_app.qt.desk.inside_row import InsideRow
from buurtkamer_app.room.records import DeskSettings
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.file_printers import with_papers
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit_host()
    yield made
    made.leave()


def open_inside(here: Vandaag, *, hidden: bool = False) -> InsideDialog:
    dialog = InsideDialog(here.tasks, here.page, names_hidden=hidden)
    dialog.open()
    here.wait(dialog.print_now.isEnabled)
    return dialog


def rows(dialog: InsideDialog) -> list[InsideRow]:
    return [row for row in dialog.findChildren(InsideRow) if row.isVisible()]


def has_rows(dialog: InsideDialog, count: int) -> bool:
    return len(rows(dialog)) == count


def names(dialog: InsideDialog) -> list[str]:
    return [row.name.text() for row in rows(dialog)]


def fill(here: Vandaag) -> None:
    here.ask(lambda services: services.rota.sign_on(services.people.host_named("Ria Postma").id))
    here.ask(lambda services: services.arrivals.come_in(["Zeynep", "De Boer", "Aïcha B."]))
    here.ask(lambda services: services.desk.tally(Tally(31, children=4)))


def test_it_says_how_many_at_most_and_who_is_known(here: Vandaag) -> None:
    fill(here)
    dialog = open_inside(here)
    assert dialog.count.text() == "35"
    assert dialog.knows.text() == "At most 35 inside. Not everybody signed out. (13.00)"
    assert dialog.children_too.text() == "4 of them are children."
    assert dialog.hosts.text() == "Hosts who are on: Ria Postma"
    assert names(dialog) == ["Aïcha B.", "De Boer", "Zeynep"]
    assert rows(dialog)[0].since.text() == "since 13.00"
    dialog.reject()


def test_an_empty_room_says_so(here: Vandaag) -> None:
    dialog = open_inside(here)
    assert dialog.count.text() == "0"
    assert dialog.knows.text() == "Nobody is inside. (13.00)"
    assert dialog.by_name.isHidden()
    dialog.reject()


def test_one_click_writes_down_who_leaves_and_undo_brings_them_back(here: Vandaag) -> None:
    fill(here)
    dialog = open_inside(here)
    QTest.mouseClick(rows(dialog)[1].goes, Qt.MouseButton.LeftButton)
    here.wait(lambda: names(dialog) == ["Aïcha B.", "Zeynep"])
    here.wait(lambda: dialog.count.text() == "34")
    assert rows(dialog)[1].goes.hasFocus()
    here.undo()
    here.wait(lambda: names(dialog) == ["Aïcha B.", "De Boer", "Zeynep"])
    dialog.reject()


def test_the_keys_take_everybody_off_the_list(here: Vandaag) -> None:
    here.ask(lambda services: services.arrivals.come_in(["Zeynep", "De Boer"]))
    dialog = open_inside(here)
    rows(dialog)[0].goes.setFocus()
    for left in (1, 0):
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        here.wait(partial(has_rows, dialog, left))
    assert dialog.back.hasFocus()
    assert dialog.knows.text() == "Nobody is inside. (13.00)"
    dialog.reject()


def test_where_nobody_signs_out_there_is_no_button_for_it(here: Vandaag) -> None:
    fill(here)
    here.sit(KEY_HOLDER)
    here.ask(lambda services: services.room.set_desk(DeskSettings(leaving=False)))
    here.sit_host()
    dialog = open_inside(here)
    assert len(rows(dialog)) == 3
    assert all(row.goes.isHidden() for row in rows(dialog))
    dialog.reject()


def test_hidden_names_are_shown_only_when_asked_for(here: Vandaag) -> None:
    fill(here)
    dialog = open_inside(here, hidden=True)
    assert dialog.count.text() == "35"
    assert names(dialog) == []
    assert dialog.hosts.isHidden()
    QTest.mouseClick(dialog.show_names, Qt.MouseButton.LeftButton)
    here.wait(lambda: len(names(dialog)) == 3)
    assert dialog.show_names.isHidden()
    dialog.reject()


def test_with_nobody_signed_in_it_says_only_how_many(here: Vandaag) -> None:
    fill(here)
    here.sit(NOBODY)
    dialog = open_inside(here)
    assert dialog.count.text() == "35"
    assert names(dialog) == []
    assert dialog.hosts.isHidden()
    assert dialog.show_names.isHidden()
    pdf = here.ask(inside).pdf
    assert "Zeynep" not in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    dialog.reject()


def test_who_comes_in_meanwhile_is_added(here: Vandaag) -> None:
    dialog = open_inside(here)
    here.ask(lambda services: services.arrivals.come_in(["Mw. Tan"]))
    here.wait(lambda: names(dialog) == ["Mw. Tan"])
    dialog.reject()


def test_it_is_printed_with_one_click(here: Vandaag, tmp_path: Path) -> None:
    fill(here)
    computer = with_papers(tmp_path / "papers")
    dialog = open_inside(here)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    here.wait(lambda: dialog.papers.answer.text() == "The sheet went to the printer.")
    assert len(computer.papers()) == 1
    dialog.reject()


def test_without_a_printer_it_is_kept_as_a_file(here: Vandaag, tmp_path: Path) -> None:
    fill(here)
    dialog = open_inside(here)
    QTest.mouseClick(dialog.print_now, Qt.MouseButton.LeftButton)
    here.wait(lambda: bool(dialog.papers.keeps))
    assert dialog.papers.answer.text() == "This computer has no printer. Save the sheet as a PDF instead."
    QTest.mouseClick(dialog.papers.keeps[0], Qt.MouseButton.LeftButton)
    question = dialog.papers.dialog
    assert question is not None
    question.fileSelected.emit(str(tmp_path / "binnen.pdf"))
    question.reject()
    here.wait(lambda: dialog.papers.answer.text() == "Saved as binnen.pdf. Print it, then remove the file.")
    read = pypdfium2.PdfDocument(str(tmp_path / "binnen.pdf"))[0].get_textpage().get_text_range()
    assert "Zeynep" in read
    dialog.reject()


def test_it_speaks_the_language_of_the_moment(here: Vandaag) -> None:
    fill(here)
    dialog = open_inside(here)
    dialog.say()
    assert len(names(dialog)) == 3
    assert rows(dialog)[0].goes.accessibleName() == "Aïcha B. leaves"
    dialog.reject()
