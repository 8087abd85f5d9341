"""All SQL of lists that are brought in: what the room has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.storage.tables.desk import VisitRow
from buurtkamer_app.storage.tables.people import VisitorRow
from buurtkamer_app.storage.tables.wishes import WishRow
from buurtkamer_app.wishes.queries import next_number

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def visitors(session: Session) -> dict[tuple[str, str], bool]:
    """Give the residents known by name and hint, and whether their name may be kept."""
    found = session.execute(select(VisitorRow.name, VisitorRow.hint, VisitorRow.may_remember))
    return {(name, hint): kept for name, hint, kept in found}


def visitor_keys(session: Session) -> dict[tuple[str, str], UUID]:
    """Give the keys of the residents known by name and hint."""
    found = session.execute(select(VisitorRow.name, VisitorRow.hint, VisitorRow.id))
    return {(name, hint): key for name, hint, key in found}


def add_visitor(session: Session, name: str, hint: str, on: date) -> None:
    """Make somebody known who said that their name may be kept."""
    row = VisitorRow(name=name, hint=hint, terms=search_terms(name), first_seen_on=on, may_remember=True)
    session.add(row)


def wishes(session: Session) -> set[tuple[str, date]]:
    """Give the words of all wishes in small letters, with the day on which each was written down."""
    return {(text.casefold(), on) for text, on in session.execute(select(WishRow.text, WishRow.recorded_on))}


def number_after(session: Session) -> int:
    """Give the number of the next wish."""
    return next_number(session)


def days_with_visits(session: Session) -> set[date]:
    """Give the days on which somebody was counted."""
    return set(session.scalars(select(VisitRow.on_date).distinct()))
