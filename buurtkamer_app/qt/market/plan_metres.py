"""A length as people type and read it: metres with a comma, kept as centimetres."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from buurtkamer_app.market.plan.words import metres
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TYPED: Final = re.compile(r"(\d{0,3})(?:[.,](\d{0,2}))?(?: ?m?)", re.ASCII)


class Metres(QSpinBox):
    """Its value is in centimetres; the buttons step by half a metre."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(10, 50_000)
        self.setSingleStep(50)
        self.setKeyboardTracking(False)

    def textFromValue(self, val: int) -> str:
        return f"{metres(val)} m"

    def valueFromText(self, text: str) -> int:
        found = _TYPED.fullmatch(text.strip())
        return int(found[1] or 0) * 100 + int((found[2] or "").ljust(2, "0")) if found else self.value()

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - as Qt names it
        found = _TYPED.fullmatch(input.strip())
        if found is None:
            return QValidator.State.Invalid, input, pos
        right = self.minimum() <= self.valueFromText(input) <= self.maximum()
        return (QValidator.State.Acceptable if right else QValidator.State.Intermediate), input, pos


register(Metres)
