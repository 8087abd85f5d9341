"""Letters to the stallholders of a market, one page each: number, place, times, what to bring, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ElementKind
from buurtkamer_app.printing import market_stack, words
from buurtkamer_app.printing.downward import Downward, fitting, head
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, MARGIN, ROOM, SOFT_INK, Sheet
from buurtkamer_app.printing.market_stack import Item
from buurtkamer_app.printing.market_words import cancelled, of_kind, under, when
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from datetime import time

    from buurtkamer_app.market.records import Element, MarketEvent
    from buurtkamer_app.printing.house import House

_TEXT: Final = 14.0
_LABEL: Final = 12.0
_NUMBER: Final = 64.0
_ICON: Final = 22.0
_GAP: Final = 14.0
# The room of the labels.
_WIDE: Final = 118.0


@dataclass(frozen=True, slots=True)
class Letters:
    """What letters say: the market, its parts, from when on one sets up, and whom to call (either may be empty)."""

    event: MarketEvent
    elements: tuple[Element, ...]
    stalls_from: time
    lead: str = ""
    phone: str = ""


def stallholder_letters(told: Letters, house: House) -> bytes:
    """Make a letter for each stall as a PDF; without a stall one page says so. The same data gives the same bytes.

    They bear names and a phone number: each is for one reader. A letter is one page, unless its texts are far too long.
    """
    title = translate("Letters to stallholders")
    sheet = Sheet(title, house.name, dress=house.dress)
    foot = foot_of(house, told.event.on_date)
    bottom = sheet.paper.high - MARGIN - foot.height - _GAP
    if not (stalls := of_kind(told.elements, ElementKind.STALL)):
        sheet.entry(title)
        down = head(sheet, title, under(told.event)) + _GAP
        sheet.text(translate("No stalls are written down yet."), (MARGIN, down), Face.REGULAR, _TEXT)
        foot.put(sheet, 1, 1)
        sheet.turn()
    for stall in stalls:
        sheet.entry(f"{stall.number} · {printable(stall.owner or stall.name)[:60]}")
        yours = translate("Your stall at {market}", market=printable(told.event.name))
        top = head(sheet, yours, under(told.event)) + _GAP
        pages = market_stack.pages(_letter(told, stall), (top, MARGIN), bottom)
        for number, page in enumerate(pages, 1):
            for placed in page:
                placed.item.draw(sheet, placed.down)
            foot.put(sheet, number, len(pages))
            sheet.turn()
    return sheet.done()


def letter_form(house: House) -> bytes:
    """Make a letter to fill in by hand."""
    sheet = Downward(house, translate("Your stall at the market"))
    for asked in (
        translate("For whom?"),
        translate("Name of the market"),
        translate("Number of the stall"),
        translate("Where?"),
        translate("Day and time"),
        translate("Set up from"),
        translate("Bring along"),
        translate("Questions? Call"),
    ):
        sheet.fill_in(asked, _TEXT)
        sheet.down += _GAP
    return sheet.done()


def _letter(told: Letters, stall: Element) -> list[Item]:
    owner, off = printable(stall.owner), cancelled(told.event)
    hello = translate("Dear {name},", name=owner) if owner else translate("Dear stallholder,")
    nice = translate("How nice that you take part! Here is what you need to know.")
    found = [*_lines(hello, Face.BOLD), *_lines(off or nice, Face.BOLD if off else Face.REGULAR), _number(stall)]
    for picture, label, lines in _facts(told, stall):
        found += _fact(picture, label, lines)
    if not off:
        found += _lines(translate("Until then! We look forward to it."), Face.REGULAR)
    return found


def _lines(text: str, face: Face) -> list[Item]:
    return [
        _line(line, face, gap=0 if number else _GAP / 2) for number, line in enumerate(wrap(text, face, _TEXT, ROOM))
    ]


def _line(text: str, face: Face, *, gap: float, left: float = 0.0) -> Item:
    return Item(_TEXT * LEADING, lambda sheet, down: sheet.text(text, (MARGIN + left, down), face, _TEXT, INK), gap)


def _number(stall: Element) -> Item:
    """Give the number as large as it hangs at the stall, with what the stall is beside it."""
    number = str(stall.number)
    box = max(120.0, width(number, Face.BOLD, _NUMBER) + 36)
    names, size = fitting(printable(stall.name), (_TEXT * 1.5, _TEXT), ROOM - box - 2 * _GAP)
    text = (len(names) * size + _LABEL) * LEADING
    high = max(_NUMBER * LEADING + 10, text + 20)

    def draw(sheet: Sheet, down: float) -> None:
        sheet.frame((MARGIN, down), (ROOM, high), line=MAIN, weight=2)
        sheet.text_middle(number, (MARGIN + box / 2, down + (high - _NUMBER * LEADING) / 2), Face.BOLD, _NUMBER, MAIN)
        at, lower = MARGIN + box + _GAP, down + (high - text) / 2
        sheet.text(translate("Number of your stall"), (at, lower), Face.REGULAR, _LABEL, SOFT_INK)
        lower += _LABEL * LEADING
        for line in names:
            sheet.text(line, (at, lower), Face.BOLD, size)
            lower += size * LEADING

    return Item(high, draw, gap=_GAP)


def _facts(told: Letters, stall: Element) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give what stallholders want to know, each with its picture and label."""
    event = told.event
    starts, ends = stall.starts or event.starts, stall.ends or event.ends
    where = " · ".join(filter(None, (printable(event.place), printable(stall.place))))
    bring = [translate("Change, a bag for your waste, and good cheer.")]
    if stall.needs:
        bring.insert(0, printable(stall.needs))
    call = " · ".join(filter(None, (printable(told.lead), printable(told.phone))))
    return [
        ("calendar-days", translate("When"), (when(event),)),
        ("map-location-dot", translate("Where"), (where,)),
        (
            "people-carry-box",
            translate("Set up"),
            (
                translate(
                    "From {time} on. Be ready at {ready}.",
                    time=words.clock(told.stalls_from),
                    ready=words.clock(starts),
                ),
                translate("Leave the emergency route free, always."),
            ),
        ),
        ("clock", translate("Your hours"), (words.span(starts, ends),)),
        ("basket-shopping", translate("Bring along"), tuple(bring)),
        ("broom", translate("Afterwards"), (translate("Take along what is left over. Leave your spot clean."),)),
        ("phone", translate("Questions? Call"), (call or translate("Ask the host in the room."),)),
    ]


def _fact(picture: str, label: str, told: tuple[str, ...]) -> list[Item]:
    """Give what there is to know under its label, a line above each; a long text goes on on the next page."""
    left = _ICON + _GAP
    lines = [line for text in told for line in wrap(text, Face.REGULAR, _TEXT, ROOM - left - _WIDE)]

    def draw(sheet: Sheet, down: float) -> None:
        sheet.rule(MARGIN + left, MARGIN + ROOM, down - _GAP / 2, colour=LINE)
        put_picture(sheet, picture, (MARGIN, down - 2), _ICON, MAIN)
        sheet.text(label, (MARGIN + left, down), Face.BOLD, _TEXT, MAIN)
        sheet.text(lines[0], (MARGIN + left + _WIDE, down), Face.REGULAR, _TEXT)

    first = Item(_TEXT * LEADING, draw, gap=_GAP)
    return [first, *(_line(line, Face.REGULAR, gap=0, left=left + _WIDE) for line in lines[1:])]
