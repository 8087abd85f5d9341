"""What a host leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Led:
    """What a host leads: a series from a date on (`goes_on`), or one date of it."""

    series: UUID
    name: str
    on: date
    goes_on: bool
