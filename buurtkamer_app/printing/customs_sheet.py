"""How we do that here: the customs of the neighbourhood, with whom to call when it goes less well under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood.words import said
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import LEADING, ROOM
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.neighbourhood.records import CallGuide, CallLine
    from buurtkamer_app.printing.house import House

# As large as one page allows; on more pages when it does not fit at the smallest.
_SIZES: Final = (24.0, 22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0)
_NUMBER: Final = 34.0
_AFTER: Final = 0.6
_CALL: Final = 13.0
_PHONE: Final = 135.0
_BETWEEN: Final = 5.0
_EMPTY: Final = 10


def customs_sheet(customs: Sequence[str], guide: CallGuide, house: House) -> bytes:
    """Make the sheet as a PDF; the same data gives the same bytes. StoreError when the letters are missing."""
    sheet = Downward(house, translate("How we do that here"), (translate("What we are used to do for each other"),))
    if not customs:
        sheet.heading(translate("Nothing was written down yet. What are you used to do here?"))
        sheet.writing_lines(_EMPTY, left=_NUMBER)
    calls = [line for line in guide.lines if line.phone]
    below = sum(_call_height(line) for line in calls) + 50
    room = sheet.room_left - below
    size = next((size for size in _SIZES if _height(customs, size) <= room), _SIZES[-1])
    for number, text in enumerate(customs, 1):
        _custom(sheet, number, text, size)
    sheet.heading(translate("Does it go less well with somebody?"), with_it=_call_height(calls[0]))
    for line in calls:
        _call(sheet, line)
    return sheet.done()


def _height(customs: Sequence[str], size: float) -> float:
    lines = [len(wrap(printable(text), Face.REGULAR, size, ROOM - _NUMBER)) for text in customs]
    return sum(count * size * LEADING + size * _AFTER for count in lines)


def _custom(sheet: Downward, number: int, text: str, size: float) -> None:
    """Write a custom behind its number."""
    lines = wrap(printable(text), Face.REGULAR, size, ROOM - _NUMBER)
    sheet.need(min(3, len(lines)) * size * LEADING)
    sheet.text(str(number), 0, Face.BOLD, size, SECOND)
    for line in lines:
        sheet.need(size * LEADING)
        sheet.text(line, _NUMBER, Face.REGULAR, size)
        sheet.down += size * LEADING
    sheet.down += size * _AFTER


def _parts(line: CallLine) -> tuple[list[str], list[str]]:
    situation, _, who = map(printable, said(line))
    words = f"{situation}: {who}" if who else situation
    return (
        wrap(words, Face.REGULAR, _CALL, ROOM - _PHONE - _BETWEEN),
        wrap(printable(line.phone), Face.BOLD, _CALL, _PHONE),
    )


def _call_height(line: CallLine) -> float:
    return max(map(len, _parts(line))) * _CALL * LEADING + _BETWEEN


def _call(sheet: Downward, line: CallLine) -> None:
    """Write whom to call in a situation, the number at the right edge."""
    left, right = _parts(line)
    sheet.need(_call_height(line))
    top = sheet.down
    for words in left:
        sheet.text(words, 0, Face.REGULAR, _CALL)
        sheet.down += _CALL * LEADING
    sheet.down = top
    for words in right:
        sheet.text(words, ROOM - max(width(part, Face.BOLD, _CALL) for part in right), Face.BOLD, _CALL, MAIN)
        sheet.down += _CALL * LEADING
    sheet.down = top + _call_height(line)
