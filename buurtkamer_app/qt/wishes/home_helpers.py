"""Who may visit at home: the list that the coordinator keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.endings.records import HomeHelper

_ENOUGH = 26  # heights of a line of type


class HomeHelpersDialog(DialogForm):
    """Shows the list; names are put on it and taken off it."""

    form: ClassVar[str] = "wishes/home_helpers"
    fields: QBoxLayout
    name: QLineEdit
    add: QPushButton
    told: Sentence
    none: QLabel
    rows: QVBoxLayout
    shut: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._helpers: Sequence[HomeHelper] = ()
        self._made: list[QWidget] = []
        self.none.hide()
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.shut.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        tasks.changed.connect(self._look)
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(36 * em, room.width()), min(34 * em, round(0.95 * room.height())))
        self.refresh()

    def refresh(self) -> None:
        """Read the list."""
        self._tasks.read(lambda s: s.endings.home_helpers.all(), while_there(self, self._show))

    def say(self) -> None:
        discard(self.rows, self._made)
        for helper in self._helpers:
            self._made.append(self._row(helper))
            self.rows.addWidget(self._made[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.fields)

    def _row(self, helper: HomeHelper) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        row = QHBoxLayout(frame)
        named = translate("named on {day}", day=dates.day_and_date(helper.named_on))
        label = QLabel(f"{helper.name} · {named}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        off = QPushButton(translate("Take off the list"))
        off.setAutoDefault(False)
        off.setAccessibleName(f"{off.text()}: {helper.name}")
        dress(off, "xmark")
        key = helper.id
        off.clicked.connect(lambda: self._write(lambda s: s.endings.home_helpers.take_off(key)))
        row.addWidget(label, 1)
        row.addWidget(off)
        return frame

    def _show(self, helpers: Sequence[HomeHelper]) -> None:
        self._helpers = helpers
        self.none.setVisible(not helpers)
        self.say()

    def _add(self) -> None:
        typed = self.name.text()
        self._write(lambda s: s.endings.home_helpers.name(typed), clear=True)

    def _write(self, work: Any, *, clear: bool = False) -> None:
        def done(_: Change) -> None:
            self.told.clear()
            if clear:
                self.name.clear()
                self.name.setFocus()

        self._tasks.write(work, while_there(self, done), while_there(self, self.told.trouble))

    def _look(self, change: Change) -> None:
        if "home_helper" in change.kinds:
            self.refresh()
