"""Writes all of a room to an archive, row by row, as it is at one moment."""

from __future__ import annotations

import hashlib
from contextlib import closing
from typing import IO, TYPE_CHECKING, Any, Final

import msgspec

from buurtkamer_app.base import paths
from buurtkamer_app.exchange.archive import queries
from buurtkamer_app.exchange.archive.packing import entry, packing
from buurtkamer_app.exchange.archive.records import FORMAT, Manifest, TableEntry
from buurtkamer_app.exchange.archive.rules import MANIFEST_ENTRY, README_ENTRY, SCHEMA_ENTRY
from buurtkamer_app.exchange.archive.schema import lists, schema
from buurtkamer_app.storage import migrate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.schema import Kept

_ENCODER: Final = msgspec.json.Encoder(order="deterministic")


def write(session: Session, out: IO[bytes], progress: Progress) -> Manifest:
    """Write the archive of a room to an open file; raises `StoppedError` when it is to stop."""
    of = queries.count(session)
    room, done = queries.room_name(session), 0
    tables: list[TableEntry] = []
    with packing(out) as packed:
        _put(packed, README_ENTRY, (paths.resources() / "archive" / README_ENTRY).read_bytes())
        _put(packed, SCHEMA_ENTRY, schema())
        for kept in lists():
            with entry(packed, kept.file) as target, closing(queries.batches(session, kept)) as batches:
                rows, size, digest = 0, 0, hashlib.sha256()
                for batch in batches:
                    lines = _lines(kept, batch)
                    target.write(lines)
                    digest.update(lines)
                    rows, size = rows + len(batch), size + len(lines)
                    progress.at(done + rows, of)
            done += rows
            tables.append(TableEntry(kept.name, rows, size, digest.hexdigest()))
        manifest = Manifest(FORMAT, migrate.known_revisions()[-1], room, tuple(tables))
        _put(packed, MANIFEST_ENTRY, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def _lines(kept: Kept, batch: Sequence[Any]) -> bytes:
    row = kept.row
    return _ENCODER.encode_lines([row(*values) for values in batch])


def _put(packed: Any, name: str, content: bytes) -> None:
    with entry(packed, name) as target:
        target.write(content)
