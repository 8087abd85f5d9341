"""Lets the pages follow which programmes the room has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.terms_around import Programme
    from buurtkamer_app.desktop.pages import Pages
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window


class FollowedProgrammes(QObject):
    """Asks when the room is opened, and again whenever the programmes change."""

    def __init__(self, tasks: Tasks[Any], pages: Pages, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._pages, self._window = tasks, pages, window
        tasks.changed.connect(self._look)

    def ask(self) -> None:
        """Read which programmes are on, and show what belongs to them."""
        self._tasks.read(lambda services: services.programmes.on(), self._have)

    def _look(self, change: Change) -> None:
        if "programme" in change.kinds:
            self.ask()

    def _have(self, programmes: frozenset[Programme]) -> None:
        self._pages.programmes.tell(programmes)
        self._window.set_pages(self._pages.specs())
