"""Numbers for blank tally sheets, to be written on them by hand until the sheet itself is printed with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.desk.folding import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks

_ROOM: Final = 18  # heights of a line of type: a number and a button beside each other


class SheetNumbers(Form):
    """Gives the next numbers, and says which."""

    form: ClassVar[str] = "desk/sheet_numbers"
    giving: QBoxLayout
    count: QSpinBox
    give: QPushButton
    given: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.count.installEventFilter(self)
        self.give.clicked.connect(self._give)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.giving, _ROOM)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give numbers with Enter, and press no other button."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        self.give.click()
        return True

    def _give(self) -> None:
        count = self.count.value()
        self.give.setEnabled(False)

        def given(outcome: Outcome[list[str]]) -> None:
            self.give.setEnabled(True)
            first, last = outcome.value[0], outcome.value[-1]
            if first == last:
                self.given.tell(lambda: translate("Write this number on a blank sheet: {first}", first=first))
            else:
                self.given.tell(
                    lambda: translate("Write these numbers on blank sheets: {first} to {last}", first=first, last=last)
                )

        self._tasks.write(lambda services: services.sheets.give_numbers(count), given, self.given.trouble)
