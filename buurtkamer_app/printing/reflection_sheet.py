"""A look back at an activity on one page, as it is on record; or the form for it, with lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.base.terms import GoesOn
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import LEADING, ROOM
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.reflections.records import NewReflection, Reflection
    from buurtkamer_app.printing.house import House

_ANSWERS: Final = {
    GoesOn.YES: mark("Yes, it goes on"),
    GoesOn.NO: mark("No, it stops"),
    GoesOn.UNSURE: mark("Not known yet"),
}
_ASKED: Final = 15.0
# Tried from large to small, so that a look back is one page; the longest texts go on on the next.
_SIZES: Final = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_BOX: Final = 15.0
_GAP: Final = 10.0
_BETWEEN: Final = 22.0
# How high what comes under the texts is, with the headings between them.
_REST: Final = 230.0
_RULED: Final = 26.0
# Of the lines to write on so much is for the first question.
_FIRST: Final = 0.6


def reflection_sheet(at: Occurrence | None, found: Reflection | None, house: House) -> bytes:
    """Make the sheet as a PDF: what is on record of a date, else the form for it; None: a form for any activity.

    The same data gives the same bytes. StoreError when its letters are missing.
    """
    title = translate("Look back")
    if at is None:
        sheet = Downward(house, title)
        for asked in (translate("Which activity?"), translate("When, and where?"), translate("How many took part?")):
            sheet.fill_in(asked, _ASKED)
    else:
        sheet = Downward(house, f"{title}: {printable(at.series.name)}", _about(at), about=at.on)
    _answers(sheet, found.said if found is not None else None)
    _by_whom(sheet, found, house)
    return sheet.done()


def _about(at: Occurrence) -> tuple[str, ...]:
    """Say when and where it was, and how many took part."""
    when = f"{words.said(at.on, 'EEEE d MMMM y')} · {words.span(at.series.starts, at.series.ends)}"
    counted = translate("{persons} took part", persons=at.headcount) if at.headcount is not None else ""
    off = translate("does not go on") if at.cancelled is not None else ""
    return (" · ".join(part for part in (when, printable(at.series.space)) if part), counted or off)


def _answers(sheet: Downward, said: NewReflection | None) -> None:
    """Write what is asked, with what was answered or lines to write on."""
    asked = (translate("What went well?"), translate("Who came? Name nobody."))
    texts = (said.went_well, said.who_came) if said is not None else ("", "")
    spare = sheet.room_left - _REST
    size, ruled = _fitting(texts, spare), int(spare / _RULED)
    for place, (question, text) in enumerate(zip(asked, texts, strict=True)):
        sheet.heading(question)
        if said is None:
            first = round(ruled * _FIRST)
            sheet.writing_lines(ruled - first if place else first, _RULED)
            continue
        for paragraph in text.splitlines() if text.strip() else (translate("Nothing was written here."),):
            sheet.lines(paragraph, Face.REGULAR, size)
    sheet.heading(translate("Does it go on?"), with_it=_BOX + _GAP)
    _ticks(sheet, said)


def _fitting(texts: tuple[str, str], spare: float) -> float:
    """Give the largest size in which the texts leave room for the rest of the page."""
    paragraphs = [printable(line) for text in texts for line in text.splitlines()]
    for size in _SIZES:
        if sum(len(wrap(line, Face.REGULAR, size, ROOM)) for line in paragraphs) * size * LEADING <= spare:
            return size
    return _SIZES[-1]


def _ticks(sheet: Downward, said: NewReflection | None) -> None:
    """Draw the answers to tick beside each other as far as they fit."""
    left = 0.0
    for answer, message in _ANSWERS.items():
        told = translate(message)
        long = _BOX + _GAP + width(told, Face.MEDIUM, _ASKED)
        if left and left + long > ROOM:
            sheet.down += _BOX + _GAP
            left = 0.0
        _tick(sheet, left, told, ticked=said is not None and said.goes_on is answer)
        left += long + _BETWEEN
    sheet.down += _BOX + _GAP
    sheet.need(_BOX + _GAP)
    _tick(sheet, 0, translate("Residents go on by themselves"), ticked=said is not None and bool(said.by_residents))
    sheet.down += _BOX + _GAP


def _tick(sheet: Downward, left: float, told: str, *, ticked: bool) -> None:
    sheet.square(left, _BOX, lower=2, ticked=ticked)
    sheet.text(told, left + _BOX + _GAP, Face.BOLD if ticked else Face.MEDIUM, _ASKED, MAIN)


def _by_whom(sheet: Downward, found: Reflection | None, house: House) -> None:
    """Say who wrote it and when, or leave a line for that."""
    sheet.down += _GAP
    if found is None:
        sheet.fill_in(translate("Written by, and when"), _ASKED)
        return
    on: date = found.at.astimezone(house.facts.zone).date()
    day, name = words.said(on, "EEEE d MMMM y"), first_name(printable(found.by))
    told = (
        translate("Written by {name} on {day}", name=name, day=day) if name else translate("Written on {day}", day=day)
    )
    sheet.lines(told, Face.REGULAR, _ASKED)
