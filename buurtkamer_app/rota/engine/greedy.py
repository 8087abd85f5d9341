"""Fills a rota at once, place by place and without looking back: what a search begins from, and what does without one.

The scarcest duties go first. A place then goes to whom it costs least, who has had the smallest part of their share;
where nobody is left, somebody who can only do this one makes room by leaving a duty that another takes over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.engine import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from buurtkamer_app.rota.engine.puzzle import Need, Puzzle

# How many may move up for one place before it is given up.
_LONGEST_CHAIN: Final = 4


@dataclass(slots=True)
class Sheet:
    """Who is on what so far, and who can be put where without breaking a rule."""

    puzzle: Puzzle
    on: list[set[int]] = field(init=False)
    there: list[set[int]] = field(init=False)
    can: list[dict[int, int]] = field(init=False)
    costs: list[dict[int, int]] = field(init=False)
    limits: list[dict[int, list[tuple[int, int]]]] = field(init=False)
    left: list[list[int]] = field(init=False)
    near: list[frozenset[int]] = field(init=False)

    def __post_init__(self) -> None:
        puzzle = self.puzzle
        self.on = [set() for _member in puzzle.members]
        self.there = [set() for _duty in puzzle.duties]
        self.can = [{} for _duty in puzzle.duties]
        self.limits, self.left, self.near = [], [], rules.clashes(puzzle)
        for number, member in enumerate(puzzle.members):
            costs, misses, by_duty = dict(member.costs), dict(member.misses), dict[int, list[tuple[int, int]]]()
            for index, limit in enumerate(member.limits):
                for duty, amount in zip(limit.duties, limit.amounts or (1,) * len(limit.duties), strict=True):
                    by_duty.setdefault(duty, []).append((index, amount))
            self.limits.append(by_duty)
            self.left.append(list(rules.most(member)))
            for duty in member.may:
                self.can[duty][number] = costs.get(duty, 0) - misses.get(duty, 0)
            for duty in member.fixed:
                self.put(number, duty)

    def put(self, member: int, duty: int) -> None:
        """Put a member on a duty."""
        self.on[member].add(duty)
        self.there[duty].add(member)
        for index, amount in self.limits[member].get(duty, ()):
            self.left[member][index] -= amount

    def take(self, member: int, duty: int) -> None:
        """Take a member off a duty."""
        self.on[member].remove(duty)
        self.there[duty].remove(member)
        for index, amount in self.limits[member].get(duty, ()):
            self.left[member][index] += amount

    def is_free(self, member: int, duty: int) -> bool:
        """Tell whether a member who may be on a duty can be put there beside what they are on already."""
        return self.on[member].isdisjoint(self.near[duty]) and all(
            amount <= self.left[member][index] for index, amount in self.limits[member].get(duty, ())
        )

    def blocking(self, member: int, duty: int) -> set[int]:
        """Give what a member could leave, any one of it, to be free for a duty as far as this can be told at once."""
        near = self.on[member] & self.near[duty]
        if near:
            return near if len(near) == 1 else set()
        full = (index for index, amount in self.limits[member].get(duty, ()) if amount > self.left[member][index])
        limits = self.puzzle.members[member].limits
        return next((self.on[member].intersection(limits[index].duties) for index in full), set())

    def free(self, duty: int) -> Iterator[int]:
        """Give who can be put on a duty."""
        there = self.there[duty]
        return (member for member in self.can[duty] if member not in there and self.is_free(member, duty))


def fill(puzzle: Puzzle) -> tuple[tuple[int, ...], ...]:
    """Give for each member the duties that they are put on."""
    sheet = Sheet(puzzle)
    needs = _by_duty(puzzle)
    scarce = {duty: len(sheet.can[duty]) / max(1, sum(need.wanted for need in needs[duty])) for duty in needs}
    for duty in sorted(needs, key=lambda duty: (scarce[duty], duty)):
        _fill_duty(sheet, duty, needs[duty])
    for duty in sorted(needs, key=lambda duty: puzzle.duties[duty].day):
        while _short(sheet, duty, needs[duty]) and _move_up(sheet, duty, _LONGEST_CHAIN, {duty}):
            pass
    return tuple(tuple(sorted(mine)) for mine in sheet.on)


def _by_duty(puzzle: Puzzle) -> dict[int, list[Need]]:
    found: dict[int, list[Need]] = {}
    for need in puzzle.needs:
        found.setdefault(need.duty, []).append(need)
    return found


def _short(sheet: Sheet, duty: int, needs: Iterable[Need]) -> bool:
    """Tell whether a duty still wants somebody, whoever that is."""
    return any(need.among is None and need.under and len(sheet.there[duty]) < need.wanted for need in needs)


def _fill_duty(sheet: Sheet, duty: int, needs: list[Need]) -> None:
    """Put one after another on a duty, the cheapest first, as long as that costs less than the place left open."""
    free = list(sheet.free(duty))
    while free:
        best = min(free, key=lambda member: _price(sheet, member, duty, needs))
        if _price(sheet, best, duty, needs)[0] >= 0:
            return
        sheet.put(best, duty)
        free.remove(best)


def _price(sheet: Sheet, member: int, duty: int, needs: Iterable[Need]) -> tuple[float, float, int]:
    """Give what it costs to put a member on a duty now, and then who has had the smallest part of their share."""
    price: float = sheet.can[duty][member]
    for need in needs:
        if need.among is None or member in need.among:
            count = len(sheet.there[duty]) if need.among is None else len(sheet.there[duty] & need.among)
            if count < need.wanted:
                price -= need.under
            else:
                price += float("inf") if need.over is None else need.over
    one, had = sheet.puzzle.members[member], len(sheet.on[member])
    if one.share is not None:
        price += -one.share_cost if had < one.share else one.share_cost
    part = had / one.share if one.share else float(had)
    return price, part, member


def _move_up(sheet: Sheet, duty: int, chain: int, seen: set[int]) -> bool:
    """Fill a place of a duty by somebody who leaves another, which is filled in the same way; tell whether it went."""
    if (free := min(sheet.free(duty), key=lambda member: len(sheet.on[member]), default=None)) is not None:
        sheet.put(free, duty)
        return True
    if chain == 0:
        return False
    for member in sheet.can[duty]:
        if member in sheet.there[duty]:
            continue
        for other in sorted(sheet.blocking(member, duty)):
            if other in seen or other in sheet.puzzle.members[member].fixed:
                continue
            sheet.take(member, other)
            if sheet.is_free(member, duty):
                sheet.put(member, duty)
                seen.add(other)
                if _move_up(sheet, other, chain - 1, seen):
                    return True
                sheet.take(member, duty)
            sheet.put(member, other)
    return False
