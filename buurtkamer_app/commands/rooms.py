"""Which room a command works on, and its keys, its backup and its check."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.errors import FileRefusedError, RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.safekeeping import backup
from buurtkamer_app.startup import KEY_HOLDER, House, enter
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 4096


def passphrase(file: Path | None) -> str:
    """Give a passphrase from the first line of a file, or asked on the terminal; never from an argument.

    Raises `FileRefusedError` when the file cannot be read.
    """
    if file is None:
        if not sys.stdin.isatty():
            raise RefusedError("There is nobody to ask for the passphrase. Use --passphrase-file.")
        return str(click.prompt(translate("Passphrase"), hide_input=True))
    try:
        # Notepad begins a file with a mark that belongs to no passphrase.
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise FileRefusedError("The file {name} cannot be read.", name=file.name) from error


def _unlock(found: vault.Vault, file: Path | None) -> vault.Opened:
    """Open a vault with the passphrase or the recovery code; a practice room asks for nothing."""
    if found.practice:
        return vault.unlock_practice(found)
    return backup.unlock_with(paths.user_secrets(), passphrase(file))(found)


@contextmanager
def opened(room: Path | None, data: Path | None, file: Path | None) -> Iterator[House]:
    """Give a fresh room from a room file, gone afterwards, or the one in a folder; the key holder is at the desk."""
    if room is not None and data is not None:
        raise RefusedError("Choose --room or --data, not both.")
    scratch = Path(tempfile.mkdtemp(prefix="buurtkamer-")) if room is not None else None
    try:
        if scratch is not None:
            house = open_practice(scratch, SystemClock(), room)
        else:
            folder = data or paths.user_data()
            if not (folder / vault.FILE).exists() and not (folder / DATABASE).exists():
                raise StoreError("There is no room in this folder yet. Start the program to set one up.")
            house = enter(folder, _unlock(vault.load(folder), file), SystemClock())
        house.services.sign_in.act_as(KEY_HOLDER)
        try:
            yield house
        finally:
            house.close()
    finally:
        if scratch is not None:
            shutil.rmtree(scratch)


def back_up(room: Path | None, data: Path | None, file: Path | None, target: Path) -> None:
    """Write a backup of a room to one file."""
    with opened(room, data, file) as house:
        backup.back_up(house.folder, house.opened, target, house.clock.now())


def restore(source: Path, folder: Path, file: Path | None) -> None:
    """Bring a room back from a backup."""
    backup.restore(source, folder, lambda found: _unlock(found, file))


def check(room: Path | None, data: Path | None, file: Path | None) -> str:
    """Give the sentence for a sound store; raises `StoreError` for one that is not."""
    with opened(room, data, file) as house:
        sound = backup.check(house.folder, house.opened)
    return translate(
        "The store is sound: {size} kB, version {revision}.", size=sound.size // 1024, revision=sound.revision
    )
