"""The hand on a floor plan: takes things up, carries and turns them, and puts them down where they may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.market.plan.held import Held
from buurtkamer_app.market.plan.records import Moved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Trouble
    from buurtkamer_app.market.plan.snapping import Snap
    from buurtkamer_app.qt.market.plan_scene import PlanScene


class Hand(QObject):
    """Nothing waits for the store: `dropped` gives what was put down, `refused` says that it went back.

    `moving` gives all that is wrong on the plan at each step, `ended` comes when nothing is held any more.
    """

    moving = Signal(object)
    dropped = Signal(object)
    refused = Signal()
    ended = Signal()

    def __init__(self, scene: PlanScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._held: Held | None = None
        self._across = self._down = 0.0

    @property
    def busy(self) -> bool:
        """Tell whether something is held."""
        return self._held is not None

    def take(self, keys: Sequence[UUID]) -> bool:
        """Take these up, unless something is held already; tell whether something is held now."""
        if self._held is None and self._scene.plan is not None and keys:
            self._held = Held(self._scene.plan, self._scene.things, set(keys))
            self._across = self._down = 0.0
        return self._held is not None

    def carry(self, across: float, down: float, how: Snap | None = None) -> None:
        """Bring what is held so far from where it was, in cm."""
        if self._held is not None:
            self._held.carry(across, down, how)
            self._show(self._held)

    def step(self, across: float, down: float) -> None:
        """Bring what is held further by so much, in cm."""
        self._across, self._down = self._across + across, self._down + down
        self.carry(self._across, self._down)

    def turn(self, by: int) -> None:
        """Turn what is held, clockwise in degrees."""
        if self._held is not None:
            self._held.turn(by)
            self._show(self._held)

    def may_stand(self) -> bool:
        """Tell whether what is held can be put down here."""
        return self._held is not None and not self._held.refused()

    def drop(self) -> None:
        """Put down what is held; what may not stand here goes back to where it was."""
        if (held := self._held) is None:
            return
        if held.refused():
            self.back()
            self.refused.emit()
            return
        self._held = None
        moves = [Moved(key, held.was[key], now) for key, now in held.now.items() if now != held.was[key]]
        if moves:
            self.dropped.emit(moves)
        self.ended.emit()

    def back(self) -> None:
        """Bring what is held back to where it was."""
        if (held := self._held) is not None:
            held.now = dict(held.was)
            self._show(held)
            self._held = None
            self.ended.emit()

    def _show(self, held: Held) -> None:
        self._scene.put(held.now)
        found: list[Trouble] = held.troubles()
        self._scene.mark(found)
        self.moving.emit(found)
