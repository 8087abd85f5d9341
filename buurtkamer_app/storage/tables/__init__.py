"""All mapped classes, one file a feature; importing this makes `Base.metadata` whole."""

from buurtkamer_app.storage.tables import activities, desk, exchange, journal, people, room, rota, safekeeping, wishes
from buurtkamer_app.storage.tables.base import Base

__all__ = ["Base", "activities", "desk", "exchange", "journal", "people", "room", "rota", "safekeeping", "wishes"]
