"""The pack for a day without power: hosts, programme and phone list on the front, a tally by hand on the back."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.sheets.rules import hours
from buurtkamer_app.printing import words
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import Sheet
from buurtkamer_app.printing.log_pages import Column, Section, put_pages, text_of
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.tally_sheet import Tally, put_tally

if TYPE_CHECKING:
    from buurtkamer_app.desk.days.pack import PackContent
    from buurtkamer_app.printing.house import House


def power_cut_pack(content: PackContent, house: House) -> bytes:
    """Make the pack as a PDF, its last page the tally; usually it is one sheet with two sides.

    StoreError when its letters are missing.
    """
    title = translate("No power? {day}", day=words.said(content.on, "EEEE d MMMM"))
    shred = translate("Shred the old one.")
    sheet = Sheet(printable(title), house.name, dress=house.dress)
    sheet.entry(title)
    text = text_of(house, title, _sections(content), _under(content), about=content.on, warning=shred)
    pages = put_pages(sheet, text, more=1)
    below = foot_of(house, content.on, warning=shred)
    sheet.entry(translate("Tally sheet"))
    tally = Tally(content.on, hours(content.opening, ()), (translate("question or help"),))
    put_tally(sheet, tally, "", below.height)
    below.put(sheet, pages, pages)
    sheet.turn()
    return sheet.done()


def _under(content: PackContent) -> tuple[str, ...]:
    facts = content.facts
    week = translate("Week {week}", week=content.on.isocalendar().week)
    opened = translate("Open: {hours}", hours=words.span(content.opening.opens, content.opening.closes))
    return f"{facts.name} · {week} · {opened}", translate("Count on the back. Key it in when the power is back.")


def _gaps(count: int) -> tuple[str, ...]:
    """Say that somebody is still needed, and how often."""
    gap = translate("nobody yet")
    return (gap if count == 1 else f"{gap} ({count} x)",) if count else ()


def _sections(content: PackContent) -> tuple[Section, ...]:
    shifts = tuple(
        (words.span(shift.starts, shift.ends), ", ".join((*shift.names, *_gaps(shift.gaps))))
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
