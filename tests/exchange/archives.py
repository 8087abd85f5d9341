"""Rooms with something in every list, fresh rooms beside them, and archives that somebody made otherwise."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID
from zipfile import ZipFile

import msgspec
from sqlalchemy import JSON, Boolean, CheckConstraint, Date, Enum, Integer, LargeBinary, String, Time, Uuid, insert
from sqlalchemy.orm import Session

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.exchange.archive.packing import entry, packing
from buurtkamer_app.exchange.archive.rules import MANIFEST_ENTRY, MARK_ENTRY
from buurtkamer_app.exchange.archive.schema import lists, reference_of
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded, open_postgresql
from buurtkamer_app.storage.tables.base import Instant
from buurtkamer_app.storage.tables.every import Base
from tests.conftest import KEY, NOON, VAULT
from tests.server import bring_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sqlalchemy import Column, Table

    from buurtkamer_app.services import Services
    from tests.conftest import Templates

_EARLY: Final = re.compile("start|opens|one_id")
# What the checks of a table want where one value of each type does not do.
_FIXED: Final[dict[str, dict[str, Any]]] = {
    "allowance_rate": {"country": "NL"},
    "closure_choice": {"booking_id": None, "place_id": None},
    "concern_reading": {"incident_id": None},
    "effect": {"more": 9},
    "house_look": {"main": "#5b3a8c", "second": "#7f4507"},
    "journal_change": {"action": "update", "kind": "wish"},
    "market_event": {"wide_cm": 4000, "high_cm": 2000, "route_cm": 300},
    "numbered_sheet": {"hours": "10 11"},
    "plan_thing": {"wide_cm": 300, "high_cm": 200},
    "room": {"country": "NL", "timezone": "Europe/Amsterdam"},
    "scan": {"year": 2026},
    "spent": {"year": 2026},
    "street_activity": {"professionals": 1},
    "unit_value": {"year": 2026, "low_cents": 1, "high_cents": 2},
    "week_groups": {"groups": 2},
    "wish": {"head_id": None},
}


def usual(column: Column[Any]) -> Any:
    """Give a value of a column's type that most checks take."""
    kind = column.type
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class or ()))
    of: dict[type, Any] = {
        Instant: datetime(2026, 3, 11, 12, 0, 0, 125, tzinfo=UTC),
        Date: date(2026, 3, 11),
        Time: time(10) if _EARLY.search(column.name) else time(11, 30),
        Uuid: UUID(int=7),
        Boolean: True,
        Integer: 1,
        LargeBinary: b"\x00\xff bytes",
        String: "Ömer, الاسم, 🧶",
        JSON: {"name": "Ömer"} if column.nullable else ["name"],
    }
    return next(value for known, value in of.items() if isinstance(kind, known))


def _bound(table: Table) -> set[str]:
    """Give the columns of which a check says something."""
    said = " ".join(str(one.sqltext) for one in table.constraints if isinstance(one, CheckConstraint))
    return {column.name for column in table.columns if re.search(rf"\b{column.name}\b", said)}


def one_of_each(session: Session, value: Callable[[Column[Any]], Any] = usual) -> None:
    """Write one row to every list of an empty room; `value` gives what stands where no check and no key wants else."""
    keys: dict[str, UUID] = {}
    wanted = {kept.name: kept.table for kept in lists()} | {"pin": Base.metadata.tables["pin"]}
    wanted["signing_key"] = Base.metadata.tables["signing_key"]
    for number, (name, table) in enumerate(wanted.items(), start=1):
        row = _row(name, table, number, keys, value)
        session.execute(insert(table), row)
        if "id" in row:
            keys[name] = row["id"]


def _row(
    name: str, table: Table, number: int, keys: Mapping[str, UUID], value: Callable[[Column[Any]], Any]
) -> dict[str, Any]:
    bound, row = _bound(table), dict[str, Any]()
    for column in table.columns:
        target = reference_of(column)
        if column.name in _FIXED.get(name, {}):
            row[column.name] = _FIXED[name][column.name]
        elif column.name == "id":
            row["id"] = UUID(int=number << 64 | 7 << 76 | 2 << 62)
        elif target is not None:
            row[column.name] = keys.get(target.partition(".")[0])
        else:
            row[column.name] = usual(column) if column.name in bound or column.primary_key else value(column)
    return row


@contextmanager
def fresh(kind: str, templates: Templates, folder: Path, clock: SetClock) -> Iterator[Services]:
    """Give all services on an empty store of a kind, beside the one of the test."""
    if kind == "embedded":
        folder.mkdir(exist_ok=True)
        shutil.copy(templates.file("empty"), folder / DATABASE)
        engine = open_embedded(folder / DATABASE, KEY)
    else:
        url = templates.server("elsewhere")
        bring_back(url)
        engine = open_postgresql(url)
    try:
        yield assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    finally:
        engine.dispose()


def archived(services: Services, path: Path) -> bytes:
    """Write the archive of a room and give its bytes."""
    services.archives.save(path, Progress())
    return path.read_bytes()


def archive_of_each(templates: Templates, folder: Path) -> bytes:
    """Give the archive of a room with one row in every list."""
    with fresh("embedded", templates, folder / "room", SetClock(NOON)) as services:
        with Session(services.store.engine) as session:
            one_of_each(session)
            session.commit()
        return archived(services, folder / "a.zip")


def contents(archive: bytes) -> dict[str, bytes]:
    """Give the entries of an archive."""
    with ZipFile(io.BytesIO(archive)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def rows(archive: bytes, name: str) -> list[dict[str, Any]]:
    """Give the rows of a list of an archive."""
    return [msgspec.json.decode(line) for line in contents(archive)[f"{name}.jsonl"].splitlines()]


def otherwise(
    entries: Mapping[str, bytes], told: Mapping[str, object] = {}, spoil: Callable[[ZipFile], None] = lambda _: None
) -> bytes:
    """Make a sealed archive of these entries, whose manifest tells what is in it; `told` is told instead."""
    out = io.BytesIO()
    with packing(out) as packed:
        for name, content in entries.items():
            if name not in {MARK_ENTRY, MANIFEST_ENTRY}:
                with entry(packed, name) as target:
                    target.write(content)
        if MANIFEST_ENTRY in entries:
            manifest = msgspec.json.decode(entries[MANIFEST_ENTRY]) | {"tables": list(map(_told, _tables(entries)))}
            with entry(packed, MANIFEST_ENTRY) as target:
                target.write(msgspec.json.encode(manifest | dict(told)))
        spoil(packed)
    return out.getvalue()


def _tables(entries: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    return [(name, content) for name, content in entries.items() if name.endswith(".jsonl")]


def _told(table: tuple[str, bytes]) -> dict[str, object]:
    name, content = table
    told = {"name": name.removesuffix(".jsonl"), "rows": content.count(b"\n"), "bytes": len(content)}
    return told | {"sha256": hashlib.sha256(content).hexdigest()}
