"""A line of what is to be asked again: about which wish, whom, and the one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.wishes.endings.records import Due

_ENOUGH = 30  # heights of a line of type
_ON_A_LINE = 140


def to_do(due: Due, *, names_hidden: bool = False) -> str:
    """Say the one thing to do about it."""
    if due.kind is Ending.MATCH:
        if names_hidden:
            return translate("Ask how it goes.") if due.met else translate("Bring two residents together.")
        words = translate("Ask how it goes with {name}.", name=due.whom)
        return words if due.met else translate("Go on with bringing {name} together with who asked.", name=due.whom)
    return translate("Ask {whom} whether there is an answer.", whom=due.whom)


class AskAgainRow(QFrame):
    """Says what to ask; `opened` gives it to who shows where the wish stands."""

    opened = Signal(object)

    def __init__(self, due: Due, *, names_hidden: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._row.addLayout(words, 1)
        since = translate("since {day}", day=dates.short_date(due.since))
        said = [to_do(due, names_hidden=names_hidden), since]
        if not names_hidden:
            said.insert(1, f"{translate('Wish {number}', number=due.number)}: {quoted(due.text, _ON_A_LINE)}")
        for line, text in enumerate(said):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", "soft" if line else "strong")
            label.setWordWrap(True)
            words.addWidget(label)
        self.open = QPushButton(translate("Write down what you heard"))
        self.open.setAccessibleName(f"{self.open.text()}: {said[0]}")
        dress(self.open, "pen")
        self.open.clicked.connect(lambda: self.opened.emit(due))
        self._row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self._row)
