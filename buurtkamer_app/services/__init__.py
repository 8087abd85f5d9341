"""Every use case of the room in one place, each made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.services.around import AroundParts
from buurtkamer_app.services.desk import DeskParts
from buurtkamer_app.services.hosts import HostParts
from buurtkamer_app.services.house import RoomParts
from buurtkamer_app.services.programme import ProgrammeParts
from buurtkamer_app.services.trust import TrustParts

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.storage.unit_of_work import Store


class Services(RoomParts, ProgrammeParts, HostParts, DeskParts, AroundParts, TrustParts):
    """Every use case of the room, on one store, for one thread; each is loaded when it is first asked for.

    So the first visitor is counted before the rest of the program, with its tables, is in memory. `files` is the
    room's folder, where its own lists may lie (None: on a server).
    """

    store: Store
    vault_id: UUID
    practice: bool
    files: Path | None

    def __init__(self, store: Store, vault_id: UUID, *, practice: bool, files: Path | None = None) -> None:
        self.store, self.vault_id, self.practice, self.files = store, vault_id, practice, files

    def seeing(self) -> AbstractContextManager[object]:
        """Let all that is read meanwhile be of one moment."""
        return self.store.reading()

    def close(self) -> None:
        """Let go of the store, and of what was learnt from it."""
        if "alike" in vars(self):
            self.alike.close()
        self.store.close()
