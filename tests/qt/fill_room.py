"""The section that fills the rota on the practice room, as the coordinator works with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.people.times.records import Days
from buurtkamer_app.qt.rota.fill import FillPanel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.rota.filling.draft import Line
    from buurtkamer_app.rota.records import Shift
    from tests.qt.board_room import BoardRoom

MARCH = date(2026, 3, 1), date(2026, 3, 31)


class Vullen:
    """The section as the coordinator works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = FillPanel(room.tasks)
        self.window = room.show(self.panel)
        room.settle()

    @property
    def lines(self) -> list[Line]:
        assert self.panel.proposal.draft is not None
        return self.panel.proposal.draft.lines

    def press(self, button: QWidget) -> None:
        self.window.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def make(self) -> None:
        """Press the button and wait for what comes of it."""
        before = self.panel.proposed
        self.press(self.panel.make)
        self.room.bot.waitUntil(lambda: self.panel.proposed is not before, timeout=60_000)
        self.room.settle()

    def take(self) -> None:
        self.press(self.panel.proposal.take)
        self.room.wait(self.panel.told.text)
        self.room.settle()

    @staticmethod
    def focused() -> QWidget:
        """Give what has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def ticked(self, number: int) -> bool:
        """Tell whether a line is ticked."""
        return self.lines[number].ticked

    def index(self, number: int) -> QModelIndex:
        index = self.panel.proposal.model.at(number)
        self.panel.proposal.lines.scrollTo(index)
        return index

    def press_line(self, number: int, *, box: bool) -> None:
        """Press on a line, or on its box."""
        index = self.index(number)
        room = self.panel.proposal.lines.visualRect(index)
        where = QPoint(room.left() + (20 if box else room.width() // 2), room.center().y())
        QTest.mouseClick(self.panel.proposal.lines.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def shifts(self) -> list[Shift]:
        return self.room.services.rota.shifts(*MARCH)

    def on_rota(self) -> int:
        return sum(len(shift.places) for shift in self.shifts())

    def undo(self) -> None:
        self.room.tasks.write(lambda s: s.history.undo(s.history.last().unit), lambda _: None)
        self.room.settle()

    def away(self, first: date, last: date) -> None:
        """Let everybody be away on some days."""
        for host in self.room.services.people.hosts():
            self.room.services.times.note(host.id, Days(first, last))
        self.panel.outdate()
        self.room.settle()
