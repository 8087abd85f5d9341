"""What was agreed beside what came of it: a bar for each agreement, and where an even pace would be by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.printing.drawings import Drawing, Fill, Sketch, fitted
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND, Dress
from buurtkamer_app.printing.house_style import INK
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.evaluation.agreed.records import Progress

_ROW: Final = 74.0  # points of height for one agreement
_BAR: Final = 14.0
_SIZE: Final = 12.0


def agreed_height(agreements: int) -> float:
    """Give how high the picture of so many agreements is, in points."""
    return max(1, agreements) * _ROW


def agreed_picture(rows: Sequence[Progress], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw the agreements under each other, as wide as asked for."""
    sketch = Sketch(wide, agreed_height(len(rows)), dress)
    for place, row in enumerate(rows):
        _row(sketch, row, place * _ROW)
    return sketch.drawing


def in_words(row: Progress) -> str:
    """Say how far an agreement is, as `23 of 40 evenings`, and how far it would be now at an even pace."""
    return f"{_came(row)} {_at_pace(row)}"


def _came(row: Progress) -> str:
    it = row.agreement.it
    said = translate("{came} of {many} {unit}.", came=number(row.came), many=number(it.many), unit=it.unit)
    return said.replace(" .", ".")


def _at_pace(row: Progress) -> str:
    if row.reached:
        return translate("What was agreed is there.")
    return translate("At an even pace: {expected}.", expected=number(row.expected))


def number(amount: int) -> str:
    """Say a whole number with the signs of the language between its thousands."""
    # Loaded with the first figure that is said.
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(amount, locale=language())


def _row(sketch: Sketch, row: Progress, top: float) -> None:
    it, wide = row.agreement.it, sketch.wide
    sketch.text(fitted(it.financier, wide, Face.BOLD, _SIZE), (0, top), Face.BOLD, _SIZE)
    bar = top + 17
    sketch.box((0.5, bar), (wide - 1, _BAR), colour=INK, weight=0.7)
    share = min(1.0, row.came / it.many)
    if share:
        colour = SECOND if row.behind and not row.reached else MAIN
        sketch.box((0.5, bar), (share * (wide - 1), _BAR), colour=colour, fill=Fill.FULL)
    if not row.reached:
        mark = 0.5 + min(1.0, row.expected / it.many) * (wide - 1)
        sketch.line((mark, bar - 3), (mark, bar + _BAR + 3), weight=1.6)
    for line, words in enumerate((it.what, in_words(row))):
        sketch.text(fitted(words, wide, size=_SIZE), (0, bar + _BAR + 4 + 16 * line), size=_SIZE)
