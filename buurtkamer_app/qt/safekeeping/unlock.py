"""The cold opening: the passphrase of the room, or the recovery code; until then there is paper, and 112."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.opening import OpeningForm

if TYPE_CHECKING:
    from buurtkamer_app.base.errors import BuurtkamerError


class UnlockPanel(OpeningForm):
    """Opens the room; `review_asked` is of a professional, who reads logs and has no room."""

    form: ClassVar[str] = "safekeeping/unlock"
    waits: ClassVar[str] = mark("The room is being opened…")
    review: QPushButton

    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review.clicked.connect(self.review_asked)
        self.say()

    def say(self) -> None:
        super().say()
        self.open.setText(translate("Open the room"))
        dress(self.open, "lock-open")

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why the room stays closed, and what to do."""
        self.open.setEnabled(True)
        self.answer.trouble(error)
        self._rest()

    def _switch(self) -> None:
        self.answer.clear()
        super()._switch()
