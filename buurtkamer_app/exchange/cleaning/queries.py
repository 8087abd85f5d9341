"""All SQL of what a room knows besides people: its streets, its partners, and the names that it gave to places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from buurtkamer_app.storage.tables.neighbourhood import ResourceRow
from buurtkamer_app.storage.tables.people import PartnerRow
from buurtkamer_app.storage.tables.room import RoomRow, SpaceRow
from buurtkamer_app.storage.tables.street import StreetRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# `Wilgenpad 12, Noord` and `Wilgenpad (even kant)` are of the Wilgenpad.
_AFTER_THE_STREET: Final = re.compile(r"[\d(,;/\n]")


def streets(session: Session) -> list[str]:
    """Give the streets of the room, without numbers: its own, those of street activities and of what is around."""
    written = [
        *session.scalars(select(StreetRow.name)),
        *session.scalars(select(ResourceRow.address).where(ResourceRow.address != "").distinct()),
        *session.scalars(select(RoomRow.street)),
    ]
    named = (_AFTER_THE_STREET.split(street)[0].strip() for street in written)
    return list(dict.fromkeys(street for street in named if street))


def partners(session: Session) -> list[str]:
    """Give the names of partners, as organisations; who works there is among the people."""
    return list(session.scalars(select(PartnerRow.name)))


def stays(session: Session) -> list[str]:
    """Give the names that the room gave to itself and its spaces: no list of names may take them for a person."""
    return [*session.scalars(select(RoomRow.name)), *session.scalars(select(SpaceRow.name))]
