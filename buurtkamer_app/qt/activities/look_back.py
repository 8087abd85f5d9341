"""A button above the week: how many activities were not looked back on yet, and which."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.reflections.records import Waiting
    from buurtkamer_app.qt.activities.reflecting import ReflectingDialog
    from buurtkamer_app.qt.tasks import Tasks


class LookBack(Panel):
    """Takes no room while nothing waits; each activity in its list is a way to its look back."""

    form: ClassVar[str] = "activities/look_back"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"series", "reflection", "headcount", "closure", "cancelled_date", "changed_date", "wish"}
    )
    choose: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._waiting: Sequence[Waiting] = ()
        self.dialog: ReflectingDialog | None = None
        self.list = QMenu(self)
        self.choose.setMenu(self.list)
        self.choose.hide()

    def refresh(self) -> None:
        # Who signed out meanwhile is asked nothing.
        self.tasks.read(lambda services: services.reflections.waiting(), self._show, lambda _: self._show(()))

    def say(self) -> None:
        """Say how many wait, and which."""
        count = len(self._waiting)
        one = translate("1 activity to look back on")
        whole = one if count == 1 else translate("{count} activities to look back on", count=count)
        self.choose.setText(translate("Look back on {count}…", count=count))
        self.choose.setAccessibleName(whole)
        self.choose.setToolTip(whole)
        self.list.clear()
        for entry in self._waiting:
            action = self.list.addAction(f"{dates.short_day(entry.on)} · {entry.series.name}")
            action.triggered.connect(partial(self.open, entry))
        self.choose.setVisible(count > 0)

    def open(self, entry: Waiting, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        """Look back on one of them."""
        from buurtkamer_app.qt.activities.reflecting import ReflectingDialog

        self.dialog = ReflectingDialog(self.tasks, entry.series, entry.on, self)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _show(self, waiting: Sequence[Waiting]) -> None:
        if list(waiting) != list(self._waiting):
            self._waiting = waiting
            self.say()
