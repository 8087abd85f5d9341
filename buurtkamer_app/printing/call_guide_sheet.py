"""The call guide for the wall: 112 on top, then what to do in a situation and whom to call; where things are below.

It bears what everybody may read at a locked desk too: no number of a host, none of a visitor.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood.words import place, said
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import INK, LEADING, MARGIN, ROOM, SMALLEST, SOFT_INK, WHITE
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.neighbourhood.records import CallGuide, CallLine
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

_NUMBER: Final = 190.0  # points of width for whom to call
_GAP: Final = 14.0
_WORDS: Final = ROOM - _NUMBER - _GAP
_SITUATION: Final = 14.0
_BODY: Final = 13.0
_PHONE: Final = (22.0, 20.0, 18.0, 16.0, 14.0)
_FIRST_PHONE: Final = 64.0
_INSIDE: Final = 14.0
_BETWEEN: Final = 8.0
_HEADING: Final = 15.0
# The air above and below a situation, as much as one page allows.
_AIR: Final = (9.0, 7.0, 5.5, 4.0, 3.0)
_HALF: Final = (ROOM - _GAP) / 2


def call_guide_sheet(guide: CallGuide, house: House) -> bytes:
    """Make the sheet as a PDF; the same data gives the same bytes. StoreError when the letters are missing."""
    sheet = Downward(house, translate("Whom do I call?"))
    first, *rest = guide.lines
    _first(sheet, first)
    places = _places(guide)
    below = (len(places) * _BODY + 2 * _HEADING) * LEADING + 2 * _BETWEEN if places else 0.0
    room = sheet.room_left - below
    air = next((one for one in _AIR if sum(_parts(line, one).high for line in rest) <= room), _AIR[0])
    for line in rest:
        _line(sheet, _parts(line, air), air)
    if places:
        sheet.heading(translate("Where is it in this house?"), with_it=_BODY * LEADING)
    for row in places:
        sheet.need(_BODY * LEADING)
        for part, left in row:
            sheet.text(part, left, Face.REGULAR, _BODY)
        sheet.down += _BODY * LEADING
    return sheet.done()


def _places(guide: CallGuide) -> list[list[tuple[str, float]]]:
    """Give the rows that say where things are: two beside each other where both fit, else one under the other."""
    said_places = [printable(f"{place(spot)}: {spot.place}") for spot in guide.places]
    if all(width(words, Face.REGULAR, _BODY) <= _HALF for words in said_places):
        rows = [said_places[at : at + 2] for at in range(0, len(said_places), 2)]
        return [list(zip(row, (0.0, _HALF + _GAP), strict=False)) for row in rows]
    return [[(line, 0.0)] for words in said_places for line in wrap(words, Face.REGULAR, _BODY, ROOM)]


def _first(sheet: Downward, line: CallLine) -> None:
    """Write the emergency number in a box over the whole width, so large that it is read from across the room."""
    phone = printable(line.phone)
    beside = width(phone, Face.BOLD, _FIRST_PHONE) + 2 * _INSIDE
    situation, step, _ = map(printable, said(line))
    above = wrap(situation, Face.BOLD, 18.0, ROOM - beside - _INSIDE)
    below = wrap(step, Face.REGULAR, _SITUATION, ROOM - beside - _INSIDE)
    words = (len(above) * 18.0 + len(below) * _SITUATION) * LEADING
    high = max(words, _FIRST_PHONE) + 2 * _INSIDE
    sheet.place(high, partial(_draw_first, phone, (above, below), high))
    sheet.down += _BETWEEN


def _draw_first(phone: str, words: tuple[list[str], list[str]], high: float, paper: Sheet, down: float) -> None:
    filled = paper.dress.filled
    paper.frame((MARGIN, down), (ROOM, high), line=MAIN, fill=MAIN if filled else "", weight=2.6)
    paper.text(
        phone,
        (MARGIN + _INSIDE, down + (high - _FIRST_PHONE * LEADING) / 2),
        Face.BOLD,
        _FIRST_PHONE,
        WHITE if filled else MAIN,
    )
    left = MARGIN + width(phone, Face.BOLD, _FIRST_PHONE) + 2 * _INSIDE
    above, below = words
    down += (high - (len(above) * 18.0 + len(below) * _SITUATION) * LEADING) / 2
    for lines, face, size in ((above, Face.BOLD, 18.0), (below, Face.REGULAR, _SITUATION)):
        for line in lines:
            paper.text(line, (left, down), face, size, WHITE if filled else INK)
            down += size * LEADING


class _Parts(NamedTuple):
    """A situation with its step, whom to call with the number, and how high the higher of both is."""

    left: list[tuple[str, Face, float]]
    right: list[tuple[str, Face, float]]
    high: float


def _parts(line: CallLine, air: float) -> _Parts:
    situation, step, who = map(printable, said(line))
    phone = printable(line.phone)
    left = [(part, Face.BOLD, _SITUATION) for part in wrap(situation, Face.BOLD, _SITUATION, _WORDS)]
    left += [(part, Face.REGULAR, _BODY) for part in wrap(step, Face.REGULAR, _BODY, _WORDS)]
    size = next((size for size in _PHONE if width(phone, Face.BOLD, size) <= _NUMBER), _PHONE[-1])
    right = [(part, Face.REGULAR, SMALLEST) for part in wrap(who, Face.REGULAR, SMALLEST, _NUMBER)]
    # Nobody filled it in yet: there is room to write it by hand.
    right += [(part, Face.BOLD, size) for part in wrap(phone, Face.BOLD, size, _NUMBER) or [""]]
    return _Parts(left, right, max(sum(part[2] * LEADING for part in side) for side in (left, right)) + 2 * air)


def _line(sheet: Downward, parts: _Parts, air: float) -> None:
    """Write a situation and its step, and beside them whom to call and the number in large type."""
    sheet.need(parts.high)
    sheet.rule()
    top = sheet.down + air
    for side, at in ((parts.left, 0.0), (parts.right, _WORDS + _GAP)):
        sheet.down = top
        for words, face, points in side:
            sheet.text(words, at, face, points, SOFT_INK if points == SMALLEST else INK)
            sheet.down += points * LEADING
            if not words:
                sheet.rule(_WORDS + _GAP)
    sheet.down = top + parts.high - air
