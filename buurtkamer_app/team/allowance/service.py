"""The expense allowance of hosts: proposed from their hours, weighed against the caps, written down, paid, foreseen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import month_end
from buurtkamer_app.base.terms import AllowanceKind
from buurtkamer_app.storage.tables.team import AllowanceRateRow, AllowanceRow
from buurtkamer_app.team.allowance import foresight, looking, queries, rules
from buurtkamer_app.team.allowance.records import MonthOfAllowance, Outlook
from buurtkamer_app.team.allowance.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.allowance.records import Due, Entry, PayList, Proposal, Rate, Taker, Weighed
    from buurtkamer_app.team.hours.service import Hours


class Allowances:
    """Use cases of the expense allowance, for the coordinator; a host sees what was written down for them."""

    def __init__(self, store: Store, room: Room, hours: Hours) -> None:
        self._store = store
        self._room = room
        self._hours = hours

    def rates(self) -> list[Rate]:
        """Give the amounts of this country by year: those that the room keeps, and those that come with the program."""
        self._store.allow(Role.COORDINATOR)
        country = self._room.facts().country
        with self._store.reading() as session:
            kept = {rate.year: rate for rate in queries.rates(session, country)}
        known = {rate.year: rate for rate in shipped() if rate.country == country} | kept
        return [known[year] for year in sorted(known)]

    def rate(self, year: int) -> Rate | None:
        """Give the amounts of a year, None when nobody filled them in: those of another year are never taken."""
        return next((rate for rate in self.rates() if rate.year == year), None)

    def set_rate(self, rate: Rate) -> Change:
        """Keep the amounts of this country for a year, and when they were checked.

        Raises `RefusedError` for amounts that cannot be, without a source, or for another year than 2000 to 2100.
        """
        kept = rules.checked(replace(rate, country=self._room.facts().country, source=one_line(rate.source)))
        label = Label(mark("The amounts of {year} were kept"), {"year": kept.year})
        with self._store.work(label, Role.COORDINATOR) as unit:
            _keep(unit.session, kept)
        return unit.change

    def month(self, month: date | None = None) -> MonthOfAllowance:
        """Give the month that holds a day (None: this month) for who wants an allowance, or got one in its year."""
        self._store.allow(Role.COORDINATOR)
        first = (month or self._room.today()).replace(day=1)
        country, rate = self._room.facts().country, self.rate(first.year)
        if rate is None:
            return MonthOfAllowance(first, country, None, ())
        with self._store.reading() as session:
            entries = looking.of_year(session, first.year)
            takers = [taker for taker in queries.takers(session) if _takes(taker, first) or taker.id in entries]
            days = self._hours.by_day(first, month_end(first)) if takers else {}
        rows = tuple(
            looking.proposal(taker, first, rate, days.get(taker.id, {}), entries.get(taker.id, ())) for taker in takers
        )
        return MonthOfAllowance(first, country, rate, rows)

    def of(self, host: UUID, year: int) -> list[Entry]:
        """Give what was written down for a host in a year, by month: for the coordinator and the host themselves."""
        self._store.allow(Role.HOST if self._store.actor.host == host else Role.COORDINATOR)
        with self._store.reading() as session:
            rows = queries.entries(session, date(year, 1, 1), date(year, 12, 31))
            return [queries.entry(row) for row in rows if row.host_id == host]

    def write(self, host: UUID, month: date, amount: int, *, warned: bool = False) -> Change:
        """Write down so many minutes (or days) of a month for a host.

        What passes a cap is only written when the coordinator was `warned` of it, and marked. Raises `RefusedError`
        without that, for a month to come, an amount of nothing, and a year without amounts.
        """
        with self._writing(host) as unit:
            asked, rate = self._asked(host, month)
            weighed = rules.weigh(amount, asked.portions, rate.by, asked.room) if amount > 0 else None
            if weighed is None or not weighed.cents:
                raise RefusedError("There is nothing to write down for this month.")
            today, weighed = self._room.today(), _weighed(weighed, warned=warned)
            _add(unit, asked, rate, _row(AllowanceKind.EXPENSES, amount, weighed, today))
        return unit.change

    def write_travel(self, host: UUID, month: date, cents: int, note: str, *, warned: bool = False) -> Change:
        """Write down a travel refund; it counts under the caps. Raises as `write`."""
        with self._writing(host) as unit:
            asked, rate = self._asked(host, month)
            if cents <= 0:
                raise RefusedError("Type an amount like 12,50.")
            weighed = _weighed(rules.weigh_travel(cents, asked.room), warned=warned)
            _add(unit, asked, rate, _row(AllowanceKind.TRAVEL, 0, weighed, self._room.today(), one_line(note)))
        return unit.change

    def take_back(self, entry: UUID) -> Change:
        """Take away what was written down; raises `RefusedError` when it is gone or was paid."""
        with self._store.work(Label(mark("An expense allowance was taken away")), Role.COORDINATOR) as unit:
            row = unit.session.get(AllowanceRow, entry)
            if row is None:
                raise RefusedError("This allowance is gone already.")
            if row.paid_on is not None:
                raise RefusedError("This was paid already, so it stays.")
            unit.session.delete(row)
        return unit.change

    def pay_list(self, month: date) -> PayList:
        """Give the payable list of the month that holds a day; raises `RefusedError` for a year without amounts."""
        first = month.replace(day=1)
        rate = _filled_in(self.rate(first.year), first.year)
        with self._store.reading() as session:
            names = {taker.id: taker.name for taker in queries.takers(session)}
            entries = [queries.entry(row) for row in queries.entries(session, first, first)]
        return looking.pay_list(first, rate.by, names, entries)

    def pay(self, month: date, on: date | None = None) -> Change:
        """Mark all that was written down for a month and not paid as paid on a day (None: today), in one step.

        Raises `RefusedError` when nothing is left to pay, or for a day that has still to come.
        """
        first, day = month.replace(day=1), on or self._room.today()
        if day > self._room.today():
            raise RefusedError("This day has still to come. Choose an earlier one.")
        label = Label(mark("The expense allowances of a month were paid"))
        with self._store.work(label, Role.COORDINATOR) as unit:
            rows = [row for row in queries.entries(unit.session, first, first) if row.paid_on is None]
            if not rows:
                raise RefusedError("Nothing is left to pay for this month.")
            for row in rows:
                row.paid_on = day
        return unit.change

    def outlook(self) -> Outlook | None:
        """Give what this year comes to for each who takes an allowance; None while its amounts are not filled in."""
        today = self._room.today()
        rate = self.rate(today.year)
        if rate is None:
            return None
        begin = date(today.year, 1, 1)
        since = max(begin, self._hours.began())
        with self._store.reading() as session:
            entries = looking.of_year(session, today.year)
            takers = [taker for taker in queries.takers(session) if _takes(taker, begin) or taker.id in entries]
            days = self._hours.by_day(begin, today) if takers else {}
            pace = self._hours.pace()
        early = foresight.too_early(since, today)
        rows = (
            ()
            if early
            else tuple(
                foresight.foresee(taker, rate, days.get(taker.id, {}), entries.get(taker.id, ()), (since, today))
                for taker in takers
            )
        )
        return Outlook(rate, rows, early, foresight.covered(rate), *((pace.high // 60, pace.members) if pace else ()))

    def due(self, host: UUID, until: date) -> Due:
        """Give what a host still gets when they stop: `due(host, until).cents`, and its `lines` by month.

        What is written down and not paid, and what their hours up to that day come to beside it, as far as the caps
        leave room; nothing is written. `missing` names years without amounts. Raises `RefusedError` when there is no
        such host. For the coordinator.
        """
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            taker = _taker(session, host)
            first = date(until.year - 1, 1, 1)
            rows = [queries.entry(row) for row in queries.entries(session, first, until) if row.host_id == host]
            unpaid = [queries.entry(row) for row in queries.unpaid(session, host)]
            days = self._hours.by_day(first, until).get(host, {})
        return looking.due(taker, until, (rows, unpaid), days, self.rate)

    def _asked(self, host: UUID, month: date) -> tuple[Proposal, Rate]:
        first = month.replace(day=1)
        if first > self._room.today():
            raise RefusedError("This month has still to come. Choose an earlier one.")
        rate = _filled_in(self.rate(first.year), first.year)
        with self._store.reading() as session:
            taker = _taker(session, host)
            entries = looking.of_year(session, first.year).get(host, [])
            days = self._hours.by_day(first, month_end(first)).get(host, {})
        if not taker.wants and not entries:
            raise RefusedError("{name} does not want an allowance.", name=taker.name)
        return looking.proposal(taker, first, rate, days, entries), rate

    @contextmanager
    def _writing(self, host: UUID) -> Iterator[Unit]:
        """Open a unit of work for an allowance of a host; another desk waits, so that both are weighed."""
        label = Label(mark("An expense allowance of {name} was written down"), {"name": ""})
        with self._store.work(label, Role.COORDINATOR) as unit:
            queries.hold(unit.session, host)
            yield unit


def _add(unit: Unit, asked: Proposal, rate: Rate, row: AllowanceRow) -> None:
    """Write down an allowance for the host and month that were asked, and keep the amounts that it goes by."""
    unit.label.values["name"] = asked.taker.name
    if queries.rate_row(unit.session, rate.country, rate.year) is None:
        _keep(unit.session, rate)
    row.host_id, row.month = asked.taker.id, asked.month
    unit.session.add(row)


def _row(kind: AllowanceKind, amount: int, weighed: Weighed, on: date, note: str = "") -> AllowanceRow:
    return AllowanceRow(
        on_date=on, kind=kind, amount=amount, cents=weighed.cents, note=note, above_cap=weighed.passes, paid_on=None
    )


def _takes(taker: Taker, month: date) -> bool:
    """Tell whether somebody is asked for a month: who left before it is not."""
    return taker.wants and (taker.left_on is None or taker.left_on >= month)


def _taker(session: Session, host: UUID) -> Taker:
    found = next((taker for taker in queries.takers(session) if taker.id == host), None)
    if found is None:
        raise RefusedError("This host is not on record any more.")
    return found


def _weighed(weighed: Weighed, *, warned: bool) -> Weighed:
    """Let an amount through that fits, or that passes a cap of which the coordinator was warned."""
    if weighed.cents > rules.MOST_CENTS:
        raise RefusedError("This amount is too large. Look at it again.")
    if weighed.passes and not warned:
        raise RefusedError("This passes a cap. Look at the warning, then choose.")
    return weighed


def _keep(session: Session, rate: Rate) -> None:
    row = queries.rate_row(session, rate.country, rate.year)
    if row is None:
        session.add(AllowanceRateRow(**asdict(rate)))
        return
    for field, value in asdict(rate).items():
        setattr(row, field, value)


def _filled_in(rate: Rate | None, year: int) -> Rate:
    if rate is None:
        raise RefusedError("The amounts of {year} are not known yet. Fill them in first.", year=year)
    return rate
