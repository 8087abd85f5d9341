"""Reads a list of hosts from a spreadsheet (XLSX) or a CSV file: as any list, only no longer than hosts can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.tables.limits import Limits
from buurtkamer_app.exchange.tables.reading import as_csv, meant, sheets

if TYPE_CHECKING:
    from buurtkamer_app.exchange.tables.records import Row

__all__ = ["LARGEST", "as_csv", "meant", "numbered", "rows"]

LARGEST: Final = 5_000_000  # bytes of a file
LIMITS: Final = Limits(largest=LARGEST, unpacked=50_000_000, rows=2_000, columns=60)


def numbered(content: bytes) -> list[Row]:
    """Give the rows that hold anything with their numbers; raises `FileRefusedError` for what is no table."""
    found = sheets(content, LIMITS)
    return found[0].rows if found else []


def rows(content: bytes) -> list[list[str]]:
    """Give the rows that hold anything, as texts; raises `FileRefusedError` for what is no table, or too large."""
    return [row.cells for row in numbered(content)]
