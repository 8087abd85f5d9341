"""What a check-up sees of a room's folder without its key."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.safekeeping.backups.placing import BEFORE, NEXT
from buurtkamer_app.safekeeping.checkup.records import Finding, State, Topic
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.device_secret import read_device_secret
from buurtkamer_app.storage.engine import DATABASE
from buurtkamer_app.storage.key_slots import refuse_weakened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MB: Final = 1_000_000
# A backup needs the size of the store twice, once more to be read back; below this the disk fills within weeks.
_LEAST_SPACE: Final = 500 * _MB
_TIMES: Final = 3
_LARGEST_SETTINGS: Final = 1_000_000
# What a program that was ended in the middle leaves: scratch folders, half-written files.
_REMAINS: Final = (".buurtkamer-*", "*.new")


def findings(folder: Path, secrets: Path) -> Iterator[Finding]:
    """Give what can be seen of the folder of a room and of this user's profile."""
    yield _folder(folder)
    yield _space(folder)
    yield from _keys(folder, secrets)
    yield _settings(folder)
    yield _remains(folder)


def _folder(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding(Topic.FOLDER, State.BAD, Label(mark("There is no folder of a room here.")))
    if not os.access(folder, os.W_OK):
        return Finding(Topic.FOLDER, State.BAD, Label(mark("In this folder nothing can be written.")))
    # Windows keeps others out of a user's profile by itself.
    if sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Finding(
            Topic.FOLDER, State.LOOK, Label(mark("Others with an account on this computer can see this folder."))
        )
    return Finding(Topic.FOLDER, State.GOOD, Label(mark("It can be written, and nobody else can look in it.")))


def _space(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding(Topic.SPACE, State.UNKNOWN, Label(mark("Without the folder this cannot be seen.")))
    free, store = shutil.disk_usage(folder).free, folder / DATABASE
    needed = max(_LEAST_SPACE, _TIMES * (store.stat().st_size if store.is_file() else 0))
    label = Label(mark("{free} MB is free."), {"free": free // _MB})
    return Finding(Topic.SPACE, State.GOOD if free >= needed else State.LOOK, label)


def _keys(folder: Path, secrets: Path) -> Iterator[Finding]:
    try:
        found = vault.load(folder)
        for slot in found.slots:
            refuse_weakened(found.binding, slot)
    except BuurtkamerError as error:
        yield Finding(Topic.KEY_FILE, State.BAD, Label(error.sentence()))
        return
    yield Finding(
        Topic.KEY_FILE, State.GOOD, Label(mark("It is whole. Keys in it: {count}."), {"count": len(found.slots)})
    )
    if found.practice:
        yield Finding(Topic.COMPUTER, State.GOOD, Label(mark("A practice room needs none.")))
    elif read_device_secret(secrets, found.id) is None:
        label = Label(mark("This computer has none. Only the recovery code opens the room here."))
        yield Finding(Topic.COMPUTER, State.LOOK, label)
    else:
        yield Finding(Topic.COMPUTER, State.GOOD, Label(mark("It is there.")))


def _settings(folder: Path) -> Finding:
    path = folder / "settings.json"
    try:
        with path.open("rb") as source:
            raw = json.loads(source.read(_LARGEST_SETTINGS).decode())
    except FileNotFoundError:
        return Finding(Topic.SETTINGS, State.GOOD, Label(mark("Nothing was set otherwise yet.")))
    except (OSError, ValueError):
        raw = None
    if not isinstance(raw, dict):
        label = Label(mark("They cannot be read. The program uses the usual ones."))
        return Finding(Topic.SETTINGS, State.LOOK, label)
    return Finding(Topic.SETTINGS, State.GOOD, Label(mark("They can be read.")))


def _remains(folder: Path) -> Finding:
    # The new room itself may be in it: nobody should take it away.
    if (folder / NEXT).exists():
        label = Label(mark("A restore was cut off. Start the program, which ends it."))
        return Finding(Topic.REMAINS, State.LOOK, label)
    left = [path for pattern in _REMAINS for path in folder.glob(pattern)] if folder.is_dir() else []
    if left:
        label = Label(mark("Unfinished files that may be removed: {count}."), {"count": len(left)})
        return Finding(Topic.REMAINS, State.LOOK, label)
    if (folder / BEFORE).exists():
        label = Label(mark("What a restore replaced is still here. Remove it when all is well."))
        return Finding(Topic.REMAINS, State.LOOK, label)
    return Finding(Topic.REMAINS, State.GOOD, Label(mark("Nothing was left behind.")))
