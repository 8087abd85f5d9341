"""Cuts a part out of a puzzle: some members on some days, while everything else stays as an answer has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from buurtkamer_app.rota.engine.puzzle import Limit, Need, Puzzle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.rota.engine.puzzle import Member

    On = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Part:
    """Who is free on which days (`end` not included)."""

    members: tuple[int, ...]
    first: int
    end: int


class Cutter:
    """Cuts parts out of one puzzle, again and again."""

    def __init__(self, puzzle: Puzzle) -> None:
        self._puzzle = puzzle
        self._days = [one.day for one in puzzle.duties]
        self._needs: list[list[Need]] = [[] for _day in range(puzzle.days)]
        for need in puzzle.needs:
            self._needs[self._days[need.duty]].append(need)
        # By the first of their two days.
        self._apart: list[list[tuple[int, int]]] = [[] for _day in range(puzzle.days)]
        self._rest = 0
        for pair in puzzle.apart:
            first, second = sorted(self._days[duty] for duty in pair)
            self._rest = max(self._rest, second - first)
            self._apart[first].append(pair)

    def cut(self, part: Part, on: On) -> Puzzle:
        """Give the puzzle of a part: its answer costs as much more or less as the whole would."""
        inside = frozenset(part.members)
        others: dict[int, list[int]] = {}
        for number, mine in enumerate(on):
            if number not in inside:
                for duty in mine:
                    if part.first <= self._days[duty] < part.end:
                        others.setdefault(duty, []).append(number)
        place = {number: at for at, number in enumerate(part.members)}
        needs = [
            _left(need, others.get(need.duty, ()), place)
            for day in range(part.first, part.end)
            for need in self._needs[day]
        ]
        apart = [pair for day in range(max(0, part.first - self._rest), part.end) for pair in self._apart[day]]
        members = tuple(self._member(number, part, on[number]) for number in part.members)
        return replace(self._puzzle, needs=tuple(needs), members=members, apart=tuple(apart))

    def _member(self, number: int, part: Part, mine: Sequence[int]) -> Member:
        """Give a member who stays on what they are on outside the days that are free."""
        member, days = self._puzzle.members[number], self._days
        held = {duty for duty in mine if not part.first <= days[duty] < part.end}
        may = tuple(duty for duty in member.may if part.first <= days[duty] < part.end)
        fixed = held.union(member.fixed)
        there = fixed.union(may)
        limits = tuple(_within(limit, there) for limit in member.limits)
        return replace(member, may=may, fixed=tuple(sorted(fixed)), limits=limits)


def _left(need: Need, others: Sequence[int], place: dict[int, int]) -> Need:
    """Give what a need still wants beside who stays on its duty."""
    there = len(others) if need.among is None else sum(number in need.among for number in others)
    among = None if need.among is None else frozenset(place[number] for number in need.among if number in place)
    return Need(need.duty, max(0, need.wanted - there), need.under, need.over, among)


def _within(limit: Limit, there: set[int]) -> Limit:
    """Give a limit over those duties alone that a member may still be on."""
    if not limit.amounts:
        return replace(limit, duties=tuple(duty for duty in limit.duties if duty in there))
    pairs = [pair for pair in zip(limit.duties, limit.amounts, strict=True) if pair[0] in there]
    return replace(limit, duties=tuple(duty for duty, _each in pairs), amounts=tuple(each for _duty, each in pairs))
