"""The typed texts of a log one by one: what is decided about each is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.exchange.line_walk import LineWalk
from buurtkamer_app.qt.exchange.log_line import LogLine
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.keys import hear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.exchange.log.draft import CleanedText, Decision
    from buurtkamer_app.qt.tasks import Tasks


class LogLines(Form):
    """Goes through the lines; no lock or crash loses what was decided. `decided` is heard after each, and "undo"."""

    form: ClassVar[str] = "exchange/log_lines"
    stack: QVBoxLayout
    at: QLabel
    previous: QPushButton
    following: QPushButton
    every: QCheckBox

    decided = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.walk = LineWalk()
        self.one = LogLine()
        self._waits = False
        self.stack.insertWidget(1, self.one)
        self.one.wanted.connect(self._want)
        self.previous.clicked.connect(lambda: self._go(-1))
        self.following.clicked.connect(lambda: self._go(1))
        self.every.toggled.connect(self._change_way)
        for key in ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter"):
            # Elsewhere on the page Enter does what it does there.
            hear(self, key, self._press_good).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        tasks.changed.connect(self._look)
        self.say()

    def put(self, lines: Sequence[CleanedText]) -> None:
        """Show the lines of a draft; the one that is looked at stays."""
        self.walk.put(lines)
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide what was typed; while it is hidden nothing is decided."""
        self.one.names_hidden = hidden
        self.say()

    def start(self, *, focus: bool) -> None:
        """Begin where nobody looked yet; with `focus` Enter says good, else whoever types elsewhere goes on there."""
        self.walk.begin()
        self.say()
        if focus:
            self.one.good.setFocus()

    def say(self) -> None:
        walk = self.walk
        self.one.show_line(walk.line)
        for button in (self.previous, self.following):
            button.setVisible(walk.count > 1)
        self.previous.setEnabled(walk.place > 0)
        self.following.setEnabled(walk.place < walk.count - 1)
        if walk.line is not None:
            self.at.setText(translate("Line {place} of {count}", place=walk.place + 1, count=walk.count))
        else:
            self.at.setText(translate("Every line was looked at.") if walk.lines else "")

    def _press_good(self) -> None:
        """Press the button that has the keyboard: Enter says good only where none of the others has it."""
        focus = self.focusWidget()
        button = focus if isinstance(focus, QPushButton) else self.one.good
        if button.isVisible() and not self._waits:
            button.click()

    def _change_way(self, every: bool) -> None:
        self.walk.every = every
        self.walk.begin()
        self.say()

    def _go(self, by: int) -> None:
        self.walk.go(by)
        self.say()

    def _want(self, decision: Decision) -> None:
        """Keep a decision; what had to be taken out of own words is shown first."""
        line = self.walk.line
        if line is None or self._waits:
            return
        if not decision.text or (line.decision is not None and line.decision.text == decision.text):
            self._keep(line, decision)
            return

        def cleaned(words: str) -> None:
            self._waits = False
            if words == decision.text:
                self._keep(line, decision)
            else:
                self.one.propose(words)

        self._waits = True
        asked = while_there(self, cleaned)
        self.tasks.read(lambda services: services.exchange.cleaned_again(decision.text), asked, self._refuse)

    def _keep(self, line: CleanedText, decision: Decision) -> None:
        self._waits = True
        kept = {line.digest: decision}

        def told(_: object) -> None:
            self._waits = False
            self.walk.take(self.walk.decisions() | kept)
            self.one.done()
            if self.walk.line is not None and self.walk.line.digest == line.digest:
                self.walk.go_on()
            self.say()
            if self.focusWidget() is self.window().focusWidget():
                self.one.good.setFocus()
            self.decided.emit()

        self.tasks.write(lambda services: services.exchange.decide(kept), while_there(self, told), self._refuse)

    def _refuse(self, error: BuurtkamerError) -> None:
        self._waits = False
        self.one.answer.trouble(error)

    def _look(self, change: Change) -> None:
        """Read again what was decided: "undo" may have taken it back, or another desk did it."""
        if "approved_text" in change.kinds and self.walk.lines:
            self.tasks.read(lambda services: services.exchange.decisions(), while_there(self, self._heard))

    def _heard(self, decisions: Mapping[bytes, Decision]) -> None:
        if not self._waits and self.walk.take(decisions):
            self.say()
            self.decided.emit()
