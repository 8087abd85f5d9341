"""Help that somebody who is in already asks for: one button counts it at once, what it is about may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.desk.help_topics import HelpTopics
from buurtkamer_app.qt.keys import hear
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.terms import HelpTopic
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def _today(services: Services) -> int:
    today = services.room.today()
    return sum(services.desk.help_asked(today, today).values())


class HelpPanel(Panel):
    """The button and, after a press, the topics over the page; a press is only shown as counted when it is on disk."""

    form: ClassVar[str] = "desk/help_asked"
    kinds: ClassVar[frozenset[str]] = frozenset({"help_asked"})
    ask: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.counted: int | None = None
        self.pending = 0
        self._asked: UUID | None = None
        self.topics = HelpTopics(self.ask, self)
        self.topics.chosen.connect(self._set)
        self.topics.left.connect(self._leave)
        self.topics.installEventFilter(self)
        self.ask.clicked.connect(self._count)
        hear(self, "+", self._press)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look_elsewhere)
        self.say()

    def refresh(self) -> None:
        self.tasks.read(_today, self._show)

    def say(self) -> None:
        word, key = translate("+ Question"), translate("(key {key})", key="+")
        number = "" if self.counted is None else str(self.counted)
        waiting = "…" if self.pending else ""
        self.ask.setText(f"{word}  {number}{waiting}  {key}")
        told = (word, number, translate("being counted…") if self.pending else "", "+")
        self.ask.setAccessibleName(", ".join(part for part in told if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the topics stay under the button."""
        super().resizeEvent(event)
        if self.topics.isVisible():
            self.topics.lie_under_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take the topics away."""
        if event.key() == Qt.Key.Key_Escape and self.topics.isVisible():
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Escape in the topics, too: they lie on the page, not in here."""
        if watched is self.topics and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
        return False

    def _press(self) -> None:
        self.ask.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask.click()

    def _count(self) -> None:
        self.pending += 1
        self.say()
        self._asked = None
        self.topics.hide()

        def refused(error: BuurtkamerError) -> None:
            self.pending -= 1
            self.say()
            self.tasks.troubled.emit(error)

        self.tasks.write(lambda services: services.desk.ask_help(), self._counted, refused)

    def _counted(self, outcome: Outcome[UUID]) -> None:
        self.pending -= 1
        self.counted = (self.counted or 0) + 1
        self.say()
        self._asked = outcome.value
        self.topics.lie_under_button()
        self.topics.show()

    def _set(self, topic: HelpTopic) -> None:
        asked = self._asked
        self._leave()
        if asked is not None:
            self.tasks.write(lambda services: services.desk.set_topic(asked, topic), lambda _: None)

    def _leave(self) -> None:
        """Take the topics away; the focus goes back to the button, where it came from."""
        self._asked = None
        if self.topics.isAncestorOf(QApplication.focusWidget() or self):
            self.ask.setFocus()
        self.topics.hide()

    def _look_elsewhere(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take the topics away when somebody goes on with something else."""
        if now is not None and now is not self.ask and self.topics.isVisible() and not self.topics.isAncestorOf(now):
            self.topics.hide()

    def _show(self, counted: int) -> None:
        self.counted = counted
        self.say()
