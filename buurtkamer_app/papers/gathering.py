"""What every maker of sheets needs of the room: whose sheet it is, in its colours, made today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.printing.dress import Dress
from buurtkamer_app.printing.house import House

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.papers.records import Choices
    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.services import Services


def house(services: Services, choices: Choices, facts: RoomFacts | None = None) -> House:
    """Give the room as the head and foot of a sheet say it; `facts` those of a past week."""
    dress = Dress(services.looks.look(), choices.ink)
    return House(facts or services.room.facts(), services.room.today(), dress)


def week_name(title: str, monday: date) -> str:
    """Name a file after the sheet and its week: `Weekblad 2026 week 11`."""
    year, week, _ = monday.isocalendar()
    return f"{title} {year} week {week:02}"
