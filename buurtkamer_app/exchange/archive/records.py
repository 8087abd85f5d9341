"""What an archive says of itself, and what is told of one that was made or looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

NAME: Final = "buurtkamer-archive"
FORMAT: Final = f"{NAME}/1"
ENDING: Final = ".zip"


class TableEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list in an archive: the name of its table, how many rows and bytes it has, SHA-256 of it in hexadecimals."""

    name: str
    rows: int
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is in an archive; nothing of when or where it was made, so that the same room gives the same file."""

    format: str
    revision: str
    room: str
    tables: tuple[TableEntry, ...]

    @property
    def rows(self) -> int:
        """Give how many rows there are in all."""
        return sum(table.rows for table in self.tables)


@dataclass(frozen=True, slots=True)
class Saved:
    """An archive that was written: where, its rows, its size in bytes."""

    path: Path
    rows: int
    size: int


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Somebody who can be the first at the desk after an archive was brought in."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """An archive that is whole: of which room it is, how many rows it holds, and its coordinators by number."""

    room: str
    rows: int
    coordinators: tuple[Coordinator, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is the first at the desk of a room that comes out of an archive; PIN and passphrase are never shown."""

    coordinator: UUID
    pin: str = field(repr=False)
    passphrase: str = field(repr=False)
