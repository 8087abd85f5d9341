"""When hosts can: their usual times, and the days on which it is otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.people.records import Available


@dataclass(frozen=True, slots=True)
class Days:
    """Days, both included, on which a host is away, or there extra; without a part the whole days."""

    first: date
    last: date
    part: DayPart | None = None
    extra: bool = False

    def holds(self, on: date, part: DayPart) -> bool:
        """Tell whether a part of a day falls in them."""
        return self.first <= on <= self.last and self.part in {None, part}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTimes(Days):
    """Such days as they are on record: their key, and whose they are."""

    id: UUID
    host: UUID


@dataclass(frozen=True, slots=True)
class HostTimes:
    """When one host can: usually, and otherwise (those that are over are left out)."""

    host: UUID
    name: str
    usual: tuple[Available, ...]
    others: tuple[OtherTimes, ...]
