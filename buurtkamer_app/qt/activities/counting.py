"""How many took part, typed or taken over from the ticks; and reading a number as people type it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import TakingPart

_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def number(typed: str) -> int:
    """Read a number of people as people type it; raises `RefusedError` for all that is no whole number."""
    if _NUMBER.fullmatch(typed.strip()) is None:
        raise RefusedError("Type a number, like 12.")
    return int(typed)


class Counting(Form):
    """A field that follows the ticks until somebody types or keeps a number; then the ticks only propose.

    `counted` gives the number that is to be kept.
    """

    form: ClassVar[str] = "activities/counting"
    heads_line: QBoxLayout
    heads: QLineEdit
    count: QPushButton
    told: Sentence
    ticked: QLabel
    take: QPushButton

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: TakingPart | None = None
        self._typed = False
        self.heads.returnPressed.connect(self._send)
        self.heads.textEdited.connect(self._type)
        self.count.clicked.connect(self._send)
        self.take.clicked.connect(self._take)
        self.say()

    def put(self, told: TakingPart) -> None:
        """Show what is kept and what was ticked; what was typed stays."""
        before, self._shown = self._shown, told
        kept = told.occurrence.headcount
        changed = before is None or before.occurrence.headcount != kept
        if not self._typed and (changed or kept is None):
            self.heads.setText(str(told.proposed or "") if kept is None else str(kept))
            self.heads.selectAll()
        self.say()

    def say(self) -> None:
        """Offer what the ticks come to, when another number stands in the field."""
        proposed = self._shown.proposed if self._shown else 0
        self.ticked.setText(translate("Ticked: {persons}", persons=proposed))
        self.take.setText(translate("Take over {persons}", persons=proposed))
        self.ticked.setVisible(proposed > 0)
        self.take.setVisible(proposed > 0 and self.heads.text().strip() != str(proposed))

    def _type(self) -> None:
        self._typed = True
        self.told.clear()
        self.say()

    def _take(self) -> None:
        if self._shown is not None:
            self.heads.setText(str(self._shown.proposed))
            self._type()
            self.heads.setFocus()

    def _send(self) -> None:
        try:
            persons = number(self.heads.text())
        except RefusedError as error:
            self.told.trouble(error)
            return
        self.counted.emit(persons)
