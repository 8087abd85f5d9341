"""All SQL of an archive: rows out in the order of their keys, rows into a store that has none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import msgspec
from sqlalchemy import String, func, insert, or_, select, text
from sqlalchemy.exc import DataError, IntegrityError

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.exchange.archive import left_out
from buurtkamer_app.exchange.archive.schema import lists
from buurtkamer_app.storage.tables.every import Base
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.room import RoomRow

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from sqlalchemy import Column, ColumnElement, Select
    from sqlalchemy.orm import Session

    from buurtkamer_app.exchange.archive.schema import Kept

_BATCH: Final = 1_000
_CACHE: Final = 12 * 1024  # kilobytes


def see_one_moment(session: Session) -> None:
    """Let all that is read in this transaction be of one moment; on the file it is so already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


@contextmanager
def frugal(session: Session) -> Iterator[None]:
    """Let the file keep few of its pages in memory: everything is read or written once, in the order of its keys."""
    if session.get_bind().dialect.name == "postgresql":
        yield
        return
    usual = session.execute(text("PRAGMA cache_size")).scalar_one()
    session.execute(text(f"PRAGMA cache_size=-{_CACHE}"))
    try:
        yield
    finally:
        session.execute(text(f"PRAGMA cache_size={usual}"))


def room_name(session: Session) -> str:
    """Give what the room is called, nothing when it was not set up yet."""
    return session.scalar(select(RoomRow.name)) or ""


def count(session: Session) -> int:
    """Give how many rows an archive will have."""
    counts = (_about_what_is_kept(select(func.count()).select_from(kept.table), kept) for kept in lists())
    return sum(session.scalar(query) or 0 for query in counts)


def batches(session: Session, kept: Kept) -> Generator[Sequence[Any]]:
    """Give the rows of a list, some at a time, in the order of their key."""
    keys = [_ordered(session, column) for column in kept.table.primary_key]
    query = _about_what_is_kept(select(*kept.columns).order_by(*keys), kept)
    with session.execute(query, execution_options={"yield_per": _BATCH}) as found:
        yield from found.partitions()


def is_empty(session: Session) -> bool:
    """Tell whether nothing was ever written here."""
    return all(session.execute(select(table).limit(1)).first() is None for table in Base.metadata.tables.values())


def put(session: Session, kept: Kept, rows: Sequence[msgspec.Struct]) -> None:
    """Write rows of a list; raises `FileRefusedError` when the store does not take one of them."""
    values = [msgspec.structs.asdict(row) for row in rows]
    for (table, column), make in left_out.INSTEAD.items():
        if table == kept.name:
            for value in values:
                value[column] = make()
    try:
        session.connection().execute(insert(kept.table), values)
    except (IntegrityError, DataError) as error:
        raise unfit(kept) from error


def unfit(kept: Kept) -> FileRefusedError:
    """Give the refusal of a list in which something stands that cannot be."""
    return FileRefusedError("The list {name} of this archive holds what cannot be. Take another copy.", name=kept.file)


def _ordered(session: Session, column: Column[Any]) -> ColumnElement[Any]:
    # The file orders text by its bytes, a server as in its own language.
    if session.get_bind().dialect.name == "postgresql" and isinstance(column.type, String):
        return column.collate("C")
    return column


def _about_what_is_kept(query: Select[Any], kept: Kept) -> Select[Any]:
    """Leave out of the journal what was done to what is left out."""
    change, unit = JournalChangeRow.__table__, JournalUnitRow.__table__
    gone = left_out.TABLES.keys()
    if kept.table is change:
        return query.where(change.c.kind.not_in(gone))
    if kept.table is unit:
        some = select(change.c.unit_id).where(change.c.kind.in_(gone))
        more = select(change.c.id).where(change.c.unit_id == unit.c.id, change.c.kind.not_in(gone)).exists()
        return query.where(or_(unit.c.id.not_in(some), more))
    return query
