"""The tally sheet: a row of boxes for each hour, in the order in which it is keyed back, and lines for wishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.by_hand import to_fill_in
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    WIDTH,
    Sheet,
)
from buurtkamer_app.printing.numbered_head import put_head
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.printing.house import House

_BODY: Final = 13.0
_BOX: Final = 12.0
_STEP: Final = 14.0
_FIVES: Final = 5
_GROUP: Final = _FIVES * _STEP + 6
_LABEL: Final = 98.0
_SUM: Final = 28.0
_BETWEEN: Final = 20.0
_MOST_DEEP: Final = 4
# Above and below the boxes of a row together, so that those of the next hour stand apart.
_AROUND: Final = 9.0
# What a row of one line of boxes takes.
_LEAST: Final = _BOX + 5
_WISHES: Final = 3
_WISH: Final = 24.0
_ABOVE_FOOT: Final = 10.0
# A column for each of the entry page, and how many fives stand beside each other in it.
_COLUMNS: Final = ((mark("Visitors"), 2), (mark("Children"), 1), (mark("First time"), 1))


@dataclass(frozen=True, slots=True)
class Tally:
    """What a tally sheet is of: its day (None: to be written on it) and hours; `beside` is tallied under them."""

    day: date | None
    hours: Sequence[int]
    beside: Sequence[str] = ()


def tally_sheet(tally: Tally, house: House, numbers: Sequence[str] = ("",)) -> bytes:
    """Make a page for each number, "" for one that is written on it; StoreError when its letters are missing."""
    title = _title(tally.day)
    sheet = Sheet(title, house.name, dress=house.dress)
    below = foot_of(house, tally.day)
    for place, number in enumerate(numbers, 1):
        sheet.entry(f"{title} {number}".strip())
        put_tally(sheet, tally, number, below.height)
        below.put(sheet, place, len(numbers))
        sheet.turn()
    return sheet.done()


def put_tally(sheet: Sheet, tally: Tally, number: str, under: float) -> None:
    """Draw the page on which one counts by hand, without its foot, which is `under` points high."""
    day = words.said(tally.day, "EEEE d MMMM y") if tally.day else to_fill_in(translate("Day"))
    how = translate("One cross for each visitor, once a visit. Write the sum behind it.")
    down = put_head(sheet, translate("Tally sheet"), (day,), number)
    for line in wrap(how, Face.REGULAR, _BODY, ROOM):
        sheet.text(line, (MARGIN, down), Face.REGULAR, _BODY)
        down += _BODY * LEADING
    down = _heads(sheet, down + 4)
    rows = [_hour(hour) for hour in tally.hours]
    bottom = HEIGHT - MARGIN - under - _ABOVE_FOOT - _BODY * LEADING - _WISHES * _WISH - 10
    height = max(_LEAST, min((bottom - down) / max(1, len(rows) + len(tally.beside)), _MOST_DEEP * _STEP + 12))
    for label in rows:
        _row(sheet, label, down, height, columns=len(_COLUMNS))
        down += height
    for label in tally.beside:
        _row(sheet, label, down, height, columns=1)
        down += height
    sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=INK, weight=1)
    _wishes(sheet, down + 8, HEIGHT - MARGIN - under - _ABOVE_FOOT)


def _title(day: date | None) -> str:
    return f"{translate('Tally sheet')} {words.said(day, 'd MMMM y')}" if day else translate("Tally sheet")


def _hour(hour: int) -> str:
    """Say an hour as the entry page does."""
    return translate("{first}.00 to {last}.00", first=hour, last=hour + 1)


def _lefts() -> list[float]:
    """Give where each column begins."""
    lefts, left = [], MARGIN + _LABEL
    for _, groups in _COLUMNS:
        lefts.append(left)
        left += groups * _GROUP + _SUM + _BETWEEN
    return lefts


def _heads(sheet: Sheet, down: float) -> float:
    sheet.text(translate("Hour"), (MARGIN, down), Face.BOLD, SMALLEST)
    for (name, groups), left in zip(_COLUMNS, _lefts(), strict=True):
        room = groups * _GROUP + _SUM + _BETWEEN / 2
        said = wrap(translate(name), Face.BOLD, SMALLEST, room)[0]
        sheet.text(said, (left, down), Face.BOLD, SMALLEST)
    return down + SMALLEST * LEADING + 4


def _row(sheet: Sheet, label: str, down: float, height: float, *, columns: int) -> None:
    """Draw a label and behind it boxes in fives with a square for their sum, as many lines as the height holds."""
    sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=LINE)
    deep = max(1, min(_MOST_DEEP, int((height - _AROUND - _BOX) // _STEP) + 1))
    high = (deep - 1) * _STEP + _BOX
    top = down + (height - high) / 2
    lines = wrap(label, Face.MEDIUM, SMALLEST, _LABEL - 6)
    at = down + (height - len(lines) * SMALLEST * LEADING) / 2
    for line in lines:
        sheet.text(line, (MARGIN, at), Face.MEDIUM, SMALLEST)
        at += SMALLEST * LEADING
    for (_, groups), left in list(zip(_COLUMNS, _lefts(), strict=True))[:columns]:
        _boxes(sheet, (left, top), deep, groups)
        side = min(_SUM, height - 6)
        sheet.square((left + groups * _GROUP, down + (height - side) / 2), side, line=INK, weight=1.2)


def _boxes(sheet: Sheet, at: tuple[float, float], deep: int, groups: int) -> None:
    """Draw so many lines of boxes in fives, in one stroke: a stack of sheets has thousands of them."""
    canvas, path = sheet.canvas, sheet.canvas.beginPath()
    for place in range(deep * groups * _FIVES):
        row, column = divmod(place, groups * _FIVES)
        across = at[0] + column // _FIVES * _GROUP + column % _FIVES * _STEP
        path.rect(across, sheet.paper.high - at[1] - row * _STEP - _BOX, _BOX, _BOX)
    canvas.setStrokeColor(HexColor(sheet.dress.paint(INK)))
    canvas.setLineWidth(0.6)
    canvas.drawPath(path, stroke=1, fill=0)


def _wishes(sheet: Sheet, down: float, bottom: float) -> None:
    """Draw the lines for wishes, as far as there is room."""
    sheet.text(translate("Wishes that you heard"), (MARGIN, down), Face.BOLD, _BODY, MAIN)
    down += _BODY * LEADING
    while down + _WISH <= bottom + 0.01:
        down += _WISH
        sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=INK, weight=0.6)
