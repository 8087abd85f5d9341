"""Writes the figures of logs for the office's own tools: a spreadsheet, a folder of CSV files, or Parquet."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.exchange.delivery import delivering
from buurtkamer_app.exchange.log.rules import plain_cell
from buurtkamer_app.printing.sheet_file import save_together
from buurtkamer_app.printing.spreadsheet import Minutes, Table, spreadsheet
from buurtkamer_app.review.records import WrittenOut
from buurtkamer_app.review.tables import OUT_TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from buurtkamer_app.review.records import RoomLog
    from buurtkamer_app.review.tables import OutTable, Row, Value

XLSX: Final = ".xlsx"
PARQUET: Final = ".parquet"
_NO_FOLDER: Final = frozenset({".csv", ".txt", ".ods", ".xls", ".pdf", ".json"})


def write_out(logs: Sequence[RoomLog], path: Path, on: date, progress: Progress | None = None) -> WrittenOut:
    """Write the figures of logs to `path`: a file that ends on `.xlsx` or `.parquet`, else a folder of CSV files.

    Raises `RefusedError` where Parquet is not installed or the name is another kind of file's, `StoreError` when the
    disk refuses, `StoppedError`; then nothing is left.
    """
    progress = progress or Progress()
    kind = path.suffix.lower()
    if kind == PARQUET:
        return _parquet(logs, path, progress)
    if kind in _NO_FOLDER and not path.is_dir():
        raise RefusedError("Choose a name ending on .xlsx or .parquet, or a folder.")
    return _xlsx(logs, path, on, progress) if kind == XLSX else _folder(logs, path, progress)


def _rows(table: OutTable, logs: Sequence[RoomLog], progress: Progress) -> list[Row]:
    found: list[Row] = []
    for log in logs:
        progress.go_on()
        found += table.rows(log)
    return found


def _tables(logs: Sequence[RoomLog], progress: Progress) -> list[tuple[OutTable, list[Row]]]:
    made = []
    for place, table in enumerate(OUT_TABLES):
        made.append((table, _rows(table, logs, progress)))
        progress.at(place + 1, 2 * len(OUT_TABLES))
    return made


def _xlsx(logs: Sequence[RoomLog], path: Path, on: date, progress: Progress) -> WrittenOut:
    made = _tables(logs, progress)
    sheets = [
        Table(translate(table.title), tuple(translate(head) for _, head in table.columns), tuple(rows))
        for table, rows in made
    ]
    content = spreadsheet(translate("Figures of rooms"), "", on, sheets)
    progress.go_on()

    def prove(fresh: Path) -> None:
        if fresh.read_bytes() != content:
            raise FileRefusedError("The file could not be read back. Use another disk or stick.")

    with delivering(path, content, prove) as place:
        place()
    return WrittenOut((path,), len(logs), sum(len(rows) for _, rows in made))


def _folder(logs: Sequence[RoomLog], folder: Path, progress: Progress) -> WrittenOut:
    """Write every table twice: as Dutch programs write CSV, and as ISO and RFC 4180 do."""
    made = _tables(logs, progress)
    files = {}
    for place, (table, rows) in enumerate(made):
        names, heads = [name for name, _ in table.columns], [translate(head) for _, head in table.columns]
        files[f"{table.key}-nl.csv"] = _csv(heads, rows, dutch=True)
        files[f"{table.key}-iso.csv"] = _csv(names, rows, dutch=False)
        progress.at(len(made) + place + 1, 2 * len(made))
    save_together(files, folder)
    return WrittenOut(tuple(folder / name for name in files), len(logs), sum(len(rows) for _, rows in made))


def _csv(heads: Sequence[str], rows: Sequence[Row], *, dutch: bool) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if dutch else ",", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_said(cell, dutch=dutch) for cell in row] for row in rows)
    # Spreadsheets know UTF-8 by its mark; other programs stumble over it.
    return out.getvalue().encode("utf-8-sig" if dutch else "utf-8")


def _said(cell: Value, *, dutch: bool) -> str:
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}" if dutch else cell.isoformat()
    if isinstance(cell, Minutes):
        # Hours to add up: with a decimal comma, or a point.
        hours = f"{cell.minutes / 60:.2f}"
        return hours.replace(".", ",") if dutch else hours
    return plain_cell(cell)


def _parquet(logs: Sequence[RoomLog], path: Path, progress: Progress) -> WrittenOut:
    try:
        from buurtkamer_app.review.parquet import Rows  # noqa: PLC0415 - pyarrow is large, and few computers have it
    except ImportError as error:
        raise RefusedError("Parquet cannot be written on this computer: pyarrow is not installed.") from error
    rows = Rows(logs, progress)
    with delivering(path, rows.write, rows.prove) as place:
        place()
    return WrittenOut((path,), len(logs), rows.written)
