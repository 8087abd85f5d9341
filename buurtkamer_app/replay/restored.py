"""Brings a room back from a backup: who was erased since is erased in the copy, before that becomes the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms_trust import BackupPlace
from buurtkamer_app.privacy import tombstones
from buurtkamer_app.safekeeping.backups.erased import carry_erased
from buurtkamer_app.safekeeping.backups.files import about
from buurtkamer_app.safekeeping.backups.records import Made
from buurtkamer_app.safekeeping.backups.restoring import restore, with_passphrase
from buurtkamer_app.startup import KEY_HOLDER, House, enter
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.alone import wait_alone
from buurtkamer_app.storage.engine import DATABASE
from buurtkamer_app.storage.key_slots import Kind
from buurtkamer_app.storage.rotating import take_over

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.privacy.tombstones import Tombstone
    from buurtkamer_app.safekeeping.backups.restoring import Copy, Unlock
    from buurtkamer_app.storage.vault import Opened


def room_restored(  # noqa: PLR0913, PLR0917 - what a room is made of
    source: Path,
    folder: Path,
    secrets: Path,
    unlock: Unlock,
    clock: Clock,
    fresh: str = "",
    beside: Collection[Path] = (),
    present: Opened | None = None,
) -> House:
    """Bring a room back and give it, open, with nobody at the desk.

    `fresh` is a new passphrase for this computer, `beside` where else backups go and stands who was erased. `present`
    are the keys of now, where they are known: those of then that were taken away since open nothing again.

    Raises as `restoring.restore`, and `RefusedError` for a passphrase that is easy to guess: then nothing was changed.
    """
    again = with_passphrase(secrets, fresh, clock.now().date()) if fresh else None
    gone = tombstones.merged(folder, source.parent, *beside)
    present = present or _still_there(folder, unlock)

    def prepare(copy: Copy) -> Opened:
        _forget_again(copy, source, gone, clock)
        # Before the room is there, so that a power cut leaves nobody unerased.
        for known in (source.parent, *beside):
            carry_erased(known, folder)
        wait_alone(copy.folder / DATABASE, copy.opened.data_key)
        opened = take_over(copy.folder, copy.opened, present) if present is not None else _of_now(copy, folder)
        return again(replace(copy, opened=opened)) if again else opened

    opened = restore(source, folder, unlock, prepare)
    house = enter(folder, opened, clock)
    house.services.sign_in.act_as(NOBODY)
    return house


def _forget_again(copy: Copy, source: Path, gone: Collection[Tombstone], clock: Clock) -> None:
    """Erase in the copy who was erased since, and write down there that it was tried out."""
    house = enter(copy.folder, copy.opened, clock)
    try:
        services = house.services
        services.sign_in.act_as(KEY_HOLDER)
        if gone:
            services.erasing.replay(gone)
        made = about(source).made_at
        services.backups.note_tried(Made(BackupPlace.BY_HAND, source, made, source.stat().st_size))
        services.backups.note_restored()
    finally:
        house.close()


def room_replaced(house: House, source: Path, secrets: Path, unlock: Unlock, beside: Collection[Path] = ()) -> House:
    """Let a backup become the room that was open; its services are closed on every thread, or are about to be.

    Raises as `room_restored`; then the room is as it was, and closed.
    """
    house.services.store.allow(Role.COORDINATOR)
    wait_alone(house.folder / DATABASE, house.opened.data_key)
    present = replace(house.opened, vault=vault.load(house.folder))
    return room_restored(source, house.folder, secrets, unlock, house.clock, beside=beside, present=present)


def _of_now(copy: Copy, folder: Path) -> Opened:
    """Leave out of a backup's key file what is in the present one no more, where that is there and whole.

    The key that opened the backup stays, and so does the recovery code: the room must be opened with something.
    """
    try:
        now = vault.load(folder)
    except BuurtkamerError:
        return copy.opened
    then = copy.opened.vault
    stay = {slot.id for slot in now.slots} | {copy.opened.slot}
    gone = [slot.id for slot in then.slots if slot.id not in stay and slot.kind is not Kind.RECOVERY]
    if now.id != then.id or not gone:
        return copy.opened
    try:
        left = vault.without_slots(then, gone)
    except BuurtkamerError:
        return copy.opened
    return replace(copy.opened, vault=vault.write(copy.folder, left))


def _still_there(folder: Path, unlock: Unlock) -> Opened | None:
    """Give the keys of a room whose store is damaged or gone, when what was typed opens them too."""
    try:
        return unlock(vault.load(folder), folder)
    except BuurtkamerError:
        return None
