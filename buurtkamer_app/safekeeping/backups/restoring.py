"""Brings a room back from a backup: tried out in a copy first, and then put in the place of what is there."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import KeyRefusedError, RefusedError, StoreError
from buurtkamer_app.safekeeping.backups.files import About, unpack
from buurtkamer_app.safekeeping.backups.make import revision, scratch_in
from buurtkamer_app.safekeeping.backups.placing import heal, place
from buurtkamer_app.storage import migrate, passphrase, snapshot, vault
from buurtkamer_app.storage.device_secret import read_device_secret
from buurtkamer_app.storage.engine import DATABASE, connect
from buurtkamer_app.storage.key_slots import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    # A vault, and the folder of the copy that it is in.
    Unlock = Callable[[vault.Vault, Path], vault.Opened]


@dataclass(frozen=True, slots=True)
class Sound:
    """What a check found: the revision of the store and its size in bytes."""

    revision: str
    size: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup that was unpacked, opened and found whole: its folder, and the key that is in its vault."""

    folder: Path
    about: About
    opened: vault.Opened


@contextmanager
def copy_of(source: Path, folder: Path, unlock: Unlock) -> Iterator[Copy]:
    """Give a backup in a scratch copy on the disk of the room's folder, found whole; it is gone afterwards.

    Raises `FileRefusedError` for what is no backup, `KeyRefusedError` for a wrong key, `StoreError` for a damaged one,
    another room's or a newer program's.
    """
    with scratch_in(next(parent for parent in (folder, *folder.parents) if parent.is_dir())) as scratch:
        inside = scratch / "room"
        about = unpack(source, inside)
        if about.revision not in migrate.known_revisions():
            raise StoreError("A newer version of the program made this backup. Install that version first.")
        found = vault.load(inside)
        refuse_another(found, folder)
        opened = unlock(found, inside)
        snapshot.verify(inside / DATABASE, opened.data_key)
        yield Copy(inside, about, opened)


def restore(
    source: Path, folder: Path, unlock: Unlock, prepare: Callable[[Copy], vault.Opened] | None = None
) -> vault.Opened:
    """Bring a room back from a backup, after the backup was opened and verified in a scratch copy.

    `prepare` gives the copy another key before it takes its place. What was in the folder is kept in it under
    `before-restore`. Raises as `copy_of` and `place`; then nothing was changed.
    """
    heal(folder)
    with copy_of(source, folder, unlock) as copy:
        opened = prepare(copy) if prepare is not None else copy.opened
        place(copy.folder, folder)
    return opened


def check(folder: Path, opened: vault.Opened) -> Sound:
    """Go through every page of a room's store; raises `StoreError` when one is not as it was written."""
    path = folder / DATABASE
    snapshot.verify(path, opened.data_key)
    return Sound(revision(path, opened.data_key), path.stat().st_size)


def refuse_another(found: vault.Vault, folder: Path) -> None:
    """Raise `StoreError` when a vault is not of the room in a folder; a key file that is damaged is of nobody."""
    if not (folder / vault.FILE).exists():
        return
    try:
        there = vault.load(folder)
    except StoreError:
        return
    if there.id != found.id:
        raise StoreError("This backup is of another room. Nothing was changed.")


def unlock_with(secrets: Path, words: str) -> Unlock:
    """Give what opens a vault with a passphrase on this computer or, failing that, with the recovery code."""

    def unlock(found: vault.Vault, _: Path) -> vault.Opened:
        if found.practice:
            return vault.unlock_practice(found)
        try:
            return vault.unlock(found, secrets, words)
        except (KeyRefusedError, RefusedError) as refusal:
            try:
                return vault.unlock_with_recovery(found, words)
            except (KeyRefusedError, RefusedError):
                raise refusal from None

    return unlock


def unlock_as(opened: vault.Opened) -> Unlock:
    """Give what opens a vault of the same room with the key that is known.

    Raises `KeyRefusedError` when the key was changed since: then somebody types theirs.
    """

    def unlock(found: vault.Vault, copy: Path) -> vault.Opened:
        try:
            connect(copy / DATABASE, opened.data_key).close()
        except StoreError:
            raise KeyRefusedError("The key was changed since. Type the passphrase of then.") from None
        return vault.Opened(found, opened.data_key, opened.proof)

    return unlock


def is_here(found: vault.Vault, secrets: Path) -> bool:
    """Tell whether a passphrase of this vault opens it on this computer."""
    if found.practice:
        return True
    return (
        any(slot.kind is Kind.PASSPHRASE for slot in found.slots) and read_device_secret(secrets, found.id) is not None
    )


def with_passphrase(secrets: Path, words: str, on: date) -> Callable[[Copy], vault.Opened]:
    """Give what lets a copy be opened on this computer with a passphrase from now on."""
    passphrase.acceptable(words)

    def prepare(copy: Copy) -> vault.Opened:
        return vault.after_recovery(copy.folder, secrets, copy.opened, words, on=on)

    return prepare
