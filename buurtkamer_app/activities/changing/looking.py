"""Looks at what a change to a series would do, before anything is changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.activities import queries
from buurtkamer_app.activities.changing import queries as changing
from buurtkamer_app.activities.changing.drafting import YEAR, Draft, Known, as_placed, draft, only_words
from buurtkamer_app.activities.changing.records import Alter, CallOff, Effect, Extra, Reach
from buurtkamer_app.activities.changing.rules import check_placed
from buurtkamer_app.activities.conflicts import Conflict, Why, use_of
from buurtkamer_app.activities.rules import check_day, check_numbers
from buurtkamer_app.activities.seating import news_of
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import LeadKind, TellReason
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.changing.records import Wanted
    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.activities import SignUpRow


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at: the series as it is, what a change would do, and how (None: no new rule or start)."""

    known: Known
    effect: Effect
    draft: Draft | None = None


class Looking:
    """Finds out what a change touches: dates, people who signed up, hosts, and what stands in its way."""

    def __init__(self, room: Room, activities: Activities) -> None:
        self._room = room
        self._activities = activities

    def known(self, session: Session, key: UUID) -> Known:
        """Give a series with all that is on record of it; raises `RefusedError` when there is none."""
        series = queries.one_series(session, key)
        if series is None:
            raise RefusedError("This activity is not on record any more.")
        today = self._room.today()
        return Known(
            series,
            tuple(changing.changed(session, key)),
            frozenset(changing.off(session, key)),
            frozenset(changing.counted(session, key)),
            frozenset(changing.on_record(session, key, today)),
            today,
        )

    def at(self, session: Session, wanted: Wanted) -> Seen:
        """Look at a change; raises `RefusedError` for what cannot be at all."""
        known = self.known(session, wanted.series)
        if isinstance(wanted, Extra):
            return Seen(known, self._extra(known, wanted))
        if isinstance(wanted, CallOff):
            return Seen(known, self._called_off(session, known, wanted))
        if wanted.placed is not None:
            check_placed(wanted.placed)
            self._activities.in_use.named(wanted.placed.space)
        if wanted.details is not None:
            told = wanted.details
            check_numbers(told.capacity, told.minimum, told.price_cents, told.reduced_cents)
        if wanted.reach is Reach.ONE:
            return Seen(known, self._one(session, known, wanted))
        if only_words(known, wanted):
            coming = _coming(known, known.today)
            return Seen(known, self._effect(session, known, coming, {}, ()))
        drafted = draft(known, wanted)
        return Seen(known, self._whole(session, known, drafted), drafted)

    def _one(self, session: Session, known: Known, wanted: Alter) -> Effect:
        entry, to = known.on(wanted.on), wanted.to or wanted.on
        check_day(to)
        there = as_placed(entry.series, wanted.placed)
        if to == entry.on and there == entry.series:
            return Effect()
        if entry.on < known.today or entry.on in known.counted:
            raise RefusedError("This date has been, so it stays as it was.")
        if to < known.today:
            raise RefusedError("That day has been. Choose a day to come.")
        if entry.on in known.off:
            raise RefusedError("This activity does not go on that day.")
        conflicts = self._activities.conflicts(there, [to])
        if to != entry.on and known.occurrences(to, to):
            conflicts.insert(0, _own(there, to))
        news = {} if _same_time(entry, there, to) else {entry.on: to}
        return self._effect(session, known, [entry], news, conflicts)

    def _extra(self, known: Known, wanted: Extra) -> Effect:
        if wanted.placed is not None:
            check_placed(wanted.placed)
        check_day(wanted.on)
        if wanted.on < known.today:
            raise RefusedError("That day has been. Choose a day to come.")
        there = as_placed(known.series, wanted.placed)
        conflicts = self._activities.conflicts(there, [wanted.on])
        if known.occurrences(wanted.on, wanted.on):
            conflicts.insert(0, _own(there, wanted.on))
        return Effect((wanted.on,), conflicts=tuple(conflicts))

    def _called_off(self, session: Session, known: Known, wanted: CallOff) -> Effect:
        if wanted.reach is Reach.ONE:
            coming = [known.on(wanted.on)]
            if wanted.on in known.off:
                return Effect()
        else:
            since = known.today if wanted.reach is Reach.ALL else max(known.today, wanted.on)
            coming = _coming(known, since)
            if not coming:
                raise RefusedError("This series is over. Nothing of it is to come.")
        news: dict[date, date | None] = {entry.on: None for entry in coming if entry.on not in known.off}
        return self._effect(session, known, coming, news, ())

    def _whole(self, session: Session, known: Known, drafted: Draft) -> Effect:
        apart = {one.on for one in known.changed if one is not drafted.moved}
        by_rule = {one.rule_date for one in known.changed if one is not drafted.moved}
        coming = [entry for entry in _coming(known, drafted.since) if known.rule_date(entry.on) in {*drafted.old, None}]
        news: dict[date, date | None] = {}
        for entry in coming:
            rule_date = known.rule_date(entry.on)
            if entry.on in apart or rule_date is None or entry.on in known.off:
                continue
            to = drafted.pairs.get(rule_date)
            if to is None or not _same_time(entry, drafted.new, to):
                news[entry.on] = to
        conflicts = self._in_the_way(known, drafted, apart, by_rule)
        if drafted.new.capacity != known.series.capacity:
            conflicts += _seated(changing.parties(session, known.series.id, drafted.since), drafted.new)
        return self._effect(session, known, coming, news, conflicts, endless=drafted.new.last_date is None)

    def _in_the_way(
        self, known: Known, drafted: Draft, apart: Collection[date], by_rule: Collection[date | None]
    ) -> list[Conflict]:
        """Give what stands in the way of the dates of a new rule; where nothing moves, nothing is asked."""
        kept = {drafted.pairs[one] for one in drafted.old if one in by_rule and one in drafted.pairs}
        off = {drafted.pairs[one] for one in known.off if one in drafted.pairs}
        dates = [on for on in drafted.dates if on not in kept and on <= drafted.since + YEAR]
        own = [_own(drafted.new, on) for on in dates if on in apart]
        if use_of(drafted.new) == use_of(known.series) and set(dates) <= set(drafted.old):
            return own
        found = self._activities.conflicts(drafted.new, [on for on in dates if on not in off])
        # A series leaves out the days on which the room is closed.
        return own + [one for one in found if one.why is not Why.CLOSED or not drafted.new.rrule]

    def _effect(  # noqa: PLR0913 - all that an effect is made of
        self,
        session: Session,
        known: Known,
        coming: Sequence[Occurrence],
        news: Mapping[date, date | None],
        conflicts: Iterable[Conflict],
        *,
        endless: bool = False,
    ) -> Effect:
        days = {entry.on for entry in coming}
        parties = [row for row in changing.parties(session, known.series.id, known.today) if row.on_date in days]
        told = [_news(row, news[row.on_date]) for row in parties if row.on_date in news]
        return Effect(
            tuple(sorted(days)),
            sum(row.persons for row in parties),
            len(self._hosts(session, coming)),
            tuple(conflicts),
            tuple(told),
            endless or (known.series.last_date is None and len(days) > 1),
        )

    @staticmethod
    def _hosts(session: Session, coming: Sequence[Occurrence]) -> set[UUID]:
        """Give the hosts that dates touch: who leads, and who is on duty while the hosts do."""
        found: set[UUID] = set()
        for name in {entry.series.lead for entry in coming if entry.series.lead_kind is LeadKind.HOST}:
            if (host := changing.host_named(session, name)) is not None:
                found.add(host)
        by_hosts = {entry.on: entry.series for entry in coming if entry.series.lead_kind is LeadKind.HOSTS}
        for day, starts, ends, host in changing.on_duty(session, by_hosts) if by_hosts else ():
            if starts < by_hosts[day].ends and by_hosts[day].starts < ends:
                found.add(host)
        return found


def _coming(known: Known, since: date) -> list[Occurrence]:
    """Give the dates from a day on that were not held yet, a year far."""
    found = known.occurrences(since, max(since, known.series.first_date) + YEAR)
    return [entry for entry in found if entry.on not in known.counted]


def _same_time(entry: Occurrence, there: Series, to: date) -> bool:
    """Tell whether who comes need not be told: the day and the times stay."""
    return (entry.on, entry.series.starts, entry.series.ends) == (to, there.starts, there.ends)


def _own(series: Series, on: date) -> Conflict:
    return Conflict(
        Why.OWN, on, mark("{name} is on that day already. Choose another day."), {"name": series.name}, series.id
    )


def _seated(parties: Iterable[SignUpRow], new: Series) -> list[Conflict]:
    """Give the dates on which more people have a place than there would be."""
    if new.capacity is None:
        return []
    seats: Counter[date] = Counter()
    for row in parties:
        seats[row.on_date] += 0 if row.waiting else row.persons
    message = mark("{persons} have a place already. Fewer is not possible.")
    return [
        Conflict(Why.SEATED, on, message, {"persons": persons}, new.id)
        for on, persons in sorted(seats.items())
        if persons > new.capacity
    ]


def _news(row: SignUpRow, to: date | None) -> NewTelling:
    if to is None:
        return news_of(row, TellReason.CANCELLED)
    return NewTelling(
        TellReason.MOVED, row.name, row.phone, row.persons, series=row.series_id, on=row.on_date, moved_to=to
    )
