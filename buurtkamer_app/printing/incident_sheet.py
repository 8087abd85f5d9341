"""An incident on paper: what happened, when, who was called and who saw it, on one page for the coordinator's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    MARGIN,
    ROOM,
    SMALLEST,
    SOFT_INK,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.desk.concerns.records import Incident
    from buurtkamer_app.room.records import RoomFacts

_KINDS: Final = {
    IncidentKind.FALL: mark("Somebody fell"),
    IncidentKind.QUARREL: mark("A quarrel"),
    IncidentKind.THEFT: mark("A theft"),
    IncidentKind.OTHER: mark("Something else"),
}
_TITLE: Final = 27.0
_HEADING: Final = 13.0
# Tried from large to small. Type under 12 points is for a text of thousands of letters, so that it stays one page.
_SIZES: Final = (15.0, 14.0, 13.0, SMALLEST, 11.0, 10.0, 9.0, 8.0, 7.0)
_GAP: Final = 12.0
_MOST_NAME_LINES: Final = 3


class _IncidentSheet:
    """What the sheet says, under headings, and how high that is in a size of type."""

    def __init__(self, incident: Incident, facts: RoomFacts, printed_on: date) -> None:
        line = incident.line
        self.room = printable(facts.name)
        self.title = translate("Incident in {room}", room=self.room)
        none = translate("Nobody")
        here = local(line.written_at, facts.zone)
        when = f"{words.said(line.on, 'EEEE d MMMM y')}, {words.clock(line.at)}"
        written = f"{words.said(here.date(), 'EEEE d MMMM y')}, {words.clock(here.time())}"
        self.parts = (
            (translate("What was it?"), translate(_KINDS[line.kind])),
            (translate("When did it happen?"), when),
            (translate("What happened?"), incident.facts),
            (translate("Who was called?"), incident.called or none),
            (translate("Who saw it?"), incident.witness or none),
            (translate("Written down"), " · ".join(part for part in (written, line.written_by) if part)),
        )
        self.foot = wrap(self.room, Face.REGULAR, SMALLEST, ROOM)[:_MOST_NAME_LINES]
        self.dated = translate("made on {date}", date=words.said(printed_on, "d MMMM y"))

    def rows(self, size: float) -> list[tuple[str, Face, float, str]]:
        """Give every line below the title: its words, face, size and colour; an empty one is a gap."""
        found = []
        for heading, text in self.parts:
            found.append((heading, Face.BOLD, min(_HEADING, size), SOFT_INK))
            paragraphs = (printable(paragraph) for paragraph in text.splitlines())
            lines = [line for paragraph in paragraphs for line in wrap(paragraph, Face.REGULAR, size, ROOM)]
            found += [(line, Face.REGULAR, size, INK) for line in lines]
            found.append(("", Face.REGULAR, min(_GAP, size), INK))
        return found

    def draw(self, sheet: Sheet) -> None:
        """Draw it in the largest type with which it is one page; the longest texts go on on the next one."""
        heading = wrap(self.title, Face.BOLD, _TITLE, ROOM)[:_MOST_NAME_LINES]
        top = MARGIN + len(heading) * _TITLE * LEADING + 28
        bottom = HEIGHT - MARGIN - foot_height(self.foot) - 10
        tried = (self.rows(size) for size in _SIZES)
        rows = next((rows for rows in tried if _height(rows) <= bottom - top), None) or self.rows(SMALLEST)
        pages: list[list[tuple[str, Face, float, str]]] = [[]]
        left = bottom - top
        for row in rows:
            if row[2] * LEADING > left:
                pages.append([])
                left = bottom - MARGIN
            pages[-1].append(row)
            left -= row[2] * LEADING
        for number, page in enumerate(pages, start=1):
            down = MARGIN
            if number == 1:
                for line in heading:
                    sheet.text(line, (MARGIN, down), Face.BOLD, _TITLE, MAIN)
                    down += _TITLE * LEADING
                sheet.rule(MARGIN, WIDTH - MARGIN, down + 8, colour=MAIN, weight=2.2)
                down = top
            for line, face, size, colour in page:
                sheet.text(line, (MARGIN, down), face, size, colour)
                down += size * LEADING
            foot(sheet, self.foot, self.dated, f"{number}/{len(pages)}")
            sheet.turn()


def _height(rows: list[tuple[str, Face, float, str]]) -> float:
    return sum(size * LEADING for _, _, size, _ in rows)


def incident_sheet(incident: Incident, facts: RoomFacts, *, printed_on: date) -> bytes:
    """Give an incident as a PDF of one page; only a text that fits on none goes on on the next.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    made = _IncidentSheet(incident, facts, printed_on)
    sheet = Sheet(made.title, made.room)
    made.draw(sheet)
    return sheet.done()
