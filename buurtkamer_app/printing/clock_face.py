"""A clock with hands, for who reads no figures, and whether it is light or dark then."""

from __future__ import annotations

from contextlib import contextmanager
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.printing.house_style import INK
from buurtkamer_app.printing.pictures import put_picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from buurtkamer_app.printing.house_style import Sheet

# From this hour on it is evening, and until that one night.
_EVENING: Final = 18
_MORNING: Final = 6
_HOUR: Final = 30  # degrees between two hours
_LONG: Final = 0.74  # of the radius, the minute hand
_SHORT: Final = 0.48


def hands(at: time) -> tuple[float, float]:
    """Give how far the hour hand and the minute hand have turned from twelve, in degrees."""
    return (at.hour % 12 + at.minute / 60) * _HOUR, at.minute * 6.0


def put_clock(sheet: Sheet, at: tuple[float, float], side: float, shows: time) -> None:
    """Draw a clock within a square whose upper left corner is `at`."""
    with _around(sheet, at, side) as half:
        canvas = sheet.canvas
        canvas.setLineWidth(side * 0.045)
        canvas.circle(0, 0, half * 0.95, stroke=1, fill=0)
        for hour in range(12):
            canvas.setLineWidth(side * (0.04 if hour % 3 == 0 else 0.02))
            _hand(sheet, hour * _HOUR, half * (0.72 if hour % 3 == 0 else 0.79), half * 0.85)
        for degrees, length, thick in zip(hands(shows), (_SHORT, _LONG), (0.085, 0.055), strict=True):
            canvas.setLineWidth(side * thick)
            _hand(sheet, degrees, 0.0, half * length)


def put_light(sheet: Sheet, at: tuple[float, float], side: float, shows: time) -> None:
    """Draw a sun, or a moon in the evening and the night: a clock shows every hour twice a day."""
    if not _MORNING <= shows.hour < _EVENING:
        put_picture(sheet, "moon", at, side)
        return
    with _around(sheet, at, side) as half:
        sheet.canvas.setLineWidth(side * 0.09)
        sheet.canvas.circle(0, 0, half * 0.48, stroke=0, fill=1)
        for ray in range(8):
            _hand(sheet, ray * 45, half * 0.7, half * 0.95)


@contextmanager
def _around(sheet: Sheet, at: tuple[float, float], side: float) -> Iterator[float]:
    """Draw in ink around the middle of a square, whose half side is given; no text is read from it."""
    canvas, half = sheet.canvas, side / 2
    canvas.addLiteral("/Artifact BMC")
    canvas.saveState()
    canvas.setStrokeColor(HexColor(sheet.dress.paint(INK)))
    canvas.setFillColor(HexColor(sheet.dress.paint(INK)))
    canvas.setLineCap(1)
    canvas.translate(at[0] + half, sheet.paper.high - at[1] - half)
    yield half
    canvas.restoreState()
    canvas.addLiteral("EMC")


def _hand(sheet: Sheet, degrees: float, begins: float, ends: float) -> None:
    """Draw a line from the middle outwards, as many degrees from twelve."""
    right, up = sin(radians(degrees)), cos(radians(degrees))
    sheet.canvas.line(right * begins, up * begins, right * ends, up * ends)
