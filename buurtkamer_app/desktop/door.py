"""How a room is opened: practice at once, a real one with passphrase or code, a new one by setting it up."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, TypeVar

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.roles import NOBODY, Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.desktop.keyring import Keyring
    from buurtkamer_app.exchange.archive.records import Owner
    from buurtkamer_app.room.starting import NewRoom
    from buurtkamer_app.safekeeping.checkup.records import CheckUp
    from buurtkamer_app.services import Services
    from buurtkamer_app.startup import House
    from buurtkamer_app.storage.vault import Opened

T = TypeVar("T")
# With either of them there is a room, and one that is gone comes back from a backup.
_FILES: Final = ("vault.json", "room.db")


class Way(enum.Enum):
    """What has to be done before the room is open."""

    PRACTICE = enum.auto()
    UNLOCK = enum.auto()
    SET_UP = enum.auto()
    MOVED = enum.auto()


class Door:
    """Opens the room of one folder; its methods run on the writing thread, which loads the store behind the window."""

    def __init__(self, folder: Path, clock: Clock, practice_room: Path | None) -> None:
        self._folder = folder
        self._clock = clock
        self._practice_room = practice_room
        self.house: House | None = None

    def way(self, *, practice: bool) -> Way:
        """Tell how this room is opened."""
        if practice:
            return Way.PRACTICE
        if (self._folder / "restore-next").is_dir():
            from buurtkamer_app.safekeeping.backups.placing import heal

            heal(self._folder)
        if (self._folder / "moved.json").exists():
            from buurtkamer_app.safekeeping.hard_days.wiping import finish

            finish(self._folder, paths.user_secrets())
            return Way.MOVED
        return Way.UNLOCK if any((self._folder / name).exists() for name in _FILES) else Way.SET_UP

    def open_practice(self) -> Services:
        """Open the practice room, made when it is not there yet."""
        from buurtkamer_app.replay.practice import open_practice

        self.house = open_practice(self._folder, self._clock, self._practice_room)
        return self.house.services

    def unlock(self, passphrase: str) -> Services:
        """Open a room with its passphrase; raises `KeyRefusedError`."""
        from buurtkamer_app.storage import vault

        return self._enter(vault.unlock(vault.load(self._folder), paths.user_secrets(), passphrase))

    def recover(self, code: str, passphrase: str) -> Services:
        """Open a room with its recovery code, and give this computer a passphrase again."""
        from buurtkamer_app.storage import vault

        opened = vault.unlock_with_recovery(vault.load(self._folder), code)
        secrets, today = paths.user_secrets(), self._clock.now().date()
        return self._enter(vault.after_recovery(self._folder, secrets, opened, passphrase, on=today))

    def set_up(self, new: NewRoom) -> tuple[Services, str]:
        """Make a room as somebody decided; give its services and the recovery code."""
        from buurtkamer_app.people.records import NewHost
        from buurtkamer_app.room.starting import starting_patterns, starting_spaces
        from buurtkamer_app.safekeeping.keys.records import NewHolder
        from buurtkamer_app.safekeeping.pin import acceptable
        from buurtkamer_app.startup import build
        from buurtkamer_app.storage import vault

        acceptable(new.pin, practice=False)
        created = vault.create(self._folder, paths.user_secrets(), new.passphrase, on=self._clock.now().date())
        self.house = build(self._folder, created, self._clock)
        services = self.house.services
        services.room.set_up(new.facts, new.hours, starting_spaces(), starting_patterns(new.hours))
        coordinator = NewHost(new.coordinator_name, max_shifts_per_week=0, role=Role.COORDINATOR)
        made = services.people.add_host(coordinator).value
        services.sign_in.set_pins([made.id], new.pin)
        services.key_holders.write_down(created.vault.slots[0].id, NewHolder(host=made.id))
        services.sign_in.act_as(NOBODY)
        return services, created.recovery_code

    def bring_in(self, source: Path, owner: Owner, progress: Progress) -> tuple[Services, str]:
        """Make a room of an archive; give its services and the recovery code."""
        from buurtkamer_app.replay.archived import room_from_archive

        secrets = paths.user_secrets()
        self.house, code = room_from_archive(source, self._folder, secrets, owner, self._clock, progress)
        return self.house.services, code

    def unlock_with_stick(self, stick: Path | None) -> Services:
        """Open a room with the key stick whose uppermost folder is `stick` (None: look for it).

        Raises `KeyRefusedError`.
        """
        from buurtkamer_app.desktop.keyring import key_file_for
        from buurtkamer_app.storage import vault

        found = vault.load(self._folder)
        return self._enter(vault.unlock_with_stick(found, key_file_for(found.id, stick)))

    def prove(self, services: Services, offered: str | Path) -> Actor:
        """Let whoever has a key of the open room sit down as coordinator: words, a recovery code, or where a stick is.

        Raises `KeyRefusedError`, and `TooManyTriesError` when the room has to close.
        """
        from buurtkamer_app.desktop.proving import proved

        return proved(self._folder, self._open_house().opened, services, offered)

    def keys(self) -> Keyring:
        """Give what is done with the keys of the open room, on the writing thread."""
        from buurtkamer_app.desktop.keyring import Keyring

        return Keyring(self, self._folder, self._clock)

    def reader(self) -> Services:
        """Give the services once more, for the thread that reads."""
        return self._open_house().reader()

    def at_place(self, work: Callable[[Path, Clock], T]) -> T:
        """Do something with the room's folder, whether it is open or not."""
        return work(self._folder, self._clock)

    def check_up(self, services: Services) -> CheckUp:
        """Look at everything of the room that is open; `services` are those of the thread that looks."""
        from buurtkamer_app.safekeeping.checkup.whole import check_up

        house = self._open_house()
        standing = services.standing.now
        return check_up(self._folder, paths.user_secrets(), lambda: house.opened, standing, self._clock.now())

    def _open_house(self) -> House:
        if self.house is None:
            raise StoreError("The room is locked. Open it first.")
        return self.house

    def _enter(self, opened: Opened) -> Services:
        from buurtkamer_app.startup import let_in

        self.house = let_in(self._folder, opened, self._clock)
        return self.house.services
