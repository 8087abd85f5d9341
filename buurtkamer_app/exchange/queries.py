"""All SQL of what leaves the building."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.storage.tables.activities import ChangedDateRow, ParticipationRow, SeriesRow, SignUpRow
from buurtkamer_app.storage.tables.days import CallBackRow, LoanRow
from buurtkamer_app.storage.tables.exchange import SigningKeyRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.market import (
    MarketActionRow,
    MarketElementRow,
    MarketPresenceRow,
    MarketRoleRow,
    RunStepRow,
    TalentRow,
    TestimonialRow,
)
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow, ScanActionRow, TaskRow
from buurtkamer_app.storage.tables.street import BringsHomeRow, GoesBackRow
from buurtkamer_app.storage.tables.team import TeamActionRow
from buurtkamer_app.storage.tables.wishes import WishRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import InstrumentedAttribute, Session


# Where somebody's name stands beside what they did, have or promised.
_NAMES: Final[tuple[InstrumentedAttribute[str], ...]] = (
    WishRow.asked_by,
    SignUpRow.name,
    ParticipationRow.name,
    CallBackRow.who,
    LoanRow.who,
    ResourceRow.contact,
    TaskRow.taken_by,
    ScanActionRow.who,
    MarketElementRow.owner,
    MarketRoleRow.name,
    MarketPresenceRow.name,
    MarketActionRow.who,
    TalentRow.name,
    RunStepRow.who,
    TestimonialRow.name,
    TestimonialRow.consent_by,
    BringsHomeRow.who,
    BringsHomeRow.whom,
    GoesBackRow.whose,
    TeamActionRow.who,
)


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
    """Give the names that stand beside something else: who asked for a wish, signed up, borrowed, leads, has a task."""
    led = LeadKind.HOSTS
    found = [
        *session.scalars(select(SeriesRow.lead_name).where(SeriesRow.lead_kind != led).distinct()),
        *session.scalars(select(ChangedDateRow.lead_name).where(ChangedDateRow.lead_kind != led).distinct()),
        *session.scalars(select(ResourceRow.name).where(ResourceRow.kind == ResourceKind.RESIDENT)),
    ]
    for column in _NAMES:
        found += session.scalars(select(column).where(column != "").distinct())
    return found


def signing_key(session: Session) -> bytes | None:
    """Give the room's private signing key, None before the first log."""
    return session.scalars(select(SigningKeyRow.private)).first()
