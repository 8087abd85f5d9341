"""Hours of hosts: from shifts, activities led, meetings, training and what else; their sums and the team's pace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import desk_days, instant, local
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import month_end
from buurtkamer_app.rota.rules import counted_minutes
from buurtkamer_app.storage.tables.team import ContributedRow
from buurtkamer_app.team.hours import queries, rules
from buurtkamer_app.team.hours.records import Everyone, Line, Pace, Sheet

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.hours.giving import Giving
    from buurtkamer_app.team.hours.records import Member, NewHours, Periods, Span
    from buurtkamer_app.team.service import Teams


class Hours:
    """Use cases of hours; a host sees and writes down their own, the coordinator everybody's."""

    def __init__(self, store: Store, room: Room, rota: Rota, giving: Giving, teams: Teams) -> None:
        self._store = store
        self._room = room
        self._rota = rota
        self._giving = giving
        self._teams = teams

    def sheet(self, host: UUID, month: date | None = None) -> Sheet:
        """Give the hours of a host in the month that holds a day (None: this month); their own, or the coordinator's.

        Raises `NotAllowedError`, `RefusedError` when there is no such host.
        """
        self._store.allow(self._of_whom(host))
        with self._store.reading() as session:
            over = self._periods(month)
            who = self._member(host)
            first, last = self._whole(over)
            spans = [span for span in self._giving.spans(first, last) if span.host == host]
            days = rules.by_day(spans, first).get(host, {})
            open_ones = tuple(
                entry for entry in queries.unended(session, self._before(), self._room.zone) if entry.host == host
            )
        months = [date(over.month.year, number, 1) for number in range(1, 13)]
        by_month = tuple((each, rules.between(days, each, month_end(each))) for each in months)
        lines = tuple(
            _line(span, minutes, self._room.zone)
            for span, minutes in rules.counted(spans)
            if span.on.replace(day=1) == over.month
        )
        return Sheet(who, over, lines, by_month, rules.sums(days, over), open_ones)

    def everyone(self, month: date | None = None) -> Everyone:
        """Give the sums of all hosts (who left only where they have hours), for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            over = self._periods(month)
            first, last = self._whole(over)
            days = rules.by_day(self._giving.spans(first, last), first)
            rows = tuple(
                (member, rules.sums(days.get(member.id, {}), over))
                for member in queries.members(session)
                if member.id in days or not member.left
            )
            return Everyone(
                over,
                rows,
                rules.total(each for _, each in rows),
                tuple(queries.unended(session, self._before(), self._room.zone)),
            )

    def pace(self) -> Pace | None:
        """Tell how far the team is in its year, of its members only; None without a team. For who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            team = self._teams.team()
            if team is None:
                return None
            today = self._room.today()
            first, last = rules.team_year(team.started_on, today)
            members = [member for member in queries.members(session) if member.team_member]
            days = rules.by_day(self._giving.spans(first, min(last, today)), first)
            minutes = sum(rules.between(days.get(member.id, {}), first, last) for member in members)
            if rules.before_counts(team.started_on, self.began(), first, last):
                minutes += team.minutes_before
            return rules.pace(team, today, minutes, sum(not member.left for member in members))

    def by_day(self, first: date, last: date) -> dict[UUID, dict[date, int]]:
        """Give the minutes that count of each host by day, for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading():
            return rules.by_day(self._giving.spans(first, last), first)

    def began(self) -> date:
        """Give the day since which this store knows what happens."""
        return self._giving.began()

    def write(self, new: NewHours) -> Change:
        """Write down hours besides shifts and activities, for each of the hosts.

        Raises `RefusedError` when nobody was ticked, the end is not after the start, the day has still to come, the
        team of a member had not begun, or the words are too long; `NotAllowedError` when a host writes down those of
        others.
        """
        self._store.allow(self._of_whom(*new.hosts))
        if not new.hosts:
            raise RefusedError("Tick who was there.")
        if new.starts >= new.ends:
            raise RefusedError("The end must be later than the start.")
        if new.on > self._room.today():
            raise RefusedError("This day has still to come. Write down hours afterwards.")
        what = one_line(new.what)
        members = [self._member(host) for host in new.hosts]
        if any(member.team_member for member in members):
            rules.check_begun(self._teams.team(), new.on)
        names = [member.name for member in members]
        label = Label(mark("Hours of {count} people were written down"), {"count": len(names)})
        if len(names) == 1:
            label = Label(mark("Hours of {name} were written down"), {"name": names[0]})
        with self._store.work(label, self._of_whom(*new.hosts)) as unit:
            for host in new.hosts:
                unit.session.add(
                    ContributedRow(
                        host_id=host, on_date=new.on, starts=new.starts, ends=new.ends, kind=new.kind, what=what
                    )
                )
        return unit.change

    def take_away(self, key: UUID) -> Change:
        """Take away hours that were written down by hand; raises as `write`, and when they are gone already."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            known = session.get(ContributedRow, key)
            if known is None:
                raise RefusedError("These hours are gone already.")
            needs = self._of_whom(known.host_id)
        with self._store.work(Label(mark("Hours were taken away")), needs) as unit:
            row = unit.session.get(ContributedRow, key)
            if row is None:
                raise RefusedError("These hours are gone already.")
            unit.session.delete(row)
        return unit.change

    def end(self, sign_on: UUID, at: time) -> Change:
        """Set when a host stopped who never signed off: a time of that day, or of the night after it.

        For the coordinator. Raises `RefusedError` when they signed off already or the time is not between the start
        and now.
        """
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            known = queries.sign_on(session, sign_on)
            name = self._member(known.host_id).name if known else ""
        with self._store.work(Label(mark("The end of {name} was set"), {"name": name}), Role.COORDINATOR) as unit:
            row = queries.sign_on(unit.session, sign_on)
            if row is None or row.off_at is not None:
                raise RefusedError("This sign-on has an end already.")
            off = instant(row.on_date, at, self._room.zone)
            # Before the hour at which no desk is open any more the night after is meant.
            if off < rules.whole(row.on_at) and len(desk_days(local(off, self._room.zone))) > 1:
                off = instant(row.on_date + timedelta(days=1), at, self._room.zone)
            if off < rules.whole(row.on_at) or off > unit.now:
                since = local(row.on_at, self._room.zone)
                raise RefusedError("The end lies after {since}, and not after now.", since=f"{since:%H.%M}")
            row.off_at = max(off, row.on_at)
            unit.session.flush()
            worked = self._rota.worked(row.on_date, row.on_date)
            unit.counts = any(
                entry.host == row.host_id and entry.on == row.on_at and counted_minutes(entry) > 0 for entry in worked
            )
        return unit.change

    def _periods(self, month: date | None) -> Periods:
        today, team = self._room.today(), self._teams.team()
        return rules.periods(month or today, today, team.started_on if team else None)

    def _whole(self, over: Periods) -> tuple[date, date]:
        """Give the first and last day of all that is added up."""
        year = over.month.year
        first, last = date(year, 1, 1), date(year, 12, 31)
        return min(first, over.team_first or first), max(last, over.team_last or last)

    def _before(self) -> date:
        """Give the first day of which a host may still be on: what began earlier was forgotten."""
        return min(desk_days(self._room.now()))

    def _member(self, host: UUID) -> Member:
        with self._store.reading() as session:
            found = next((member for member in queries.members(session) if member.id == host), None)
        if found is None:
            raise RefusedError("This host is not on record any more.")
        return found

    def _of_whom(self, *hosts: UUID) -> Role:
        """Give who may see and write down the hours of these hosts, and take that back: one's own, or any."""
        own = {self._store.actor.host}.issuperset(hosts)
        return Role.HOST if own else Role.COORDINATOR


def _line(span: Span, minutes: int, zone: ZoneInfo) -> Line:
    """Give a span with the times of the room's clock."""
    starts, ends = (local(moment, zone).time() for moment in (span.starts, span.ends))
    return Line(span.on, starts, ends, span.kind, span.what, minutes, span.key)
