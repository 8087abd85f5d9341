"""What is kept of one person, as it is told to them: a sheet to read, and the same as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import USUAL, Made
from buurtkamer_app.printing import words
from buurtkamer_app.printing.processing_register import Asked, Entry, asked_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.privacy.person.records import Line, Told
    from buurtkamer_app.services import Services


def told_sheet(services: Services, told: Told) -> Made:
    """Make the sheet that somebody gets who asks what is kept of them."""
    title = translate("What we keep of you")
    under = (
        translate("You asked for this on {day}.", day=words.said(told.on, "EEEE d MMMM y")),
        translate("We looked for: {words}", words=told.asked),
    )
    entries = [Entry(translate(part), _lines(lines)) for part, lines in told.parts]
    entries.append(_rights(services))
    return Made(title, asked_sheet(title, under, entries, house(services, USUAL)))


def told_data(told: Told) -> bytes:
    """Give the same as JSON, which other programs read."""
    said = {
        "format": "buurtkamer-person/1",
        "asked": told.asked,
        "on": told.on.isoformat(),
        "kept": [
            {
                "what": translate(part),
                "lines": [
                    {"text": line.shown, "on": line.on.isoformat() if line.on else None, "kept": line.kept}
                    for line in lines
                ],
            }
            for part, lines in told.parts
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _lines(lines: Sequence[Line]) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            words.said(line.on, "d MMMM y") if line.on is not None else translate("Without a day"),
            tuple(part for part in (line.shown, _kept(line)) if part),
        )
        for line in lines
    )


def _kept(line: Line) -> str:
    return translate("Kept: {period}", period=line.kept) if line.kept else ""


def _rights(services: Services) -> Entry:
    lines = services.processing.lines()
    whom = " · ".join(part for part in (lines.responsible, lines.contact, lines.officer) if part)
    return Entry(
        translate("You always may"),
        (
            Asked(
                translate("Ask us"),
                (
                    translate("See what we keep of you, have it changed, or have it taken out."),
                    translate("Take back your yes, without saying why."),
                ),
            ),
            Asked(translate("Questions?"), (whom or translate("Ask the coordinator."),)),
        ),
    )
