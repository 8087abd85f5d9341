"""Who is coming in: a few letters and Enter for somebody known by name, a new name becomes known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.desk import coming
from buurtkamer_app.qt.desk.another import AnotherRow
from buurtkamer_app.qt.desk.came_in import LastArrival
from buurtkamer_app.qt.desk.suggestions import Suggestions
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.desk.coming import CameIn, Choice, Fitting
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks


class ArrivalsPanel(Panel):
    """One field: names that fit are listed under it, Enter lets the chosen one in, then the field is free again.

    `visitor_asked` gives the record of who came in last, when somebody wants to see more of them.
    """

    form: ClassVar[str] = "desk/arrivals"
    question: QLabel
    told: Sentence
    may_we: QLabel
    above: QBoxLayout
    row: QBoxLayout
    stack: QBoxLayout
    search: QLineEdit
    remember: QPushButton
    details: QPushButton

    visitor_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = False
        self._asked: Asked | None = None
        self._found: Fitting | None = None
        self._entering = False
        self._sent = ""
        self.last = LastArrival(tasks, self.told, self.may_we, self.remember, self.details)
        self.last.more.connect(self.visitor_asked)
        self.suggestions = Suggestions(self.search, self)
        self.suggestions.chosen.connect(self._choose)
        self.another = AnotherRow(self)
        self.another.chosen.connect(self._let_in)
        self.another.gave_up.connect(self.search.setFocus)
        self.stack.addWidget(self.another)
        self.search.textEdited.connect(self._seek)
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        self.remember.clicked.connect(self.search.setFocus)
        self._slash = QShortcut(QKeySequence("/"), self)
        self._slash.activated.connect(self.search.setFocus)
        self.set_actor(NOBODY)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Let this person search; with nobody signed in names are not to be seen."""
        allowed = actor.role >= Role.HOST
        self.search.setEnabled(allowed)
        self.another.allow(allowed=allowed)
        self._put(None)
        self.last.clear()
        if not allowed:
            self.told.tell(lambda: translate("Sign in first."))

    def hide_names(self, hidden: bool) -> None:
        """Show no name, except those that fit while one types."""
        self.names_hidden = hidden
        self.suggestions.hide()
        self.another.hide_names(hidden)
        self.last.hide_names(hidden)

    def say(self) -> None:
        self.question.setText(translate("Who is coming in? (key /)"))
        if self._found is not None:
            self._put(self._found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose among the names with the arrows while one types; Escape takes the list away."""
        if watched is self.search and event.type() == QEvent.Type.FocusOut:
            self.suggestions.hide()
        if watched is self.search and event.type() == QEvent.Type.FocusIn:
            # Who usually comes now is looked up before the first letter is typed; nobody waits for it.
            self.tasks.read(coming.prepare, lambda _: None, lambda _: None)
        if watched is self.search and event.type() == QEvent.Type.Move:
            self.suggestions.follow()
        if watched is not self.search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._found is not None:
            self.suggestions.step(step)
            return True
        if event.key() == Qt.Key.Key_Escape and self.suggestions.isVisible():
            self.suggestions.hide()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.above, self.row)

    def _seek(self) -> None:
        """Look for what is typed now; an answer to what was typed before is not wanted any more."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked, self._entering = None, False
        typed = self.search.text()
        self._found = None
        if not typed.strip():
            self._put(None)
            return
        self._asked = self.tasks.read(lambda services: coming.find(services, typed), self._answer)

    def _answer(self, found: Fitting) -> None:
        self._put(found)
        if self._entering:
            self._entering = False
            self._enter()

    def _put(self, found: Fitting | None) -> None:
        self._found = found
        rows = [(choice.say(), choice) for choice in found.rows] if found else []
        # Of two who have one name Enter must not choose: nobody would see that it was the other one.
        self.suggestions.put(rows, chosen=-1 if found and found.alike > 1 else 0)

    def _enter(self) -> None:
        """Let in who is chosen; when the names are still being looked up, who will stand first."""
        if self._found is None:
            self._entering = bool(self.search.text().strip()) and self._asked is not None
        elif (choice := self.suggestions.current()) is not None:
            self._choose(choice)
        else:
            self.last.clear()
            count, name = self._found.alike, coming.shown(self._found.rows[0].name)
            message = "There are {count} people called {name}. Choose with the arrows or click."
            self.told.tell(lambda: translate(message, count=count, name=name))
            self.suggestions.show()

    def _choose(self, choice: Choice) -> None:
        if choice.another and not choice.hint:
            self._put(None)
            self.another.ask(choice.name)
        else:
            self._let_in(choice)

    def _let_in(self, choice: Choice) -> None:
        self._sent = self.search.text()
        # Enter a second time waits for nothing and lets nobody in twice.
        self._put(None)
        self._asked = None
        trouble = self.another.refused if choice.another else self.last.refused
        self.tasks.write(lambda services: coming.come_in(services, choice), self._is_in, trouble)

    def _is_in(self, outcome: Outcome[CameIn]) -> None:
        if self.another.is_asking():
            self.another.done()
            self.search.setFocus()
        self.last.show(outcome.value)
        if self.search.text() == self._sent:
            self.search.clear()
