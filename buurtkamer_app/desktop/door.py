"""How a room is opened: practice at once, a real one with passphrase or code, a new one by setting it up."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.roles import NOBODY, Role

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.records import Owner
    from buurtkamer_app.room.starting import NewRoom
    from buurtkamer_app.services import Services
    from buurtkamer_app.startup import House
    from buurtkamer_app.storage.vault import Opened


class Way(enum.Enum):
    """What has to be done before the room is open."""

    PRACTICE = enum.auto()
    UNLOCK = enum.auto()
    SET_UP = enum.auto()


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
        return Way.UNLOCK if (self._folder / "vault.json").exists() else Way.SET_UP

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
        services.sign_in.act_as(NOBODY)
        return services, created.recovery_code

    def bring_in(self, source: Path, owner: Owner, progress: Progress) -> tuple[Services, str]:
        """Make a room of an archive; give its services and the recovery code."""
        from buurtkamer_app.replay.archived import room_from_archive

        secrets = paths.user_secrets()
        self.house, code = room_from_archive(source, self._folder, secrets, owner, self._clock, progress)
        return self.house.services, code

    def reader(self) -> Services:
        """Give the services once more, for the thread that reads."""
        if self.house is None:
            raise RuntimeError("the room is not open yet")
        return self.house.reader()

    def back_up(self, path: Path) -> Path:
        """Write a verified backup to a file; raises `StoreError` when the disk refuses."""
        from buurtkamer_app.safekeeping import backup

        if self.house is None:
            raise RuntimeError("the room is not open yet")
        backup.back_up(self._folder, self.house.opened, path, self._clock.now())
        return path

    def _enter(self, opened: Opened) -> Services:
        from buurtkamer_app.startup import enter

        self.house = enter(self._folder, opened, self._clock)
        return self.house.services
