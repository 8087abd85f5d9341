"""All SQL of meetings of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.known import Known
from buurtkamer_app.storage.tables.team import TeamActionRow, TeamMeetingRow, TeamPresenceRow
from buurtkamer_app.team.meetings.records import Meeting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def meetings(session: Session) -> list[Known[Meeting]]:
    """Give all meetings, the latest first."""
    there: dict[UUID, set[UUID]] = {}
    for meeting, host in session.execute(select(TeamPresenceRow.meeting_id, TeamPresenceRow.host_id)):
        there.setdefault(meeting, set()).add(host)
    rows = session.scalars(
        select(TeamMeetingRow).order_by(
            TeamMeetingRow.on_date.desc(), TeamMeetingRow.starts.desc(), TeamMeetingRow.id.desc()
        )
    )
    return [
        Known(
            row.id,
            row.version,
            Meeting(row.on_date, row.starts, row.ends, row.agenda, frozenset(there.get(row.id, ()))),
        )
        for row in rows
    ]


def presences(session: Session, meeting: UUID) -> Sequence[TeamPresenceRow]:
    """Give the rows of who was at a meeting."""
    return session.scalars(select(TeamPresenceRow).where(TeamPresenceRow.meeting_id == meeting)).all()


def actions(session: Session, meeting: UUID) -> Sequence[TeamActionRow]:
    """Give the rows of what was agreed at a meeting."""
    return session.scalars(select(TeamActionRow).where(TeamActionRow.meeting_id == meeting)).all()
