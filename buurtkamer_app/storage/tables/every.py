"""All mapped classes: importing this maps what no service has needed yet."""

from buurtkamer_app.storage.tables import (
    activities,
    concerns,
    days,
    desk,
    evaluation,
    exchange,
    journal,
    market,
    neighbourhood,
    paper,
    people,
    room,
    rota,
    safekeeping,
    street,
    team,
    wishes,
)
from buurtkamer_app.storage.tables.base import Base

__all__ = [
    "Base",
    "activities",
    "concerns",
    "days",
    "desk",
    "evaluation",
    "exchange",
    "journal",
    "market",
    "neighbourhood",
    "paper",
    "people",
    "room",
    "rota",
    "safekeeping",
    "street",
    "team",
    "wishes",
]
