"""Numbered paper tally sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One hour of a numbered paper tally sheet."""

    sheet: str
    hour: int
    count: int
    children: int = 0
    first_time: int = 0


@dataclass(frozen=True, slots=True)
class EnteredHour:
    """An hour that was keyed back: `at` (UTC) and `by` (a host's name) are empty when the journal forgot them."""

    hour: int
    count: int
    children: int
    first_time: int
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that has a number: its day, once that is known, and the hours that were entered, in their order."""

    number: str
    for_date: date | None
    entered: tuple[EnteredHour, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyedBack:
    """What keying a sheet back did: the hours that were new, and those that stood there already, unchanged."""

    number: str
    new: tuple[int, ...]
    known: tuple[EnteredHour, ...]
