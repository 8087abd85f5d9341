"""The journal: written with every unit of work, it gives undo, the audit trail and the professionals' log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import and_, event, func, insert, inspect, null, select, update
from sqlalchemy.orm import aliased
from uuid_utils.compat import uuid7

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import ClashError
from buurtkamer_app.storage.tables.base import Row
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session, UOWTransaction

    from buurtkamer_app.base.roles import Role
    from buurtkamer_app.storage.unit import Unit

# A key (UUID, version 7) begins with 48 bits of milliseconds.
_MOMENT_AT: Final = 80
_AT_ONCE: Final = 500  # keys in one statement: SQLite takes no endless list
_DECODE: dict[Any, Callable[[str], object]] = {
    UUID: UUID,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}


def _plain(value: object) -> object:
    """Turn a column's value into what JSON can hold."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _rich(kind: type[Row], name: str, value: Any) -> object:
    """Turn what JSON held back into the column's value."""
    if value is None:
        return None
    python_type: Any = kind.__table__.c[name].type.python_type
    if python_type is bytes:
        return bytes.fromhex(value)
    return _DECODE.get(python_type, python_type)(value)


@dataclass(slots=True)
class _Touched:
    row: Row
    action: str
    version_before: int
    before: dict[str, object] = field(default_factory=dict)


# What a unit of work becomes whose people or names went: it says nobody, and cannot be taken back.
NEVER_AGAIN: Final[Mapping[str, object]] = {"label_values": null(), "undoable": False}


class Recorder:
    """Watches one session and writes what it did to the journal, in the same transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._touched: dict[UUID, _Touched] = {}
        event.listen(session, "before_flush", self._before_flush)

    def _before_flush(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        for row in session.new:
            if isinstance(row, Row):
                row.id = row.id or uuid7()
                self._touched[row.id] = _Touched(row, "insert", 0)
        for row in session.dirty:
            if isinstance(row, Row) and session.is_modified(row):
                entry = self._touched.setdefault(row.id, _Touched(row, "update", row.version))
                if entry.action == "update":
                    for name, value in _changed(row).items():
                        entry.before.setdefault(name, value)
        for row in session.deleted:
            if isinstance(row, Row):
                self._delete(row)

    def _delete(self, row: Row) -> None:
        known = self._touched.pop(row.id, None)
        if known is not None and known.action == "insert":
            return
        whole = {column.name: _plain(getattr(row, column.name)) for column in row.__table__.columns}
        whole |= known.before if known else {}
        self._touched[row.id] = _Touched(row, "delete", known.version_before if known else row.version, whole)

    def write(self, unit: Unit) -> tuple[frozenset[str], UUID | None]:
        """Write the unit and its changes; give the kinds touched and the unit's key (None when nothing changed)."""
        self._session.flush()
        if not self._touched:
            return frozenset(), None
        key = write_down(self._session, unit, [_change(entry) for entry in self._touched.values()])
        return frozenset(entry.row.__tablename__ for entry in self._touched.values()), key


def write_down(session: Session, unit: Unit, changes: Iterable[Mapping[str, object]]) -> UUID:
    """Write a unit of work and its changes (columns of `JournalChangeRow`) after what was done last; give its key."""
    key = key_after(last_key(session), uuid7())
    session.execute(
        insert(JournalUnitRow),
        {
            "id": key,
            "at": unit.now,
            "host_id": unit.actor.host,
            "role": int(unit.actor.role),
            "needs": int(unit.needs),
            "label": unit.label.message,
            "label_values": dict(unit.label.values),
            "counts": unit.counts,
            "undoable": unit.undoable,
            "undoes_id": unit.undoes,
        },
    )
    rows = [{"id": uuid7(), "unit_id": key, "position": position, **change} for position, change in enumerate(changes)]
    if rows:
        session.execute(insert(JournalChangeRow), rows)
    return key


def last_key(session: Session) -> UUID | None:
    """Give the key of what was done last."""
    return session.scalars(select(JournalUnitRow.id).order_by(JournalUnitRow.id.desc()).limit(1)).first()


def key_after(last: UUID | None, made: UUID) -> UUID:
    """Give a key that comes after the last one: keys tell the order done, also when the clock was set back since."""
    if last is None or made > last:
        return made
    moment, rest = (last.int >> _MOMENT_AT) + 1, made.int & ((1 << _MOMENT_AT) - 1)
    return UUID(int=moment << _MOMENT_AT | rest)


def _changed(row: Row) -> dict[str, object]:
    """Give what the changed fields of a row held before."""
    found = {}
    for attribute in inspect(row).attrs:
        history = attribute.history
        if history.has_changes() and attribute.key != "version":
            found[attribute.key] = _plain(history.deleted[0]) if history.deleted else None
    return found


def _change(entry: _Touched) -> dict[str, object]:
    row = entry.row
    return {
        "kind": row.__tablename__,
        "row_id": row.id,
        "action": entry.action,
        "version_before": entry.version_before,
        "version_after": 0 if entry.action == "delete" else row.version,
        "fields": sorted(entry.before),
        "before": entry.before,
    }


def _kinds() -> dict[str, type[Row]]:
    # What is undone may be of a feature that nobody used yet since the start.
    from buurtkamer_app.storage.tables.every import Base  # noqa: PLC0415

    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    return {kind.__tablename__: kind for kind in mapped if issubclass(kind, Row)}


def last_undoable(session: Session, since: datetime, role: Role, *, counting: bool = False) -> JournalUnitRow | None:
    """Give the last unit of work since a moment that is not undone and that this role may undo.

    With `counting`, only one that changed a printed figure.
    """
    undo = aliased(JournalUnitRow)
    undone = select(undo.id).where(undo.undoes_id == JournalUnitRow.id).exists()
    # Keys are walked backwards from the last one, and no further than the first since that moment. A clock that was
    # set a year back makes everything later than that: then the first thousand tell where to stop.
    begun = select(JournalUnitRow.id).where(JournalUnitRow.at >= since).order_by(JournalUnitRow.at).limit(1000)
    keys = begun.subquery().c.id
    first = select(keys).order_by(keys).limit(1).scalar_subquery()
    # Wrapped, so that no index on the moment is used here: that would look at all of today, where the last is wanted.
    lately = func.coalesce(JournalUnitRow.at, JournalUnitRow.at) >= since
    query = (
        select(JournalUnitRow)
        .where(lately, JournalUnitRow.undoes_id.is_(None), JournalUnitRow.needs <= int(role))
        .where(JournalUnitRow.undoable, JournalUnitRow.label_values.is_not(None), ~undone, JournalUnitRow.id >= first)
        # Keys are in the order done, whatever the clock did meanwhile.
        .order_by(JournalUnitRow.id.desc())
        .limit(1)
    )
    if counting:
        query = query.where(JournalUnitRow.counts)
    return session.scalars(query).first()


def label_of(row: JournalUnitRow) -> Label:
    """Give what a unit did, as it can be said."""
    return Label(row.label, dict(row.label_values or {}))


def undo(unit: Unit, target: JournalUnitRow, *, over_later: bool = False) -> None:
    """Take back all that a unit of work did, inside another one.

    Raises `ClashError` when somebody changed one of its records since, unless `over_later`: then that goes too.
    """
    session = unit.session
    unit.undoes = target.id
    unit.counts = target.counts
    changes = session.scalars(
        select(JournalChangeRow).where(JournalChangeRow.unit_id == target.id).order_by(JournalChangeRow.position.desc())
    ).all()
    kinds = _kinds()
    for (name, action), some in groupby(changes, key=lambda change: (change.kind, change.action)):
        alike = list(some)
        # What a list brought in is thousands of rows: they are read and taken away together.
        held = _rows(session, kinds[name], [change.row_id for change in alike]) if action == "insert" else []
        for change in alike:
            _take_back(session, kinds[name], change, over_later=over_later)
            if not held:
                session.flush()
        session.flush()


def _rows(session: Session, kind: type[Row], keys: Sequence[UUID]) -> list[Row]:
    """Give what there is of these records; while somebody holds them they are not read again."""
    parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return [row for part in parts for row in session.scalars(select(kind).where(kind.id.in_(part)))]


def _take_back(session: Session, kind: type[Row], change: JournalChangeRow, *, over_later: bool) -> None:
    row = session.get(kind, change.row_id)
    if (row.version if row is not None else 0) != change.version_after and not over_later:
        raise ClashError("This was changed since, so it cannot be undone any more.")
    if change.action == "insert":
        if row is not None and not kind.lasting:
            session.delete(row)
        return
    values = {name: _rich(kind, name, value) for name, value in change.before.items()}
    if row is None:
        values.pop("version")
        row = kind(**values)
        session.add(row)
    else:
        for name, value in values.items():
            setattr(row, name, value)
    session.flush()
    # What was written before the undone unit stays undoable: the record is again what that one left.
    session.execute(
        update(JournalChangeRow)
        # The index is by kind and key; and none of what is looked at here is of the unit that is taken back.
        .where(JournalChangeRow.kind == change.kind, JournalChangeRow.row_id == change.row_id)
        .where(JournalChangeRow.version_after == change.version_before)
        .values(version_after=row.version)
        .execution_options(synchronize_session=False)
    )


def blank(session: Session, before: datetime) -> None:
    """Take the values out of what was written before a moment: which fields changed stays, what they held goes."""
    held = (JournalUnitRow.at < before, JournalUnitRow.label_values.is_not(None))
    old = select(JournalUnitRow.id).where(*held)
    take_values(session, JournalChangeRow.unit_id.in_(old), and_(*held), {"label_values": null()})


def blank_rows(session: Session, rows: Collection[UUID]) -> None:
    """Take the values out of all units of work that touched these records; they cannot be undone any more."""
    if not rows:
        return
    # Only of the last two days there are values: an index has just those.
    held = JournalChangeRow.before.is_not(None)
    units = select(JournalChangeRow.unit_id).where(held, JournalChangeRow.row_id.in_(rows))
    found = session.scalars(units.distinct()).all()
    take_values(session, JournalChangeRow.unit_id.in_(found), JournalUnitRow.id.in_(found), NEVER_AGAIN)


def take_values(
    session: Session, changes: ColumnElement[bool], units: ColumnElement[bool], of_units: Mapping[str, object]
) -> None:
    """Take what fields held before out of some changes, and set columns of some units of work."""
    in_place = {"synchronize_session": False}
    session.execute(update(JournalChangeRow).where(changes).values(before=null()), execution_options=in_place)
    session.execute(update(JournalUnitRow).where(units).values(of_units), execution_options=in_place)


def is_undone(session: Session, unit: UUID) -> bool:
    """Tell whether a unit of work was taken back."""
    return session.scalars(select(JournalUnitRow.id).where(JournalUnitRow.undoes_id == unit)).first() is not None
