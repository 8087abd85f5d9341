"""A kind warning beside its sign; both are there while there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.bars import show_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


def warn(sign: QLabel, label: QLabel, words: str) -> None:
    """Say it with the word that says how it is meant; nothing hides both."""
    show_icon(sign, "circle-info", theme.colours().ink)
    label.setText(f"{translate('Please note')}: {words}" if words else "")
    for part in (sign, label):
        part.setVisible(bool(words))
