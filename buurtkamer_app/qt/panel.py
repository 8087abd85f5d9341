"""A part of a page that shows what services give: read when it is seen, and again when its kinds changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.paced import Paced

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks


class Panel(Form):
    """Name in `kinds` the tables whose changes make what is shown old; write `refresh` to read and show it again.

    However fast changes come, they are shown a few times a second, and the last one surely.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self._old = True
        self._paced = Paced(self._catch_up, self)
        tasks.changed.connect(self._look)

    def refresh(self) -> None:
        """Ask the services for what is to be shown, and show it."""

    def outdate(self) -> None:
        """Read again: now when it is seen, else when it is seen next."""
        self._old = True
        if self.isVisible():
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._old:
            self._renew()

    def _renew(self) -> None:
        self._old = False
        self.refresh()

    def _look(self, change: Change) -> None:
        if change.kinds & self.kinds:
            self._old = True
            self._paced.ask()

    def _catch_up(self) -> None:
        if self._old:
            self.outdate()
