"""The numbers of the stalls, large enough to read from afar: two to a page, to cut apart and hang up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import HEIGHT, INK, LEADING, LINE, MARGIN, ROOM, SOFT_INK, WIDTH, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.printing.house import House

_NUMBER: Final = (230.0, 190.0, 150.0, 110.0, 80.0, 56.0, 40.0, 28.0, 20.0)
_NAME: Final = (34.0, 30.0, 26.0, 22.0, 18.0, 15.0)
_MOST_LINES: Final = 2
_MARKET: Final = 14.0
_EACH: Final = 2
_AIR: Final = 14.0


class StallNumber(NamedTuple):
    """What hangs on a stall: its number, and the name of who stands there ("": nobody yet)."""

    number: str
    name: str


def stall_numbers(stalls: Sequence[StallNumber], market: str, on: date | None, house: House) -> bytes:
    """Make the numbers as a PDF; without any stall two empty ones to write on. The same data gives the same bytes."""
    title = " · ".join(part for part in (translate("Stall numbers"), printable(market)) if part)
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    foot = foot_of(house, on)
    those = list(stalls) or [StallNumber("", "")] * _EACH
    pages = -(-len(those) // _EACH)
    half = (HEIGHT - 2 * MARGIN - foot.height - _AIR) / _EACH
    for page in range(pages):
        for place, stall in enumerate(those[page * _EACH : (page + 1) * _EACH]):
            _stall(sheet, stall, market, MARGIN + place * (half + _AIR / 2), half - _AIR)
        _cut(sheet, MARGIN + half - _AIR / 2 + 1)
        foot.put(sheet, page + 1, pages)
        sheet.turn()
    return sheet.done()


def _stall(sheet: Sheet, stall: StallNumber, market: str, top: float, high: float) -> None:
    """Write the number as large as it goes in its frame, the name under it."""
    room = ROOM - 4 * _AIR
    sheet.frame((MARGIN, top), (ROOM, high), line=MAIN, weight=3)
    lines, size = _name(printable(stall.name), room)
    bottom = top + high - _AIR - _MARKET * LEADING
    said = wrap(printable(market), Face.REGULAR, _MARKET, room)[:1]
    for line in said:
        sheet.text_middle(line, (WIDTH / 2, bottom), Face.REGULAR, _MARKET, SOFT_INK)
    down = bottom - len(lines) * size * LEADING
    number = printable(stall.number)
    space = down - top - _AIR
    fits = [one for one in _NUMBER if width(number, Face.BOLD, one) <= room and one * 1.1 <= space]
    large = fits[0] if fits else _NUMBER[-1]
    shown = wrap(number, Face.BOLD, large, room)[:1]
    for line in shown:
        sheet.text_middle(line, (WIDTH / 2, top + _AIR / 2 + (space - large * 1.1) / 2), Face.BOLD, large, INK)
    for line in lines:
        sheet.text_middle(line, (WIDTH / 2, down), Face.BOLD, size, MAIN)
        down += size * LEADING


def _name(name: str, room: float) -> tuple[list[str], float]:
    """Break a name into two lines of the largest type in which it fits; a very long one is cut."""
    for size in _NAME:
        lines = wrap(name, Face.BOLD, size, room)
        if len(lines) <= _MOST_LINES:
            break
    return lines[:4], size


def _cut(sheet: Sheet, down: float) -> None:
    """Draw a broken line to cut along."""
    sheet.canvas.setDash(4, 4)
    sheet.rule(MARGIN / 2, WIDTH - MARGIN / 2, down, colour=LINE, weight=0.8)
    sheet.canvas.setDash()
