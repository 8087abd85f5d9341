"""Blank tally sheets with their numbers, printed; or numbers alone, to be written on sheets that lie there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.desk.folding import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_ROOM: Final = 30  # heights of a line of type: a number and two buttons beside each other


class SheetNumbers(Form):
    """Gives the next numbers, prints them where that is asked, and says which they are."""

    form: ClassVar[str] = "desk/sheet_numbers"
    giving: QBoxLayout
    count: QSpinBox
    print_blanks: QPushButton
    give: QPushButton
    given: Sentence
    printing: QBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.count.installEventFilter(self)
        self.papers = Papers(tasks, self)
        self.papers.guarded = False
        self.printing.addWidget(self.papers)
        self.give.clicked.connect(self._give)
        self.print_blanks.clicked.connect(self._print)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab goes through."""
        return self.count, self.print_blanks, self.give

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
        def given(outcome: Outcome[list[str]]) -> None:
            self._free()
            first, last = outcome.value[0], outcome.value[-1]
            if first == last:
                self.given.tell(lambda: translate("Write this number on a blank sheet: {first}", first=first))
            else:
                self.given.tell(
                    lambda: translate("Write these numbers on blank sheets: {first} to {last}", first=first, last=last)
                )

        self._numbers(given, printed=False)

    def _print(self) -> None:
        def given(outcome: Outcome[list[str]]) -> None:
            numbers = outcome.value

            def make(services: Services, _stop: threading.Event) -> list[Made]:
                from buurtkamer_app.papers.numbered import blank_tallies

                return [blank_tallies(services, numbers)]

            first, last = numbers[0], numbers[-1]
            message = mark("Numbers on the sheets: {first} to {last}")
            if first == last:
                message = mark("Number on the sheet: {first}")
            self.given.tell(lambda: translate(message, first=first, last=last))
            words = translate("The sheets are being made…")
            self._tasks.read_long(words, make, while_there(self, self._put_on), while_there(self, self._refused))

        self._numbers(given, printed=True)

    def _put_on(self, made: list[Made]) -> None:
        self._free()
        self.papers.put_on(made)

    def _numbers(self, then: Callable[[Outcome[list[str]]], None], *, printed: bool) -> None:
        """Give so many numbers; meanwhile nobody gives others."""
        count = self.count.value()
        for button in (self.give, self.print_blanks):
            button.setEnabled(False)
        self._tasks.write(
            lambda services: services.sheets.give_numbers(count, printed=printed),
            while_there(self, then),
            while_there(self, self._refused),
        )

    def _refused(self, error: BuurtkamerError) -> None:
        self._free()
        self.given.trouble(error)

    def _free(self) -> None:
        for button in (self.give, self.print_blanks):
            button.setEnabled(True)
