from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from buurtkamer_app.base import i18n
from buurtkamer_app.qt import printer
from buurtkamer_app.qt.pages.prints import PrintsPage
from buurtkamer_app.qt.pdf_pages import PDFIUM, drawn
from buurtkamer_app.qt.printing.wall import WallPanel
from tests.qt.office_room import OfficeRoom, choose, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


def printer_to(file: Path) -> QPrinter:
    """Give a printer whose paper is a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(file))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def shown(room: OfficeRoom, qtbot: QtBot, find: Callable[[], QPrinter | None] = lambda: None) -> WallPanel:
    wall = WallPanel(room.tasks, find)
    page = PrintsPage(wall)
    wall.page = page  # type: ignore[attr-defined] # the frame lives as long as what is in it
    qtbot.addWidget(page)
    page.resize(1080, 690)
    page.show()
    qtbot.waitUntil(lambda: bool(wall.paper.pages))
    return wall


def stands_at(wall: WallPanel, monday: str) -> bool:
    return wall.sheet is not None and wall.sheet.monday.isoformat() == monday


def text_of(pdf: bytes) -> str:
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return " ".join(page.get_textpage().get_text_bounded() for page in document)
        finally:
            document.close()


def test_this_week_is_on_the_sheet_at_once(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    assert wall.sheet is not None
    assert wall.sheet.monday.isoformat() == "2026-03-09"
    assert "Papierwinkel" in text_of(wall.sheet.pdf)
    assert "11" in wall.week.text()


def test_the_preview_has_the_pixels_of_the_screen(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    fitted = wall.paper.page.fitted().width() * wall.paper.devicePixelRatio()
    qtbot.waitUntil(lambda: abs(wall.paper.pages[0].width() - fitted) <= 1)
    picture = wall.paper.page.grab().toImage()
    darkest = min(
        QColor(picture.pixel(QPoint(across, down))).lightness()
        for across in range(0, picture.width(), 3)
        for down in range(0, picture.height(), 3)
    )
    assert darkest < 100


def test_who_looks_closer_gets_a_wider_page(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    before = wall.paper.pages[0].width()
    wall.paper.closer.click()
    qtbot.waitUntil(lambda: wall.paper.pages[0].width() > before * 1.2)
    assert wall.paper.page.minimumHeight() > wall.paper.page.width()


def test_one_goes_to_the_next_week_and_back(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    for button, monday in (
        (wall.bar.after, "2026-03-16"),
        (wall.bar.before, "2026-03-09"),
        (wall.bar.before, "2026-03-02"),
    ):
        button.click()
        qtbot.waitUntil(partial(stands_at, wall, monday))
    wall.bar.now.click()
    qtbot.waitUntil(partial(stands_at, wall, "2026-03-09"))


def test_in_colour_the_sheet_has_filled_areas(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    assert wall.sheet is not None
    saving = wall.sheet.pdf
    wall.colour.click()
    qtbot.waitUntil(lambda: wall.sheet is not None and wall.sheet.pdf != saving)
    page = wall.paper.page
    qtbot.waitUntil(
        lambda: page.image is not None and page.image.pixelColor(page.image.width() // 2, 4).lightness() < 100
    )


def test_a_closed_day_changes_the_sheet_that_is_shown(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    day = wall.sheet.monday if wall.sheet is not None else None
    assert day is not None
    room.tasks.write(lambda services: services.room.close_days(day, day, "Schilders"), lambda _: None)
    qtbot.waitUntil(lambda: wall.sheet is not None and "Schilders" in text_of(wall.sheet.pdf))


def test_one_press_puts_the_sheet_on_paper(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    wall = shown(room, qtbot, partial(printer_to, file))
    wall.print_now.click()
    qtbot.waitUntil(lambda: wall.answer.text() == "The sheet went to the printer.", timeout=15000)
    with pikepdf.open(file) as printed:
        assert [round(float(side)) for side in printed.pages[0].mediabox] == [0, 0, 595, 842]
    (page,) = drawn(file.read_bytes(), 595)
    assert page.height() == 842
    assert min(page.pixelColor(100, down).lightness() for down in range(842)) < 100


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints")
def test_a_printer_that_refuses_is_told_in_a_sentence(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    wall = shown(room, qtbot, partial(printer_to, tmp_path / "nowhere" / "paper.pdf"))
    wall.print_now.click()
    sentence = "The printer does not take the sheet. Save it as a PDF instead."
    qtbot.waitUntil(lambda: wall.answer.text() == sentence, timeout=15000)


def test_without_a_printer_the_sheet_becomes_a_pdf(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    wall = shown(room, qtbot)
    wall.print_now.click()
    assert wall.answer.text() == "This computer has no printer. Save the sheet as a PDF instead."
    file = tmp_path / "muur.pdf"
    choose(wall.dialog, file)
    qtbot.waitUntil(lambda: wall.answer.text() == "Saved as muur.pdf.")
    assert wall.sheet is not None
    assert file.read_bytes() == wall.sheet.pdf


def test_a_sheet_that_cannot_be_saved_says_what_to_do(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    wall = shown(room, qtbot)
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    if os.geteuid() == 0:
        # Nothing is closed to root; a file in the place of the folder is.
        closed = tmp_path / "file"
        closed.write_text("no folder")
    wall.save(closed / "muur.pdf")
    qtbot.waitUntil(lambda: not wall.answer.isHidden())
    assert wall.answer.property("kind") == "warning"
    assert wall.answer.text().endswith(("Choose another folder.", "Is the stick still in?"))
    assert not list(tmp_path.rglob("*.pdf"))


def test_the_proposed_name_says_which_week(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    wall.keep.click()
    assert isinstance(wall.dialog, QFileDialog)
    assert wall.dialog.selectedFiles()[0].endswith("Wall sheet 2026 week 11.pdf")
    let_go(wall.dialog)


def test_the_words_follow_the_language(room: OfficeRoom, qtbot: QtBot) -> None:
    wall = shown(room, qtbot)
    before = wall.week.text()
    i18n.speak("nl")
    QApplication.sendEvent(wall, QEvent(QEvent.Type.LanguageChange))
    assert before == "Week 11 · 9 to 15 March"
    assert "maart" in wall.week.text()


def test_a_printer_that_does_not_answer_keeps_nobody_waiting(qtbot: QtBot, tmp_path: Path) -> None:
    job = printer.PrintJob(printer_to(tmp_path / "paper.pdf"), b"")
    with qtbot.waitSignal(job.failed) as told:
        job._patience.setInterval(1)
        job._patience.start()
    assert told.args is not None
    assert "does not answer" in told.args[0].sentence()
