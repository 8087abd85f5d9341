"""What must hold between the parts of a room file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.replay.faults import Fault, shown
from buurtkamer_app.replay.programme import in_reach, is_rule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from buurtkamer_app.replay.room_file import RoomFile


def room_faults(room: RoomFile) -> Iterator[Fault]:
    """Give what does not fit together in a room, in the order of the file."""
    yield from _house(room)
    yield from _team_and_people(room)
    yield from _activities(room)
    yield from _wishes(room)


def is_name(name: str) -> bool:
    """Tell whether a person or an activity can be kept under this name."""
    try:
        kept_name(name)
    except RefusedError:
        return False
    return True


def name_fault(place: str, name: str) -> Iterator[Fault]:
    """Give the fault of a name that holds what no name holds."""
    if not is_name(name):
        yield Fault(place, mark("this name is empty or holds signs that no name has."))


def date_fault(place: str, day: date) -> Iterator[Fault]:
    """Give the fault of a date that no room has."""
    if not in_reach(day):
        yield Fault(place, mark("expected a date from 1970 to 2099."))


def _is_zone(name: str) -> bool:
    # A name such as "Europe" or "../x" is found on disk and is no zone: zoneinfo then fails in its own ways.
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True


def _twice(place: str, key: str, values: Iterable[Hashable]) -> Iterator[Fault]:
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            yield Fault(f"{place}[{index}].{key}", mark("{value} stands there twice."), {"value": shown(value)})
        seen.add(value)


def _ordered(place: str, start: str, end: str) -> Iterator[Fault]:
    if start >= end:
        yield Fault(place, mark("expected a time after {start}."), {"start": start})


def _house(room: RoomFile) -> Iterator[Fault]:
    house = room.room
    if not _is_zone(house.timezone):
        yield Fault("room.timezone", mark("expected a time zone such as Europe/Amsterdam."))
    for day, (opens, closes) in house.opening_hours.days().items():
        yield from _ordered(f"room.opening_hours.{day}[1]", opens, closes)
    yield from _twice("room.spaces", "name", (tidy(space.name) for space in house.spaces))
    held = set()
    for index, pattern in enumerate(house.shift_patterns):
        place = f"room.shift_patterns[{index}]"
        yield from _ordered(f"{place}.end", pattern.start, pattern.end)
        if pattern.experienced > pattern.hosts:
            yield Fault(f"{place}.experienced", mark("expected at most {most}."), {"most": pattern.hosts})
        for number, day in enumerate(pattern.days):
            if (pattern.name, day) in held:
                yield Fault(f"{place}.days[{number}]", mark("{value} stands there twice."), {"value": str(day)})
            held.add((pattern.name, day))


def _team_and_people(room: RoomFile) -> Iterator[Fault]:
    low, high = room.team.target_hours_year
    if low > high:
        yield Fault("team.target_hours_year[1]", mark("expected at least {least}."), {"least": low})
    yield from date_fault("team.started_on", room.team.started_on)
    for index, name in enumerate(room.regulars):
        yield from name_fault(f"regulars[{index}]", name)
    for index, host in enumerate(room.hosts):
        yield from name_fault(f"hosts[{index}].name", host.name)
    yield from _twice("hosts", "id", (host.id for host in room.hosts))
    yield from _twice("hosts", "name", (tidy(host.name) for host in room.hosts))


def _activities(room: RoomFile) -> Iterator[Fault]:
    spaces = {tidy(space.name) for space in room.room.spaces}
    yield from _twice("activities", "id", (activity.id for activity in room.activities))
    for index, activity in enumerate(room.activities):
        place = f"activities[{index}]"
        yield from name_fault(f"{place}.name", activity.name)
        yield from name_fault(f"{place}.lead", activity.lead)
        yield from date_fault(f"{place}.from", activity.first_date)
        if not is_rule(activity):
            yield Fault(f"{place}.rrule", mark("expected a rule such as FREQ=WEEKLY;BYDAY=MO, without DTSTART."))
        yield from _ordered(f"{place}.end", activity.start, activity.end)
        if tidy(activity.space) not in spaces:
            yield Fault(f"{place}.space", mark("the room has no space {name}."), {"name": shown(activity.space)})


def _wishes(room: RoomFile) -> Iterator[Fault]:
    activities = {activity.id for activity in room.activities}
    yield from _twice("wishes", "id", (wish.id for wish in room.wishes))
    for index, wish in enumerate(room.wishes):
        yield from date_fault(f"wishes[{index}].recorded_on", wish.recorded_on)
        if wish.activity is not None and wish.activity not in activities:
            values = {"number": wish.activity}
            yield Fault(f"wishes[{index}].activity", mark("the room has no activity {number}."), dict(values))
