"""The front of the flyer: whose it is, of which week, a word of welcome, and what is worth coming for, in pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.activities.highlights import MOST, highlights
from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance, words
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.flow import Piece
from buurtkamer_app.printing.flyer_pages import HALF, LEAST
from buurtkamer_app.printing.house_style import DAY_COLOURS, INK, LEADING, WHITE
from buurtkamer_app.printing.logo import put_logo
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.flyer_pages import Column
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

_NAMES: Final = (32.0, 28.0, 24.0, 20.0, 16.0, 13.0, LEAST)
_MOST_NAME_LINES: Final = 3
# A name that is longer may take more lines from this size on.
_ONE_LINE: Final = 24.0
_LOGO: Final = 46.0
_WEEK: Final = 13.0
_WELCOME: Final = 16.0
# Of a highlight's name; the picture beside it is as high as two lines and a half.
_SIZES: Final = (26.0, 22.0, 19.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, LEAST)
_PICTURE: Final = 2.5
_DAY: Final = 11.5
_BESIDE: Final = 0.9
_GAP: Final = 0.7
_MOST_GAP: Final = 1.9


@dataclass(frozen=True, slots=True)
class _Row:
    colour: str
    picture: str
    when: tuple[str, ...]
    name: tuple[str, ...]

    def told(self, size: float) -> float:
        """Give how high its words are in points, its name in type `size`."""
        return (len(self.when) * _smaller(size) + len(self.name) * size) * LEADING

    def high(self, size: float) -> float:
        """Give how high it is in points."""
        return max(self.told(size), size * _PICTURE)


def _smaller(size: float) -> float:
    """Give the type of the day above a name."""
    return max(_DAY, size * 0.7)


def cover(sheet: Sheet, column: Column, week: WeekProgramme, house: House, *, pictures: bool) -> None:
    """Draw the front page."""
    down = _head(sheet, column, week, house)
    down = column.write(sheet, Piece(at_a_glance.welcome(week), Face.BOLD, _WELCOME, colour=SECOND), down) + 12
    down = column.write(sheet, Piece(at_a_glance.why_shut(week), Face.REGULAR, _WELCOME), down)
    bottom = column.bottom - len(_foot(column, week)) * LEAST * LEADING - 14
    rows, size = _best(week, column, bottom - down, pictures=pictures)
    if rows:
        _draw(sheet, column, rows, (down, bottom, size), pictures=pictures)
    at = bottom + 14
    sheet.rule(column.left, column.right, at - 6, colour=MAIN, weight=1.2)
    for line in _foot(column, week):
        sheet.text(line, (column.left, at), Face.REGULAR, LEAST, INK)
        at += LEAST * LEADING


def _foot(column: Column, week: WeekProgramme) -> list[str]:
    return wrap(at_a_glance.where(week.facts), Face.REGULAR, LEAST, column.room)


def _head(sheet: Sheet, column: Column, week: WeekProgramme, house: House) -> float:
    """Draw logo, name and week; give where what follows begins."""
    filled = house.dress.filled
    for size in _NAMES:
        lines = wrap(house.name, Face.BOLD, size, column.room)
        if len(lines) == 1 or (size <= _ONE_LINE and len(lines) <= _MOST_NAME_LINES):
            break
    number = translate("Week {week}", week=week.monday.isocalendar().week)
    dates = f"{number} · {words.days(week.monday, week.days[-1].on)}"
    under = wrap(dates, Face.MEDIUM, _WEEK, column.room)
    logo = _LOGO + 10 if house.dress.look.logo else 0.0
    ends = column.top + logo + (len(lines) * size + len(under) * _WEEK) * LEADING + 14
    if filled:
        canvas = sheet.canvas
        canvas.setFillColor(HexColor(house.dress.paint(MAIN)))
        canvas.rect(HALF, sheet.paper.high - ends, HALF, ends, stroke=0, fill=1)
    else:
        sheet.rule(column.left, column.right, ends - 2, colour=MAIN, weight=3)
    # The white plate reaches four points around it.
    put_logo(sheet, (column.left + (4 if filled else 0), column.top), _LOGO, plate=filled)
    down = column.top + logo
    for line in lines:
        sheet.text(line, (column.left, down), Face.BOLD, size, WHITE if filled else MAIN)
        down += size * LEADING
    column.write(sheet, Piece(dates, Face.MEDIUM, _WEEK, colour=WHITE if filled else INK), down + 2)
    return ends + 14


def _best(week: WeekProgramme, column: Column, room: float, *, pictures: bool) -> tuple[list[_Row], float]:
    """Give as many highlights as fit, in the largest type in which they do."""
    for most in range(MOST, 0, -1):
        for size in _SIZES:
            left = (_PICTURE + _BESIDE) * size if pictures else 0.0
            rows = [_row(one, size, column.room - left) for one in highlights(week, most)]
            if sum(row.high(size) for row in rows) + size * _GAP * (len(rows) - 1) <= room:
                return rows, size
    return [], LEAST


def _row(one: Highlight, size: float, room: float) -> _Row:
    single = len(one.days) == 1
    day = words.said(one.days[0], "EEEE d MMMM") if single else at_a_glance.short_days(one.days)
    when = f"{day}, {words.clock(one.series.starts)}"
    name = wrap(printable(one.series.name) or "…", Face.BOLD, size, room)
    colour = DAY_COLOURS[one.days[0].weekday()]
    return _Row(colour, pictogram(one.series), tuple(wrap(when, Face.MEDIUM, _smaller(size), room)), tuple(name))


def _draw(sheet: Sheet, column: Column, rows: list[_Row], where: tuple[float, float, float], *, pictures: bool) -> None:
    down, bottom, size = where
    spare = bottom - down - sum(row.high(size) for row in rows)
    gap = min(size * _MOST_GAP, spare / max(1, len(rows) - 1))
    down += max(0.0, spare - gap * (len(rows) - 1)) / 3
    for row in rows:
        left, high = column.left, row.high(size)
        if pictures:
            put_picture(sheet, row.picture, (left, down + (high - size * _PICTURE) / 2), size * _PICTURE, row.colour)
            left += (_PICTURE + _BESIDE) * size
        at = down + (high - row.told(size)) / 2
        for line in row.when:
            sheet.text(line, (left, at), Face.MEDIUM, _smaller(size), row.colour)
            at += _smaller(size) * LEADING
        for line in row.name:
            sheet.text(line, (left, at), Face.BOLD, size, INK)
            at += size * LEADING
        down += high + gap
