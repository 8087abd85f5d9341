"""The page Buurt on the practice room, as its tests open it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.roles import Role
from buurtkamer_app.desktop.neighbourhood import NeighbourhoodSections

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollArea, QTableView, QWidget

    from tests.qt.board_room import BoardRoom

W = TypeVar("W")


@dataclass
class Around:
    """The page in its window, the room behind it, and the wishes that it asked for."""

    room: BoardRoom
    sections: NeighbourhoodSections
    window: QScrollArea
    wishes: list[str] = field(default_factory=list)

    def sit(self, role: Role = Role.COORDINATOR) -> None:
        """Put somebody at the desk, and let the page hear it."""
        self.sections.set_actor(self.room.sit(role))
        self.room.settle()

    def open(self, name: str, kind: type[W]) -> W:
        """Show a section of the page."""
        made = self.sections.page.show_section(name)
        assert isinstance(made, kind)
        self.room.settle()
        return made

    def press(self, button: QWidget) -> None:
        """Press something, and wait for what comes of it."""
        self.window.ensureWidgetVisible(button)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def choose(self, table: QTableView, row: int) -> None:
        """Press a row."""
        index = table.model().index(row, 0)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        self.room.settle()

    def ask(self, work: Callable[[Any], Any]) -> Any:
        """Let the writing services answer, after everything that was asked before."""
        answers: list[Any] = []
        self.room.tasks.write(work, answers.append)
        self.room.wait(lambda: answers)
        self.room.settle()
        return answers[0]


def around(room: BoardRoom) -> Around:
    """Open the page with a host at the desk."""
    wishes: list[str] = []
    sections = NeighbourhoodSections(room.tasks, None, wishes.append)
    made = Around(room, sections, room.show(sections.page), wishes)
    made.sit(Role.HOST)
    return made


def cells(table: QTableView) -> list[tuple[str, ...]]:
    """Read what stands in a table."""
    model = table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
