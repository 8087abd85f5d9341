"""Who is coming in: a few letters and Enter for somebody known by name, a new name becomes known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.suggestions import Suggestions
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import time

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Asked, Tasks
    from buurtkamer_app.startup import Services

_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class _Found:
    """Names that fit what was typed, and what was typed as a new name unless it is one of them."""

    names: tuple[str, ...]
    new: str


@dataclass(frozen=True, slots=True)
class _CameIn:
    """Who came in, since when on the room's clock, and whether they were in already."""

    name: str
    since: time
    again: bool


def _find(services: Services, typed: str) -> _Found:
    from buurtkamer_app.base.letters import tidy, words

    names = tuple(visitor.name for visitor in services.people.find(typed, _MOST))
    known = any(words(name) == words(typed) for name in names)
    return _Found(names, "" if known else tidy(typed))


def _come_in(services: Services, name: str) -> Outcome[_CameIn]:
    outcome = services.desk.come_in([name])
    arrival = outcome.value[0]
    since = arrival.since.astimezone(services.room.zone)
    return Outcome(outcome.change, _CameIn(arrival.name, since.time(), arrival.again))


class ArrivalsPanel(Panel):
    """One field: names that fit are listed under it, Enter lets the chosen one in, then the field is free again."""

    form: ClassVar[str] = "desk/arrivals"
    question: QLabel
    told: Sentence
    search: QLineEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = False
        self._asked: Asked | None = None
        self._found: _Found | None = None
        self._entering = False
        self._sent = ""
        self._last: _CameIn | None = None
        self.suggestions = Suggestions(self.search, self)
        self.suggestions.chosen.connect(self._let_in)
        self.search.textEdited.connect(self._seek)
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        self._slash = QShortcut(QKeySequence("/"), self)
        self._slash.activated.connect(self.search.setFocus)
        self.set_actor(NOBODY)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Let this person search; with nobody signed in names are not to be seen."""
        allowed = actor.role >= Role.HOST
        self.search.setEnabled(allowed)
        self._put(None)
        self._last = None
        if allowed:
            self.told.clear()
        else:
            self.told.tell(lambda: translate("Sign in first."))

    def hide_names(self, hidden: bool) -> None:
        """Show no name, except those that fit while one types."""
        self.names_hidden = hidden
        self.suggestions.hide()
        if self._last is not None:
            self.told.tell(self._say_last)

    def say(self) -> None:
        self.question.setText(translate("Who is coming in? (key /)"))
        if self._found is not None:
            self._put(self._found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose among the names with the arrows while one types; Escape takes the list away."""
        if watched is self.search and event.type() == QEvent.Type.FocusOut:
            self.suggestions.hide()
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
        self._asked = self.tasks.read(lambda services: _find(services, typed), self._answer)

    def _answer(self, found: _Found) -> None:
        self._put(found)
        if self._entering:
            self._entering = False
            self._enter()

    def _put(self, found: _Found | None) -> None:
        self._found = found
        rows = [(name, name) for name in found.names] if found else []
        if found and found.new:
            rows.append((translate("New: {name} – Enter", name=found.new), found.new))
        self.suggestions.put(rows)

    def _enter(self) -> None:
        """Let in who is chosen; when the names are still being looked up, who will stand first."""
        if self._found is None:
            self._entering = bool(self.search.text().strip()) and self._asked is not None
            return
        if (name := self.suggestions.current()) is not None:
            self._let_in(name)

    def _let_in(self, name: str) -> None:
        self._sent = self.search.text()
        # Enter a second time waits for nothing and lets nobody in twice.
        self._put(None)
        self._asked = None
        self.tasks.write(lambda services: _come_in(services, name), self._is_in, self._refused)

    def _is_in(self, outcome: Outcome[_CameIn]) -> None:
        self._last = outcome.value
        self.told.tell(self._say_last)
        if self.search.text() == self._sent:
            self.search.clear()

    def _refused(self, error: BuurtkamerError) -> None:
        self._last = None
        self.told.trouble(error)

    def _say_last(self) -> str:
        if self._last is None:
            return ""
        since = dates.clock(self._last.since)
        if self.names_hidden:
            again = translate("This visitor is in already, since {time}", time=since)
            return again if self._last.again else translate("This visitor is in")
        if self._last.again:
            return translate("{name} is in already, since {time}", name=self._last.name, time=since)
        return translate("{name} is in", name=self._last.name)
