"""A small file is written whole or not at all, and kept from other users of the computer."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from pathlib import Path

# The bytes of a file, or what writes them to it.
Content: TypeAlias = bytes | Callable[[IO[bytes]], object]
_FULL: Final = mark("The disk is full. Nothing is lost. Free some space and try again.")
_READ_ONLY: Final = mark("This folder can only be read. Ask who looks after the computer.")
_OTHERWISE: Final = mark("A file cannot be read or written. Is the disk or the stick still there?")
_SENTENCES: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


def file_trouble(error: OSError) -> StoreError:
    """Give the sentence for what the disk complained of; its number goes to the log."""
    return StoreError(_SENTENCES.get(error.errno or 0, _OTHERWISE), details=f"{type(error).__name__} {error.errno}")


def write_whole(path: Path, content: Content) -> None:
    """Write a file in one step, readable by this user only, on the disk when this returns.

    `content` is its bytes, or what writes them to an open file. After a power cut there is the old file or the new one.
    Raises `StoreError` when the disk refuses, and what the writing raises.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        try:
            _write(fresh, content)
            fresh.replace(path)
        finally:
            # Gone already when all went well; half a file on a full disk is of no use to anybody.
            fresh.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise file_trouble(error) from error


def place_for(path: Path) -> None:
    """Raise `RefusedError` for a place that is no file's or the room's own, `OSError` where nobody may look.

    `StoreError` when its folder is not there: a stick that is out must not become a folder on the disk.
    """
    if "\0" in str(path) or (path.exists() and not path.is_file()):
        raise RefusedError("This cannot be the name of a file. Choose another name.")
    if (path.parent / "vault.json").exists():
        raise RefusedError("The room itself is kept in this folder. Choose another one.")
    if not path.parent.is_dir():
        raise StoreError("This folder is not there. Is the stick still in?")


def check_target(path: Path) -> None:
    """Raise unless a file may be written here: as `place_for`, and `StoreError` where nobody may look."""
    try:
        place_for(path)
    except OSError as error:
        raise file_trouble(error) from error


def read_at_most(path: Path, size: int) -> bytes | None:
    """Read a file of at most `size` bytes (one more when it is longer); None when there is none.

    Raises `StoreError` when it is there and cannot be read.
    """
    try:
        with path.open("rb") as source:
            return source.read(size + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise file_trouble(error) from error


def sync_file(path: Path) -> None:
    """See to it that a file is on the disk, and not on its way there; raises `OSError`."""
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def _write(path: Path, content: Content) -> None:
    # O_EXCL: a link that somebody left under the temporary name is not followed.
    # What writes it may read back what it wrote.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "w+b") as out:
        if isinstance(content, bytes):
            out.write(content)
        else:
            content(out)
        out.flush()
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """See to it that what was renamed in a folder stays so after a power cut; raises `OSError`."""
    # Windows has no way to do this, and its renames are written through.
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            # Some file systems of sticks know files only; their renames are as safe as they get.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)
