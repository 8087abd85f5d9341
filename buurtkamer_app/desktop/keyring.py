"""What is done with the keys of the open room: it needs the data key, which the services do not have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError, RefusedError
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_keys import HeldAs
from buurtkamer_app.qt.sticks import sticks
from buurtkamer_app.safekeeping.backups.placing import let_former_go
from buurtkamer_app.startup import enter
from buurtkamer_app.storage import passphrase, rotating, vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.base.terms_keys import WhyRenewed
    from buurtkamer_app.safekeeping.keys.records import Holder, NewHolder
    from buurtkamer_app.services import Services
    from buurtkamer_app.startup import House
    from buurtkamer_app.storage.vault import Opened


class Holds(Protocol):
    """Holds the house that is open."""

    house: House | None


class Keyring:
    """Adds, renews and rotates the keys of a room; on the writing thread, for the coordinator at the desk."""

    def __init__(self, door: Holds, folder: Path, clock: Clock) -> None:
        self._door, self._folder, self._clock = door, folder, clock

    def add_words(self, services: Services, new: NewHolder, words: str) -> Outcome[Holder]:
        """Let somebody open the room with words of their own.

        Raises `RefusedError` for words that are easy to guess or open the room already, `KeyRefusedError` when this
        computer lost its secret, `StoreError`.
        """
        passphrase.acceptable(words)
        secrets = paths.user_secrets()
        services.store.allow(Role.COORDINATOR)
        if self._opens(words):
            raise RefusedError("These words open the room already. Take other ones.")
        make = self._making(lambda opened, on: vault.add_passphrase(self._folder, secrets, opened, words, on=on))
        return services.key_holders.add(new, HeldAs.PASSPHRASE, make)

    def add_stick(self, services: Services, new: NewHolder, stick: Path) -> Outcome[Holder]:
        """Write a key to a stick (its uppermost folder) and let it open the room.

        Raises `RefusedError` when a key of this room is on it, `StoreError` when it cannot be written.
        """
        key_file = key_file_on(stick, self._house().opened.vault.id)
        make = self._making(lambda opened, on: vault.add_stick(self._folder, opened, key_file, on=on))
        return services.key_holders.add(new, HeldAs.STICK, make)

    def renew_recovery(self, services: Services) -> str:
        """Draw a new recovery code and give it; for whom has the old paper the data must get another key as well."""
        services.store.allow(Role.COORDINATOR)
        opened, code = vault.renew_recovery(self._folder, self._fresh(), on=self._today())
        self._keep(opened)
        return code

    def rotate(self, why: WhyRenewed, progress: Progress | None = None) -> tuple[Services, BuurtkamerError | None]:
        """Give the data another key while the services are shut, and open them again; who was at the desk stays there.

        When it is impossible the room is opened with the key that it has, and the reason given along.
        """
        house = self._house()
        house.services.store.allow(Role.COORDINATOR)
        opened, trouble = self._fresh(), None
        try:
            opened = rotating.rotate(self._folder, opened, progress=progress)
        except BuurtkamerError as error:
            trouble = error
            opened = self._fresh()
        self._door.house = enter(self._folder, opened, self._clock, house.services.store.seat)
        services = self._door.house.services
        if trouble is None:
            services.key_holders.renewed(why)
            # What a restore left there opens with the old key.
            let_former_go(self._folder)
        return services, trouble

    def _opens(self, words: str) -> bool:
        try:
            vault.unlock(vault.load(self._folder), paths.user_secrets(), words)
        except KeyRefusedError:
            return False
        return True

    def _making(self, make: Callable[[Opened, date], Opened]) -> Callable[[], UUID]:
        def made() -> UUID:
            opened = make(self._fresh(), self._today())
            self._keep(opened)
            return opened.vault.slots[-1].id

        return made

    def _house(self) -> House:
        if self._door.house is None:
            raise RuntimeError("the room is not open yet")
        return self._door.house

    def _fresh(self) -> Opened:
        """Give the data key with the key file as it is on the disk: keys may have gone meanwhile."""
        opened, found = self._house().opened, vault.load(self._folder)
        return replace(opened, vault=found)

    def _keep(self, opened: Opened) -> None:
        self._door.house = replace(self._house(), opened=opened)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def key_file_on(stick: Path, room: UUID) -> Path:
    """Tell where the key of a room is on a stick: named after its vault, so that one stick may open several rooms."""
    return stick / f"buurtkamer-{room}.key"


def key_file_for(room: UUID, stick: Path | None) -> Path:
    """Give the key of a room on a stick, or on any that is in this computer; raises `KeyRefusedError` without one."""
    if stick is not None:
        return key_file_on(stick, room)
    for one in sticks():
        if (found := key_file_on(one.path, room)).is_file():
            return found
    raise KeyRefusedError("No key stick of this room was found. Put it in, or show where it is.")
