"""Makes the sections of Rooster; each loads what it needs when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.qt.pages.rota import RotaPage
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.rota.week import RotaPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.qt.tasks import Tasks


class RotaSections:
    """The page and its sections, which hear who is at the desk."""

    def __init__(self, tasks: Tasks[Any]) -> None:
        self._tasks = tasks
        self._actor = NOBODY
        self._heeding: list[Callable[[Actor], None]] = []
        self.week = RotaPanel(tasks)
        self._heed(self.week.set_actor)
        self.page = RotaPage([Section("week", mark("Week"), "calendar-days", lambda: self.week)])
        self._heed(self.page.admit)

    def set_actor(self, actor: Actor) -> None:
        """Tell every section that was made who is at the desk."""
        self._actor = actor
        for heed in self._heeding:
            heed(actor)

    def _heed(self, heed: Callable[[Actor], None]) -> None:
        self._heeding.append(heed)
        heed(self._actor)
