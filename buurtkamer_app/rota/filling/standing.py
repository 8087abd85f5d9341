"""Who can be on a shift as things stand, and what stands in the way of the others; nothing is stored here."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from buurtkamer_app.base.spans import monday
from buurtkamer_app.people.times.rules import willing_on
from buurtkamer_app.rota.filling import able

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart, Willing
    from buurtkamer_app.rota.filling.records import Asked, Hand, Question
    from buurtkamer_app.rota.records import ShiftKey


class Why(enum.Enum):
    """What stands in the way of a host for a shift, in the order in which it is looked at."""

    ON_IT = enum.auto()
    NOT_THEN = enum.auto()
    LEARNING = enum.auto()
    AWAY = enum.auto()
    CANNOT_SHOW = enum.auto()
    OTHER_SHIFT = enum.auto()
    NO_REST = enum.auto()
    FULL_WEEK = enum.auto()


def is_extra(hand: Hand, on: date, part: DayPart) -> bool:
    """Tell whether a host is there extra."""
    return any(one.extra and one.holds(on, part) for one in hand.otherwise)


def willing(hand: Hand, on: date, part: DayPart) -> Willing | None:
    """Tell how gladly a host works then; None when they are not available. Absences are not looked at."""
    return willing_on(hand.times, (one for one in hand.otherwise if one.extra), on, part)


class Standing:
    """Who is on which shifts, as it is decided so far: what is held, and what is put or taken here."""

    def __init__(self, question: Question) -> None:
        self.shifts = {asked.key: asked for asked in question.shifts}
        self.hands = {hand.id: hand for hand in question.hands}
        self._on: dict[UUID, dict[ShiftKey, tuple[time, time]]] = {}
        for host, key, starts, ends in question.held_around:
            self._on.setdefault(host, {})[key] = starts, ends
        for asked in question.shifts:
            for host in asked.held:
                self.put(host, asked.key)

    def put(self, host: UUID, key: ShiftKey) -> None:
        """Let a host be on a shift."""
        asked = self.shifts[key]
        self._on.setdefault(host, {})[key] = asked.starts, asked.ends

    def take(self, host: UUID, key: ShiftKey) -> None:
        """Let a host not be on a shift any more."""
        self._on.get(host, {}).pop(key, None)

    def on(self, key: ShiftKey) -> list[UUID]:
        """Give who is on a shift."""
        return [host for host, mine in self._on.items() if key in mine]

    def free(self, asked: Asked) -> int:
        """Give how many places of a shift nobody has."""
        return max(0, asked.hosts - len(self.on(asked.key)))

    def count(self, host: UUID) -> int:
        """Give how many shifts of the period a host has."""
        return sum(key in self.shifts for key in self._on.get(host, {}))

    def in_week(self, host: UUID, on: date) -> int:
        """Give how many shifts a host has in the week that holds a day."""
        return sum(monday(key.on) == monday(on) for key in self._on.get(host, {}))

    def why_not(self, hand: Hand, asked: Asked) -> Why | None:
        """Tell what stands first in the way of a host for a shift; None when they can."""
        return next(self._in_the_way(hand, asked), None)

    def _in_the_way(self, hand: Hand, asked: Asked) -> Iterator[Why]:
        key, mine = asked.key, self._on.get(hand.id, {})
        if key in mine:
            yield Why.ON_IT
        if willing(hand, key.on, key.part) is None and key not in hand.offers:
            yield Why.NOT_THEN
        if hand.trainee:
            yield Why.LEARNING
        if able.is_away(hand, asked):
            yield Why.AWAY
        if not able.shows(hand, asked):
            yield Why.CANNOT_SHOW
        if any(other.on == key.on for other in mine):
            yield Why.OTHER_SHIFT
        if any(able.near_held(asked, other, *times) for other, times in mine.items() if other.on != key.on):
            yield Why.NO_REST
        if self.in_week(hand.id, key.on) >= hand.most_a_week:
            yield Why.FULL_WEEK
