"""A sheet saved as a file: the whole file or none, read back before anybody is told that it is there."""

from __future__ import annotations

import errno
import os
import secrets
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.whole_file import place_for

if TYPE_CHECKING:
    from pathlib import Path

_FULL: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_CLOSED: Final = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


def save(pdf: bytes, path: Path) -> None:
    """Write a PDF to `path`, replacing what is there, through a temporary file beside it.

    RefusedError when `path` cannot be a file; StoreError when the disk is full, the folder is missing or read-only,
    or the file cannot be read back as it was written. After an error no half file is left.
    """
    fresh = path.parent / f".{secrets.token_hex(6)}.new"
    try:
        place_for(path)
        _write(pdf, fresh)
        fresh.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise _told(error) from error
    finally:
        _clear(fresh)


def _write(pdf: bytes, fresh: Path) -> None:
    with fresh.open("xb") as out:
        out.write(pdf)
        out.flush()
        os.fsync(out.fileno())
    if fresh.read_bytes() != pdf:
        raise StoreError("The sheet could not be read back. Use another disk or stick.")


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut; Windows does so by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear(fresh: Path) -> None:
    """Take away what was half written; where nothing can be written nothing can be left."""
    try:
        fresh.unlink(missing_ok=True)
    except OSError:
        return


def _told(error: OSError) -> StoreError:
    details = errno.errorcode.get(error.errno or 0, "OSError")
    if error.errno in _FULL:
        return StoreError("The disk is full. Save the sheet somewhere else.", details)
    if error.errno in _CLOSED:
        return StoreError("Nothing can be saved in this folder. Choose another folder.", details)
    return StoreError("The sheet could not be saved here. Choose another place.", details)
