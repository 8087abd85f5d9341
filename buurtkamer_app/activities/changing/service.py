"""Changes to a series: what they move is shown first, then taken over for one date, from here on, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Changing:
    """Use cases of changing series."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
