"""Numbered paper sheets: those that count, and those to sign up on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence


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
    """A sheet that has a number: its day, once that is known, and the hours that were entered, in their order.

    `series` is that of a sign-up sheet, None for one that counts; `hours` are the rows that it was printed with, if so.
    """

    number: str
    for_date: date | None
    entered: tuple[EnteredHour, ...] = ()
    series: UUID | None = None
    hours: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyedBack:
    """What keying a sheet back did: the hours that were new, and those that stood there already, unchanged."""

    number: str
    new: tuple[int, ...]
    known: tuple[EnteredHour, ...]


@dataclass(frozen=True, slots=True)
class SignUpLine:
    """A line that somebody wrote on a sign-up sheet, the first is 1: a party as it signs up at the desk."""

    line: int
    name: str
    persons: int = 1
    phone: str = ""


@dataclass(frozen=True, slots=True)
class EnteredLine:
    """A line that was keyed back, as its party is now: `waiting` on the waiting list, `cancelled` after it withdrew."""

    line: int
    name: str
    persons: int
    phone: str
    waiting: bool
    cancelled: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class SignUpSheet:
    """A sign-up sheet of one date: `lines` to write on; `taken` persons had places when it was printed.

    `number` is empty on one that was not printed yet.
    """

    occurrence: Occurrence
    lines: int
    taken: int
    number: str = ""
    entered: tuple[EnteredLine, ...] = ()

    @property
    def places(self) -> int:
        """Give how many of the lines are places, as the paper says; the others are its waiting list."""
        most = self.occurrence.series.capacity
        return self.lines if most is None else min(self.lines, max(most - self.taken, 0))


@dataclass(frozen=True, slots=True)
class KeyedLines:
    """What keying a sign-up sheet back did: the lines that were new, and those that stood there already, unchanged."""

    number: str
    new: tuple[EnteredLine, ...]
    known: tuple[EnteredLine, ...]
