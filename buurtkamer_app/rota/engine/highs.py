"""HiGHS itself: takes a model, and is asked for what it found; loaded only when something is solved."""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.rota.engine.model import Model

_WHOLE: Final = 1e-6
# What a bound may be too high by rounding, as a part of the step between two costs.
_ROUGH: Final = 0.01
# With a bound as near as this, as a part of that step, nothing better is left.
NEAR: Final = 0.98
# Columns from which on the interior point method is faster than the simplex method: 2 s for 50,000 instead of 7 s.
_MANY: Final = 10_000


def load(model: Model, ends: float, *, whole: bool) -> Any:
    """Give HiGHS with a model in it, and the time until a moment of the monotonic clock; `whole` to have it branch."""
    import highspy  # noqa: PLC0415 - 100 ms, which only who solves something pays

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call] # its stubs leave that out
    options: dict[str, bool | float | str] = {"output_flag": False, "time_limit": max(0.01, ends - time.monotonic())}
    if not whole and len(model.costs) > _MANY:
        options["solver"] = "ipm"
    for option, value in options.items():
        highs.setOptionValue(option, value)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_, lp.offset_ = len(model.costs), len(model.row_lowers), model.constant
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = model.costs, model.lowers, model.uppers
    lp.row_lower_, lp.row_upper_ = model.row_lowers, model.row_uppers
    if whole:
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if one else kinds.kContinuous for one in model.wholes]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
    lp.a_matrix_.start_ = [*model.starts, len(model.indices)]
    lp.a_matrix_.index_, lp.a_matrix_.value_ = model.indices, model.amounts
    highs.passModel(lp)
    return highs


def is_optimal(highs: Any) -> bool:
    """Tell whether HiGHS found what is best."""
    import highspy  # noqa: PLC0415 - see load

    return bool(highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def is_empty(highs: Any) -> bool:
    """Tell whether HiGHS found that no columns keep all rows."""
    import highspy  # noqa: PLC0415 - see load

    return bool(highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible)


def up(bound: float, unit: int) -> int:
    """Round a bound up to what an answer can cost; before one is found HiGHS says that it is endless."""
    return ceil(bound / unit - _ROUGH) * unit if abs(bound) < 1e15 else 0


def is_whole(model: Model, values: Sequence[float]) -> bool:
    """Tell whether every column that is to be whole is so."""
    return all(
        not whole or abs(value - round(value)) < _WHOLE for whole, value in zip(model.wholes, values, strict=True)
    )
