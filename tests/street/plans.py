"""Plans of street activities, as the tests begin with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms_around import LedBy, TargetGroup
from buurtkamer_app.street.records import Plan

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

TODAY: Final = date(2026, 3, 11)
PLAN: Final = Plan(
    "Koffie in de zon",
    date(2026, 3, 4),
    time(14),
    time(17),
    "Het pleintje",
    LedBy.PROFESSIONALS,
    "Drie diensten",
    "Zes buren",
    frozenset({TargetGroup.CHILDREN, TargetGroup.OLDER}),
    talk_cart=True,
    to_bring="Twee tafels",
    by_rain="In de school",
)


def days_ago(days: int, plan: Plan = PLAN) -> Plan:
    """Give a plan so many days before today."""
    return replace(plan, on_date=TODAY - timedelta(days=days))


def held(services: Services, days: int = 7, street: UUID | None = None, plan: Plan = PLAN) -> UUID:
    """Plan something in a street, a new one unless one is given; give its key."""
    where = street or services.streets.add("Kersenlaan").value
    return services.street_plans.write(where, days_ago(days, plan)).value
