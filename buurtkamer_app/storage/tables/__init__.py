"""All mapped classes, one file a feature or a large part of one; importing this makes `Base.metadata` whole."""

from buurtkamer_app.storage.tables import (
    activities,
    concerns,
    days,
    desk,
    exchange,
    journal,
    neighbourhood,
    people,
    planner,
    room,
    rota,
    safekeeping,
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
    "people",
    "planner",
    "room",
    "rota",
    "safekeeping",
    "wishes",
]
