"""A button that prints one sheet of Buurt, and says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.papers import Papers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def _sheet(services: Services, name: str, day: date | None) -> Made:
    from buurtkamer_app.papers.every import EVERY
    from buurtkamer_app.papers.records import Wanted

    of = next(kind for kind in EVERY if kind.name == name)
    return of.make(services, Wanted(day or services.room.today(), of.usual))


class SheetButton(QWidget):
    """Prints the sheet of a name (`papers/every.py`); `words` is the message id of the button.

    It is the sheet of today, unless `day` gives another one when the button is pressed.
    """

    def __init__(
        self, tasks: Tasks[Any], name: str, words: str, *, day: Callable[[], date | None] | None = None
    ) -> None:
        super().__init__()
        self._tasks, self._name, self._words, self._day = tasks, name, words, day
        self.button, self.papers = QPushButton(self), Papers(tasks, self)
        self.papers.guarded = False
        self.button.setAutoDefault(False)
        dress(self.button, "print")
        column, self.row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.button)
        self.row.addStretch(1)
        column.addLayout(self.row)
        column.addWidget(self.papers)
        self.button.clicked.connect(self._print)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.button.setText(translate(self._words))

    def _print(self) -> None:
        name, then = self._name, while_there(self, self._made)
        day = self._day() if self._day is not None else None
        words = translate("The sheet is being made…")
        self._tasks.read_long(words, lambda services, _: _sheet(services, name, day), then)

    def _made(self, sheet: Made) -> None:
        self.papers.put_on([sheet])
