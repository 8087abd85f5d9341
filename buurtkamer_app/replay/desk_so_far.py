"""What a daybook has at the desk so far: who is on, who holds which shift, which parties signed up."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.replay.room_file import PatternPart, RoomFile

Party = tuple[int, date, str]


class DeskSoFar:
    """The desk as the checked part of a book leaves it; names are tidy.

    `day` and `at` are those of the latest event, `computer_off` whether the computer was put off and not yet on.
    """

    def __init__(self, room: RoomFile) -> None:
        self.day = date.min
        self.at = ""
        self.computer_off = False
        self._patterns: dict[int, dict[DayPart, PatternPart]] = {number: {} for number in range(7)}
        for pattern in room.room.shift_patterns:
            for weekday in pattern.days:
                self._patterns[weekday.number][pattern.name] = pattern
        self._holders: dict[tuple[date, DayPart], set[str]] = {}
        self._missed: set[tuple[DayPart, str]] = set()
        self._on: set[str] = set()
        self._off_today: set[str] = set()
        self._parties: Counter[Party] = Counter()
        self._cancelled_today: Counter[Party] = Counter()

    def begin(self, day: date) -> None:
        """Begin a day: nobody is on yet, and undo reaches no further back."""
        self.day, self.at = day, ""
        self._missed, self._on, self._off_today = set(), set(), set()
        self._cancelled_today = Counter()

    def has_shift(self, day: date, part: DayPart) -> bool:
        """Tell whether the weekday of a date has a shift in that part of the day."""
        return part in self._patterns[day.weekday()]

    def has_shift_today(self) -> bool:
        """Tell whether today's weekday has any shift."""
        return bool(self._patterns[self.day.weekday()])

    def put_on(self, day: date, part: DayPart, host: str) -> bool:
        """Put a host on a shift; False when they are on it already."""
        holders = self._holders.setdefault((day, part), set())
        free = host not in holders
        holders.add(host)
        return free

    def sign_on(self, host: str) -> None:
        """Let a host begin."""
        self._on.add(host)

    def sign_off(self, host: str) -> bool:
        """Let a host stop; False when they are not on."""
        was_on = host in self._on
        self._on.discard(host)
        self._off_today.add(host)
        return was_on

    def holds(self, host: str) -> bool:
        """Tell whether a host holds a shift today."""
        return self._shift_meant(host) is not None

    def miss(self, host: str) -> bool:
        """Note that a host is not there; False when they hold no shift today."""
        part = self._shift_meant(host)
        if part is not None:
            self._missed.add((part, host))
        return part is not None

    def take_over(self, host: str, replaces: str) -> bool:
        """Let a host take over a shift that `replaces` holds; False when they are on it already."""
        part = self._shift_meant(replaces)
        if part is None or host in self._holders[self.day, part]:
            return False
        self._holders[self.day, part].remove(replaces)
        self._holders[self.day, part].add(host)
        return True

    def sign_up(self, party: Party) -> None:
        """Let a party sign up."""
        self._parties[party] += 1

    def cancel(self, party: Party) -> bool:
        """Let a party cancel; False when there is none of that name."""
        if self._parties[party] <= 0:
            return False
        self._parties[party] -= 1
        self._cancelled_today[party] += 1
        return True

    def undo(self) -> None:
        """Bring back whatever an undo may bring back: who signed off today, which parties cancelled today."""
        self._on |= self._off_today
        self._parties.update(self._cancelled_today)
        self._cancelled_today = Counter()

    def _shift_meant(self, host: str) -> DayPart | None:
        """Give the shift that is meant by a host at this hour, as the rota does: missed, then not over, then first."""
        patterns = self._patterns[self.day.weekday()]
        held = [part for part in patterns if host in self._holders.get((self.day, part), set())]
        if not held:
            return None
        return min(
            held,
            key=lambda part: ((part, host) not in self._missed, patterns[part].end <= self.at, patterns[part].start),
        )
