"""How large the place of a market is, how wide its emergency route must be, and in which steps things move on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QPushButton

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.market.plan.snapping import Snap
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.market.plan_metres import Metres
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.market.plan.records import Plan
    from buurtkamer_app.qt.tasks import Tasks


_GRIDS: Final = ((50, mark("50 cm")), (25, mark("25 cm")), (0, mark("Any place")))


class PlanSize(Form):
    """What is typed stays until it is kept, or another market is opened. `snapping` gives the steps, a Snap."""

    form: ClassVar[str] = "market/plan_size"
    size_row: QBoxLayout
    wide: Metres
    deep: Metres
    route: Metres
    answer: Sentence
    keep: QPushButton
    grid: QComboBox
    edges: QCheckBox

    snapping = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._plan: Plan | None = None
        for side in (self.wide, self.deep):
            side.setRange(100, 50_000)
            side.setSingleStep(100)
        self.route.setRange(200, 2000)
        self.keep.clicked.connect(self._keep)
        for grid, _ in _GRIDS:
            self.grid.addItem("", grid)
        self.grid.activated.connect(self._snap)
        self.edges.toggled.connect(self._snap)
        self.say()

    def put(self, plan: Plan, role: Role) -> None:
        """Show what is on record; only the coordinator says how wide the route must be."""
        was = self._plan
        if was is None or was.event_id != plan.event_id:
            self.answer.clear()
            was = None
        for field, now, before in (
            (self.wide, plan.wide_cm, was.wide_cm if was else None),
            (self.deep, plan.high_cm, was.high_cm if was else None),
            (self.route, plan.route_cm, was.route_cm if was else None),
        ):
            if now != before:
                field.setValue(now)
        self._plan = plan
        self.route.setEnabled(role >= Role.COORDINATOR)

    def say(self) -> None:
        for at, (_, said) in enumerate(_GRIDS):
            self.grid.setItemText(at, translate(said))

    def _snap(self, _: object = None) -> None:
        self.snapping.emit(Snap(self.grid.currentData(), edges=self.edges.isChecked()))

    def _keep(self) -> None:
        if (plan := self._plan) is None:
            return
        self.answer.clear()
        event, wide, deep, route = plan.event_id, self.wide.value(), self.deep.value(), self.route.value()
        another = route if route != plan.route_cm else None
        self._tasks.write(
            lambda services: services.floor_plans.set_size(event, wide, deep, another), self._kept, self.answer.trouble
        )

    def _kept(self, _: object) -> None:
        self.answer.tell(lambda: translate("This is written down."))
