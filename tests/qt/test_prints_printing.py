from __future__ import annotations

import os
import re
import threading
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from buurtkamer_app.base import settings
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.screen import Screen
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.records import Made, Sides
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.qt import printers
from buurtkamer_app.qt.papers import Papers, as_file
from buurtkamer_app.qt.printer import PrintJob
from buurtkamer_app.qt.printers import Asking, Way
from tests.qt.file_printers import FilePrinters, HangingPrinters, with_papers
from tests.qt.office_room import OfficeRoom, choose, furnished, let_go
from tests.qt.prints_room import Here, apart, opened, sizes_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.qt.printing.printer_choice import PrinterDialog
    from buurtkamer_app.qt.printing.whole_week import WholeWeekPanel

WENT = "The sheet went to the printer."
NONE = "This computer has no printer. Save the sheet as a PDF instead."
WALL = next(kind for kind in EVERY if kind.name == "wall")
# As much as dots of a picture differ that is drawn once more at another size.
SAME = 3.0
# How the number of a sheet stands on it.
NUMBER = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{2,4}-[0-9A-HJKMNP-TV-Z]{2,4}\b")


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def computer(tmp_path: Path) -> FilePrinters:
    return with_papers(tmp_path / "papers")


def drawn_sheet(*sizes: tuple[float, float]) -> bytes:
    """Give a PDF with a page of each size, its edges and its number on it."""
    out = BytesIO()
    canvas = Canvas(out)
    for number, size in enumerate(sizes, 1):
        canvas.setPageSize(size)
        canvas.setLineWidth(12)
        canvas.rect(30, 30, size[0] - 60, size[1] - 60)
        canvas.setFont("Helvetica", 200)
        canvas.drawString(size[0] / 3, size[1] / 2, str(number))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def printed(qtbot: QtBot, sheet: Made, way: Way | None = None) -> str:
    """Print a sheet, and give what is to be known of how it came out."""
    job = PrintJob(sheet, way)
    with qtbot.waitSignal(job.printed, timeout=15_000) as told:
        job.start()
    assert told.args is not None
    return str(told.args[0])


def test_one_press_puts_the_sheet_on_paper_as_it_is_seen(
    room: OfficeRoom, qtbot: QtBot, computer: FilePrinters
) -> None:
    here = opened(qtbot, room)
    shown = here.seen.made.pdf
    here.prints.sheet.out.print_now.click()
    here.wait(lambda: here.told() == WENT)
    (paper,) = computer.papers()
    assert sizes_of(paper) == [(595, 842)]
    assert apart(paper, shown) < SAME
    assert here.prints.sheet.out.print_now.isEnabled()


def test_who_presses_before_the_sheet_is_there_gets_it_all_the_same(
    room: OfficeRoom, qtbot: QtBot, computer: FilePrinters
) -> None:
    here = opened(qtbot, room)
    assert here.prints.sheet.shown is None
    here.prints.sheet.out.print_now.click()
    here.wait(lambda: here.told() == WENT)
    assert len(computer.papers()) == 1


@pytest.mark.parametrize("size", [A4, landscape(A4), A3, landscape(A3)])
def test_a_page_comes_out_whole_on_paper_of_its_size(
    qtbot: QtBot, computer: FilePrinters, size: tuple[float, float]
) -> None:
    pdf = drawn_sheet(size)
    assert not printed(qtbot, Made("Sheet", pdf))
    (paper,) = computer.papers()
    # Qt's paper is whole points, that of a PDF a little more.
    assert sizes_of(paper) == [pytest.approx(size, abs=1)]
    assert apart(drawn_sheet(*sizes_of(paper)), paper) < SAME


def test_pages_of_several_sizes_each_have_their_own_paper(qtbot: QtBot, computer: FilePrinters) -> None:
    assert not printed(qtbot, Made("Sheet", drawn_sheet(A4, landscape(A4), A3)))
    assert sizes_of(computer.papers()[0]) == [(595, 842), (842, 595), (842, 1191)]


def test_a_printer_without_a3_gets_it_smaller_and_says_so(qtbot: QtBot, room: OfficeRoom, tmp_path: Path) -> None:
    computer = with_papers(tmp_path / "papers", a3=False)
    papers = Papers(room.tasks)
    qtbot.addWidget(papers)
    papers.put_on([Made("Poster", drawn_sheet(A3))])
    qtbot.waitUntil(lambda: "no A3" in papers.answer.text(), timeout=15_000)
    (paper,) = computer.papers()
    assert sizes_of(paper) == [(595, 842)]
    assert apart(paper, drawn_sheet(A4)) < 20


def test_a_printer_of_one_side_says_so_of_what_belongs_on_both(qtbot: QtBot, room: OfficeRoom, tmp_path: Path) -> None:
    with_papers(tmp_path / "papers", backs=False)
    loose = translate("This printer prints one side only. Each page has its own paper.")
    flyer = Made("Flyer", drawn_sheet(landscape(A4), landscape(A4)), Sides.SHORT_EDGE)
    assert translate(printed(qtbot, flyer)) == loose
    assert not printed(qtbot, flyer, Way(both_sides=False))
    assert not printed(qtbot, replace(flyer, pdf=drawn_sheet(A4)))
    papers = Papers(room.tasks)
    qtbot.addWidget(papers)
    papers.put_on([flyer])
    qtbot.waitUntil(lambda: papers.answer.text() == loose, timeout=15_000)


def test_copies_both_sides_and_grey_are_asked_of_the_printer(qtbot: QtBot, computer: FilePrinters) -> None:
    sheet = Made("Pack", drawn_sheet(A4, A4), Sides.LONG_EDGE)
    printed(qtbot, sheet, Way(copies=3, grey=True))
    printed(qtbot, replace(sheet, sides=Sides.SHORT_EDGE), Way(both_sides=True))
    printed(qtbot, sheet, Way(both_sides=False))
    grey, short, one = computer.asked
    modes = QPrinter.DuplexMode
    assert [made.sides for made in (grey, short, one)] == [
        modes.DuplexLongSide,
        modes.DuplexShortSide,
        modes.DuplexNone,
    ]
    assert (grey.colorMode(), one.colorMode()) == (QPrinter.ColorMode.GrayScale, QPrinter.ColorMode.Color)
    asked = [len(sizes_of(paper)) for paper in computer.papers()]
    assert grey.copyCount() * asked[0] == 6
    assert asked[1:] == [2, 2]


def test_a_black_sheet_is_printed_in_grey(room: OfficeRoom, qtbot: QtBot, computer: FilePrinters) -> None:
    here = opened(qtbot, room)
    assert here.seen
    ink = here.prints.sheet.choices.ink
    ink.setCurrentIndex(ink.findData(Ink.BLACK.value))
    ink.activated.emit(ink.currentIndex())
    here.wait(lambda: here.seen.wanted.choices.ink is Ink.BLACK)
    here.prints.sheet.out.print_now.click()
    here.wait(lambda: here.told() == WENT)
    assert computer.asked[0].colorMode() is QPrinter.ColorMode.GrayScale


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints")
def test_a_printer_that_refuses_is_told_and_the_sheet_can_be_saved(
    room: OfficeRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    printers.use(FilePrinters(tmp_path / "nowhere"))
    here = opened(qtbot, room)
    assert here.seen
    out = here.prints.sheet.out
    out.print_now.click()
    here.wait(lambda: here.told() == "The printer does not take the sheet. Save it as a PDF instead.")
    assert [sheet.pdf for sheet in out.papers.waiting] == [here.seen.made.pdf]
    out.keep.click()
    choose(out.papers.dialog, tmp_path / "muur.pdf")
    here.wait(lambda: here.told() == "Saved as muur.pdf.")
    assert (tmp_path / "muur.pdf").read_bytes() == here.seen.made.pdf
    assert out.papers.waiting == ()


def test_without_a_printer_the_sheet_can_be_saved(room: OfficeRoom, qtbot: QtBot) -> None:
    here = opened(qtbot, room)
    here.prints.sheet.out.print_now.click()
    here.wait(lambda: here.told() == NONE)
    assert len(here.prints.sheet.out.papers.waiting) == 1
    assert here.prints.sheet.out.papers.keeps == []


def test_a_printer_that_hangs_is_given_up_and_prints_nothing_afterwards(qtbot: QtBot, computer: FilePrinters) -> None:
    hanging = HangingPrinters(computer)
    printers.use(hanging)
    job = PrintJob(Made("Sheet", drawn_sheet(A4)), patience=1)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert told.args is not None
    assert told.args[0].sentence() == "The printer does not answer. Save the sheet as a PDF instead."
    hanging.free.set()
    qtbot.waitUntil(lambda: not at_work("printer"))
    assert computer.opened == ["Balie"]
    assert not list(computer.folder.iterdir())


def at_work(name: str) -> bool:
    """Tell whether a thread of that name is at work."""
    return any(thread.name == name for thread in threading.enumerate())


def dialog_of(here: Here) -> PrinterDialog:
    assert here.seen
    here.prints.sheet.out.choose.click()
    dialog = here.prints.sheet.out.dialog
    assert dialog is not None
    return dialog


def test_a_chosen_printer_prints_so_many_times_and_is_remembered(
    room: OfficeRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    computer = with_papers(tmp_path / "papers", "Balie", "Kantoor")
    kept: list[str] = []
    computer.remember("", kept.append)
    here = opened(qtbot, room)
    dialog = dialog_of(here)
    here.wait(dialog.print_it.isEnabled)
    assert [dialog.printer.itemText(place) for place in range(2)] == ["Balie", "Kantoor"]
    assert dialog.both_sides.isHidden()
    dialog.printer.setCurrentIndex(1)
    dialog.copies.setValue(2)
    dialog.print_it.click()
    here.wait(lambda: here.told() == WENT)
    assert kept == ["Kantoor"]
    assert len(sizes_of(computer.papers()[0])) * computer.asked[0].copyCount() == 2
    here.prints.sheet.out.print_now.click()
    here.wait(lambda: len(computer.opened) == 2 and not here.prints.sheet.out.papers.busy)
    assert computer.opened == ["Kantoor", "Kantoor"]


def test_where_there_is_no_printer_to_choose_the_sheet_is_saved(room: OfficeRoom, qtbot: QtBot) -> None:
    here = opened(qtbot, room)
    dialog = dialog_of(here)
    here.wait(dialog.keep.isVisible)
    assert dialog.told.text() == NONE
    dialog.keep.click()
    here.wait(lambda: here.prints.sheet.out.papers.dialog is not None)
    question = here.prints.sheet.out.papers.dialog
    assert isinstance(question, QFileDialog)
    assert question.selectedFiles()[0].endswith("Wall sheet 2026 week 11.pdf")
    let_go(question)


def test_a_list_of_printers_that_hangs_is_given_up(qtbot: QtBot, computer: FilePrinters) -> None:
    hanging = HangingPrinters(computer)
    printers.use(hanging)
    asking = Asking(patience=1)
    with qtbot.waitSignal(asking.told) as told:
        asking.start()
    assert told.args == [None]
    hanging.free.set()
    qtbot.waitUntil(lambda: not at_work("printers"))


def test_this_computer_remembers_its_printer(tmp_path: Path, qapp: QApplication) -> None:
    screen = Screen(qapp, tmp_path, Settings(scale=100))
    screen.keep_printer("HP van de balie")
    assert screen.settings.printer == "HP van de balie"
    assert settings.load(tmp_path) == Settings(printer="HP van de balie")
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    Screen(qapp, blocked, Settings()).keep_printer("HP van de balie")
    assert Settings().printer == ""


def test_a_sheet_that_cannot_be_saved_says_what_to_do(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    here = opened(qtbot, room)
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    if os.geteuid() == 0:
        # Nothing is closed to root; a file in the place of the folder is.
        closed = tmp_path / "file"
        closed.write_text("no folder")
    papers = here.prints.sheet.out.papers
    papers.save(here.seen.made, closed / "muur.pdf")
    here.wait(lambda: not papers.answer.isHidden())
    assert papers.answer.property("kind") == "warning"
    assert papers.answer.text().endswith(("Choose another folder.", "Is the stick still in?"))
    assert not list(tmp_path.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("name", "file"),
    [("Taart & thee 1/2?", "Taart & thee 1 2.pdf"), ("..", "Sheet.pdf"), ("x" * 300, "x" * 100 + ".pdf")],
)
def test_a_file_has_a_name_that_every_computer_takes(name: str, file: str) -> None:
    assert as_file(name) == file


class Viewer(QObject):
    """Stands in for the program of this computer that shows PDFs."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    @Slot(QUrl)
    def show(self, place: QUrl) -> None:
        """Hear what is opened."""
        self.heard.append(place.toLocalFile())


def test_a_sheet_to_look_at_is_gone_when_the_desk_is_locked(room: OfficeRoom, qtbot: QtBot) -> None:
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")  # type: ignore[arg-type] # bytes, as its stub says, are refused
    try:
        here = opened(qtbot, room)
        assert here.seen
        here.prints.sheet.out.look.click()
        here.wait(lambda: viewer.heard)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (place,) = viewer.heard
    file = Path(place)
    assert file.read_bytes() == here.seen.made.pdf
    assert file.parent.stat().st_mode & 0o077 == 0
    here.prints.set_actor(NOBODY)
    assert not file.parent.exists()


def test_no_file_to_look_at_is_made_of_a_sheet_with_names(room: OfficeRoom, qtbot: QtBot) -> None:
    here = opened(qtbot, room, kinds=(WALL, replace(WALL, name="names", private=True)))
    here.choose("wall")
    assert here.prints.sheet.out.look.isVisible()
    here.choose("names")
    assert not here.prints.sheet.out.look.isVisible()
    out = here.prints.sheet.out
    out.keep.click()
    here.wait(lambda: out.papers.dialog is not None)
    assert out.papers.guarded
    let_go_of(out.papers)


def let_go_of(papers: Papers) -> None:
    assert papers.dialog is not None
    let_go(papers.dialog)


def came_out(here: Here) -> list[str]:
    """Give the words of every sheet that is on paper or in a file, as they come."""
    words: list[str] = []
    here.prints.sheet.out.papers.out.connect(lambda sheet: words.append(text_of(sheet.pdf)))
    return words


def all_out(papers: Papers, words: list[str], count: int) -> bool:
    return len(words) == count and not papers.busy


def test_only_paper_gets_a_number_and_no_two_papers_get_one(
    room: OfficeRoom, qtbot: QtBot, computer: FilePrinters
) -> None:
    here = opened(qtbot, room)
    seen = here.choose("tally")
    words = came_out(here)
    out = here.prints.sheet.out
    assert not out.look.isVisible()
    assert seen.wanted.number == ""
    for count in (1, 2):
        out.print_now.click()
        here.wait(partial(all_out, out.papers, words, count))
    out._print(Way(copies=2))
    here.wait(partial(all_out, out.papers, words, 4))
    given = [found for one in words for found in NUMBER.findall(one)]
    assert len(given) >= 4
    assert len({frozenset(NUMBER.findall(one)) for one in words}) == 4
    assert len(computer.papers()) == 4


def test_a_number_whose_paper_did_not_come_out_is_used_again(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    here = opened(qtbot, room)
    here.choose("tally")
    words = came_out(here)
    out = here.prints.sheet.out
    out.print_now.click()
    here.wait(lambda: here.told() == NONE)
    waiting = text_of(out.papers.waiting[0].pdf)
    with_papers(tmp_path / "papers")
    out.print_now.click()
    here.wait(lambda: here.told() == WENT)
    assert words == [waiting]
    assert NUMBER.findall(waiting)
    out.print_now.click()
    here.wait(lambda: len(words) == 2)
    assert NUMBER.findall(words[1]) != NUMBER.findall(waiting)


def whole_week(here: Here) -> WholeWeekPanel:
    assert here.seen
    here.prints.sheet.out.all_of_week.click()
    panel = here.prints.whole_week
    assert panel is not None
    here.wait(panel.when.says.text)
    return panel


WEEKLY = (WALL, *(replace(WALL, name=f"w{one}", title=f"Sheet {one}") for one in range(2)))


def test_all_of_the_week_comes_out_one_after_the_other(room: OfficeRoom, qtbot: QtBot, computer: FilePrinters) -> None:
    here = opened(qtbot, room, kinds=WEEKLY)
    panel = whole_week(here)
    assert list(panel.sheets.boxes) == ["wall", "w0", "w1"]
    panel.sheets.boxes["w0"].click()
    panel.print_all.click()
    here.wait(lambda: panel.told.text() == "2 of 2 sheets were printed.")
    assert len(computer.papers()) == 2
    assert panel.print_all.isEnabled()
    assert not panel.stop.isVisible()


def test_all_of_the_week_is_saved_in_one_folder(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    here = opened(qtbot, room, kinds=(*WEEKLY[:1], *_named(2)))
    panel = whole_week(here)
    panel.keep_all.click()
    assert panel.dialog is not None
    choose(panel.dialog, tmp_path)
    name = "Sheets 2026 week 11"
    here.wait(lambda: panel.told.text() == f"All sheets are in the folder {name}.")
    found = sorted(file.name for file in (tmp_path / name).iterdir())
    assert found == [
        "Wall sheet 2026 week 11 (2).pdf",
        "Wall sheet 2026 week 11 (3).pdf",
        "Wall sheet 2026 week 11.pdf",
    ]
    assert {file.read_bytes() for file in (tmp_path / name).iterdir()} == {here.seen.made.pdf}


def _named(count: int) -> list[SheetKind]:
    return [replace(WALL, name=f"n{one}") for one in range(count)]


def test_who_stops_half_way_finds_nothing_half_saved(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    here = opened(qtbot, room, kinds=_named(6))
    panel = whole_week(here)
    folder = tmp_path / "stick"
    folder.mkdir()
    panel._run.made.connect(lambda *_: panel.stop.click() if panel._run.count > 1 else None)
    panel._start(folder)
    here.wait(lambda: panel.told.text() == "Stopped. Nothing was saved.")
    here.ask(lambda _: True)
    assert list(folder.iterdir()) == []
    assert panel.keep_all.isEnabled()


def test_who_stops_the_printer_hears_how_many_came_out(room: OfficeRoom, qtbot: QtBot, computer: FilePrinters) -> None:
    here = opened(qtbot, room, kinds=_named(4))
    panel = whole_week(here)
    panel.papers.out.connect(lambda _: panel.stop.click() if panel._run.count == 1 else None)
    panel.print_all.click()
    here.wait(lambda: not panel.stop.isVisible())
    assert panel.told.text().startswith(("1 of 4", "2 of 4"))
    assert 1 <= len(computer.opened) <= 3


def test_a_printer_that_is_not_there_ends_the_whole_week(room: OfficeRoom, qtbot: QtBot) -> None:
    here = opened(qtbot, room, kinds=WEEKLY)
    panel = whole_week(here)
    panel.print_all.click()
    here.wait(lambda: panel.told.text() == "0 of 3 sheets were printed.")
    assert panel.papers.answer.text() == NONE
    assert len(panel.papers.keeps) == 1


def test_a_folder_that_is_gone_is_told(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    here = opened(qtbot, room, kinds=WEEKLY)
    panel = whole_week(here)
    panel._start(tmp_path / "gone")
    here.wait(lambda: panel.told.property("kind") == "warning")
    assert panel.keep_all.isEnabled()
    assert not (tmp_path / "gone").exists()
