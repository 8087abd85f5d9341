"""A host's own list on paper, in large type: on which days they are on, when, what for, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import LEADING
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.rota_paper import PaperShift

_LARGE: Final = 18.0
_BODY: Final = 16.0
_AIR: Final = 10.0


def host_shifts(name: str, first: date, last: date, shifts: Sequence[PaperShift], house: House) -> bytes:
    """Make the list as a PDF; `names` of each shift are the others who are on. The same data gives the same bytes."""
    title = translate("The shifts of {name}", name=printable(name))
    sheet = Downward(house, title, (words.days(first, last),), about=first)
    if not shifts:
        sheet.lines(translate("You are not on the rota in these weeks."), Face.REGULAR, _LARGE)
    for shift in shifts:
        _shift(sheet, shift)
    return sheet.done()


def _shift(sheet: Downward, shift: PaperShift) -> None:
    sheet.need(_LARGE * LEADING + 3 * _BODY * LEADING + 2 * _AIR)
    sheet.rule()
    sheet.down += _AIR
    day = words.said(shift.on, "EEEE d MMMM")
    week = translate("Week {number}", number=shift.on.isocalendar().week).lower()
    sheet.lines(f"{day[:1].upper()}{day[1:]} · {week}", Face.BOLD, _LARGE, colour=MAIN)
    told = " · ".join(
        part for part in (words.span(shift.starts, shift.ends), printable(shift.part), printable(shift.task)) if part
    )
    sheet.lines(told, Face.BOLD, _BODY)
    if shift.names:
        sheet.lines(translate("Together with {names}", names=_and([printable(one) for one in shift.names])), *_REGULAR)
    if shift.needed:
        sheet.lines(printable(shift.needed), *_REGULAR)
    sheet.down += _AIR


_REGULAR: Final = (Face.REGULAR, _BODY)


def _and(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return translate("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
