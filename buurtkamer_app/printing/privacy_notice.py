"""What we keep of you: the privacy notice for the door, warm and on one page, each matter in a frame of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN, TINT
from buurtkamer_app.printing.house_style import INK, LEADING, MARGIN, ROOM
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

# Heading and text, as large as one page allows.
_SIZES: Final = ((19.0, 16.0), (18.0, 15.0), (17.0, 14.0), (16.0, 13.0), (15.0, 12.0))
_INSIDE: Final = 12.0
_BETWEEN: Final = 12.0
_LEAD: Final = 20.0
_MOST_AIR: Final = 18.0


@dataclass(frozen=True, slots=True)
class Matter:
    """A heading, and sentences under it; each on a line of its own when they are `listed`."""

    heading: str
    sentences: tuple[str, ...]
    listed: bool = False


_Row = tuple[str, Face, float, str]


def privacy_notice(matters: Sequence[Matter], house: House) -> bytes:
    """Make the notice as a PDF; the same data gives the same bytes. StoreError when the letters are missing."""
    sheet = Downward(house, translate("What we keep of you"), house.whose)
    lead = translate("You are welcome here. You need not tell us who you are.")
    sheet.down += _BETWEEN / 2
    sheet.lines(lead, Face.BOLD, _LEAD, colour=MAIN)
    sheet.down += _BETWEEN
    tried = ([_rows(matter, sizes) for matter in matters] for sizes in _SIZES)
    fits = next((those for those in tried if _whole(those) <= sheet.room_left), None)
    rows = fits or [_rows(matter, _SIZES[-1]) for matter in matters]
    air = min(_MOST_AIR, max(0.0, sheet.room_left - _whole(rows)) / len(rows))
    for those in rows:
        sheet.place(_height(those), partial(_frame, rows=those))
        sheet.down += _BETWEEN + air
    return sheet.done()


def _rows(matter: Matter, sizes: tuple[float, float]) -> list[_Row]:
    large, small = sizes
    room = ROOM - 2 * _INSIDE
    rows: list[_Row] = [
        (line, Face.BOLD, large, MAIN) for line in wrap(printable(matter.heading), Face.BOLD, large, room)
    ]
    texts = matter.sentences if matter.listed else (" ".join(matter.sentences),)
    for text in texts:
        rows += [(line, Face.REGULAR, small, INK) for line in wrap(printable(text), Face.REGULAR, small, room)]
    return rows


def _height(rows: Sequence[_Row]) -> float:
    return sum(size * LEADING for _, _, size, _ in rows) + 2 * _INSIDE


def _whole(rows: Sequence[Sequence[_Row]]) -> float:
    return sum(map(_height, rows)) + _BETWEEN * (len(rows) - 1)


def _frame(sheet: Sheet, down: float, rows: Sequence[_Row]) -> None:
    sheet.frame((MARGIN, down), (ROOM, _height(rows)), line=MAIN, fill=TINT if sheet.dress.filled else "", weight=1.2)
    down += _INSIDE
    for line, face, size, colour in rows:
        sheet.text(line, (MARGIN + _INSIDE, down), face, size, colour)
        down += size * LEADING
