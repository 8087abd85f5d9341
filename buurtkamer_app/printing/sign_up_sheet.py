"""The sign-up sheet of one date: what it is, a line for every free place, and a waiting list; it bears no name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.by_hand import to_fill_in
from buurtkamer_app.printing.downward import fitting
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import HEIGHT, INK, LEADING, LINE, MARGIN, ROOM, SMALLEST, WIDTH, Sheet
from buurtkamer_app.printing.numbered_head import AGAIN, put_head
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.desk.sheets.records import SignUpSheet
    from buurtkamer_app.printing.house import House

_BODY: Final = 13.0
_LARGE: Final = (34.0, 24.0, 16.0)
# How high a line to write on may be: the highest that takes no page more.
_HEIGHTS: Final = (34.0, 32.0, 30.0, 28.0, 26.0, 24.0)
_NUMBER: Final = 30.0
_PERSONS: Final = 114.0
_PHONE: Final = 150.0
_HEADING: Final = 30.0
_HEAD: Final = SMALLEST * LEADING + 4
_LINES: Final = 20
# A row that is no line but the heading of the waiting list.
_WAITING: Final = 0


@dataclass(frozen=True, slots=True)
class _Text:
    """What the sheet says: a title, facts below it, notes above its lines, and its lines on pages."""

    title: str
    facts: Sequence[str]
    notes: Sequence[str]
    rows: Sequence[int]
    number: str | None
    picture: str = ""


def sign_up_sheet(of: SignUpSheet | None, house: House) -> bytes:
    """Make the sheet of a date, with its number when it has one; None: a form without an activity.

    StoreError when its letters are missing.
    """
    if of is None:
        facts = tuple(map(to_fill_in, (translate("Activity"), translate("Day"), translate("Time and place"))))
        text = _Text(translate("Sign-up sheet"), facts, _notes(), range(1, _LINES + 1), None)
        return _made(text, house, None)
    series, on = of.occurrence.series, of.occurrence.on
    waiting = (_WAITING, *range(of.places + 1, of.lines + 1)) if of.lines > of.places else ()
    text = _Text(
        printable(series.name),
        _facts(series, on),
        (*_told(of), *_notes()),
        (*range(1, of.places + 1), *waiting),
        of.number,
        pictogram(series),
    )
    return _made(text, house, on)


def no_sign_up(name: str, on: date, why: str, house: House) -> bytes:
    """Make a sheet that says of an activity why nobody can sign up for that day."""
    title = f"{translate('Sign-up sheet')}: {printable(name)}"
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    down = put_head(sheet, printable(name), (words.said(on, "EEEE d MMMM y"),), None) + _HEADING
    lines, size = fitting(printable(why), _LARGE, ROOM)
    for line in lines:
        sheet.text(line, (MARGIN, down), Face.BOLD, size)
        down += size * LEADING
    foot_of(house, on).put(sheet, 1, 1)
    sheet.turn()
    return sheet.done()


def _facts(series: Series, on: date) -> list[str]:
    """Give what one has to know before signing up: when, where, what it costs, what to bring, for how many."""
    day = words.said(on, "EEEE d MMMM y")
    price = words.price(series.price_cents)
    if series.reduced_cents is not None:
        price = translate("{price}, or {lower}", price=price, lower=words.price(series.reduced_cents))
    bring = printable(series.bring)
    found = [day, ", ".join((words.span(series.starts, series.ends), printable(series.space))), price]
    found += [translate("Bring along: {what}", what=bring)] if bring else []
    return [*found, *_how_many(series)]


def _how_many(series: Series) -> list[str]:
    if series.minimum and series.capacity:
        return [translate("From {least} to {most} people", least=series.minimum, most=series.capacity)]
    if series.minimum:
        return [translate("Goes on from {least} people", least=series.minimum)]
    return [translate("For at most {most} people", most=series.capacity)] if series.capacity else []


def _told(of: SignUpSheet) -> list[str]:
    """Say how many places are gone, never to whom."""
    most = of.occurrence.series.capacity
    if most is None:
        return []
    if of.taken >= most:
        return [translate("It is full. Write your name on the waiting list.")]
    gone = translate("1 place is taken already.")
    if of.taken != 1:
        gone = translate("{count} places are taken already.", count=of.taken)
    found = [gone] if of.taken else []
    if most - of.taken > of.lines:
        found.append(translate("There are more places than lines. Then ask for another sheet."))
    return found


def _notes() -> tuple[str, ...]:
    return (
        translate("Do you come along? Write one line for who comes together."),
        translate("Your phone number only if we may call when something changes. This sheet is shredded afterwards."),
    )


def _made(text: _Text, house: House, on: date | None) -> bytes:
    own = translate("Sign-up sheet")
    title = own if on is None else f"{own}: {text.title}"
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    below = foot_of(house, on)
    bottom = HEIGHT - MARGIN - below.height - 8
    down = _begin(sheet, text)
    height, pages = _best(text.rows, bottom - down, bottom - AGAIN)
    for place, rows in enumerate(pages, 1):
        if place > 1:
            put_head(sheet, text.title, text.facts[:1], text.number, first=False)
            down = AGAIN
        _page(sheet, rows, down, height)
        below.put(sheet, place, len(pages))
        sheet.turn()
    return sheet.done()


def _begin(sheet: Sheet, text: _Text) -> float:
    """Draw the head of the first page and its notes, and give where the lines begin."""
    down = put_head(sheet, text.title, text.facts, text.number, picture=text.picture)
    for note in text.notes:
        face = Face.REGULAR if note in _notes() else Face.BOLD
        for line in wrap(note, face, _BODY, ROOM):
            sheet.text(line, (MARGIN, down), face, _BODY)
            down += _BODY * LEADING
    return down + 6


def _best(rows: Sequence[int], first: float, others: float) -> tuple[float, list[list[int]]]:
    """Put rows on as few pages as can be: best is one that begins with the waiting list, then the highest lines."""
    tried = [(height, _pages(rows, height, first, others)) for height in _HEIGHTS]
    fewest = len(tried[-1][1])
    left = [(height, pages) for height, pages in tried if len(pages) == fewest]
    return next((one for one in left if any(page[:1] == [_WAITING] for page in one[1][1:])), left[0])


def _pages(rows: Sequence[int], height: float, first: float, others: float) -> list[list[int]]:
    """Put rows on pages so high; the heading of the waiting list stands above its first line."""
    pages: list[list[int]] = [[]]
    left = first - _HEAD
    for row in rows:
        takes = height if row != _WAITING else _HEADING
        if left < takes + (height if row == _WAITING else 0.0):
            pages.append([])
            left = others - _HEAD
        pages[-1].append(row)
        left -= takes
    return pages


def _page(sheet: Sheet, rows: Sequence[int], down: float, height: float) -> None:
    """Draw the heads of the columns and the lines of a page."""
    if not rows:
        return
    top = down + _HEAD
    columns = (MARGIN + _NUMBER, WIDTH - MARGIN - _PHONE - _PERSONS, WIDTH - MARGIN - _PHONE)
    heads = (translate("Name"), translate("How many people?"), translate("Phone"))
    for label, left in zip(heads, columns, strict=True):
        sheet.text(label, (left + 6, down), Face.BOLD, SMALLEST)
    down = top
    for row in rows:
        if row == _WAITING:
            sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=INK, weight=1)
            at = (MARGIN, down + (_HEADING - _BODY * LEADING) / 2 + 2)
            sheet.text(translate("Waiting list"), at, Face.BOLD, _BODY, MAIN)
            down += _HEADING
            continue
        sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=INK if row == rows[0] else LINE, weight=1)
        at = (MARGIN + _NUMBER - 8, down + (height - _BODY * LEADING) / 2)
        sheet.text_right(str(row), at, Face.MEDIUM, _BODY)
        _upright(sheet, columns, down, down + height)
        down += height
    sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=INK, weight=1)


def _upright(sheet: Sheet, lefts: Sequence[float], top: float, bottom: float) -> None:
    """Draw the lines between columns."""
    sheet.canvas.setStrokeColor(HexColor(sheet.dress.paint(LINE)))
    sheet.canvas.setLineWidth(0.8)
    for left in lefts:
        sheet.canvas.line(left, sheet.paper.high - top, left, sheet.paper.high - bottom)
