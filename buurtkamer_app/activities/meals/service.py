"""What is eaten and paid: choices from the room's own list, paid or not, the reduced price."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Meals:
    """Use cases of choices and paying."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
