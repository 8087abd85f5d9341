"""A row of stalls at once: how many, how large, which way, and who stands there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QDialog, QPushButton, QRadioButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.plan.placing import MOST_IN_ROW, Row
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.market.plan_metres import Metres
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.market.plan.records import Plan
    from buurtkamer_app.qt.tasks import Tasks

_SIZES: Final = ((300, 300), (400, 200))


class PlanRowDialog(DialogForm):
    """Puts them on the plan when it is agreed to; what is refused stays as typed. `put` gives what was put there."""

    form: ClassVar[str] = "market/plan_row"
    put = Signal(object)
    count: QSpinBox
    sizes: QBoxLayout
    square: QPushButton
    long: QPushButton
    wide: Metres
    deep: Metres
    gap: Metres
    across: QRadioButton
    down: QRadioButton
    for_parts: QCheckBox
    answer: Sentence
    agree: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._plan = tasks, plan
        self._waiting = [part.id for part in plan.waiting()]
        self.count.setRange(1, MOST_IN_ROW)
        self.count.setValue(min(max(len(self._waiting), 6), 10))
        self.gap.setRange(0, 2000)
        self.gap.setValue(0)
        for button, size in ((self.square, _SIZES[0]), (self.long, _SIZES[1])):
            button.clicked.connect(partial(self._set_size, size))
        self._set_size(_SIZES[0])
        self.across.setChecked(True)
        self.for_parts.setVisible(bool(self._waiting))
        self.for_parts.setChecked(bool(self._waiting))
        self.agree.clicked.connect(self._agree)
        self.back.clicked.connect(self.reject)
        self.say()

    def say(self) -> None:
        self.setWindowTitle(translate("Put a row of stalls"))
        count = len(self._waiting)
        self.for_parts.setText(translate("For the parts without a place: {count}", count=count))

    def _set_size(self, size: tuple[int, int], _: object = None) -> None:
        self.wide.setValue(size[0])
        self.deep.setValue(size[1])

    def _agree(self) -> None:
        self.answer.clear()
        self.agree.setEnabled(False)
        event = self._plan.event_id
        row = Row(
            self.count.value(), self.wide.value(), self.deep.value(), self.gap.value(), down=self.down.isChecked()
        )
        parts = self._waiting[: row.count] if self.for_parts.isChecked() else []
        self._tasks.write(lambda services: services.floor_plans.add_row(event, row, parts), self._done, self._trouble)

    def _done(self, outcome: Outcome[list[Any]]) -> None:
        self.put.emit(outcome.value)
        self.done(QDialog.DialogCode.Accepted)

    def _trouble(self, error: Any) -> None:
        self.agree.setEnabled(True)
        self.answer.trouble(error)
