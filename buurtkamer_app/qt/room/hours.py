"""When the room is usually open, and which shifts each day has."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_time, show_time
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.room.records import Opening, ShiftPattern
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.records import RoomPlan

_USUAL: Final = (time(10, 0), time(17, 0))
_SHIFTS: Final = {
    DayPart.MORNING: (time(9, 45), time(13, 0)),
    DayPart.AFTERNOON: (time(12, 45), time(17, 15)),
    DayPart.EVENING: (time(17, 0), time(20, 15)),
}


class ShiftFields(Form):
    """The shift of one part of a day: whether there is one, its times, how many hosts."""

    form: ClassVar[str] = "room/shift"
    fields: QBoxLayout
    there: QCheckBox
    starts: QTimeEdit
    ends: QTimeEdit
    hosts: QSpinBox
    experienced: QSpinBox

    def __init__(self, part: DayPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.there.toggled.connect(self._allow)
        self.hosts.valueChanged.connect(self._no_more_than)
        self.put(None)
        self.say()

    def say(self) -> None:
        self.there.setText(translate(PARTS[self.part]))

    def put(self, pattern: ShiftPattern | None) -> None:
        """Show a shift; None: there is none."""
        self.there.setChecked(pattern is not None)
        starts, ends = (pattern.starts, pattern.ends) if pattern else _SHIFTS[self.part]
        show_time(self.starts, starts)
        show_time(self.ends, ends)
        self.hosts.setValue(pattern.hosts if pattern else 2)
        self.experienced.setValue(pattern.experienced if pattern else 1)
        self._allow(there=pattern is not None)

    def pattern(self, weekday: int) -> ShiftPattern | None:
        """Give the shift as it stands in the fields."""
        if not self.there.isChecked():
            return None
        times = as_time(self.starts), as_time(self.ends)
        return ShiftPattern(weekday, self.part, *times, self.hosts.value(), self.experienced.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.fields)

    def _no_more_than(self, hosts: int) -> None:
        """Let no more of them be experienced than there are."""
        self.experienced.setMaximum(hosts)

    def _allow(self, there: bool) -> None:
        for field in (self.starts, self.ends, self.hosts, self.experienced):
            field.setEnabled(there)


class HoursPanel(Panel):
    """Keeps opening hours and shifts apart: the one does not change the other by itself."""

    form: ClassVar[str] = "room/hours"
    kinds: ClassVar[frozenset[str]] = frozenset({"opening_hours", "shift_pattern"})
    columns: QBoxLayout
    days: QGridLayout
    day_heading: QLabel
    opens_heading: QLabel
    closes_heading: QLabel
    hours_answer: Sentence
    keep_hours: QPushButton
    weekday: QComboBox
    shifts: QVBoxLayout
    shifts_answer: Sentence
    keep_shifts: QPushButton
    shifts_foot: QBoxLayout
    to_all: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._plan: RoomPlan | None = None
        self._under: bool | None = None
        self.rows: list[tuple[QCheckBox, QTimeEdit, QTimeEdit]] = []
        self.parts = {part: ShiftFields(part) for part in _SHIFTS}
        for fields in self.parts.values():
            self.shifts.addWidget(fields)
        for weekday in range(7):
            self.weekday.addItem("", weekday)
            self._make_day()
        self._arrange(under=False)
        self.weekday.activated.connect(self._show_shifts)
        self.keep_hours.clicked.connect(self._keep_hours)
        self.keep_shifts.clicked.connect(lambda _=False: self._keep_shifts([self.weekday.currentData()]))
        self.to_all.clicked.connect(self._keep_on_all)
        self.say()

    def refresh(self) -> None:
        """Read the hours and shifts."""
        self.tasks.read(lambda services: services.room.plan(), self._show)

    def say(self) -> None:
        for weekday, (box, opens, closes) in enumerate(self.rows):
            name = dates.weekday(weekday)
            name = name[:1].upper() + name[1:]
            box.setText(name)
            self.weekday.setItemText(weekday, name)
            opens.setAccessibleName(f"{name}, {translate('Opens')}")
            closes.setAccessibleName(f"{name}, {translate('Closes')}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.shifts_foot)
        if narrow(self) != self._under:
            self._arrange(under=narrow(self))

    def _arrange(self, *, under: bool) -> None:
        """Put the times of a day beside its name, or under it where the window is narrow."""
        self._under = under
        self.day_heading.setHidden(under)
        for column, heading in enumerate((self.opens_heading, self.closes_heading), start=int(not under)):
            self.days.addWidget(heading, 0, column)
        for weekday, (box, *fields) in enumerate(self.rows):
            row = 2 * weekday + 1
            self.days.addWidget(box, row, 0, 1, 2 if under else 1)
            for column, field in enumerate(fields, start=int(not under)):
                self.days.addWidget(field, row + 1 if under else row, column)
        for column in range(3):
            self.days.setColumnStretch(column, (1, 1, 0)[column] if under else (2, 1, 1)[column])

    def _make_day(self) -> None:
        box, fields = QCheckBox(), (QTimeEdit(), QTimeEdit())
        for field, usual in zip(fields, _USUAL, strict=True):
            field.setDisplayFormat("HH.mm")
            show_time(field, usual)
            field.setEnabled(False)
            box.toggled.connect(field.setEnabled)
        self.rows.append((box, *fields))

    def _show(self, plan: RoomPlan) -> None:
        before, self._plan = self._plan, plan
        # What is being typed of the one stays while the other is kept.
        if before is None or before.patterns != plan.patterns:
            self._show_shifts()
        if before is not None and before.hours == plan.hours:
            return
        for weekday, (box, opens, closes) in enumerate(self.rows):
            opening = next((opening for opening in plan.hours if opening.weekday == weekday), None)
            box.setChecked(opening is not None)
            if opening is not None:
                show_time(opens, opening.opens)
                show_time(closes, opening.closes)

    def _show_shifts(self) -> None:
        if self._plan is None:
            return
        weekday: int = self.weekday.currentData()
        # Shifts for a task or an activity are kept in Rooster.
        of_day = {one.part: one for one in self._plan.patterns if one.weekday == weekday and not one.task}
        for part, fields in self.parts.items():
            fields.put(of_day.get(part))

    def _keep_hours(self) -> None:
        hours = [
            Opening(weekday, as_time(opens), as_time(closes))
            for weekday, (box, opens, closes) in enumerate(self.rows)
            if box.isChecked()
        ]
        self.hours_answer.clear()
        self.tasks.write(
            lambda services: services.premises.set_hours(hours), self._hours_kept, self.hours_answer.trouble
        )

    def _hours_kept(self, _: Change) -> None:
        self.hours_answer.tell(lambda: translate("The opening hours are kept."))

    def _keep_on_all(self) -> None:
        if self._plan is not None:
            self._keep_shifts([opening.weekday for opening in self._plan.hours])

    def _keep_shifts(self, weekdays: list[int]) -> None:
        if self._plan is None:
            return
        made = [pattern for fields in self.parts.values() if (pattern := fields.pattern(0)) is not None]
        self.shifts_answer.clear()
        self.tasks.write(
            lambda services: services.shift_patterns.set_days(weekdays, made),
            self._shifts_kept,
            self.shifts_answer.trouble,
        )

    def _shifts_kept(self, _: Change) -> None:
        self.shifts_answer.tell(lambda: translate("The shifts are kept."))
