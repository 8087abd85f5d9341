"""Undo: one button and Ctrl+Z that say what they take back; in a field one first takes back what one typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Label

# In heights of a line of type: what is said at most, and what the window holds beside these words.
_MOST: Final = 20
_BESIDE: Final = 21


class UndoButton(QPushButton):
    """Takes back the last unit of work; it does not work when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo")
        dress(self, "rotate-left")
        self._label: Label | None = None
        self._names_hidden = False
        self.say()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._guard)

    def offer(self, label: Label | None) -> None:
        """Say what would be undone; None when there is nothing."""
        self._label = label
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Name nobody: what is undone may be that a visitor came in."""
        self._names_hidden = hidden
        self.say()

    def say(self) -> None:
        """Write what would be undone in the language of the moment."""
        if self._label is None:
            words = short = translate("Nothing to undo")
        else:
            what = translate("the last step") if self._names_hidden else self._label.say()
            words = translate("Undo: {what}", what=what)
            short = self._short(words)
        self.setText(f"{short}  Ctrl+Z".replace("&", "&&"))
        self.setProperty("shortcut", "Ctrl+Z")  # as in the rail
        self.setAccessibleName(words)
        self.setToolTip(f"{words} (Ctrl+Z)")
        self.setEnabled(self._label is not None)

    def _short(self, words: str) -> str:
        """Cut words to what fits in the foot of the window at every size of type."""
        letters = self.fontMetrics()
        room = min(_MOST * letters.height(), self.window().width() - _BESIDE * letters.height())
        if letters.horizontalAdvance(words) <= room:
            return words
        from PySide6.QtCore import Qt

        return letters.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.FontChange}:
            self.say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z through a field in which nothing was typed: it would keep the key and do nothing with it."""
        if event.type() != QEvent.Type.ShortcutOverride or not _is_undo(event) or _typed(watched):
            return False
        event.ignore()
        return True

    def _guard(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)


# What is only needed once somebody presses a key is loaded then, not before the first paint.
def _is_undo(event: QEvent) -> bool:
    from PySide6.QtGui import QKeyEvent, QKeySequence

    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def _typed(field: QObject) -> bool:
    """Tell whether a field has something of its own to take back."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, (QTextEdit, QPlainTextEdit)) and field.document().isUndoAvailable()
