"""The programme of a market for who visits it: by kind, time and place, for the neighbourhood's walls.

Who does something stands on it only as far as its own name says so, and no way to reach anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import market_stack, words
from buurtkamer_app.printing.downward import Downward, fitting, next_head
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import LEADING, MARGIN, ROOM, SMALLEST, SOFT_INK, WHITE, WIDTH, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.market_bunting import BUNTING, put_bunting
from buurtkamer_app.printing.market_rows import rows
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.market.records import Element, MarketEvent
    from buurtkamer_app.printing.house import House

# The largest is taken that needs no page more than the smallest.
_SIZES: Final = (17.0, 16.0, 15.0, 14.0, 13.0, SMALLEST)
_TITLES: Final = (46.0, 42.0, 38.0, 34.0, 30.0, 26.0, 22.0)
_DAY: Final = 21.0
_PLACE: Final = 16.0
_LOGO: Final = 54.0
_BELOW_HEAD: Final = 6.0
_AIR: Final = 2.2
_FORM_ROWS: Final = 7
_ASKED: Final = 16.0


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of the first page, measured: its title, what stands below it, and how high it is."""

    title: list[str]
    size: float
    below: tuple[tuple[str, Face, float], ...]
    height: float


def market_programme(event: MarketEvent, elements: Iterable[Element], house: House) -> bytes:
    """Make the programme as a PDF, in the largest type with which it fits on the fewest pages.

    The same data gives the same bytes. StoreError when letters or pictures are missing.
    """
    title = printable(event.name)
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    head, foot = _measured(sheet, event), foot_of(house, event.on_date)
    bottom = sheet.paper.high - MARGIN - foot.height - 10
    tops = (head.height + BUNTING + _BELOW_HEAD, next_head(title))
    parts = list(elements)
    tried = [market_stack.pages(rows(event, parts, size), tops, bottom) for size in _SIZES]
    fewest = min(len(pages) for pages in tried)
    best = next(pages for pages in tried if len(pages) == fewest)
    for number, page in enumerate(best):
        if number:
            next_head(title, sheet)
        else:
            _put_head(sheet, head)
        for placed in market_stack.spread(page, bottom, _AIR):
            placed.item.draw(sheet, placed.down)
        foot.put(sheet, number + 1, len(best))
        sheet.turn()
    return sheet.done()


def programme_form(house: House) -> bytes:
    """Make a programme to fill in by hand."""
    sheet = Downward(house, translate("Programme of the market"))
    for asked in (translate("Name of the market"), translate("Day and time"), translate("Where?")):
        sheet.fill_in(asked, _ASKED)
    sheet.heading(translate("What, when and where?"), with_it=60)
    sheet.writing_lines(_FORM_ROWS * 2, 30)
    return sheet.done()


def _measured(sheet: Sheet, event: MarketEvent) -> _Head:
    logo = logo_size(sheet.dress, _LOGO)[0]
    room = ROOM - (logo + 18 if logo else 0.0)
    lines, size = fitting(printable(event.name), _TITLES, room)
    day = f"{words.said(event.on_date, 'EEEE d MMMM y')} · {words.span(event.starts, event.ends)}"
    told = [(day, Face.BOLD, _DAY), (printable(event.place), Face.MEDIUM, _PLACE)]
    below = tuple((line, face, much) for text, face, much in told for line in wrap(text, face, much, room))
    high = len(lines) * size * 1.12 + sum(much for _, _, much in below) * LEADING + 6
    return _Head(lines, size, below, MARGIN - 6 + max(high, _LOGO if logo else 0.0) + 10)


def _put_head(sheet: Sheet, head: _Head) -> None:
    filled = sheet.dress.filled
    if filled:
        sheet.band(head.height, MAIN)
    put_bunting(sheet, head.height)
    if logo := logo_size(sheet.dress, _LOGO)[0]:
        put_logo(sheet, (WIDTH - MARGIN - logo, MARGIN - 4), _LOGO, plate=filled)
    down = MARGIN - 8
    for line in head.title:
        sheet.text(line, (MARGIN, down), Face.BOLD, head.size, WHITE if filled else MAIN)
        down += head.size * 1.12
    down += 4
    for line, face, size in head.below:
        sheet.text(line, (MARGIN, down), face, size, WHITE if filled else SOFT_INK)
        down += size * LEADING
