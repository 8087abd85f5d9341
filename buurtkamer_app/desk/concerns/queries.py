"""All SQL of concerns and incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.concerns.records import Concern, ConcernLine, Incident, IncidentLine, MyConcern, Reading
from buurtkamer_app.storage.tables.concerns import ConcernReadingRow, ConcernRow, IncidentRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session


def count(session: Session, first: date, last: date) -> int:
    """Give how many concerns were written in a period."""
    return session.scalar(select(func.count(ConcernRow.id)).where(ConcernRow.on_date.between(first, last))) or 0


def mine(session: Session, host: UUID, zone: ZoneInfo) -> list[MyConcern]:
    """Give when a host wrote concerns, when they were seen and closed, the latest first."""
    rows = session.execute(
        select(ConcernRow.on_date, ConcernRow.seen_at, ConcernRow.closed_at)
        .where(ConcernRow.written_by == host, ConcernRow.text != "")
        .order_by(ConcernRow.at.desc(), ConcernRow.id.desc())
    )

    def day(moment: datetime | None) -> date | None:
        return local(moment, zone).date() if moment else None

    return [MyConcern(row.on_date, day(row.seen_at), day(row.closed_at)) for row in rows]


def to_review(session: Session, today: date) -> int:
    """Give how many open concerns nobody read yet, or are to be looked at again by today."""
    waits = or_(ConcernRow.seen_at.is_(None), ConcernRow.review_on <= today)
    return session.scalar(select(func.count(ConcernRow.id)).where(ConcernRow.closed_at.is_(None), waits)) or 0


def lines(session: Session, *, include_closed: bool) -> list[ConcernLine]:
    """Give the concerns without their texts: open ones first, urgent ones before others, the latest first.

    Not those that were kept long enough: of them only the number stays.
    """
    writer, recipient = aliased(HostRow), aliased(HostRow)
    query = (
        select(
            ConcernRow.id,
            ConcernRow.on_date,
            ConcernRow.at,
            ConcernRow.urgent,
            func.coalesce(writer.name, ""),
            func.coalesce(recipient.name, ""),
            ConcernRow.review_on,
            ConcernRow.seen_at,
            ConcernRow.closed_at,
        )
        .outerjoin(writer, writer.id == ConcernRow.written_by)
        .outerjoin(recipient, recipient.id == ConcernRow.recipient)
        .where(ConcernRow.text != "")
        .order_by(ConcernRow.closed_at.is_not(None), ConcernRow.urgent.desc(), ConcernRow.at.desc(), ConcernRow.id)
    )
    if not include_closed:
        query = query.where(ConcernRow.closed_at.is_(None))
    return [ConcernLine(*row) for row in session.execute(query)]


def row(session: Session, key: UUID) -> ConcernRow | None:
    """Give the row of a concern."""
    return session.get(ConcernRow, key)


def name(session: Session, host: UUID | None) -> str:
    """Give the name of a host, empty for nobody."""
    found = session.get(HostRow, host) if host else None
    return found.name if found else ""


def role(session: Session, host: UUID) -> Role:
    """Give the role of a host; who is not on record has none."""
    found = session.get(HostRow, host)
    return Role(found.role) if found else Role.NOBODY


def opened(session: Session, found: ConcernRow) -> Concern:
    """Give a concern with its text."""
    by, recipient = name(session, found.written_by), name(session, found.recipient)
    line = ConcernLine(
        found.id,
        found.on_date,
        found.at,
        found.urgent,
        by,
        recipient,
        found.review_on,
        found.seen_at,
        found.closed_at,
    )
    return Concern(line, found.text, found.weighed)


def readings(session: Session, concern: UUID) -> list[Reading]:
    """Give who read a concern and when, the latest first."""
    rows = session.execute(
        select(func.coalesce(HostRow.name, ""), ConcernReadingRow.at)
        .outerjoin(HostRow, HostRow.id == ConcernReadingRow.host_id)
        .where(ConcernReadingRow.concern_id == concern)
        .order_by(ConcernReadingRow.at.desc(), ConcernReadingRow.id.desc())
    )
    return [Reading(*found) for found in rows]


def incidents(session: Session, first: date, last: date) -> list[IncidentLine]:
    """Give the incidents of a period without their facts, the latest first."""
    rows = session.scalars(
        select(IncidentRow)
        .where(IncidentRow.on_date.between(first, last), IncidentRow.facts != "")
        .order_by(IncidentRow.on_date.desc(), IncidentRow.happened_at.desc(), IncidentRow.id)
    )
    return [_incident_line(session, found) for found in rows]


def incident(session: Session, key: UUID) -> Incident | None:
    """Give an incident with its facts."""
    found = session.get(IncidentRow, key)
    return Incident(_incident_line(session, found), found.facts, found.called, found.witness) if found else None


def _incident_line(session: Session, found: IncidentRow) -> IncidentLine:
    by = name(session, found.written_by)
    return IncidentLine(found.id, found.kind, found.on_date, found.happened_at, found.at, by)
