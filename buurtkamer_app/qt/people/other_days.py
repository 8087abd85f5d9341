"""Days on which it is otherwise than usual: away, or there extra; the host writes down their own, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QRadioButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.people.card_group import CardGroup
from buurtkamer_app.qt.people.card_line import CardLine
from buurtkamer_app.qt.people.times_reading import HostNow
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.times.records import OtherTimes
    from buurtkamer_app.qt.tasks import Tasks


class OtherDays(CardGroup[HostNow]):
    """The days that are not over, each can be taken away; under them fields for more."""

    form: ClassVar[str] = "people/other_days"
    title: QLabel
    about: QLabel
    rows: QVBoxLayout
    away: QRadioButton
    extra: QRadioButton
    first: QDateEdit
    last: QDateEdit
    part: QComboBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None, *, own: bool = False) -> None:
        super().__init__(tasks, parent)
        self._own = own
        self.part.addItem("", None)
        for part in PARTS:
            self.part.addItem("", part)
        self.first.dateChanged.connect(self._follow)
        self.say()

    def fill(self, record: HostNow, today: date) -> None:  # noqa: ARG002 - new days begin with today
        show_day(self.first, today)
        show_day(self.last, today)
        self.away.setChecked(True)
        self.part.setCurrentIndex(0)

    def say(self) -> None:
        own = translate("When can you not come, or come extra?")
        theirs = translate("When can they not come, or come extra?")
        self.about.setText(own if self._own else theirs)
        self.part.setItemText(0, translate("The whole day"))
        for row, words in enumerate(PARTS.values(), 1):
            self.part.setItemText(row, translate(words))
        if self.record is not None:
            self.show_lines(self.rows, [self._line(days) for days in self.record.times.others])

    def unkept(self) -> bool:
        # Days that were only chosen are not written down by going away.
        return False

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        chosen = self.part.currentData()
        part = DayPart(chosen) if chosen else None
        days = Days(as_date(self.first), as_date(self.last), part, self.extra.isChecked())
        return lambda s: s.times.note(host, days)

    def after(self) -> None:
        if self.record is not None and self._today is not None:
            self._filling = True
            self.fill(self.record, self._today)
            self._filling = False

    def _follow(self) -> None:
        """Let the last day not lie before the first one while that is chosen."""
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())

    def _line(self, days: OtherTimes) -> CardLine:
        words = dates.period(days.first, days.last)
        if days.part is not None:
            words = f"{words}, {translate(PARTS[days.part]).lower()}"
        line = CardLine(translate("There extra") if days.extra else translate("Away"), words)
        line.offer(translate("Take away"), "xmark", lambda: self.write(lambda s: s.times.take_back(days.id)))
        held = self.record.held.get(days.id, ()) if self.record is not None else ()
        if not held:
            return line
        said = ", ".join(f"{dates.short_date(on)} ({translate(PARTS[part]).lower()})" for on, part in held)
        if self._own:
            return line.warn(translate("You are still on the rota: {shifts}. Tell the coordinator.", shifts=said))
        return line.warn(translate("Still on the rota: {shifts}. Look for somebody else.", shifts=said))
