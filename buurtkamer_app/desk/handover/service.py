"""The handover: notes for the next shift, whom to call back, what was lent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Handover:
    """Use cases of the handover."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
