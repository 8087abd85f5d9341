"""A frame of two faces: what a page shows, and the planning form in its place while something is being planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WithPlanning(Form):
    """Shows one face at a time; what is on the other one stays as it was."""

    form: ClassVar[str] = "pages/with_planning"
    faces: QVBoxLayout

    def __init__(self, shown: QWidget, planning: QWidget) -> None:
        super().__init__()
        self._shown, self._planning = shown, planning
        self.faces.addWidget(shown)
        self.faces.addWidget(planning)
        planning.hide()

    def show_planning(self) -> None:
        """Show the planning form."""
        self._shown.hide()
        self._planning.show()

    def show_page(self) -> None:
        """Show what the page is for."""
        self._planning.hide()
        self._shown.show()
