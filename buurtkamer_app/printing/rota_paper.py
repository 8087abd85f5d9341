"""What a sheet of the rota holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time


@dataclass(frozen=True, slots=True)
class PaperShift:
    """A shift as it stands on paper: `names` who is on, in words; `needed` what it still needs, nothing when full."""

    on: date
    part: str
    starts: time
    ends: time
    names: tuple[str, ...] = ()
    task: str = ""
    needed: str = ""


@dataclass(frozen=True, slots=True)
class PaperDay:
    """A day with its shifts; `closed` is why the house is closed, None when it is not."""

    on: date
    shifts: tuple[PaperShift, ...] = ()
    closed: str | None = None


@dataclass(frozen=True, slots=True)
class RotaPaper:
    """A sheet: what it is called, the first day and the last, the days between them, and names with phone numbers.

    Without `phones` it may hang where everybody reads it.
    """

    title: str
    first: date
    last: date
    days: tuple[PaperDay, ...]
    phones: tuple[tuple[str, str], ...] = ()
