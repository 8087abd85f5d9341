"""The notice for the door of a date that moved or does not go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.papers import Papers

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def notice(services: Services, entry: Occurrence) -> Made:
    """Make the notice."""
    from buurtkamer_app.papers.doors import of_occurrence

    return of_occurrence(services, entry)


class DoorNoticeButton(QWidget):
    """Offers the notice while there is one to hang up."""

    def __init__(self, tasks: Tasks[Any]) -> None:
        super().__init__()
        self._tasks = tasks
        self._entry: Occurrence | None = None
        self.button, self.papers = QPushButton(self), Papers(tasks, self)
        self.button.setAutoDefault(False)
        dress(self.button, "print")
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.papers)
        self.button.clicked.connect(self._print)
        self.hide()

    def put(self, entry: Occurrence) -> None:
        """Hear which date is looked at."""
        self._entry = entry
        moved = entry.rule_date is not None and entry.rule_date != entry.on
        self.button.setText(translate("Notice for the door"))
        self.setVisible(moved or not entry.goes_on)

    def _print(self) -> None:
        entry = self._entry
        if entry is not None:
            words = translate("The notice is being made…")
            self._tasks.read_long(words, lambda services, _: notice(services, entry), while_there(self, self._made))

    def _made(self, sheet: Made) -> None:
        self.papers.put_on([sheet])
