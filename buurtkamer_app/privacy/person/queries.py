"""Where in the store somebody is: every table that may name a person, row by row."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.privacy.held import HELD
from buurtkamer_app.privacy.person import rules
from buurtkamer_app.privacy.person.records import Found
from buurtkamer_app.storage.tables.base import Row
from buurtkamer_app.storage.tables.every import Base

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.privacy.held import Held
    from buurtkamer_app.privacy.person.rules import Asked

CLOSE_FIRST: Final = mark("This concern is open. Close it first.")
STOP_FIRST: Final = mark("This is a host. Let them stop first.")
# Their words are read only by opening one, which is written down.
UNREAD: Final = frozenset({"concern", "incident"})
_DAYS: Final = (
    "on_date",
    "recorded_on",
    "first_seen_on",
    "first_date",
    "named_on",
    "at",
    "made_at",
    "given_at",
    "brought_at",
    "month",
)
_AT_ONCE: Final = 2000
# The plain letters under which a name is found: they say no more than it does.
_LETTERS: Final = "terms"


def tables() -> dict[str, type[Row]]:
    """Give the mapped class of every table that may hold something of a person."""
    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    return {kind.__tablename__: kind for kind in mapped if kind.__tablename__ in HELD and issubclass(kind, Row)}


def found(session: Session, typed: str, asked: Asked) -> Iterator[Found]:
    """Give every line that is of, or about, who is asked for; tables in the order of the list."""
    mapped = tables()
    for name, held in HELD.items():
        if name in mapped:
            yield from _of_table(session, mapped[name], held, typed, asked)


def _of_table(session: Session, table: type[Row], held: Held, typed: str, asked: Asked) -> Iterator[Found]:
    columns = (*held.names, *held.contacts, *held.words)
    day = next((name for name in _DAYS if name in table.__table__.c), None)
    more = [name for name in ("closed_at", "left_on") if name in table.__table__.c]
    wanted = [getattr(table, name) for name in ("id", "version", *columns, *more, *([day] if day else []))]
    for row in session.execute(select(*wanted).order_by(table.id).execution_options(yield_per=_AT_ONCE)):
        hit = tuple(name for name in columns if rules.says(held.what(name), getattr(row, name) or "", asked))
        if hit:
            yield _line(table.__tablename__, held, row, hit, day, typed, asked)


def _line(  # noqa: PLR0913, PLR0917 - a row, and what was looked for in it
    kind: str, held: Held, row: Any, hit: tuple[str, ...], day: str | None, typed: str, asked: Asked
) -> Found:
    names_it = any(name not in held.words for name in hit)
    shown = ""
    if kind not in UNREAD:
        of_row = [name for name in (*held.names, *held.contacts) if name != _LETTERS] if names_it else ()
        values = [getattr(row, name) for name in of_row if getattr(row, name)]
        values += [rules.excerpt(getattr(row, name), asked) for name in hit if name in held.words]
        shown = " · ".join(dict.fromkeys(values))
    return Found(
        kind,
        row.id,
        row.version,
        held.title,
        hit,
        shown,
        _day(getattr(row, day)) if day else None,
        typed,
        names_it,
        _stands(kind, row),
    )


def stands(session: Session, kind: str, key: UUID) -> str:
    """Say why a row cannot be erased now, nothing when it can."""
    row = session.get(tables()[kind], key) if kind in ("concern", "host") else None
    return _stands(kind, row) if row is not None else ""


def _stands(kind: str, row: Any) -> str:
    if kind == "concern" and row.closed_at is None:
        return CLOSE_FIRST
    return STOP_FIRST if kind == "host" and row.left_on is None else ""


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
