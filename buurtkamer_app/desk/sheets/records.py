"""Numbered paper tally sheets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One hour of a numbered paper tally sheet."""

    sheet: str
    hour: int
    count: int
    children: int = 0
    first_time: int = 0
