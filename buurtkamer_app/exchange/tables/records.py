"""The rows of a file, as texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

# Stands where a formula has no result: the program that made the file never worked it out. No keyboard types it.
NO_RESULT: Final = "\ue000"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds anything, with its number as the program shows it that made the file."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file; a CSV file has one without a name."""

    name: str
    rows: list[Row] = field(default_factory=list)
