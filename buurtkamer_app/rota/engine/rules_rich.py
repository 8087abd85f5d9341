"""Which answers keep what only staff rotas ask: runs of days, weekends, at least so much; nothing is searched."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from buurtkamer_app.rota.engine.modelling_rich import weekend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.rota.engine.puzzle import Limit, Member, Puzzle, Runs


def broken(puzzle: Puzzle, on: Sequence[Sequence[int]]) -> list[int]:
    """Give the number of each member whose duties break such a rule, whatever is fixed."""
    pairs = enumerate(zip(puzzle.members, on, strict=True))
    return [number for number, (member, mine) in pairs if not is_kept(puzzle, member, mine)]


def lacks(puzzle: Puzzle, on: Sequence[Sequence[int]]) -> bool:
    """Tell whether some member is on less than a limit asks at least."""
    pairs = zip(puzzle.members, on, strict=True)
    return any(used(limit, mine) < limit.least for member, mine in pairs for limit in member.limits)


def is_kept(puzzle: Puzzle, member: Member, mine: Sequence[int]) -> bool:
    """Tell whether the duties of a member keep the rules of runs and weekends, and are enough."""
    days = {puzzle.duties[duty].day for duty in mine}
    if member.runs is not None and not keeps_runs(member.runs, [day in days for day in range(puzzle.days)]):
        return False
    if member.weekends is not None and len({weekend(day) for day in days} - {None}) > member.weekends:
        return False
    return all(used(limit, mine) >= limit.least for limit in member.limits)


def used(limit: Limit, mine: Sequence[int]) -> int:
    """Give how much of a limit duties use."""
    among = set(mine)
    amounts = limit.amounts or (1,) * len(limit.duties)
    return sum(amount for duty, amount in zip(limit.duties, amounts, strict=True) if duty in among)


def keeps_runs(runs: Runs, on: Sequence[bool]) -> bool:
    """Tell whether days on and off keep the rules of runs; what runs past the period counts as enough."""
    turns = [0, *(day for day in range(1, len(on)) if on[day] != on[day - 1]), len(on)]
    for first, end in pairwise(turns):
        least = runs.least_on if on[first] else runs.least_off
        if end - first < least and first > 0 and end < len(on):
            return False
        if on[first] and runs.most_on is not None and end - first > runs.most_on:
            return False
    return True
