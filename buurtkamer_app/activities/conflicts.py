"""What stands in the way of using a space at a time: the one place where that is decided.

Activities, bookings, the planner and closures all ask here, so that they give the same answer with the same words.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.room.records import Using
from buurtkamer_app.room.rules import closed_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.room.records import Closure, Opening, Space

HOSTS: Final = "hosts"  # the lead of what whoever is on duty leads: it is never in two places


class Why(enum.Enum):
    """Why something cannot be there then; only `HOURS` gives way to somebody who asks for it."""

    CLOSED = enum.auto()
    HOURS = enum.auto()
    TOO_LARGE = enum.auto()
    SPACE = enum.auto()
    FULL = enum.auto()
    LEAD = enum.auto()
    OWN = enum.auto()
    SEATED = enum.auto()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One reason why something cannot be on a date: a message id and its values; `key` is what stands in the way."""

    why: Why
    on: date
    message: str
    values: dict[str, str | int] = field(default_factory=dict)
    key: UUID | None = None

    @property
    def gives_way(self) -> bool:
        """Tell whether it is no obstacle for somebody who asks for it all the same."""
        return self.why is Why.HOURS

    def sentence(self) -> str:
        """Say it in the language of the moment."""
        return translate(self.message, **self.values)

    def error(self) -> RefusedError:
        """Give it as what refuses."""
        return RefusedError(self.message, "", **self.values)


@dataclass(frozen=True, slots=True)
class Use:
    """A space in use on some day: by an activity or a booking, of which `key` is the key.

    `persons` is how many it takes of a shared space (None: no limit, it takes no room there); `alone` that it shares
    the space with nobody. `lead` is a name, or `hosts`.
    """

    name: str
    space: str
    starts: time
    ends: time
    persons: int | None = None
    lead: str = HOSTS
    key: UUID | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is planned already: its usual hours (None: not an open day), its closure, what goes on there.

    `partly` are the closures of a space or a part of the day.
    """

    on: date
    opening: Opening | None
    closure: Closure | None
    uses: tuple[Use, ...]
    partly: tuple[Closure, ...] = ()


def use_of(series: Series) -> Use:
    """Give the use of a space that an activity makes."""
    return Use(series.name, series.space, series.starts, series.ends, series.capacity, series.lead or HOSTS, series.id)


def uses_on(on: date, occurrences: Iterable[Occurrence], booked: Iterable[Use]) -> tuple[Use, ...]:
    """Give what takes a space on a day: what was cancelled takes none; `booked` are the bookings that are on then."""
    activities = [use_of(entry.series) for entry in occurrences if entry.on == on and entry.goes_on]
    return (*activities, *booked)


def overlap(use: Use, other: Use) -> bool:
    """Tell whether two are on at the same time of the day; one may begin when the other ends."""
    return use.starts < other.ends and other.starts < use.ends


def conflicts(use: Use, day: Day, space: Space) -> list[Conflict]:
    """Give every reason why a use cannot be on a day, the gravest first; its own use of before is no obstacle."""
    others = [other for other in day.uses if overlap(use, other) and (use.key is None or other.key != use.key)]
    there = [other for other in others if other.space == use.space]
    found = [_closed(use, day), _too_large(use, day, space), _taken(use, day, space, there), _led(use, day, others)]
    return [entry for entry in found if entry is not None]


def hard(found: Iterable[Conflict]) -> list[Conflict]:
    """Give those that do not give way to anybody."""
    return [entry for entry in found if not entry.gives_way]


def in_use_at_once(uses: Sequence[Use]) -> int:
    """Give the most persons that uses of one space have there at one moment."""
    return max(
        (sum(other.persons or 0 for other in uses if other.starts <= use.starts < other.ends) for use in uses),
        default=0,
    )


def _closed(use: Use, day: Day) -> Conflict | None:
    if day.closure is not None:
        return Conflict(Why.CLOSED, day.on, mark("The room is closed that day."))
    if closed_for(day.partly, Using(use.space, day.on, use.starts, use.ends, use.key)) is not None:
        return Conflict(Why.CLOSED, day.on, mark("{space} is closed at that time."), {"space": use.space})
    if day.opening is None:
        return Conflict(Why.HOURS, day.on, mark("The room is usually closed on that day."))
    if use.starts < day.opening.opens or use.ends > day.opening.closes:
        hours: dict[str, str | int] = {"opens": f"{day.opening.opens:%H.%M}", "closes": f"{day.opening.closes:%H.%M}"}
        return Conflict(Why.HOURS, day.on, mark("The room is open from {opens} to {closes} that day."), hours)
    return None


def _too_large(use: Use, day: Day, space: Space) -> Conflict | None:
    if (use.persons or 0) <= space.capacity:
        return None
    values: dict[str, str | int] = {"space": space.name, "most": space.capacity}
    return Conflict(Why.TOO_LARGE, day.on, mark("{space} has room for {most} people."), values)


def _taken(use: Use, day: Day, space: Space, there: Sequence[Use]) -> Conflict | None:
    """Look at who is in the space: one that is not shared holds one, a shared one all that fit together."""
    first = next(iter(there), None)
    if first is None:
        return None
    values: dict[str, str | int] = {"space": space.name, "name": first.name}
    if not space.shared or use.alone or any(other.alone for other in there):
        blocks = next((other for other in there if other.alone), first)
        message = mark("{space} is taken by {name}. Choose another time or space.")
        return Conflict(Why.SPACE, day.on, message, values | {"name": blocks.name}, blocks.key)
    at_once = in_use_at_once([use, *(_within(other, use) for other in there)])
    if at_once <= space.capacity or not use.persons:
        return None
    left = max(0, space.capacity - (at_once - use.persons))
    message = mark("{space} has {left} places left beside {name}. Choose another time or space.")
    return Conflict(Why.FULL, day.on, message, values | {"left": left}, first.key)


def _within(other: Use, use: Use) -> Use:
    """Give the part of another use that falls in the time of this one."""
    return Use(other.name, other.space, max(other.starts, use.starts), other.ends, other.persons)


def _led(use: Use, day: Day, others: Iterable[Use]) -> Conflict | None:
    clash = next((other for other in others if use.lead != HOSTS and other.lead == use.lead), None)
    if clash is None:
        return None
    message = mark("{lead} leads {name} at that time. Choose another time or lead.")
    return Conflict(Why.LEAD, day.on, message, {"lead": use.lead, "name": clash.name}, clash.key)
