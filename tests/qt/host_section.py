"""The section of the hosts in Rooster on the demo room, as its tests open it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.people.card_line import CardLine
from buurtkamer_app.qt.people.host_list import HostListPanel
from tests.qt.office_room import let_go

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

    from buurtkamer_app.people.cards.records import Card
    from tests.qt.board_room import BoardRoom

TODAY = date(2026, 3, 11)
MORNING, AFTERNOON, EVENING = DayPart


class Cards:
    """The section as the coordinator works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = HostListPanel(room.tasks)
        self.card = self.panel.card
        self.window = room.show(self.panel)
        room.settle()

    def host(self, name: str = "Joop Kramer") -> UUID:
        return self.room.services.people.host_named(name).id

    def kept(self, name: str = "Joop Kramer") -> Card:
        self.room.settle()
        return self.room.services.cards.card(self.host(name))

    def do(self, work: Callable[[Any], object]) -> None:
        self.room.tasks.write(work, lambda _: None)
        self.room.settle()

    def press(self, button: QWidget) -> None:
        self.window.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def tick(self, box: QWidget) -> None:
        self.window.ensureWidgetVisible(box)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(20, box.height() // 2))
        self.room.settle()

    def press_name(self, name: str) -> None:
        table, model = self.panel.hosts, self.panel.model
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        index = next(index for index in rows if model.record(index).card.host.name == name)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        self.room.settle()

    def open(self, name: str = "Joop Kramer") -> None:
        self.panel.open_card(self.host(name))
        self.room.settle()

    def type(self, field: QLineEdit, words: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)

    def shut_dialog(self) -> str:
        """Close the dialog that is open, and give the name of its class."""
        dialog = self.panel.dialog
        assert dialog is not None
        let_go(dialog)
        return type(dialog).__name__

    def lines(self, group: QWidget) -> list[str]:
        return [line.words for line in group.findChildren(CardLine) if not line.isHidden()]

    def notes(self, name: str) -> str:
        model = self.panel.model
        row = next(row for row in range(model.rowCount()) if model.data(model.index(row, 0)) == name)
        return str(model.data(model.index(row, 3)))


def choose_day(field: QDateEdit, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))
