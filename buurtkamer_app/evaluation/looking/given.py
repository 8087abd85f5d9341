"""The minutes that hosts gave, as `Hours` counts them, but ten years in a moment: plain numbers instead of records.

What counts is the same: of a sign-on from the later start to the earlier end, and what overlaps for one host once.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

import msgspec

from buurtkamer_app.base.clock import instant
from buurtkamer_app.team.hours.records import HoursFrom

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from zoneinfo import ZoneInfo

    from buurtkamer_app.base.terms import HoursKind
    from buurtkamer_app.evaluation.looking.held_records import Date
    from buurtkamer_app.team.hours.records import Span

_MINUTE: Final = timedelta(minutes=1)
_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - UTC, as all here
_FIRST_DAY: Final = _EPOCH.toordinal()
_ORDER: Final = {kind: place for place, kind in enumerate(HoursFrom)}
_KINDS: Final = tuple(HoursFrom)
_SHIFT: Final = _ORDER[HoursFrom.SHIFT]
_ACTIVITY: Final = _ORDER[HoursFrom.ACTIVITY]


# Of a sign-on its host, on and off, and the day and times of the shift that it was for.
_SIGNED: Final = msgspec.json.Decoder(list[tuple[str, datetime, datetime, date | None, time | None, time | None]])
# The minutes since 1970 at which it begins and ends, with the place of its kind and the day: as pieces are sorted.
_Piece = tuple[int, int, int, int]


class Given(NamedTuple):
    """All minutes that were given by day and what they come from, those of the team, and those of sign-ons alone.

    `givers` is how many people gave them.
    """

    minutes: dict[tuple[date, HoursFrom], int]
    team: int
    signed: int
    givers: int = 0


class Sources(NamedTuple):
    """What is counted: sign-ons as `signed_on` gives them, hours written down by hand as host, day, times and kind.

    `elsewhere` are other spans, `led` dates that hosts led with their keys.
    """

    signed: bytes
    by_hand: Iterable[tuple[UUID, date, time, time, HoursKind]]
    elsewhere: Iterable[Span]
    led: Iterable[tuple[UUID, Date]]


def given(sources: Sources, over: tuple[date, date], team: Collection[UUID], zone: ZoneInfo) -> Given:
    """Count the minutes of a period, both days included; what began the day before only covers what came after."""
    first, last = over[0].toordinal(), over[1].toordinal()
    moments = _Moments(zone)
    pieces, signed = _sign_ons(sources.signed, first, moments)
    for host, on, starts_at, ends_at, of in sources.by_hand:
        (_, starts), (_, ends) = moments.at(on, starts_at), moments.at(on, ends_at)
        pieces.setdefault(host, []).append((starts, _ORDER[HoursFrom(of.value)], ends, on.toordinal()))
    for span in sources.elsewhere:
        starts, ends = ((moment.replace(tzinfo=None) - _EPOCH) // _MINUTE for moment in (span.starts, span.ends))
        pieces.setdefault(span.host, []).append((starts, _ORDER[span.kind], ends, span.on.toordinal()))
    for host, one in sources.led:
        (_, starts), (_, ends) = moments.at(one.on, one.starts), moments.at(one.on, one.ends)
        pieces.setdefault(host, []).append((starts, _ACTIVITY, ends, one.on.toordinal()))
    sums: Counter[tuple[int, int]] = Counter()
    of_team, givers = 0, 0
    for host, theirs in pieces.items():
        added = _once(theirs, first, last, sums)
        of_team += added if host in team else 0
        givers += added > 0
    minutes = {(date.fromordinal(on), _KINDS[kind]): many for (on, kind), many in sums.items()}
    return Given(minutes, of_team, signed, givers)


def _once(pieces: list[_Piece], first: int, last: int, sums: Counter[tuple[int, int]]) -> int:
    """Add to the sums what each piece of one host adds to those before it, by day and kind; gives all of it."""
    covered, added = 0, 0
    pieces.sort()
    for starts, kind, ends, on in pieces:
        if ends > covered:
            more = ends - max(starts, covered)
            covered = ends
            if first <= on <= last:
                sums[on, kind] += more
                added += more
    return added


def _sign_ons(signed: bytes, first: int, moments: _Moments) -> tuple[dict[UUID, list[_Piece]], int]:
    """Give what counts of sign-ons by host, and the sum of the minutes of those from a first day on."""
    pieces: dict[str, list[_Piece]] = {}
    total = 0
    # Nothing is asked for twice: a method for each of 30,000 rows would take as long as all the rest.
    known, days = moments.known, moments.days
    for host, on, off, day, starts, ends in _SIGNED.decode(signed):
        # SQLite keeps no zone: all is UTC.
        start = on if on.tzinfo is None else on.replace(tzinfo=None)
        end = off if off.tzinfo is None else off.replace(tzinfo=None)
        begin = (start - _EPOCH) // _MINUTE
        of_day = days.get(begin // 60) or moments.day(start, begin // 60)
        if day is not None:
            if starts is not None:
                planned, minute = known.get((day, starts)) or moments.at(day, starts)
                if planned > start:
                    start, begin = planned, minute
            if ends is not None:
                planned, _ = known.get((day, ends)) or moments.at(day, ends)
                end = min(planned, end)
        minutes = (end - start) // _MINUTE
        if minutes <= 0:
            continue
        piece = (begin, _SHIFT, begin + minutes, of_day)
        if host in pieces:
            pieces[host].append(piece)
        else:
            pieces[host] = [piece]
        if of_day >= first:
            total += minutes
    return {UUID(host): theirs for host, theirs in pieces.items()}, total


class _Moments:
    """Knows when it is what time in the room: on most days the clock is as far ahead of UTC all through."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self.known: dict[tuple[date, time], tuple[datetime, int]] = {}
        # By the hours since 1970: clocks change on the hour in UTC.
        self.days: dict[int, int] = {}
        self._ahead: dict[int, int] = {}

    def at(self, on: date, at: time) -> tuple[datetime, int]:
        """Give a moment of the room's clock in UTC, without its zone, and the minutes since 1970."""
        found = self.known.get((on, at))
        if found is None:
            ahead = self._ahead_on(on.toordinal() - _FIRST_DAY)
            if ahead is None:
                moment = instant(on, at, self._zone).replace(tzinfo=None)
            else:
                moment = datetime.combine(on, at) - timedelta(minutes=ahead)
            found = self.known[on, at] = moment, (moment - _EPOCH) // _MINUTE
        return found

    def day(self, moment: datetime, hour: int) -> int:
        """Give the day of the room, as an ordinal, in which a moment (UTC, without its zone) is."""
        ahead = self._ahead_on(hour // 24)
        if ahead is None:
            found = moment.replace(tzinfo=UTC).astimezone(self._zone).toordinal()
        else:
            found = (moment + timedelta(minutes=ahead)).toordinal()
        self.days[hour] = found
        return found

    def _ahead_on(self, day: int) -> int | None:
        """Give how many minutes the clock is ahead of UTC on a day since 1970 and around it; None when it changes."""
        if day <= 0:
            return None
        there = {self._ahead_at(one) for one in (day - 1, day, day + 1, day + 2)}
        return there.pop() if len(there) == 1 else None

    def _ahead_at(self, day: int) -> int:
        """Give the same at the beginning of a day in UTC."""
        found = self._ahead.get(day)
        if found is None:
            moment = datetime.fromordinal(min(day + _FIRST_DAY, date.max.toordinal() - 1)).replace(tzinfo=UTC)
            ahead = moment.astimezone(self._zone).utcoffset() or timedelta()
            found = self._ahead[day] = ahead // _MINUTE
        return found
