"""Which room a command works on, and its keys, its backup and its check."""

from __future__ import annotations

import functools
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
from buurtkamer_app.replay.restored import room_restored
from buurtkamer_app.safekeeping.backups.make import back_up as made
from buurtkamer_app.safekeeping.backups.placing import heal
from buurtkamer_app.safekeeping.backups.restoring import unlock_with
from buurtkamer_app.safekeeping.backups.trying import try_out
from buurtkamer_app.startup import KEY_HOLDER, House, let_in
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.safekeeping.backups.restoring import Unlock

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


def unlock(found: vault.Vault, file: Path | None) -> vault.Opened:
    """Open a vault with the passphrase or the recovery code; a practice room asks for nothing."""
    return _unlocking(file)(found, paths.user_data())


def _unlocking(file: Path | None) -> Unlock:
    """Give what opens vaults so, and asks once however many it opens."""
    ask = functools.cache(lambda: passphrase(file))

    def opens(found: vault.Vault, copy: Path) -> vault.Opened:
        if found.practice:
            return vault.unlock_practice(found)
        return unlock_with(paths.user_secrets(), ask())(found, copy)

    return opens


def folder_of(data: Path | None) -> Path:
    """Give the folder of the room that is meant; raises `StoreError` when there is none in it."""
    folder = data or paths.user_data()
    heal(folder)
    if not (folder / vault.FILE).exists() and not (folder / DATABASE).exists():
        raise StoreError("There is no room in this folder yet. Start the program to set one up.")
    return folder


def which(room: Path | None, data: Path | None) -> None:
    """Raise `RefusedError` when somebody named both a room file and a folder."""
    if room is not None and data is not None:
        raise RefusedError("Choose --room or --data, not both.")


@contextmanager
def opened(room: Path | None, data: Path | None, file: Path | None) -> Iterator[House]:
    """Give a fresh room from a room file, gone afterwards, or the one in a folder; the key holder is at the desk."""
    which(room, data)
    scratch = Path(tempfile.mkdtemp(prefix="buurtkamer-")) if room is not None else None
    try:
        if scratch is not None:
            house = open_practice(scratch, SystemClock(), room)
        else:
            folder = folder_of(data)
            house = let_in(folder, unlock(vault.load(folder), file), SystemClock())
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
        made(house.folder, house.opened, target, house.clock.now())


def restore(source: Path, folder: Path, file: Path | None) -> None:
    """Bring a room back from a backup; who was erased since stays erased."""
    room_restored(source, folder, paths.user_secrets(), _unlocking(file), SystemClock()).close()


def tried(source: Path, folder: Path, file: Path | None) -> list[str]:
    """Open a backup in a copy and say what is in it; the room stays as it is."""
    found = try_out(source, folder, paths.user_secrets(), _unlocking(file))
    inside, made_at = found.contents, found.made_at.astimezone()
    last = inside.last_visit
    return [
        translate("This backup is whole. It was made on {moment}.", moment=f"{made_at:%Y-%m-%d %H:%M}"),
        translate("Room: {room}", room=inside.room),
        translate("Last visit: {day}", day=last.isoformat() if last else translate("none")),
        translate(
            "Visits: {visits}, wishes: {wishes}, activities: {activities}, hosts: {hosts}.",
            visits=inside.visits,
            wishes=inside.wishes,
            activities=inside.activities,
            hosts=inside.hosts,
        ),
    ]
