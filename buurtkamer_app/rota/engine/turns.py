"""Gives each member in turn the cheapest days beside what all others have: a start, and better by going round."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.engine import rules
from buurtkamer_app.rota.engine.alone import Alone, Ground
from buurtkamer_app.rota.engine.part import Cutter, Part
from buurtkamer_app.rota.engine.puzzle import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.rota.engine.puzzle import Need, Puzzle

    Heard = Callable[[Answer], None]
    Improve = Callable[[Puzzle, Answer, float, Heard, Callable[[], bool]], Answer]

# What a place that no member may ever take costs in a table of prices.
_SHUT: Final = 1 << 20
# More than any answer costs.
ENDLESS: Final = 1 << 50
# Seconds that the solver may look for days of one member that were not found at once.
_TRIED: Final = 10.0


class Turns:
    """Who is on what, while members choose one after another; `improve` solves a puzzle from an answer."""

    def __init__(self, puzzle: Puzzle, cutter: Cutter, improve: Improve) -> None:
        self._puzzle, self._cutter, self._improve = puzzle, cutter, improve
        self._ground = Ground(puzzle)
        self._alone: dict[int, Alone] = {}
        self._needs: list[list[Need]] = [[] for _duty in puzzle.duties]
        for need in puzzle.needs:
            self._needs[need.duty].append(need)
        self.on: list[tuple[int, ...]] = [()] * len(puzzle.members)
        self._there: list[set[int]] = [set() for _duty in puzzle.duties]

    def start(self) -> None:
        """Let each choose once, who can choose least first."""
        members = self._puzzle.members
        for number in sorted(range(len(members)), key=lambda number: len(members[number].may)):
            course = self._course(number)
            self._put(number, self._any_course(number) if course is None else course)

    def again(self, number: int) -> int:
        """Let one member choose again; give what that gained."""
        before = self._take(number)
        found, gain = self._course(number), 0
        if found is not None and found != before:
            gain = max(0, self._worth(number, before) - self._worth(number, found))
        self._put(number, found if found is not None and gain > 0 else before)
        return gain

    def _put(self, number: int, mine: tuple[int, ...]) -> None:
        self.on[number] = mine
        for duty in mine:
            self._there[duty].add(number)

    def _take(self, number: int) -> tuple[int, ...]:
        for duty in self.on[number]:
            self._there[duty].remove(number)
        return self.on[number]

    def _any_course(self, number: int) -> tuple[int, ...]:
        """Let the solver find days for one member; where there are none that keep the rules, what is fixed."""
        fixed = self._puzzle.members[number].fixed
        alone = self._cutter.cut(Part((number,), 0, self._puzzle.days), self.on)
        none = Answer((fixed,), ENDLESS, 0, proven=False)
        until = time.monotonic() + _TRIED
        return self._improve(alone, none, until, lambda _answer: None, lambda: False).on[0]

    def _course(self, number: int) -> tuple[int, ...] | None:
        member = self._puzzle.members[number]
        if number not in self._alone:
            self._alone[number] = Alone(self._puzzle, self._ground, member)
        return self._alone[number].course({duty: self._price(duty, number) for duty in (*member.may, *member.fixed)})

    def _worth(self, number: int, mine: tuple[int, ...]) -> int:
        """Give what a member's duties cost, beside who is there."""
        more = sum(self._price(duty, number) for duty in mine)
        return rules.member_cost(self._puzzle.members[number], mine) + more

    def _price(self, duty: int, number: int) -> int:
        """Give what it costs that one member more is on a duty."""
        price, there = 0, self._there[duty]
        for need in self._needs[duty]:
            if need.among is None or number in need.among:
                count = len(there) if need.among is None else len(there & need.among)
                if count < need.wanted:
                    price -= need.under
                else:
                    price += _SHUT if need.over is None else need.over
        return price
