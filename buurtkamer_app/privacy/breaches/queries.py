"""All SQL of data leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.storage.tables.breaches import BreachRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def rows(session: Session) -> Sequence[BreachRow]:
    """Give every leak: open ones first, the latest first."""
    order = (BreachRow.closed_on.is_not(None), BreachRow.noticed_on.desc(), BreachRow.noticed_at.desc(), BreachRow.id)
    return session.scalars(select(BreachRow).where(BreachRow.happened != "").order_by(*order)).all()


def there(session: Session, key: UUID) -> BreachRow:
    """Give the row of a leak; raises `RefusedError` when it is gone."""
    row = session.get(BreachRow, key)
    if row is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    return row
