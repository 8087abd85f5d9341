"""A sheet saved as a file: the whole file or none, read back before anybody is told that it is there."""

from __future__ import annotations

import errno
import os
import secrets
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.whole_file import place_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_FULL: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_FILES_ONLY: Final = frozenset((errno.EINVAL, errno.ENOTSUP))
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


def save_together(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files, by their names, into a folder that is made for them: all of them or none.

    Files of these names that are there already are replaced, once all of the new ones were read back; others stay.
    Raises as `save`. After an error no half file is left, and no folder that was not there before.
    """
    fresh = {folder / f".{secrets.token_hex(6)}.new": folder / name for name in files}
    made = done = False
    try:
        place_for(folder.parent / next(iter(fresh)).name)
        made = not folder.exists()
        folder.mkdir(exist_ok=True)
        for (path, place), content in zip(fresh.items(), files.values(), strict=True):
            place_for(place)
            _write(content, path)
        for path, place in fresh.items():
            path.replace(place)
        _settle(folder)
        _settle(folder.parent)
        done = True
    except OSError as error:
        raise _told(error) from error
    finally:
        for path in fresh:
            _clear(path)
        if made and not done:
            _take_away(folder, fresh.values())


def _take_away(folder: Path, files: Iterable[Path]) -> None:
    """Take away a folder that was made for files, and those of them that are there."""
    for path in files:
        _clear(path)
    try:
        folder.rmdir()
    except OSError:
        return


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
    except OSError as error:
        # Some file systems of sticks know files only; their renames are as safe as they get.
        if error.errno not in _FILES_ONLY:
            raise
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
