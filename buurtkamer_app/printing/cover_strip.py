"""A strip of paper to stick over the rota on the wall: who comes instead of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.house_style import HEIGHT, INK, LEADING, MARGIN, ROOM, SMALLEST, SOFT_INK, WIDTH, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.rota.cover.records import StripLine

# Read from a metre away; long names are smaller, so that a strip stays a strip, and go on on more lines.
_WHO: Final = (30.0, 24.0, 18.0)
_WHEN: Final = (18.0, 14.0)
_INSET: Final = 14.0
_BETWEEN: Final = 22.0
_MOST_LINES: Final = 3
_FIRST: Final = MARGIN + SMALLEST * LEADING + _BETWEEN / 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a strip."""

    text: str
    face: Face
    size: float
    colour: str = INK


def cover_strip(lines: Sequence[StripLine], house: House) -> bytes:
    """Make the strips as a PDF, one for each change, to be cut along their edge; the same data, the same bytes.

    Each is a few centimetres high. StoreError when the program's letters are missing.
    """
    title = f"{translate('Change on the rota')} · {house.name}"
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    pages = _paginate(
        [
            [
                *_when(line, house.printed_on),
                *_who(line),
                *_fitting([house.name, house.dated(line.on)], Face.REGULAR, (SMALLEST,), SOFT_INK),
            ]
            for line in lines
        ]
    )
    for number, page in enumerate(pages, 1):
        hint = translate("Cut along the line and stick it over the rota.")
        sheet.text(hint, (MARGIN, MARGIN), Face.REGULAR, SMALLEST, SOFT_INK)
        sheet.text_right(f"{number}/{len(pages)}", (WIDTH - MARGIN, MARGIN), Face.REGULAR, SMALLEST, SOFT_INK)
        down = _FIRST
        for rows in page:
            _draw(sheet, rows, down)
            down += _height(rows) + _BETWEEN
        sheet.turn()
    return sheet.done()


def _height(rows: Sequence[_Row]) -> float:
    return sum(row.size * LEADING for row in rows) + 2 * _INSET


def _paginate(strips: Sequence[list[_Row]]) -> list[list[list[_Row]]]:
    """Put as many strips on a page as fit; there is always one page."""
    pages: list[list[list[_Row]]] = [[]]
    down = _FIRST
    for rows in strips:
        if pages[-1] and down + _height(rows) > HEIGHT - MARGIN:
            pages.append([])
            down = _FIRST
        pages[-1].append(rows)
        down += _height(rows) + _BETWEEN
    return pages


def _draw(sheet: Sheet, rows: Sequence[_Row], down: float) -> None:
    sheet.frame((MARGIN, down), (ROOM, _height(rows)), line=INK)
    down += _INSET
    for row in rows:
        sheet.text(row.text, (MARGIN + _INSET, down), row.face, row.size, row.colour)
        down += row.size * LEADING


def _fitting(parts: Sequence[str], face: Face, sizes: Sequence[float], colour: str = INK) -> list[_Row]:
    """Break facts into a few lines of the largest type in which they fit, else into more of the smallest."""
    for size in sizes:
        lines = wrap_parts(parts, face, size, ROOM - 2 * _INSET)
        if len(lines) <= _MOST_LINES:
            break
    return [_Row(line, face, size, colour) for line in lines]


def _when(line: StripLine, today: date) -> list[_Row]:
    """Say when it is: the day, with "today" before it, the times, and what for."""
    day = words.said(line.on, "EEEE d MMMM")
    if line.on == today:
        day = translate("today, {day}", day=day)
    parts = [day[:1].upper() + day[1:], words.span(line.starts, line.ends), printable(line.task)]
    return _fitting([part for part in parts if part], Face.MEDIUM, _WHEN)


def _who(line: StripLine) -> list[_Row]:
    name, gone = printable(line.name) or "…", printable(line.gone)
    said = translate("{name} for {gone}", name=name, gone=gone) if gone else translate("{name} comes", name=name)
    return _fitting([said], Face.BOLD, _WHO)
