"""All SQL of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, select, text

from buurtkamer_app.base.letters import words
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.records import Available, Host, Partner, Visitor
from buurtkamer_app.storage.tables.people import AvailabilityRow, HostRow, PartnerRow, SkillRow, VisitorRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_EMBEDDED = text(
    "SELECT visitor.id, visitor.name FROM visitor_search JOIN visitor ON visitor.id = visitor_search.visitor_id "
    "WHERE visitor_search MATCH :terms LIMIT :most"
)


def visitor_named(session: Session, name: str) -> Visitor | None:
    """Give the known visitor of exactly this (kept) name."""
    row = session.execute(select(VisitorRow.id, VisitorRow.name).where(VisitorRow.name == name)).first()
    return Visitor(row.id, row.name) if row else None


def found_visitors(session: Session, typed: str, most: int) -> list[Visitor]:
    """Give known visitors of whom a word, an initial or the run of words starts with each word typed.

    Whole words are looked for first, so that a short name is not lost among the longer ones.
    """
    parts = words(typed)
    if not parts:
        return []
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        # Text, not a statement built for each letter typed: that would take longer than the search does.
        quoted = [f'"{part}"' for part in parts]
        found: dict[str, str] = {}
        for terms in (" ".join(quoted), " ".join(f"{part}*" for part in quoted)):
            if len(found) < most:
                found |= {row.id: row.name for row in connection.execute(_EMBEDDED, {"terms": terms, "most": most})}
        return [Visitor(UUID(key), name) for key, name in found.items()]
    condition: Any = True
    for part in parts:
        condition = (" " + VisitorRow.terms).like(f"% {part}%") & condition
    rows = session.execute(select(VisitorRow.id, VisitorRow.name).where(condition).limit(most))
    return [Visitor(row.id, row.name) for row in rows]


def hosts(session: Session) -> Sequence[Host]:
    """Give all hosts and coordinators by name."""
    rows = session.scalars(select(HostRow).order_by(HostRow.name))
    return [_host(row) for row in rows]


def host_named(session: Session, name: str) -> Host | None:
    """Give the host of exactly this (kept) name."""
    row = session.scalars(select(HostRow).where(HostRow.name == name)).first()
    return _host(row) if row else None


def host(session: Session, key: UUID) -> Host | None:
    """Give a host by key."""
    row = session.get(HostRow, key)
    return _host(row) if row else None


def _host(row: HostRow) -> Host:
    return Host(row.id, row.name, Role(row.role), row.team_member, row.experience, row.max_shifts_per_week > 0)


def next_host_number(session: Session) -> int:
    """Give the number of the next host."""
    return (session.scalar(select(func.max(HostRow.number))) or 0) + 1


def availability(session: Session) -> dict[UUID, list[Available]]:
    """Give for every host when they can work."""
    found: dict[UUID, list[Available]] = {}
    for row in session.scalars(select(AvailabilityRow).order_by(AvailabilityRow.weekday)):
        found.setdefault(row.host_id, []).append(Available(row.weekday, row.part, row.rather_not))
    return found


def skills(session: Session) -> dict[UUID, list[str]]:
    """Give for every host what they can lead or teach."""
    found: dict[UUID, list[str]] = {}
    for row in session.scalars(select(SkillRow).order_by(SkillRow.words)):
        found.setdefault(row.host_id, []).append(row.words)
    return found


def partners(session: Session) -> Sequence[Partner]:
    """Give the partners by name."""
    rows = session.scalars(select(PartnerRow).order_by(PartnerRow.name))
    return [Partner(row.name, row.kind, row.professional, row.professional_role) for row in rows]


def names(session: Session) -> list[str]:
    """Give every name that is on record, for taking them out of free text."""
    return [
        name
        for column in (VisitorRow.name, HostRow.name, PartnerRow.professional)
        for name in session.scalars(select(column))
        if name
    ]
