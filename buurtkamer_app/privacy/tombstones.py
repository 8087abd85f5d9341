"""Who was erased, without saying who: keys that say nothing, so that no backup brings anybody back.

They stand in the store and in `erased.json` in the room's folder, and beside every backup: a store that is restored may
be older than the erasing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.whole_file import file_trouble, read_at_most, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE: Final = "erased.json"
_FORMAT: Final = "buurtkamer-erased/1"
_LARGEST: Final = 50_000_000


class Tombstone(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """What was erased of one row: its table and key, which columns (none: all of the row), and on which day."""

    kind: str
    row: UUID
    columns: tuple[str, ...]
    erased_on: date


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    erased: tuple[Tombstone, ...]


def read(folder: Path) -> frozenset[Tombstone]:
    """Give the tombstones of a folder, none where there are none; raises `StoreError` when they cannot be read."""
    raw = read_at_most(folder / FILE, _LARGEST)
    if raw is None:
        return frozenset()
    try:
        found = msgspec.json.decode(raw, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged() from error
    if found.format != _FORMAT or len(raw) > _LARGEST:
        raise _damaged()
    return frozenset(found.erased)


def merged(*folders: Path) -> frozenset[Tombstone]:
    """Give the tombstones of several folders together; raises `StoreError` as `read`."""
    return frozenset().union(*map(read, folders))


def keep(folder: Path, tombstones: Iterable[Tombstone]) -> None:
    """Write tombstones to a folder in one step, in place of those that were there; raises `StoreError`."""
    kept = _File(_FORMAT, tuple(sorted(set(tombstones))))
    write_whole(folder / FILE, msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")


def put_aside(folder: Path) -> None:
    """Let a list that is damaged stand under another name; raises `StoreError` when the disk refuses."""
    try:
        (folder / FILE).replace(folder / f"{FILE}.damaged")
    except OSError as error:
        raise file_trouble(error) from error


def _damaged() -> StoreError:
    return StoreError("The list of who was erased is damaged. Put back the one beside a backup.")
