"""What the dialog of one date shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.meals.records import Table, Till
    from buurtkamer_app.activities.records import TakingPart
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class Seen:
    """Who takes part and what they eat; `need` is how many places each waiting party lacks.

    `till` is what is paid, read only for who takes the money. `reflected` tells whether somebody looked back, `ahead`
    whether the day is still to come: then there is nobody to count.
    """

    told: TakingPart
    table: Table
    need: Mapping[UUID, int]
    till: Till | None
    reflected: bool
    ahead: bool = False


def look(services: Services, series: UUID, on: date, *, money: bool) -> Seen:
    """Read it."""
    told = services.attendance.taking_part(series, on)
    need = services.sign_ups.next_up(told.occurrence, [entry.party for entry in told.parties])
    till = services.meals.till(series, on) if money else None
    reflected = told.over and services.reflections.of(series, on) is not None
    return Seen(told, services.meals.table(series, on), need, till, reflected, on > services.room.today())
