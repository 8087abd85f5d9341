"""The year of a neighbourhood team as a picture: what was given week by week, both marks, and the pace towards them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reportlab.graphics.shapes import Rect
from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.spans import months_later
from buurtkamer_app.printing import words
from buurtkamer_app.printing.drawings import Sketch
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND, Dress
from buurtkamer_app.printing.house_style import INK, LINE, SMALLEST, SOFT_INK, WHITE
from buurtkamer_app.printing.team_told import hours
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from datetime import date

    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.team.progress.records import Progress

_TOP: Final = 10.0
_BOTTOM: Final = 24.0
_RIGHT: Final = 14.0
_GAP: Final = 6.0
_MONTHS: Final = 12
# So much room is above the highest line.
_BEYOND: Final = 1.08
_DASHES: Final = (5.0, 4.0)
_DOTS: Final = (1.5, 3.5)


class _Plot(NamedTuple):
    """Where the picture has which day and how many minutes, in points."""

    first: date
    last: date
    most: int
    left: float
    wide: float
    high: float

    def at(self, on: date, minutes: int) -> tuple[float, float]:
        """Give the point of so many minutes at the end of a day."""
        part = ((on - self.first).days + 1) / ((self.last - self.first).days + 1)
        return self.left + part * self.wide, _TOP + (1 - minutes / self.most) * self.high

    @property
    def start(self) -> tuple[float, float]:
        """Give the point from which a year begins."""
        return self.left, _TOP + self.high


def team_line(found: Progress, wide: float, high: float, dress: Dress = PLAIN) -> Drawing:
    """Draw a year of the team, so large in points."""
    sketch, pace = Sketch(wide, high, dress), found.pace
    marks = tuple(mark for mark in (pace.low, pace.high) if mark)
    most = max(round(max((*marks, pace.minutes)) * _BEYOND), 60)
    labels = {0: "0", **{mark: hours(mark) for mark in marks}}
    left = max(width(label, Face.REGULAR, SMALLEST) for label in labels.values()) + _GAP
    plot = _Plot(pace.first, pace.last, most, left, wide - left - _RIGHT, high - _TOP - _BOTTOM)
    _months(sketch, plot)
    sketch.line(plot.start, plot.at(plot.last, 0), colour=SOFT_INK)
    _side(sketch, plot, labels)
    for number, mark in enumerate(marks):
        _mark(sketch, plot, mark, SECOND if number else MAIN)
    _given(sketch, plot, found)
    return sketch.drawing


def _side(sketch: Sketch, plot: _Plot, labels: dict[int, str]) -> None:
    """Write the hours beside the marks; of two that would touch only the higher."""
    free = plot.start[1] + SMALLEST
    for minutes, label in labels.items():
        down = plot.at(plot.first, minutes)[1] - SMALLEST / 2
        if minutes == 0 or down + SMALLEST * 1.2 <= free:
            sketch.text_right(label, (plot.left - _GAP, down), Face.REGULAR, SMALLEST, SOFT_INK)
            free = down


def _months(sketch: Sketch, plot: _Plot) -> None:
    """Draw a line where a month of the team year begins, with its name as far as names fit."""
    days = [months_later(plot.first, number) for number in range(_MONTHS)]
    names = [words.said(day, "MMM").replace(".", "") for day in days]
    each = plot.wide / _MONTHS
    longest = max(width(name, Face.REGULAR, SMALLEST) for name in names) + _GAP
    step = next(count for count in (1, 2, 3, 4, 6, 12) if count * each >= longest or count == _MONTHS)
    for number, name in enumerate(names):
        across = plot.left + number * each
        sketch.line((across, _TOP), (across, plot.start[1] + 3), colour=LINE, weight=0.4)
        if number % step == 0:
            sketch.text(name, (across + 1, plot.start[1] + 4), Face.REGULAR, SMALLEST, SOFT_INK)


def _mark(sketch: Sketch, plot: _Plot, mark: int, colour: str) -> None:
    """Draw a mark over the whole year, and the pace that comes to it on the last day."""
    ends = plot.at(plot.last, mark)
    sketch.line((plot.left, ends[1]), ends, colour=colour, weight=1.4, dashes=_DASHES)
    sketch.line(plot.start, ends, colour=colour, weight=1.1, dashes=_DOTS)


def _given(sketch: Sketch, plot: _Plot, found: Progress) -> None:
    """Draw what was given so far, with its hours where it stands now."""
    if not found.line:
        return
    sketch.way([plot.start, *(plot.at(on, minutes) for on, minutes in found.line)], colour=MAIN, weight=3.0)
    now = plot.at(*found.line[-1])
    sketch.dot(now, 4.2, colour=MAIN)
    label = translate("{hours} hours", hours=hours(found.line[-1][1]))
    wide = width(label, Face.BOLD, SMALLEST)
    left = now[0] + 1.5 * _GAP if now[0] + 2 * _GAP + wide <= sketch.wide else now[0] - wide - 1.5 * _GAP
    down = min(max(now[1] - SMALLEST / 2, 0.0), plot.start[1] - SMALLEST * 1.3)
    # The lines of the pace end where words stand.
    under = Rect(left - 2, sketch.high - down - SMALLEST * 1.2, wide + 4, SMALLEST * 1.2)
    under.setProperties({"fillColor": HexColor(WHITE), "strokeColor": None})
    sketch.drawing.add(under)
    sketch.text(label, (left, down), Face.BOLD, SMALLEST, INK)
