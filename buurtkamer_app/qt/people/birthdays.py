"""Whose birthday comes in the next weeks, of who wants that known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import DialogForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.people.cards.records import Birthday
    from buurtkamer_app.qt.tasks import Tasks


class BirthdaysDialog(DialogForm):
    """A day and a name in each line."""

    form: ClassVar[str] = "people/birthdays"
    days: QLabel
    shut: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget, *, names_hidden: bool = False) -> None:
        super().__init__(parent)
        self._names_hidden = names_hidden
        self._found: Sequence[Birthday] | None = None
        self._trouble: BuurtkamerError | None = None
        self.shut.setAutoDefault(False)
        self.shut.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(32 * em, room.width()), min(30 * em, round(0.95 * room.height())))
        QShortcut(QKeySequence("F8"), self, lambda: self.hide_names(hidden=not self._names_hidden))
        self.say()
        tasks.read(lambda s: s.cards.birthdays(), while_there(self, self._show), while_there(self, self._refused))

    def say(self) -> None:
        if self._names_hidden:
            self.days.setText(translate("Names are hidden. Press F8 to see them."))
        elif self._trouble is not None:
            self.days.setText(self._trouble.sentence())
        elif self._found is not None:
            lines = [f"{dates.day_and_month(one.on)} · {one.name}" for one in self._found]
            self.days.setText("\n".join(lines) or translate("No birthdays in the coming eight weeks."))

    def hide_names(self, *, hidden: bool) -> None:
        """Show nothing of it, or show it again."""
        self._names_hidden = hidden
        self.say()

    def _show(self, found: Sequence[Birthday]) -> None:
        self._found = found
        self.say()

    def _refused(self, error: BuurtkamerError) -> None:
        self._trouble = error
        self.say()
