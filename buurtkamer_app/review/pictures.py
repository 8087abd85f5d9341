"""Pictures of what is compared, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.charts import Chart, Lying, Part, columns, lying
from buurtkamer_app.printing.dress import PLAIN
from buurtkamer_app.review.records import By
from buurtkamer_app.review.words import said

if TYPE_CHECKING:
    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.dress import Dress
    from buurtkamer_app.review.records import Comparison, Line

# More bars than this nobody compares.
MOST_BARS: Final = 30
_HIGH: Final = 190.0  # points
_MOST_COLUMNS: Final = 14


def picture(comparison: Comparison, line: Line, wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw one figure of all sides in `wide` points: bars that lie for rooms, the largest first, or stand for periods.

    What is hidden is said in words at its bar, which is then as long as it is at least. Of over 30 rooms the largest
    30 are drawn, of over 30 periods the last 30.
    """
    sides = [
        (side.name, amount) for side, amount in zip(comparison.sides, line.amounts, strict=True) if amount is not None
    ]
    exact = all(not amount.hidden for _, amount in sides) and len(sides) == len(comparison.sides)
    if comparison.by is By.PERIOD and exact and line.whole and len(sides) <= _MOST_COLUMNS:
        values = tuple(amount.low // 10 for _, amount in sides)
        return columns((wide, _HIGH), Chart([name for name, _ in sides], [Part(line.name, values)]), dress)
    if comparison.by is By.ROOM:
        sides.sort(key=lambda side: side[1].low, reverse=True)
        sides = sides[:MOST_BARS]
    bars = [Lying(name, amount.low, said(amount, line)) for name, amount in sides[-MOST_BARS:]]
    return lying(wide, bars, dress)
