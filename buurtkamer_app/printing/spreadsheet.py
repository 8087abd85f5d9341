"""A spreadsheet (XLSX) of tables, made in memory: text stays text, amounts and hours are numbers to add up."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# What a cell of a spreadsheet holds at most.
_LONGEST: Final = 32_767
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_NARROWEST: Final = 10
_WIDEST: Final = 60
_A4: Final = 9
_LONGEST_HEADER: Final = 120  # letters above a printed sheet: with its codes no more than 255


@dataclass(frozen=True, slots=True)
class Euros:
    """An amount in cents, shown in euros."""

    cents: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """A length of time in minutes, shown as hours and minutes (`12:30`)."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How many more than before, or fewer, shown with its sign."""

    many: int


@dataclass(frozen=True, slots=True)
class Tenths:
    """A number with one decimal."""

    tenths: int


Cell: TypeAlias = "str | int | date | Euros | Minutes | Difference | Tenths | None"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the file: its name, the heads of its columns, its rows, and a last row of sums (empty: none)."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[Cell, ...] = ()


class _Looks:
    """How cells are shown, plain and bold."""

    def __init__(self, make: _Maker) -> None:
        numbers = {"number": "#,##0", "date": "dd-mm-yyyy", "euros": "#,##0.00", "minutes": "[h]:mm"}
        numbers |= {"difference": "+#,##0;-#,##0;0", "tenths": "0.0"}
        shapes: dict[str, dict[str, Any]] = {name: {"num_format": shape} for name, shape in numbers.items()}
        shapes["text"] = {"text_wrap": True}
        self._made = {
            (name, bold): make.look(shape | {"bold": bold, "valign": "top"})
            for name, shape in shapes.items()
            for bold in (False, True)
        }

    def of(self, name: str, *, bold: bool) -> Format:
        """Give one of them."""
        return self._made[name, bold]


class _Maker:
    """A workbook in the making; nothing is written to a disk, where it could be read by others."""

    def __init__(self, title: str, author: str, made_on: date) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - only loaded when a spreadsheet is asked for

        self._title = title
        self._out = io.BytesIO()
        self._book = Workbook(self._out, {"in_memory": True})
        made = datetime.combine(made_on, time(), UTC)
        self._book.set_properties({"title": title, "author": author, "created": made})
        self._looks = _Looks(self)

    def look(self, shape: dict[str, object]) -> Format:
        """Make a way in which cells are shown."""
        return self._book.add_format(shape)

    def add(self, table: Table) -> None:
        """Add a sheet."""
        sheet = self._book.add_worksheet(table.name.translate(_NOT_IN_NAMES).strip()[:_LONGEST_NAME] or "1")
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        for row, cells in enumerate((table.heads, *table.rows, table.sums)):
            bold = row == 0 or cells is table.sums
            for column, cell in enumerate(cells):
                self._put(sheet, (row, column), cell, bold=bold)
        sheet.repeat_rows(0)
        if self._title:
            sheet.set_header(f"&L{self._title[:_LONGEST_HEADER].replace('&', '&&')}")
        sheet.set_footer("&L&A&R&P/&N")
        for column in range(len(table.heads)):
            rows = (table.heads, *table.rows, *((table.sums,) if table.sums else ()))
            wide = max(_letters(row[column]) for row in rows) + 2
            sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, wide)))

    def done(self) -> bytes:
        """Give the finished file."""
        self._book.close()
        return self._out.getvalue()

    def _put(self, sheet: Worksheet, at: tuple[int, int], cell: Cell, *, bold: bool) -> None:
        if cell is None:
            return
        if isinstance(cell, str):
            # Never a formula or a link, whatever it begins with.
            sheet.write_string(*at, cell[:_LONGEST], self._looks.of("text", bold=bold))
        elif isinstance(cell, Euros):
            sheet.write_number(*at, cell.cents / 100, self._looks.of("euros", bold=bold))
        elif isinstance(cell, Minutes):
            sheet.write_number(*at, cell.minutes / (24 * 60), self._looks.of("minutes", bold=bold))
        elif isinstance(cell, Difference):
            sheet.write_number(*at, cell.many, self._looks.of("difference", bold=bold))
        elif isinstance(cell, Tenths):
            sheet.write_number(*at, cell.tenths / 10, self._looks.of("tenths", bold=bold))
        elif isinstance(cell, date):
            sheet.write_datetime(*at, cell, self._looks.of("date", bold=bold))
        else:
            sheet.write_number(*at, cell, self._looks.of("number", bold=bold))


def _letters(cell: Cell) -> int:
    """Give about how many letters wide a cell is, so that no number becomes a row of `#`."""
    if isinstance(cell, Euros):
        return len(f"{cell.cents / 100:,.2f}") + 1
    if isinstance(cell, Minutes):
        return len(str(cell.minutes // 60)) + 3
    if isinstance(cell, int):
        return len(f"{cell:,}") + 1
    return len(cell) if isinstance(cell, str) else 0


def spreadsheet(title: str, author: str, made_on: date, tables: Sequence[Table]) -> bytes:
    """Make a file of tables, each on a sheet of its own; the same tables give the same cells."""
    made = _Maker(title, author, made_on)
    for table in tables:
        made.add(table)
    return made.done()
