"""Figures over all of it, for a period."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms import AgeBand, Ending, Purpose, Theme
    from buurtkamer_app.desk.counts.records import Sums
    from buurtkamer_app.desk.records import VisitFigures


@dataclass(frozen=True, slots=True)
class Figures:
    """What a daybook, a day and a log report; persons, except hours (minutes) and cash (cents, per date).

    `endings` are wishes by what they came to, in the period; what none came to is left out.
    """

    first: date
    last: date
    visits: VisitFigures
    participations: int
    wishes_new: int
    wish_supports: int
    wishes_total: int
    advice_open: int
    concerns: int
    no_shows: int
    host_minutes: int
    team_minutes: int
    cash: dict[date, int]
    endings: Mapping[Ending, int] = field(default_factory=dict)


class Span(enum.StrEnum):
    """How long a period is that one looks at: its bars are the hours of a day, the days of a week, a month's weeks."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a period, both days included; `hour` of the room's clock when it is an hour of one day."""

    first: date
    last: date
    hour: int | None
    sums: Sums


@dataclass(frozen=True, slots=True)
class Glance:
    """What one sees at a glance of a period, both days included: its sums are those of its bars.

    `ongoing` when today is in it, so that a later period has nothing to show yet. `by_age` holds the persons whose age
    was looked at, `endings` the wishes by what they came to.
    """

    span: Span
    first: date
    last: date
    ongoing: bool
    sums: Sums
    bars: tuple[Bar, ...]
    help_asked: int
    wishes_new: int
    wish_supports: int
    by_age: dict[AgeBand, int]
    endings: Mapping[Ending, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WishChoice:
    """The rows behind new wishes, or behind who joined one (`supports`), in a period, both days included."""

    first: date
    last: date
    supports: bool = False


@dataclass(frozen=True, slots=True)
class WishLine:
    """A wish that was written down on a day, or that somebody joined then."""

    on: date
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class WishPage:
    """So many lines at once, the latest first; `after` is how many to leave out for the next (None: none are left)."""

    lines: tuple[WishLine, ...]
    total: int
    after: int | None


@dataclass(frozen=True, slots=True)
class WeekTotal:
    """The visits of an ISO week in persons, whole and by what they were for (what nobody came for is left out)."""

    monday: date
    by_purpose: Mapping[Purpose, int]
    sums: Sums


@dataclass(frozen=True, slots=True)
class YearTotal:
    """The visits of an ISO year in persons, with its weeks in their order."""

    year: int
    by_purpose: Mapping[Purpose, int]
    sums: Sums
    weeks: tuple[WeekTotal, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A visible result with a unit: 40 bags, 12 planters."""

    on_date: date
    what: str
    unit: str
    many: int
    theme: Theme
    agreement_id: UUID | None = None
