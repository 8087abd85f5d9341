"""The pack for a day without power: hosts, programme and phone list on the front, a tally by hand on the back."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    SMALLEST,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.log_pages import Column, LogText, Section, put_pages
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.desk.days.pack import PackContent

_TITLE: Final = 22.0
_BODY: Final = 13.0
_BOX: Final = 13.0
_FIVES: Final = 5
_MOST_ROWS: Final = 12
_WISH_LINES: Final = 3
_LABEL: Final = 92.0
_MOST_LINES: Final = 3


def power_cut_pack(content: PackContent, printed_on: date) -> bytes:
    """Make the pack as a PDF, its last page the tally; usually it is one sheet with two sides.

    StoreError when its letters are missing.
    """
    day = words.said(content.on, "EEEE d MMMM")
    title = translate("No power? {day}", day=day)
    dated = translate("made on {date}", date=words.said(printed_on, "d MMMM y"))
    foot_text = (f"{content.facts.name} · {translate('Shred the old one.')}", dated)
    text = LogText(title, content.facts.name, _under(content), _sections(content), foot_text)
    sheet = Sheet(title, content.facts.name)
    pages = put_pages(sheet, text, more=1)
    _tally(sheet, content, day)
    lines = wrap(printable(foot_text[0]), Face.REGULAR, SMALLEST, WIDTH - 2 * MARGIN)[:_MOST_LINES]
    foot(sheet, lines, dated, translate("page {page} of {pages}", page=pages, pages=pages))
    sheet.turn()
    return sheet.done()


def _under(content: PackContent) -> tuple[str, ...]:
    facts = content.facts
    week = translate("Week {week}", week=content.on.isocalendar().week)
    hours = translate("Open: {hours}", hours=words.span(content.opening.opens, content.opening.closes))
    return f"{facts.name} · {week} · {hours}", translate("Count on the back. Key it in when the power is back.")


def _sections(content: PackContent) -> tuple[Section, ...]:
    gap = translate("nobody yet")
    shifts = tuple(
        (words.span(shift.starts, shift.ends), ", ".join((*shift.names, *((gap,) * shift.gaps))))
        for shift in content.shifts
    )
    when, who = Column(translate("when"), 2), Column(translate("who"), 7)
    programme = tuple(
        (
            words.span(entry.starts, entry.ends),
            entry.name,
            entry.space,
            "" if entry.places is None else str(entry.places),
        )
        for entry in content.programme
    )
    on = (when, Column(translate("what"), 4), Column(translate("where"), 2), Column(translate("places"), 1, right=True))
    own = ((content.facts.name, content.facts.phone),) if content.facts.phone else ()
    alarm = (translate("Fire, ambulance, police"), "112")
    numbers = (alarm, *own, *content.phones)
    half = (len(numbers) + 1) // 2
    # Two beside each other, read downwards: so that many hosts still fit on the front.
    pairs = zip_longest(numbers[:half], numbers[half:], fillvalue=("", ""))
    phones = (Column("", 4), Column("", 3), Column("", 4), Column("", 3))
    return (
        Section(translate("Hosts"), (when, who), shifts, empty=translate("Nobody is on the rota yet.")),
        Section(translate("Programme"), on, programme, empty=translate("There is nothing on.")),
        Section(translate("Phone numbers"), phones, tuple((*left, *right) for left, right in pairs)),
    )


def _tally(sheet: Sheet, content: PackContent, day: str) -> None:
    """Draw the page on which one counts by hand: a row of boxes for each hour, then the other figures, then wishes."""
    down = MARGIN
    for line in wrap(translate("Counting by hand, {day}", day=day), Face.BOLD, _TITLE, WIDTH - 2 * MARGIN):
        sheet.text(line, (MARGIN, down), Face.BOLD, _TITLE, MAIN)
        down += _TITLE * LEADING
    sheet.rule(MARGIN, WIDTH - MARGIN, down + 3, colour=MAIN, weight=2.2)
    down += 12
    told = translate("One box for each person, once a visit.")
    sheet.text(told, (MARGIN, down), Face.REGULAR, SMALLEST, INK)
    down += SMALLEST * LEADING + 8
    labels = [*_hours(content), translate("of whom children"), translate("of whom here for the first time")]
    labels.append(translate("question or help"))
    wishes = _WISH_LINES * 26 + _BODY * LEADING + 8
    bottom = HEIGHT - MARGIN - foot_height(("",) * _MOST_LINES) - wishes
    height = (bottom - down) / len(labels)
    for label in labels:
        _row(sheet, label, down, height)
        down += height
    sheet.text(translate("Wishes that you heard"), (MARGIN, down + 4), Face.BOLD, _BODY, MAIN)
    down += _BODY * LEADING + 8
    for _ in range(_WISH_LINES):
        down += 26
        sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=LINE)


def _hours(content: PackContent) -> Sequence[str]:
    first, last = content.opening.opens.hour, content.opening.closes
    end = last.hour + (last.minute > 0)
    step = 1 + (end - first - 1) // _MOST_ROWS
    return [f"{hour}–{min(hour + step, end)}" for hour in range(first, end, step)]


def _row(sheet: Sheet, label: str, down: float, height: float) -> None:
    """Draw a label and behind it as many lines of boxes in fives as the height holds, two at most."""
    sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=LINE)
    at = down + 6
    for line in wrap(label, Face.MEDIUM, _BODY, _LABEL)[:_MOST_LINES]:
        sheet.text(line, (MARGIN, at), Face.MEDIUM, _BODY)
        at += _BODY * LEADING
    across = _FIVES * (_BOX + 2) + 8
    groups = int((WIDTH - 2 * MARGIN - _LABEL - 8) // across)
    for deep in range(max(1, min(2, int((height - 6) // (_BOX + 5))))):
        for group in range(groups):
            for box in range(_FIVES):
                left = MARGIN + _LABEL + 8 + group * across + box * (_BOX + 2)
                sheet.square((left, down + 6 + deep * (_BOX + 5)), _BOX, line=INK)
