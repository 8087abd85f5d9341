"""Writes a list to an open file row by row: a spreadsheet, or CSV as Dutch programs or as all others read it."""

from __future__ import annotations

import csv
import io
from datetime import date, time
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log.rules import plain_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xlsxwriter import Workbook

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.lists.out.records import Listed, Value

_LOOKS: Final = 2_000  # rows between two looks whether somebody wants it to stop
# Day 1 of a spreadsheet is 1 January 1900, which its makers took for a leap year (ECMA-376, 18.17.4.1).
_DAY_NONE: Final = date(1899, 12, 30).toordinal()
_LONGEST: Final = 32_767  # letters in a cell of a spreadsheet
_MOST_ROWS: Final = 1_048_575  # and rows under its heads
_WIDE: Final = 18


def followed(listed: Listed, progress: Progress) -> Iterator[tuple[Value, ...]]:
    """Give the rows and tell how far it is; raises `StoppedError` when somebody stopped it."""
    for done, row in enumerate(listed.rows):
        if done % _LOOKS == 0:
            progress.at(done, listed.many)
        yield row


def csv_dutch(out: IO[bytes], heads: Iterable[str], rows: Iterable[tuple[Value, ...]]) -> None:
    """Write semicolons, dates as 31-12-2026, and a mark that it is UTF-8: so spreadsheets here open it at once."""
    _csv(out, ";", "utf-8-sig", [translate(head) for head in heads], rows, _Dutch().cell)


def csv_iso(out: IO[bytes], heads: Iterable[str], rows: Iterable[tuple[Value, ...]]) -> None:
    """Write commas, dates as 2026-12-31 and English heads (RFC 4180, ISO 8601), for other programs."""
    _csv(out, ",", "utf-8", list(heads), rows, _iso)


def _csv(  # noqa: PLR0913, PLR0917 - the six things in which two kinds of CSV differ
    out: IO[bytes],
    delimiter: str,
    encoding: str,
    heads: list[str],
    rows: Iterable[tuple[Value, ...]],
    cell: Callable[[Value], str | int],
) -> None:
    text = io.TextIOWrapper(out, encoding=encoding, newline="", write_through=False)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([cell(value) for value in row] for row in rows)
    text.flush()
    text.detach()


class _Dutch:
    """Says cells as people here write them; a day is spelled once."""

    def __init__(self) -> None:
        self._said: dict[Value, str] = {}

    def cell(self, value: Value) -> str | int:
        """Give a cell."""
        kind = type(value)
        if kind is int:
            return value  # type: ignore[return-value] # `type` says so
        if kind is str:
            return plain_cell(value)  # type: ignore[arg-type] # as above
        if value is None or value is False:
            return ""
        if value is True:
            return translate("yes")
        said = self._said.get(value)
        if said is None:
            said = self._said[value] = f"{value:%d-%m-%Y}" if isinstance(value, date) else f"{value:%H:%M}"
        return said


def _iso(value: Value) -> str | int:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value if isinstance(value, int) else plain_cell(value)


class _Sheet:
    """Puts values in the cells of a sheet: text is text whatever it begins with, days and times are numbers."""

    def __init__(self, book: Workbook, title: str) -> None:
        self._sheet = book.add_worksheet(title[:31])
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "dd-mm-yyyy"})
        self._time = book.add_format({"num_format": "hh:mm"})

    def heads(self, heads: Iterable[str]) -> None:
        """Write the first row, which stays in sight."""
        self._sheet.freeze_panes(1, 0)
        for column, head in enumerate(heads):
            self._sheet.set_column(column, column, _WIDE)
            self._sheet.write_string(0, column, head, self._bold)

    def rows(self, rows: Iterable[tuple[Value, ...]]) -> None:
        """Write all other rows; raises `RefusedError` for more than a sheet holds."""
        number, text = self._sheet.write_number, self._sheet.write_string
        yes = translate("yes")
        for at, row in enumerate(rows, 1):
            if at > _MOST_ROWS:
                raise RefusedError("This is more than a spreadsheet holds. Choose a shorter period, or CSV.")
            for column, value in enumerate(row):
                kind = type(value)
                if kind is int:
                    number(at, column, value)  # type: ignore[arg-type] # `type` says so
                elif isinstance(value, str):
                    text(at, column, value[:_LONGEST])
                elif value is True:
                    text(at, column, yes)
                elif isinstance(value, date):
                    number(at, column, value.toordinal() - _DAY_NONE, self._day)
                elif isinstance(value, time):
                    number(at, column, (value.hour * 60 + value.minute) / 1440, self._time)


def spreadsheet(
    out: IO[bytes], title: str, heads: Iterable[str], rows: Iterable[tuple[Value, ...]], *, names: bool
) -> None:
    """Write a sheet; what holds no `names` passes through a temporary file, so that years of it fit in memory."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only loaded when a spreadsheet is asked for

    # Names never stand on a disk in the open, not even for a moment.
    with TemporaryDirectory(prefix="buurtkamer-", ignore_cleanup_errors=True) as beside:
        made = io.BytesIO()
        book = Workbook(made, {"in_memory": True} if names else {"constant_memory": True, "tmpdir": beside})
        try:
            sheet = _Sheet(book, title)
            sheet.heads([translate(head) for head in heads])
            sheet.rows(rows)
        finally:
            # Stopped halfway too: only this lets go of the temporary file.
            book.close()
    out.write(made.getbuffer())
