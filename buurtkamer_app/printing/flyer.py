"""The flyer: one A4 across, printed on both sides and folded once, so that it is a folder of four A5 pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.flow import Piece
from buurtkamer_app.printing.flyer_back import SLIP, back
from buurtkamer_app.printing.flyer_cover import cover
from buurtkamer_app.printing.flyer_pages import LEAST, LEFT, RIGHT
from buurtkamer_app.printing.flyer_week import spread
from buurtkamer_app.printing.house_style import A4_ACROSS, INK, LEADING, LINE, SOFT_INK, Sheet
from buurtkamer_app.printing.laid_out import put_lines
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wall_words import came_of
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.flow import Part
    from buurtkamer_app.printing.flyer_pages import Column
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.wishes.records import BecameTrue

_TITLE: Final = 19.0
_STRIP: Final = _TITLE * LEADING + 8
_FOOT: Final = LEAST * LEADING + 4
_SIZES: Final = (13.0, 12.0, 11.0, LEAST)
_MOST_GAP: Final = 1.6  # of the type, between days


def flyer(week: WeekProgramme, became: Sequence[BecameTrue], house: House, *, pictures: bool = True) -> bytes:
    """Make the flyer of a week as a PDF of two pages A4 across, to be printed on both sides along the short edge.

    The outside holds page 4 and page 1, the inside page 2 and page 3. `became` is what wishes became; it stands where
    the slip is cut off, so that the programme stays whole. The same data gives the same bytes.
    StoreError when the program's letters or pictures are missing.
    """
    sheet = Sheet(house.week(week), house.name, dress=house.dress, paper=A4_ACROSS)
    sheet.entry(translate("Outside"))
    back(sheet, LEFT, week, house)
    cover(sheet, RIGHT, week, house, pictures=pictures)
    sheet.turn()
    sheet.entry(translate("Inside"))
    _inside(sheet, week, became)
    sheet.turn()
    return sheet.done()


def _inside(sheet: Sheet, week: WeekProgramme, became: Sequence[BecameTrue]) -> None:
    high = LEFT.high - _STRIP - _FOOT
    # The slip's other side, from where it is cut off.
    slip = SLIP - _FOOT + 8
    found = spread(week, LEFT.room, high, slip)
    top = LEFT.top + _STRIP
    numbered = ((LEFT, found.left, "2/4", 0.0), (RIGHT, found.right, "3/4", slip if found.free else 0.0))
    for column, parts, number, less in numbered:
        bottom = column.bottom - _FOOT - less
        _days(sheet, column, parts, (top, bottom, found.gap))
        sheet.text_right(number, (column.right, column.bottom - LEAST * LEADING), Face.REGULAR, LEAST, SOFT_INK)
        sheet.rule(column.left, column.right, top - 8, colour=MAIN, weight=2)
    sheet.text(translate("The programme"), (LEFT.left, LEFT.top), Face.BOLD, _TITLE, MAIN)
    if found.right and found.right[0].continued and found.right[0].block.day:
        said = f"{words.said(found.right[0].block.day, 'EEEE d MMMM')} ({translate('continued')})"
        sheet.text(said, (RIGHT.left, RIGHT.top + 5), Face.BOLD, _SIZES[0], found.right[0].block.colour)
    else:
        dates = translate("Week {week}", week=week.monday.isocalendar().week)
        sheet.text_right(dates, (RIGHT.right, RIGHT.top + 5), Face.MEDIUM, _SIZES[0], SOFT_INK)
    if found.free:
        _wishes(sheet, week, became, RIGHT.bottom - _FOOT - slip)
    if found.more:
        more = translate("And more: see the week sheet.")
        sheet.text(more, (RIGHT.left, RIGHT.bottom - LEAST * LEADING), Face.BOLD, LEAST, INK)


def _days(sheet: Sheet, column: Column, parts: Sequence[Part], where: tuple[float, float, float]) -> None:
    """Draw the days of one page, what is left of the height between them."""
    down, bottom, gap = where
    spare = bottom - down - sum(part.height for part in parts)
    gap = max(gap, min(spare / max(1, len(parts)), _MOST_GAP * gap / 0.6))
    for number, part in enumerate(parts):
        if number:
            sheet.rule(column.left, column.right, down - gap / 2, colour=LINE, weight=0.5)
        for entry in part.entries:
            down = put_lines(sheet, entry.lines, (column.left, down))
        down += gap


def _wishes(sheet: Sheet, week: WeekProgramme, became: Sequence[BecameTrue], down: float) -> None:
    """Draw what became of wishes on the other side of the slip."""
    sheet.rule(RIGHT.left, RIGHT.right, down + 4, colour=SECOND, weight=2)
    down += 16
    ask = translate("Do you have a wish? Write it on the back.")
    told = [came_of(wish, week) for wish in became]
    room = RIGHT.bottom - _FOOT - down - 2 * _SIZES[0] * LEADING - 2 * _SIZES[0] * LEADING
    for size in _SIZES:
        lines = [wrap(text, Face.REGULAR, size, RIGHT.room) for text in told]
        if sum(len(text) + 0.3 for text in lines) * size * LEADING <= room:
            break
    heading = Piece(translate("Your wish became this"), Face.BOLD, _SIZES[0] * 1.2, colour=SECOND)
    if told:
        down = RIGHT.write(sheet, heading, down) + 4
    for text in lines if told else ():
        if len(text) * size * LEADING > room:
            continue
        room -= (len(text) + 0.3) * size * LEADING
        for line in text:
            sheet.text(line, (RIGHT.left, down), Face.REGULAR, size, INK)
            down += size * LEADING
        down += size * LEADING * 0.3
    RIGHT.write(sheet, Piece(ask, Face.BOLD, _SIZES[0]), down + 6)
