"""The sections Uren and Onkostenvergoeding of Rooster on the practice room, as their tests open them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.roles import Role
from buurtkamer_app.desktop.rota import RotaSections
from tests.team.rooms import at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox, QScrollArea, QTableView, QWidget

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.board_room import BoardRoom

MARCH = date(2026, 3, 1)
END_OF_MARCH = date(2026, 3, 31)
W = TypeVar("W")


@dataclass
class Rooster:
    """The page in its window, the room behind it, and the clock of the room."""

    room: BoardRoom
    clock: SetClock
    sections: RotaSections
    window: QScrollArea

    def sit(self, role: Role = Role.COORDINATOR, name: str = "Ria Postma") -> None:
        """Put somebody at the desk, and let the page hear it."""
        self.sections.set_actor(self.room.sit(role, name))
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

    @staticmethod
    def tick(box: QCheckBox) -> None:
        """Tick a box with the keyboard."""
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert box.isChecked()

    def choose(self, table: QTableView, name: str) -> None:
        """Press the row that begins with a name."""
        model = table.model()
        index = next(
            index for row in range(model.rowCount()) if str((index := model.index(row, 0)).data()).startswith(name)
        )
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        self.room.settle()


def rooster(room: BoardRoom, clock: SetClock) -> Rooster:
    """Open the page at the end of March, with the coordinator at the desk."""
    clock.instant = at(END_OF_MARCH, 16)
    sections = RotaSections(room.tasks, None)
    made = Rooster(room, clock, sections, room.show(sections.page))
    made.sit()
    return made


def cells(table: QTableView) -> list[tuple[str, ...]]:
    """Read what stands in a table."""
    model = table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def march(day: int) -> date:
    """Give a day of March."""
    return MARCH + timedelta(days=day - 1)
