"""How large a file that somebody brings may be, so that no file stops the desk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of everything in a file: bytes as it is and unpacked, rows, columns, cells, letters of a cell.

    `scanned` are rows that may be looked at in all, empty ones too. A cell that is too long is cut one letter past
    `letters`, so that it can be told in which row it is.
    """

    largest: int = 20_000_000
    unpacked: int = 120_000_000
    ratio: int = 250
    parts: int = 2_000
    rows: int = 50_000
    scanned: int = 200_000
    columns: int = 100
    cells: int = 1_500_000
    letters: int = 10_000


LIMITS = Limits()
