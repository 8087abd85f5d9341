"""What SQL finds of whom one can call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.neighbourhood.calling.records import From, Number
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def around(session: Session) -> Sequence[Number]:
    """Give what is around the room and has a number, with whom one asks for."""
    rows = session.scalars(select(ResourceRow).where(ResourceRow.phone != ""))
    return [
        Number(From.AROUND, row.name, row.phone, " · ".join(part for part in (row.contact, row.adds) if part), row.kind)
        for row in rows
    ]


def hosts(session: Session) -> Sequence[Number]:
    """Give the hosts who share their number with the others."""
    rows = session.scalars(
        select(HostRow).where(HostRow.left_on.is_(None), HostRow.phone_on_list.is_(True), HostRow.phone != "")
    )
    return [Number(From.HOST, row.name, row.phone) for row in rows]
