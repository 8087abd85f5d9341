"""What was spent beside what it brought, for each bearer: a bar, and a range that is never a single figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.printing.drawings import Drawing, Fill, Sketch, fitted
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND, Dress
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.base.terms_around import Bearer
    from buurtkamer_app.evaluation.costs.records import ForBearer, Range

_ROW: Final = 74.0  # points of height for one bearer
_BAR: Final = 12.0
_SIZE: Final = 12.0


def range_height(bearers: int) -> float:
    """Give how high the picture of so many bearers is, in points."""
    return max(1, bearers) * _ROW


def euros(cents: int) -> str:
    """Say an amount in whole euros, as a range is told: `€ 1.250`."""
    # Loaded with the first amount that is said.
    from babel.numbers import format_currency  # noqa: PLC0415

    return format_currency(round(cents / 100), "EUR", "¤\u00a0#,##0", locale=language(), currency_digits=False)


def between(brings: Range) -> str:
    """Say a range in whole euros: `€ 1.200 to € 3.400`."""
    return translate("{low} to {high}", low=euros(brings.low), high=euros(brings.high))


def range_picture(rows: Sequence[ForBearer], words: Mapping[Bearer, str], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw the bearers under each other on one scale, as wide as asked for; `words` says what they are called."""
    sketch = Sketch(wide, range_height(len(rows)), dress)
    most = max((max(row.spent, row.brings.high) for row in rows), default=1) or 1
    for place, row in enumerate(rows):
        _row(sketch, row, words[row.bearer], place * _ROW, most)
    return sketch.drawing


def _row(sketch: Sketch, row: ForBearer, name: str, top: float, most: int) -> None:
    wide = sketch.wide
    spent = translate("Went in: {euros}", euros=euros(row.spent)) if row.spent else ""
    room = wide - width(printable(spent), Face.REGULAR, _SIZE) - 10
    sketch.text(fitted(name, max(0.0, room), Face.BOLD, _SIZE), (0, top), Face.BOLD, _SIZE)
    sketch.text_right(spent, (wide, top), Face.REGULAR, _SIZE)
    brings = translate("Brought, as an indication: {range}", range=between(row.brings)) if row.brings.high else ""
    if row.spent:
        sketch.box((0.5, top + 16), (max(1.0, row.spent / most * (wide - 1)), _BAR), colour=SECOND, fill=Fill.FULL)
    low, high = (0.5 + edge / most * (wide - 1) for edge in (row.brings.low, row.brings.high))
    if row.brings.high:
        sketch.box((low, top + 32), (max(1.0, high - low), _BAR), colour=MAIN, fill=Fill.LINES)
        sketch.line((0.5, top + 32 + _BAR / 2), (low, top + 32 + _BAR / 2), weight=0.6, dashes=(2, 2))
    sketch.text(fitted(brings, wide, size=_SIZE), (0, top + 48), size=_SIZE)
