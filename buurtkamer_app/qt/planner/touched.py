"""What a closure touches, as rows in which somebody decides what becomes of each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.planner.closing.records import ClosingPlan, MovedActivity, MovedShift
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.planner import close_words
from buurtkamer_app.qt.planner.close_row import Becomes, CloseRow, Fate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from buurtkamer_app.planner.closing.records import Preview
    from buurtkamer_app.room.records import NewClosure

    Key = tuple[object, ...]

# More rows than these nobody decides about one by one: those are cancelled together.
_SHOWN: Final = 60
_OFF: Final = Fate(Becomes.OFF)
_SAME: Final = Fate(Becomes.SAME)


class Touched:
    """Makes the rows; what was chosen stays chosen while the days change."""

    def __init__(self, rows: QVBoxLayout, owner: QWidget, *, names_hidden: bool) -> None:
        self._rows, self._owner, self._names_hidden = rows, owner, names_hidden
        self._seen: Preview | None = None
        self._next: date | None = None
        self._chosen: dict[Key, Fate] = {}
        self._made: list[QWidget] = []
        self.shown: dict[Key, CloseRow] = {}

    def put(self, seen: Preview, today: date) -> None:
        """Show what is touched."""
        self._seen, self._next = seen, max(seen.closure.last, today) + timedelta(days=1)
        self._remember()
        discard(self._rows, self._made)
        self.shown = {}
        for key, told, fates in self._entries(seen):
            if len(self.shown) == _SHOWN:
                break
            row = CloseRow(told, fates, self._chosen.get(key), self._owner)
            self.shown[key] = row
            self._made.append(row)
            self._rows.addWidget(row)

    def hide_names(self, *, hidden: bool) -> None:
        """Show how many hosts only, or who they are again."""
        self._names_hidden = hidden
        if self._seen is not None and self._next is not None:
            self.put(self._seen, self._next - timedelta(days=1))

    @property
    def movable(self) -> bool:
        """Tell whether anything can move."""
        return any({fate.becomes for fate in row.fates} & {Becomes.DAY, Becomes.SPACE} for row in self.shown.values())

    def move_all(self) -> None:
        """Let everything move that can."""
        for row in self.shown.values():
            _ = row.choose(Becomes.SPACE) or row.choose(Becomes.DAY)

    def explained(self) -> str:
        """Say what happens with what nobody decides about."""
        if self._seen is None:
            return ""
        more = len(self._seen.activities) + len(self._seen.shifts) + len(self._seen.bookings) - len(self.shown)
        return translate("{count} more do not go on.", count=more) if more > 0 else ""

    def plan(self, new: NewClosure) -> ClosingPlan:
        """Give what was decided, for these days."""
        self._remember()
        moved: list[MovedActivity] = []
        same: list[tuple[UUID, date]] = []
        for entry in self._seen.activities if self._seen is not None else ():
            fate = self._fate(("activity", *entry.key))
            if fate.becomes is Becomes.SAME:
                same.append(entry.key)
            elif fate.becomes is Becomes.SPACE:
                moved.append(MovedActivity(*entry.key, entry.key[1], fate.space))
            elif fate.day is not None:
                moved.append(MovedActivity(*entry.key, fate.day))
        seen = self._seen
        shifts = [
            MovedShift(shift.shift.on, shift.shift.part, day, shift.shift.task)
            for shift in (seen.shifts if seen is not None else ())
            if (day := self._fate(("shift", *shift.key)).day) is not None
        ]
        booked = [(entry.booking.id, entry.on) for entry in (seen.bookings if seen is not None else ())]
        same += [key for key in booked if self._fate(("booking", *key)).becomes is Becomes.SAME]
        return ClosingPlan(new, tuple(moved), tuple(shifts), tuple(same))

    def _fate(self, key: Key) -> Fate:
        return self._chosen.get(key, _OFF) if key in self.shown else _OFF

    def _remember(self) -> None:
        self._chosen |= {key: row.fate for key, row in self.shown.items()}

    def _entries(self, seen: Preview) -> Iterator[tuple[Key, tuple[str, str], list[Fate]]]:
        """Give every row: its key, what is said, and what can become of it."""
        other = Fate(Becomes.OTHER_DAY, self._next)
        for entry in seen.activities:
            fates = [_OFF]
            if entry.other_space:
                fates.append(Fate(Becomes.SPACE, None, entry.other_space))
            if entry.proposed is not None:
                fates.append(Fate(Becomes.DAY, entry.proposed))
            yield ("activity", *entry.key), close_words.activity(entry), [*fates, other, _SAME]
        for shift in seen.shifts:
            near = [Fate(Becomes.DAY, shift.proposed)] if shift.proposed is not None else []
            told = close_words.shift(shift, names_hidden=self._names_hidden)
            yield ("shift", *shift.key), told, [_OFF, *near, other]
        for booked in seen.bookings:
            told = close_words.booking(booked, names_hidden=self._names_hidden)
            yield ("booking", booked.booking.id, booked.on), told, [_OFF, _SAME]
