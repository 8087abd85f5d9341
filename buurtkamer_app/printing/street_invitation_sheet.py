"""An invitation to a street activity for every door: four on a sheet, to be cut apart; it names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import HEIGHT, INK, LEADING, LINE, SOFT_INK, WHITE, WIDTH, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.street.records import Activity

_WIDE: Final = WIDTH / 2
_HIGH: Final = HEIGHT / 2
_INSET: Final = 24.0
_ROOM: Final = _WIDE - 2 * _INSET
_BAND: Final = 58.0
_WELCOME: Final = (27.0, 24.0, 21.0, 18.0)
# Tried from large to small.
_STEPS: Final = (1.25, 1.16, 1.08, 1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5)
_FOOT: Final = 10.0

_Row = tuple[str, Face, float, str, float]


def street_invitation_sheet(at: Activity | None, house: House) -> bytes:
    """Make the sheet as a PDF; without an activity its lines are left to write on. The same data, the same bytes."""
    title = translate("You are welcome!")
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    foot = _foot(house, at)
    for across in range(2):
        for down in range(2):
            _card(sheet, (across * _WIDE, down * _HIGH), at, foot)
    _cut(sheet)
    sheet.turn()
    return sheet.done()


def _said(at: Activity, step: float) -> list[_Row]:
    """Give the lines of a card in so much of their usual size, each with the gap above it."""
    plan = at.plan
    told = [
        (plan.name, Face.BOLD, 21.0, MAIN, 0.0),
        (words.said(plan.on_date, "EEEE d MMMM"), Face.BOLD, 19.0, INK, 12.0),
        (words.span(plan.starts, plan.ends), Face.BOLD, 19.0, INK, 0.0),
        (plan.place or at.street_name, Face.MEDIUM, 15.0, INK, 8.0),
    ]
    if plan.talk_cart:
        told.append((translate("The talk cart is there. Sit down and talk along."), Face.REGULAR, 13.0, INK, 10.0))
    if plan.by_rain:
        told.append((translate("If it rains: {plan}", plan=plan.by_rain), Face.REGULAR, 13.0, SOFT_INK, 10.0))
    found: list[_Row] = []
    for text, face, size, colour, gap in told:
        for place, line in enumerate(wrap(printable(text), face, size * step, _ROOM)):
            found.append((line, face, size * step, colour, 0.0 if place else gap * step))
    return found


def _high(rows: Sequence[_Row]) -> float:
    return sum(size * LEADING + gap for _, _, size, _, gap in rows)


def _card(sheet: Sheet, at: tuple[float, float], activity: Activity | None, foot: Sequence[str]) -> None:
    """Draw one of the four."""
    left, top = at
    down = _welcome(sheet, at)
    floor = top + _HIGH - _INSET - len(foot) * _FOOT * LEADING - 8
    if activity is None:
        _to_fill_in(sheet, left, down)
    else:
        rows = next((found for step in _STEPS if _high(found := _said(activity, step)) <= floor - down), None)
        rows = rows or _said(activity, _STEPS[-1])
        down += max(0.0, (floor - down - _high(rows)) / 2.6)
        for line, face, size, colour, gap in rows:
            down += gap
            sheet.text_middle(line, (left + _WIDE / 2, down), face, size, colour)
            down += size * LEADING
    down = floor + 8
    for line in foot:
        sheet.text_middle(line, (left + _WIDE / 2, down), Face.REGULAR, _FOOT, SOFT_INK)
        down += _FOOT * LEADING


def _welcome(sheet: Sheet, at: tuple[float, float]) -> float:
    """Draw the head of a card; give where it ends."""
    left, top = at
    filled, welcome = sheet.dress.filled, translate("You are welcome!")
    if filled:
        sheet.frame((left + 12, top + 14), (_WIDE - 24, _BAND), line=MAIN, fill=MAIN)
    size = next((one for one in _WELCOME if len(wrap(welcome, Face.BOLD, one, _ROOM)) == 1), _WELCOME[-1])
    start = top + 14 + (_BAND - size * LEADING) / 2
    sheet.text_middle(welcome, (left + _WIDE / 2, start), Face.BOLD, size, WHITE if filled else SECOND)
    down = top + 14 + _BAND
    if not filled:
        sheet.rule(left + _INSET, left + _WIDE - _INSET, down - 6, colour=MAIN, weight=2.0)
    return down + 12


def _to_fill_in(sheet: Sheet, left: float, down: float) -> None:
    """Leave lines to write on."""
    for asked in (translate("What"), translate("Day"), translate("From when until when"), translate("Where")):
        sheet.text(asked, (left + _INSET, down), Face.REGULAR, 12, SOFT_INK)
        down += 52
        sheet.rule(left + _INSET, left + _WIDE - _INSET, down - 8, colour=INK, weight=0.5)


def _foot(house: House, at: Activity | None) -> list[str]:
    """Say who invites; what residents do by themselves they invite to by themselves."""
    if at is not None and at.plan.led_by is LedBy.RESIDENTS:
        whose = [translate("From neighbours, for neighbours")]
    else:
        whose = list(house.whose)
    return [line for part in whose for line in wrap(printable(part), Face.REGULAR, _FOOT, _ROOM)][:6]


def _cut(sheet: Sheet) -> None:
    """Show where to cut."""
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setDash(3, 4)
    sheet.rule(0, WIDTH, _HIGH, colour=LINE, weight=0.6)
    canvas.line(_WIDE, 0, _WIDE, HEIGHT)
    canvas.restoreState()
