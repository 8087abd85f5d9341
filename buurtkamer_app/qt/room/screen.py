"""Language, size of type, and when this screen hides names and asks for the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QSpinBox, QWidget

from buurtkamer_app.base.settings import SCALES
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.settings import Settings

# Each language calls itself by its own name, so that who is lost in another one finds it.
_NAMES: Final = (("nl", "Nederlands"), ("nl_BE", "Vlaams"), ("en", "English"))


class ScreenPanel(Form):
    """Says what somebody chooses; whoever hears it keeps the settings and applies them at once.

    Where no desk is locked (`locks` False) only language and size of type are asked.
    """

    form: ClassVar[str] = "room/screen"
    looks: QBoxLayout
    idle: QBoxLayout
    hide_after_label: QLabel
    lock_after_label: QLabel
    idle_told: QLabel
    language: QComboBox
    scale: QComboBox
    hide_after: QSpinBox
    lock_after: QSpinBox

    language_chosen = Signal(str)
    scale_chosen = Signal(int)
    lock_minutes_chosen = Signal(int)
    hide_minutes_chosen = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, locks: bool = True) -> None:
        super().__init__(parent)
        for key, name in _NAMES:
            self.language.addItem(name, key)
        for scale in SCALES:
            self.scale.addItem(f"{scale} %", scale)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.scale.setCurrentIndex(self.scale.findData(settings.scale))
        self.hide_after.setValue(settings.hide_minutes)
        self.lock_after.setValue(settings.lock_minutes)
        idle = (self.hide_after_label, self.hide_after, self.lock_after_label, self.lock_after, self.idle_told)
        for part in idle:
            part.setVisible(locks)
        for spin in (self.hide_after, self.lock_after):
            # Half a number is no choice: 1 on the way to 15 would be one.
            spin.setKeyboardTracking(False)
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        self.scale.activated.connect(lambda: self.scale_chosen.emit(self.scale.currentData()))
        self.hide_after.valueChanged.connect(self.hide_minutes_chosen)
        self.lock_after.valueChanged.connect(self.lock_minutes_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.looks, self.idle)
