"""All mapped classes: importing this maps what no service has needed yet."""

from buurtkamer_app.storage.tables import (
    activities,
    concerns,
    days,
    desk,
    exchange,
    journal,
    neighbourhood,
    paper,
    people,
    room,
    rota,
    safekeeping,
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
    "exchange",
    "journal",
    "neighbourhood",
    "paper",
    "people",
    "room",
    "rota",
    "safekeeping",
    "team",
    "wishes",
]
