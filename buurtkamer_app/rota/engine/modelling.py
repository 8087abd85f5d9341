"""Puts a puzzle as columns and rows, as a solver of linear programs takes it; knows no solver."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from buurtkamer_app.rota.engine import modelling_rich, rules
from buurtkamer_app.rota.engine.model import Model

if TYPE_CHECKING:
    from buurtkamer_app.rota.engine.puzzle import Member, Need, Puzzle


def build(puzzle: Puzzle) -> Model:
    """Give the model of all that a room's puzzle asks; what only staff rotas ask is added by `modelling_rich`."""
    model = Model(puzzle, [{} for _member in puzzle.members])
    near = _near(puzzle)
    for number, member in enumerate(puzzle.members):
        _member(model, number, member)
        _apart(model, model.on[number], set(member.fixed), near)
        modelling_rich.add(model, number, member)
    there: list[list[tuple[int, int]]] = [[] for _duty in puzzle.duties]
    for number, columns in enumerate(model.on):
        for duty, column in columns.items():
            there[duty].append((number, column))
    for need in puzzle.needs:
        among = need.among
        _need(model, need, [column for number, column in there[need.duty] if among is None or number in among])
    return model


def _member(model: Model, number: int, member: Member) -> None:
    """Add the columns of one member, and the rows of their limits and their fair share."""
    fixed, costs, misses = set(member.fixed), dict(member.costs), dict(member.misses)
    model.constant += sum(misses.values())
    mine = model.on[number]
    for duty in dict.fromkeys((*member.may, *member.fixed)):
        price = costs.get(duty, 0) - misses.get(duty, 0)
        mine[duty] = model.column(price, float(duty in fixed), 1.0, whole=True)
    for limit, most in zip(member.limits, rules.most(member), strict=True):
        amounts = limit.amounts or (1,) * len(limit.duties)
        counted = [(mine[duty], float(each)) for duty, each in zip(limit.duties, amounts, strict=True) if duty in mine]
        if sum(each for _column, each in counted) > most or limit.least > 0:
            lower = float(limit.least) if limit.least > 0 else -inf
            model.row([column for column, _each in counted], lower, most, [each for _column, each in counted])
    if member.share is not None and member.share_cost:
        above, below = model.column(member.share_cost), model.column(member.share_cost)
        share = float(member.share)
        model.row([*mine.values(), above, below], share, share, [*(1.0 for _duty in mine), -1.0, 1.0])


def _near(puzzle: Puzzle) -> list[tuple[int, ...]]:
    """Give sets of duties of which one member is on one at most: a day's, and some with those too near after them.

    Those of one day are no two together anyway. So duties of a day share a row with those of a later day that are too
    near to all of them: fewer rows, and a relaxation that is nearer to whole answers.
    """
    days: dict[int, list[int]] = {}
    for duty, one in enumerate(puzzle.duties):
        days.setdefault(one.day, []).append(duty)
    later: dict[tuple[int, int], dict[int, set[int]]] = {}
    for pair in puzzle.apart:
        first, second = sorted(pair, key=lambda duty: puzzle.duties[duty].day)
        between = later.setdefault((puzzle.duties[first].day, puzzle.duties[second].day), {})
        between.setdefault(first, set()).add(second)
    sets = [tuple(duties) for duties in days.values() if len(duties) > 1]
    sets += [
        (*(duty for duty, its in between.items() if its >= others), *others)
        for between in later.values()
        for others in {frozenset(others) for others in between.values()}
    ]
    return sets


def _apart(model: Model, mine: dict[int, int], fixed: set[int], near: list[tuple[int, ...]]) -> None:
    """Add the rows that say of which duties a member is on one at most, or on those alone that are fixed."""
    for duties in near:
        columns = [mine[duty] for duty in duties if duty in mine]
        if len(columns) > 1:
            model.row(columns, upper=float(max(1, len(fixed.intersection(duties)))))


def _need(model: Model, need: Need, columns: list[int]) -> None:
    """Add the rows of how many a duty wants; fixed members are never too many."""
    held, wanted, ones = sum(model.lowers[column] > 0 for column in columns), float(need.wanted), [1.0] * len(columns)
    most = float(max(need.wanted, held)) if need.over is None else inf
    if need.over:
        under, over = model.column(need.under), model.column(need.over)
        model.row([*columns, under, over], wanted, wanted, [*ones, 1.0, -1.0])
    elif need.under and need.wanted > held:
        short = model.column(need.under, upper=wanted)
        # A place is filled or open: where there may be no more, there is no third.
        model.row([*columns, short], wanted, wanted if most == wanted else inf, [*ones, 1.0])
    elif most < len(columns):
        model.row(columns, upper=most)
