"""The head of a sheet that comes back to the desk: what it is, and its number with a code at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.codes import CODE, CODE_HIGH, put_number
from buurtkamer_app.printing.downward import fitting
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import LEADING, MARGIN, SMALLEST
from buurtkamer_app.printing.logo import put_logo
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house_style import Sheet

_TITLES: Final = (28.0, 22.0, 18.0, 14.0)
_UNDER: Final = (15.0, 13.0, SMALLEST)
# More lines of facts than these are smaller; more of one fact than these would leave no room for the sheet itself.
_FEW: Final = 8
_MOST: Final = 10
_GAP: Final = 18.0
_LOGO: Final = 40.0
# Where the pages after the first go on, in points from the top.
AGAIN: Final = MARGIN + CODE_HIGH + 6 + SMALLEST


def put_head(  # noqa: PLR0913 - what stands in a head
    sheet: Sheet, title: str, under: Sequence[str], number: str | None, *, picture: str = "", first: bool = True
) -> float:
    """Draw the head, and give where the sheet goes on below it, in points from the top.

    `under` are facts, each on a line of its own and wrapped; `number` "" is to be written, None is none.
    `picture` names the icon of what it is about, for who does not read well.
    On the pages after the first the title is smaller, and a long one is cut there.
    """
    right = sheet.paper.wide - MARGIN
    logo = put_logo(sheet, (MARGIN, MARGIN), _LOGO) if first else 0.0
    left = MARGIN + (logo + 12 if logo else 0.0)
    if picture and first:
        put_picture(sheet, picture, (left, MARGIN + 2), _LOGO, MAIN)
        left += _LOGO + 14
    room = right - CODE - _GAP - left
    lines, size = fitting(title, _TITLES if first else _TITLES[2:], room)
    down = MARGIN
    for line in lines if first else lines[:2]:
        sheet.text(line, (left, down), Face.BOLD, size, MAIN)
        down += size * LEADING
    down += 3
    facts, size = _facts(under, room)
    for line in facts:
        sheet.text(line, (left, down), Face.REGULAR, size)
        down += size * LEADING
    code = 0.0 if number is None else put_number(sheet, number, right, MARGIN)
    least = MARGIN + max(code, _LOGO + 2 if left > MARGIN else 0.0)
    down = max(down, least) + 6
    sheet.rule(MARGIN, right, down, colour=MAIN, weight=2.2)
    return down + SMALLEST


def _facts(under: Sequence[str], room: float) -> tuple[list[str], float]:
    """Give the lines of facts and their type size: the largest in which they are few, else the smallest."""
    for size in _UNDER:
        wrapped = [wrap(fact, Face.REGULAR, size, room) for fact in under]
        if sum(map(len, wrapped)) <= _FEW:
            break
    return [line for lines in wrapped for line in _short(lines)], size


def _short(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST else [*lines[: _MOST - 1], "…"]
