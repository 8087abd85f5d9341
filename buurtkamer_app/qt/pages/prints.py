"""The page on which everything that comes out on paper is seen and printed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtkamer_app.qt.forms import Form


class PrintsPage(Form):
    """A frame around the wall sheet."""

    form: ClassVar[str] = "pages/prints"
    sheet: QVBoxLayout

    def __init__(self, wall: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet.addWidget(wall)
