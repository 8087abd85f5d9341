"""What a crash left beside the store is looked at before anything of it is folded in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import DamagedError
from buurtkamer_app.storage.trouble import as_store_error

if TYPE_CHECKING:
    from pathlib import Path


def check_left_over(path: Path, data_key: bytes) -> None:
    """Raise `StoreError`, with everything untouched, when a store and what a crash left beside it do not fit.

    SQLite folds a -wal into the file when the last connection closes, also one of another room that it could not read:
    that would be the end of the file. A store that was closed has none, and costs nothing here.
    """
    wal = path.with_name(f"{path.name}-wal")
    if not wal.is_file() or wal.stat().st_size == 0 or not os.access(path.parent, os.W_OK):
        return
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - only after a crash

    try:
        # Opened like this it cannot write: not now, and not when it closes.
        raw = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
            faults = [row for row in raw.execute("PRAGMA quick_check").fetchall() if row[0] != "ok"]
        finally:
            raw.close()
    except dbapi2.Error as error:
        raise as_store_error(error) from error
    if faults:
        raise DamagedError(
            "The file is damaged. Nothing was changed. Restore a backup.", details=f"{len(faults)} faults"
        )
