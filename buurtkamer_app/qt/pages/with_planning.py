"""A frame of two faces: the sections of a page, and the planning form in their place while something is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.pages.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.terms_around import Programme
    from buurtkamer_app.qt.pages.sections import Section


class WithPlanning(Form):
    """Shows one face at a time; what is on the other one stays as it was."""

    form: ClassVar[str] = "pages/with_planning"
    faces: QVBoxLayout

    def __init__(self, sections: Sequence[Section], planning: QWidget) -> None:
        super().__init__()
        self.parts, self._planning = Sections(sections), planning
        self._plans = self._hidden = False
        self.faces.addWidget(self.parts)
        self.faces.addWidget(planning)
        planning.hide()

    def show_planning(self) -> None:
        """Show the planning form."""
        self._plans = True
        self._turn()

    def show_page(self) -> None:
        """Show what the page is for."""
        self._plans = False
        self._turn()

    def hide_faces(self, hidden: bool) -> None:
        """Show neither of the two for a while."""
        self._hidden = hidden
        self._turn()

    def show_section(self, name: str) -> QWidget:
        """Show a section by its name instead of what is shown, and give it."""
        self.show_page()
        return self.parts.show_section(name)

    def show_programmes(self, programmes: frozenset[Programme]) -> None:
        """Show the sections of these programmes, beside those that belong to none."""
        self.parts.show_programmes(programmes)

    def _turn(self) -> None:
        """Hide one before the other is shown: together they are higher than the window."""
        shown, other = (self._planning, self.parts) if self._plans else (self.parts, self._planning)
        other.hide()
        shown.setHidden(self._hidden)
