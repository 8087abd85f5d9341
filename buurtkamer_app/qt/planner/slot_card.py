"""One slot as a large choice: when, where, who leads, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel, QRadioButton

from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.planner import reasons

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.planner.slots.records import Slot


class SlotCard(Form):
    """Is chosen by its round mark or by a press anywhere on it."""

    form: ClassVar[str] = "planner/slot"
    choice: QRadioButton
    where: QLabel
    good: QLabel
    mind: QLabel

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot_ = slot
        self.choice.toggled.connect(self._mark)
        self.say()

    def say(self) -> None:
        slot = self.slot_
        self.choice.setText(reasons.when(slot.moment))
        self.where.setText(reasons.where(slot))
        self.good.setText(reasons.good(slot))
        self.mind.setText(reasons.mind(slot))
        self.mind.setVisible(bool(self.mind.text()))
        told = (self.choice.text(), self.where.text(), self.good.text(), self.mind.text())
        self.choice.setAccessibleName(reasons.aloud(told))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.choice.setChecked(True)
        self.choice.setFocus()

    def _mark(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().polish(self)
