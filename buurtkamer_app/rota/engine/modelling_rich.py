"""Adds to a model what a room does not ask and staff rotas do: runs of days on and off, and weekends.

The days of a member are a path: from each day that they are free to begin, either one day off, or a stretch of days on
with the days off that must follow it. Each stretch is a column, so that every path keeps the rules of runs by itself;
the relaxation is much tighter than with a row for each run (figures in docs/decisions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.engine.puzzle import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.rota.engine.model import Model
    from buurtkamer_app.rota.engine.puzzle import Member

SATURDAY: Final = 5
SUNDAY: Final = 6
_FREE: Final = Runs()

Arc = tuple[int, int, int]


def weekend(day: int) -> int | None:
    """Give the number of the weekend that a day is in."""
    return day // 7 if day % 7 in {SATURDAY, SUNDAY} else None


def weekends(first: int, end: int) -> set[int]:
    """Give the weekends that days touch, up to but without `end`."""
    return {its for day in range(first, end) if (its := weekend(day)) is not None}


def most_weekends(member: Member, held: set[int]) -> int:
    """Give how many weekends a member may be on: what is fixed stays, also where that is more."""
    fixed = {its for day in held if (its := weekend(day)) is not None}
    return max(member.weekends if member.weekends is not None else 0, len(fixed))


def add(model: Model, number: int, member: Member) -> None:
    """Add the rows that only a member with runs or weekends needs; their duties have their columns already."""
    if member.runs is None and member.weekends is None:
        return
    puzzle, mine = model.puzzle, model.on[number]
    days: list[list[int]] = [[] for _day in range(puzzle.days)]
    for duty, column in mine.items():
        days[puzzle.duties[duty].day].append(column)
    held = {puzzle.duties[duty].day for duty in member.fixed}
    if member.runs is None:
        _weekends(model, member, days, held)
    else:
        _path(model, number, days, held)


def _weekends(model: Model, member: Member, days: list[list[int]], held: set[int]) -> None:
    """Add a column for each weekend that is on when one of its days is."""
    on: dict[int, int] = {}
    for day, columns in enumerate(days):
        if (its := weekend(day)) is not None and columns:
            on.setdefault(its, model.column(upper=1.0))
            model.row([on[its], *columns], lower=0.0, amounts=[1.0, *(-1.0 for _column in columns)])
    model.row(list(on.values()), upper=float(most_weekends(member, held)))


def _path(model: Model, number: int, days: list[list[int]], held: set[int]) -> None:
    """Add the columns of days off and of stretches, the rows of the path, and what ties them to the duties."""
    last, member = len(days), model.puzzle.members[number]
    can = [bool(columns) for columns in days]
    enters: list[list[int]] = [[] for _node in range(last + 1)]
    leaves: list[list[int]] = [[] for _node in range(last + 1)]
    during: list[list[int]] = [[] for _day in days]
    during_weekends: list[tuple[int, int]] = []
    path = model.steps[number] = {}
    for first, end, after in arcs(member.runs or _FREE, can, held):
        column = model.column(upper=1.0, whole=True)
        path[first, end] = column, after
        leaves[first].append(column)
        enters[after].append(column)
        for day in range(first, end):
            during[day].append(column)
        if count := len(weekends(first, end)):
            during_weekends.append((column, count))
    for node in range(last + 1):
        begins, ends = float(node == 0), float(node == last)
        both = [*leaves[node], *enters[node]]
        if both:
            signs = [1.0] * len(leaves[node]) + [-1.0] * len(enters[node])
            model.row(both, begins - ends, begins - ends, signs)
    for duties, stretches in zip(days, during, strict=True):
        if duties:
            signs = [1.0] * len(duties) + [-1.0] * len(stretches)
            model.row([*duties, *stretches], 0.0, 0.0, signs)
    if member.weekends is not None:
        columns = [column for column, _count in during_weekends]
        counts = [float(count) for _column, count in during_weekends]
        model.row(columns, upper=float(most_weekends(member, held)), amounts=counts)


def arcs(runs: Runs, can: list[bool], held: set[int]) -> list[Arc]:
    """Give the steps of a member's path: on from a day up to another, and the day from which they are free again.

    A day off is a step that is on for no days. What runs past the first or the last day counts as enough. Days that
    are held by what is fixed are on; where no path keeps the rules so, they may break them.
    """
    return _arcs(runs, can, held, held_may=False) or _arcs(runs, can, held, held_may=True)


def _arcs(runs: Runs, can: list[bool], held: set[int], *, held_may: bool) -> list[Arc]:
    last = len(can)
    reached = [True] + [False] * last
    found: list[Arc] = []
    for first in range(last):
        if not reached[first]:
            continue
        for end, after in ((first, first + 1), *_stretches(runs, can, held, first, held_may=held_may)):
            if end > first or first not in held:
                found.append((first, end, after))
                reached[after] = True
    leads = [False] * last + [True]
    for first, _end, after in reversed(found):
        if leads[after]:
            leads[first] = True
    return [(first, end, after) for first, end, after in found if leads[after]]


def _stretches(runs: Runs, can: list[bool], held: set[int], first: int, *, held_may: bool) -> Iterator[tuple[int, int]]:
    last = len(can)
    longest = last if runs.most_on is None else runs.most_on
    all_held = held_may
    for end in range(first + 1, last + 1):
        if not can[end - 1]:
            return
        all_held = all_held and end - 1 in held
        length = end - first
        if length > longest and not all_held:
            return
        if length < runs.least_on and first > 0 and end < last and not all_held:
            continue
        if end in held:
            continue
        after = min(last, end + runs.least_off)
        taken = next((day for day in range(end, after) if day in held), None)
        if taken is None:
            yield end, after
        elif held_may and end - 1 in held:
            yield end, taken


def steps(model: Model, number: int, mine: Sequence[int]) -> list[int]:
    """Give the columns of the path that a member's duties make, as far as it is one that keeps the rules."""
    path = model.steps.get(number, {})
    on = {model.puzzle.duties[duty].day for duty in mine}
    node, found = 0, list[int]()
    while node < model.puzzle.days:
        end = next(day for day in range(node, model.puzzle.days + 1) if day not in on)
        if (node, end) not in path:
            break
        column, node = path[node, end]
        found.append(column)
    return found
