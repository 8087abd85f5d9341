"""Reads the rows of a spreadsheet (XLSX) or of a CSV file, as Dutch or English programs write them."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LARGEST: Final = 5_000_000  # bytes of a file
_UNPACKED: Final = 50_000_000  # bytes of a spreadsheet once it is unpacked
MOST_ROWS: Final = 2_000
_MOST_COLUMNS: Final = 60


def rows(content: bytes) -> list[list[str]]:
    """Give the rows that hold anything, as texts; raises `FileRefusedError` for what is no table, or too large."""
    if len(content) > LARGEST:
        raise FileRefusedError("This file is too large for a list of hosts.")
    found = _spreadsheet(content) if content.startswith(b"PK") else _csv(content)
    if len(found) > MOST_ROWS:
        raise FileRefusedError("This file holds over {most} lines. Bring in fewer at once.", most=MOST_ROWS)
    return found


def _kept(cells: Iterable[object]) -> list[str]:
    return [_text(cell) for cell, _ in zip(cells, range(_MOST_COLUMNS), strict=False)]


def _text(cell: object) -> str:
    if isinstance(cell, (datetime, date)):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _spreadsheet(content: bytes) -> list[list[str]]:
    # Only who brings in a spreadsheet pays for it.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _UNPACKED:
                raise FileRefusedError("This file is too large for a list of hosts.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        found = []
        for cells in sheet.iter_rows(values_only=True):
            kept = _kept(cells)
            if any(kept):
                found.append(kept)
            if len(found) > MOST_ROWS:
                break
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError, OSError) as error:
        raise FileRefusedError(
            "This spreadsheet cannot be read. Save it once more.", details=type(error).__name__
        ) from error
    return found


def _csv(content: bytes) -> list[list[str]]:
    text = _decoded(content)
    if "\0" in text:
        raise FileRefusedError("This is no list of hosts. Use a spreadsheet, CSV or vCard file.")
    lines = text.splitlines()
    sample = lines[0] if lines else ""
    comma = max(";\t,", key=sample.count)
    try:
        return [
            kept for cells in csv.reader(io.StringIO(text, newline=""), delimiter=comma) if any(kept := _kept(cells))
        ]
    except csv.Error as error:
        raise FileRefusedError("This file cannot be read. Save it once more.", details=type(error).__name__) from error


def _decoded(content: bytes) -> str:
    """Give the text: UTF-8 when it is that, else what Windows writes in our countries."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def as_csv(table: Sequence[Sequence[str]]) -> bytes:
    """Write rows as Dutch programs open them: semicolons, and a mark that it is UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([[_harmless(cell) for cell in row] for row in table])
    return out.getvalue().encode("utf-8-sig")


def meant(cell: str) -> str:
    """Give what a cell means, without the quote that keeps it from being taken for a formula; `'t Hoen` keeps his."""
    return cell[1:] if cell.startswith("'") and _like_formula(cell) else cell


def _harmless(cell: str) -> str:
    """Let no cell be taken for a formula: a name or a number that begins as one gets a quote before it."""
    return f"'{cell}" if _like_formula(cell) else cell


def _like_formula(cell: str) -> bool:
    return cell.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r"))
