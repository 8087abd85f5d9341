"""The countdown of what must be asked for before a market: by when, how far it is, and boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.records import PermitState
from buurtkamer_app.market.words import PERMITS
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import LEADING, LINE, ROOM, SOFT_INK
from buurtkamer_app.printing.market_words import under
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.market.records import MarketEvent, Permit
    from buurtkamer_app.printing.house import House

_SIZE: Final = 15.0
_SMALL: Final = 12.0
_BOX: Final = 18.0
_GAP: Final = 10.0
_DAYS: Final = 150.0
_PRESSING: Final = (PermitState.SOON, PermitState.LATE)
_ROWS: Final = 6


def permit_countdown(event: MarketEvent, permits: Sequence[Permit], house: House) -> bytes:
    """Make the countdown as a PDF, the earliest first. The same data gives the same bytes."""
    title = translate("To ask for: {market}", market=printable(event.name))
    sheet = Downward(house, title, under(event), about=event.on_date)
    left = (event.on_date - house.printed_on).days
    if not event.cancelled and left >= 0:
        told = translate("1 day to go") if left == 1 else translate("{days} days to go", days=left)
        sheet.down += _GAP
        sheet.lines(told, Face.BOLD, 26, colour=MAIN)
    sheet.down += _GAP
    if not permits:
        sheet.lines(translate("Nothing has to be asked for yet."), Face.REGULAR, _SIZE)
    for permit in permits:
        _permit(sheet, permit)
    sheet.heading(translate("Also to ask for"), with_it=60)
    sheet.writing_lines(max(1, min(_ROWS, int(sheet.room_left // 32))), 30)
    return sheet.done()


def permit_form(house: House) -> bytes:
    """Make a countdown to fill in by hand."""
    sheet = Downward(house, translate("To ask for before a market"))
    for asked in (translate("Name of the market"), translate("Day and time"), translate("Where?")):
        sheet.fill_in(asked, _SIZE)
    sheet.heading(translate("What, and before which day?"), with_it=60)
    for _ in range(_ROWS * 2):
        sheet.need(36)
        sheet.square(0, _BOX, lower=12)
        sheet.down += 36
        sheet.rule(_BOX + _GAP, colour=SOFT_INK)
    return sheet.done()


def _permit(sheet: Downward, permit: Permit) -> None:
    """Write a step behind its box: by which day, what it is, how far it is, and what was answered."""
    step, left = permit.step.it, _BOX + _GAP
    state = translate(PERMITS[permit.state][0])
    colour = SECOND if permit.state in _PRESSING else SOFT_INK
    lines = wrap(printable(step.what), Face.BOLD, _SIZE, ROOM - left - _DAYS)
    sheet.need(min(4, len(lines) + 2) * _SIZE * LEADING + _GAP)
    sheet.square(0, _BOX, ticked=permit.state is PermitState.DONE)
    day = words.said(permit.by, "EEE d MMM y")
    sheet.text(day, ROOM - width(day, Face.BOLD, _SIZE), Face.BOLD, _SIZE, MAIN)
    weeks = (
        translate("1 week before")
        if step.weeks_before == 1
        else translate("{weeks} weeks before", weeks=step.weeks_before)
    )
    for number, line in enumerate(lines):
        sheet.need(_SIZE * LEADING)
        sheet.text(line, left, Face.BOLD, _SIZE)
        if number == 1:
            sheet.text(weeks, ROOM - width(weeks, Face.REGULAR, _SMALL), Face.REGULAR, _SMALL, SOFT_INK)
        sheet.down += _SIZE * LEADING
    if len(lines) == 1:
        sheet.text(weeks, ROOM - width(weeks, Face.REGULAR, _SMALL), Face.REGULAR, _SMALL, SOFT_INK)
    sheet.lines(state, Face.MEDIUM, _SMALL, left=left, right=_DAYS, colour=colour)
    if step.answer:
        told = translate("Answer: {answer}", answer=printable(step.answer))
        sheet.lines(told, Face.REGULAR, _SMALL, left=left, right=_DAYS, colour=SOFT_INK)
    sheet.down += _GAP / 2
    sheet.rule(colour=LINE)
    sheet.down += _GAP
