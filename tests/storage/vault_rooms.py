"""Rooms with a vault, for the tests of the vault."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.storage.key_slots import Kind

DAY = date(2026, 3, 9)
PHRASE = "molen kaneel ooievaar fluit dorp"


@dataclass(frozen=True)
class Room:
    folder: Path
    secrets: Path
    made: vault.Created


def make_room(base: Path) -> Room:
    """Make a real room; it costs two derivations."""
    return Room(base / "room", base / "secrets", vault.create(base / "room", base / "secrets", PHRASE, on=DAY))


def copy_of(room: Room, base: Path) -> Room:
    """Copy a room for a test that changes it, which costs none."""
    for name, source in (("room", room.folder), ("secrets", room.secrets)):
        (base / name).mkdir()
        for file in source.iterdir():
            (base / name / file.name).write_bytes(file.read_bytes())
    return Room(base / "room", base / "secrets", room.made)


def slots_of(of: vault.Vault, kind: Kind) -> list[UUID]:
    return [slot.id for slot in of.slots if slot.kind is kind]


def altered(folder: Path, change: dict[str, Any], slot: int) -> vault.Vault:
    """Change one field of one slot in the file, as somebody with an editor and patience would."""
    file = folder / vault.FILE
    kept = json.loads(file.read_bytes())
    kept["slots"][slot] |= change
    file.write_bytes(msgspec.json.format(json.dumps(kept).encode(), indent=1) + b"\n")
    return vault.load(folder)
