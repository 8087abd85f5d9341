"""The neighbourhood team: its name, its start, its hours and who is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Team:
    """The team; `minutes_before` were given before this store began, targets are in hours a year.

    `members_besides_hosts` are those who have no name here yet; `years` is how long the programme is meant to run.
    """

    name: str
    started_on: date
    minutes_before: int
    target_low: int
    target_high: int
    members_besides_hosts: int
    years: int = 5


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody in the team; `most_a_week` is the most shifts in a week, 0 for who does none."""

    id: UUID
    name: str
    most_a_week: int
    coordinates: bool = False


@dataclass(frozen=True, slots=True)
class Members:
    """Who is in the team, the hosts who are not, and how many have no name here yet."""

    named: tuple[TeamMember, ...]
    others: tuple[TeamMember, ...]
    unnamed: int

    @property
    def count(self) -> int:
        """Give how many people the team has."""
        return len(self.named) + self.unnamed
