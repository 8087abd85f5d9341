"""The week as a grid: days across, parts of the day down, in each cell its shifts; hosts move by drag and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import closed, dates
from buurtkamer_app.qt.rota.cell import ShiftCell
from buurtkamer_app.qt.rota.said import times
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.papers.rota_week import WeekRota
    from buurtkamer_app.rota.records import Place, Shift, ShiftKey

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
# How much more it counts to be aside of the way that an arrow points than to be farther along it.
_ASIDE: Final = 4


class RotaGrid(QFrame):
    """Shows a week. `place_pressed`, `gap_pressed` and `extra_pressed` give the button and what it stands for.

    `move_asked` gives a place and the shift to which somebody wants who holds it; `moving` whether one is sought.
    """

    place_pressed = Signal(object, object, object)
    gap_pressed = Signal(object, object)
    extra_pressed = Signal(object, object)
    move_asked = Signal(object, object, object)
    moving = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._week: WeekRota | None = None
        self._inside: QWidget | None = None
        self._carried: tuple[Place, Shift] | None = None
        self.cells: list[ShiftCell] = []
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

    def carry(self, place: Place, shift: Shift) -> None:
        """Let the keys, or a press, choose to which shift a host goes."""
        self._carried = (place, shift)
        for cell in self.cells:
            cell.target(self._week is not None and cell.shift.key != shift.key and not self._week.is_over(cell.shift))
        here = next((cell for cell in self.cells if cell.shift.key == shift.key), None)
        there = self._nearest(here, (1, 0)) if here is not None else None
        there = there or next((cell for cell in self.cells if _is_target(cell)), None)
        if there is not None:
            there.setFocus()
        self.moving.emit(True)

    def let_be(self) -> None:
        """Let nobody go anywhere."""
        carried, self._carried = self._carried, None
        for cell in self.cells:
            cell.target(False)
        if carried is not None:
            chip = self.findChild(QPushButton, f"place {carried[0].id}")
            if chip is not None:
                chip.setFocus()
            self.moving.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from shift to shift with the arrows, go there with Enter, or leave it with Escape."""
        key = Qt.Key(event.key())
        here = next((cell for cell in self.cells if cell.hasFocus()), None)
        if self._carried is None or here is None:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Escape:
            self.let_be()
        elif key in _ARROWS:
            there = self._nearest(here, _ARROWS[key])
            if there is not None:
                there.setFocus()
        elif key in _ENTERS:
            self._choose(here.shift)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._week is not None:
            self._build(self._week)

    def _choose(self, to: Shift) -> None:
        if self._carried is not None:
            (place, shift), self._carried = self._carried, None
            for cell in self.cells:
                cell.target(False)
            self.moving.emit(False)
            self.move_asked.emit(place, shift, to)

    def _drop(self, key: object, to: Shift) -> None:
        for cell in self.cells:
            place = next((place for place in cell.shift.places if place.id == key), None)
            if place is not None and cell.shift.key != to.key:
                self.move_asked.emit(place, cell.shift, to)

    def _nearest(self, here: ShiftCell, way: tuple[int, int]) -> ShiftCell | None:
        """Give the shift that lies nearest in a direction."""

        def far(cell: ShiftCell) -> tuple[int, int]:
            off = cell.mapTo(self, QPoint(0, 0)) - here.mapTo(self, QPoint(0, 0))
            along, aside = off.x() * way[0] + off.y() * way[1], abs(off.x() * way[1]) + abs(off.y() * way[0])
            return along, aside

        ahead = [cell for cell in self.cells if _is_target(cell) and far(cell)[0] > 0]
        return min(ahead, key=lambda cell: far(cell)[0] + _ASIDE * far(cell)[1], default=None)

    def _build(self, week: WeekRota) -> None:
        if self._inside is not None:
            self._stack.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        if self._carried is not None:
            self._carried = None
            self.moving.emit(False)
        self.cells = []
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        by_time = sorted(week.shifts, key=lambda one: (bool(one.task), one.starts))
        found = dict.fromkeys([*(shift.part for shift in by_time), *(key.part for key in week.shut)])
        parts = [part for part in PARTS if part in found]
        grid.addWidget(_band(""), 0, 0)
        for column, on in enumerate(week.days, 1):
            grid.addWidget(_day(on, week), 0, column)
            grid.setColumnStretch(column, 1)
            if on in week.closed and not _goes_on(week, on):
                grid.addWidget(_closed(week.closed[on]), 1, column, max(1, len(parts)), 1)
        for row, part in enumerate(parts, 1):
            spans = {times(shift) for shift in week.shifts if shift.part == part and not shift.task}
            grid.addWidget(_band(_part(part, spans)), row, 0)
            grid.setRowStretch(row, 1)
            for column, on in enumerate(week.days, 1):
                if on not in week.closed or _goes_on(week, on):
                    grid.addWidget(self._cell(on, part, week, said=len(spans) > 1), row, column)
        self._stack.addWidget(self._inside)

    def _cell(self, on: date, part: DayPart, week: WeekRota, *, said: bool) -> QFrame:
        """Make the cell of a part of a day: the shift of the room, those of tasks under it, and what is closed."""
        frame = QFrame()
        frame.setProperty("kind", "cell")
        stack = QVBoxLayout(frame)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for shift in sorted((one for one in week.shifts if (one.on, one.part) == (on, part)), key=_room_first):
            cell = ShiftCell(shift, week, say_times=said)
            cell.place_pressed.connect(self.place_pressed)
            cell.gap_pressed.connect(self.gap_pressed)
            cell.extra_pressed.connect(self.extra_pressed)
            cell.dropped.connect(self._drop)
            cell.chosen.connect(self._choose)
            self.cells.append(cell)
            stack.addWidget(cell)
        for words in _why_not(week, on, part):
            stack.addWidget(words)
        if on in week.closed:
            stack.addWidget(_closed(week.closed[on]))
        stack.addStretch(1)
        return frame


def _goes_on(week: WeekRota, on: date) -> bool:
    """Tell whether an activity goes on with its hosts although the house is closed."""
    return any(shift.on == on for shift in week.shifts)


def _room_first(shift: Shift) -> tuple[bool, object, str]:
    return bool(shift.task), shift.starts, shift.task


def _is_target(cell: ShiftCell) -> bool:
    return cell.focusPolicy() is Qt.FocusPolicy.StrongFocus


def _why_not(week: WeekRota, on: date, part: DayPart) -> list[QLabel]:
    """Say why a shift is missing on a day that is closed for a part."""
    gone: list[ShiftKey] = [key for key in week.shut if (key.on, key.part) == (on, part)]
    found = []
    for words in dict.fromkeys(
        closed.why(closed.what("", week.shut[key].starts, week.shut[key].ends), week.shut[key].reason) for key in gone
    ):
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", "warning")
        label.setWordWrap(True)
        label.setContentsMargins(8, 8, 8, 8)
        found.append(label)
    return found


def _day(on: date, week: WeekRota) -> QLabel:
    words = dates.short_day(on)
    band = _band(f"{words} · {translate('today')}" if on == week.today else words)
    band.setAlignment(Qt.AlignmentFlag.AlignCenter)
    band.setProperty("today", on == week.today)
    return band


def _part(part: DayPart, spans: set[str]) -> str:
    name = translate(PARTS[part])
    return f"{name}\n{next(iter(spans))}" if len(spans) == 1 else name


def _band(words: str) -> QLabel:
    band = QLabel(words)
    band.setProperty("kind", "band")
    return band


def _closed(why: str) -> QLabel:
    label = QLabel(translate("Closed: {why}", why=why) if why else translate("Closed"))
    label.setProperty("kind", "warning")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
