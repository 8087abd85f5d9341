"""A field of secret words, and the button beside it that shows them or hides them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


def say_shown(words: QLineEdit, show_words: QPushButton) -> None:
    """Show the words or hide them, as the button is down or up, and say on it what it does next."""
    shown, modes = show_words.isChecked(), QLineEdit.EchoMode
    words.setEchoMode(modes.Normal if shown else modes.Password)
    show_words.setText(translate("Hide the words") if shown else translate("Show the words"))
    dress(show_words, "eye-slash" if shown else "eye")
