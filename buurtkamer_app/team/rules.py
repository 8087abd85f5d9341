"""What a team is: its name and marks, how many people and years are usual; and the hours of hosts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.rota.rules import counted_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.rota.records import Worked
    from buurtkamer_app.team.records import Team

# Source: the programme Buurtvolk, "a team of 15 to 25 people", "4 to 6 years", "5,000 to 10,000 hours".
FEWEST: Final = 15
MOST: Final = 25
SHORTEST: Final = 4
LONGEST: Final = 6
USUAL_LOW: Final = 5_000
USUAL_HIGH: Final = 10_000
MOST_HOURS: Final = 1_000_000
_MOST_YEARS: Final = 20
_FIRST, _LAST = date(1990, 1, 1), date(2199, 12, 31)
_MOST_UNNAMED: Final = 999


def host_minutes(worked: Iterable[Worked], *, team_only: bool = False) -> int:
    """Add up the minutes that hosts gave; with `team_only` those of team members."""
    return sum(counted_minutes(entry) for entry in worked if entry.team_member or not team_only)


def kept_team(team: Team) -> Team:
    """Give a team as it is kept; raises `RefusedError` without a name, and for marks that cannot be so."""
    name = one_line(team.name)
    if not name:
        raise RefusedError("Give the team a name.")
    if not _FIRST <= team.started_on <= _LAST:
        raise RefusedError("Choose a date between {first} and {last}.", first=_FIRST.year, last=_LAST.year)
    if not 0 <= team.target_low <= team.target_high:
        raise RefusedError("The second mark is at least as high as the first.")
    if team.target_high > MOST_HOURS or not 0 <= team.minutes_before <= MOST_HOURS * 60:
        raise RefusedError("That is more hours than a team can give.")
    if not 1 <= team.years <= _MOST_YEARS:
        raise RefusedError("How many years? Between 1 and {most}.", most=_MOST_YEARS)
    if not 0 <= team.members_besides_hosts <= _MOST_UNNAMED:
        raise RefusedError("How many members? At most {most}.", most=_MOST_UNNAMED)
    return replace(team, name=name)


def usual_size(members: int) -> bool:
    """Tell whether a team is as large as the programme means it; outside that is a warning, never a stop."""
    return FEWEST <= members <= MOST


def usual_length(years: int) -> bool:
    """Tell whether a programme runs as long as is meant; outside that is a warning, never a stop."""
    return SHORTEST <= years <= LONGEST
