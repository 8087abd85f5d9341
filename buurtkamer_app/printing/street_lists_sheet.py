"""For after a street activity: who brings whom home, and what goes back to whom; to be shredded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import LEADING, ROOM, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.street.records import Activity, BringsHome, GoesBack

_SIZE: Final = 15.0
_BOX: Final = 16.0
_APART: Final = 28.0
_LINES: Final = 4
_RULED: Final = 30.0


def street_lists_sheet(
    at: Activity | None, home: Sequence[BringsHome], back: Sequence[GoesBack], house: House
) -> bytes:
    """Make the sheet as a PDF; each list has lines left to write on."""
    under: tuple[str, ...] = ()
    if at is not None:
        under = (f"{printable(at.plan.name)} · {words.said(at.plan.on_date, 'EEEE d MMMM y')}",)
    sheet = Downward(
        house,
        translate("For after the street activity"),
        under,
        warning=translate("Private. Put it through the shredder afterwards."),
        about=at.plan.on_date if at is not None else None,
    )
    _list(
        sheet,
        translate("Who brings whom home?"),
        [
            (
                translate("{first} brings {second} home", first=printable(one.who) or "…", second=printable(one.whom)),
                one.done,
            )
            for one in home
        ],
    )
    _list(
        sheet,
        translate("What goes back to whom?"),
        [
            (
                translate("{first}: back to {second}", first=printable(one.what), second=printable(one.whose) or "…"),
                one.done,
            )
            for one in back
        ],
    )
    return sheet.done()


def _list(sheet: Downward, heading: str, entries: Sequence[tuple[str, bool]]) -> None:
    """Write a list with boxes to tick, then some lines to write on."""
    sheet.down += 8
    sheet.heading(heading, with_it=_RULED)
    for told, done in entries:
        lines = wrap(printable(told), Face.MEDIUM, _SIZE, ROOM - _APART)
        sheet.need(len(lines) * _SIZE * LEADING + 10)
        sheet.square(0, _BOX, lower=2, ticked=done)
        for line in lines:
            sheet.text(line, _APART, Face.MEDIUM, _SIZE)
            sheet.down += _SIZE * LEADING
        sheet.down += 4
        sheet.rule(colour=SOFT_INK, weight=0.3)
        sheet.down += 6
    for _ in range(_LINES):
        sheet.need(_RULED + 4)
        sheet.square(0, _BOX, lower=8)
        sheet.writing_lines(1, _RULED, _APART)
