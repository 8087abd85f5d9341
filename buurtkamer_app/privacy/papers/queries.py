"""All SQL of the privacy papers."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.privacy.papers.records import PaperLines
from buurtkamer_app.storage.tables.breaches import PrivacyLinesRow
from buurtkamer_app.storage.tables.exchange import RecipientRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def row(session: Session) -> PrivacyLinesRow | None:
    """Give the row of the room's own lines."""
    return session.scalars(select(PrivacyLinesRow)).first()


def lines(session: Session) -> PaperLines:
    """Give the room's own lines, all empty while nobody filled them in."""
    found = row(session)
    if found is None:
        return PaperLines()
    return PaperLines(**{field.name: getattr(found, field.name) for field in fields(PaperLines)})


def recipients(session: Session) -> Sequence[str]:
    """Give the organisations whose professionals get a log."""
    return sorted({*session.scalars(select(RecipientRow.organisation).where(RecipientRow.stopped_on.is_(None)))} - {""})
