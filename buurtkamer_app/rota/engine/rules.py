"""What an answer to a puzzle costs, and which of the rules that hold for any rota it breaks; nothing is searched."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.rota.engine.puzzle import Member, Need, Puzzle

    On = Sequence[Sequence[int]]


def cost(puzzle: Puzzle, on: On) -> int:
    """Give what it costs when each member is on these duties."""
    members = sum(member_cost(member, mine) for member, mine in zip(puzzle.members, on, strict=True))
    return members + sum(need_cost(need, count) for need, count in zip(puzzle.needs, counts(puzzle, on), strict=True))


def member_cost(member: Member, mine: Sequence[int]) -> int:
    """Give what it costs that a member is on these duties, and on no others."""
    among = set(mine)
    price = sum(costs for duty, costs in member.costs if duty in among)
    price += sum(costs for duty, costs in member.misses if duty not in among)
    return price + (member.share_cost * abs(len(among) - member.share) if member.share is not None else 0)


def need_cost(need: Need, count: int) -> int:
    """Give what it costs that so many of those whom a need counts are on its duty."""
    return need.under * max(0, need.wanted - count) + (need.over or 0) * max(0, count - need.wanted)


def counts(puzzle: Puzzle, on: On) -> list[int]:
    """Give for each need how many of those whom it counts are on its duty."""
    there: list[list[int]] = [[] for _duty in puzzle.duties]
    for member, mine in enumerate(on):
        for duty in mine:
            there[duty].append(member)
    return [
        len(there[need.duty]) if need.among is None else sum(member in need.among for member in there[need.duty])
        for need in puzzle.needs
    ]


def open_places(puzzle: Puzzle, on: On) -> int:
    """Give how many places stay open, over all needs that count everybody."""
    pairs = zip(puzzle.needs, counts(puzzle, on), strict=True)
    return sum(max(0, need.wanted - count) for need, count in pairs if need.among is None)


def step(puzzle: Puzzle) -> int:
    """Give the number of which every answer's cost is a multiple, from the first: costs differ by no less."""
    prices = [price for need in puzzle.needs for price in (need.under, need.over or 0)]
    for member in puzzle.members:
        prices += [price for _duty, price in (*member.costs, *member.misses)]
        prices += [member.share_cost] if member.share is not None else []
    return gcd(*prices) or 1


def clashes(puzzle: Puzzle) -> list[frozenset[int]]:
    """Give for each duty the others that who is on it cannot be on: the same day's, and those too near."""
    days: list[list[int]] = [[] for _day in range(puzzle.days)]
    for duty, one in enumerate(puzzle.duties):
        days[one.day].append(duty)
    found = [set(days[one.day]) - {duty} for duty, one in enumerate(puzzle.duties)]
    for first, second in puzzle.apart:
        found[first].add(second)
        found[second].add(first)
    return [frozenset(others) for others in found]


def most(member: Member) -> Iterator[int]:
    """Give for each limit of a member how much it allows: what is fixed stays, also where that is more."""
    fixed = set(member.fixed)
    for limit in member.limits:
        amounts = limit.amounts or (1,) * len(limit.duties)
        held = sum(amount for duty, amount in zip(limit.duties, amounts, strict=True) if duty in fixed)
        yield max(limit.most, held)


def broken(puzzle: Puzzle, on: On) -> Iterator[tuple[int, int]]:
    """Give each member and duty with which an answer breaks a rule that no wish can change; fixed ones never do.

    Not looked at: runs, weekends and what a limit asks at least.
    """
    near = clashes(puzzle)
    for number, (member, mine) in enumerate(zip(puzzle.members, on, strict=True)):
        may, fixed, among = set(member.may), set(member.fixed), set(mine)
        yield from ((number, duty) for duty in fixed - among)
        for duty in among - fixed:
            if duty not in may or not among.isdisjoint(near[duty]):
                yield number, duty
        for limit, highest in zip(member.limits, most(member), strict=True):
            amounts = limit.amounts or (1,) * len(limit.duties)
            if sum(amount for duty, amount in zip(limit.duties, amounts, strict=True) if duty in among) > highest:
                yield from ((number, duty) for duty in limit.duties if duty in among - fixed)
    for need in too_many(puzzle, on):
        yield from ((number, need.duty) for number, mine in enumerate(on) if need.duty in mine)


def too_many(puzzle: Puzzle, on: On) -> Iterator[Need]:
    """Give each need that more are on than may be; who is fixed is never too many."""
    if all(need.over is not None for need in puzzle.needs):
        return
    fixed_on = counts(puzzle, [member.fixed for member in puzzle.members])
    for need, count, held in zip(puzzle.needs, counts(puzzle, on), fixed_on, strict=True):
        if need.over is None and count > max(need.wanted, held):
            yield need


def is_rich(puzzle: Puzzle) -> bool:
    """Tell whether a puzzle asks what a room's does not: runs of days, weekends, at least so much of something."""
    return any(
        member.runs is not None or member.weekends is not None or any(limit.least > 0 for limit in member.limits)
        for member in puzzle.members
    )
