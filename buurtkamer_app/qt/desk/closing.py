"""Closing the day: one press of Enter, or first what was in the cash box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks

_EUROS: Final = re.compile(r"(?:€\s*)?(\d{1,6})(?:[.,](\d\d))?")


def cents(typed: str) -> int:
    """Read an amount in euros (`12,50`, `12`, `€ 12,50`) as cents; nothing is 0. Raises `RefusedError` for all else."""
    if not typed.strip():
        return 0
    found = _EUROS.fullmatch(typed.strip())
    if found is None:
        raise RefusedError("Type an amount like 12,50.")
    return int(found[1]) * 100 + int(found[2] or 0)


class ClosingDialog(DialogForm):
    """Closes the day when it is agreed to; refused amounts stay where they were typed, with the reason under them."""

    form: ClassVar[str] = "desk/closing"
    opened_with: QLineEdit
    received: QLineEdit
    spent: QLineEdit
    expected: QLabel
    trouble: Sentence
    shut: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._fields = (self.opened_with, self.received, self.spent)
        for field in self._fields:
            field.textEdited.connect(self.say)
        self.shut.clicked.connect(self._close_day)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()

    def say(self) -> None:
        """Say what should be in the box, as soon as that can be told."""
        self.trouble.clear()
        cash = self._readable()
        told = "" if cash is None else f"{cash.closing // 100},{cash.closing % 100:02}"
        self.expected.setText(translate("In the box now: {euros} euros", euros=told) if told else "")

    def _readable(self) -> Cash | None:
        try:
            cash = self._cash()
        except RefusedError:
            # Half an amount is no mistake yet: it is refused when one closes the day with it.
            return None
        return cash if cash is not None and cash.closing >= 0 else None

    def _cash(self) -> Cash | None:
        typed = [field.text() for field in self._fields]
        return Cash(*map(cents, typed)) if any(text.strip() for text in typed) else None

    def _close_day(self) -> None:
        try:
            cash = self._cash()
        except RefusedError as error:
            self.trouble.trouble(error)
            return
        self._tasks.write(lambda services: services.days.close(cash), lambda _: self.accept(), self.trouble.trouble)
