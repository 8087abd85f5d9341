"""What a wish comes to when it is no activity: a match, handed on, reported, or what exists already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Endings:
    """Use cases of the endings of wishes."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
