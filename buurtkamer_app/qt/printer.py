"""From PDF to printer: the pages as pictures at the printer's own resolution, on a thread that nothing waits for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPageSize, QPainter

from buurtkamer_app.base.errors import BuurtkamerError, StoreError
from buurtkamer_app.qt.pdf_pages import drawn

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# QtPrintSupport is loaded by who prints: it looks for printers, and the window does not wait for that.

_SHARPEST: Final = 300  # dots an inch: what the eye can tell; more only takes memory
_PATIENCE: Final = 20_000  # milliseconds until a printer that says nothing is given up
_INCH: Final = 25.4


def usual_printer() -> QPrinter | None:
    """Give the printer of this computer that is set as usual, else the first; None when there is none."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    usual = QPrinterInfo.defaultPrinter()
    found = usual if not usual.isNull() else next(iter(QPrinterInfo.availablePrinters()), None)
    if found is None:
        return None
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def draw(printer: QPrinter, pdf: bytes) -> None:
    """Put every page of a PDF on its own sheet, as large as the paper; StoreError when the printer does not take it."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setFullPage(True)
    dots = min(printer.resolution(), _SHARPEST)
    millimetres = printer.paperRect(QPrinter.Unit.Millimeter)
    pages = drawn(pdf, round(millimetres.width() / _INCH * dots))
    painter = QPainter()
    if not painter.begin(printer):
        raise StoreError("The printer does not take the sheet. Save it as a PDF instead.")
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise StoreError("The printer does not take the sheet. Save it as a PDF instead.")
            sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(QRectF(0, 0, sheet.width(), sheet.width() * page.height() / page.width()), page)
    finally:
        painter.end()


class PrintJob(QObject):
    """Prints once; `printed` or `failed` follows. A printer that does not answer keeps nobody waiting."""

    printed = Signal()
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, printer: QPrinter, pdf: bytes) -> None:
        # It outlives the page that asked for it: a spooler may hang while that page goes.
        super().__init__(QCoreApplication.instance())
        self._printer, self._pdf, self._told = printer, pdf, False
        self._ended.connect(self._end)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin, on a thread of its own: a spooler can hang for minutes."""
        self._patience.start()
        threading.Thread(target=self._run, name="printer", daemon=True).start()

    def _run(self) -> None:
        try:
            draw(self._printer, self._pdf)
        except BuurtkamerError as error:
            self._ended.emit(error)
        else:
            self._ended.emit(None)

    def _give_up(self) -> None:
        self._tell(StoreError("The printer does not answer. Save the sheet as a PDF instead."))

    def _end(self, error: BuurtkamerError | None) -> None:
        self._patience.stop()
        self._tell(error)
        self.deleteLater()

    def _tell(self, error: BuurtkamerError | None) -> None:
        """Tell the end once: what comes after it was given up is nobody's any more."""
        if self._told:
            return
        self._told = True
        if error is None:
            self.printed.emit()
        else:
            self.failed.emit(error)
