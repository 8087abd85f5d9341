"""A copy of the open store, and the proof that a copy or a store is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import DamagedError, StoreError
from buurtkamer_app.storage.engine import connect
from buurtkamer_app.storage.trouble import as_store_error
from buurtkamer_app.storage.whole_file import file_trouble

if TYPE_CHECKING:
    from pathlib import Path


def take(source: Path, data_key: bytes, target: Path) -> None:
    """Copy a store that may be open and in use to a new file under the same key, whole and verified.

    Raises `StoreError` when the disk is full or the source is damaged; then there is no file at `target`.
    """
    copy_of(source, data_key, target)
    try:
        verify(target, data_key)
    except StoreError:
        target.unlink(missing_ok=True)
        raise


def copy_of(source: Path, data_key: bytes, target: Path) -> None:
    """Copy a store as `take` does, for who verifies what becomes of the copy."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the driver is loaded only where it is used

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
    except OSError as error:
        raise file_trouble(error) from error
    try:
        # SQLite's backup goes on with pages that change meanwhile; copying the file would lose what is in the -wal.
        kept, copy = connect(source, data_key), connect(target, data_key)
        try:
            # A copy that was ended in the middle is thrown away: it needs no journal of its own, nor to wait.
            for pragma in ("journal_mode=OFF", "synchronous=OFF"):
                copy.execute(f"PRAGMA {pragma}")
            kept.backup(copy)
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
            kept.close()
    except (dbapi2.Error, StoreError) as error:
        target.unlink(missing_ok=True)
        raise (error if isinstance(error, StoreError) else as_store_error(error)) from error


def verify_pages(path: Path, data_key: bytes) -> None:
    """Raise `StoreError` unless every page of a store is as it was written: all that copying can do wrong."""
    _verify(path, data_key, wholly=False)


def verify(path: Path, data_key: bytes) -> None:
    """Raise `StoreError` unless every page of a store is as it was written and every reference holds."""
    _verify(path, data_key, wholly=True)


def _verify(path: Path, data_key: bytes, *, wholly: bool) -> None:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the driver is loaded only where it is used

    if not path.is_file() or path.stat().st_size == 0:
        raise DamagedError("The file with the room's data is gone or empty. Restore a backup.")
    raw = connect(path, data_key)
    try:
        # Before the -wal is folded in, the check of pages gives false alarms.
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        faults = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        if wholly:
            faults += [row for row in raw.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
            faults += raw.execute("PRAGMA foreign_key_check").fetchall()
    except dbapi2.Error as error:
        raise as_store_error(error) from error
    finally:
        raw.close()
    if faults:
        raise DamagedError(
            "The file is damaged. Nothing was changed. Restore a backup.", details=f"{len(faults)} faults"
        )
