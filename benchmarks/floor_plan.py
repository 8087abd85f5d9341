"""A floor plan with 150 things: how long a frame takes while one of them, or a row, is dragged.

Run as `python benchmarks/floor_plan.py [THINGS]` (default 150) where there is a display, or under xvfb-run, or with
QT_QPA_PLATFORM=offscreen. The practice room gets a market with an entrance, an emergency route, trees, a stage and
rows of stalls. Measured is from the movement of the mouse until the page is painted anew: snapping, looking for what is
wrong, moving, saying it in words and painting. Budget: half of the frames within 16 ms, 99 of a hundred within 33 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from datetime import time as clock_time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.placing import Row
from buurtkamer_app.market.plan.records import Moved
from buurtkamer_app.market.plan.snapping import Snap
from buurtkamer_app.market.records import MarketEvent
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.market.plan import PlanPanel
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.services import Services

THINGS: Final = 150
FRAMES: Final = 400
BUDGET: Final = (16.0, 33.0)


def fill(services: Services, things: int) -> UUID:
    """Write down a market of so many things on 100 by 60 metres."""
    from dataclasses import replace

    day = date(2026, 6, 20)
    event = MarketEvent("Markt", day, clock_time(11), clock_time(16), "Plein", wide_cm=10_000, high_cm=6_000)
    key = services.markets.events.write(event).value
    plans = services.floor_plans
    for kind, box in (
        (PlanThing.ROUTE, (5000, 3000, 10_000, 400, 0)),
        (PlanThing.ENTRANCE, (50, 3000, 400, 100, 90)),
        (PlanThing.STAGE, (9000, 4500, 800, 600, 30)),
    ):
        made = plans.add(key, kind).value[0]
        was = next(known.it for known in plans.plan(key).things if known.id == made)
        x, y, wide, high, turned = box
        now = replace(was, x_cm=x, y_cm=y, wide_cm=wide, high_cm=high, turned=turned)
        plans.change([Moved(made, was, now)])
    left = things - 3
    while left > 20:
        left -= len(plans.add_row(key, Row(min(25, left - 20))).value)
    for _ in range(left):
        plans.add(key, PlanThing.TREE)
    return key


def settle(app: QApplication, milliseconds: int) -> None:
    """Let the window do what it has to do."""
    until = time.monotonic() + milliseconds / 1000
    while time.monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def press(panel: PlanPanel, kind: QEvent.Type, at: QPoint) -> None:
    """Do with the mouse what a hand does."""
    view = panel.view.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    down = none if kind is QEvent.Type.MouseButtonRelease else left
    place = QPointF(at)
    QApplication.sendEvent(
        view,
        QMouseEvent(kind, place, QPointF(view.mapToGlobal(at)), button, down, Qt.KeyboardModifier.NoModifier),
    )


def drag(app: QApplication, panel: PlanPanel, keys: Sequence[UUID]) -> list[float]:
    """Drag these up and down over the whole plan, and give how long each frame took, in milliseconds."""
    view = panel.view
    view.choose(*keys)
    settle(app, 100)
    thing = view.drawing.things[keys[-1]]
    start = view.mapFromScene(QPointF(thing.x_cm, thing.y_cm))
    press(panel, QEvent.Type.MouseButtonPress, start)
    taken = []
    for frame in range(FRAMES):
        swing = abs(frame % 200 - 100)
        at = start + QPoint(swing * 4, swing * 2)
        began = time.perf_counter()
        press(panel, QEvent.Type.MouseMove, at)
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        taken.append((time.perf_counter() - began) * 1000)
    press(panel, QEvent.Type.MouseButtonRelease, start)
    settle(app, 300)
    return taken


def tell(name: str, taken: list[float]) -> bool:
    """Say how long frames took; tell whether that is within the budget."""
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=100)[98]
    print(f"{name}: p50 {middle:.1f} ms, p99 {late:.1f} ms, most {max(taken):.1f} ms (budget {BUDGET[0]}, {BUDGET[1]})")
    return middle <= BUDGET[0] and late <= BUDGET[1]


def main() -> int:
    """Measure; give 1 when it takes too long."""
    things = int(sys.argv[1]) if len(sys.argv) > 1 else THINGS
    app = QApplication([])
    theme.start(app, 100)
    with tempfile.TemporaryDirectory() as folder:
        house = open_practice(Path(folder), SystemClock())
        house.services.sign_in.act_as(KEY_HOLDER)
        key = fill(house.services, things)
        tasks: Tasks[Any] = Tasks()
        panel, window = PlanPanel(tasks), QScrollArea()
        window.setWidgetResizable(True)
        window.setWidget(panel)
        window.resize(1366, 768)
        window.show()
        tasks.open(lambda: house.services, house.reader, lambda: panel.open_market(key))
        settle(app, 2000)
        # Without steps every movement is one on the plan: with them many frames have nothing to paint.
        panel.view.snap = Snap(0)
        drawing = panel.view.drawing
        stalls = [key for key in drawing.in_order() if drawing.things[key].kind is PlanThing.STALL]
        route = [key for key, thing in drawing.things.items() if thing.kind is PlanThing.ROUTE]
        print(f"{len(drawing.things)} things")
        right = [
            tell("one stall", drag(app, panel, stalls[:1])),
            tell("a row of 25 stalls", drag(app, panel, stalls[:25])),
            tell("the emergency route", drag(app, panel, route)),
        ]
        tasks.close()
        window.takeWidget()
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
