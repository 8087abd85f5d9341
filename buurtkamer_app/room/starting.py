"""What a new room starts with: one living room, and shifts that follow from its opening hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.room.records import Opening, RoomFacts, ShiftPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIVING_ROOM: Final = 30  # persons, until the coordinator says otherwise
_PARTS: Final = (
    (DayPart.MORNING, time(0), time(13)),
    (DayPart.AFTERNOON, time(13), time(17, 30)),
    (DayPart.EVENING, time(17, 30), time.max),
)
_SHORTEST: Final = 60  # minutes: for less nobody comes to the room
_HOSTS: Final = 2
_EXPERIENCED: Final = 1


@dataclass(frozen=True, slots=True)
class NewRoom:
    """What somebody who sets up a room decided; PIN and passphrase are never shown or logged."""

    facts: RoomFacts
    hours: tuple[Opening, ...]
    coordinator_name: str
    pin: str = field(repr=False)
    passphrase: str = field(repr=False)


def _minutes(starts: time, ends: time) -> int:
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def _shifts(opening: Opening) -> list[ShiftPattern]:
    """Cut a day at 13.00 and 17.30; a piece shorter than an hour joins the one beside it."""
    shifts: list[ShiftPattern] = []
    starts = opening.opens
    for part, begins, until in _PARTS:
        ends = min(until, opening.closes)
        if ends <= begins or ends <= starts:
            continue
        rest = _minutes(ends, opening.closes)
        if 0 < rest < _SHORTEST:
            ends = opening.closes
        if _minutes(starts, ends) < _SHORTEST and ends < opening.closes:
            continue
        shifts.append(ShiftPattern(opening.weekday, part, starts, ends, _HOSTS, _EXPERIENCED))
        starts = ends
    return shifts


def starting_spaces() -> list[tuple[str, int, bool]]:
    """Give the one space of a new room: its name in the language of the moment, capacity in persons, shared."""
    return [(translate("Living room"), _LIVING_ROOM, True)]


def starting_patterns(hours: Iterable[Opening]) -> list[ShiftPattern]:
    """Give a shift for each part of each open day, with two hosts of whom one is experienced."""
    return [shift for opening in hours for shift in _shifts(opening)]
