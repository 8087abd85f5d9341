"""A field for a price: it holds whole cents and shows euros."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_AMOUNT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{0,2}))?")
_STATE: Final = QValidator.State


class PriceBox(QSpinBox):
    """The value is in cents; comma and point are both understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 99_999)
        self.setSingleStep(50)
        self.setPrefix("€ ")

    def say(self) -> None:
        """Show the price in the language of the moment."""
        self.setLocale(QLocale(language()))
        self.setSpecialValueText(translate("free"))

    def textFromValue(self, val: int) -> str:
        return f"{val // 100}{self.locale().decimalPoint()}{val % 100:02}"

    def valueFromText(self, text: str) -> int:
        found = _AMOUNT.fullmatch(self._bare(text))
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - Qt's name
        bare = self._bare(input)
        if bare in {"", self.specialValueText()}:
            return _STATE.Acceptable if bare else _STATE.Intermediate, input, pos
        return _STATE.Acceptable if _AMOUNT.fullmatch(bare) else _STATE.Invalid, input, pos

    def _bare(self, text: str) -> str:
        return text.replace(self.prefix().strip(), "").strip()


register(PriceBox)
