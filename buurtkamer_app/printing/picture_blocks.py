"""The pictogram sheet, its days and rows: what stands in each, measured, so that it can be put on pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.coins import money_height
from buurtkamer_app.printing.house_style import LEADING, MARGIN, ROOM, SMALLEST
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wall_words import shown
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from datetime import time

    from buurtkamer_app.activities.records import DayProgramme, Occurrence, WeekProgramme

# Points: the cell of the day, then picture, name, clock, time in digits, and what it costs.
DAY: Final = 104.0
LEFT: Final = MARGIN + DAY + 12
PICTURE: Final = 56.0
NAME: Final = LEFT + PICTURE + 12
NAME_ROOM: Final = 142.0
CLOCK: Final = NAME + NAME_ROOM + 8
CLOCK_SIDE: Final = 48.0
TIME: Final = CLOCK + CLOCK_SIDE + 8
TIME_SIZE: Final = 19.0
COST: Final = TIME + 60.0
COST_ROOM: Final = MARGIN + ROOM - COST - 6
COST_SIZE: Final = 14.0
# Room above and below what stands in a row, tried from large to small.
PADS: Final = (15.0, 13.0, 11.0, 9.0, 7.0, 5.0)
WORDS: Final = 3
_SIZES: Final = (17.0, 15.0, 13.0, SMALLEST)
_FEW_LINES: Final = 4
_MOST_LINES: Final = 9
SIGN_UP: Final = SMALLEST * LEADING + 2
# What a name that is far too long has instead: all of the width, below its picture.
_WHOLE_ROOM: Final = MARGIN + ROOM - LEFT - 8
BELOW: Final = 6.0


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one size."""

    lines: tuple[str, ...] = ()
    size: float = SMALLEST

    @property
    def height(self) -> float:
        """Give how high they are, in points."""
        return len(self.lines) * self.size * LEADING


@dataclass(frozen=True, slots=True)
class Row:
    """An activity, or what a quiet day is: its picture and words, the time, what it costs.

    `below` stand under the picture over the whole width. `cents` None: it costs nothing that could be said; `crossed`
    says that it does not go on. `height` in points.
    """

    picture: str
    name: Words
    height: float
    below: Words = Words()
    starts: time | None = None
    cents: int | None = None
    cost: Words = Words()
    crossed: bool = False
    sign_up: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week with its rows."""

    day: DayProgramme
    rows: tuple[Row, ...]


def few_words(text: str, face: Face, size: float, room: float) -> list[str]:
    """Break a text into lines of at most three words."""
    said = text.split(" ")
    runs = (" ".join(said[start : start + WORDS]) for start in range(0, len(said), WORDS))
    return [line for run in runs for line in wrap(run, face, size, room)]


def days(week: WeekProgramme, pad: float) -> list[Day]:
    """Give the days of a week: every activity, with `pad` points above and below, and the days without any."""
    return [Day(day, tuple(_row(entry, pad) for entry in shown(day)) or (_quiet(day, pad),)) for day in week.days]


def _row(occurrence: Occurrence, pad: float) -> Row:
    series = occurrence.series
    name, below = _name(printable(series.name) or "…")
    sign_up = translate("sign up") if series.sign_up and occurrence.goes_on else ""
    said = translate("does not go on") if not occurrence.goes_on else words.price(series.price_cents)
    cost = Words(tuple(few_words(said, Face.BOLD, COST_SIZE, COST_ROOM)), COST_SIZE)
    cents = series.price_cents if occurrence.goes_on else None
    money = money_height(series.price_cents, COST_ROOM) + 3 if cents is not None else 0.0
    beside = name.height + (SIGN_UP if sign_up else 0.0)
    high = max(PICTURE, beside, money + cost.height) + 2 * pad
    under = below.height + BELOW if below.lines else 0.0
    return Row(
        pictogram(series),
        name,
        high + under,
        below,
        series.starts,
        cents,
        cost,
        crossed=not occurrence.goes_on,
        sign_up=sign_up,
    )


@lru_cache(maxsize=256)
def _name(said: str) -> tuple[Words, Words]:
    """Break a name into lines beside its picture, smaller when there are many; far too many stand below it."""
    for size in _SIZES:
        lines = few_words(said, Face.BOLD, size, NAME_ROOM)
        whole = {word for line in lines for word in line.split(" ")} >= set(said.split(" "))
        if len(lines) <= _FEW_LINES and whole:
            break
    if len(lines) <= _MOST_LINES:
        return Words(tuple(lines), size), Words()
    return Words(), Words(tuple(wrap(said, Face.BOLD, SMALLEST, _WHOLE_ROOM)), SMALLEST)


def _quiet(day: DayProgramme, pad: float) -> Row:
    """Say of a day without activities that the door is open, and from when, or that it is closed, and why."""
    if day.opening is not None and day.closure is None:
        said, starts = translate("open"), day.opening.opens
    else:
        said, starts = translate("closed"), None
    reason = printable(day.closure.reason) if day.closure is not None else day.holiday
    below = Words(tuple(_briefly(printable(reason))), SMALLEST + 1)
    name = Words((said,), _SIZES[0])
    high = PICTURE + 2 * pad + (below.height + BELOW if below.lines else 0.0)
    return Row("door-open", name, high, below, starts, crossed=starts is None)


def _briefly(reason: str) -> list[str]:
    """Say why in lines of at most three words, the last not left alone; what takes too many in lines that are full."""
    said = reason.split(" ")
    count = -(-len(said) // WORDS)
    each, more = divmod(len(said), count)
    ends = [number * each + min(number, more) for number in range(count + 1)]
    runs = (" ".join(said[start:end]) for start, end in pairwise(ends))
    lines = [line for run in runs for line in wrap(run, Face.REGULAR, SMALLEST + 1, _WHOLE_ROOM)]
    return lines if len(lines) <= _FEW_LINES else wrap(reason, Face.REGULAR, SMALLEST + 1, _WHOLE_ROOM)
