"""All SQL of what leaves the building."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.storage.tables.activities import ChangedDateRow, ParticipationRow, SeriesRow, SignUpRow
from buurtkamer_app.storage.tables.days import CallBackRow, LoanRow
from buurtkamer_app.storage.tables.exchange import SigningKeyRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.wishes import WishRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def actions(session: Session, since: datetime, until: datetime) -> list[tuple[str, str, int, int]]:
    """Give kind of record, action, role and how many units of work did it, from one moment until before another."""
    rows = session.execute(
        select(
            JournalChangeRow.kind,
            JournalChangeRow.action,
            JournalUnitRow.role,
            func.count(JournalUnitRow.id.distinct()),
        )
        .join(JournalUnitRow, JournalUnitRow.id == JournalChangeRow.unit_id)
        .where(JournalUnitRow.at >= since, JournalUnitRow.at < until)
        .group_by(JournalChangeRow.kind, JournalChangeRow.action, JournalUnitRow.role)
        .order_by(JournalChangeRow.kind, JournalChangeRow.action, JournalUnitRow.role)
    )
    return [(kind, action, role, times) for kind, action, role, times in rows]


def names_in_passing(session: Session) -> list[str]:
    """Give the names that stand beside something else: who asked for a wish, signed up, was there, borrowed, leads."""
    asked = session.scalars(select(WishRow.asked_by).where(WishRow.asked_by != "").distinct())
    signed = session.scalars(select(SignUpRow.name).where(SignUpRow.name != "").distinct())
    there = session.scalars(select(ParticipationRow.name).where(ParticipationRow.name != "").distinct())
    called = session.scalars(select(CallBackRow.who).distinct())
    lent = session.scalars(select(LoanRow.who).distinct())
    lead = session.scalars(select(SeriesRow.lead_name).where(SeriesRow.lead_kind != LeadKind.HOSTS).distinct())
    instead = select(ChangedDateRow.lead_name).where(ChangedDateRow.lead_kind != LeadKind.HOSTS).distinct()
    return [*asked, *signed, *there, *called, *lent, *lead, *session.scalars(instead)]


def signing_key(session: Session) -> bytes | None:
    """Give the room's private signing key, None before the first log."""
    return session.scalars(select(SigningKeyRow.private)).first()
