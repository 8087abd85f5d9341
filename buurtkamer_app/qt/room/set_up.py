"""Setting up a room in four calm steps; going back loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.room.set_up_code import CodeStep
from buurtkamer_app.qt.room.set_up_steps import HoursStep, KeysStep, WhereStep, Wrong
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.room.starting import NewRoom

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks


class SetUp(Form):
    """`room_asked` gives the `NewRoom`; whoever makes it calls `show_code` or `refuse`. `done` comes at the end.

    `archive_asked` is of who has a room already, on another computer; `review_asked` of a professional, who has none.
    The tasks must be open by then, since the sheet with the code is made on their reading thread.
    """

    form: ClassVar[str] = "room/set_up"
    step: QLabel
    title: QLabel
    steps: QVBoxLayout
    answer: Sentence
    archive: QPushButton
    review: QPushButton
    back: QPushButton
    next: QPushButton

    room_asked = Signal(object)
    archive_asked = Signal()
    review_asked = Signal()
    done = Signal()

    def __init__(
        self,
        tasks: Tasks[Any],
        draw: Callable[[], str],
        acceptable: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.where, self.hours, self.keys = WhereStep(), HoursStep(), KeysStep(draw, acceptable)
        self.code = CodeStep(tasks)
        self._all: tuple[WhereStep | HoursStep | KeysStep | CodeStep, ...] = (
            self.where,
            self.hours,
            self.keys,
            self.code,
        )
        for part in self._all:
            self.steps.addWidget(part)
        self._at = 0
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(self._on)
        self.archive.clicked.connect(self.archive_asked)
        self.review.clicked.connect(self.review_asked)
        self.code.have.toggled.connect(self.say)
        self._go(0)

    def say(self) -> None:
        last = self._at == len(self._all) - 1
        self.step.setText(translate("Step {step} of {steps}", step=self._at + 1, steps=len(self._all)))
        self.title.setText(translate(self._all[self._at].title))
        self.next.setText(translate("Ready") if last else translate("Next"))
        self.next.setEnabled(not last or self.code.have.isChecked())
        # A room that was made cannot be set up otherwise: Beheer changes it.
        self.back.setVisible(self._at > 0 and not last)
        self.archive.setVisible(self._at == 0)
        self.review.setVisible(self._at == 0)

    def show_code(self, code: str, on: date) -> None:
        """Show the recovery code of the room that was made on this day."""
        self.code.show_code(self.where.facts().name, code, on)
        self._busy(busy=False)
        self._go(len(self._all) - 1)

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why the room could not be made; everything that was typed stays."""
        self._busy(busy=False)
        self._under(self)
        self.answer.trouble(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first()

    def _go(self, at: int) -> None:
        self._at = at
        for number, part in enumerate(self._all):
            part.setVisible(number == at)
        self._under(self)
        self.answer.clear()
        self.say()
        self._first()

    def _first(self) -> None:
        field = (self.where.name, self.hours.rows[0][0], self.keys.name, self.code.print_now)[self._at]
        field.setFocus()

    def _on(self) -> None:
        part = self._all[self._at]
        if isinstance(part, CodeStep):
            self.done.emit()
            return
        if (wrong := part.wrong()) is not None:
            self._point(wrong)
        elif part is self.keys:
            self._busy(busy=True)
            keys = self.keys
            facts, hours = self.where.facts(), self.hours.hours()
            self.room_asked.emit(NewRoom(facts, hours, keys.name.text(), keys.pin.text(), keys.words.text()))
        else:
            self._go(self._at + 1)

    def _point(self, wrong: Wrong) -> None:
        """Say what is wrong right under its field, and go there."""
        self._under(wrong.field)
        self.answer.trouble(wrong.error)
        wrong.field.setFocus()

    def _under(self, field: QWidget) -> None:
        """Let the sentence stand with a field; with the steps as a whole when it is about no field."""
        beside = self.findChild(QLayout, f"{field.objectName()}_field")
        (beside if isinstance(beside, QVBoxLayout) else self.steps).addWidget(self.answer)

    def _busy(self, *, busy: bool) -> None:
        """Say that it takes a second, in which nobody asks twice."""
        for button in (self.back, self.next):
            button.setEnabled(not busy)
        if busy:
            self._under(self)
            self.answer.tell(lambda: translate("The room is being made…"))
        else:
            self.answer.clear()
