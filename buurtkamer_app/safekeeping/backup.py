"""Backups: one file with a verified copy of the store and its key slots; restoring tries the copy out first."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec

from buurtkamer_app.base.errors import FileRefusedError, KeyRefusedError, StoreError
from buurtkamer_app.storage import migrate, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.whole_file import check_target, file_trouble, sync_file

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT: Final = "buurtkamer-backup/1"
_ABOUT: Final = "about.json"
_LARGEST: Final = 4 * 1024**3


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup says of itself without its key."""

    format: str
    vault: UUID
    made_at: datetime
    revision: str


@dataclass(frozen=True, slots=True)
class Sound:
    """What a check found: the revision of the store and its size in bytes."""

    revision: str
    size: int


def back_up(folder: Path, opened: vault.Opened, target: Path, now: datetime) -> About:
    """Write a backup of a room to one file, encrypted as the room is, and read it back before it takes its name.

    Raises `StoreError` when the disk is full or cannot be written; then there is no file.
    """
    check_target(target)
    with _scratch(target.parent) as scratch:
        copy = scratch / DATABASE
        snapshot.take(folder / DATABASE, opened.data_key, copy)
        about = About(FORMAT, opened.vault.id, now, _revision(copy, opened.data_key))
        packed = scratch / "packed"
        try:
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as out:
                out.writestr(_ABOUT, msgspec.json.encode(about))
                out.write(folder / vault.FILE, vault.FILE)
                out.write(copy, DATABASE)
            sync_file(packed)
            _unpack(packed, scratch / "back")
            snapshot.verify(scratch / "back" / DATABASE, opened.data_key)
            packed.chmod(0o600)
            packed.replace(target)
        except OSError as error:
            raise file_trouble(error) from error
    return about


def restore(source: Path, folder: Path, unlock: Callable[[vault.Vault], vault.Opened]) -> About:
    """Bring a room back from a backup, after the backup was opened and verified in a scratch copy.

    What was in the folder is kept beside it under `before-restore`. Raises `FileRefusedError` for what is no backup,
    `KeyRefusedError` for a wrong key, `StoreError` for another room's or a newer backup; then nothing was changed.
    """
    with _scratch(next(parent for parent in folder.parents if parent.is_dir())) as scratch:
        about = _unpack(source, scratch)
        found = vault.load(scratch)
        there = vault.load(folder) if (folder / vault.FILE).exists() else None
        if there is not None and there.id != found.id:
            raise StoreError("This backup is of another room. Nothing was changed.")
        opened = unlock(found)
        snapshot.verify(scratch / DATABASE, opened.data_key)
        if about.revision not in migrate.known_revisions():
            raise StoreError("A newer version of the program made this backup. Install that version first.")
        _swap(scratch, folder)
    return about


def check(folder: Path, opened: vault.Opened) -> Sound:
    """Go through every page of a room's store; raises `StoreError` when one is not as it was written."""
    path = folder / DATABASE
    snapshot.verify(path, opened.data_key)
    return Sound(_revision(path, opened.data_key), path.stat().st_size)


def unlock_with(folder_secrets: Path, words: str) -> Callable[[vault.Vault], vault.Opened]:
    """Give what opens a vault with a passphrase on this computer or, failing that, with the recovery code."""

    def unlock(found: vault.Vault) -> vault.Opened:
        try:
            return vault.unlock(found, folder_secrets, words)
        except KeyRefusedError as refusal:
            try:
                return vault.unlock_with_recovery(found, words)
            except KeyRefusedError:
                raise refusal from None

    return unlock


def _revision(path: Path, data_key: bytes) -> str:
    engine = open_embedded(path, data_key)
    try:
        return migrate.revision_of(engine) or ""
    finally:
        engine.dispose()


class _scratch(tempfile.TemporaryDirectory[str]):  # noqa: N801 - used as a function
    """A folder on the same disk as where its files will go, gone afterwards."""

    def __init__(self, beside: Path) -> None:
        try:
            super().__init__(prefix=".buurtkamer-", dir=beside)
        except OSError as error:
            raise file_trouble(error) from error

    def __enter__(self) -> Path:  # type: ignore[override]
        return Path(super().__enter__())


def _unpack(source: Path, into: Path) -> About:
    """Take the three files out of a backup, by their names only, whatever else is in it."""
    refusal = FileRefusedError("This file is not a backup, or it is damaged. Try another one.")
    try:
        into.mkdir(exist_ok=True)
        with zipfile.ZipFile(source) as packed:
            about = msgspec.json.decode(packed.read(_ABOUT), type=About)
            if about.format != FORMAT:
                raise FileRefusedError("A newer version of the program made this backup. Install that version first.")
            for name in (vault.FILE, DATABASE):
                if packed.getinfo(name).file_size > _LARGEST:
                    raise refusal
                with packed.open(name) as entry, (into / name).open("wb") as out:
                    shutil.copyfileobj(entry, out, 1024 * 1024)
    except (zipfile.BadZipFile, KeyError, msgspec.MsgspecError, NotImplementedError, EOFError) as error:
        raise refusal from error
    except FileNotFoundError as error:
        raise FileRefusedError("There is no such file: {name}.", name=source.name) from error
    except OSError as error:
        raise file_trouble(error) from error
    return about


def _swap(scratch: Path, folder: Path) -> None:
    """Put the restored files in place; what was there is moved to `before-restore`, and back when a step fails."""
    before = folder / "before-restore"
    moved: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        shutil.rmtree(before, ignore_errors=True)
        before.mkdir()
        try:
            for name in (f"{DATABASE}-shm", f"{DATABASE}-wal", DATABASE, vault.FILE):
                if (folder / name).exists():
                    (folder / name).replace(before / name)
                    moved.append(name)
            for name in (DATABASE, vault.FILE):
                (scratch / name).chmod(0o600)
                sync_file(scratch / name)
                (scratch / name).replace(folder / name)
        except OSError:
            for name in moved:
                (before / name).replace(folder / name)
            raise
    except OSError as error:
        raise file_trouble(error) from error
