"""A day of the month: its number, why it is not an ordinary one, and as many activities as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.activities.day import in_use, state
from buurtkamer_app.qt.activities.dragging import as_mime, of_mime
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.records import DayProgramme, Occurrence

if TYPE_CHECKING:
    _Said: TypeAlias = tuple[str, Occurrence | None]

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CHOOSES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FEWEST = 2  # lines under the number


class MonthDay(Form):
    """Shows a day; what does not fit is counted. It can be pressed, dragged from and let go on.

    `opened` gives the day that somebody wants to see, `dropped` the key and day of a date that was let go of here,
    `moved` the activity that the keys want elsewhere, and by how many days.
    """

    form: ClassVar[str] = "activities/month_day"
    heading: QLabel
    lines: QVBoxLayout

    opened = Signal(object)
    dropped = Signal(object, object, object)
    moved = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: DayProgramme | None = None
        self.chosen: Occurrence | None = None
        self._whole = self._names_hidden = False
        self._booked: tuple[Booked, ...] = ()
        self._this_month = True
        self._made: list[QWidget] = []
        self._shown: dict[QWidget, Occurrence] = {}
        self._pressed: tuple[QPoint, Occurrence | None] | None = None
        self.setAcceptDrops(True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(
        self, day: DayProgramme, booked: Sequence[Booked], *, month: int, is_today: bool, names_hidden: bool
    ) -> None:
        """Show a day; one of another month is paler."""
        self._names_hidden = names_hidden
        self.day, self._booked, self.chosen = day, tuple(booked), None
        self.setProperty("today", is_today)
        self.style().polish(self)
        self._this_month = day.on.month == month
        self.heading.setProperty("kind", "strong" if self._this_month else "soft")
        self.heading.style().polish(self.heading)
        self.say()

    def say(self) -> None:
        day = self.day
        if day is None:
            return
        why = state(day) if day.closure is not None or day.partly or day.holiday or day.school else ""
        words: list[_Said] = [(_line(entry), entry) for entry in _on(day)]
        words += [
            (f"{dates.clock(one.booking.starts)} {in_use(one, names_hidden=self._names_hidden)}", None)
            for one in self._booked
        ]
        chosen = translate("Chosen: {what}", what=_line(self.chosen)) if self.chosen is not None else ""
        told = [dates.day_heading(day.on), chosen, why, *(line for line, _ in words)]
        self.setAccessibleName(". ".join(part for part in told if part))
        self.setToolTip("" if self._whole else "\n".join(line for line, _ in words))
        letters = self.fontMetrics()
        self.setMinimumHeight(0 if self._whole else (_FEWEST + 1) * letters.height() + 6)
        short = str(day.on.day) if self._this_month else dates.short_month(day.on)
        title = dates.day_heading(day.on) if self._whole else short
        room = max(_FEWEST, (self.contentsRect().height() - 1) // letters.height() - 1)
        fitting = words if self._whole else _foremost(words, room, self.chosen)
        more = translate("+{count} more", count=len(words) - len(fitting)) if len(fitting) < len(words) else ""
        self.heading.setText(self._cut(" · ".join(part for part in (title, why, more) if part)))
        discard(self.lines, self._made)
        self._shown.clear()
        for line, entry in fitting:
            self._add(line, entry)

    def show_whole(self, *, whole: bool) -> None:
        """Show everything under each other, for a list of days, or what fits in a cell."""
        if whole != self._whole:
            self._whole = whole
            for label in (self.heading, *self._made):
                _sized(label, whole=whole)
            self.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits now."""
        super().resizeEvent(event)
        if event.oldSize() != event.size() and not self._whole:
            self.say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open it with Enter or space; choose an activity of it with Alt and up or down, move it with left or right."""
        alt, key = event.modifiers() & Qt.KeyboardModifier.AltModifier, Qt.Key(event.key())
        if event.key() in _OPENS and self.day is not None:
            self.opened.emit(self.day.on)
        elif alt and key in _CHOOSES:
            self._choose(_CHOOSES[key])
        elif alt and key in _MOVES:
            if self.chosen is None:
                self._choose(1)
            if self.chosen is not None:
                self.moved.emit(self.chosen, _MOVES[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let nothing be chosen on a day that is left."""
        super().focusOutEvent(event)
        if self.chosen is not None and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.chosen = None
            self.say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what may be dragged from here."""
        at = event.position().toPoint()
        under = self.childAt(at)
        self._pressed = (at, self._shown.get(under) if under is not None else None)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse is on its way."""
        start, entry = self._pressed or (QPoint(), None)
        if entry is None or (event.position().toPoint() - start).manhattanLength() < QApplication.startDragDistance():
            return
        drag = QDrag(self)
        drag.setMimeData(as_mime(entry.series.id, entry.on))
        self._pressed = None
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open it, unless something was dragged."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self.day is not None and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.day.on)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a date of an activity be let go of here."""
        if of_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was let go of here."""
        found = of_mime(event.mimeData())
        if found is not None and self.day is not None:
            event.acceptProposedAction()
            self.dropped.emit(*found, self.day.on)

    def _choose(self, step: int) -> None:
        """Choose the next activity of the day, or the one before."""
        entries = _on(self.day)
        if entries:
            place = entries.index(self.chosen) + step if self.chosen is not None else (0 if step > 0 else -1)
            self.chosen = entries[place % len(entries)]
            self.say()

    def _cut(self, words: str) -> str:
        """Give as many letters as there is room for, all of them where lines may break."""
        if self._whole:
            return words
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.contentsRect().width() - 10)

    def _add(self, words: str, entry: Occurrence | None) -> None:
        chosen = entry is not None and entry is self.chosen
        label = QLabel(self._cut(f"→ {words}" if chosen else words))
        label.setTextFormat(Qt.TextFormat.PlainText)
        _sized(label, whole=self._whole)
        if entry is not None:
            self._shown[label] = entry
        loud = "warning" if entry is not None and not entry.goes_on else ""
        label.setProperty("kind", "chosen" if chosen else loud)
        self._made.append(label)
        self.lines.addWidget(label)


def _on(day: DayProgramme | None) -> list[Occurrence]:
    """Give what is on; a closed day says enough about what it calls off."""
    if day is None:
        return []
    return [entry for entry in day.occurrences if not (day.closure is not None and entry.closed)]


def _sized(label: QWidget, *, whole: bool) -> None:
    """Let the words of a label break into lines, or be as wide as the cell is."""
    policy = QSizePolicy.Policy
    label.setSizePolicy(policy.Preferred if whole else policy.Ignored, policy.Minimum if whole else policy.Fixed)
    if isinstance(label, QLabel):
        label.setWordWrap(whole)


def _foremost(words: Sequence[_Said], room: int, chosen: Occurrence | None) -> list[_Said]:
    """Give so many lines, in their order: what is cancelled or moved goes before, what hosts lead goes last."""

    def weight(one: _Said) -> int:
        entry = one[1]
        if entry is not None and entry is chosen:
            return -1
        if entry is None or entry.changed or not entry.goes_on:
            return 0
        return 2 if entry.series.lead_kind is LeadKind.HOSTS and not entry.series.sign_up else 1

    first = sorted(words, key=weight)[:room]
    return [one for one in words if one in first]


def _line(entry: Occurrence) -> str:
    """Say an activity in one line."""
    at = dates.clock(entry.series.starts)
    if not entry.goes_on:
        return f"✕ {translate('does not go on')}: {entry.series.name}"
    moved = f" ({translate('moved')})" if entry.changed and entry.rule_date != entry.on else ""
    return f"{at} {entry.series.name}{moved}"
