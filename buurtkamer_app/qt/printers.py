"""The printers of this computer, and the one that was chosen last; whoever asks waits on a thread of its own."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

# QtPrintSupport is loaded by who prints: it looks for printers, and the window does not wait for that.

_PATIENCE: Final = 8_000  # milliseconds until no list of printers is expected any more


@dataclass(frozen=True, slots=True)
class Way:
    """How sheets go to paper: `printer` by name (empty: the usual one), and whether the back is printed, too."""

    printer: str = ""
    copies: int = 1
    both_sides: bool = True
    grey: bool = False


class Printers:
    """What this computer can print on. All of it may hang with a spooler, so none of it on the main thread."""

    def __init__(self) -> None:
        self.chosen = ""
        self._keep: Callable[[str], None] = lambda _: None

    def remember(self, chosen: str, keep: Callable[[str], None]) -> None:
        """Hear which printer was chosen last on this computer, and who is told when another one is."""
        self.chosen, self._keep = chosen, keep

    def choose(self, name: str) -> None:
        """Print on this one from now on; on the main thread."""
        self.chosen = name
        self._keep(name)

    def names(self) -> list[str]:
        """Give the names of the printers, the one that is used when nobody chooses first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        found = list(QPrinterInfo.availablePrinterNames())
        usual = self.chosen if self.chosen in found else QPrinterInfo.defaultPrinterName()
        return sorted(found, key=lambda name: name != usual)

    def open(self, name: str) -> QPrinter | None:
        """Give a printer by its name, the usual one when it is empty or gone; None when there is none."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        found = self.names()
        if not found:
            return None
        info = QPrinterInfo.printerInfo(name if name in found else found[0])
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)

    def takes(self, printer: QPrinter, size: QPageSize) -> bool:
        """Tell whether a printer has paper of a size; one that does not say what it has is believed."""
        from PySide6.QtPrintSupport import QPrinterInfo

        known = [one.id() for one in QPrinterInfo(printer).supportedPageSizes()]
        return not known or size.id() in known

    def two_sided(self, printer: QPrinter) -> bool:
        """Tell whether a printer can print the back of its paper; one that does not say is believed."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        known = QPrinterInfo(printer).supportedDuplexModes()
        return not known or any(mode != QPrinter.DuplexMode.DuplexNone for mode in known)


class _Computer:
    """The one that the program runs on."""

    printers = Printers()


def here() -> Printers:
    """Give the printers of this computer."""
    return _Computer.printers


def use(printers: Printers) -> None:
    """Print on these from now on."""
    _Computer.printers = printers


class Asking(QObject):
    """Asks once which printers there are; `told` follows, with None when the computer does not say."""

    told = Signal(object)
    _found = Signal(object)

    def __init__(self, patience: int = _PATIENCE) -> None:
        # It outlives the dialog that asked: a spooler may hang while that is closed.
        super().__init__(QCoreApplication.instance())
        self._over = False
        self._printers = here()
        self._found.connect(self._tell)
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(lambda: self._answer(None))

    def start(self) -> None:
        """Ask, on a thread of its own."""
        self._patience.start()
        threading.Thread(target=self._run, name="printers", daemon=True).start()

    def _run(self) -> None:
        self._found.emit(self._printers.names())

    def _tell(self, names: list[str]) -> None:
        self._patience.stop()
        self._answer(names)
        self.deleteLater()

    def _answer(self, names: list[str] | None) -> None:
        if not self._over:
            self._over = True
            self.told.emit(names)
