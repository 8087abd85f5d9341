"""What every table shares: names of constraints, UUIDv7 keys, a version for the optimistic lock, instants in UTC."""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import UUID

from sqlalchemy import DateTime, Enum, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, registry
from sqlalchemy.types import TypeDecorator
from uuid_utils.compat import uuid7

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Dialect
    from sqlalchemy.orm import MappedColumn, Mapper

REFERS_TO: Final = "refers to"


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept in UTC on every store; a naive one is a fault of ours and refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """Tell what it is in Python, so that the journal can read a before-image."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring a moment to UTC; SQLite keeps no zone, so there it is written without one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def _values(kind: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in kind]


class _Registry(registry):
    """Looks again at what is mapped when another thread mapped a table meanwhile: tables are mapped on demand."""

    def _mappers_to_configure(self) -> Iterator[Mapper[Any]]:
        while True:
            try:
                return iter(list(super()._mappers_to_configure()))
            except RuntimeError:
                continue


class Base(DeclarativeBase):
    """All mapped classes; the migrations compare themselves with it."""

    registry = _Registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(column_0_N_label)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            datetime: Instant(),
            UUID: Uuid(),
            enum.Enum: Enum(enum.Enum, native_enum=False, values_callable=_values, length=40, create_constraint=True),
        },
    )


class Row(Base):
    """A record that people make and change: its key, and a version that grows with each change.

    One that is `lasting` says what once was: it stays when what led to it is undone.
    """

    __abstract__ = True
    lasting: ClassVar[bool] = False

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    version: Mapped[int] = mapped_column()

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


def reference(target: str, *, required: bool = True, index: bool = True) -> MappedColumn[Any]:
    """Refer to another row; checked when the transaction commits, so that the order of writing does not matter.

    So the mapper need not know of it either: a table is mapped before the one that it refers to, and `whole.py` says it
    to the migrations.
    """
    return mapped_column(nullable=not required, index=index, info={REFERS_TO: target})
