"""The floor plan of a market to scale, lying on A4 or A3; and who stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.plan import rules, words
from buurtkamer_app.printing import floor_plan_legend as legend
from buurtkamer_app.printing import floor_plan_things as drawn
from buurtkamer_app.printing.downward import fitting
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.floor_plan_legend import Line
from buurtkamer_app.printing.floor_plan_scale import Ground
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import INK, LEADING, MARGIN, SOFT_INK, WHITE, Paper, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.words import said
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from buurtkamer_app.market.plan.records import Plan
    from buurtkamer_app.printing.footing import Foot
    from buurtkamer_app.printing.house import House

_TITLES: Final = (24.0, 21.0, 18.0, 16.0)
_UNDER: Final = 12.0
_LOGO: Final = 32.0
_GAP: Final = 8.0
_LIST: Final = 12.0
_COLUMNS: Final = 3
_APART: Final = 20.0
# The ground that stands empty on a sheet of no market: one draws on it by hand.
_EMPTY: Final = (4000, 3000)


def floor_plan(plan: Plan | None, house: House, paper: Paper) -> bytes:
    """Make the plan as a PDF, on paper that lies; without a market an empty ground to draw on.

    The same data gives the same bytes. StoreError when the program's letters or pictures are missing.
    """
    title = translate("Floor plan of {market}", market=printable(plan.name)) if plan else translate("Floor plan")
    sheet = Sheet(title, house.name, dress=house.dress, paper=paper)
    foot = foot_of(house, plan.on_date if plan else None, wide=paper.wide - 2 * MARGIN)
    sheet.entry(title)
    down = _head(sheet, title, _under(plan))
    bottom = paper.high - MARGIN - foot.height - _GAP
    troubles = rules.troubles(plan) if plan else []
    beside = legend.measured(plan, troubles, _lines(plan) if plan else [], bottom - down)
    lists = _pages(plan, paper, foot) if plan and not beside.names else []
    room = (paper.wide - 2 * MARGIN - beside.wide - _APART, bottom - down)
    size = (plan.wide_cm, plan.high_cm) if plan else _EMPTY
    ground = Ground.fitting(size, (MARGIN, down), room)
    left_out = drawn.draw(sheet, ground, plan)
    legend.draw(sheet, beside, (paper.wide - MARGIN - beside.wide, down), ground, left_out=left_out)
    foot.put(sheet, 1, 1 + len(lists))
    sheet.turn()
    for number, page in enumerate(lists, 2):
        _list(sheet, page, title)
        foot.put(sheet, number, 1 + len(lists))
        sheet.turn()
    return sheet.done()


def _under(plan: Plan | None) -> tuple[str, ...]:
    if plan is None:
        return (translate("To draw on by hand"),)
    day = said(plan.on_date, "EEEE d MMMM y")
    return tuple(part for part in (day[:1].upper() + day[1:], printable(plan.place)) if part)


def _head(sheet: Sheet, title: str, under: tuple[str, ...]) -> float:
    """Write the head of the first page; give where it ends."""
    filled = sheet.dress.filled
    logo = logo_size(sheet.dress, _LOGO)[0]
    room = sheet.paper.wide - 2 * MARGIN - (logo + 16 if logo else 0.0)
    lines, size = fitting(title, _TITLES, room)
    lines = lines[:2]
    below = wrap_parts(under, Face.REGULAR, _UNDER, room)[:2]
    down = MARGIN - 4
    end = down + max((len(lines) * size + len(below) * _UNDER) * LEADING, _LOGO if logo else 0.0) + 5
    sheet.head(end)
    if logo:
        put_logo(sheet, (sheet.paper.wide - MARGIN - logo, down), _LOGO, plate=filled)
    for line in lines:
        sheet.text(line, (MARGIN, down), Face.BOLD, size, WHITE if filled else MAIN)
        down += size * LEADING
    for line in below:
        sheet.text(line, (MARGIN, down), Face.REGULAR, _UNDER, WHITE if filled else SOFT_INK)
        down += _UNDER * LEADING
    return end + _GAP


def _column(paper: Paper) -> float:
    return (paper.wide - 2 * MARGIN - (_COLUMNS - 1) * _APART) / _COLUMNS


def _pages(plan: Plan, paper: Paper, foot: Foot) -> list[list[list[tuple[float, Line, list[str]]]]]:
    """Spread who stands where over columns and pages: from the top down, then from left to right."""
    top, bottom = MARGIN + _TITLES[-1] * LEADING + 2 * _GAP, paper.high - MARGIN - foot.height - _GAP
    pages: list[list[list[tuple[float, Line, list[str]]]]] = []
    down = bottom
    for line in _lines(plan):
        name = wrap(line.name, Face.REGULAR, _LIST, _column(paper) - 3 * _LIST)
        high = len(name) * _LIST * LEADING + 4
        if down + high > bottom:
            if not pages or len(pages[-1]) == _COLUMNS:
                pages.append([])
            pages[-1].append([])
            down = top
        pages[-1][-1].append((down, line, name))
        down += high
    return pages


def _lines(plan: Plan) -> list[Line]:
    """Give the numbers and names of the parts that have a place, by number."""
    placed = {known.it.element_id: known.it for known in plan.things if known.it.element_id is not None}
    return [
        Line(str(part.number), f"{printable(part.name)} ({words.kind(placed[part.id])})")
        for part in plan.parts
        if part.id in placed
    ]


def _list(sheet: Sheet, columns: list[list[tuple[float, Line, list[str]]]], title: str) -> None:
    heading = wrap(f"{translate('Who stands where')} · {title}", Face.BOLD, _TITLES[-1], sheet.paper.wide - 2 * MARGIN)
    sheet.text(heading[0], (MARGIN, MARGIN), Face.BOLD, _TITLES[-1], MAIN)
    for number, column in enumerate(columns):
        left = MARGIN + number * (_column(sheet.paper) + _APART)
        for down, line, name in column:
            sheet.text(line.number, (left, down), Face.BOLD, _LIST)
            for at, part in enumerate(name):
                sheet.text(part, (left + 3 * _LIST, down + at * _LIST * LEADING), Face.REGULAR, _LIST, INK)
