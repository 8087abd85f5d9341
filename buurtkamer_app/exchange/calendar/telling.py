"""What one event of a calendar file says, on the room's own wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.activities.rules import dates
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import LONGEST_LINE
from buurtkamer_app.exchange.calendar.records import Told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from buurtkamer_app.room.records import RoomPlan

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
_LONGEST_TEXT: Final = 10_000  # letters
_MOST_DATES: Final = 3000  # that one event leaves out or adds
_LOOKED_AT: Final = 800  # days, in which the clocks of two zones have turned twice
_IN_A_DAY: Final = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}
# What must be right in an event that is brought in; RFC 5545, 3.6.1.
_NEEDED: Final = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Understands events as what is on in this room."""

    plan: RoomPlan

    def told(self, event: Event) -> Told:
        """Give what an event says; raises `RefusedError` when it cannot be on our programme."""
        self._check(event)
        begin = event.decoded("DTSTART")
        notes: list[str] = []
        starts, ends = self._span(event, begin, notes)
        rrule = self._rrule(event, begin, starts)
        known_by = event.get("RECURRENCE-ID")
        if known_by is not None and known_by.params.get("RANGE"):
            raise RefusedError("This changes a series from a date on. Bring in the whole series.")
        return Told(
            uid_of(event),
            _number(event),
            name_of(event),
            starts,
            ends,
            _text(event, "DESCRIPTION", _LONGEST_TEXT),
            _text(event, "LOCATION", _LONGEST_TEXT),
            tuple(_categories(event)),
            rrule,
            self._moment(known_by.dt, starts.time()).date() if known_by is not None else None,
            str(event.get("STATUS", "")).upper() == "CANCELLED",
            tuple(moment.date() for moment in self._moments(event, "EXDATE", starts.time())),
            tuple(self._moments(event, "RDATE", starts.time())),
            tuple(notes),
        )

    def _check(self, event: Event) -> None:
        wrong = {name for name, _ in event.errors if name is None or name.upper() in _NEEDED}
        if wrong or "DTSTART" not in event or any(isinstance(event.get(name), list) for name in ("DTSTART", "RRULE")):
            raise RefusedError("A line of this is broken. Ask for the file again.")

    def _span(self, event: Event, begin: date, notes: list[str]) -> tuple[datetime, datetime]:
        whole_day = not isinstance(begin, datetime)
        ends = event.decoded("DTEND") if "DTEND" in event else None
        if ends is None and "DURATION" in event:
            ends = begin + event.decoded("DURATION")
        if whole_day:
            return self._whole_day(begin, ends, notes)
        starts = self._moment(begin, time())
        until = self._moment(ends, time()) if ends is not None else starts
        if until == starts:
            notes.append(mark("It has no end in the file: one hour was taken."))
            until = starts + _HOUR
        if until < starts:
            raise RefusedError("This ends before it begins.")
        if until.date() != starts.date():
            raise RefusedError("This goes on past midnight. Write it down yourself, day by day.")
        return starts.replace(second=0), until.replace(second=0)

    def _whole_day(self, on: date, ends: date | None, notes: list[str]) -> tuple[datetime, datetime]:
        opening = self.plan.opening(on)
        if ends is not None and (isinstance(ends, datetime) or ends > on + _DAY):
            raise RefusedError("This lasts more than one day. Write it down yourself, day by day.")
        if opening is None:
            raise RefusedError("This lasts all day, and the room is usually closed then.")
        notes.append(mark("It lasts all day in the file: the opening hours were taken."))
        return datetime.combine(on, opening.opens), datetime.combine(on, opening.closes)

    def _rrule(self, event: Event, begin: date, starts: datetime) -> str:
        if "RRULE" not in event:
            return ""
        given: Any = event["RRULE"]
        rule = {name.upper(): values for name, values in given.items()}
        for name, part in _IN_A_DAY.items():
            if rule.get(name) == [getattr(starts, part)]:
                del rule[name]
        until = rule.pop("UNTIL", [None])[0]
        text = str(type(given)(rule).to_ical().decode())
        if until is not None:
            text += f";UNTIL={self._until(until, starts):%Y%m%d}"
        if isinstance(begin, datetime) and begin.tzinfo is not None:
            self._check_zone(text, begin, starts)
        return text

    def _until(self, until: date, starts: datetime) -> date:
        """Give the last day on which it can be: on the day of a moment before its hour it is no more."""
        if not isinstance(until, datetime):
            return until
        moment = self._moment(until, time())
        return moment.date() if moment.time() >= starts.time() else moment.date() - _DAY

    def _check_zone(self, rrule: str, begin: datetime, starts: datetime) -> None:
        """Raise when the clock that it repeats by does not go as the room's does."""
        zone = begin.tzinfo
        for on in dates(rrule, begin.date(), begin.date(), begin.date() + timedelta(days=_LOOKED_AT)):
            here = self._moment(datetime.combine(on, begin.time(), zone), time())
            if here != datetime.combine(on, starts.time()):
                raise RefusedError("This repeats by the clock of another country. Write it down yourself.")

    def _moments(self, event: Event, name: str, starts: time) -> list[datetime]:
        given = event.get(name, [])
        lists = given if isinstance(given, list) else [given]
        found = [entry.dt for one in lists for entry in one.dts]
        if len(found) > _MOST_DATES:
            raise RefusedError("This has over {most} dates that are otherwise.", most=_MOST_DATES)
        if any(isinstance(moment, tuple) for moment in found):
            raise RefusedError("This has dates with ends of their own. Write it down yourself.")
        return [self._moment(moment, starts) for moment in found]

    def _moment(self, moment: date, starts: time) -> datetime:
        """Give a moment as the room's clock says it; a day has the time at which it starts."""
        if not isinstance(moment, datetime):
            return datetime.combine(moment, starts)
        return moment.astimezone(self.plan.facts.zone).replace(tzinfo=None) if moment.tzinfo else moment


def uid_of(event: Event) -> str:
    """Give by which an event is known; raises `RefusedError` when it has nothing that can be kept."""
    uid = tidy(str(event.get("UID", "")))
    if not uid or len(uid) > LONGEST_LINE or not uid.isprintable():
        raise RefusedError("This has no mark by which it can be known again.")
    return uid


def name_of(event: Event) -> str:
    """Give how an event is called, as far as a line holds it."""
    return tidy(" ".join(str(event.get("SUMMARY", "")).split()))


def _number(event: Event) -> int:
    given: Any = event.get("SEQUENCE", 0)
    return given if isinstance(given, int) and 0 <= given < 2**31 else 0


def _text(event: Event, name: str, most: int) -> str:
    given = event.get(name, "")
    lines = given if isinstance(given, list) else [given]
    text = tidy("\n".join(str(line) for line in lines))
    if len(text) > most or "\0" in text:
        raise RefusedError("A text of this is too long. Use at most {most} letters.", most=most)
    return text


def _categories(event: Event) -> Iterable[str]:
    given = event.get("CATEGORIES", [])
    for one in given if isinstance(given, list) else [given]:
        yield from (str(name) for name in getattr(one, "cats", []))
