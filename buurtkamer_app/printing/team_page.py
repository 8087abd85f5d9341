"""The page of the team for partners: how the year goes, the years beside each other, what taking part changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.drawings import put_drawing
from buurtkamer_app.printing.house_style import LEADING, MARGIN, ROOM, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.team_bars import effects_picture
from buurtkamer_app.printing.team_line import team_line
from buurtkamer_app.printing.team_sizes import effects_high
from buurtkamer_app.printing.team_told import hours, told, years
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.base.terms_around import EffectOn
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.team.effects.records import Answers
    from buurtkamer_app.team.progress.records import Progress

_TEXT: Final = 13.0
# Of the picture; each further year of the table takes some of it, so that all stays on one page.
_HIGH: Final = 185.0
_LOWEST: Final = 120.0
_A_YEAR: Final = 20.0
_COLUMNS: Final = (0.0, 0.16, 0.72, 1.0)


def team_page(found: Progress | None, effects: Sequence[tuple[EffectOn, Answers]], house: House) -> bytes:
    """Make it as a PDF: numbers and pictures, no names; without a team it says so. StoreError without letters."""
    if found is None:
        sheet = Downward(house, translate("The neighbourhood team"))
        sheet.lines(translate("This room has no team yet."), Face.REGULAR, _TEXT)
        return sheet.done()
    pace = found.pace
    year = translate("Year {number}: {days}", number=found.year.number, days=_days(pace.first, pace.last))
    sheet = Downward(house, printable(found.team.name), (year,))
    for sentence in told(found):
        sheet.lines(sentence, Face.REGULAR, _TEXT)
    high = max(_LOWEST, _HIGH - _A_YEAR * (len(found.years) - 1))
    sheet.heading(translate("Hours given together"), with_it=high)
    _put(sheet, team_line(found, ROOM, high, house.dress))
    sheet.lines(
        translate("Dotted: the pace that comes to a mark on the last day."), Face.REGULAR, _TEXT, colour=SOFT_INK
    )
    _years(sheet, found)
    if effects:
        sheet.heading(translate("What taking part changed"), with_it=effects_high(len(effects), ROOM) + _TEXT * LEADING)
        _put(sheet, effects_picture(effects, ROOM, house.dress))
        people = max(answers.people for _, answers in effects)
        sheet.lines(
            translate("Said on {count} slips without a name.", count=people), Face.REGULAR, _TEXT, colour=SOFT_INK
        )
    return sheet.done()


def _days(first: date, last: date) -> str:
    return translate("{first} to {last}", first=words.said(first, "d MMMM y"), last=words.said(last, "d MMMM y"))


def _put(sheet: Downward, drawing: Drawing) -> None:
    sheet.place(drawing.height, lambda on, down: put_drawing(on, drawing, (MARGIN, down)))


def _years(sheet: Downward, found: Progress) -> None:
    """Write the years of the programme under each other, with their hours."""
    sheet.heading(translate("Every year of the team"), with_it=3 * _TEXT * LEADING)
    heads = (translate("Year"), translate("from when until when"), translate("hours"))
    _row(sheet, heads, Face.MEDIUM)
    for year in found.years:
        sheet.need(_TEXT * LEADING + 6)
        sheet.rule()
        sheet.down += 3
        _row(sheet, (str(year.number), _days(year.first, year.last), hours(year.minutes)), Face.REGULAR)
    for sentence in years(found):
        sheet.lines(sentence, Face.REGULAR, _TEXT, colour=SOFT_INK)


def _row(sheet: Downward, cells: tuple[str, str, str], face: Face) -> None:
    for cell, part in zip(cells[:2], _COLUMNS[:2], strict=True):
        sheet.text(cell, part * ROOM, face, _TEXT)
    sheet.text(cells[2], ROOM - width(cells[2], face, _TEXT), face, _TEXT)
    sheet.down += _TEXT * LEADING + 3
