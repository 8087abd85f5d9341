"""All SQL of who and what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.neighbourhood.resources import rules
from buurtkamer_app.neighbourhood.resources.records import Entry, Resource, Spot
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow
from buurtkamer_app.storage.tables.people import PartnerRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def entries(session: Session) -> list[Entry]:
    """Give the resources, and the partners of the room that are not among them yet."""
    rows = session.scalars(select(ResourceRow).order_by(ResourceRow.id)).all()
    known = {row.partner_id for row in rows}
    partners = session.scalars(select(PartnerRow).order_by(PartnerRow.name)).all()
    return [_entry(row) for row in rows] + [_partner(row) for row in partners if row.id not in known]


def resource_row(session: Session, key: UUID) -> ResourceRow | None:
    """Give the row of a resource."""
    return session.get(ResourceRow, key)


def resource_of_partner(session: Session, key: UUID) -> ResourceRow | None:
    """Give the row of the resource that a partner of the room became, None when it did not yet."""
    return session.scalars(select(ResourceRow).where(ResourceRow.partner_id == key).order_by(ResourceRow.id)).first()


def partner(session: Session, key: UUID) -> Resource | None:
    """Give a partner of the room as a resource, None when there is none of that key."""
    row = session.get(PartnerRow, key)
    return _partner(row).it if row is not None else None


def partner_names(session: Session) -> list[tuple[UUID, str]]:
    """Give the partners of the room by name."""
    return [(row.id, row.name) for row in session.scalars(select(PartnerRow).order_by(PartnerRow.name))]


def _entry(row: ResourceRow) -> Entry:
    spot = None if row.x is None or row.y is None else Spot(row.x, row.y)
    it = Resource(row.kind, row.name, row.adds, row.contact, row.phone, row.address, row.partner_id)
    return Entry(row.id, it, spot, version=row.version)


def _partner(row: PartnerRow) -> Entry:
    contact = ", ".join(part for part in (row.professional, row.professional_role) if part)
    it = Resource(rules.kind_of_partner(row.kind), row.name, contact=contact, partner_id=row.id)
    return Entry(row.id, it, partner=True)
