"""Looking back at a market on one or two pages: goals and outcomes, numbers, new ties, what people said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ElementKind
from buurtkamer_app.market.words import KINDS as ONE
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import LEADING, LINE, ROOM, SOFT_INK
from buurtkamer_app.printing.market_words import HEADINGS, KINDS, under
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.market.afterwards.records import LookBack, Testimonial
    from buurtkamer_app.market.records import Element
    from buurtkamer_app.printing.house import House

# Tried from large to small, so that it is two pages at most; the longest texts take more.
_SIZES: Final = (14.0, 13.0, 12.0, 11.0)
_FEW: Final = 2
_FIGURE: Final = 30.0
_LABEL: Final = 12.0
# So many figures stand beside each other, and so many where none would be left over.
_BESIDE: Final = 4
_FIVE: Final = 5
_ASKED: Final = 14.0
_GAP: Final = 8.0
_INDENT: Final = 16.0


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many helped on the day, None when nobody wrote down who was there."""

    helped: int | None = None


def look_back_sheet(found: LookBack, elements: Sequence[Element], numbers: Numbers, house: House) -> bytes:
    """Make the sheet as a PDF. The same data gives the same bytes.

    A name stands at what somebody said only with their yes; ties are between groups. No photo is kept or printed.
    """
    made = None
    for size in _SIZES:
        made = _written(found, elements, numbers, house, size)
        if made.page <= _FEW:
            break
    assert made is not None  # noqa: S101 - there are sizes
    return made.done()


def look_back_form(house: House) -> bytes:
    """Make a sheet to fill in by hand."""
    sheet = Downward(house, translate("Looking back at the market"))
    for asked in (translate("Name of the market"), translate("Day and time"), translate("How many visitors?")):
        sheet.fill_in(asked, _ASKED)
    for heading, lines in (
        (translate("Goals, and what came of them"), 5),
        (translate("New ties"), 4),
        (translate("What people said, with a name only if they agree"), 4),
        (translate("How we look back"), 4),
    ):
        sheet.heading(heading, with_it=60)
        sheet.writing_lines(lines, 24)
    return sheet.done()


def _written(found: LookBack, elements: Sequence[Element], numbers: Numbers, house: House, size: float) -> Downward:
    event = found.event.it
    title = translate("Looking back: {market}", market=printable(event.name))
    sheet = Downward(house, title, under(event), about=event.on_date)
    _numbers(sheet, found, elements, numbers)
    sheet.heading(translate("Goals, and what came of them"), with_it=2 * size * LEADING)
    for known in found.goals:
        _pair(sheet, printable(known.it.goal), known.it.outcome or translate("Nothing is written down yet."), size)
    if not found.goals:
        sheet.lines(translate("No goals were written down."), Face.REGULAR, size)
    sheet.heading(translate("New ties"), with_it=size * LEADING)
    for tie in found.ties:
        between = translate("{one} and {other}", one=printable(tie.it.between), other=printable(tie.it.and_with))
        _pair(sheet, between, tie.it.about, size)
    if not found.ties:
        sheet.lines(translate("No new ties were written down."), Face.REGULAR, size)
    if found.testimonials:
        sheet.heading(translate("What people said"), with_it=2 * size * LEADING)
    for said in found.testimonials:
        _said(sheet, said.it, size)
    if event.reflection.strip():
        sheet.heading(translate("How we look back"), with_it=2 * size * LEADING)
        for line in event.reflection.splitlines():
            sheet.lines(line, Face.REGULAR, size)
    sheet.down += _GAP
    told = translate("Photos are not kept: not everybody on them was asked.")
    sheet.lines(told, Face.REGULAR, _LABEL, colour=SOFT_INK)
    return sheet


def _numbers(sheet: Downward, found: LookBack, elements: Sequence[Element], numbers: Numbers) -> None:
    """Write the figures large beside each other, each over what it counts; what nobody counted is not there."""
    visitors, ties = found.event.it.visitors, len(found.ties)
    told = [(visitors, translate("visitors"))] if visitors is not None else []
    if numbers.helped is not None:
        told.append((numbers.helped, translate("helped on the day")))
    counts = {kind: sum(part.kind is kind for part in elements) for kind in ElementKind}
    told += [(count, _named(kind, count)) for kind in KINDS if (count := counts[kind])]
    told += [(ties, translate("new ties"))] if ties else []
    beside = _FIVE if len(told) == _FIVE else _BESIDE
    for first in range(0, len(told), beside):
        _figures(sheet, told[first : first + beside], ROOM / beside)
    if told:
        sheet.rule(colour=LINE)


def _figures(sheet: Downward, told: Sequence[tuple[int, str]], each: float) -> None:
    """Write a row of figures, each over what it counts."""
    labels = [wrap(label, Face.MEDIUM, _LABEL, each - _GAP) for _, label in told]
    size = min(_FIGURE, *(_FIGURE * (each - _GAP) / width(str(n), Face.BOLD, _FIGURE) for n, _ in told))
    high = max(map(len, labels)) * _LABEL * LEADING
    sheet.down += _GAP
    sheet.need(_FIGURE * LEADING + high + _GAP)
    for place, (number, _) in enumerate(told):
        sheet.text(str(number), place * each, Face.BOLD, size, MAIN)
    sheet.down += _FIGURE * LEADING
    for place, lines in enumerate(labels):
        for row, line in enumerate(lines):
            sheet.down += row * _LABEL * LEADING
            sheet.text(line, place * each, Face.MEDIUM, _LABEL, SOFT_INK)
            sheet.down -= row * _LABEL * LEADING
    sheet.down += high + _GAP / 2


def _named(kind: ElementKind, count: int) -> str:
    return translate(ONE[kind] if count == 1 else HEADINGS[kind]).lower()


def _pair(sheet: Downward, first: str, second: str, size: float) -> None:
    """Write two texts under each other, the first one bold."""
    sheet.need(2 * size * LEADING)
    sheet.lines(first, Face.BOLD, size)
    for line in second.splitlines():
        sheet.lines(line, Face.REGULAR, size, left=_INDENT)
    sheet.down += _GAP / 2


def _said(sheet: Downward, said: Testimonial, size: float) -> None:
    """Write what somebody said between quotes; their name only with their yes."""
    sheet.need(2 * size * LEADING)
    for number, line in enumerate(lines := said.text.splitlines()):
        opened = "\u201c" if number == 0 else ""
        closed = "\u201d" if number == len(lines) - 1 else ""
        sheet.lines(f"{opened}{line}{closed}", Face.REGULAR, size, left=_INDENT)
    if said.agreed:
        sheet.lines(f"\u2013 {printable(said.name)}", Face.MEDIUM, size, left=_INDENT, colour=MAIN)
    sheet.down += _GAP
