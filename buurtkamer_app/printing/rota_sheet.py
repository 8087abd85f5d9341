"""The rota of a week or a month on paper: who is on when, what is open; phone numbers only for the back room."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.day_label import label_height, label_width, put_label
from buurtkamer_app.printing.downward import head, next_head
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.flow import Block, Entry, Line, Piece, paginate, spread
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import DAY_COLOURS, LINE, MARGIN, ROOM, SMALLEST, SOFT_INK, Sheet
from buurtkamer_app.printing.laid_out import put_part
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.flow import Part
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.rota_paper import PaperDay, PaperShift, RotaPaper

# The largest is taken that needs no page more than the smallest.
_SIZES: Final = (16.0, 15.0, 14.0, 13.0, SMALLEST)
_INSET: Final = 9.0
_BESIDE: Final = 7.0  # between the label and the frame
_APART: Final = 10.0
_LEAST_AIR: Final = 3.0
_PHONES: Final = 13.0
_CLOCK: Final = "00.00\u201300.00"


def rota_sheet(paper: RotaPaper, house: House) -> bytes:
    """Make the sheet as a PDF. Nothing is cut off, however long a name is; the same data gives the same bytes.

    StoreError when the program's letters are missing.
    """
    warning = translate("For the back room: do not hang this where visitors read it.") if paper.phones else ""
    below = foot_of(house, paper.first, until=paper.last, warning=warning)
    sheet = Sheet(printable(paper.title), house.name, dress=house.dress)
    sheet.entry(printable(paper.title))
    bottom = sheet.paper.high - MARGIN - below.height - _APART
    top, later = head(sheet, paper.title, (words.days(paper.first, paper.last),), warning), next_head(paper.title)
    size, pages = _best(paper, bottom - top, bottom - later)
    wide = label_width([day.on for day in paper.days], size)
    several = len({day.on.isocalendar().week for day in paper.days}) > 1
    for number, page in enumerate(pages, 1):
        if number > 1:
            top = next_head(paper.title, sheet)
        spread(page, top, bottom - top, _APART, size)
        for part in page:
            _part(sheet, part, size, wide, several=several)
        below.put(sheet, number, len(pages))
        sheet.turn()
    return sheet.done()


def _best(paper: RotaPaper, first: float, others: float) -> tuple[float, list[list[Part]]]:
    """Find the largest type that needs no more pages than the smallest."""
    *larger, smallest = _SIZES
    fewest = paginate(_blocks(paper, smallest), first, others, _APART)
    tried = ((size, paginate(_blocks(paper, size), first, others, _APART)) for size in larger)
    return next(((size, pages) for size, pages in tried if len(pages) <= len(fewest)), (smallest, fewest))


def _blocks(paper: RotaPaper, size: float) -> list[Block]:
    label = label_width([day.on for day in paper.days], size)
    room = ROOM - label - _BESIDE - 2 * _INSET
    names = _names_left(paper, size, room)
    blocks = [_day(day, size, room, names) for day in paper.days]
    if not blocks:
        told = translate("There are no shifts in these days.")
        blocks.append(Block((Entry((Line((Piece(told, Face.REGULAR, size),)),)),), LINE, framed=False))
    return [*blocks, *([_phones(paper, size)] if paper.phones else [])]


def _day(day: PaperDay, size: float, room: float, names: float) -> Block:
    entries = []
    if day.closed is not None:
        told = translate("Closed: {why}", why=printable(day.closed)) if day.closed else translate("Closed")
        lines = wrap(told, Face.BOLD, size, room)
        entries.append(Entry(tuple(Line((Piece(line, Face.BOLD, size, 0, SECOND),)) for line in lines)))
    entries += [_shift(shift, size, room, names) for shift in day.shifts]
    if not entries:
        entries.append(Entry((Line((Piece("–", Face.REGULAR, size),)),)))
    colour = DAY_COLOURS[day.on.weekday()]
    return Block(tuple(entries), colour, day.on, inset=_INSET * 0.7, least=label_height(size))


def _what_left(size: float) -> float:
    return width(_CLOCK, Face.BOLD, size) + size * 0.8


def _names_left(paper: RotaPaper, size: float, room: float) -> float:
    """Tell where names begin: right of what the shifts are, which takes at most its part of the room."""
    whats = (printable(shift.task or shift.part) for day in paper.days for shift in day.shifts)
    longest = max((width(what, Face.MEDIUM, size) for what in whats), default=0.0) + size * 1.2
    left = _what_left(size)
    return left + min(longest, (room - left) * 0.3)


def _shift(shift: PaperShift, size: float, room: float, names_left: float) -> Entry:
    """Lay a shift out: its times, what it is, and who is on, with what is still needed in bold."""
    what_left = _what_left(size)
    what = wrap(printable(shift.task or shift.part), Face.MEDIUM, size, names_left - what_left - size * 0.6)
    beside = room - names_left
    names = [
        Piece(line, Face.REGULAR, size, names_left)
        for line in wrap_parts(map(printable, shift.names), Face.REGULAR, size, beside)
    ]
    needed = wrap(printable(shift.needed), Face.BOLD, size, beside)
    names += [Piece(line, Face.BOLD, size, names_left, SECOND) for line in needed]
    whats = [Piece(line, Face.MEDIUM, size, what_left, SOFT_INK) for line in what]
    times = [Piece(words.span(shift.starts, shift.ends), Face.BOLD, size)]
    return Entry(_lines(times, whats, names))


def _lines(*columns: Sequence[Piece]) -> tuple[Line, ...]:
    """Put columns beside each other, line by line."""
    return tuple(Line(tuple(piece for piece in row if piece is not None)) for row in zip_longest(*columns))


def _phones(paper: RotaPaper, size: float) -> Block:
    """Give names with their numbers, in two columns that are read downwards, in type with which these fit."""
    size = min(size, _PHONES)
    heading = Piece(translate("Phone numbers"), Face.BOLD, size * 1.15, 0, MAIN)
    half = (len(paper.phones) + 1) // 2
    column = (ROOM - 2 * _INSET) / 2
    rows = [
        Entry(_lines(*_phone(left, 0, column, size), *(_phone(right, column, column, size) if right else ())))
        for left, right in zip_longest(paper.phones[:half], paper.phones[half:])
    ]
    return Block((Entry((Line((heading,)),)), *rows), MAIN, inset=_INSET * 0.7)


def _phone(one: tuple[str, str], left: float, wide: float, size: float) -> tuple[list[Piece], list[Piece]]:
    number_left = left + wide * 0.54
    names = wrap(printable(one[0]), Face.REGULAR, size, wide * 0.54 - size * 0.6)
    # A number that is broken is misread.
    numbers = wrap(printable(one[1]).replace(" ", "\u00a0"), Face.BOLD, size, wide * 0.46 - size)
    return (
        [Piece(line, Face.REGULAR, size, left) for line in names],
        [Piece(line, Face.BOLD, size, number_left) for line in numbers],
    )


def _part(sheet: Sheet, part: Part, size: float, wide: float, *, several: bool) -> None:
    """Draw what of a day stands on a page."""
    left = MARGIN
    if (day := part.block.day) is not None:
        week = translate("Week {number}", number=day.isocalendar().week).lower() if several else ""
        put_label(sheet, part, size, wide, week)
        left += wide + _BESIDE
    # Without air between them a line would touch the letters.
    put_part(sheet, part, left, _INSET, ruled=part.air >= _LEAST_AIR)
