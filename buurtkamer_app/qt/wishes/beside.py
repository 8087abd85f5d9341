"""What stands beside the board or the list: the wish that is open, or the place where a new one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurtkamer_app.qt.wishes.noted import NotedWish
from buurtkamer_app.qt.wishes.opened import OpenedWish

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Wish

_WIDE: Final = 22  # times the size of type
_ANY: Final = 16_777_215  # as wide as there is room


class Beside(QFrame):
    """One of the two at a time; `left` says that it may be closed."""

    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened, self.noted = OpenedWish(tasks), NotedWish(tasks)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        for form in (self.opened, self.noted):
            form.left.connect(self.left)
            form.hide()
            stack.addWidget(form)
        self.hide()

    def open(self, wish: Wish, today: date) -> None:
        """Show a wish."""
        self.noted.hide()
        self.opened.show_wish(wish, today)
        self.opened.show()
        self.show()

    def write_new(self) -> None:
        """Show the place for a new wish; what was typed there before is still there."""
        self.opened.hide()
        self.noted.show()
        self.noted.draft.bring_back()
        self.show()

    def fit(self, *, tight: bool) -> None:
        """Be as wide as is legible, or as the window where that is narrow."""
        em = self.fontInfo().pixelSize()
        self.setMinimumWidth(round(_WIDE * em))
        self.setMaximumWidth(_ANY if tight else round(_WIDE * em))
