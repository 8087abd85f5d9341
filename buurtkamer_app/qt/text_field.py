"""A field for longer texts that takes no more of what is pasted than it can show at once: no book stops the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from buurtkamer_app.qt.careful import Careful

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

# Twice the longest text that is kept: what was cut is refused with a sentence, and never kept as if it were whole.
MOST: Final = 20_000


class TextField(QPlainTextEdit):
    """A field of our forms. Ten million letters without a blank would keep Qt busy for many minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.careful = Careful(self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        chosen = self.textCursor()
        free = MOST - self.document().characterCount() + chosen.selectionEnd() - chosen.selectionStart()
        pasted = source.text()
        if len(pasted) <= free:
            super().insertFromMimeData(source)
        else:
            self.insertPlainText(pasted[: max(0, free)])
