"""What a look back over a period holds: all figures of it, in persons, minutes and whole numbers."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurtkamer_app.desk.counts.records import Sums
from buurtkamer_app.evaluation.looking.around_records import StreetsBack

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from buurtkamer_app.base.terms import (
        Ending,
        Purpose,
        Theme,
        WishStatus,
    )
    from buurtkamer_app.evaluation.looking.around_records import MarketBack
    from buurtkamer_app.evaluation.records import Result
    from buurtkamer_app.neighbourhood.scan.records import Averages
    from buurtkamer_app.team.hours.records import HoursFrom


class Length(enum.StrEnum):
    """How long a period is that one chooses; `ALL` is from when the room began until today."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


class Step(enum.StrEnum):
    """What one bar of a picture over time stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a period, both days included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class VisitBar:
    """The visits of a part of a period, whole and by what they were for."""

    over: Stretch
    sums: Sums
    by_purpose: Mapping[Purpose, int]


@dataclass(frozen=True, slots=True)
class VisitsBack:
    """The visits of a period, in persons; the children and the new faces are among them. `helped` counts questions."""

    sums: Sums = field(default_factory=Sums)
    by_purpose: Mapping[Purpose, int] = field(default_factory=dict)
    bars: tuple[VisitBar, ...] = ()
    helped: int = 0

    @property
    def named_percent(self) -> int | None:
        """Give how many of a hundred gave a name, rounded; None when nobody came."""
        return round(100 * self.sums.named / self.sums.visits) if self.sums.visits else None


@dataclass(frozen=True, slots=True)
class Took:
    """How long so many wishes took from written down to told, in days: within which a quarter, half, three quarters."""

    wishes: int
    quarter: int
    half: int
    three_quarters: int


@dataclass(frozen=True, slots=True)
class WishesBack:
    """The wishes of a period.

    `by_status` are the new ones by where they stand now; `endings` what wishes came to in it. `fulfilled` are those
    that were done and told in it, or that residents do by themselves since then, all and by what they came to.
    """

    new: int = 0
    supports: int = 0
    by_status: Mapping[WishStatus, int] = field(default_factory=dict)
    endings: Mapping[Ending, int] = field(default_factory=dict)
    fulfilled: Took | None = None
    fulfilled_by: Mapping[Ending, Took] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """Give how many were fulfilled."""
        return self.fulfilled.wishes if self.fulfilled else 0


@dataclass(frozen=True, slots=True)
class Held:
    """So many dates of activities: how many took part, how many of the dates residents led, or run by themselves."""

    dates: int = 0
    participations: int = 0
    by_residents: int = 0
    self_run: int = 0

    def __add__(self, other: Held) -> Held:
        return Held(
            self.dates + other.dates,
            self.participations + other.participations,
            self.by_residents + other.by_residents,
            self.self_run + other.self_run,
        )


@dataclass(frozen=True, slots=True)
class BecameSelfRun:
    """An activity or a street (`street`) that residents do by themselves since a day."""

    on: date
    name: str
    street: bool = False


@dataclass(frozen=True, slots=True)
class ActivitiesBack:
    """The activities of a period that were held: all dates together and by theme, and how many different ones.

    What residents run by themselves (`self_run`) is among what they led.
    """

    held: Held = field(default_factory=Held)
    by_theme: Mapping[Theme, Held] = field(default_factory=dict)
    different: int = 0
    became_self_run: tuple[BecameSelfRun, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursBar:
    """The minutes of residents and of professionals in a part of a period."""

    over: Stretch
    residents: int
    professionals: int


@dataclass(frozen=True, slots=True)
class HoursBack:
    """The minutes of a period.

    `by_kind` are those of residents (hosts and the team), counted once whatever they did at the same time, and `team`
    those of them that members of the team gave. `host_minutes` are sign-ons alone, as the daybook and the log count
    them. `professional` is what was written down by the month, `on_streets` what professionals gave there.
    `givers` is how many hosts and members of the team gave any.
    """

    by_kind: Mapping[HoursFrom, int] = field(default_factory=dict)
    team: int = 0
    host_minutes: int = 0
    professional: int = 0
    on_streets: int = 0
    bars: tuple[HoursBar, ...] = ()
    givers: int = 0

    @property
    def residents(self) -> int:
        """Give all minutes of residents."""
        return sum(self.by_kind.values())

    @property
    def professionals(self) -> int:
        """Give all minutes of professionals."""
        return self.professional + self.on_streets


@dataclass(frozen=True, slots=True)
class LookBack:
    """All figures of a period, both days included."""

    first: date
    last: date
    visits: VisitsBack = field(default_factory=VisitsBack)
    wishes: WishesBack = field(default_factory=WishesBack)
    activities: ActivitiesBack = field(default_factory=ActivitiesBack)
    hours: HoursBack = field(default_factory=HoursBack)
    streets: StreetsBack = field(default_factory=StreetsBack)
    markets: tuple[MarketBack, ...] = ()
    results: tuple[Result, ...] = ()
    scan: Averages | None = None
    scan_before: Averages | None = None

    @property
    def resident_minutes(self) -> int:
        """Give all minutes that residents gave."""
        return self.hours.residents

    @property
    def professional_minutes(self) -> int:
        """Give all minutes that professionals gave."""
        return self.hours.professionals

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to look back on."""
        return not any(
            (
                self.visits.sums.visits,
                self.visits.helped,
                self.wishes.new,
                self.wishes.supports,
                self.wishes.endings,
                self.wishes.fulfilled,
                self.activities.held.dates,
                self.resident_minutes,
                self.professional_minutes,
                self.streets.gatherings,
                self.markets,
                self.results,
                self.scan,
            )
        )


class Behind(enum.StrEnum):
    """A figure that can be opened to its rows."""

    VISITS = "visits"
    FIRST_TIME = "first_time"
    CHILDREN = "children"
    HELPED = "helped"
    WISHES_NEW = "wishes_new"
    SUPPORTS = "supports"
    FULFILLED = "fulfilled"
    ENDINGS = "endings"
    ACTIVITIES = "activities"
    BY_RESIDENTS = "by_residents"
    PARTICIPATIONS = "participations"
    HOURS = "hours"
    PROFESSIONAL = "professional"
    STREETS = "streets"
    MARKETS = "markets"
    RESULTS = "results"
    SELF_RUN = "self_run"


@dataclass(frozen=True, slots=True)
class Row:
    """A row behind a figure: the day (or first day of a month), what it was, and how many it adds.

    `kind` is what it came to or comes from, its theme, or who led it; `days` how long a wish took.
    """

    on: date
    what: str
    many: int
    kind: enum.StrEnum | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """So many rows at once, the latest first; `total` is the figure itself.

    `after` is how many to leave out for the next (None: none are left).
    """

    rows: tuple[Row, ...]
    total: int
    after: int | None
