"""The run sheet of a market's day, with boxes to tick and the numbers of who carries it: for who works there only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.words import ROLES
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import LEADING, LINE, ROOM, SOFT_INK
from buurtkamer_app.printing.market_words import under
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.market.day.records import DayStep
    from buurtkamer_app.market.records import MarketEvent, RoleHeld
    from buurtkamer_app.printing.house import House

_SIZE: Final = 13.0
_SMALL: Final = 12.0
_BOX: Final = 15.0
_GAP: Final = 9.0
# Points from the margin: time, what, who and where; the box stands first.
_TIME: Final = _BOX + _GAP
_WHAT: Final = _TIME + 48.0
_WHO: Final = 300.0
_WHERE: Final = 400.0
_ROWS: Final = 17


def run_sheet(event: MarketEvent, steps: Sequence[DayStep], roles: Sequence[RoleHeld], house: House) -> bytes:
    """Make the run sheet as a PDF, what was done ticked. The same data gives the same bytes."""
    warning = translate("For who works at the market. Shred it afterwards.")
    sheet = Downward(
        house,
        translate("Run sheet: {market}", market=printable(event.name)),
        under(event),
        warning=warning,
        about=event.on_date,
    )
    _carried(sheet, roles)
    sheet.heading(translate("The day"), with_it=3 * _SIZE * LEADING)
    if not steps:
        sheet.lines(translate("Nothing is on the run sheet yet."), Face.REGULAR, _SIZE)
        sheet.writing_lines(_ROWS)
    else:
        _labels(sheet)
    for step in steps:
        _step(sheet, step)
    return sheet.done()


def run_sheet_form(house: House) -> bytes:
    """Make a run sheet to fill in by hand."""
    sheet = Downward(house, translate("Run sheet of the market"))
    for asked in (translate("Name of the market"), translate("Day and time"), translate("Whom to call")):
        sheet.fill_in(asked, _SIZE + 2)
    sheet.heading(translate("The day"), with_it=60)
    _labels(sheet)
    for _ in range(_ROWS):
        sheet.need(30)
        sheet.square(0, _BOX, lower=8)
        sheet.down += 30
        sheet.rule(_TIME, colour=SOFT_INK)
    return sheet.done()


def _carried(sheet: Downward, roles: Sequence[RoleHeld]) -> None:
    """Say who carries what and how to reach them; a vacant role stays in sight."""
    sheet.heading(translate("Whom to call"), with_it=2 * _SIZE * LEADING)
    for held in roles:
        role = translate(ROLES[held.role])
        who = " · ".join(filter(None, (printable(held.who), printable(held.contact))))
        left = 230.0
        lines = wrap(who or translate("still open"), Face.BOLD, _SIZE, ROOM - left)
        sheet.need(min(len(lines), 3) * _SIZE * LEADING + 4)
        sheet.text(role, 0, Face.REGULAR, _SIZE)
        for line in lines:
            sheet.need(_SIZE * LEADING)
            sheet.text(line, left, Face.BOLD, _SIZE, MAIN if held.who else SECOND)
            sheet.down += _SIZE * LEADING
        sheet.down += 3


def _labels(sheet: Downward) -> None:
    told = (
        (_TIME, translate("Time")),
        (_WHAT, translate("What")),
        (_WHO, translate("Who")),
        (_WHERE, translate("Where")),
    )
    for left, label in told:
        sheet.text(label, left, Face.MEDIUM, _SMALL, SOFT_INK)
    sheet.down += _SMALL * LEADING + 2
    sheet.rule(colour=MAIN, weight=1.2)
    sheet.down += 5


def _step(sheet: Downward, step: DayStep) -> None:
    columns = (
        (_WHAT, wrap(printable(step.what), Face.BOLD, _SIZE, _WHO - _WHAT - _GAP), Face.BOLD),
        (_WHO, wrap(printable(step.who), Face.REGULAR, _SMALL, _WHERE - _WHO - _GAP), Face.REGULAR),
        (_WHERE, wrap(printable(step.place), Face.REGULAR, _SMALL, ROOM - _WHERE), Face.REGULAR),
    )
    count = max(1, *(len(lines) for _, lines, _ in columns))
    sheet.need(count * _SIZE * LEADING + _GAP)
    sheet.square(0, _BOX, ticked=step.done_at is not None)
    sheet.text(words.clock(step.at), _TIME, Face.BOLD, _SIZE, MAIN)
    for number in range(count):
        for left, lines, face in columns:
            if number < len(lines):
                sheet.text(lines[number], left, face, _SIZE if face is Face.BOLD else _SMALL)
        sheet.down += _SIZE * LEADING
    sheet.down += _GAP / 3
    sheet.rule(colour=LINE)
    sheet.down += _GAP * 2 / 3
