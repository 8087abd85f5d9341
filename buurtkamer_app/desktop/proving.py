"""A key of the room, offered while the room is open: whoever has one may do what the coordinator does."""

from __future__ import annotations

from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.recovery_code import read_recovery_code

if TYPE_CHECKING:
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.services import Services
    from buurtkamer_app.storage.vault import Opened, Vault


def proved(folder: Path, open_now: Opened, services: Services, offered: str | Path) -> Actor:
    """Seat whoever offers a key of the room that is open; what does not fit counts as a wrong try.

    Raises `KeyRefusedError`, `TooManyTriesError`, `StoreError`.
    """
    try:
        opened = _opened(vault.load(folder), offered)
        _refuse_other(opened, open_now)
        _refuse_gone(opened, services)
    except KeyRefusedError:
        services.sign_in.wrong_key()
        raise
    holder = services.key_holders.of(opened.slot) if opened.slot else None
    name = (holder.name if holder else "") or translate("Key holder")
    return services.sign_in.enter_with_key(holder.host if holder else None, name)


def _refuse_other(opened: Opened, open_now: Opened) -> None:
    # Who can write in the folder could put a key file of their own there: it must hold this room's key.
    if not compare_digest(opened.data_key, open_now.data_key):
        raise KeyRefusedError("This key is of another room.")


def _refuse_gone(opened: Opened, services: Services) -> None:
    # An old key file may have been put back; the store knows.
    if opened.slot is not None and services.key_holders.is_gone(opened.slot):
        raise KeyRefusedError("This key was taken away. Use another one.")


def _opened(found: Vault, offered: str | Path) -> Opened:
    if isinstance(offered, Path):
        from buurtkamer_app.desktop.keyring import key_file_on

        return vault.unlock_with_stick(found, key_file_on(offered, found.id))
    try:
        read_recovery_code(offered)
    except BuurtkamerError:
        return vault.unlock(found, paths.user_secrets(), offered)
    return vault.unlock_with_recovery(found, offered)
