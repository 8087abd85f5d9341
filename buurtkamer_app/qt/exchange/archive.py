"""Everything of the room in one open file: where it goes, what to do with it, and how it comes in elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.archive.records import ENDING
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.records import Saved
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class ArchivePanel(Panel):
    """Saves an archive; that somebody asked for it is written down before it is made."""

    form: ClassVar[str] = "exchange/archive"
    columns: QBoxLayout
    make: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self.make.clicked.connect(self._ask_when)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def write(self, path: Path) -> None:
        """Write the archive to this file; a second one waits until the first is there."""
        self.make.setEnabled(False)
        self.answer.tell(lambda: translate("The archive is being made and checked…"))
        self.tasks.write(lambda services: services.archives.ask(), lambda _: self._save(path), self._refuse)

    def _save(self, path: Path) -> None:
        words = translate("The archive is being made and checked…")

        def work(services: Services, progress: Progress) -> Saved:
            return services.archives.save(path, progress)

        self.tasks.read_long(words, work, self._tell, self._refuse, self._stopped)

    def _ask_when(self) -> None:
        def ask(found: tuple[str, str]) -> None:
            room, day = found
            folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
            name = translate("Archive {room} {date}", room=_fit(room), date=day)
            self.dialog = dialogs.save_as(self, folder / f"{name}{ENDING}", translate("Archive"), self.write)

        self.tasks.read(lambda services: (services.room.facts().name, services.room.today().isoformat()), ask)

    def _tell(self, saved: Saved) -> None:
        self.make.setEnabled(True)
        self.answer.tell(lambda: translate("The archive is there and was checked: {name}.", name=saved.path.name))

    def _refuse(self, error: BuurtkamerError) -> None:
        self.make.setEnabled(True)
        self.answer.trouble(error)

    def _stopped(self) -> None:
        self.make.setEnabled(True)
        self.answer.tell(lambda: translate("Stopped. Nothing was saved."))


def _fit(name: str) -> str:
    """Give what of a name can stand in that of a file."""
    return "".join(letter if letter.isalnum() or letter in " -" else " " for letter in name)[:60].strip()
