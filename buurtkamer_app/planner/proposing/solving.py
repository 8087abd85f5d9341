"""Solves a puzzle with HiGHS; this runs in a child process, which knows nothing but the puzzle's numbers."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.child import MISSING, READY
from buurtkamer_app.planner.proposing.records import Solution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from multiprocessing.connection import Connection

    from buurtkamer_app.planner.proposing.records import Puzzle

# Worth is counted in whole points: what is less than one from the bound is the best.
_BEST: Final = 0.999
_HALF: Final = 0.5
_WHOLE: Final = 1e-6


def serve(pipe: Connection) -> None:
    """Be the child: load the solver, take one puzzle, tell each better solution and the last one, and end."""
    try:
        import highspy  # noqa: F401, PLC0415 - 200 ms, paid in the child and while the puzzle is being made
    except ImportError:
        pipe.send(MISSING)
        return
    pipe.send(READY)
    puzzle, start, seconds = pipe.recv()
    last = solve(puzzle, start, seconds, pipe.send)
    pipe.send((last, True))


def solve(puzzle: Puzzle, start: Solution, seconds: float, heard: Callable[[Any], None]) -> Solution:
    """Solve a puzzle within a time; `start` is a solution to begin from, each better one is heard of.

    First without asking for whole pieces, which takes a moment: mostly its pieces are whole all the same, and then it
    is the best. Else the prices that it gives tell which pieces are in no better solution; the others are tried.
    """
    highs, known = _highs(seconds), sum(puzzle.worth[piece] for piece in start.chosen)
    highs.setOptionValue("presolve", "off")
    highs.passModel(_model(puzzle, range(len(puzzle.worth)), whole=False))
    highs.run()
    if highs.getModelStatus() != _optimal():
        return start
    relaxed, bound = highs.getSolution(), highs.getInfo().objective_function_value
    best = Solution(start.chosen, _floor(bound, start.bound))
    if all(min(taken, 1 - taken) < _WHOLE for taken in relaxed.col_value):
        return Solution(_chosen(relaxed.col_value, range(len(puzzle.worth))), best.bound)
    heard((best, False))
    among = set(start.chosen)
    # Only what was left out altogether can have such a price; what was taken may be taken again.
    pieces = enumerate(zip(relaxed.col_value, relaxed.col_dual, strict=True))
    kept = [
        piece
        for piece, (taken, price) in pieces
        if taken > _WHOLE or piece in among or bound - abs(price) >= known + _BEST
    ]
    return _whole(puzzle, kept, best, seconds, heard)


def _whole(
    puzzle: Puzzle, kept: Sequence[int], start: Solution, seconds: float, heard: Callable[[Any], None]
) -> Solution:
    """Solve a puzzle with some of its pieces, beginning from a solution."""
    import highspy  # noqa: PLC0415 - see serve

    highs = _highs(seconds)
    highs.passModel(_model(puzzle, kept, whole=True))
    begin, among = highspy.HighsSolution(), set(start.chosen)
    begin.col_value = [float(piece in among) for piece in kept]
    highs.setSolution(begin)

    def better(event: Any) -> None:
        told = _chosen(event.data_out.mip_solution, kept)
        heard((Solution(told, _floor(event.data_out.mip_dual_bound, start.bound)), False))

    highs.cbMipImprovingSolution += better
    highs.run()
    return Solution(_chosen(highs.getSolution().col_value, kept), _floor(highs.getInfo().mip_dual_bound, start.bound))


def _highs(seconds: float) -> Any:
    import highspy  # noqa: PLC0415 - see serve

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call] # its stubs leave that out
    options = {"output_flag": False, "time_limit": seconds, "mip_rel_gap": 0.0, "mip_abs_gap": _BEST}
    for option, value in options.items():
        highs.setOptionValue(option, value)
    return highs


def _optimal() -> Any:
    import highspy  # noqa: PLC0415 - see serve

    return highspy.HighsModelStatus.kOptimal


def _floor(bound: float, known: int) -> int:
    """Give a bound in whole points; before one is found HiGHS says that it is infinite."""
    return int(min(known, bound + 1 - _BEST))


def _chosen(values: Iterable[float], kept: Sequence[int]) -> tuple[int, ...]:
    return tuple(piece for piece, taken in zip(kept, values, strict=True) if taken > _HALF)


def _model(puzzle: Puzzle, kept: Sequence[int], *, whole: bool) -> Any:
    """Give the puzzle as HiGHS takes it: a column for each piece that is kept, a row for each limit."""
    import highspy  # noqa: PLC0415 - see serve

    at, limits = {piece: column for column, piece in enumerate(kept)}, puzzle.limits
    rows = [[pair for pair in zip(limit.pieces, limit.amounts, strict=True) if pair[0] in at] for limit in limits]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(kept), len(limits)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = [float(puzzle.worth[piece]) for piece in kept]
    model.col_lower_, model.col_upper_ = [0.0] * len(kept), [1.0] * len(kept)
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(kept)
    model.row_lower_, model.row_upper_ = [-highspy.kHighsInf] * len(limits), [float(limit.most) for limit in limits]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.num_col_, model.a_matrix_.num_row_ = len(kept), len(limits)
    model.a_matrix_.start_ = [0, *accumulate(len(row) for row in rows)]
    model.a_matrix_.index_ = [at[piece] for row in rows for piece, _amount in row]
    model.a_matrix_.value_ = [float(amount) for row in rows for _piece, amount in row]
    return model
