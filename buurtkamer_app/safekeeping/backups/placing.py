"""Puts a room that was found whole in the place of another one: ended at any step, the next start goes on.

The one step that decides is the name `restore-next`: before it there is the old room, from then on the new one. The key
file and the store are two files, so the old ones leave first, and the key file comes last: with it there is a room.
"""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.engine import DATABASE
from buurtkamer_app.storage.whole_file import file_trouble, sync_file, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

NEXT: Final = "restore-next"
BEFORE: Final = "before-restore"
_KEY_FILE: Final = "vault.json"
_OLD: Final = (f"{DATABASE}-shm", f"{DATABASE}-wal", DATABASE, _KEY_FILE)
_NEW: Final = (DATABASE, _KEY_FILE)
# Where SQLite holds its lock while a store is open, whatever is in it.
_LOCK_FROM: Final = 0x40000000 + 2
_LOCK_LONG: Final = 510


def place(ready: Path, folder: Path) -> None:
    """Let the two files in `ready`, a folder on the same disk, become the room; the old one goes to `before-restore`.

    Raises `StoreError` while another program has the old room open, and when the disk refuses: then nothing changed.
    """
    if in_use(folder / DATABASE):
        raise StoreError("This room is open in another window. Close it first. Nothing was changed.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        for name in _NEW:
            (ready / name).chmod(0o600)
            sync_file(ready / name)
        sync_folder(ready)
        _make_way(folder)
        ready.replace(folder / NEXT)
        sync_folder(folder)
        try:
            _go_on(folder)
        except OSError:
            _go_back(folder)
            raise
    except OSError as error:
        raise file_trouble(error) from error


def heal(folder: Path) -> bool:
    """Finish what was ended between two steps, and tell whether there was something; raises `StoreError`."""
    if not (folder / NEXT).is_dir():
        return False
    try:
        _go_on(folder)
    except OSError as error:
        raise file_trouble(error) from error
    return True


def let_former_go(folder: Path, older_than: float = 0.0) -> None:
    """Remove the room of before a restore: at once, or when it has stood there for so many seconds.

    Raises `StoreError` when the disk refuses.
    """
    former = folder / BEFORE
    try:
        if former.is_dir() and time.time() - former.stat().st_mtime >= older_than:
            shutil.rmtree(former)
    except OSError as error:
        raise file_trouble(error) from error


def in_use(store: Path) -> bool:
    """Tell whether another program has a store open: SQLite holds a lock as long as it has."""
    if not store.is_file():
        return False
    if sys.platform == "win32":
        try:
            # Windows renames no file that is open, not even to its own name.
            store.rename(store)
        except OSError:
            return True
        return False
    import fcntl  # noqa: PLC0415 - there is none on Windows

    try:
        with store.open("rb+") as held:
            fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_LONG, _LOCK_FROM)
    except BlockingIOError:
        return True
    except OSError:
        # It can only be read: whoever replaces it hears of that.
        return False
    return False


def _make_way(folder: Path) -> None:
    shutil.rmtree(folder / NEXT, ignore_errors=True)
    if (folder / BEFORE).exists():
        shutil.rmtree(folder / BEFORE)
    (folder / BEFORE).mkdir(mode=0o700)


def _go_on(folder: Path) -> None:
    ready = folder / NEXT
    (folder / BEFORE).mkdir(mode=0o700, exist_ok=True)
    # Once the new store left its folder, what stands here is new; until then the old one is still on its way out.
    if (ready / DATABASE).exists():
        _move(folder, folder / BEFORE, _OLD)
        sync_folder(folder)
    for name in _NEW:
        _move(ready, folder, (name,))
        sync_folder(folder)
    shutil.rmtree(ready, ignore_errors=True)


def _go_back(folder: Path) -> None:
    """Let the old room stand again, when the new store is not in its place yet."""
    ready = folder / NEXT
    if (ready / DATABASE).exists():
        _move(folder / BEFORE, folder, _OLD)
        shutil.rmtree(ready)


def _move(source: Path, target: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if (source / name).exists():
            (source / name).replace(target / name)
