"""For one wish or group: the best moments, with space, lead and host, and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Slots:
    """Use cases of finding a moment."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
