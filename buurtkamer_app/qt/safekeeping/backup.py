"""A backup, asked for by hand: where it goes, and whether it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from buurtkamer_app.base.errors import BuurtkamerError


class BackupPanel(Form):
    """`backup_asked` gives the path that somebody chose; whoever makes the backup calls `made` or `failed`."""

    form: ClassVar[str] = "safekeeping/backup"
    make: QPushButton
    answer: Sentence

    backup_asked = Signal(Path)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.dialog: QFileDialog | None = None
        self.make.clicked.connect(self._ask_where)

    def made(self, path: Path) -> None:
        """Say that the backup is there and was read back."""
        self.make.setEnabled(True)
        self.answer.tell(lambda: translate("The backup is there and was checked: {name}.", name=path.name))

    def failed(self, error: BuurtkamerError) -> None:
        """Say why there is no backup, and what to do."""
        self.make.setEnabled(True)
        self.answer.trouble(error)

    def ask(self, path: Path) -> None:
        """Ask for a backup in this file; a second one waits until the first is there."""
        self.make.setEnabled(False)
        self.answer.tell(lambda: translate("The backup is being made and checked…"))
        self.backup_asked.emit(path)

    def _ask_where(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = translate("Backup {date}", date=self._today().isoformat())
        self.dialog = dialogs.save_as(self, folder / f"{name}.buurtkamer", translate("Backup"), self.ask)
