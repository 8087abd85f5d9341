"""The section of markets: the list, or the market that is opened; nothing of it while nobody is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from buurtkamer_app.base.roles import Actor


class MarketFaces(Form):
    """Shows one of the two; what is typed in the other stays. `alone` says whether a market is seen."""

    form: ClassVar[str] = "market/faces"
    stack: QVBoxLayout
    closed: QLabel

    alone = Signal(bool)

    def __init__(self, listing: QWidget, opened: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing, self._opened = listing, opened
        self._admitted = self._one = False
        for face in (listing, opened):
            self.stack.addWidget(face)
            face.hide()
        self.stack.addStretch()

    def set_actor(self, actor: Actor) -> None:
        """Show the section to who is signed in."""
        self._admitted = actor.role >= Role.HOST
        self._turn()

    def show_one(self, *, one: bool) -> None:
        """Show the market that is opened, or the list."""
        self._one = one
        self._turn()

    def fill(self, *, fills: bool) -> None:
        """Let the market that is opened have all of the height, or as much as it needs."""
        self.stack.setStretchFactor(self._opened, int(fills))

    def _turn(self) -> None:
        """Hide before the other is shown: together they are higher than the window."""
        shown, other = (self._opened, self._listing) if self._one else (self._listing, self._opened)
        other.hide()
        shown.setVisible(self._admitted)
        self.closed.setHidden(self._admitted)
        self.alone.emit(self._admitted and self._one)
