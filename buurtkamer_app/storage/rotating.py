"""A new data key for the room: its store is written anew under it, and is old or new whenever the power goes.

In order: the key file gets the coming key beside the one of now; the store is copied page by page to a new file under
the coming key, checked, and takes the place of the old one in one step; the key file forgets the old key. Whoever opens
the room in between tries both.
"""

from __future__ import annotations

import os
import secrets as randomness
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, Final

import msgspec

from buurtkamer_app.base.errors import BuurtkamerError, DamagedError, StoreError
from buurtkamer_app.storage import snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, connect
from buurtkamer_app.storage.key_slots import KEY_SIZE, Content, seal_again
from buurtkamer_app.storage.trouble import as_store_error
from buurtkamer_app.storage.whole_file import file_trouble, sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.storage.vault import Opened

FRESH: Final = f"{DATABASE}.rotating"
# How long the last reader may take to let go of the store, and between two looks.
_LETTING_GO: Final = 60.0
_LOOK: Final = 0.05
_PAGES: Final = 2000


def rotate(folder: Path, opened: Opened, *, without: Collection[UUID] = (), progress: Progress | None = None) -> Opened:
    """Give a room a new data key; the slots `without` open nothing any more, not even with an old key file.

    Nobody else has the store open. Raises `RefusedError` when no daily key or recovery code would be left, `StoreError`
    when the store is in use, damaged or the disk is full, `StoppedError`: then the old store and key are as they were
    (and `without` gone from the key file).
    """
    opened = settle(folder, opened)
    left = vault.without_slots(opened.vault, without)
    content = Content(opened.data_key, opened.proof, randomness.token_bytes(KEY_SIZE))
    turning = _write(folder, left, content)
    both = replace(opened, vault=turning, coming=content.coming)
    try:
        _write_anew(folder, content, progress)
    except BuurtkamerError:
        # On a full disk this fails too, and the next time that the room is opened does it.
        with suppress(BuurtkamerError):
            settled = settle(folder, both)
            if settled.data_key != opened.data_key:
                # It was in place before the disk complained.
                return settled
        raise
    return _only(folder, both, content.coming or b"")


def settle(folder: Path, opened: Opened) -> Opened:
    """End a rotation that was cut off: give the vault with the one key that fits its store.

    Raises `StoreError`, with everything as it was, when neither key does.
    """
    fresh = folder / FRESH
    try:
        for half in (fresh, *(fresh.with_name(f"{FRESH}{end}") for end in ("-wal", "-shm", "-journal"))):
            half.unlink(missing_ok=True)
    except OSError as error:
        raise file_trouble(error) from error
    if opened.coming is None:
        return opened
    now = opened.data_key
    if not _fits(folder / DATABASE, now):
        now = opened.coming
        if not _fits(folder / DATABASE, now):
            raise DamagedError("The file with the room's data is damaged. Restore a backup.")
    return _only(folder, opened, now)


def take_over(folder: Path, opened: Opened, present: Opened) -> Opened:
    """Give a store that came back the key and the key file of now: who lost their key since opens nothing with it.

    `folder` is a copy that nobody else has open. Raises as `rotate`; then it is as it was.
    """
    if not compare_digest(opened.data_key, present.data_key):
        _write_anew(folder, Content(opened.data_key, opened.proof, present.data_key), None)
    return replace(present, vault=vault.write(folder, present.vault))


def _only(folder: Path, opened: Opened, data_key: bytes) -> Opened:
    kept = _write(folder, opened.vault, Content(data_key, opened.proof))
    return replace(opened, vault=kept, data_key=data_key, coming=None)


def _write(folder: Path, left: vault.Vault, content: Content) -> vault.Vault:
    slots = tuple(seal_again(left.binding, slot, content) for slot in left.slots)
    return vault.write(folder, msgspec.structs.replace(left, slots=slots))


def _write_anew(folder: Path, content: Content, progress: Progress | None) -> None:
    """Put the store in place under its coming key; half a copy never stays."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the driver is loaded only where it is used

    path, fresh, coming = folder / DATABASE, folder / FRESH, content.coming or b""

    def tell(_: int, left: int, of: int) -> None:
        if progress is not None:
            progress.at(of - left, of)

    try:
        with _alone(path, content.data_key) as kept:
            copy = connect(fresh, coming)
            try:
                # Page by page, deleted ones too: each is taken out of the old key and written under the new one.
                kept.backup(copy, pages=_PAGES, progress=tell)
                copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
            snapshot.verify(fresh, coming)
        fresh.chmod(path.stat().st_mode & 0o777)
        sync_file(fresh)
        fresh.replace(path)
        sync_folder(folder)
    except dbapi2.Error as error:
        raise as_store_error(error) from error
    except OSError as error:
        raise file_trouble(error) from error


@contextmanager
def _alone(path: Path, data_key: bytes) -> Iterator[Any]:
    """Hold a store that nobody else has open, with everything in the one file and nothing in a -wal beside it."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the driver is loaded only where it is used

    raw = connect(path, data_key)
    try:
        raw.execute("PRAGMA busy_timeout = 0")
        until = time.monotonic() + _LETTING_GO
        while True:
            try:
                # Refused as long as anybody else, a backup for one, still reads.
                raw.execute("PRAGMA journal_mode=DELETE")
                break
            except dbapi2.OperationalError as error:
                if time.monotonic() > until:
                    raise StoreError("Another window uses this room. Close it and try again.") from error
                time.sleep(_LOOK)
        raw.execute("PRAGMA locking_mode=EXCLUSIVE")
        raw.execute("BEGIN EXCLUSIVE")
        raw.execute("COMMIT")
        yield raw
    finally:
        raw.close()


def _fits(path: Path, data_key: bytes) -> bool:
    """Tell whether a key opens a store, without writing anything now or when it is closed."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the driver is loaded only where it is used

    if not path.is_file() or path.stat().st_size == 0:
        raise DamagedError("The file with the room's data is gone or empty. Restore a backup.")
    uri = f"{path.absolute().as_uri()}?mode=ro"
    if not os.access(path.parent, os.W_OK):
        uri += "&immutable=1"
    try:
        raw = dbapi2.connect(uri, uri=True)
        try:
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            raw.close()
    except dbapi2.DatabaseError:
        return False
    return True
