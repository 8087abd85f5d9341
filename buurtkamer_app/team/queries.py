"""All SQL of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import TeamRow
from buurtkamer_app.team.records import Team

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def team_row(session: Session) -> TeamRow | None:
    """Give the row of the team, None when the room has none."""
    return session.scalars(select(TeamRow)).first()


def team(session: Session) -> Team | None:
    """Give the team, None when the room has none."""
    row = team_row(session)
    if row is None:
        return None
    return Team(
        row.name,
        row.started_on,
        row.minutes_before,
        row.target_low,
        row.target_high,
        row.members_besides_hosts,
        row.years,
    )


def host_row(session: Session, key: UUID) -> HostRow | None:
    """Give the row of somebody who did not leave."""
    row = session.get(HostRow, key)
    return row if row is not None and row.left_on is None else None
