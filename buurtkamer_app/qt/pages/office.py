"""The page of the coordinator: the log, concerns, the desk, the hosts, the screen, the backup, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.pages.sections import Section, Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class OfficePage(Sections):
    """Shows its sections to the coordinator only."""

    form: ClassVar[str] = "pages/office"
    closed: QLabel

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(sections, parent, opened=False)
        self.admit(NOBODY)

    def admit(self, actor: Actor) -> None:
        """Open the page to the coordinator, close it to everybody else."""
        opened = actor.role >= Role.COORDINATOR
        self.closed.setVisible(not opened)
        self.open_to(opened)
