"""Finds the cheapest days of one member when all others stay as they are: the start of a rich rota, and a quick move.

Two steps. For each stretch of days on, the cheapest shifts that may follow each other. Then over the path of stretches
and days off (`modelling_rich.arcs`) the cheapest way for each number of weekends and of minutes, so that both bounds
are kept exactly. Other limits are kept by leaving out what is too much, cheapest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING, Final

import numpy as np

from buurtkamer_app.rota.engine import rules
from buurtkamer_app.rota.engine.modelling_rich import arcs, most_weekends, weekends
from buurtkamer_app.rota.engine.puzzle import Limit, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from buurtkamer_app.rota.engine.puzzle import Member, Puzzle

    Whole = NDArray[np.int32]
    Real = NDArray[np.float64]
    Truth = NDArray[np.bool_]

# More than any sum of costs, and twice as much still fits in 32 bits.
_NEVER: Final = 1 << 28
# What all days together are thought to cost at most.
_DEAREST: Final = 1 << 26
# Days in a row that are looked at where nobody said how many there may be.
_LONGEST: Final = 14
# Cells (weekends times minutes) of one day, and of all; where there would be more, minutes go in larger lumps.
_CELLS: Final = 60_000
_ALL_CELLS: Final = 25_000_000
# How often a course is looked for again, with what was too much left out.
_ROUNDS: Final = 30


class Ground:
    """The duties of a puzzle as a table: a row for each day, a place for each duty of it (`at`; -1 for none)."""

    def __init__(self, puzzle: Puzzle) -> None:
        days: list[list[int]] = [[] for _day in range(puzzle.days)]
        for duty, one in enumerate(puzzle.duties):
            days[one.day].append(duty)
        self.width = max(1, *(len(duties) for duties in days))
        self.at = np.full((puzzle.days, self.width), -1, np.int32)
        self.day = np.array([one.day for one in puzzle.duties], np.int32)
        self.place = np.zeros(len(puzzle.duties), np.int32)
        for day, duties in enumerate(days):
            self.at[day, : len(duties)] = duties
            self.place[duties] = range(len(duties))
        # Whether a duty (day, place) and one of the day after (place) go together.
        self.follows = np.ones((puzzle.days, self.width, self.width), bool)
        self.far: list[tuple[int, int]] = []
        for pair in puzzle.apart:
            first, second = sorted(pair, key=lambda duty: int(self.day[duty]))
            if self.day[second] - self.day[first] == 1:
                self.follows[self.day[first], self.place[first], self.place[second]] = False
            else:
                self.far.append(pair)

    def table(self, duties: Sequence[int], values: Sequence[int] | int, rest: int = 0) -> Whole:
        """Give numbers of duties as a table, and `rest` for all others."""
        found = np.full(self.at.shape, rest, np.int32)
        which = np.asarray(duties, np.intp)
        found[self.day[which], self.place[which]] = values
        return found


@dataclass(frozen=True, slots=True)
class _Step:
    """A way from one day to another: on from `first` up to `end`, touching so many weekends."""

    first: int
    end: int
    after: int
    weekends: int


class Alone:
    """One member of a puzzle, who is looked at again and again while the others change."""

    def __init__(self, puzzle: Puzzle, ground: Ground, member: Member) -> None:
        self._ground, self.member = ground, member
        may = sorted({*member.may, *member.fixed})
        fixed_days = {puzzle.duties[duty].day for duty in member.fixed}
        fixed = set(member.fixed)
        may = [duty for duty in may if duty in fixed or puzzle.duties[duty].day not in fixed_days]
        self._shut = ground.table(may, 0, _NEVER)
        own = dict.fromkeys(may, 0)
        for duty, cost in member.costs:
            own[duty] = own.get(duty, 0) + cost
        for duty, cost in member.misses:
            own[duty] = own.get(duty, 0) - cost
        self._dearest = _DEAREST // puzzle.days
        self._own = ground.table(list(own), self._within(own.values()))
        can = [bool(day.any()) for day in self._shut < _NEVER]
        runs = member.runs or Runs(most_on=_LONGEST)
        runs = Runs(runs.most_on or _LONGEST, runs.least_on, runs.least_off)
        counted = member.weekends is not None
        self._steps = [_Step(*arc, counted * len(weekends(*arc[:2]))) for arc in arcs(runs, can, fixed_days)]
        self._longest = max((step.end - step.first for step in self._steps), default=0)
        self._most_weekends = counted * most_weekends(member, fixed_days)
        self._limit, self._others = _main(member)
        self._amounts = ground.table(self._limit.duties, self._limit.amounts or 1)
        self._unit = self._lump()

    def _lump(self) -> int:
        """Give in how many minutes at once they are counted, so that a day is not too large a table."""
        unit = gcd(*(int(amount) for amount in np.unique(self._amounts))) or 1
        cells = max(100, min(_CELLS, _ALL_CELLS // len(self._ground.at)))
        while unit <= self._limit.most and (self._limit.most // unit + 1) * (self._most_weekends + 1) > cells:
            unit *= 2
        return unit

    def _within(self, costs: Iterable[int]) -> list[int]:
        """Give costs that are small enough to be added up."""
        return [max(-self._dearest, min(cost, self._dearest)) for cost in costs]

    def course(self, prices: dict[int, int]) -> tuple[int, ...] | None:
        """Give the cheapest duties when being on each has this price, or None where none was found."""
        extra = self._ground.table(list(prices), self._within(prices.values()))
        costs = np.clip(self._own + extra, -self._dearest, self._dearest) + self._shut
        least = self._limit.least
        for _round in range(_ROUNDS):
            if (found := self._cheapest(costs, least)) is None:
                return None
            chosen = set(found)
            short = self._limit.least - self._used(found)
            if short > 0:
                least += short
                continue
            over = next(self._too_much(chosen), None)
            if over is None:
                return None if any(chosen.issuperset(pair) for pair in self._ground.far) else found
            duties, much = over
            places = self._ground.day[duties], self._ground.place[duties]
            worst = sorted(zip(costs[places], *places, strict=True), reverse=True)[:much]
            for _cost, day, place in worst:
                costs[day, place] = _NEVER
        return None

    def _used(self, found: Sequence[int]) -> int:
        """Give the minutes of duties, exactly."""
        return int(self._amounts[self._ground.day[list(found)], self._ground.place[list(found)]].sum())

    def _too_much(self, chosen: set[int]) -> Iterator[tuple[list[int], int]]:
        """Give the duties of which there are too many, and by how many."""
        for limit, most in self._others:
            amounts = dict(zip(limit.duties, limit.amounts or (1,) * len(limit.duties), strict=True))
            on = [duty for duty in limit.duties if duty in chosen]
            used = sum(amounts[duty] for duty in on)
            if used > most:
                fixed = set(self.member.fixed)
                yield [duty for duty in on if duty not in fixed], -(-(used - most) // max(amounts.values()))

    def _cheapest(self, costs: Whole, least: int) -> tuple[int, ...] | None:
        """Give the cheapest course that keeps weekends and minutes."""
        tables = [_Stretches(self._ground, costs, self._amounts, self._longest, tilt) for tilt in self._tilts(costs)]
        cells, ways = self._fill(tables)
        units = -(-least // self._unit)
        good = cells[-1][:, units:]
        if good.size == 0 or good.min() >= _NEVER // 2:
            return None
        weekend, minutes = (int(at) for at in np.unravel_index(int(good.argmin()), good.shape))
        return self._back(cells, ways, tables, (weekend, minutes + units))

    def _tilts(self, costs: Whole) -> list[float]:
        """Give the prices of a minute at which stretches are looked at, where shifts are not equally long."""
        long = self._amounts[self._shut < _NEVER]
        if long.size == 0 or long.min() == long.max():
            return [0.0]
        scale = float(np.abs(costs[costs < _NEVER // 2]).max(initial=1)) / float(long.max())
        return [0.0, scale / 2, -scale / 20]

    def _fill(self, tables: list[_Stretches]) -> tuple[Whole, list[list[tuple[_Step, int, int, int]]]]:
        """Give for each day the least cost by weekends and minutes; and the steps that lead to it."""
        most, days = self._limit.most // self._unit, len(self._ground.at)
        cells = np.full((days + 1, self._most_weekends + 1, most + 1), _NEVER, np.int32)
        cells[0, 0, 0] = 0
        reach = [(0, 0)] * (days + 1)
        ways: list[list[tuple[_Step, int, int, int]]] = [[] for _node in range(days + 1)]
        for step in self._steps:
            seen = set()
            for number, table in enumerate(tables):
                cost, minutes = table.of(step.first, step.end)
                units = -(-minutes // self._unit)
                if cost >= _NEVER or units > most or step.weekends > self._most_weekends or (cost, units) in seen:
                    continue
                seen.add((cost, units))
                # Only what can have come together by then is looked at.
                (rows, columns), (its_rows, its_columns) = reach[step.first], reach[step.after]
                rows = min(rows, self._most_weekends - step.weekends)
                columns = min(columns, most - units)
                come = cells[step.after, step.weekends : step.weekends + rows + 1, units : units + columns + 1]
                np.minimum(come, cells[step.first, : rows + 1, : columns + 1] + np.int32(cost), out=come)
                ways[step.after].append((step, cost, units, number))
                reach[step.after] = max(its_rows, rows + step.weekends), max(its_columns, columns + units)
        return cells, ways

    def _back(
        self,
        cells: Whole,
        ways: list[list[tuple[_Step, int, int, int]]],
        tables: list[_Stretches],
        at: tuple[int, int],
    ) -> tuple[int, ...]:
        """Follow the cheapest way back from the last day."""
        node, (weekend, units), duties = len(cells) - 1, at, list[int]()
        while node > 0:
            for step, cost, taken, number in ways[node]:
                if step.weekends <= weekend and taken <= units:
                    before = cells[step.first, weekend - step.weekends, units - taken]
                    if before < _NEVER // 2 and before + cost == cells[node, weekend, units]:
                        duties += tables[number].duties(step.first, step.end)
                        node, weekend, units = step.first, weekend - step.weekends, units - taken
                        break
        return tuple(sorted(duties))


class _Stretches:
    """The cheapest shifts of each stretch of days; `tilt` is what a minute costs beside."""

    def __init__(self, ground: Ground, costs: Whole, amounts: Whole, longest: int, tilt: float) -> None:
        self._ground = ground
        days, _width = costs.shape
        tilted = costs + tilt * amounts
        value, cost, minutes = tilted.copy(), costs.astype(np.int64), amounts.astype(np.int64)
        self._before: list[NDArray[np.intp]] = []
        self._last, self._cost, self._minutes = [], [], []
        for length in range(1, longest + 1):
            if length > 1:
                first = days - length + 1
                joined = np.where(ground.follows[length - 2 : days - 1], value[:first, :, None], float(_NEVER))
                before = joined.argmin(axis=1)
                rows = np.arange(first)[:, None]
                value = joined.min(axis=1) + tilted[length - 1 :]
                cost = cost[rows, before] + costs[length - 1 :]
                minutes = minutes[rows, before] + amounts[length - 1 :]
                self._before.append(before)
            last = value.argmin(axis=1)
            rows = np.arange(len(last))
            self._last.append(last)
            self._cost.append(np.where(value[rows, last] < _NEVER // 2, cost[rows, last], _NEVER))
            self._minutes.append(minutes[rows, last])

    def of(self, first: int, end: int) -> tuple[int, int]:
        """Give what a stretch costs, and its minutes."""
        if first == end:
            return 0, 0
        length = end - first - 1
        return int(self._cost[length][first]), int(self._minutes[length][first])

    def duties(self, first: int, end: int) -> Iterator[int]:
        """Give the duties of a stretch, the last first."""
        if first == end:
            return
        place = self._last[end - first - 1][first]
        for day in range(end - 1, first - 1, -1):
            yield int(self._ground.at[day, place])
            if day > first:
                place = self._before[day - first - 1][first, place]


def _main(member: Member) -> tuple[Limit, list[tuple[Limit, int]]]:
    """Give the limit that is kept exactly, the one that asks most at least; and the others with what they allow."""
    pairs = list(zip(member.limits, rules.most(member), strict=True))
    main = max(pairs, key=lambda pair: (pair[0].least, len(pair[0].amounts)), default=None)
    if main is None:
        return Limit((), 0), []
    limit, most = main
    return Limit(limit.duties, most, limit.least, limit.amounts), [pair for pair in pairs if pair is not main]
