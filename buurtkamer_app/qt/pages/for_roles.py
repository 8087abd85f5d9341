"""The frame of Rooster, Buurt and Terugblik: one part at a time, each for who may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.pages.sections import Section, Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.roles import Actor


class ForRoles(Sections):
    """Shows each section to who may see it."""

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(sections, parent)
        self.show_to(Role.HOST)

    def admit(self, actor: Actor) -> None:
        """Show what whoever is at the desk may see."""
        self.show_to(max(actor.role, Role.HOST))
