"""Wishes that mean the same: supported together under one of them, and split again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Grouping:
    """Use cases of groups of wishes."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
