"""The keys that open the room's data: which there are, and taking one away from somebody who left.

The vault does not know who holds which key, so the coordinator says which one goes. It is no part of any undo step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.key_slots import Kind

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.storage.unit_of_work import Store

# The recovery code belongs to the room and not to a person.
_HELD: Final = {Kind.PASSPHRASE: mark("Passphrase"), Kind.STICK: mark("Key stick")}


@dataclass(frozen=True, slots=True)
class RoomKey:
    """A key that somebody holds: what it is (a message id), and since when."""

    id: UUID
    what: str
    made_on: date


class RoomKeys:
    """Use cases of the keys of the data, for the coordinator; a practice room and a server have none."""

    def __init__(self, store: Store, files: Path | None) -> None:
        self._store = store
        self._files = files

    def held(self) -> list[RoomKey]:
        """Give the keys that people hold, the oldest first."""
        self._store.allow(Role.COORDINATOR)
        if self._files is None or not (self._files / vault.FILE).exists():
            return []
        slots = vault.load(self._files).slots
        found = [RoomKey(slot.id, _HELD[slot.kind], slot.created) for slot in slots if slot.kind in _HELD]
        return sorted(found, key=lambda key: key.made_on)

    def take_away(self, key: UUID) -> None:
        """Let a key open nothing any more; it cannot be undone.

        Raises `RefusedError` when it is gone already or is the last one, `StoreError` when the disk refuses.
        """
        self._store.allow(Role.COORDINATOR)
        if self._files is None:
            raise RefusedError("This key is gone already. Look at the list again.")
        vault.remove_slot(self._files, vault.load(self._files), key)
