"""All SQL of what people said of a market that is no plain list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.market import TestimonialRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def forget_names(session: Session, before: datetime) -> None:
    """Take names of which the yes was taken back, or that are gone, out of what the journal wrote before a moment."""
    agreed = set(session.scalars(select(TestimonialRow.id).where(TestimonialRow.consent_at.is_not(None))))
    images = session.execute(
        select(JournalChangeRow.row_id, JournalChangeRow.before)
        .join(JournalUnitRow, JournalUnitRow.id == JournalChangeRow.unit_id)
        .where(
            JournalChangeRow.kind == TestimonialRow.__tablename__,
            JournalChangeRow.before.is_not(None),
            JournalUnitRow.at < before,
        )
    )
    named = {row for row, image in images if image and (image.get("name") or image.get("consent_by"))}
    journal.blank_rows(session, named - agreed)
