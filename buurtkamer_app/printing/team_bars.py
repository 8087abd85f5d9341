"""Bars of the neighbourhood team: what taking part changed, and what an allowance covers of the hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.drawings import Fill, Sketch, fitted
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND, Dress
from buurtkamer_app.printing.house_style import INK, SMALLEST, SOFT_INK
from buurtkamer_app.printing.team_sizes import BAR, BESIDE, LINE, ROW, against_high, effects_high, row_high
from buurtkamer_app.printing.team_told import ANSWERS, EFFECTS, in_words, number
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.base.terms_around import EffectOn
    from buurtkamer_app.team.effects.records import Answers

_LOOKS: Final = ((SECOND, Fill.LINES), (SOFT_INK, Fill.EMPTY), (MAIN, Fill.FULL))
_GAP: Final = 6.0
# Where names stand beside the bars, they have so much of the width.
_NAMES: Final = 0.34


def effects_picture(sums: Sequence[tuple[EffectOn, Answers]], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw for each effect how many said worse, the same and better, so wide in points."""
    sketch = Sketch(wide, effects_high(len(sums), wide), dress)
    left = 0.0
    for (colour, fill), word in zip(_LOOKS, ANSWERS, strict=True):
        sketch.box((left + 0.5, 1), (BAR, BAR - 2), colour=colour, fill=fill)
        told = translate(word)
        sketch.text(told, (left + BAR + _GAP, 0), Face.MEDIUM, SMALLEST)
        left += BAR + 4 * _GAP + width(told, Face.MEDIUM, SMALLEST)
    down = LINE + 8
    for effect, answers in sums:
        _effect(sketch, down, translate(EFFECTS[effect]), answers)
        down += row_high(wide)
    return sketch.drawing


def _effect(sketch: Sketch, down: float, name: str, answers: Answers) -> None:
    """Draw one effect: beside each other its name, bar and counts where there is room, else the bar below."""
    told = in_words(answers)
    beside = sketch.wide >= BESIDE
    after = width(told, Face.REGULAR, SMALLEST) + 2 * _GAP
    before = sketch.wide * _NAMES if beside else 0.0
    sketch.text(fitted(name, (before or sketch.wide - after) - _GAP, Face.BOLD), (0, down), Face.BOLD, SMALLEST)
    sketch.text_right(told, (sketch.wide, down), Face.REGULAR, SMALLEST, SOFT_INK)
    room = sketch.wide - before - after if beside else sketch.wide - 1
    left, down, people = before, down if beside else down + LINE + 2, answers.people
    for (colour, fill), count in zip(_LOOKS, (answers.less, answers.same, answers.more), strict=True):
        wide = room * count / people
        if count:
            sketch.box((left + 0.5, down), (max(wide - 2, 0.5), BAR), colour=colour, fill=fill)
        left += wide


def against_picture(rows: Sequence[tuple[str, int]], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw hours beside each other: the first bar is what the allowance covers, its end is drawn through the others."""
    sketch = Sketch(wide, against_high(len(rows)), dress)
    most = max((hours for _, hours in rows), default=0) or 1
    cover = (wide - 1) * rows[0][1] / most
    for place, (name, hours) in enumerate(rows):
        down = place * ROW
        told = translate("{hours} hours", hours=number(hours))
        room = wide - width(told, Face.MEDIUM, SMALLEST) - 2 * _GAP
        sketch.text(fitted(name, room), (0, down), Face.REGULAR, SMALLEST)
        sketch.text_right(told, (wide, down), Face.MEDIUM, SMALLEST)
        past = place > 0 and hours > rows[0][1]
        colour, fill = (SECOND, Fill.LINES) if past else (MAIN, Fill.FULL)
        long = (wide - 1) * hours / most
        sketch.box((0.5, down + LINE + 2), (max(long, 0.5), BAR), colour=colour, fill=fill)
        if place:
            edge = down + LINE
            sketch.line((cover, edge), (cover, edge + BAR + 4), colour=INK, weight=1.6, dashes=(3.0, 2.0))
    return sketch.drawing
