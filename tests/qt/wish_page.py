"""The page Wensen with all its sections on the demo room, as a host works with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea

from buurtkamer_app.base.roles import Role
from buurtkamer_app.desktop.wishes import WishSections

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from buurtkamer_app.base.terms import WishStatus
    from buurtkamer_app.qt.wishes.board import WishesPanel
    from buurtkamer_app.qt.wishes.opened import OpenedWish
    from buurtkamer_app.wishes.records import Wish
    from tests.qt.board_room import BoardRoom


@dataclass
class WishPage:
    """The page in a window; `press` clicks a button and waits until all that follows was answered."""

    room: BoardRoom
    sections: WishSections
    window: QScrollArea

    @property
    def board(self) -> WishesPanel:
        return self.sections.board

    @property
    def opened(self) -> OpenedWish:
        return self.sections.board.opened

    def wish(self, number: int) -> Wish:
        """Give a wish as it stands now."""
        return next(wish for wish in self.room.services.wishes.all() if wish.number == number)

    def open(self, number: int) -> None:
        """Open a wish beside the board."""
        self.board.open(self.wish(number))
        self.room.settle()

    def press(self, button: QAbstractButton) -> None:
        """Click a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def press_named(self, inside: QWidget, name: str) -> None:
        """Click the button that says something, by what a screen reader says of it."""
        buttons = inside.findChildren(QPushButton)
        self.press(next(one for one in buttons if one.accessibleName() == name or one.text() == name))

    def numbers(self, status: WishStatus) -> list[int]:
        """Give the wishes of a column by their numbers."""
        model = self.board.by_status[status].model
        return [model.record(model.index(row, 0)).number for row in range(model.rowCount())]

    def undo(self) -> None:
        """Take back what was done last."""
        last = self.room.services.history.last()
        assert last is not None
        self.room.tasks.write(lambda services: services.history.undo(last.unit), lambda _: None)
        self.room.settle()


def show(room: BoardRoom) -> WishPage:
    """Show the page to a host."""
    room.sit(Role.HOST)
    sections = WishSections(room.tasks, None)
    window = room.show(sections.page)
    room.settle()
    return WishPage(room, sections, window)
