"""A proposal for all open wishes together, solved as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Proposing:
    """Use cases of the proposal."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
