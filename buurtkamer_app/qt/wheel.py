"""A mouse wheel that turns over a field scrolls the page: it never changes what the field says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


class _Scrolls(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            # Not accepted, it goes on to the area that scrolls.
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def let_scroll(owner: QWidget) -> None:
    """See to it that no number, day or choice within a widget changes while somebody scrolls past."""
    scrolls = _Scrolls(owner)
    for field in (*owner.findChildren(QComboBox), *owner.findChildren(QAbstractSpinBox)):
        field.installEventFilter(scrolls)
