"""The week as a grid: days across, parts of the day down, in each cell who is on and which places are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.terms import PARTS

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.qt.rota.reading import WeekRota
    from buurtkamer_app.rota.records import Place, Shift


def times(shift: Shift) -> str:
    """Say from when until when: `9.45–13.00`."""
    return f"{dates.clock(shift.starts)}–{dates.clock(shift.ends)}"


def moment(shift: Shift) -> str:
    """Say which shift it is: `Woensdag 11 maart, ochtend`."""
    return f"{dates.day_heading(shift.on)}, {translate(PARTS[shift.part]).lower()}"


class RotaGrid(QFrame):
    """Shows a week; `put_asked` gives the shift of which an open place was pressed, `off_asked` the place to free."""

    put_asked = Signal(object)
    off_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._week: WeekRota | None = None
        self._inside: QWidget | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(2, 2, 2, 2)

    def put(self, week: WeekRota) -> None:
        """Show a week; the keyboard stays on the cell where it was."""
        focused = self.focusWidget()
        held = focused.objectName() if focused is not None and focused.hasFocus() else ""
        self._week = week
        self._build(week)
        if held and self._inside is not None:
            again = self._inside.findChild(QPushButton, held)
            if again is not None:
                again.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._week is not None:
            self._build(self._week)

    def _build(self, week: WeekRota) -> None:
        if self._inside is not None:
            self._stack.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        parts = list(dict.fromkeys(shift.part for shift in sorted(week.shifts, key=lambda one: one.starts)))
        grid.addWidget(_band(""), 0, 0)
        for column, on in enumerate(week.days, 1):
            grid.addWidget(self._day(on, week), 0, column)
            grid.setColumnStretch(column, 1)
            if on in week.closed:
                grid.addWidget(_closed(week.closed[on]), 1, column, max(1, len(parts)), 1)
        for row, part in enumerate(parts, 1):
            of_part = {shift.on: shift for shift in week.shifts if shift.part == part}
            spans = {times(shift) for shift in of_part.values()}
            grid.addWidget(_band(_part(part, spans)), row, 0)
            grid.setRowStretch(row, 1)
            for column, on in enumerate(week.days, 1):
                if on in of_part:
                    grid.addWidget(self._cell(of_part[on], week, said=len(spans) > 1), row, column)
                elif on not in week.closed:
                    grid.addWidget(_frame(), row, column)
        self._stack.addWidget(self._inside)

    def _day(self, on: date, week: WeekRota) -> QLabel:
        words = dates.short_day(on)
        band = _band(f"{words} · {translate('today')}" if on == week.today else words)
        band.setAlignment(Qt.AlignmentFlag.AlignCenter)
        band.setProperty("today", on == week.today)
        return band

    def _cell(self, shift: Shift, week: WeekRota, *, said: bool) -> QFrame:
        """Make a cell: the times where they differ from day to day, who is on, and the open places."""
        cell = _frame()
        cell.setAccessibleName(moment(shift))
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(8, 8, 8, 8)
        stack.setSpacing(6)
        if said:
            stack.addWidget(QLabel(times(shift)))
        for place, words in week.told(shift):
            chip = self._chip(place, words) if week.may_plan else _word(words, "absent" if place.absent else "on")
            chip.setObjectName(f"place {place.id}")
            chip.setAccessibleName(f"{moment(shift)}: {words}")
            stack.addWidget(chip)
        for number in range(week.open_places(shift)):
            gap = self._gap(shift) if week.may_plan else _word(translate("Open place"), "open")
            gap.setObjectName(f"open {shift.on} {shift.part} {number}")
            gap.setAccessibleName(f"{moment(shift)}: {translate('Open place')}")
            stack.addWidget(gap)
        stack.addStretch(1)
        return cell

    def _chip(self, place: Place, words: str) -> QPushButton:
        chip = QPushButton(words.replace("&", "&&"))
        chip.setProperty("kind", "absent" if place.absent else "on")
        menu = QMenu(chip)
        menu.addAction(translate("Take off the rota")).triggered.connect(lambda: self.off_asked.emit(place))
        chip.setMenu(menu)
        return chip

    def _gap(self, shift: Shift) -> QPushButton:
        gap = QPushButton(translate("Open place"))
        gap.setProperty("kind", "open")
        dress(gap, "user-plus")
        gap.clicked.connect(lambda: self.put_asked.emit(shift))
        return gap


def _part(part: DayPart, spans: set[str]) -> str:
    name = translate(PARTS[part])
    return f"{name}\n{next(iter(spans))}" if len(spans) == 1 else name


def _band(words: str) -> QLabel:
    band = QLabel(words)
    band.setProperty("kind", "band")
    return band


def _word(words: str, kind: str) -> QLabel:
    """Make a chip that only says something."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("place", kind)
    label.setWordWrap(True)
    return label


def _frame() -> QFrame:
    cell = QFrame()
    cell.setProperty("kind", "cell")
    return cell


def _closed(why: str) -> QLabel:
    label = QLabel(translate("Closed: {why}", why=why) if why else translate("Closed"))
    label.setProperty("kind", "warning")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
