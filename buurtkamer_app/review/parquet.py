"""Figures of logs as Parquet: one row a room, period, figure and part; only loaded where pyarrow is installed."""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

import pyarrow as pa
from pyarrow import parquet

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.review.tables import OUT_TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.review.records import RoomLog

_FIGURES: Final = next(table for table in OUT_TABLES if table.key == "figures")
_NUMBERS: Final = frozenset({"value", "low", "high"})
_DAYS: Final = frozenset({"first", "last"})
_NAMES: Final = ("room_id", "own_name", "made_at", *(name for name, _ in _FIGURES.columns))
# Logs in one part of the file: many small parts are slow to read.
_AT_ONCE: Final = 100


class Rows:
    """The rows of logs on their way into a file; `written` is how many there are."""

    def __init__(self, logs: Sequence[RoomLog], progress: Progress) -> None:
        self._logs, self._progress = logs, progress
        self.written = 0

    def write(self, out: IO[bytes]) -> None:
        """Write all of them to an open file; raises `StoppedError`."""
        kinds = {name: _kind(name) for name in _NAMES}
        schema = pa.schema(list(kinds.items()))
        done, left = 0, iter(self._logs)
        with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
            while logs := list(islice(left, _AT_ONCE)):
                rows = [row for log in logs for row in _rows(log)]
                columns = zip(*rows, strict=True)
                arrays = [pa.array(column, kinds[name]) for name, column in zip(_NAMES, columns, strict=True)]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
                self.written += len(rows)
                done += len(logs)
                self._progress.at(done, len(self._logs))

    def prove(self, path: Path) -> None:
        """Raise `FileRefusedError` unless a file holds as many rows as were written."""
        if parquet.read_metadata(path).num_rows != self.written:
            raise FileRefusedError("The file could not be read back. Use another disk or stick.")


def _rows(log: RoomLog) -> list[tuple[Any, ...]]:
    return [(str(log.room), log.log.room, log.log.made_at, *row) for row in _FIGURES.rows(log)]


def _kind(name: str) -> pa.DataType:
    if name == "made_at":
        return pa.timestamp("us", tz="UTC")
    if name in _DAYS:
        return pa.date32()
    return pa.int64() if name in _NUMBERS else pa.string()
