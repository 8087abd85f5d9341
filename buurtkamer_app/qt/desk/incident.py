"""An incident as it is written down: what it was, when, the facts, who was called, who saw it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDateEdit, QLabel, QLineEdit, QPlainTextEdit, QTimeEdit

from buurtkamer_app.base.errors import BuurtkamerError, RefusedError
from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns import rules
from buurtkamer_app.desk.concerns.records import NewIncident
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.wishes.rules import LONGEST_TEXT

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

INCIDENTS: Final = {
    IncidentKind.FALL: mark("Somebody fell"),
    IncidentKind.QUARREL: mark("A quarrel"),
    IncidentKind.THEFT: mark("A theft"),
    IncidentKind.OTHER: mark("Something else"),
}
_LINES: Final = 4
_ENOUGH: Final = 26  # lines of type wide: a dialog is narrower than a page


class IncidentForm(Form):
    """Holds what is typed of an incident; what is refused stays, with the reason under it."""

    form: ClassVar[str] = "desk/incident"
    row: QBoxLayout
    kind: QComboBox
    on: QDateEdit
    at: QTimeEdit
    hidden: QLabel
    facts: QPlainTextEdit
    called: QLineEdit
    witness: QLineEdit
    trouble: Sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        Careful(self.called)
        Careful(self.witness)
        for kind in INCIDENTS:
            self.kind.addItem("", kind)
        self.facts.textChanged.connect(self._warn)
        self.called.textChanged.connect(self._warn)
        self.witness.textChanged.connect(self._warn)
        self.hide_names(False)
        self.say()

    def know(self, now: datetime) -> None:
        """Take in what time it is in the room: that is proposed, without its seconds."""
        show_day(self.on, now.date())
        self.at.setTime(QTime(now.hour, now.minute))

    def new(self) -> NewIncident:
        """Give what was typed."""
        at = self.at.time()
        kind = IncidentKind(self.kind.currentData())
        facts, on = self.facts.toPlainText(), as_date(self.on)
        return NewIncident(kind, facts, on, time(at.hour(), at.minute()), self.called.text(), self.witness.text())

    def refuse(self, error: BuurtkamerError) -> None:
        """Say what is wrong."""
        self.trouble.trouble(error)

    def clear(self) -> None:
        """Let go of what was typed: it is kept."""
        for field in (self.called, self.witness, self.facts):
            field.clear()

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of what is typed."""
        self.hidden.setVisible(hidden)
        for field in (self.facts, self.called, self.witness):
            field.setHidden(hidden)

    def say(self) -> None:
        for row, message in enumerate(INCIDENTS.values()):
            self.kind.setItemText(row, translate(message))
        for field in (self.on, self.at):
            field.setLocale(QLocale(language()))
        self.hidden.setText(translate("What you wrote is hidden. Press F8 to see it."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line, ways = self.facts.fontMetrics().lineSpacing(), QBoxLayout.Direction
        self.row.setDirection(ways.LeftToRight if self.width() > _ENOUGH * line else ways.TopToBottom)
        self.facts.setFixedHeight((_LINES + 1) * line)

    def _warn(self) -> None:
        """Say at once when what is typed may never be written down."""
        typed = (self.facts.toPlainText(), self.called.text(), self.witness.text())
        if any(len(text) <= LONGEST_TEXT and rules.holds_citizen_number(text) for text in typed):
            self.refuse(RefusedError("This looks like a citizen service number. Never write that down."))
        else:
            self.trouble.clear()
