"""Closing the house: activities, shifts and sign-ups move or go together, in one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Closing:
    """Use cases of closing the house."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
