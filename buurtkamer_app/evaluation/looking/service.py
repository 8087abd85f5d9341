"""Figures over any period, the rows behind each of them, and what people said."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.desk.counts.records import Sums
from buurtkamer_app.desk.counts.service import AT_ONCE
from buurtkamer_app.evaluation.looking import around_queries, behind, held, queries, rules, streets, told
from buurtkamer_app.evaluation.looking.given import Sources, given
from buurtkamer_app.evaluation.looking.records import (
    ActivitiesBack,
    Held,
    HoursBack,
    LookBack,
    VisitsBack,
    WishesBack,
)
from buurtkamer_app.team.hours.records import HoursFrom

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from buurtkamer_app.desk.counts.service import Counts
    from buurtkamer_app.evaluation.looking.around_records import MarketBack, StreetsBack
    from buurtkamer_app.evaluation.looking.given import Given
    from buurtkamer_app.evaluation.looking.held_records import Date
    from buurtkamer_app.evaluation.looking.records import Behind, Rows
    from buurtkamer_app.evaluation.looking.said_records import Stories
    from buurtkamer_app.evaluation.records import Result
    from buurtkamer_app.neighbourhood.scan.records import Averages
    from buurtkamer_app.neighbourhood.scan.service import Scans
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.hours.giving import Giving
    from buurtkamer_app.team.service import Teams
    from buurtkamer_app.wishes.endings.service import Endings
    from buurtkamer_app.wishes.service import Wishes


class Looking:
    """Use cases of looking back; for who is signed in. Each part is there in a moment, over ten years too."""

    def __init__(  # noqa: PLR0913, PLR0917 - figures are over all of it
        self,
        store: Store,
        room: Room,
        wishes: Wishes,
        endings: Endings,
        counts: Counts,
        giving: Giving,
        teams: Teams,
        scans: Scans,
    ) -> None:
        self._store = store
        self._room = room
        self._wishes = wishes
        self._endings = endings
        self._counts = counts
        self._giving = giving
        self._teams = teams
        self._scans = scans

    def began(self) -> date:
        """Give the first day that there is anything of; the day on which the team began, where that was earlier."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            team, known = self._teams.team(), _known_since(session, self._giving, self._room.today())
        return min(known, team.started_on) if team else known

    def looking_back(self, first: date, last: date) -> LookBack:
        """Give all figures of a period, both days included."""
        self._store.allow(Role.HOST)
        with self._store.reading():
            scan, before = self.scan(first, last)
            return LookBack(
                first,
                last,
                self.visits(first, last),
                self.wishes(first, last),
                self.activities(first, last),
                self.hours(first, last),
                self.streets(first, last),
                self.markets(first, last),
                self.results(first, last),
                scan,
                before,
            )

    def visits(self, first: date, last: date) -> VisitsBack:
        """Give the visits of a period and its parts; none of these figures depends on who somebody is."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            _, parts = rules.stretches(first, last)
            bars = tuple(rules.visit_bar(over, self._counts.by_week(over.first, over.last)) for over in parts)
            by_purpose = sum((Counter(bar.by_purpose) for bar in bars), start=Counter())
            sums = sum((bar.sums for bar in bars), start=Sums())
            return VisitsBack(sums, by_purpose, bars, queries.helped(session, first, last))

    def wishes(self, first: date, last: date) -> WishesBack:
        """Give the wishes of a period: new ones, what they came to, and how long the fulfilled ones took."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            new, supports, _, _ = self._wishes.counts(first, last)
            done = [wish for wish in queries.fulfilled(session, self._room.zone) if first <= wish.on <= last]
            days = [(wish.ending, max(0, (wish.on - wish.recorded_on).days)) for wish in done]
            return WishesBack(
                new,
                supports,
                queries.by_status(session, first, last),
                self._endings.counts(first, last),
                rules.took([many for _, many in days]),
                rules.took_by((ending, many) for ending, many in days if ending is not None),
            )

    def activities(self, first: date, last: date) -> ActivitiesBack:
        """Give the dates of activities that were held, and what residents took over."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            themes: dict[Theme, Held] = {}
            dates = self._held(first, last)
            alike = Counter((one.series.theme, one.by_residents, one.series.self_run) for one in dates)
            for (theme, by_residents, self_run), many in alike.items():
                more = Held(many, 0, many * by_residents, many * self_run)
                themes[theme] = themes.get(theme, Held()) + more
            for theme, persons in queries.participations(session, first, last).items():
                themes[theme] = themes.get(theme, Held()) + Held(0, persons)
            every = sum(themes.values(), start=Held())
            different = len({one.series.id for one in dates})
            ordered = {theme: themes[theme] for theme in Theme if theme in themes}
            return ActivitiesBack(every, ordered, different, streets.taken_over(session, self._room.zone, first, last))

    def hours(self, first: date, last: date) -> HoursBack:
        """Give the hours of a period: those of residents counted once whatever they did, those of professionals."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            found = self._given(first, last)
            by_month = queries.professional_hours(session, first, last)
            there = streets.held(session, first, last, self._room.now())
            residents: Counter[date] = Counter()
            by_kind: Counter[HoursFrom] = Counter()
            for (on, kind), many in found.minutes.items():
                residents[on] += many
                by_kind[kind] += many
            professionals = Counter({gathering.on: 0 for gathering in there})
            for gathering in there:
                professionals[gathering.on] += streets.professional_minutes(gathering)
            for month, _, minutes in by_month:
                professionals[month] += minutes
            return HoursBack(
                {kind: by_kind[kind] for kind in HoursFrom if by_kind[kind]},
                found.team,
                found.signed,
                sum(minutes for *_, minutes in by_month),
                sum(map(streets.professional_minutes, there)),
                rules.hours_bars(rules.stretches(first, last)[1], residents, professionals),
                found.givers,
            )

    def streets(self, first: date, last: date) -> StreetsBack:
        """Give the gatherings in streets of a period; the notes on a street stay out of it."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return streets.back(session, first, last, self._room.now())

    def markets(self, first: date, last: date) -> tuple[MarketBack, ...]:
        """Give the markets of a period that have been."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return tuple(around_queries.markets(session, first, min(last, self._room.today())))

    def results(self, first: date, last: date) -> tuple[Result, ...]:
        """Give the visible results of a period, the earliest first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return tuple(around_queries.results(session, first, last))

    def scan(self, first: date, last: date) -> tuple[Averages | None, Averages | None]:
        """Give the last look at the neighbourhood of the years of a period, and the one before that; None: no such."""
        with self._store.reading():
            years = self._scans.years()
            now = next((year for year in years if first.year <= year <= last.year), None)
            before = next((year for year in years if now is not None and year < now), None)
            seen = [self._scans.averages(year) if year is not None else None for year in (now, before)]
            return seen[0], seen[1]

    def stories(self, first: date, last: date) -> Stories:
        """Give what people said in a period."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return told.stories(session, first, min(last, self._room.today()), self._room.now())

    def rows(self, figure: Behind, first: date, last: date, skip: int = 0, most: int = AT_ONCE) -> Rows:
        """Give the rows behind a figure, the latest first; whose hours they are is not among them."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            sources = behind.Sources(
                session,
                first,
                last,
                self._room.zone,
                self._room.now(),
                lambda: self._held(first, last),
                lambda: self._given(first, last).minutes,
                lambda: streets.taken_over(session, self._room.zone, first, last),
            )
            return behind.page(behind.rows(figure, sources), skip, most)

    def _held(self, first: date, last: date) -> list[Date]:
        """Give the dates of activities that were held in a period, as far as this store was there to know of it."""
        with self._store.reading() as session:
            first = max(first, _known_since(session, self._giving, self._room.today()))
            return held.held_dates(session, first, last, self._room)

    def _given(self, first: date, last: date) -> Given:
        """Count the minutes that hosts gave in a period, by day and what they come from."""
        # What went on past midnight counts once with what began after that.
        since = date.fromordinal(max(1, first.toordinal() - 1))
        with self._store.reading() as session:
            hosts = queries.hosts(session)
            named = {name: key for key, name, _ in hosts}
            led = held.held_dates(session, max(since, self._giving.began()), last, self._room, hosts_only=True)
            sources = Sources(
                queries.signed_on(session, since, last),
                queries.contributed(session, since, last),
                self._giving.elsewhere(since, last),
                [(named[one.host], one) for one in led if one.host in named],
            )
            team = {key for key, _, member in hosts if member}
            return given(sources, (first, last), team, self._room.zone)


def _known_since(session: Session, giving: Giving, today: date) -> date:
    """Give the first day of which this store knows what happened."""
    return min(queries.first_day(session) or today, giving.began())
