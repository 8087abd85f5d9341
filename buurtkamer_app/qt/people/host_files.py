"""The hosts to a file, and a list from a file after a look at it, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QPushButton, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.hosts.records import HEADS, FoundHost, Kind
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.exchange.hosts.records import Looked
    from buurtkamer_app.qt.tasks import Tasks

# In lines of type: how much of the list is in sight, and how large the dialog wants to be.
_SEEN: Final = 12
_WIDE: Final = 60
_HIGH: Final = 34


class HostFilesDialog(DialogForm):
    """For the coordinator; `dialog` is the one in which a file is chosen, while it is open."""

    form: ClassVar[str] = "people/host_files"
    columns: QBoxLayout
    every_number: QCheckBox
    spreadsheet: QPushButton
    table: QPushButton
    cards: QPushButton
    saved: Sentence
    choose: QPushButton
    answer: Sentence
    columns_told: QLabel
    lines: QTableView
    bring_in: QPushButton
    close_button: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._looked: Looked | None = None
        self.dialog: QFileDialog | None = None
        self.model = RecordsModel[FoundHost](
            (
                Column(mark("Line"), lambda line: str(line.number), figures=True),
                Column(mark("Name"), lambda line: line.name or "–"),
                Column(mark("What happens"), _what),
            ),
            self,
        )
        show_in(self.lines, self.model)
        share_width(self.lines, (1, 2))
        for button, ending in ((self.spreadsheet, ".xlsx"), (self.table, ".csv"), (self.cards, ".vcf")):
            button.clicked.connect(lambda _=False, ending=ending: self._ask_where(ending))
        self.choose.clicked.connect(self._ask_which)
        self.bring_in.clicked.connect(self._bring_in)
        self.close_button.clicked.connect(self.reject)
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self._show(None)

    def say(self) -> None:
        self.model.say()
        self.lines.viewport().update()
        looked = self._looked
        told = [
            translate("“{head}” is read as {field}.", head=head, field=translate(HEADS[field]).lower())
            for field, head in (looked.columns if looked is not None else ())
        ]
        if looked is not None and looked.unknown:
            told.append(translate("Not used: {heads}.", heads=", ".join(looked.unknown)))
        self.columns_told.setText(" ".join(told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let some lines be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        self.lines.setMinimumHeight(_SEEN * self.lines.fontMetrics().height())

    def look_at(self, path: Path) -> None:
        """Show what bringing in a file would do."""
        self.answer.clear()
        self._tasks.read(lambda s: s.host_files.look(path), while_there(self, self._show), self._refused)

    def save_to(self, path: Path) -> None:
        """Write the hosts to a file."""
        every = self.every_number.isChecked()
        self.saved.clear()
        self._tasks.read(
            lambda s: s.host_files.write(path, every_number=every),
            while_there(self, lambda at: self.saved.tell(lambda: translate("Saved as {file}", file=at.name))),
            while_there(self, self.saved.trouble),
        )

    def _show(self, looked: Looked | None) -> None:
        self._looked = looked
        self.model.put(looked.lines if looked is not None else ())
        for part in (self.columns_told, self.lines, self.bring_in):
            part.setVisible(looked is not None)
        doing = {Kind.NEW, Kind.CHANGED}
        self.bring_in.setEnabled(looked is not None and any(line.kind in doing for line in looked.lines))
        self.say()

    def _refused(self, error: BuurtkamerError) -> None:
        while_there(self, self._trouble)(error)

    def _trouble(self, error: BuurtkamerError) -> None:
        self._show(None)
        self.answer.trouble(error)

    def _ask_where(self, ending: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(folder) / f"{translate('Hosts')}{ending}"
        self.dialog = dialogs.save_as(self, proposed, ending.removeprefix(".").upper(), self.save_to)

    def _ask_which(self) -> None:
        self.dialog = dialogs.open_one(self, translate("List of hosts"), ".xlsx *.csv *.vcf", self.look_at)

    def _bring_in(self) -> None:
        if self._looked is not None:
            lines = self._looked.lines
            self._tasks.write(
                lambda s: s.host_files.bring_in(lines),
                while_there(self, self._brought),
                while_there(self, self._trouble),
            )

    def _brought(self, _: object) -> None:
        self._show(None)
        self.answer.tell(lambda: translate("The hosts are on record now. You can still undo it."))


def _what(line: FoundHost) -> str:
    if line.why is not None:
        return translate("Cannot: {why}", why=line.why.sentence())
    if line.kind is Kind.NEW:
        return translate("New")
    if line.kind is Kind.SAME:
        return translate("Stays as it is")
    return translate("Changes: {fields}", fields=", ".join(translate(HEADS[field]).lower() for field in line.changes))
