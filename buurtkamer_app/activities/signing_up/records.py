"""A party as it signs up or changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from buurtkamer_app.activities.records import Party


@dataclass(frozen=True, slots=True)
class NewParty:
    """Persons who sign up together: a name and a phone number or nothing, and how many take which choice of the meal.

    `orders` None leaves the choices as they are.
    """

    name: str
    persons: int
    phone: str = ""
    orders: Mapping[UUID, int] | None = None


@dataclass(frozen=True, slots=True)
class Seated:
    """A party after it changed, and the waiting parties that got places by it."""

    party: Party
    moved: tuple[Party, ...]
