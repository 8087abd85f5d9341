"""All SQL of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.room import TeamRow
from buurtkamer_app.team.records import Team

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def team(session: Session) -> Team | None:
    """Give the team, None when the room has none."""
    row = session.scalars(select(TeamRow)).first()
    if row is None:
        return None
    return Team(
        row.name, row.started_on, row.minutes_before, row.target_low, row.target_high, row.members_besides_hosts
    )
