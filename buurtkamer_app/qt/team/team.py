"""The section of the team: how it goes, who is in it, setting it up, and the allowance beside the hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.team.against import AgainstPanel
from buurtkamer_app.qt.team.members import MembersPanel
from buurtkamer_app.qt.team.progress import ProgressPanel
from buurtkamer_app.qt.team.set_up import SetUpPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks


class TeamSection(Form):
    """A host sees how it goes and who is in it; the rest is the coordinator's."""

    form: ClassVar[str] = "team/team"
    top: QVBoxLayout
    columns: QBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress, self.members = ProgressPanel(tasks), MembersPanel(tasks)
        self.set_up, self.against = SetUpPanel(tasks), AgainstPanel(tasks)
        self.top.addWidget(self.progress)
        self.left.addWidget(self.members)
        self.left.addStretch()
        self.right.addWidget(self.set_up)
        self.right.addWidget(self.against)
        self.right.addStretch()
        for part in (self.set_up, self.against):
            part.hide()

    def set_actor(self, actor: Actor) -> None:
        """Show it for who is at the desk now."""
        self.progress.set_actor(actor)
        self.members.set_actor(actor)
        for part in (self.set_up, self.against):
            part.setVisible(actor.role >= Role.COORDINATOR)
        if actor.role < Role.COORDINATOR:
            self.against.stop()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide who is in it."""
        self.members.hide_names(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes, whenever the parts were made."""
        from buurtkamer_app.qt.walk import follow

        follow((self.progress,), (self.members,), (self.set_up,))
        return super().focusNextPrevChild(forward)
