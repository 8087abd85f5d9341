"""The one place where the services are put together: a new room, one that is opened, a second hand to read with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import DamagedError, KeyRefusedError, StoreError
from buurtkamer_app.base.roles import Actor, Role, Seat
from buurtkamer_app.services import Services
from buurtkamer_app.storage import migrate, rotating
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.left_over import check_left_over
from buurtkamer_app.storage.unit_of_work import Store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.storage.vault import Opened

# Who sets up a room or runs a command that asked for its passphrase.
KEY_HOLDER = Actor(Role.COORDINATOR)


def assemble(  # noqa: PLR0913 - what a store is opened with
    engine: Engine, clock: Clock, seat: Seat, vault_id: UUID, *, practice: bool, files: Path | None = None
) -> Services:
    """Put the services together on a store that is open and at its newest schema."""
    return Services(Store(engine, clock, seat), vault_id, practice=practice, files=files)


@dataclass(frozen=True, slots=True)
class House:
    """An opened room: its folder, its vault and key, and the services of the thread that writes."""

    folder: Path
    opened: Opened
    clock: Clock
    services: Services

    def reader(self) -> Services:
        """Give the services once more on a connection of their own that can only read, for a second thread."""
        return look_into(self.folder, self.opened, self.clock, self.services.store.seat)

    def close(self) -> None:
        """Let go of the file."""
        self.services.close()


def _services(engine: Engine, clock: Clock, seat: Seat, opened: Opened, folder: Path) -> Services:
    return assemble(engine, clock, seat, opened.vault.id, practice=opened.vault.practice, files=folder)


def look_into(folder: Path, opened: Opened, clock: Clock, seat: Seat) -> Services:
    """Give the services on a store that is at its newest schema, to read with and change nothing."""
    engine = open_embedded(folder / DATABASE, opened.data_key, read_only=True)
    return _services(engine, clock, seat, opened, folder)


def build(folder: Path, created: Opened, clock: Clock) -> House:
    """Make the store of a new vault; the room itself is still to be set up.

    Raises `StoreError` when there is a store already or the disk refuses.
    """
    if (folder / DATABASE).exists():
        raise StoreError("There is a room in this folder already. Nothing was changed.")
    # Nobody else with an account on this computer has to see even how large the files are.
    folder.chmod(0o700)
    engine = open_embedded(folder / DATABASE, created.data_key)
    migrate.upgrade(engine)
    house = House(folder, created, clock, _services(engine, clock, Seat(), created, folder))
    house.services.sign_in.act_as(KEY_HOLDER)
    return house


def enter(folder: Path, opened: Opened, clock: Clock, seat: Seat | None = None) -> House:
    """Open the store of an unlocked vault, bring it to the newest schema and blank what can no longer be undone.

    Whoever sits on the `seat` stays at the desk (None: nobody does). A renewal of the key that was cut off is ended.
    Raises `StoreError` when the file is missing, empty, damaged or newer; it is never made anew here.
    """
    path = folder / DATABASE
    if not path.is_file() or path.stat().st_size == 0:
        raise DamagedError("The file with the room's data is gone or empty. Restore a backup.")
    opened = rotating.settle(folder, opened)
    check_left_over(path, opened.data_key)
    engine = open_embedded(path, opened.data_key)
    try:
        migrate.upgrade(engine)
        house = House(folder, opened, clock, _services(engine, clock, seat or Seat(), opened, folder))
        house.services.history.forget_before_images()
    except BaseException:
        engine.dispose()
        raise
    return house


def let_in(folder: Path, opened: Opened, clock: Clock) -> House:
    """Enter with a key that somebody just proved; raises as `enter`, and `KeyRefusedError` for one that was taken away.

    The key file alone does not say so: somebody may have put back an old one.
    """
    house = enter(folder, opened, clock)
    if opened.slot is not None and house.services.key_holders.is_gone(opened.slot):
        house.close()
        raise KeyRefusedError("This key was taken away. Use another one.")
    return house
