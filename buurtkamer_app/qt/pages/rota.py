"""The frame of Rooster: the week's rota."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RotaPage(Form):
    """Is given the week's rota."""

    form: ClassVar[str] = "pages/rota"
    main: QVBoxLayout

    def __init__(self, week: QWidget) -> None:
        super().__init__()
        self.main.addWidget(week)
