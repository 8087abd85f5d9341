"""The floor plan of a market on its page, as the tests of it open one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.market.plan.placing import Row
from buurtkamer_app.qt.market.plan import PlanPanel
from buurtkamer_app.qt.tasks import Tasks
from tests.market.plan_room import new_market, with_route

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.market.plan.records import Plan, Thing
    from buurtkamer_app.startup import House

LEFT = Qt.MouseButton.LeftButton
REFUSED = "Nothing may stand on the emergency route. It went back."


class Drawn:
    """The panel in a scrolling window, with a market of 40 by 30 metres: a route, an entrance and three stalls."""

    def __init__(self, bot: QtBot, house: House) -> None:
        self.bot, self.house = bot, house
        self.event = new_market(house.services)
        with_route(house.services, self.event)
        self.stalls = house.services.floor_plans.add_row(self.event, Row(3, gap_cm=100)).value
        self.tasks: Tasks[Any] = Tasks()
        self.panel = PlanPanel(self.tasks)
        self.panel.set_actor(house.services.store.actor)
        self.window = QScrollArea()
        self.window.setWidgetResizable(True)
        self.window.setWidget(self.panel)
        self.window.resize(1366, 768)
        bot.addWidget(self.window)
        with bot.waitExposed(self.window):
            self.window.show()
        self.tasks.open(lambda: house.services, house.reader, lambda: self.panel.open_market(self.event))
        self.wait(lambda: len(self.drawing.things) == 5)

    @property
    def drawing(self) -> Any:
        """Give what is drawn."""
        return self.panel.view.drawing

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something shows."""
        self.bot.waitUntil(until, timeout=5000)

    def kept(self) -> Plan:
        """Read what is on record, after everything that was asked before."""
        answers: list[Plan] = []
        self.tasks.write(lambda services: services.floor_plans.plan(self.event), answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def thing(self, key: UUID) -> Thing:
        """Give a thing as it is on record."""
        return next(known.it for known in self.kept().things if known.id == key)

    def point(self, x: float, y: float) -> QPoint:
        """Give where a point of the ground is on the drawing."""
        return self.panel.view.mapFromScene(QPointF(x, y))

    def drag(self, key: UUID, x: float, y: float, *, let_go: bool = True) -> None:
        """Drag a thing with the mouse to a point of the ground."""
        view, thing = self.panel.view.viewport(), self.drawing.things[key]
        start, end = self.point(thing.x_cm, thing.y_cm), self.point(x, y)
        QTest.mousePress(view, LEFT, pos=start)
        QTest.mouseMove(view, start + (end - start) / 2)
        QTest.mouseMove(view, end)
        if let_go:
            QTest.mouseRelease(view, LEFT, pos=end)

    def keys(self, *keys: Qt.Key, shift: bool = False) -> None:
        """Press keys on the drawing."""
        self.panel.view.setFocus()
        for key in keys:
            held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.panel.view, key, held)
