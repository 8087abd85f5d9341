"""What somebody does on a floor plan, on its way to the store: nothing on the page waits for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.base.errors import BuurtkamerError, RefusedError
from buurtkamer_app.base.terms_around import ElementKind, PlanThing
from buurtkamer_app.market.plan.held import Held
from buurtkamer_app.market.plan.records import Moved
from buurtkamer_app.qt.market.plan_row import PlanRowDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Part, Thing
    from buurtkamer_app.qt.market.plan_view import PlanView
    from buurtkamer_app.qt.sentence import Sentence
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class Writing(QObject):
    """Says in `answer` what was refused; `ended` comes when nothing is on its way any more, to read it again.

    `turned_down` comes after a refusal.
    """

    ended = Signal()
    turned_down = Signal()

    def __init__(self, tasks: Tasks[Any], view: PlanView, answer: Sentence) -> None:
        super().__init__(view)
        self._tasks, self._view, self._answer = tasks, view, answer
        self._under_way = 0
        self._new: Sequence[UUID] = ()
        self.dialog: PlanRowDialog | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is on its way."""
        return self._under_way > 0

    def add(self, kind: PlanThing, part: UUID | None = None) -> None:
        """Put something of a kind where there is room."""
        if (plan := self._view.drawing.plan) is not None:
            self._do(
                lambda services: services.floor_plans.add(plan.event_id, kind, part),
                lambda outcome: self._remember(outcome.value),
            )

    def ask_row(self) -> None:
        """Ask which row of stalls is to be put there."""
        if (plan := self._view.drawing.plan) is not None:
            self._answer.clear()
            self.dialog = PlanRowDialog(self._tasks, plan, self._view)
            self.dialog.put.connect(self._remember)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    def stand(self, part: Part) -> None:
        """Give a part of the market a place: the stall or table that is chosen and free, else a new one."""
        drawing = self._view.drawing
        chosen = [key for key in drawing.chosen if drawing.things[key].element_id is None]
        free = [
            key for key in chosen if drawing.things[key].kind in {PlanThing.STALL, PlanThing.TABLE, PlanThing.STAGE}
        ]
        if len(free) == 1:
            self.alter(replace(drawing.things[free[0]], element_id=part.id), free[0])
        else:
            self.add(PlanThing.STAGE if part.kind is ElementKind.PERFORMANCE else PlanThing.STALL, part.id)

    def move(self, moves: Sequence[Moved]) -> None:
        """Write down what was put down elsewhere."""
        self._do(lambda services: services.floor_plans.change(moves))

    def alter(self, now: Thing, key: UUID | None = None) -> None:
        """Write down what was made of the one thing that is chosen, as it stands in its fields."""
        drawing = self._view.drawing
        key = key or drawing.chosen[0]
        if drawing.plan is None:
            return
        held = Held(drawing.plan, drawing.things, {key})
        held.now[key] = now
        if held.refused():
            self.refused()
            self.turned_down.emit()
        else:
            moved = Moved(key, drawing.things[key], now)
            drawing.put({key: now})
            self._do(lambda services: services.floor_plans.change([moved]))

    def take_away(self) -> None:
        """Take away what is chosen."""
        keys = self._view.drawing.chosen
        if keys:
            self._view.choose()
            self._do(lambda services: services.floor_plans.take_away(keys))

    def refused(self) -> None:
        """Say that something went back: nothing may stand on the emergency route."""
        self._answer.trouble(RefusedError("Nothing may stand on the emergency route. It went back."))

    def choose_new(self) -> None:
        """Choose what was just put there, once it is shown."""
        if found := [key for key in self._new if key in self._view.drawing.things]:
            self._new = ()
            self._view.choose(*found)

    def _do(self, work: Callable[[Services], Any], then: Callable[[Any], None] | None = None) -> None:
        self._answer.clear()
        self._under_way += 1

        def done(outcome: Any) -> None:
            if then is not None:
                then(outcome)
            self._over()

        self._tasks.write(work, done, self._trouble)

    def _remember(self, keys: Sequence[UUID]) -> None:
        self._new = keys

    def _trouble(self, error: BuurtkamerError) -> None:
        self._answer.trouble(error)
        self._over()
        self.turned_down.emit()

    def _over(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.ended.emit()

    def _closed(self) -> None:
        self.dialog = None
