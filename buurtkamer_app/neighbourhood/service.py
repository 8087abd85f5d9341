"""The neighbourhood: whom to call in which situation, and what one must find in the house at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Neighbourhood:
    """Use cases of the neighbourhood."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
