"""All SQL of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete, func, select, text

from buurtkamer_app.base.letters import words
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.people.records import Available, Host, Partner, Visitor
from buurtkamer_app.storage.tables.people import AvailabilityRow, HostRow, PartnerRow, PinRow, SkillRow, VisitorRow
from buurtkamer_app.storage.tables.wishes import HomeHelperRow, TellingRow, WishEndingRow, WishRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

# One statement for both: at each letter typed, asking twice takes longer than what is asked.
_FITTING = "SELECT visitor_id FROM visitor_search WHERE visitor_search MATCH "
_EMBEDDED = text(
    f"SELECT visitor.id, visitor.name, visitor.hint "  # noqa: S608 - our own words
    f"FROM (SELECT visitor_id FROM ({_FITTING} :whole LIMIT :most) UNION ALL "
    f"SELECT visitor_id FROM ({_FITTING} :starts LIMIT :most)) AS fitting "
    "JOIN visitor ON visitor.id = fitting.visitor_id"
)


def visitor_named(session: Session, name: str, hint: str = "") -> Visitor | None:
    """Give the known visitor of exactly this (kept) name; without a hint the first of who has that name."""
    query = select(VisitorRow).where(VisitorRow.name == name)
    if hint:
        query = query.where(VisitorRow.hint == hint)
    row = session.scalars(query.order_by(VisitorRow.hint).limit(1)).first()
    return visitor(row) if row else None


def visitors_called(session: Session, name: str, hint: str) -> Sequence[VisitorRow]:
    """Give the visitors of exactly this (kept) name and hint: one at most."""
    return session.scalars(select(VisitorRow).where(VisitorRow.name == name, VisitorRow.hint == hint)).all()


def visitor(row: VisitorRow) -> Visitor:
    """Give the record of a row."""
    return Visitor(row.id, row.name, row.hint, row.may_remember)


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
        terms = {"whole": " ".join(quoted), "starts": " ".join(f"{part}*" for part in quoted)}
        rows = connection.execute(_EMBEDDED, terms | {"most": most})
        once = {row[0]: row for row in rows}
        return [Visitor(UUID(key), name, hint) for key, name, hint in [*once.values()][:most]]
    condition: Any = True
    for part in parts:
        condition = (" " + VisitorRow.terms).like(f"% {part}%") & condition
    named = session.execute(select(VisitorRow.id, VisitorRow.name, VisitorRow.hint).where(condition).limit(most))
    return [Visitor(row.id, row.name, row.hint) for row in named]


def hosts(session: Session) -> Sequence[Host]:
    """Give all hosts and coordinators who did not leave, by name."""
    rows = session.scalars(select(HostRow).where(HostRow.left_on.is_(None)).order_by(HostRow.name))
    return [host_of(row) for row in rows]


def host_named(session: Session, name: str) -> Host | None:
    """Give the host of exactly this (kept) name."""
    row = session.scalars(select(HostRow).where(HostRow.name == name)).first()
    return host_of(row) if row else None


def host(session: Session, key: UUID) -> Host | None:
    """Give a host by key."""
    row = session.get(HostRow, key)
    return host_of(row) if row else None


def host_of(row: HostRow) -> Host:
    """Give a host as the others see them."""
    return Host(
        row.id,
        row.name,
        Role(row.role),
        row.team_member,
        row.experience,
        row.max_shifts_per_week > 0 and row.left_on is None,
        row.max_shifts_per_week,
        row.week_group,
        row.lives_near,
    )


def pin(session: Session, host: UUID) -> UUID | None:
    """Give the key of somebody's PIN."""
    return session.scalars(select(PinRow.id).where(PinRow.host_id == host)).first()


def forget_pin(session: Session, key: UUID) -> None:
    """Erase a PIN past the journal, which may not hold its hash."""
    session.execute(delete(PinRow).where(PinRow.id == key), execution_options={"synchronize_session": False})


def next_host_number(session: Session) -> int:
    """Give the number of the next host."""
    return (session.scalar(select(func.max(HostRow.number))) or 0) + 1


def availability(session: Session) -> dict[UUID, list[Available]]:
    """Give for every host when they can work."""
    found: dict[UUID, list[Available]] = {}
    for row in session.scalars(select(AvailabilityRow).order_by(AvailabilityRow.weekday)):
        found.setdefault(row.host_id, []).append(Available(row.weekday, row.part, row.willing))
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
    columns = (
        VisitorRow.name,
        HostRow.name,
        PartnerRow.professional,
        WishRow.asked_by,
        WishSupportRow.name,
        TellingRow.name,
        HomeHelperRow.name,
    )
    found = [name for column in columns for name in session.scalars(select(column).where(column != "").distinct())]
    helping = select(WishEndingRow.whom).where(WishEndingRow.kind == Ending.MATCH, WishEndingRow.whom != "")
    return list(dict.fromkeys((*found, *session.scalars(helping))))
