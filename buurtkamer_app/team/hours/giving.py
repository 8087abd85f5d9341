"""Everything that hosts give time to, brought together: shifts, activities, meetings, markets, streets, what else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.clock import instant, local
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.team.hours import queries, rules
from buurtkamer_app.team.hours.records import HoursFrom, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store


class Giving:
    """Reads it as spans of time; what counts of them is for the rules. For services: it asks nobody's leave."""

    def __init__(self, store: Store, room: Room, rota: Rota, activities: Activities) -> None:
        self._store = store
        self._room = room
        self._rota = rota
        self._activities = activities

    def spans(self, first: date, last: date) -> list[Span]:
        """Give every span of a period, both days included: what was and not what is planned.

        With those of the day before it: what went on past midnight counts once with what began after that.
        """
        zone = self._room.zone
        first = date.fromordinal(max(1, first.toordinal() - 1))
        spans = [span for entry in self._rota.worked(first, last) if (span := rules.span_of(entry, zone))]
        with self._store.reading() as session:
            for row in queries.contributed(session, first, last):
                starts, ends = (instant(row.on_date, at, zone) for at in (row.starts, row.ends))
                kind = HoursFrom(row.kind.value)
                spans.append(Span(row.host_id, row.on_date, starts, ends, kind, row.what, row.id))
        return [*spans, *self.elsewhere(first, last), *self._led(first, last)]

    def began(self) -> date:
        """Give the day since which this store knows what happens: of its journal, or of what is older and stays."""
        with self._store.reading() as session:
            found, first = queries.began(session), queries.first_day(session)
        written = local(found, self._room.zone).date() if found else self._room.today()
        return min(first or written, written)

    def elsewhere(self, first: date, last: date) -> Iterator[Span]:
        """Give meetings of the team, and what was done for markets and in streets, once it is over."""
        zone, now = self._room.zone, self._store.clock.now()
        with self._store.reading() as session:
            found = queries.there(session, first, last)
        for one in found:
            starts, ends = (instant(one.on, at, zone) for at in (one.starts, one.ends))
            if ends <= now:
                yield Span(one.host, one.on, starts, ends, one.kind, one.what)

    def _led(self, first: date, last: date) -> Iterator[Span]:
        """Give the activities that hosts led, once they are over; from the day on that this store knows."""
        zone, now = self._room.zone, self._store.clock.now()
        first, last = max(first, self.began()), min(last, self._room.today())
        if first > last:
            return
        with self._store.reading() as session:
            named = {member.name: member.id for member in queries.members(session)}
        for held in self._activities.occurrences(first, last):
            series = held.series
            if series.lead_kind is not LeadKind.HOST or not held.goes_on or series.lead not in named:
                continue
            starts, ends = (instant(held.on, at, zone) for at in (series.starts, series.ends))
            if ends <= now:
                yield Span(named[series.lead], held.on, starts, ends, HoursFrom.ACTIVITY, series.name)
