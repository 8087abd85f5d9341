"""What the migrations compare themselves with: all tables, with what only the database has to know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import ForeignKeyConstraint

from buurtkamer_app.storage.tables.base import REFERS_TO
from buurtkamer_app.storage.tables.every import Base

if TYPE_CHECKING:
    from sqlalchemy import MetaData, Table


def _complete(table: Table) -> None:
    for column in table.columns:
        if (target := column.info.get(REFERS_TO)) is not None:
            kept = ForeignKeyConstraint([column.name], [target], deferrable=True, initially="DEFERRED")
            table.append_constraint(kept)
    for index in table.indexes:
        # An index on a part of the rows is one on PostgreSQL too; saying so in the class would load its driver.
        if (where := index.dialect_options["sqlite"]["where"]) is not None:
            index.dialect_kwargs["postgresql_where"] = where


for _table in Base.metadata.tables.values():
    _complete(_table)

METADATA: Final[MetaData] = Base.metadata
