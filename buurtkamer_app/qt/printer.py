"""From PDF to printer: the pages as pictures at the printer's own resolution, on a thread that nothing waits for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from buurtkamer_app.base.errors import BuurtkamerError, StoreError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.papers.records import Sides
from buurtkamer_app.qt import printers
from buurtkamer_app.qt.pdf_pages import drawn_page, sizes
from buurtkamer_app.qt.printers import Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.printers import Printers

# QtPrintSupport is loaded by who prints: it looks for printers, and the window does not wait for that.

_SHARPEST: Final = 300  # dots an inch: what the eye can tell; more only takes memory
_PATIENCE: Final = 20_000  # milliseconds without a page until a printer is given up
_A3: Final = 1000  # points: what is higher than this does not go on A4
_SMALLER: Final = mark("The printer has no A3. The sheet was printed smaller.")
_LOOSE: Final = mark("This printer prints one side only. Each page has its own paper.")


def _refused() -> StoreError:
    return StoreError("The printer does not take the sheet. Save it as a PDF instead.")


def lay(printer: QPrinter, size: tuple[float, float], printers_here: Printers) -> bool:
    """Let a printer take paper for a page of this size in points; tell whether the page is made smaller to fit."""
    wide, high = size
    large = max(size) > _A3
    paper = QPageSize(QPageSize.PageSizeId.A3 if large else QPageSize.PageSizeId.A4)
    smaller = large and not printers_here.takes(printer, paper)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4) if smaller else paper)
    ways = QPageLayout.Orientation
    printer.setPageOrientation(ways.Landscape if wide > high else ways.Portrait)
    return smaller


def set_up(printer: QPrinter, sides: Sides, way: Way) -> None:
    """Tell a printer how many copies, on which sides, and whether in grey."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setFullPage(True)
    if way.grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    if printer.supportsMultipleCopies():
        printer.setCopyCount(way.copies)
    turned = {
        Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
        Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
    }
    printer.setDuplex(turned[sides] if way.both_sides and sides in turned else QPrinter.DuplexMode.DuplexNone)


def draw(printer: QPrinter, pdf: bytes, copies: int, wanted: Callable[[], bool], where: Printers) -> bool:
    """Put every page of a PDF on its own sheet, whole and in the middle; tell whether one was made smaller to fit.

    `wanted` is asked before each page: nothing comes out once it is not. Raises StoreError when the printer refuses.
    """
    pages = list(enumerate(sizes(pdf))) * (1 if printer.supportsMultipleCopies() else copies)
    laid = pages[0][1]
    smaller = lay(printer, laid, where)
    painter = QPainter()
    if not (wanted() and painter.begin(printer)):
        raise _refused()
    try:
        for place, (number, size) in enumerate(pages):
            if not wanted():
                printer.abort()
                break
            if size != laid:
                smaller, laid = lay(printer, size, where) or smaller, size
            if place and not printer.newPage():
                raise _refused()
            _put(painter, printer, pdf, number, QSizeF(*size))
    finally:
        painter.end()
    return smaller


def _put(painter: QPainter, printer: QPrinter, pdf: bytes, number: int, size: QSizeF) -> None:
    """Draw one page as large as its paper; no page is cut off."""
    from PySide6.QtPrintSupport import QPrinter

    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    across = min(paper.width(), paper.height() * size.width() / size.height())
    down = across * size.height() / size.width()
    dots = min(printer.resolution(), _SHARPEST)
    inches = across / printer.resolution()
    page = drawn_page(pdf, number, max(1, round(inches * dots)))
    place = QRectF((paper.width() - across) / 2, (paper.height() - down) / 2, across, down)
    painter.drawImage(place, page)


class PrintJob(QObject):
    """Prints once; `printed` or `failed` follows. A printer that does not answer keeps nobody waiting.

    `printed` says what somebody should know of how it came out (a message id), "" when it is as it should be.
    """

    printed = Signal(str)
    failed = Signal(object)
    _ended = Signal(object)
    _alive = Signal()

    def __init__(self, sheet: Made, way: Way | None = None, patience: int = _PATIENCE) -> None:
        # It outlives the page that asked for it: a spooler may hang while that page goes.
        super().__init__(QCoreApplication.instance())
        self._sheet, self._way = sheet, way or Way()
        self._told, self._dropped = False, threading.Event()
        self._printers = printers.here()
        self._ended.connect(self._end)
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self._give_up)
        self._alive.connect(self._go_on)

    def start(self) -> None:
        """Begin, on a thread of its own: a spooler can hang for minutes."""
        self._patience.start()
        threading.Thread(target=self._run, name="printer", daemon=True).start()

    def cancel(self) -> None:
        """Let no further page come out; nothing is told."""
        self._dropped.set()
        self._told = True

    def _run(self) -> None:
        try:
            self._ended.emit(self._print())
        except BuurtkamerError as error:
            self._ended.emit(error)

    def _print(self) -> str:
        printer = self._printers.open(self._way.printer)
        if printer is None:
            raise StoreError("This computer has no printer. Save the sheet as a PDF instead.")
        set_up(printer, self._sheet.sides, self._way)
        if draw(printer, self._sheet.pdf, self._way.copies, self._wanted, self._printers):
            return _SMALLER
        both = self._way.both_sides and self._sheet.sides is not Sides.ONE and len(sizes(self._sheet.pdf)) > 1
        return _LOOSE if both and not self._printers.two_sided(printer) else ""

    def _wanted(self) -> bool:
        self._alive.emit()
        return not self._dropped.is_set()

    def _go_on(self) -> None:
        if not self._told:
            self._patience.start()

    def _give_up(self) -> None:
        # What was told not to be printed is not printed after all when the printer comes back.
        self._dropped.set()
        self._tell(StoreError("The printer does not answer. Save the sheet as a PDF instead."))

    def _end(self, ended: BuurtkamerError | str) -> None:
        self._patience.stop()
        self._tell(ended)
        self.deleteLater()

    def _tell(self, ended: BuurtkamerError | str) -> None:
        """Tell the end once: what comes after it was given up is nobody's any more."""
        if self._told:
            return
        self._told = True
        if isinstance(ended, BuurtkamerError):
            self.failed.emit(ended)
        else:
            self.printed.emit(ended)
