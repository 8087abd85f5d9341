"""On which dates the activities of a room file are, before there is a store to ask."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import rules
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy

if TYPE_CHECKING:
    from buurtkamer_app.replay.room_file import ActivityPart, RoomFile

FIRST_DAY: Final = date(1970, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
_DAY: Final = r"(?:MO|TU|WE|TH|FR|SA|SU)"
_MONTH: Final = r"(?:[1-9]|1[0-2])"
_MONTH_DAY: Final = r"[+-]?(?:[1-9]|[12][0-9]|3[01])"
_WEEK: Final = r"[+-]?(?:[1-9]|[1-4][0-9]|5[0-3])"
_YEAR_DAY: Final = r"[+-]?(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])"
_PARTS: Final = (
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)",
    r"INTERVAL=[1-9][0-9]{0,2}",
    r"COUNT=[1-9][0-9]{0,4}",
    r"UNTIL=[0-9]{8}(?:T[0-9]{6}Z?)?",
    f"WKST={_DAY}",
    *(
        f"{name}={value}(?:,{value})*"
        for name, value in (
            ("BYDAY", rf"(?:{_WEEK})?{_DAY}"),
            ("BYMONTH", _MONTH),
            ("BYMONTHDAY", _MONTH_DAY),
            ("BYWEEKNO", _WEEK),
            ("BYYEARDAY", _YEAR_DAY),
            ("BYSETPOS", _YEAR_DAY),
        )
    ),
)
# RFC 5545, section 3.3.10, as far as it names days: an activity has one start a day, and its first date stands apart.
_RULE: Final = re.compile(rf"(?:{'|'.join(_PARTS)})(?:;(?:{'|'.join(_PARTS)}))*", re.IGNORECASE)


def in_reach(day: date) -> bool:
    """Tell whether a date is one that a room can have: 1970 to 2099."""
    return FIRST_DAY <= day <= LAST_DAY


def is_rule(activity: ActivityPart) -> bool:
    """Tell whether the recurrence rule is one of whole days (RFC 5545, without DTSTART)."""
    if not _RULE.fullmatch(activity.rrule):
        return False
    try:
        rules.dates(activity.rrule, activity.first_date, activity.first_date, activity.first_date)
    except RefusedError:
        return False
    return True


class Programme:
    """Finds the activity that a name means on a date, up to a last date; each series is laid out once."""

    def __init__(self, room: RoomFile, last: date) -> None:
        self._last = last
        self._named: dict[str, list[ActivityPart]] = defaultdict(list)
        self._dates: dict[int, frozenset[date]] = {}
        for activity in room.activities:
            self._named[tidy(activity.name)].append(activity)

    def knows(self, name: str) -> bool:
        """Tell whether any activity has this name."""
        return tidy(name) in self._named

    def on_date(self, name: str, day: date) -> ActivityPart | None:
        """Give the activity of this name that is on that date, the first in the file when there are more."""
        named = self._named.get(tidy(name), [])
        return next((activity for activity in named if day in self._dates_of(activity)), None)

    def _dates_of(self, activity: ActivityPart) -> frozenset[date]:
        if activity.id not in self._dates:
            found = rules.dates(activity.rrule, activity.first_date, activity.first_date, self._last)
            self._dates[activity.id] = frozenset(found)
        return self._dates[activity.id]
