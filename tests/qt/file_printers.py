"""Printers whose paper is a file: none, one or several, one without A3, and one that hangs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from buurtkamer_app.qt import printers
from buurtkamer_app.qt.printers import Printers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class FilePrinter(QPrinter):
    """A printer whose paper is a file; it keeps which sides were asked for, since a file has none."""

    def __init__(self, file: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(file))
        self.sides = QPrinter.DuplexMode.DuplexNone

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


class NoPrinters(Printers):
    """A computer without a printer."""

    def names(self) -> list[str]:
        """Give none."""
        return []


def without() -> Iterator[None]:
    """Let this computer have no printer meanwhile."""
    before = printers.here()
    printers.use(NoPrinters())
    yield
    printers.use(before)


class FilePrinters(Printers):
    """A computer whose printers write their papers into a folder, in the order in which they come out."""

    def __init__(self, folder: Path, *names: str, a3: bool = True, backs: bool = True) -> None:
        super().__init__()
        self.folder, self._names, self._a3, self._backs = folder, list(names or ("Balie",)), a3, backs
        self.opened: list[str] = []
        self.asked: list[FilePrinter] = []

    def names(self) -> list[str]:
        """Give the names, the one that was chosen last first."""
        return sorted(self._names, key=lambda name: name != self.chosen)

    def open(self, name: str) -> QPrinter | None:
        """Give a printer for the next paper."""
        self.opened.append(name or self.names()[0])
        made = FilePrinter(self.folder / f"{len(self.opened)}.pdf")
        self.asked.append(made)
        return made

    def takes(self, printer: QPrinter, size: QPageSize) -> bool:  # noqa: ARG002 - every printer has the same paper
        """Have A3, or not."""
        return self._a3 or size.id() is not QPageSize.PageSizeId.A3

    def two_sided(self, printer: QPrinter) -> bool:  # noqa: ARG002 - every printer is the same
        """Print the back of a paper too, or not."""
        return self._backs

    def papers(self) -> list[bytes]:
        """Give what came out."""
        return [(self.folder / f"{number}.pdf").read_bytes() for number in range(1, len(self.opened) + 1)]


class HangingPrinters(Printers):
    """A computer whose spooler does not answer until it is let go."""

    def __init__(self, then: Printers) -> None:
        super().__init__()
        self.free = threading.Event()
        self._then = then

    def names(self) -> list[str]:
        """Hang."""
        self.free.wait()
        return self._then.names()

    def open(self, name: str) -> QPrinter | None:
        """Hang, then give what it has."""
        self.free.wait()
        return self._then.open(name)


def with_papers(folder: Path, *names: str, a3: bool = True, backs: bool = True) -> FilePrinters:
    """Let this computer have printers whose papers are files in a folder."""
    folder.mkdir(exist_ok=True)
    made = FilePrinters(folder, *names, a3=a3, backs=backs)
    printers.use(made)
    return made
