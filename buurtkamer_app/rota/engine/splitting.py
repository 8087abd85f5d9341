"""Solves a large puzzle in pieces: weeks that are alike all at once, and what is left a few weeks after another.

Weeks hang together by the fair shares, and by the rest between Sunday and Monday. Where weeks are alike, their sum is
one small puzzle, of which the best is never dearer than the best of the whole: a bound that is proven. That sum is then
dealt out over the weeks, each as near to an equal part as whole shifts can be. Without the rows of rest this always
goes and costs the same, since such a network splits into whole parts (Baum and Trotter 1978: integer decomposition);
with them it nearly always does, and what it costs more is looked for in the whole.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.engine import greedy, rules
from buurtkamer_app.rota.engine.highs import NEAR, is_optimal, is_whole, load, up
from buurtkamer_app.rota.engine.model import Model
from buurtkamer_app.rota.engine.modelling import build
from buurtkamer_app.rota.engine.part import Cutter, Part
from buurtkamer_app.rota.engine.puzzle import Answer
from buurtkamer_app.rota.engine.weeks import Weeks, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from buurtkamer_app.rota.engine.puzzle import Puzzle

    Heard = Callable[[Answer], None]
    Improve = Callable[[Puzzle, Answer, float, Heard], Answer]

_HALF: Final = 0.5
# Weeks for each kind of week from which on it pays to take those that are alike together.
_ALIKE: Final = 2
# Seconds that the relaxation of a choice takes on a slow computer; where there is no time for all, parts are solved.
_SLOW: Final = 1e-4
# Days that are solved together, and how far the next such days begin after them.
_WINDOW: Final = 28
_STEP: Final = 21


def search(puzzle: Puzzle, begin: Answer, ends: float, tell: Heard, improve: Improve) -> Answer:
    """Give the best answer found before a moment (of the monotonic clock); `improve` solves what is not so large."""
    best, weeks = begin, cut(puzzle)
    parts = _Parts(puzzle, ends, tell, improve)
    if weeks is not None and len(weeks.kinds) * _ALIKE <= len(weeks.kind):
        alike = _Alike(puzzle, weeks, ends, improve)
        best = alike.answer(begin)
        tell(best)
        best = parts.better(best, [puzzle.duties[duties[0]].day - 7 for duties in alike.uneven])
    size = sum(len(member.may) for member in puzzle.members)
    if not best.proven and size * _SLOW < ends - time.monotonic():
        best = _kept(best, improve(puzzle, best, ends, tell))
    before = best.cost + 1
    while best.cost < before and not best.proven:
        before = best.cost
        best = parts.better(best, range(0, puzzle.days, _STEP))
    return best


class _Parts:
    """Solves some weeks at a time, while all others stay as they are."""

    def __init__(self, puzzle: Puzzle, ends: float, tell: Heard, improve: Improve) -> None:
        self._puzzle, self._ends, self._tell, self._improve = puzzle, ends, tell, improve
        self._cutter = Cutter(puzzle)

    def better(self, best: Answer, firsts: Iterable[int]) -> Answer:
        """Solve from each of these days on, one after another; give the best answer."""
        everybody = tuple(range(len(self._puzzle.members)))
        for first in firsts:
            if best.proven or time.monotonic() >= self._ends:
                break
            part = Part(everybody, max(0, first), min(first + _WINDOW, self._puzzle.days))
            puzzle = self._cutter.cut(part, best.on)
            known = Answer(best.on, rules.cost(puzzle, best.on), 0, proven=False)
            on = self._improve(puzzle, known, self._ends, lambda _answer: None).on
            if (cost := rules.cost(self._puzzle, on)) < best.cost:
                best = Answer(on, cost, best.bound, cost <= best.bound)
                self._tell(best)
        return best


def _kept(known: Answer, found: Answer) -> Answer:
    """Give the cheaper of two answers with the better of their bounds."""
    best, bound = (found if found.cost <= known.cost else known), max(known.bound, found.bound)
    return Answer(best.on, best.cost, bound, best.cost <= bound)


@dataclass(slots=True)
class _Kind:
    """A kind of week: its model, how many such weeks are left, and how often each column is to be in them together.

    `turns` are places in the week, the first at its end, of which a member takes one at most from one such week to the
    next; `runs` is how often such weeks begin anew after others.
    """

    model: Model
    left: int
    runs: int
    turns: tuple[tuple[int, ...], ...]
    often: dict[int, int] = field(default_factory=dict)


def _kind(weeks: Weeks, number: int) -> _Kind:
    """Give a kind of week as it stands before any is dealt out."""
    mine = [week for week, kind in enumerate(weeks.kind) if kind == number]
    after = [week for week in mine if week and weeks.kind[week - 1] == number]
    pairs = [
        {
            (weeks.duties[week - 1].index(first), weeks.duties[week].index(second))
            for first, second in weeks.between[week]
        }
        for week in after
    ]
    turns: dict[int, list[int]] = {}
    # What holds between some of them only is no rule for their sum.
    for first, second in sorted(set.intersection(*pairs) if pairs else ()):
        turns.setdefault(first, [first]).append(second)
    return _Kind(build(weeks.kinds[number]), len(mine), len(mine) - len(after), tuple(map(tuple, turns.values())))


class _Alike:
    """Solves weeks that are alike together, and deals what comes of it out over them.

    `uneven` are the weeks (their duties) that could not have an equal part.
    """

    def __init__(self, puzzle: Puzzle, weeks: Weeks, ends: float, improve: Improve) -> None:
        self._puzzle, self._weeks, self._ends, self._improve = puzzle, weeks, ends, improve
        self.uneven: list[tuple[int, ...]] = []
        self._kinds = [_kind(weeks, number) for number in range(len(weeks.kinds))]

    def answer(self, known: Answer) -> Answer:
        """Give an answer with a bound that is proven, or the one that is known."""
        total, offsets = self._together()
        bound = self._solve(total, offsets)
        if bound is None:
            return known
        on = self._deal()
        if any(rules.broken(self._puzzle, on)):
            return known
        return _kept(known, Answer(on, rules.cost(self._puzzle, on), bound, proven=False))

    def _together(self) -> tuple[Model, list[int]]:
        """Give the model of the sums over all weeks of a kind, and where the columns of each kind begin in it."""
        total, offsets = Model(self._puzzle, []), list[int]()
        mine: list[list[int]] = [[] for _member in self._puzzle.members]
        for kind in self._kinds:
            part, count, offset = kind.model, kind.left, len(total.costs)
            offsets.append(offset)
            total.constant += part.constant * count
            for cost, lower, upper, whole in zip(part.costs, part.lowers, part.uppers, part.wholes, strict=True):
                total.column(cost, lower * count, upper * count, whole=whole)
            for row, (columns, amounts) in enumerate(_rows(part)):
                moved = [offset + column for column in columns]
                total.row(moved, part.row_lowers[row] * count, part.row_uppers[row] * count, amounts)
            for number, columns_of in enumerate(part.on):
                mine[number] += [offset + column for column in columns_of.values()]
                for places in kind.turns:
                    columns = [offset + columns_of[at] for at in places if at in columns_of]
                    total.row(columns, upper=float(count + kind.runs))
        for member, columns in zip(self._puzzle.members, mine, strict=True):
            if member.share is not None and member.share_cost:
                above, below = total.column(member.share_cost), total.column(member.share_cost)
                signs = [*(1.0 for _column in columns), -1.0, 1.0]
                total.row([*columns, above, below], member.share, member.share, signs)
        return total, offsets

    def _solve(self, total: Model, offsets: Sequence[int]) -> int | None:
        """Find how often each column is to be there, and give the bound; None when there was no time for it."""
        unit = rules.step(self._puzzle)
        highs = load(total, self._ends, whole=False)
        highs.run()
        if not is_optimal(highs):
            return None
        values, bound = highs.getSolution().col_value, up(highs.getInfo().objective_function_value, unit)
        if not is_whole(total, values):
            highs = load(total, time.monotonic() + (self._ends - time.monotonic()) / 2, whole=True)
            highs.setOptionValue("mip_rel_gap", 0.0)
            highs.setOptionValue("mip_abs_gap", unit * NEAR)
            highs.run()
            solution = highs.getSolution()
            if not solution.value_valid:
                return None
            values, bound = solution.col_value, max(bound, up(highs.getInfo().mip_dual_bound, unit))
        for kind, offset in zip(self._kinds, offsets, strict=True):
            for columns in kind.model.on:
                kind.often.update((column, round(values[offset + column])) for column in columns.values())
        return bound

    def _deal(self) -> tuple[tuple[int, ...], ...]:
        """Give every week its part, one after the other."""
        on: list[list[int]] = [[] for _member in self._puzzle.members]
        there: list[set[int]] = [set() for _duty in self._puzzle.duties]
        for week, duties in enumerate(self._weeks.duties):
            kind, place = self._kinds[self._weeks.kind[week]], {duty: at for at, duty in enumerate(duties)}
            barred = [(member, place[second]) for first, second in self._weeks.between[week] for member in there[first]]
            found = self._even(kind, barred)
            if found is None:
                found = self._apart(kind, barred)
                self.uneven.append(duties)
            kind.left -= 1
            for member, mine in enumerate(found):
                for at in mine:
                    column = kind.model.on[member][at]
                    kind.often[column] = max(0, kind.often[column] - 1)
                    on[member].append(duties[at])
                    there[duties[at]].add(member)
        return tuple(tuple(sorted(mine)) for mine in on)

    def _even(self, kind: _Kind, barred: Sequence[tuple[int, int]]) -> Sequence[Sequence[int]] | None:
        """Give one week so that every column and row has an equal part of what is left, rounded up or down."""
        model, even = kind.model, Model(kind.model.puzzle, [])
        most = {column: -(-often // kind.left) for column, often in kind.often.items()}
        for member, at in barred:
            if at in model.on[member]:
                most[model.on[member][at]] = 0
        sure = {column: min(often // kind.left, most[column]) for column, often in kind.often.items()}
        if any(one > 1 for one in sure.values()):
            return None
        # The begin of a week first, its end as late as can be: so nobody's end comes before their begin of the next.
        late = {columns[places[0]] for columns in model.on for places in kind.turns if places[0] in columns}
        moved = {
            column: even.column(float(column in late), upper=1.0, whole=True)
            for column in sure
            if sure[column] < most[column]
        }
        for row, (columns, _amounts) in enumerate(_rows(model)):
            counted = [column for column in columns if column in sure]
            all_of = sum(kind.often[column] for column in counted)
            held = sum(sure[column] for column in counted)
            low, high = all_of // kind.left - held, min(-(-all_of // kind.left), model.row_uppers[row]) - held
            free = [moved[column] for column in counted if column in moved]
            if free:
                even.row(free, float(low), float(high))
            elif counted and not low <= 0 <= high:
                return None
        values = _whole_values(even, self._ends)
        if values is None:
            return None
        taken = {column for column in sure if sure[column] or (column in moved and values[moved[column]] > _HALF)}
        return [[at for at, column in columns.items() if column in taken] for columns in model.on]

    def _apart(self, kind: _Kind, barred: Sequence[tuple[int, int]]) -> Sequence[Sequence[int]]:
        """Give one week that keeps the rules and is near to an equal part, where none can be as near as is wanted."""
        part, shut = kind.model.puzzle, set(barred)
        members = tuple(
            replace(
                member,
                may=tuple(at for at in member.may if (number, at) not in shut),
                share=round(sum(kind.often[column] for column in kind.model.on[number].values()) / kind.left),
                share_cost=self._puzzle.members[number].share_cost,
            )
            for number, member in enumerate(part.members)
        )
        part = replace(part, members=members)
        on = greedy.fill(part)
        start = Answer(on, rules.cost(part, on), 0, proven=False)
        return self._improve(part, start, self._ends, lambda _answer: None).on


def _whole_values(model: Model, ends: float) -> Sequence[float] | None:
    """Give the best whole values of a model; None when there are none."""
    if not model.costs:
        return []
    for whole in (False, True):
        highs = load(model, ends, whole=whole)
        highs.run()
        if not is_optimal(highs):
            return None
        values: Sequence[float] = highs.getSolution().col_value
        if is_whole(model, values):
            return values
    return None


def _rows(model: Model) -> list[tuple[list[int], list[float]]]:
    """Give the columns and amounts of each row."""
    ends = [*model.starts[1:], len(model.indices)]
    spans = zip(model.starts, ends, strict=True)
    return [(model.indices[first:end], model.amounts[first:end]) for first, end in spans]
