"""The frame of Wensen: its sections, or the form in which a wish is planned; neither while names are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.qt.pages.veil import Veil
from buurtkamer_app.qt.pages.with_planning import WithPlanning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.pages.sections import Section


class WishesPage(WithPlanning):
    """Is given the sections around wishes and a planning form."""

    def __init__(self, sections: Sequence[Section], planning: QWidget) -> None:
        super().__init__(sections, planning)
        self.veil = Veil()
        self.veil.lift.clicked.connect(self._lift)
        self.veil.hide()
        self.faces.addWidget(self.veil)

    def hide_names(self, hidden: bool) -> None:
        """Show no wish, nor who asked for it, until names are shown again."""
        self.hide_faces(hidden)
        self.veil.setVisible(hidden)

    def _lift(self) -> None:
        """Show them here; Vandaag shows no names yet."""
        self.hide_names(hidden=False)
        self.parts.setFocus()
