"""The lists of an archive, made from the mapped classes: which columns, of which type, and what they mean."""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass
from datetime import date, datetime, time
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Annotated, Any, Final
from uuid import UUID

import msgspec
from msgspec import Meta
from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Date,
    Enum,
    Integer,
    LargeBinary,
    String,
    Time,
    UniqueConstraint,
    Uuid,
)

from buurtkamer_app.exchange.archive import left_out
from buurtkamer_app.exchange.archive.records import FORMAT
from buurtkamer_app.storage.tables.base import REFERS_TO, Instant
from buurtkamer_app.storage.tables.every import Base

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

# What both stores can hold of a whole number.
_WHOLE: Final = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
_PLAIN: Final[dict[type, Any]] = {
    Instant: Annotated[datetime, Meta(tz=True)],
    Date: date,
    Time: Annotated[time, Meta(tz=False)],
    Uuid: UUID,
    Boolean: bool,
    Integer: _WHOLE,
    LargeBinary: bytes,
    String: str,
    JSON: dict[str, Any] | list[Any],
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A list of an archive: its table, the columns that are in it (the key first), and one row of it."""

    table: Table
    columns: tuple[Column[Any], ...]
    row: type[msgspec.Struct]
    about: str

    @property
    def name(self) -> str:
        """Give the name of the table."""
        return self.row.__name__

    @property
    def file(self) -> str:
        """Give the name of the list in an archive."""
        return f"{self.name}.jsonl"


@functools.cache
def lists() -> tuple[Kept, ...]:
    """Give all lists, each after those that it refers to."""
    about = {
        mapper.class_.__tablename__: inspect.cleandoc(mapper.class_.__doc__ or "") for mapper in Base.registry.mappers
    }
    tables = {name: table for name, table in sorted(Base.metadata.tables.items()) if name not in left_out.TABLES}
    before = {name: sorted(_needed(table) - {name} - left_out.TABLES.keys()) for name, table in tables.items()}
    return tuple(_kept(tables[name], about[name]) for name in TopologicalSorter(before).static_order())


def schema() -> bytes:
    """Give the JSON Schema of one row of every list, with keys, references and what else must hold."""
    _, parts = msgspec.json.schema_components([kept.row for kept in lists()], ref_template="#/$defs/{name}")
    for kept in lists():
        parts[kept.name] |= _more(kept.table)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "Each NAME.jsonl holds one row of $defs/NAME on every line, in the order of its key.",
        "lists": [kept.name for kept in lists()],
        "left out": left_out.TABLES | {".".join(column): why for column, why in left_out.COLUMNS.items()},
        "$defs": parts,
    }
    return msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=1) + b"\n"


def reference_of(column: Column[Any]) -> str | None:
    """Give what a column refers to (`host.id`), None for one that refers to nothing."""
    named: str | None = column.info.get(REFERS_TO)
    return named or next(("".join(key.target_fullname) for key in column.foreign_keys), None)


def _plain_name(of: Column[Any] | Table) -> str:
    # SQLAlchemy has names of its own, which msgspec does not take.
    return "".join(of.name)


def _needed(table: Table) -> set[str]:
    found = (reference_of(column) for column in table.columns)
    return {target.partition(".")[0] for target in found if target is not None}


def _kept(table: Table, about: str) -> Kept:
    known = [column for column in table.columns if (table.name, column.name) not in left_out.COLUMNS]
    columns = sorted(known, key=lambda column: not column.primary_key)
    fields = [(_plain_name(column), _type(column)) for column in columns]
    row = msgspec.defstruct(
        _plain_name(table),
        fields,
        namespace={"__doc__": about},
        module=__name__,
        frozen=True,
        forbid_unknown_fields=True,
    )
    return Kept(table, tuple(columns), row, about)


def _type(column: Column[Any]) -> Any:
    kind: Any = next((plain for known, plain in _PLAIN.items() if isinstance(column.type, known)), None)
    # An enumeration is kept as a string.
    if isinstance(column.type, Enum):
        kind = column.type.enum_class
    if kind is None:
        raise TypeError(f"an archive knows no plain value for {column.table.name}.{column.name}")
    if (target := reference_of(column)) is not None:
        kind = Annotated[kind, Meta(extra_json_schema={"references": target})]
    return kind | None if column.nullable else kind


def _more(table: Table) -> dict[str, Any]:
    """Give what JSON Schema has no word for."""
    checks = [one for one in table.constraints if isinstance(one, CheckConstraint) and not _of_type(one)]
    unique = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    unique += [index.columns for index in table.indexes if index.unique]
    return {
        "key": [_plain_name(column) for column in table.primary_key],
        "checks": sorted(str(one.sqltext) for one in checks),
        "unique": sorted([_plain_name(column) for column in columns] for columns in unique),
    }


def _of_type(check: CheckConstraint) -> bool:
    return bool(getattr(check, "_type_bound", False))
