"""The register of processing activities, and a data leak, on paper: each matter with what is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import LEADING, LINE, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house import House

_LABEL: Final = 128.0  # points for what is asked, left of the answer
_GAP: Final = 10.0
_BETWEEN: Final = 4.0
_TOGETHER: Final = 3 * SMALLEST * LEADING


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and the answers, each on a line of its own; none leaves room to write by hand."""

    label: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A matter with what is asked of it."""

    heading: str
    asked: tuple[Asked, ...]


def asked_sheet(title: str, under: Sequence[str], entries: Sequence[Entry], house: House) -> bytes:
    """Make a sheet as a PDF; the same data gives the same bytes. StoreError when the letters are missing."""
    sheet = Downward(house, title, under)
    for entry in entries:
        first = entry.asked[0]
        sheet.heading(entry.heading, with_it=_high(first) + _TOGETHER)
        for asked in entry.asked:
            _put(sheet, asked)
        sheet.rule(colour=LINE)
    return sheet.done()


def _lines(asked: Asked) -> tuple[list[str], list[str]]:
    left = wrap(printable(asked.label), Face.MEDIUM, SMALLEST, _LABEL)
    room = ROOM - _LABEL - _GAP
    texts = [printable(part) for answer in asked.answers for part in answer.splitlines()]
    right = [line for text in texts for line in wrap(text, Face.REGULAR, SMALLEST, room)]
    return left, right


def _high(asked: Asked) -> float:
    left, right = _lines(asked)
    return max(len(left), len(right) or 2) * SMALLEST * LEADING + 2 * _BETWEEN


def _put(sheet: Downward, asked: Asked) -> None:
    """Write what is asked, and the answer beside it; a long answer goes on on the next page."""
    left, right = _lines(asked)
    step = SMALLEST * LEADING
    sheet.need(min(_high(asked), _TOGETHER + step))
    sheet.rule(colour=LINE)
    sheet.down += _BETWEEN
    # Where nothing is answered there is room to write by hand.
    for number in range(max(len(left), len(right) or 2)):
        sheet.need(step)
        if number < len(left):
            sheet.text(left[number], 0, Face.MEDIUM, SMALLEST, SOFT_INK)
        if number < len(right):
            sheet.text(right[number], _LABEL + _GAP, Face.REGULAR, SMALLEST)
        sheet.down += step
    sheet.down += _BETWEEN
