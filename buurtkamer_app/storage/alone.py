"""Waits until nobody has a store open, before its file is replaced."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.engine import connect

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS: Final = 10
_LOOKS: Final = 0.05


def wait_alone(path: Path, data_key: bytes, seconds: float = _SECONDS) -> None:
    """Return when no connection of this or another program is open on a store; what was in its -wal is in the file.

    A reader that closes late would take away the -wal of the file that came in its place. Raises `StoreError` when
    somebody keeps it open.
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the driver is loaded only where it is used

    raw, until = connect(path, data_key), time.monotonic() + seconds
    try:
        raw.execute("PRAGMA busy_timeout = 0")
        while True:
            try:
                # Only who is alone may leave the journal that several share.
                if raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete":
                    return
            except dbapi2.OperationalError as error:
                if "locked" not in str(error):
                    raise
            if time.monotonic() > until:
                raise StoreError("This room is open in another window. Close it first. Nothing was changed.")
            time.sleep(_LOOKS)
    except dbapi2.Error as error:
        from buurtkamer_app.storage.trouble import as_store_error  # noqa: PLC0415

        raise as_store_error(error) from error
    finally:
        raw.close()
