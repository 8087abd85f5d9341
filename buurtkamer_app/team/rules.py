"""Hours of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.rota.rules import counted_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.rota.records import Worked


def host_minutes(worked: Iterable[Worked], *, team_only: bool = False) -> int:
    """Add up the minutes that hosts gave; with `team_only` those of team members."""
    return sum(counted_minutes(entry) for entry in worked if entry.team_member or not team_only)
