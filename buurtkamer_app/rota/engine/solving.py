"""Solves the puzzle of a rota with HiGHS, from a greedy start: the best answer within a time, and how good it is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.rota.engine import greedy, modelling_rich, rules, splitting
from buurtkamer_app.rota.engine.highs import NEAR, is_empty, is_optimal, is_whole, load, up
from buurtkamer_app.rota.engine.modelling import build
from buurtkamer_app.rota.engine.puzzle import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.rota.engine.model import Model
    from buurtkamer_app.rota.engine.puzzle import Puzzle

    Heard = Callable[[Answer], None]

_HALF: Final = 0.5
_WHOLE: Final = 1e-6
# Choices (a member on a duty) from which on it pays to look at the weeks apart.
_LARGE: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Terms:
    """Until when is searched, who hears of each better answer, and who says that it is enough."""

    ends: float
    tell: Heard
    enough: Callable[[], bool] | None


def _nobody(_answer: Answer) -> None:
    return


def solve(puzzle: Puzzle, seconds: float, heard: Heard | None = None) -> Answer:
    """Give the best answer found within a time (seconds), and the least that any answer costs.

    `heard` is called for each better answer, the first at once. Without a solver on this computer the first stays.
    """
    ends, tell = time.monotonic() + seconds, heard or _nobody
    if rules.is_rich(puzzle):
        from buurtkamer_app.rota.engine import rich  # noqa: PLC0415 - with NumPy, which no room's rota needs

        return rich.search(puzzle, ends, tell, improve)
    begin = start(puzzle)
    tell(begin)
    return search(puzzle, begin, ends, tell)


def start(puzzle: Puzzle) -> Answer:
    """Give the greedy answer, of which nothing is proven."""
    on = greedy.fill(puzzle)
    return Answer(on, rules.cost(puzzle, on), 0, proven=False)


def search(puzzle: Puzzle, begin: Answer, ends: float, tell: Heard = _nobody) -> Answer:
    """Give the best answer found before a moment (of the monotonic clock); a large puzzle is taken apart."""
    if time.monotonic() >= ends:
        return begin
    try:
        import highspy  # noqa: F401, PLC0415 - 100 ms, which only who solves something pays
    except ImportError:
        return begin
    if sum(len(member.may) for member in puzzle.members) < _LARGE:
        return improve(puzzle, begin, ends, tell)
    return splitting.search(puzzle, begin, ends, tell, improve)


def improve(
    puzzle: Puzzle, begin: Answer, ends: float, tell: Heard = _nobody, enough: Callable[[], bool] | None = None
) -> Answer:
    """Give the best answer found before a moment (of the monotonic clock), from one to begin with.

    First without asking for whole columns: mostly they are whole all the same, and then it is the best. Else those
    that are whole stay so for a moment and the rest is searched, which mostly costs no more than the bound. At last
    the prices tell which columns are as they are in every better answer, and all others are searched. Who asks with
    `enough`, which ends the search once it says so, has found a good answer already: then it is only the last.
    """
    if time.monotonic() >= ends:
        return begin
    model, unit = build(puzzle), rules.step(puzzle)
    if not model.costs:
        return Answer(begin.on, begin.cost, begin.cost, proven=True)
    highs = load(model, ends, whole=False)
    highs.run()
    if not is_optimal(highs):
        return begin
    relaxed, least = highs.getSolution(), highs.getInfo().objective_function_value
    bound = up(least, unit)
    if is_whole(model, relaxed.col_value):
        return _better(model, relaxed.col_value, begin, bound)
    best = Answer(begin.on, begin.cost, bound, begin.cost <= bound)
    tell(best)
    for narrow in (_as_relaxed, _by_price) if enough is None else (_by_price,):
        if best.proven or time.monotonic() >= ends:
            break
        lowers, uppers = model.lowers, model.uppers
        narrow(model, relaxed, best.cost - least - unit * NEAR)
        best = _search(model, best, _Terms(ends, tell, enough), proves=narrow is _by_price)
        model.lowers, model.uppers = lowers, uppers
    return best


def _search(model: Model, start: Answer, terms: _Terms, *, proves: bool) -> Answer:
    """Let HiGHS branch, from an answer to begin with; `proves` when what it finds to be best is the best of all."""
    import highspy  # noqa: PLC0415 - see search

    unit = rules.step(model.puzzle)
    highs = load(model, terms.ends, whole=True)
    for option, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", unit * NEAR), ("objective_target", start.bound + 0.01)):
        highs.setOptionValue(option, value)
    if proves:
        begin = highspy.HighsSolution()
        begin.col_value = _values(model, start.on)
        highs.setSolution(begin)
    best = start

    def bound() -> int:
        if not proves:
            return start.bound
        # What is left out is no better than the start: where nothing is left that is the best.
        return best.cost if is_empty(highs) else max(start.bound, up(highs.getInfo().mip_dual_bound, unit))

    def better(event: Any) -> None:
        nonlocal best
        found = _better(model, event.data_out.mip_solution, best, start.bound)
        if found.cost < best.cost:
            best = found
            terms.tell(best)

    def ended(event: Any) -> None:
        event.data_in.user_interrupt = terms.enough is not None and terms.enough()

    highs.cbMipImprovingSolution += better
    if terms.enough is not None:
        highs.cbMipInterrupt += ended
    highs.run()
    solution = highs.getSolution()
    return _better(model, solution.col_value if solution.value_valid else None, best, bound())


def _better(model: Model, values: Sequence[float] | None, known: Answer, bound: int) -> Answer:
    """Give the answer that columns say, or the one that is known when that costs no more."""
    found, cost = known.on, known.cost
    if values is not None:
        on = tuple(tuple(sorted(duty for duty, column in mine.items() if values[column] > _HALF)) for mine in model.on)
        if (price := rules.cost(model.puzzle, on)) < cost:
            found, cost = on, price
    bound = min(bound, cost)
    return Answer(found, cost, bound, cost <= bound)


def _as_relaxed(model: Model, relaxed: Any, _room: float) -> None:
    """Let the columns that are whole be as they are."""
    lowers, uppers = list(model.lowers), list(model.uppers)
    for column, (value, whole) in enumerate(zip(relaxed.col_value, model.wholes, strict=True)):
        if whole and abs(value - round(value)) < _WHOLE:
            lowers[column] = uppers[column] = float(round(value))
    model.lowers, model.uppers = lowers, uppers


def _by_price(model: Model, relaxed: Any, room: float) -> None:
    """Fix columns of which the price says that no better answer has them otherwise; `room` is what may be lost."""
    lowers, uppers = list(model.lowers), list(model.uppers)
    for column, (value, price) in enumerate(zip(relaxed.col_value, relaxed.col_dual, strict=True)):
        if model.wholes[column] and abs(price) > room:
            if value < _WHOLE:
                uppers[column] = 0.0
            elif value > 1 - _WHOLE:
                lowers[column] = 1.0
    model.lowers, model.uppers = lowers, uppers


def _values(model: Model, on: Sequence[Sequence[int]]) -> list[float]:
    """Give the columns of an answer; those of needs and shares follow from the rows that they stand in."""
    values = [0.0] * len(model.costs)
    for number, (columns, mine) in enumerate(zip(model.on, on, strict=True)):
        for column in (*(columns[duty] for duty in mine), *modelling_rich.steps(model, number, mine)):
            values[column] = 1.0
    return values
