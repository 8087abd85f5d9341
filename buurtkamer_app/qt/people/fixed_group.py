"""The fixed shifts of a host: "every Monday morning", each so many weeks, from a day on or until one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.people.times import said
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.people.card_group import CardGroup
from buurtkamer_app.qt.people.card_line import CardLine
from buurtkamer_app.qt.people.ticked_day import TickedDay
from buurtkamer_app.qt.people.times_reading import HostNow, how_often
from buurtkamer_app.rota.fixed.records import Agreed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.fixed.records import FixedShift

_MOST_WEEKS = 8


def shift_words(weekday: int, part: DayPart, task: str) -> str:
    """Say which shift of the week it is: `maandagochtend`, with its task when it has one."""
    moment = said.moment(weekday, part)
    return f"{moment} · {task}" if task else moment


class FixedGroup(CardGroup[HostNow]):
    """What is agreed, each can be ended; under it fields for another agreement."""

    form: ClassVar[str] = "people/fixed_shifts"
    rows: QVBoxLayout
    shift: QComboBox
    every: QComboBox
    first: QDateEdit
    ends: QCheckBox
    last: QDateEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        for every in range(1, _MOST_WEEKS + 1):
            self.every.addItem("", every)
        self.last_day = TickedDay(self.ends, self.last)
        self.say()

    def fill(self, record: HostNow, today: date) -> None:
        chosen = self.shift.currentIndex()
        self.shift.clear()
        for pattern in record.shifts:
            self.shift.addItem("", pattern)
        self.shift.setCurrentIndex(max(0, chosen) if record.shifts else -1)
        self.every.setCurrentIndex(0)
        show_day(self.first, today)
        self.last_day.put(None, today)

    def say(self) -> None:
        self.last.setAccessibleName(self.ends.text())
        for row in range(self.every.count()):
            self.every.setItemText(row, how_often(row + 1))
        if self.record is None:
            return
        for row, pattern in enumerate(self.record.shifts[: self.shift.count()]):
            self.shift.setItemText(row, shift_words(pattern.weekday, pattern.part, pattern.task))
        self.keep.setEnabled(self.shift.count() > 0)
        lines = [self._line(agreed) for agreed in self.record.fixed]
        lines += [CardLine("").warn(trouble.why.say()) for trouble in self.record.troubles]
        self.show_lines(self.rows, lines)

    def unkept(self) -> bool:
        # What was only chosen is not agreed by going away.
        return False

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        pattern = self.shift.currentData()
        every = self.every.currentIndex() + 1
        agreed = Agreed(pattern.weekday, pattern.part, as_date(self.first), self.last_day.day, every, pattern.task)
        return lambda s: s.fixed.agree(host, agreed)

    def _line(self, agreed: FixedShift) -> CardLine:
        words = f"{shift_words(agreed.weekday, agreed.part, agreed.task)}, {how_often(agreed.every)}"
        under = translate("from {day} on", day=dates.day_and_year(agreed.first))
        if agreed.last is not None:
            under = f"{under} · {translate('until {day}', day=dates.day_and_year(agreed.last))}"
        line = CardLine(words[:1].upper() + words[1:], under)
        return line.offer(translate("End this"), "xmark", lambda: self.write(lambda s: s.fixed.end(agreed.id)))
