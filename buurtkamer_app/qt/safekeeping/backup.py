"""Backups: when the last one was made and where they go; one by hand, and the way to look in one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QShowEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.safekeeping.backups.records import Asks, BackupMade

_PLACES = {
    "folder": mark("in the folder"),
    "stick": mark("on the stick"),
    "by_hand": mark("by hand"),
}


class Shown(NamedTuple):
    """What the page shows of the schedule; moments are the room's clock. `stick_in` is None when there is none."""

    last: BackupMade | None
    last_at: datetime | None
    tried_at: datetime | None
    asks: Asks
    folder: Path
    stick: Path | None
    stick_in: bool | None


class BackupPanel(Form):
    """`backup_asked` gives the path that somebody chose; whoever makes the backup calls `made` or `failed`.

    `seen` asks for `show_plan`; `now_asked` is one turn of the schedule, `folder_chosen` and `stick_chosen` where it
    goes from now on, `open_asked` that somebody wants to look in a backup.
    """

    form: ClassVar[str] = "safekeeping/backup"
    cards: QFrame
    last: QLabel
    tried: QLabel
    missing: Sentence
    folder_where: QLabel
    choose_folder: QPushButton
    stick_where: QLabel
    choose_stick: QPushButton
    now: QPushButton
    make: QPushButton
    open_backup: QPushButton
    answer: Sentence
    place_of_restoring: QVBoxLayout

    seen = Signal()
    now_asked = Signal()
    backup_asked = Signal(Path)
    folder_chosen = Signal(Path)
    stick_chosen = Signal(Path)
    open_asked = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._plan: Shown | None = None
        self.dialog: QFileDialog | None = None
        self.make.clicked.connect(self._ask_where)
        self.now.clicked.connect(self._ask_now)
        self.choose_folder.clicked.connect(lambda: self._choose(self.folder_chosen))
        self.choose_stick.clicked.connect(lambda: self._choose(self.stick_chosen))
        self.open_backup.clicked.connect(self.open_asked)
        self.say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def show_plan(self, plan: Shown) -> None:
        """Show how the schedule stands."""
        self._plan = plan
        self.say()

    def say(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.last.setText(_last(plan))
        day = dates.day_and_year(plan.tried_at.date()) if plan.tried_at else ""
        self.tried.setText(
            translate("Last tried out: {day}.", day=day) if day else translate("No backup was tried out yet.")
        )
        self.last.setVisible(plan.last is not None)
        self.tried.setVisible(plan.last is not None)
        self.folder_where.setText(str(plan.folder))
        self.stick_where.setText(_stick(plan))
        wrong = _missing(plan.asks)
        if wrong is None:
            self.missing.clear()
        else:
            self.missing.trouble(wrong)

    def made(self, path: Path) -> None:
        """Say that the backup is there and was read back."""
        self._free()
        self.answer.tell(lambda: translate("The backup is there and was checked: {name}.", name=path.name))

    def failed(self, error: BuurtkamerError) -> None:
        """Say why there is no backup, and what to do."""
        self._free()
        self.answer.trouble(error)

    def ask(self, path: Path) -> None:
        """Ask for a backup in this file; a second one waits until the first is there."""
        self._wait()
        self.backup_asked.emit(path)

    def _ask_now(self) -> None:
        self._wait()
        self.now_asked.emit()

    def _wait(self) -> None:
        for button in (self.make, self.now):
            button.setEnabled(False)
        self.answer.tell(lambda: translate("The backup is being made and checked…"))

    def _free(self) -> None:
        for button in (self.make, self.now):
            button.setEnabled(True)

    def _choose(self, chosen: SignalInstance) -> None:
        here = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog = dialogs.choose_folder(self, here, chosen.emit)

    def _ask_where(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = translate("Backup {date}", date=self._today().isoformat())
        self.dialog = dialogs.save_as(self, folder / f"{name}.buurtkamer", translate("Backup"), self.ask)


def _last(plan: Shown) -> str:
    if plan.last is None or plan.last_at is None:
        return translate("No backup was made yet.")
    return translate(
        "Last backup: {day}, {time}, {place}.",
        day=dates.day_and_year(plan.last_at.date()),
        time=dates.clock(plan.last_at.time()),
        place=translate(_PLACES[plan.last.place.value]),
    )


def _stick(plan: Shown) -> str:
    if plan.stick is None:
        return translate("No stick was chosen yet.")
    words = mark("{folder} (the stick is in)") if plan.stick_in else mark("{folder} (the stick is out)")
    return translate(words, folder=plan.stick)


def _missing(asks: Asks) -> RefusedError | None:
    """Give the sentence for what is missing most."""
    if asks.late:
        if asks.days is None:
            return RefusedError("There is no backup yet. Make one now.")
        return RefusedError("The last backup is {days} days old. Make one now.", days=asks.days)
    if asks.no_stick:
        return RefusedError("All backups are on this one disk. Choose a stick, and keep it elsewhere.")
    if asks.try_out:
        return RefusedError("Try out a backup once a quarter. Open one below.")
    return None
