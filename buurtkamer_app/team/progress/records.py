"""How a team gets on: a year week by week, and the years beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.team.hours.records import Pace
    from buurtkamer_app.team.records import Team


@dataclass(frozen=True, slots=True)
class TeamYear:
    """A year of the team, the first is 1: its first and last day, and the minutes that were given in it."""

    number: int
    first: date
    last: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A year of the team: `line` is what was given up to and with a day, in minutes, a point for each week.

    `pace` is how far it is, `reached` the days on which the marks were passed (None: not yet). `size` is how many
    people the team has; of those `without_shifts` do none and `unnamed` have no name here.
    """

    team: Team
    years: tuple[TeamYear, ...]
    year: TeamYear
    line: tuple[tuple[date, int], ...]
    pace: Pace
    reached: tuple[date | None, date | None]
    size: int
    without_shifts: int
    unnamed: int
