"""A PIN for somebody: typed twice, given, and never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks


class NewPin(Form):
    """`given` is emitted once the PIN is on record; before somebody is, none can be typed."""

    form: ClassVar[str] = "people/new_pin"
    about: QLabel
    fields: QBoxLayout
    pin: QLineEdit
    pin_again: QLineEdit
    answer: Sentence
    give: QPushButton

    given = Signal()

    def __init__(self, tasks: Tasks[Any]) -> None:
        super().__init__()
        self._tasks = tasks
        self._host: UUID | None = None
        self._has = False
        self.give.clicked.connect(self._give)
        self.pin_again.returnPressed.connect(self.give.click)
        self.say()

    def put(self, host: UUID | None, *, has: bool) -> None:
        """Show for whom a PIN is, and whether they have one."""
        self._host, self._has = host, has
        self.say()

    def say(self) -> None:
        for part in (self.pin, self.pin_again, self.give):
            part.setEnabled(self._host is not None)
        if self._host is None:
            self.about.setText(translate("Keep the card first."))
        else:
            self.about.setText(translate("There is a PIN.") if self._has else translate("There is no PIN yet."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.fields)

    def _give(self) -> None:
        host, pin = self._host, self.pin.text()
        if host is None:
            return
        if pin != self.pin_again.text():
            self.answer.trouble(RefusedError("The two PINs are not the same. Type them again."))
            return
        self.answer.clear()
        self._tasks.write(
            lambda s: s.sign_in.set_pin(host, pin),
            while_there(self, self._written),
            while_there(self, self.answer.trouble, self._tasks.troubled.emit),
        )

    def _written(self, _: Change) -> None:
        self.pin.clear()
        self.pin_again.clear()
        self.answer.tell(lambda: translate("The PIN was set."))
        self.given.emit()
