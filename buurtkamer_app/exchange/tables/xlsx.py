"""Reads the sheets of an XLSX file: what its cells show, never its formulas, macros or links."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.errors import BuurtkamerError, FileRefusedError
from buurtkamer_app.exchange.tables.records import NO_RESULT, Row, Sheet
from buurtkamer_app.exchange.tables.sheet_marks import Marks, has_marks, marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from openpyxl import Workbook

    from buurtkamer_app.exchange.tables.limits import Limits

_OFTEN: Final = 500
_PIECE: Final = 1 << 20
# No table of a spreadsheet declares these; what does wants to be many times as large as it is, or to read other files.
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"


def read(content: bytes, limits: Limits, tell: Callable[[int], object]) -> list[Sheet]:
    """Give the sheets in sight; raises `FileRefusedError` for what is no such file, too large, or made to do harm."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only who brings in a spreadsheet pays for it

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check(packed, limits)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            return _Reading(book, limits, tell).sheets()
        finally:
            book.close()
    except BuurtkamerError:
        raise
    except Exception as error:  # a file that was damaged breaks its reader in any way
        raise FileRefusedError(
            "This spreadsheet cannot be read. Save it once more.", details=type(error).__name__
        ) from error


def _check(packed: zipfile.ZipFile, limits: Limits) -> None:
    """Raise `FileRefusedError` unless this is a spreadsheet that unpacks to what we can hold, and to nothing else."""
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefusedError("This file is locked with a password. Save it once more without one.")
    if "mimetype" in names and packed.open("mimetype").read(200).startswith(_OPEN_DOCUMENT):
        raise FileRefusedError("This is a file of LibreOffice. Save it as .xlsx, then bring it in.")
    if any(name.endswith(".iwa") for name in names):
        raise FileRefusedError("This is a file of Numbers. Export it as Excel or CSV, then bring it in.")
    if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
        raise FileRefusedError("This is no table. Save it as .xlsx or .csv, then bring it in.")
    large = FileRefusedError("This file is too large. Bring in a part of it.")
    packed_size = max(1, sum(part.compress_size for part in parts))
    size = sum(part.file_size for part in parts)
    if len(parts) > limits.parts or size > limits.unpacked or (size > _PIECE and size > limits.ratio * packed_size):
        raise large
    # What a part says of its size need not be true: it is counted while it is unpacked.
    left = limits.unpacked
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            left = _look_through(packed, part, left, large)


def _look_through(packed: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, large: FileRefusedError) -> int:
    """Give how many bytes may still be unpacked after this part, of which none declares what it may not."""
    end = b""
    with packed.open(part) as source:
        while piece := source.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise large
            # Also in letters of two bytes.
            if _DECLARED.search((end + piece).replace(b"\0", b"")):
                raise FileRefusedError("This spreadsheet cannot be read. Save it once more.", details="declares")
            end = piece[-40:]
    return left


class _Reading:
    """Reads one file, and counts what it reads."""

    def __init__(self, book: Workbook, limits: Limits, tell: Callable[[int], object]) -> None:
        self._book, self._limits, self._tell = book, limits, tell
        self._scanned = self._cells = 0

    def sheets(self) -> list[Sheet]:
        """Give the sheets in sight that hold anything."""
        seen = [sheet for sheet in self._book.worksheets if sheet.sheet_state == "visible"]
        return [found for sheet in seen if (found := self._sheet(sheet)).rows]

    def _sheet(self, sheet: Any) -> Sheet:
        known = Marks()
        # openpyxl tells of merged cells only to who reads all of a sheet at once.
        source = sheet._get_source  # noqa: SLF001
        with source() as first:
            marked = has_marks(first)
        if marked:
            with source() as second:
                known = marks(second, self._limits)
        # Some programs write a size that is not so.
        sheet.reset_dimensions()
        made, limits = Sheet(sheet.title), self._limits
        before: list[str] = []
        for number, cells in enumerate(sheet.iter_rows(max_col=limits.columns + 1, values_only=True), 1):
            self._scanned += 1
            if self._scanned % _OFTEN == 0:
                self._tell(self._scanned)
            kept = self._kept(cells, known, number, before)
            if any(kept):
                made.rows.append(Row(number, kept))
            self._cells += len(kept)
            before = kept
            if len(made.rows) > limits.rows or self._scanned > limits.scanned or self._cells > limits.cells:
                raise FileRefusedError("This file holds over {most} lines. Bring in fewer at once.", most=limits.rows)
        return made

    def _kept(self, cells: Iterable[object], known: Marks, number: int, before: list[str]) -> list[str]:
        """Give the cells of a row as texts; what was merged downwards holds for each of its rows."""
        kept = [_text(cell)[: self._limits.letters + 1] for cell in cells]
        for column in known.without_result.get(number, ()):
            kept += [""] * (column - len(kept))
            kept[column - 1] = NO_RESULT
        for column in known.merged_down.get(number, ()):
            if column <= len(before):
                kept += [""] * (column - len(kept))
                kept[column - 1] = kept[column - 1] or before[column - 1]
        while kept and not kept[-1]:
            kept.pop()
        if len(kept) > self._limits.columns:
            raise FileRefusedError("This file has over {most} columns. Leave some out.", most=self._limits.columns)
        return kept


def _text(cell: object) -> str:
    """Give a cell as a person reads it."""
    if isinstance(cell, (date, time, timedelta)):
        return _moment(cell)
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _moment(cell: date | time | timedelta) -> str:
    """Give a day, a time or both, as Dutch lists have them."""
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    with_time = isinstance(cell, datetime) and cell.replace(microsecond=0).time() != time()
    return f"{cell:%d-%m-%Y %H:%M}" if with_time else f"{cell:%d-%m-%Y}"
