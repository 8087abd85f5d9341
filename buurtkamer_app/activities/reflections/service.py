"""A short look back at an activity: what went well, who came, whether it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Reflections:
    """Use cases of looking back."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
