"""Figures over all of it, for a period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.counts.service import AT_ONCE
from buurtkamer_app.evaluation import queries, rules
from buurtkamer_app.evaluation.records import Figures, Glance, Span, WishChoice, WishPage, YearTotal
from buurtkamer_app.team.rules import host_minutes

if TYPE_CHECKING:
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.desk.concerns.service import Concerns
    from buurtkamer_app.desk.counts.records import WeekFigures
    from buurtkamer_app.desk.counts.service import Counts
    from buurtkamer_app.desk.days.service import Days
    from buurtkamer_app.desk.service import Desk
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.service import Teams
    from buurtkamer_app.wishes.endings.service import Endings
    from buurtkamer_app.wishes.service import Wishes


class Evaluation:
    """Use cases of looking back."""

    def __init__(  # noqa: PLR0913, PLR0917 - figures are over all of it
        self,
        store: Store,
        room: Room,
        activities: Activities,
        wishes: Wishes,
        rota: Rota,
        desk: Desk,
        counts: Counts,
        days: Days,
        concerns: Concerns,
        teams: Teams,
        endings: Endings,
    ) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._wishes = wishes
        self._rota = rota
        self._desk = desk
        self._counts = counts
        self._days = days
        self._concerns = concerns
        self._teams = teams
        self._endings = endings

    def figures(self, first: date, last: date) -> Figures:
        """Give the figures of a period, both days included."""
        new, supports, total, advice = self._wishes.counts(first, last)
        worked = self._rota.worked(first, last)
        team = self._teams.team()
        return Figures(
            first,
            last,
            self._desk.figures(first, last),
            self._activities.participations(first, last),
            new,
            supports,
            total,
            advice,
            self._concerns.count(first, last),
            self._rota.no_shows(first, last),
            host_minutes(worked),
            (team.minutes_before if team else 0) + host_minutes(worked, team_only=True),
            {on: cash.closing for on, cash in self._days.cash(first, last).items()},
            self._endings.counts(first, last),
        )

    def glance(self, span: Span, on: date | None = None) -> Glance:
        """Give what one sees at a glance of the day, week or month that a day is in; None is today."""
        today = self._room.today()
        first, last = rules.period(span, on or today)
        if span is Span.DAY:
            bars = rules.hours(first, self._counts.by_hour(first, last))
        else:
            make = rules.days if span is Span.WEEK else rules.weeks
            bars = make(first, last, self._counts.by_day(first, last))
        with self._store.reading() as session:
            wishes, supports = (
                queries.wish_total(session, WishChoice(first, last, supports=joined)) for joined in (False, True)
            )
        sums = rules.total(bar.sums for bar in bars)
        asked = sum(self._desk.help_asked(first, last).values())
        ages = {band: count for band, count in self._desk.by_age(first, last).items() if band is not None}
        endings = self._endings.counts(first, last)
        return Glance(span, first, last, last >= today, sums, bars, asked, wishes, supports, ages, endings)

    def weeks(self, first: date, last: date) -> list[WeekFigures]:
        """Sum the visits of a period, both days included, by ISO week and purpose."""
        return self._counts.by_week(first, last)

    def years(self, most: int = 10) -> list[YearTotal]:
        """Give the visits of this ISO year and those before it by year and week, the latest year first."""
        today = self._room.today()
        year = today.isocalendar().year
        first = date.fromisocalendar(year - most + 1, 1, 1)
        # To the end of the week: nothing is counted beforehand, and whole weeks are there to be read.
        return rules.years(self.weeks(first, today + timedelta(days=6 - today.weekday())))

    def wish_rows(self, choice: WishChoice, skip: int = 0, most: int = AT_ONCE) -> WishPage:
        """Give the wishes behind a figure, the latest first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            found = queries.wish_lines(session, choice, skip, most + 1)
            total = queries.wish_total(session, choice)
        return WishPage(tuple(found[:most]), total, skip + most if len(found) > most else None)
