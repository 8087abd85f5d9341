"""All SQL of what is alike: which wishes and activities there are, and whether any of them is new or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, cast, func, select

from buurtkamer_app.planner.alike.records import Text
from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.storage.tables.wishes import WishRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

_TABLES: Final[tuple[type[WishRow | SeriesRow], ...]] = (WishRow, SeriesRow)
# SQLite takes some thousands of values in one statement.
_AT_ONCE: Final = 500


def state(session: Session) -> tuple[object, ...]:
    """Give what is different as soon as a wish or an activity is new, changed or gone."""
    found: list[object] = []
    for table in _TABLES:
        # Not every server knows which of two keys is the greater: of their letters each does.
        newest = func.max(cast(table.id, String))
        found += session.execute(select(func.count(), func.sum(table.version), newest)).one()
    return tuple(found)


def versions(session: Session) -> dict[UUID, int]:
    """Give the keys of all wishes and activities, the newest first, and the version of each."""
    found: dict[UUID, int] = {}
    for table in _TABLES:
        rows = session.execute(select(table.id, table.version).order_by(table.id.desc()))
        found |= {key: version for key, version in rows}  # noqa: C416 - a row is a tuple for Python, not for mypy
    return found


def texts(session: Session, keys: Collection[UUID]) -> Iterator[Text]:
    """Give what these wishes and activities say."""
    wanted = list(keys)
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        for row in session.execute(_said(WishRow, WishRow.text).where(WishRow.id.in_(some))):
            yield Text("wish", row.id, row.version, row.number, row.text, "", row.theme)
        for row in session.execute(_said(SeriesRow, SeriesRow.name, SeriesRow.about).where(SeriesRow.id.in_(some))):
            yield Text("activity", row.id, row.version, row.number, row.name, row.about, row.theme)


def wish_behind(session: Session, series: UUID) -> UUID | None:
    """Give the wish that became an activity, the first when there are more."""
    query = select(WishRow.id).where(WishRow.series_id == series, WishRow.head_id.is_(None)).order_by(WishRow.number)
    return session.scalars(query).first()


def _said(table: type[WishRow | SeriesRow], *columns: Any) -> Any:
    return select(table.id, table.version, table.number, table.theme, *columns)
