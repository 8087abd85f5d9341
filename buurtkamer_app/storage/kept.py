"""A list of small records of one table: read, written down, changed, moved, taken away; each one undo step."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import select

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.known import Known
from buurtkamer_app.base.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.tables.base import Row
    from buurtkamer_app.storage.unit_of_work import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """What the undo button says (message ids): of a new record, a change, one that was taken away."""

    written: str
    changed: str
    gone: str
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Leans:
    """Rows of another table that refer to a kept one by a column: taken away with it, or only let go (`stays`)."""

    row: type[Row]
    column: str
    stays: bool = False


class Kept(Generic[T]):
    """Keeps records of a frozen dataclass whose fields are the columns of its table.

    `check` gives a record as it is kept and raises `RefusedError` for what it cannot be. `order` are columns; with
    `position` as the first of them a new record goes to the end, and records can be moved. `needs` is who may write,
    `reads` who may read. `belongs` is the column with what a record belongs to: that stays as it was written down.
    """

    def __init__(  # noqa: PLR0913 - all but the first four are by name, and have a default
        self,
        store: Store,
        row: type[Row],
        record: type[T],
        check: Callable[[T], T],
        told: Told,
        *,
        order: tuple[str, ...] = ("id",),
        leaning: tuple[Leans, ...] = (),
        belongs: str = "",
        needs: Role = Role.HOST,
        reads: Role = Role.HOST,
    ) -> None:
        self._store = store
        self._row: Any = row
        self._record = record
        self._check = check
        self._told = told
        self._order = order
        self._leaning, self._belongs = leaning, belongs
        self._needs, self._reads = needs, reads
        self._fields = tuple(field.name for field in fields(record))  # type: ignore[arg-type] # a dataclass it is

    def all(self, **those: Any) -> list[Known[T]]:
        """Give the records in their order; only those with these values in these columns."""
        self._store.allow(self._reads)
        with self._store.reading() as session:
            return [self._known(row) for row in self._rows(session, those)]

    def one(self, key: UUID) -> Known[T]:
        """Give a record; raises `RefusedError` when it is gone."""
        self._store.allow(self._reads)
        with self._store.reading() as session:
            return self._known(self._there(session, key))

    def write(self, new: T, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a record, or change the one with a key.

        Raises what the check raises, `RefusedError` when the record is gone or of something else, `ClashError` when it
        is not the version that was read any more.
        """
        self._store.allow(self._needs)
        kept = self._check(new)
        words = self._told.written if key is None else self._told.changed
        with self._store.work(Label(words), self._needs) as unit:
            values = asdict(kept)  # type: ignore[call-overload] # a dataclass it is
            if key is None:
                row = self._row(**values, **self._last(unit.session))
                unit.session.add(row)
            else:
                row = self._there(unit.session, key)
                if self._belongs and getattr(row, self._belongs) != values[self._belongs]:
                    raise RefusedError("This is not on record any more. Look at the list again.")
                if version is not None and row.version != version:
                    raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
                for name, value in values.items():
                    setattr(row, name, value)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def take_away(self, key: UUID) -> Change:
        """Take a record away with what belongs to it; nothing happens when it is gone already."""
        with self._store.work(Label(self._told.gone), self._needs) as unit:
            row = unit.session.get(self._row, key)
            if row is not None:
                for leans in self._leaning:
                    _let_go(unit.session, leans, key)
                unit.session.delete(row)
        return unit.change

    def move(self, key: UUID, by: int, **those: Any) -> Change:
        """Move a record up (-1) or down (1) among those with these values; at an end it stays where it is."""
        with self._store.work(Label(self._told.moved or self._told.changed), self._needs) as unit:
            order = list(self._rows(unit.session, those))
            now = next((place for place, row in enumerate(order) if row.id == key), None)
            if now is not None and 0 <= now + by < len(order):
                order.insert(now + by, order.pop(now))
                for position, row in enumerate(order):
                    row.position = position
        return unit.change

    def _rows(self, session: Session, those: dict[str, Any]) -> list[Any]:
        order = [getattr(self._row, name) for name in (*self._order, "id")]
        return list(session.scalars(select(self._row).filter_by(**those).order_by(*order)))

    def _known(self, row: Any) -> Known[T]:
        return Known(row.id, row.version, self._record(**{name: getattr(row, name) for name in self._fields}))

    def _there(self, session: Session, key: UUID) -> Any:
        row = session.get(self._row, key)
        if row is None:
            raise RefusedError("This is not on record any more. Look at the list again.")
        return row

    def _last(self, session: Session) -> dict[str, int]:
        if self._order[0] != "position":
            return {}
        rows = self._rows(session, {})
        return {"position": max((row.position for row in rows), default=-1) + 1}


def _let_go(session: Session, leans: Leans, key: UUID) -> None:
    column = getattr(leans.row, leans.column)
    for row in session.scalars(select(leans.row).where(column == key)):
        if leans.stays:
            setattr(row, leans.column, None)
        else:
            session.delete(row)
