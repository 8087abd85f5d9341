"""When the program itself is wrong: the details go to the log, and the person hears what to do, once."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QMessageBox

_LOG = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashWatch(QObject):
    """Hears every fault that nobody caught, on whatever thread, and what Qt complains of.

    `keep_drafts` is called first: what somebody was typing is kept before anything is said.
    """

    _fault = Signal()

    def __init__(self, log: Path, keep_drafts: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._keep_drafts = log, keep_drafts
        self.dialog: QMessageBox | None = None
        self._fault.connect(self._tell)

    def watch(self) -> None:
        """Hear everything from now on."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_on_thread
        qInstallMessageHandler(_qt_says)

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault without what people typed, and tell it on the main thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error("a fault that nobody caught", exc_info=(kind, error, trace))
        self._fault.emit()

    def _caught_on_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self.caught(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _tell(self) -> None:
        """Show one dialog, however many faults there are."""
        from PySide6.QtWidgets import QMessageBox, QWidget

        if self.dialog is not None and self.dialog.isVisible():
            return
        self._keep_drafts()
        parent = self.parent()
        self.dialog = QMessageBox(parent if isinstance(parent, QWidget) else None)
        self.dialog.setIcon(QMessageBox.Icon.Warning)
        self.dialog.setWindowTitle(translate("Something went wrong"))
        self.dialog.setText(translate("Something went wrong. What you typed has been kept."))
        self.dialog.setInformativeText(
            translate(
                "You can go on. Does it happen again? Start the program anew, and give this file to who helps you:"
            )
            + f"\n{self._log}"
        )
        self.dialog.addButton(translate("Go on"), QMessageBox.ButtonRole.AcceptRole)
        self.dialog.open()


def _qt_says(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s (%s)", message, context.category or "default")
