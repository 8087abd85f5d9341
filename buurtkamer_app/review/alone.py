"""One program at a time changes what several programs keep in one folder."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.whole_file import file_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Another program holds it for some milliseconds; one that hangs keeps nobody waiting longer.
_PATIENCE: Final = 10.0
_PAUSE: Final = 0.01

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file that one program at a time can hold, also when the one before ended badly; it stays there, empty.

    Raises `StoreError` when the disk refuses, or when another program holds it for ten seconds.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise file_trouble(error) from error
    try:
        _wait(handle)
        yield
    finally:
        # Closing lets go of it.
        os.close(handle)


def _wait(handle: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() > until:
                raise StoreError("Another window is busy with your profile. Try again in a moment.") from error
            time.sleep(_PAUSE)
        except OSError:
            # A disk without locks: whoever writes last is right there, as with any file.
            return
        else:
            return
