"""A group of fields of a card: what is typed stays until it is kept, and keeping it is one step to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from buurtkamer_app.base.i18n import language
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.people.card_line import show_lines
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.wheel import let_scroll

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.people.card_line import CardLine
    from buurtkamer_app.qt.tasks import Tasks

R = TypeVar("R")


class CardGroup(Form, Generic[R]):
    """Who inherits says how a record stands in the fields (`fill`), and what keeps them (`keeping`).

    `touched` is true from the first key typed until the fields are kept; what is read anew then leaves them be.
    """

    keep: QPushButton
    put_back: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.host: UUID | None = None
        self.record: R | None = None
        self.touched = False
        self._today: date | None = None
        self._filling = False
        self._lines: list[CardLine] = []
        self._pair = self.findChildren(QBoxLayout, "pair") + self.findChildren(QBoxLayout, "period")
        self.keep.clicked.connect(lambda _=False: self.save())
        self.put_back.clicked.connect(lambda _=False: self._put_back())
        self.put_back.hide()
        for field in self.findChildren(QLineEdit):
            # The fields for days and numbers have one inside, which speaks for itself.
            if field.parent() is self:
                field.textEdited.connect(lambda _: self.touch())
                field.returnPressed.connect(self.save)
        for box in self.findChildren(QAbstractButton):
            if box.isCheckable():
                box.clicked.connect(lambda _=False: self.touch())
        for choice in self.findChildren(QComboBox):
            choice.activated.connect(lambda _: self.touch())
        for number in self.findChildren(QSpinBox):
            number.valueChanged.connect(lambda _: self.touch())
        for day in self.findChildren(QDateEdit):
            day.dateChanged.connect(lambda _: self.touch())
        let_scroll(self)
        _speak(self)

    def fill(self, record: R, today: date) -> None:
        """Put what is on record into the fields."""
        raise NotImplementedError

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        """Give what keeps what stands in the fields now."""
        raise NotImplementedError

    def unkept(self) -> bool:
        """Tell whether something was typed that would be lost."""
        return self.touched

    def put(self, host: UUID, record: R, today: date) -> None:
        """Show what is kept of a host; of the same one what is being typed stays as it is."""
        if self.host != host:
            self._touched(False)
            self.answer.clear()
        self.host, self.record, self._today = host, record, today
        if not self.touched:
            self._filling = True
            self.fill(record, today)
            self._filling = False
        self.say()

    def touch(self) -> None:
        """Hear that somebody types or chooses here."""
        if not self._filling:
            self._touched(True)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keep what stands here, and go on with `then`; a refusal is said here, and nothing goes on."""
        if self.host is None:
            return

        def kept(_: object) -> None:
            self.answer.clear()
            self.after()
            if then is not None:
                then()

        self._touched(False)
        self.tasks.write(self.keeping(self.host), while_there(self, kept), while_there(self, self._refused))

    def after(self) -> None:
        """Do what is to be done once it is kept."""

    def show_lines(self, into: QBoxLayout, lines: Sequence[CardLine]) -> None:
        """Show these lines in the group instead of those before; the keyboard stays where it was."""
        show_lines(into, self._lines, lines, self.keep)

    def write(self, work: Callable[[Any], object]) -> None:
        """Let something of a line be done; a refusal is said here."""
        self.tasks.write(work, while_there(self, lambda _: self.answer.clear()), while_there(self, self.answer.trouble))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, *self._pair)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            _speak(self)
        super().changeEvent(event)

    def _touched(self, touched: bool) -> None:
        self.touched = touched
        self.put_back.setVisible(touched)
        QWidget.setTabOrder(self.keep, self.put_back)

    def _put_back(self) -> None:
        """Let go of what was typed: what is on record stands in the fields again."""
        self._touched(False)
        self.answer.clear()
        if self.host is not None and self.record is not None and self._today is not None:
            self.put(self.host, self.record, self._today)
        self.keep.setFocus()

    def _refused(self, error: BuurtkamerError) -> None:
        self._touched(True)
        self.answer.trouble(error)
        self.keep.setFocus()


def _speak(group: QWidget) -> None:
    """Let days be said in the language of the moment."""
    for day in group.findChildren(QDateEdit):
        day.setLocale(QLocale(language()))
