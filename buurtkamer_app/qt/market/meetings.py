"""How people come together for a market: sessions with who was there, and the actions that were agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.market.actions import ActionsPanel
from buurtkamer_app.qt.market.attendance import AttendanceForm
from buurtkamer_app.qt.market.sessions import SessionsPanel

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks


class MeetingsPanel(Form):
    """The three under each other."""

    form: ClassVar[str] = "market/meetings"
    stack: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions, self.attendance, self.agreed = SessionsPanel(tasks), AttendanceForm(tasks), ActionsPanel(tasks)
        for part in (self.sessions, self.attendance, self.agreed):
            self.stack.addWidget(part)
        self.stack.addStretch()
        self.sessions.picked.connect(self.attendance.choose)

    def open_market(self, key: UUID) -> None:
        """Show another market."""
        self.sessions.open_market(key)
        self.agreed.open_market(key)

    def hide_names(self, hidden: bool) -> None:
        """Hide who was there and who does what, or show it again."""
        self.attendance.hide_names(hidden)
        self.agreed.hide_names(hidden)
