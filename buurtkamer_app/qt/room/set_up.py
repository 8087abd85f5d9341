"""Setting up a room in five calm steps; going back loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.room.set_up_code import CodeStep
from buurtkamer_app.qt.room.set_up_second import SecondStep
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

    `second_asked` gives the name and the words of a second key holder; then `show_second` or `refuse` is called.
    `archive_asked` and `backup_asked` are of who has a room already, on another computer; `review_asked` of a
    professional, who has none.
    The tasks must be open by then, since the sheet with the code is made on their reading thread.
    """

    form: ClassVar[str] = "room/set_up"
    step: QLabel
    title: QLabel
    steps: QVBoxLayout
    answer: Sentence
    archive: QPushButton
    backup: QPushButton
    review: QPushButton
    back: QPushButton
    next: QPushButton

    room_asked = Signal(object)
    second_asked = Signal(str, str)
    archive_asked = Signal()
    backup_asked = Signal()
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
        self.second = SecondStep(tasks, draw, acceptable)
        self._all: tuple[WhereStep | HoursStep | KeysStep | CodeStep | SecondStep, ...] = (
            self.where,
            self.hours,
            self.keys,
            self.code,
            self.second,
        )
        for part in self._all:
            self.steps.addWidget(part)
        self._at = 0
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(self._on)
        self.archive.clicked.connect(self.archive_asked)
        self.backup.clicked.connect(self.backup_asked)
        self.review.clicked.connect(self.review_asked)
        self.code.have.toggled.connect(self.say)
        self.second.slip.have.toggled.connect(self.say)
        self.second.later.clicked.connect(self.done)
        self._go(0)

    def say(self) -> None:
        part, last = self._all[self._at], self._all[self._at] is self.second
        self.step.setText(translate("Step {step} of {steps}", step=self._at + 1, steps=len(self._all)))
        self.title.setText(translate(part.title))
        ready = translate("Ready") if self.second.made else translate("Make this key")
        self.next.setText(ready if last else translate("Next"))
        paper = self.code.have if part is self.code else self.second.slip.have
        self.next.setEnabled(paper.isChecked() or not (part is self.code or (last and self.second.made)))
        # A room that was made cannot be set up otherwise: Beheer changes it.
        self.back.setVisible(self._at > 0 and part not in {self.code, self.second})
        self.archive.setVisible(self._at == 0)
        self.backup.setVisible(self._at == 0)
        self.review.setVisible(self._at == 0)

    def show_code(self, code: str, on: date) -> None:
        """Show the recovery code of the room that was made on this day."""
        self.code.show_code(self.where.facts().name, code, on)
        self._busy(busy=False)
        self._go(self._all.index(self.code))

    def show_second(self) -> None:
        """Show the words of the second key holder, to be printed."""
        self._busy(busy=False)
        self.second.show_made()
        self.say()

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
        second = self.second.second_name
        field = (self.where.name, self.hours.rows[0][0], self.keys.name, self.code.print_now, second)[self._at]
        field.setFocus()

    def _on(self) -> None:
        part = self._all[self._at]
        if isinstance(part, CodeStep):
            self._go(self._at + 1)
        elif part is self.second and self.second.made:
            self.done.emit()
        elif (wrong := part.wrong()) is not None:
            self._point(wrong)
        elif part is self.second:
            self._busy(busy=True)
            self.second_asked.emit(self.second.second_name.text(), self.second.second_words.text())
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
            made = (
                mark("The key is being made…")
                if self._all[self._at] is self.second
                else mark("The room is being made…")
            )
            self.answer.tell(lambda: translate(made))
        else:
            self.answer.clear()
