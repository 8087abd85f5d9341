"""What stands on the programme of a market, in a size of type: reasons to come, parts by kind, the network moment."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ElementKind, Motive
from buurtkamer_app.market.words import KIND_SIGNS, MOTIVES
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, MARGIN, ROOM, SMALLEST, SOFT_INK, WHITE, Sheet
from buurtkamer_app.printing.market_stack import Item
from buurtkamer_app.printing.market_words import COLOURS, HEADINGS, KINDS, MOTIVE_SIGNS, cancelled, of_kind, times
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.market.records import Element, MarketEvent

_CLOCK: Final = "00.00\u201300.00"
_HALF_GAP: Final = 18.0
_HALF: Final = (ROOM - _HALF_GAP) / 2


def rows(event: MarketEvent, elements: Sequence[Element], size: float) -> list[Item]:
    """Give all that stands below the head."""
    found = _texts(event, size)
    if elements:
        found.append(_reasons(size))
    for kind in KINDS:
        parts = of_kind(elements, kind)
        if not parts:
            continue
        found.append(_heading(kind, size))
        if kind is ElementKind.STALL:
            found += [_stalls(pair, size) for pair in zip_longest(parts[::2], parts[1::2])]
        else:
            found += [_timed(part, size) for part in parts]
    if event.network_at is not None:
        found.append(_network(event, size))
    if not elements:
        found.append(_line(translate("The programme will follow. Come and join in!"), Face.BOLD, size * 1.3, gap=20))
    return found


def _texts(event: MarketEvent, size: float) -> list[Item]:
    """Give what the market is about, and large that it does not go on."""
    found = []
    if off := cancelled(event):
        found += [_line(line, Face.BOLD, size * 1.6, SECOND, gap=2) for line in wrap(off, Face.BOLD, size * 1.6, ROOM)]
    for paragraph in event.about.splitlines():
        for line in wrap(printable(paragraph), Face.REGULAR, size, ROOM):
            found.append(_line(line, Face.REGULAR, size, gap=1))
    return found


def _line(text: str, face: Face, size: float, colour: str = INK, *, gap: float = 0.0) -> Item:
    return Item(size * LEADING, lambda sheet, down: sheet.text(text, (MARGIN, down), face, size, colour), gap)


def _reasons(size: float) -> Item:
    """Give the four reasons to come, each with the pictogram that stands at what serves it."""
    each, icon = ROOM / len(Motive), size * 1.5
    told = [
        (MOTIVE_SIGNS[motive], wrap(translate(MOTIVES[motive]), Face.MEDIUM, SMALLEST, each - icon - 14))
        for motive in Motive
    ]
    height = max(icon, max(len(lines) for _, lines in told) * SMALLEST * LEADING) + 10

    def draw(sheet: Sheet, down: float) -> None:
        sheet.frame((MARGIN, down), (ROOM, height), line=LINE)
        for number, (picture, lines) in enumerate(told):
            left = MARGIN + number * each + 9
            put_picture(sheet, picture, (left, down + (height - icon) / 2), icon, MAIN)
            lower = down + (height - len(lines) * SMALLEST * LEADING) / 2
            for line in lines:
                sheet.text(line, (left + icon + 5, lower), Face.MEDIUM, SMALLEST, SOFT_INK)
                lower += SMALLEST * LEADING

    return Item(height, draw, gap=size * 0.6)


def _heading(kind: ElementKind, size: float) -> Item:
    """Give the heading of a kind: its picture in a round field, its name, and a line."""
    side, large = size * 1.8, size * 1.35

    def draw(sheet: Sheet, down: float) -> None:
        sheet.frame(
            (MARGIN, down),
            (side, side),
            line=COLOURS[kind],
            fill=COLOURS[kind] if sheet.dress.filled else "",
            weight=1.4,
        )
        inner = side * 0.62
        at = (MARGIN + (side - inner) / 2, down + (side - inner) / 2)
        put_picture(sheet, KIND_SIGNS[kind], at, inner, WHITE if sheet.dress.filled else COLOURS[kind])
        left, said = MARGIN + side + size * 0.6, translate(HEADINGS[kind])
        sheet.text(said, (left, down + (side - large * LEADING) / 2), Face.BOLD, large, COLOURS[kind])
        after = left + width(said, Face.BOLD, large) + size * 0.7
        sheet.rule(after, MARGIN + ROOM, down + side / 2, colour=COLOURS[kind], weight=1.2)

    return Item(side, draw, gap=size * 0.65, holds=True)


def _timed(part: Element, size: float) -> Item:
    """Give what has a time: when, its pictogram, what it is, and where."""
    clock = width(_CLOCK, Face.BOLD, size) + size * 0.7
    icon = size * 1.15
    left = clock + icon + size * 0.5
    name = wrap(printable(part.name), Face.BOLD, size * 1.05, ROOM - left)
    place = printable(part.place)
    used = left + width(name[-1], Face.BOLD, size * 1.05) + size
    beside = place and used + width(place, Face.REGULAR, size) <= ROOM
    below = [] if beside or not place else wrap(place, Face.REGULAR, size, ROOM - left)

    def draw(sheet: Sheet, down: float) -> None:
        sheet.text(times(part), (MARGIN, down + size * 0.05), Face.BOLD, size)
        put_picture(sheet, MOTIVE_SIGNS[part.motive], (MARGIN + clock, down + size * 0.08), icon, COLOURS[part.kind])
        for line in name:
            sheet.text(line, (MARGIN + left, down), Face.BOLD, size * 1.05)
            down += size * 1.05 * LEADING
        if beside:
            at = (MARGIN + ROOM, down - size * 1.05 * LEADING + size * 0.05)
            sheet.text_right(place, at, Face.REGULAR, size, SOFT_INK)
        for line in below:
            sheet.text(line, (MARGIN + left, down), Face.REGULAR, size, SOFT_INK)
            down += size * LEADING

    return Item(len(name) * size * 1.05 * LEADING + len(below) * size * LEADING, draw, gap=size * 0.3)


def _stalls(pair: tuple[Element | None, ...], size: float) -> Item:
    """Give two stalls beside each other: number, what it is, and where or when if that is not everywhere and always."""
    halves = [_stall(part, size) for part in pair if part is not None]

    def draw(sheet: Sheet, down: float) -> None:
        for number, (_, put) in enumerate(halves):
            put(sheet, (MARGIN + number * (_HALF + _HALF_GAP), down))

    return Item(max(height for height, _ in halves), draw, gap=size * 0.25)


def _stall(part: Element, size: float) -> tuple[float, Callable[[Sheet, tuple[float, float]], None]]:
    """Give how high a stall is, and what draws it with its upper left corner there."""
    number = str(part.number)
    box = max(width(number, Face.BOLD, size), size * 1.4) + size * 0.5
    icon, left = size * 1.05, box + size * 0.5
    room = _HALF - left - icon - 4
    name = wrap(printable(part.name), Face.MEDIUM, size, room)
    facts = [printable(part.place)] + ([times(part)] if part.starts is not None else [])
    small = max(SMALLEST, size * 0.9)
    below = [line for fact in facts if fact for line in wrap(fact, Face.REGULAR, small, room)]
    height = max(size * 1.5, len(name) * size * LEADING + len(below) * small * LEADING)

    def put(sheet: Sheet, at: tuple[float, float]) -> None:
        colour, down = COLOURS[ElementKind.STALL], at[1]
        sheet.frame(at, (box, size * 1.4), line=colour)
        sheet.text_middle(number, (at[0] + box / 2, down + size * 0.09), Face.BOLD, size, colour)
        put_picture(sheet, MOTIVE_SIGNS[part.motive], (at[0] + _HALF - icon, down + size * 0.1), icon, colour)
        for line in name:
            sheet.text(line, (at[0] + left, down + size * 0.09), Face.MEDIUM, size)
            down += size * LEADING
        for line in below:
            sheet.text(line, (at[0] + left, down + size * 0.09), Face.REGULAR, small, SOFT_INK)
            down += small * LEADING

    return height, put


def _network(event: MarketEvent, size: float) -> Item:
    """Give the network moment in a frame of its own: everybody is asked to come to it."""
    at = words.clock(event.network_at) if event.network_at is not None else ""
    side, inset = size * 1.7, size * 0.6
    told = [translate("{time} Meet each other", time=at), *map(printable, event.network.splitlines()[:3])]
    room = ROOM - side - 3 * inset
    lines = [
        (line, Face.REGULAR if number else Face.BOLD)
        for number, text in enumerate(told)
        for line in wrap(text, Face.REGULAR if number else Face.BOLD, size, room)
    ]
    height = len(lines) * size * LEADING + 2 * inset

    def draw(sheet: Sheet, down: float) -> None:
        sheet.frame((MARGIN, down), (ROOM, height), line=MAIN, weight=1.6)
        put_picture(sheet, "handshake", (MARGIN + inset, down + (height - side) / 2), side, MAIN)
        lower = down + inset
        for line, face in lines:
            sheet.text(line, (MARGIN + side + 2 * inset, lower), face, size, MAIN if face is Face.BOLD else INK)
            lower += size * LEADING

    return Item(height, draw, gap=size * 0.7)
