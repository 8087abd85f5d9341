"""Who takes the task that is chosen: whoever may like it, the name that is written down, and when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.dates import day_and_year
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.neighbourhood.living.records import TaskSeen
    from buurtkamer_app.qt.tasks import Tasks

_ENOUGH: Final = 20  # lines of type in width for the buttons beside each other


class TaskTaking(Form):
    """Stands under the list of tasks; says what to do first while none is chosen."""

    form: ClassVar[str] = "neighbourhood/task_taking"
    choose_first: QLabel
    hidden_names: QLabel
    perhaps: QLabel
    asking: QFrame
    who: QLineEdit
    contact: QLineEdit
    has: QLabel
    answer: Sentence
    buttons: QBoxLayout
    take: QPushButton
    give_back: QPushButton
    end: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._seen: TaskSeen | None = None
        self._hidden = False
        self.take.clicked.connect(self._take)
        self.who.returnPressed.connect(self.take.click)
        self.contact.returnPressed.connect(self.take.click)
        self.give_back.clicked.connect(lambda _=False: self._do(lambda s, key: s.living.give_back_task(key)))
        self.end.clicked.connect(lambda _=False: self._do(lambda s, key: s.living.end_task(key)))
        self.say()

    def put(self, seen: TaskSeen | None) -> None:
        """Be about a task; what was typed for another one does not go along."""
        other = (seen.id if seen else None) != (self._seen.id if self._seen else None)
        self._seen = seen
        if other:
            self.who.clear()
            self.contact.clear()
            self.answer.clear()
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Show nobody's name, and let none be typed."""
        self._hidden = hidden
        self.say()

    def say(self) -> None:
        task = self._seen.it if self._seen else None
        free = task is not None and task.is_open
        self.choose_first.setVisible(task is None)
        self.hidden_names.setVisible(task is not None and self._hidden)
        self.asking.setVisible(free and not self._hidden)
        self.take.setVisible(free and not self._hidden)
        self.give_back.setVisible(task is not None and not free)
        self.end.setVisible(task is not None and task.ended_on is None)
        self.perhaps.setText(breakable(_perhaps(self._seen)))
        self.perhaps.setVisible(bool(self.perhaps.text()) and not self._hidden)
        self.has.setText(breakable(_has(self._seen)))
        self.has.setVisible(bool(self.has.text()) and not self._hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.buttons)

    def _take(self) -> None:
        who, contact = self.who.text(), self.contact.text()
        self._do(lambda services, key: services.living.take_task(key, who, contact))

    def _do(self, work: Callable[[Any, UUID], Change]) -> None:
        if (seen := self._seen) is not None:
            self.answer.clear()
            trouble = while_there(self, self.answer.trouble)
            self._tasks.write(lambda services: work(services, seen.id), while_there(self, self._done), trouble)

    def _done(self, _: Change) -> None:
        self.who.clear()
        self.contact.clear()


def _perhaps(seen: TaskSeen | None) -> str:
    """Say who may like it, and why."""
    if seen is None or not seen.perhaps:
        return ""
    names = ", ".join(f"{one.name} ({one.said})" for one in seen.perhaps)
    return translate("Perhaps, as they said what they can: {names}", names=names)


def _has(seen: TaskSeen | None) -> str:
    """Say who has it since when, and how to reach them."""
    if seen is None or seen.it.taken_on is None:
        return ""
    words = translate("{name} has it since {day}", name=seen.it.taken_by, day=day_and_year(seen.it.taken_on))
    return f"{words} · {seen.it.contact}" if seen.it.contact else words
