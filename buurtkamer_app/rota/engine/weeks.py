"""Cuts a puzzle into its weeks, and tells which of them are alike: the same duties, members and costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from buurtkamer_app.rota.engine.puzzle import Duty, Limit, Member, Need, Puzzle

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks of a puzzle, without fair shares and without what holds between two of them.

    `duties[w]` are the duties of week w, in the order of the duties of its puzzle, `kinds[kind[w]]`. `between[w]` are
    pairs of a duty of the week before and one of week w that one member cannot both be on.
    """

    duties: tuple[tuple[int, ...], ...]
    kind: tuple[int, ...]
    kinds: tuple[Puzzle, ...]
    between: tuple[tuple[tuple[int, int], ...], ...]


def cut(puzzle: Puzzle) -> Weeks | None:
    """Give the weeks of a puzzle; None where a limit goes over more than one week, or counts minutes."""
    starts = _starts(puzzle)
    if starts is None:
        return None
    week_of = [(duty.day + starts) // 7 for duty in puzzle.duties]
    count = max(week_of, default=-1) + 1
    duties: list[list[int]] = [[] for _week in range(count)]
    place = [0] * len(puzzle.duties)
    for duty, week in enumerate(week_of):
        place[duty] = len(duties[week])
        duties[week].append(duty)
    between: list[list[tuple[int, int]]] = [[] for _week in range(count)]
    inside: list[list[tuple[int, int]]] = [[] for _week in range(count)]
    for one, other in puzzle.apart:
        first, second = sorted((one, other), key=week_of.__getitem__)
        if week_of[first] == week_of[second]:
            inside[week_of[first]].append((place[first], place[second]))
        elif week_of[first] + 1 == week_of[second]:
            between[week_of[second]].append((first, second))
        else:
            return None
    needs: list[list[Need]] = [[] for _week in range(count)]
    for need in puzzle.needs:
        needs[week_of[need.duty]].append(replace(need, duty=place[need.duty]))
    members = [_by_week(member, week_of, place, count) for member in puzzle.members]
    parts = [
        Puzzle(
            7,
            tuple(Duty((puzzle.duties[duty].day + starts) % 7, puzzle.duties[duty].kind) for duty in duties[week]),
            tuple(needs[week]),
            tuple(mine[week] for mine in members),
            tuple(inside[week]),
        )
        for week in range(count)
    ]
    kinds = {part: number for number, part in enumerate(dict.fromkeys(parts))}
    return Weeks(
        tuple(map(tuple, duties)), tuple(kinds[part] for part in parts), tuple(kinds), tuple(map(tuple, between))
    )


def _starts(puzzle: Puzzle) -> int | None:
    """Give on which day of a week the first day is, so that every limit is of one week."""
    spans = {
        (min(days), max(days))
        for member in puzzle.members
        for limit in member.limits
        if (days := [puzzle.duties[duty].day for duty in limit.duties])
    }
    if any(limit.amounts or limit.least > 0 for member in puzzle.members for limit in member.limits):
        return None
    return next((at for at in range(7) if all((one + at) // 7 == (two + at) // 7 for one, two in spans)), None)


def _by_week(member: Member, week_of: Sequence[int], place: Sequence[int], count: int) -> list[Member]:
    """Give what a member may and costs in each week."""
    may: list[list[int]] = [[] for _week in range(count)]
    fixed: list[list[int]] = [[] for _week in range(count)]
    costs: list[list[tuple[int, int]]] = [[] for _week in range(count)]
    misses: list[list[tuple[int, int]]] = [[] for _week in range(count)]
    limits: list[list[Limit]] = [[] for _week in range(count)]
    both: list[tuple[list[list[Any]], Sequence[int]]] = [(may, member.may), (fixed, member.fixed)]
    for lists, duties in both:
        for duty in duties:
            lists[week_of[duty]].append(place[duty])
    for pairs, given in ((costs, member.costs), (misses, member.misses)):
        for duty, price in given:
            pairs[week_of[duty]].append((place[duty], price))
    for limit in member.limits:
        if limit.duties:
            limits[week_of[limit.duties[0]]].append(Limit(tuple(place[duty] for duty in limit.duties), limit.most))
    return [
        Member(tuple(may[week]), tuple(costs[week]), tuple(misses[week]), tuple(fixed[week]), tuple(limits[week]))
        for week in range(count)
    ]
