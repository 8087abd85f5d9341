"""How high the bars of the team are, known before anything is drawn: asked by pages, so it loads no ReportLab."""

from __future__ import annotations

from typing import Final

BAR: Final = 15.0
# A line of the smallest type of the house style, 12 points.
LINE: Final = 15.12
ROW: Final = LINE + 2 + BAR + 9
# From this width on the names of effects stand beside their bars.
BESIDE: Final = 460.0


def row_high(wide: float) -> float:
    """Give how high one effect is in a picture that is so wide, in points."""
    return BAR + 9 if wide >= BESIDE else ROW


def effects_high(count: int, wide: float) -> float:
    """Give how high the picture of so many effects is, in points."""
    return LINE + 8 + count * row_high(wide)


def against_high(count: int) -> float:
    """Give how high the picture of so many hours beside each other is, in points."""
    return count * ROW
