"""Who is inside, for an evacuation: how many, the names with a box to tick, the hosts, the time and the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import LEADING, ROOM
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from buurtkamer_app.desk.arrivals.records import Inside
    from buurtkamer_app.printing.house import House

_COUNT: Final = 72.0
_SAID: Final = 16.0
_NAME: Final = 14.0
_BOX: Final = 16.0
_GAP: Final = 10.0
_COLUMNS: Final = 2
_APART: Final = 24.0
_WIDE: Final = (ROOM - _APART) / _COLUMNS


def _boxes(sheet: Downward, heading: str, said: Sequence[str]) -> None:
    """Write each of these behind a box to tick, in columns, row by row; a long name makes its row higher."""
    wrapped = [wrap(printable(one), Face.REGULAR, _NAME, _WIDE - _BOX - _GAP) for one in said]
    sheet.heading(heading, with_it=max(map(len, wrapped[:_COLUMNS])) * _NAME * LEADING + _GAP)
    for start in range(0, len(wrapped), _COLUMNS):
        row = wrapped[start : start + _COLUMNS]
        sheet.need(max(_BOX, max(map(len, row)) * _NAME * LEADING) + _GAP)
        for column in range(len(row)):
            sheet.square(column * (_WIDE + _APART), _BOX, lower=1)
        top = sheet.down
        for number in range(max(map(len, row))):
            for column, lines in enumerate(row):
                if number < len(lines):
                    sheet.text(lines[number], column * (_WIDE + _APART) + _BOX + _GAP, Face.REGULAR, _NAME)
            sheet.down += _NAME * LEADING
        sheet.down = max(sheet.down, top + _BOX) + _GAP / 2
        sheet.rule(weight=0.4)
        sheet.down += _GAP / 2


def inside_sheet(inside: Inside, hosts: Sequence[str], at: datetime, house: House) -> bytes:
    """Make the sheet as a PDF; `at` is the room's wall clock, `hosts` the names of who is on.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    when = f"{words.said(at.date(), 'EEEE d MMMM y')} · {words.clock(at.time())}"
    warning = translate("For an evacuation. Do not hang this up.")
    sheet = Downward(house, translate("Who is inside?"), (when,), warning=warning)
    sheet.text(str(inside.everybody), 0, Face.BOLD, _COUNT)
    sheet.down += _COUNT * LEADING
    sheet.lines(inside.told().say(), Face.MEDIUM, _SAID)
    if inside.children:
        sheet.lines(translate("{count} of them are children.", count=inside.children), Face.REGULAR, _SAID)
    if hosts:
        _boxes(sheet, translate("Hosts who are on"), hosts)
    if inside.named:
        since = [words.clock(one.since.astimezone(at.tzinfo).time()) for one in inside.named]
        told = [" – ".join(filter(None, map(printable, (one.name, one.hint)))) for one in inside.named]
        _boxes(
            sheet,
            translate("Visitors known by name"),
            [f"{name} · {moment}" for name, moment in zip(told, since, strict=True)],
        )
    nameless = inside.number - len(inside.named)
    if nameless and inside.named:
        sheet.heading(translate("And {count} without a name", count=nameless))
    return sheet.done()
