"""Makes a room of an archive: in a new folder beside its place, proved, and only then put where it belongs."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.exchange.archive.reading import look
from buurtkamer_app.safekeeping.backups.placing import place
from buurtkamer_app.safekeeping.keys.records import NewHolder
from buurtkamer_app.safekeeping.pin import acceptable
from buurtkamer_app.startup import House, build, enter
from buurtkamer_app.storage import passphrase, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE
from buurtkamer_app.storage.whole_file import file_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.records import Owner


def room_from_archive(  # noqa: PLR0913, PLR0917 - what a room is made of
    source: Path, folder: Path, secrets: Path, owner: Owner, clock: Clock, progress: Progress
) -> tuple[House, str]:
    """Make the room of an archive in a folder, with keys of its own; give it, open, and its recovery code.

    Nobody is at the desk, and only `owner` has a PIN. Raises `StoppedError`, `RefusedError` for a PIN or passphrase
    that is easy to guess, `FileRefusedError` for what is no archive, `StoreError` when there is a room already or the
    disk refuses; then nothing was changed.
    """
    acceptable(owner.pin, practice=False)
    passphrase.acceptable(owner.passphrase)
    if (folder / vault.FILE).exists():
        raise StoreError("There is a room in this folder already. Nothing was changed.")
    if owner.coordinator not in {one.id for one in look(source).coordinators}:
        raise RefusedError("There is no coordinator of that name in this archive.")
    with _beside(folder) as scratch:
        created = vault.create(scratch, secrets, owner.passphrase, on=clock.now().date())
        try:
            house = build(scratch, created, clock)
            try:
                house.services.archives.bring_in(source, progress)
                house.services.sign_in.set_pin(owner.coordinator, owner.pin)
                mine = created.vault.slots[0].id
                house.services.key_holders.write_down(mine, NewHolder(host=owner.coordinator))
            finally:
                house.close()
            snapshot.verify(scratch / DATABASE, created.data_key)
            progress.go_on()
            place(scratch, folder)
        except BaseException:
            (secrets / str(created.vault.id)).unlink(missing_ok=True)
            raise
    house = enter(folder, created, clock)
    house.services.sign_in.act_as(NOBODY)
    return house, created.recovery_code


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a folder on the same disk, gone afterwards."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".buurtkamer-", dir=folder.parent))
        (scratch / "room").mkdir(mode=0o700)
    except OSError as error:
        raise file_trouble(error) from error
    try:
        yield scratch / "room"
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
