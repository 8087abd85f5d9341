"""An incident on paper: what happened, when, who was called and who saw it, on one page for the coordinator's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import INK, LEADING, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.desk.concerns.records import Incident
    from buurtkamer_app.printing.house import House

_KINDS: Final = {
    IncidentKind.FALL: mark("Somebody fell"),
    IncidentKind.QUARREL: mark("A quarrel"),
    IncidentKind.THEFT: mark("A theft"),
    IncidentKind.OTHER: mark("Something else"),
}
_HEADING: Final = 13.0
# Tried from large to small. Type under 12 points is for a text of thousands of letters, so that it stays one page.
_SIZES: Final = (15.0, 14.0, 13.0, SMALLEST, 11.0, 10.0, 9.0, 8.0, 7.0)
_GAP: Final = 12.0

_Row = tuple[str, Face, float, str]


def _parts(incident: Incident, house: House) -> tuple[tuple[str, str], ...]:
    """Give what the sheet says, each under its heading."""
    line, none = incident.line, translate("Nobody")
    here = local(line.written_at, house.facts.zone)
    when = f"{words.said(line.on, 'EEEE d MMMM y')}, {words.clock(line.at)}"
    written = f"{words.said(here.date(), 'EEEE d MMMM y')}, {words.clock(here.time())}"
    return (
        (translate("What was it?"), translate(_KINDS[line.kind])),
        (translate("When did it happen?"), when),
        (translate("What happened?"), incident.facts),
        (translate("Who was called?"), incident.called or none),
        (translate("Who saw it?"), incident.witness or none),
        (translate("Written down"), " · ".join(part for part in (written, line.written_by) if part)),
    )


def _rows(parts: Sequence[tuple[str, str]], size: float) -> list[_Row]:
    """Give every line below the title: its words, face, size and colour; an empty one is a gap."""
    found = []
    for heading, text in parts:
        found.append((heading, Face.BOLD, min(_HEADING, size), SOFT_INK))
        paragraphs = (printable(paragraph) for paragraph in text.splitlines())
        lines = [line for paragraph in paragraphs for line in wrap(paragraph, Face.REGULAR, size, ROOM)]
        found += [(line, Face.REGULAR, size, INK) for line in lines]
        found.append(("", Face.REGULAR, min(_GAP, size), INK))
    return found


def _height(rows: Sequence[_Row]) -> float:
    return sum(size * LEADING for _, _, size, _ in rows)


def incident_sheet(incident: Incident, house: House) -> bytes:
    """Give an incident as a PDF of one page; only a text that fits on none goes on on the next.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    title = translate("Incident in {room}", room=house.name)
    told = translate("Do not hang this up. For the coordinator.")
    sheet = Downward(house, title, (told,), about=incident.line.on)
    parts = _parts(incident, house)
    tried = (_rows(parts, size) for size in _SIZES)
    fits = next((rows for rows in tried if _height(rows) <= sheet.room_left), None)
    for line, face, size, colour in fits or _rows(parts, SMALLEST):
        if line:
            sheet.lines(line, face, size, colour=colour)
        else:
            sheet.down += size * LEADING
    return sheet.done()
