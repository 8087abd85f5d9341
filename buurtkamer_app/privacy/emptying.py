"""Rows that go and columns that are emptied, with every value that the journal holds of them.

Nothing here passes the journal's own eyes: a before-image of what goes would keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, null, update

from buurtkamer_app.storage import journal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.tables.base import Row

IN_PLACE: Final = {"synchronize_session": False}


def take_away(session: Session, table: type[Row], rows: Sequence[UUID]) -> None:
    """Let rows go for good."""
    journal.blank_rows(session, rows)
    session.execute(delete(table).where(table.id.in_(rows)), execution_options=IN_PLACE)


def empty(session: Session, table: type[Row], rows: Sequence[UUID], empties: Mapping[str, Any]) -> None:
    """Let columns of rows become these values."""
    journal.blank_rows(session, rows)
    values = {name: null() if value is None else value for name, value in empties.items()}
    emptied = update(table).where(table.id.in_(rows)).values(version=table.version + 1, **values)
    session.execute(emptied, execution_options=IN_PLACE)
