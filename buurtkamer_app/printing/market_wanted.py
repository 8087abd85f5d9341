"""What a market still looks for, for the wall: roles that nobody carries and parts that nobody does yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ElementKind, EventRole
from buurtkamer_app.market.words import KIND_SIGNS, ROLES
from buurtkamer_app.printing import market_stack
from buurtkamer_app.printing.downward import Downward, head, next_head
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import INK, LEADING, MARGIN, ROOM, SMALLEST, SOFT_INK, Sheet
from buurtkamer_app.printing.market_bunting import BUNTING, put_bunting
from buurtkamer_app.printing.market_stack import Item
from buurtkamer_app.printing.market_words import COLOURS, HEADINGS, KINDS, TASKS, cancelled, of_kind, times, when
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.market.records import Element, MarketEvent, RoleHeld
    from buurtkamer_app.printing.house import House

_SIZES: Final = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, SMALLEST)
_PICTURES: Final = {
    EventRole.PRODUCER: "wand-magic-sparkles",
    EventRole.COMMUNITY_BUILDER: "people-group",
    EventRole.PRODUCTION_LEAD: "toolbox",
    EventRole.PROGRAMMER: "calendar-plus",
    EventRole.PROMOTION: "bullhorn",
}
_AIR: Final = 2.0
# More of one kind than these stand in one frame.
_MANY: Final = 4


def still_wanted(event: MarketEvent, roles: Iterable[RoleHeld], elements: Iterable[Element], house: House) -> bytes:
    """Make the sheet as a PDF, in the largest type with which it fits on the fewest pages.

    It bears no name of anybody: who wants to join tells a host. The same data gives the same bytes.
    """
    title = translate("Who joins in?")
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    told = tuple(part for part in (printable(event.name), when(event), printable(event.place)) if part)
    foot = foot_of(house, event.on_date)
    vacant = [held for held in roles if held.vacant]
    parts = [part for part in elements if not part.owner]
    bottom = sheet.paper.high - MARGIN - foot.height - 10
    top = head(sheet, title, told)
    put_bunting(sheet, top - 11)
    tops = (top + BUNTING - 4, next_head(title))
    tried = [market_stack.pages(_items(event, vacant, parts, size), tops, bottom) for size in _SIZES]
    fewest = min(map(len, tried))
    best = next(pages for pages in tried if len(pages) == fewest)
    for number, page in enumerate(best):
        if number:
            next_head(title, sheet)
        for placed in market_stack.spread(page, bottom, _AIR):
            placed.item.draw(sheet, placed.down)
        foot.put(sheet, number + 1, len(best))
        sheet.turn()
    return sheet.done()


def wanted_form(house: House) -> bytes:
    """Make a sheet to fill in by hand."""
    sheet = Downward(house, translate("Who joins in?"))
    for asked in (translate("Name of the market"), translate("Day and time"), translate("Where?")):
        sheet.fill_in(asked, 15)
    sheet.heading(translate("We still look for"), with_it=60)
    sheet.writing_lines(12, 34)
    return sheet.done()


def _items(event: MarketEvent, vacant: list[RoleHeld], parts: list[Element], size: float) -> list[Item]:
    if off := cancelled(event):
        return [_text(line, Face.BOLD, size * 1.5, SECOND) for line in wrap(off, Face.BOLD, size * 1.5, ROOM)]
    found: list[Item] = []
    if vacant:
        found.append(_text(translate("Roles that are still open"), Face.BOLD, size * 1.4, MAIN, holds=True))
        for held in vacant:
            told = (translate(TASKS[held.role]),)
            found.append(_card(_PICTURES[held.role], MAIN, translate(ROLES[held.role]), told, size))
    if parts:
        found.append(_text(translate("Who would like to do this?"), Face.BOLD, size * 1.4, MAIN, holds=True, gap=size))
        for kind in KINDS:
            found += _open(kind, of_kind(parts, kind), size)
    if not found:
        found.append(_text(translate("All roles are taken. Thank you!"), Face.BOLD, size * 1.6, MAIN, gap=20))
    found.append(_text(translate("Is this something for you? Tell the host."), Face.BOLD, size * 1.3, SECOND, gap=size))
    return found


def _open(kind: ElementKind, parts: list[Element], size: float) -> list[Item]:
    """Give what nobody does yet, many of a kind in one frame."""
    if len(parts) > _MANY:
        names = tuple(dict.fromkeys(printable(part.name) for part in parts))
        title = f"{translate(HEADINGS[kind])}: {len(parts)}"
        return [_card(KIND_SIGNS[kind], COLOURS[kind], title, names, size)]
    found = []
    for part in parts:
        hours = times(part) if part.starts is not None else ""
        facts = (hours, printable(part.place), printable(part.needs))
        found.append(_card(KIND_SIGNS[kind], COLOURS[kind], printable(part.name), facts, size))
    return found


def _text(  # noqa: PLR0913 - how words stand
    text: str, face: Face, size: float, colour: str, *, holds: bool = False, gap: float = 4.0
) -> Item:
    lines = wrap(text, face, size, ROOM)

    def draw(sheet: Sheet, down: float) -> None:
        for line in lines:
            sheet.text(line, (MARGIN, down), face, size, colour)
            down += size * LEADING

    return Item(len(lines) * size * LEADING, draw, gap, holds)


def _card(picture: str, colour: str, name: str, facts: tuple[str, ...], size: float) -> Item:
    """Give something that is still open in a frame: its picture, what it is, and what there is to know."""
    side, inset = size * 2.1, size * 0.55
    left, small = side + 2 * inset, max(SMALLEST, size * 0.9)
    room = ROOM - left - inset
    names = wrap(name, Face.BOLD, size * 1.1, room)
    below = wrap_parts([fact for fact in facts if fact], Face.REGULAR, small, room)
    text = len(names) * size * 1.1 * LEADING + len(below) * small * LEADING
    height = max(text, side) + 1.2 * inset

    def draw(sheet: Sheet, down: float) -> None:
        sheet.frame((MARGIN, down), (ROOM, height), line=colour, weight=1.2)
        put_picture(sheet, picture, (MARGIN + inset, down + (height - side) / 2), side, colour)
        lower = down + (height - text) / 2
        for line in names:
            sheet.text(line, (MARGIN + left, lower), Face.BOLD, size * 1.1, INK)
            lower += size * 1.1 * LEADING
        for line in below:
            sheet.text(line, (MARGIN + left, lower), Face.REGULAR, small, SOFT_INK)
            lower += small * LEADING

    return Item(height, draw, gap=size * 0.45)
