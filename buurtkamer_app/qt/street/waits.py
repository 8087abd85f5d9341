"""What waits for somebody: look backs within seven days, and streets that one goes back to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.street.wait_row import WaitRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.records import Activity, Return, Waiting

    Found = tuple[date, Sequence[Waiting], Sequence[Return]]


def read(services: Services) -> Found:
    """Read what waits, with today."""
    return services.room.today(), services.street_reflections.waiting(), services.street_turns.returns()


class WaitsPanel(Panel):
    """Takes no room while nothing waits.

    `asked` names a street to show, `look_back` an activity to look back on, `plan_asked` a street to plan in;
    `laid` comes when other rows are shown.
    """

    form: ClassVar[str] = "street/waits"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"street", "street_activity", "street_reflection", "street_return", "street_phase"}
    )
    asked = Signal(object)
    look_back = Signal(object)
    plan_asked = Signal(object)
    laid = Signal()
    card: QFrame
    those: QVBoxLayout
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.shown: list[WaitRow] = []
        self._made: list[QWidget] = []
        self._found: Found | None = None
        self.card.hide()

    def refresh(self) -> None:
        # Who signed out meanwhile is asked nothing.
        self.tasks.read(read, self._show, lambda _: self.card.hide())

    def _show(self, found: Found) -> None:
        if found == self._found and self.shown:
            return
        self._found = found
        today, waiting, returns = found
        discard(self.those, self._made)
        entries: tuple[Waiting | Return, ...] = (*waiting, *returns)
        self.shown = [WaitRow(today, entry) for entry in entries]
        for row in self.shown:
            row.done.connect(partial(self._do, row.activity, back=row.is_return))
            row.given_up.connect(partial(self._give_up, row))
            row.put_off_to.connect(partial(self._put_off, row))
            self._made.append(row)
            self.those.addWidget(row)
        self.card.setVisible(bool(self.shown))
        self.laid.emit()

    def _do(self, activity: Activity, *, back: bool) -> None:
        self.asked.emit(activity.street)
        (self.plan_asked if back else self.look_back).emit(activity.street if back else activity.id)

    def _give_up(self, row: WaitRow, reason: str) -> None:
        self.tasks.write(
            lambda services: services.street_turns.give_up(row.activity.id, reason),
            lambda _: None,
            row.answer.trouble,
        )

    def _put_off(self, row: WaitRow, due: date) -> None:
        self.tasks.write(
            lambda services: services.street_turns.put_off(row.activity.id, due), lambda _: None, row.answer.trouble
        )
