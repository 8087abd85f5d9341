"""Empties a computer that the room moved away from; a sign stays, so that no new room is made there by mistake."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.log import let_go_of_log
from buurtkamer_app.safekeeping.backups.records import ENDING
from buurtkamer_app.storage.whole_file import file_trouble, read_at_most, sync_folder, write_whole

MOVED: Final = "moved.json"
_VAULT: Final = "vault.json"
_LONGEST: Final = 4096


def moved_on(folder: Path) -> date | None:
    """Tell since when the room of a folder lives on another computer; None when it does not."""
    found = read_at_most(folder / MOVED, _LONGEST)
    if found is None:
        return None
    try:
        return date.fromisoformat(json.loads(found)["on"])
    except (ValueError, KeyError, TypeError):
        return date.min


def wipe(folder: Path, secrets: Path, vault: UUID, on: date, backups: Path | None = None) -> None:
    """Take away all that this computer has of a room: first its keys, without which the rest is nothing.

    `backups` is the folder of backups that goes too. A wipe that was cut off is ended by doing it again. Raises
    `StoreError` when the disk refuses; the keys went by then, or nothing did.
    """
    _say_moved(folder, vault, on, backups)
    let_go_of_log()
    try:
        (folder / _VAULT).unlink(missing_ok=True)
        (secrets / str(vault)).unlink(missing_ok=True)
        sync_folder(folder)
        _empty(folder)
        _empty_backups(backups)
        # Last: until then a wipe that is cut off is known by it.
        _say_moved(folder, vault, on, None)
        sync_folder(folder)
    except OSError as error:
        raise file_trouble(error) from error


def finish(folder: Path, secrets: Path) -> None:
    """End a wipe that was cut off: what is left beside the sign goes, or at the next start when the disk refuses."""
    found = read_at_most(folder / MOVED, _LONGEST)
    if found is None:
        return
    try:
        said = json.loads(found)
        vault, on, backups = UUID(said["vault"]), date.fromisoformat(said["on"]), str(said["backups"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    if backups or [one.name for one in folder.iterdir() if not _stays(one)]:
        with suppress(StoreError):
            wipe(folder, secrets, vault, on, Path(backups) if backups else None)


def forget(folder: Path) -> None:
    """Take the sign away: somebody wants a room on this computer again. Raises `StoreError` when the disk refuses."""
    try:
        (folder / MOVED).unlink(missing_ok=True)
    except OSError as error:
        raise file_trouble(error) from error


def _say_moved(folder: Path, vault: UUID, on: date, backups: Path | None) -> None:
    said = {"vault": str(vault), "on": on.isoformat(), "backups": str(backups or "")}
    write_whole(folder / MOVED, json.dumps(said).encode())


def _stays(one: Path) -> bool:
    return one.name == MOVED or one.name.endswith(".lock")


def _empty_backups(backups: Path | None) -> None:
    if backups is not None and backups.is_dir():
        for file in backups.glob(f"*{ENDING}"):
            file.unlink()
        (backups / "erased.json").unlink(missing_ok=True)


def _empty(folder: Path) -> None:
    for one in folder.iterdir():
        if _stays(one):
            continue
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()
