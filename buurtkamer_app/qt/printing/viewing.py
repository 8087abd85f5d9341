"""A sheet in the viewer of this computer: the file for that is gone when the desk is locked or closed."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.qt.papers import as_file, save

_FOLDER: Final = "buurtkamer-view-"
_DAY: Final = 86_400  # seconds


class Viewing:
    """Keeps the files that are looked at in a folder that only this person can open."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.remove)

    def put(self, name: str, pdf: bytes) -> Path:
        """Write a file to look at; raises as `sheet_file.save`."""
        if self._folder is None:
            _clear_old()
            try:
                # A viewer may still hold a file open when it is to be removed.
                self._folder = tempfile.TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True)
            except OSError as error:
                raise StoreError("The sheet could not be saved here. Choose another place.") from error
        return save(pdf, Path(self._folder.name) / as_file(name))

    def remove(self) -> None:
        """Remove every file that was looked at."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _clear_old() -> None:
    """Remove what a program that was cut off, or a viewer that held a file open, left here before today."""
    for left in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        try:
            old = time.time() - left.lstat().st_mtime > _DAY
        except OSError:
            continue
        if old:
            shutil.rmtree(left, ignore_errors=True)


def open_file(path: Path) -> bool:
    """Open a file in the program that this computer has for it; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
