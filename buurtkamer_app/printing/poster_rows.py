"""The highlights of a poster as rows: day and time in a box at the left, a picture, then name and facts."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.printing import at_a_glance, words
from buurtkamer_app.printing.house_style import DAY_COLOURS, INK, LEADING, WHITE
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.roboto import plain
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.printing.house_style import Sheet

# How large letters must be, in points on A3 (A4 has the same, scaled by 0.71, and is read from two metres).
# The United States Sign Council and Penn State University (1998) found that black Helvetica on white is read from 29
# feet for each inch of its capitals (1/348) at its best, from 25 (1/300) with less care. From three metres 1/300 is
# 10 mm; capitals of Roboto are 0.711 of its type: 40 points for names, days and times. Place and price keep to 1/348.
NAMES: Final = 40.0
FACTS: Final = 35.0
TIGHT: Final = 1.14
_WIDE: Final = 1.38
_FACTS_OF_NAMES: Final = 0.74
# All of these times the size of a name: within a box, beside it, between rows, and what spare room may add.
_INSET: Final = 0.3
_BESIDE: Final = 0.4
_GAP: Final = 0.25
_PICTURE: Final = 1.7
_MOST_AIR: Final = 0.9
_MOST_GAP: Final = 1.2


@dataclass(frozen=True, slots=True)
class Row:
    """A highlight in lines, `apart` times their size."""

    colour: str
    picture: str
    box: tuple[str, ...]
    name: tuple[str, ...]
    facts: tuple[str, ...]
    high: float
    apart: float
    cut: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows at one size of type: that of facts, how wide boxes and pictures (0: none) are, all in points."""

    size: float
    small: float
    box: float
    picture: float
    rows: tuple[Row, ...]

    @property
    def high(self) -> float:
        """Give the least height in points, with what stands between the rows."""
        return sum(row.high for row in self.rows) + self.size * _GAP * max(0, len(self.rows) - 1)

    @property
    def cut(self) -> bool:
        """Tell whether a word was cut."""
        return any(row.cut for row in self.rows)


def line_height(*lines: str) -> float:
    """Tell how far lines are apart, times their size: letters of other scripts reach higher and lower than Roboto's.

    A capital with an accent reaches into what hangs down from the line above when lines are tight.
    """
    if not all(map(plain, lines)):
        return _WIDE
    high = any(char.isupper() and not unicodedata.is_normalized("NFD", char) for line in lines for char in line)
    return LEADING if high else TIGHT


def rows(picked: Sequence[Highlight], size: float, least: float, room: float, *, pictures: bool) -> Rows:
    """Give highlights as rows, names in type `size`, facts of `least` points or more, in a `room` so wide."""
    small = max(size * _FACTS_OF_NAMES, min(size, least))
    said = [word for one in picked for word in (*_day(one).split(" "), words.clock(one.series.starts))]
    box = min(room / 2, max((width(word, Face.BOLD, size) for word in said), default=0.0) + 2 * _INSET * size)
    picture = size * _PICTURE if pictures else 0.0
    left = box + _BESIDE * size + (picture + _BESIDE * size if picture else 0.0)
    found = []
    for one in picked:
        inside = (*wrap(_day(one), Face.BOLD, size, box - _INSET * size), words.clock(one.series.starts))
        name = wrap(printable(one.series.name), Face.BOLD, size, room - left) or ["…"]
        facts = wrap_parts(_facts(one), Face.REGULAR, small, room - left)
        apart = line_height(*name, *facts)
        told = (len(name) * size + len(facts) * small) * apart
        high = max((len(inside) * TIGHT + _INSET / 2) * size, told, picture)
        colour = DAY_COLOURS[one.days[0].weekday()]
        cut = " ".join(name) != (printable(one.series.name) or "…")
        found.append(Row(colour, pictogram(one.series), inside, tuple(name), tuple(facts), high, apart, cut))
    return Rows(size, small, box, picture, tuple(found))


def draw(sheet: Sheet, all_of: Rows, at: tuple[float, float], room: float) -> None:
    """Draw the rows from `at` on; what is left of the height becomes air, in the boxes, then between."""
    count, size = len(all_of.rows), all_of.size
    spare = max(0.0, room - all_of.high)
    air = min(size * _MOST_AIR, spare / count)
    between = size * _GAP + min(size * _MOST_GAP, (spare - air * count) / max(1, count - 1))
    left, down = at
    for row in all_of.rows:
        _box(sheet, all_of, row, (left, down), row.high + air)
        _text(sheet, all_of, row, (left + all_of.box + _BESIDE * size, down), row.high + air)
        down += row.high + air + between


def _box(sheet: Sheet, all_of: Rows, row: Row, at: tuple[float, float], high: float) -> None:
    filled, size = sheet.dress.filled, all_of.size
    sheet.frame(at, (all_of.box, high), line=row.colour, fill=row.colour if filled else "", weight=size * 0.07)
    down = at[1] + (high - len(row.box) * size * TIGHT) / 2
    for line in row.box:
        sheet.text_middle(line, (at[0] + all_of.box / 2, down), Face.BOLD, size, WHITE if filled else row.colour)
        down += size * TIGHT


def _text(sheet: Sheet, all_of: Rows, row: Row, at: tuple[float, float], high: float) -> None:
    (left, down), size, small = at, all_of.size, all_of.small
    if all_of.picture:
        put_picture(sheet, row.picture, (left, down + (high - all_of.picture) / 2), all_of.picture, row.colour)
        left += all_of.picture + _BESIDE * size
    down += (high - (len(row.name) * size + len(row.facts) * small) * row.apart) / 2
    for line in row.name:
        sheet.text(line, (left, down), Face.BOLD, size, INK)
        down += size * row.apart
    for line in row.facts:
        sheet.text(line, (left, down), Face.REGULAR, small, INK)
        down += small * row.apart


def _day(one: Highlight) -> str:
    """Say the day with its number, or the days."""
    return at_a_glance.short_day(one.days[0]) if len(one.days) == 1 else at_a_glance.short_days(one.days)


def _facts(one: Highlight) -> list[str]:
    """Say in a few words where it is, what it costs, and that one signs up."""
    series = one.series
    parts = (printable(series.space), words.price(series.price_cents), at_a_glance.places(one))
    return [part for part in parts if part]
