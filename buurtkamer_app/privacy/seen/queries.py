"""All SQL of who saw what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from buurtkamer_app.privacy.seen.records import Seen
from buurtkamer_app.privacy.seen.rules import KINDS, LABELS, MOST, told, topic
from buurtkamer_app.storage.journal import label_of
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session


def seen(session: Session, first: datetime, until: datetime, host: UUID | None) -> list[Seen]:
    """Give what was done from one moment until another, the latest first, at most `MOST`."""
    ours = select(JournalChangeRow.unit_id).where(JournalChangeRow.kind.in_(KINDS))
    query = (
        select(JournalUnitRow, func.coalesce(HostRow.name, ""))
        .outerjoin(HostRow, HostRow.id == JournalUnitRow.host_id)
        .where(JournalUnitRow.at >= first, JournalUnitRow.at < until)
        .where(or_(JournalUnitRow.id.in_(ours), JournalUnitRow.label.in_(LABELS)))
        .order_by(JournalUnitRow.at.desc(), JournalUnitRow.id.desc())
        .limit(MOST)
    )
    if host is not None:
        query = query.where(JournalUnitRow.host_id == host)
    units = session.execute(query).all()
    kinds = _kinds(session, [unit.id for unit, _ in units])
    return [
        Seen(unit.at, name, topic(unit.label, kinds.get(unit.id, ())), told(label_of(unit))) for unit, name in units
    ]


def _kinds(session: Session, units: list[UUID]) -> dict[UUID, list[str]]:
    """Give which kinds of ours each unit touched."""
    found: dict[UUID, list[str]] = {}
    for begin in range(0, len(units), 500):
        those = JournalChangeRow.unit_id.in_(units[begin : begin + 500])
        query = select(JournalChangeRow.unit_id, JournalChangeRow.kind).where(those, JournalChangeRow.kind.in_(KINDS))
        for unit, kind in session.execute(query):
            found.setdefault(unit, []).append(kind)
    return found
