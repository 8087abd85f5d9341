"""The neighbourhood team: its name, its start and its hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Team:
    """The team; `minutes_before` were given before this store began, targets are in hours a year."""

    name: str
    started_on: date
    minutes_before: int
    target_low: int
    target_high: int
    members_besides_hosts: int
