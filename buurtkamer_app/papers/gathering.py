"""What every maker of sheets needs of the room: whose sheet it is, in its colours, made today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.papers.records import USUAL
from buurtkamer_app.printing.dress import Dress
from buurtkamer_app.printing.house import House

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.papers.records import Choices, Wanted
    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.services import Services


def house(services: Services, choices: Choices = USUAL, facts: RoomFacts | None = None) -> House:
    """Give the room as the head and foot of a sheet say it; `facts` those of a past week."""
    dress = Dress(services.looks.look(), choices.ink)
    return House(facts or services.room.facts(), services.room.today(), dress)


def occurrence(services: Services, wanted: Wanted) -> Occurrence | None:
    """Give the date that is asked for; None without a series, and when it is not on that day."""
    if wanted.series is None:
        return None
    of_day = services.activities.occurrences(wanted.day, wanted.day)
    return next((entry for entry in of_day if entry.series.id == wanted.series), None)


def week_name(title: str, monday: date) -> str:
    """Name a file after the sheet and its week: `Weekblad 2026 week 11`."""
    year, week, _ = monday.isocalendar()
    return f"{title} {year} week {week:02}"
