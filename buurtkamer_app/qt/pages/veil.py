"""What stands in the place of wishes while names are hidden."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QPushButton

from buurtkamer_app.qt.forms import Form


class Veil(Form):
    """Says that wishes are hidden; `lift` shows them again, here only."""

    form: ClassVar[str] = "pages/veil"
    lift: QPushButton
