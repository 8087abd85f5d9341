"""Makes a backup: one file with a copy of the store and its key slots, read back before it takes its name."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.safekeeping.backups.erased import carry_erased
from buurtkamer_app.safekeeping.backups.files import FORMAT, About, pack, unpack
from buurtkamer_app.storage import migrate, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.whole_file import check_target, file_trouble, sync_file, sync_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import IO

_PIECE: Final = 1024 * 1024


def back_up(folder: Path, opened: vault.Opened, target: Path, now: datetime) -> About:
    """Write a backup of a room to one file, encrypted as the room is, and open it before it takes its name.

    Who was erased since stands beside it, without a name. Raises `StoreError` when the disk is full, can only be read
    or is taken away; then there is no file.
    """
    check_target(target)
    with scratch_in(folder) as scratch:
        copy = scratch / DATABASE
        snapshot.copy_of(folder / DATABASE, opened.data_key, copy)
        about = About(FORMAT, opened.vault.id, now, revision(copy, opened.data_key))
        packed = scratch / "packed"
        try:
            # The key file is read from the disk: keys may have come or gone since it was opened.
            pack(packed, about, folder / vault.FILE, copy)
            copy.unlink()
            unpack(packed, scratch / "back")
            snapshot.verify_pages(scratch / "back" / DATABASE, opened.data_key)
            shutil.rmtree(scratch / "back")
            if packed.stat().st_dev == target.parent.stat().st_dev:
                _rename(packed, target)
            else:
                put(packed, target)
        except OSError as error:
            raise file_trouble(error) from error
    carry_erased(folder, target.parent)
    return about


def put(packed: Path, target: Path) -> None:
    """Copy a file that was found whole to where it goes: it takes its name when it was read back there.

    Raises `StoreError` when the disk refuses, or gives back something else than it was given; then there is no file.
    """

    def copy(out: IO[bytes]) -> None:
        with packed.open("rb") as source:
            shutil.copyfileobj(source, out, _PIECE)
        out.flush()
        out.seek(0)
        if _digest(out) != expected:
            raise StoreError("This disk or stick gives back something else. Nothing was kept. Take another one.")

    try:
        with packed.open("rb") as source:
            expected = _digest(source)
    except OSError as error:
        raise file_trouble(error) from error
    write_whole(target, copy)


def _rename(packed: Path, target: Path) -> None:
    """Give a file on the same disk its name: it was opened already."""
    packed.chmod(0o600)
    sync_file(packed)
    packed.replace(target)
    sync_folder(target.parent)


def revision(path: Path, data_key: bytes) -> str:
    """Tell which schema a store has."""
    engine = open_embedded(path, data_key)
    try:
        return migrate.revision_of(engine) or ""
    finally:
        engine.dispose()


@contextmanager
def scratch_in(folder: Path) -> Iterator[Path]:
    """Give a folder on the same disk as where its files will go, gone afterwards, also when it cannot be emptied."""
    try:
        scratch = Path(tempfile.mkdtemp(prefix=".buurtkamer-", dir=folder))
    except OSError as error:
        raise file_trouble(error) from error
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _digest(source: IO[bytes]) -> bytes:
    return hashlib.file_digest(source, "sha256").digest()  # type: ignore[arg-type] # a file is one
