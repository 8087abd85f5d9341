"""The vault of a room: the key file that holds one random data key, sealed once for every key holder.

The data key opens the store. No name is kept here: who holds which slot is known inside the store only.
"""

from __future__ import annotations

import secrets as randomness
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID, uuid4

import msgspec

from buurtkamer_app.base.errors import BuurtkamerError, DamagedError, KeyRefusedError, RefusedError, StoreError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.storage.device_secret import read_device_secret, write_device_secret
from buurtkamer_app.storage.key_slots import (
    FORMAT,
    KEY_SIZE,
    Binding,
    Content,
    Key,
    Kind,
    Slot,
    refuse_weakened,
    seal,
    unseal,
)
from buurtkamer_app.storage.passphrase import as_compared
from buurtkamer_app.storage.recovery_code import draw_recovery_code, read_recovery_code
from buurtkamer_app.storage.whole_file import read_at_most, write_whole

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

FILE: Final = "vault.json"
_MOST_SLOTS: Final = 32
_LONGEST: Final = 64 * 1024
# In a practice room nobody keeps a secret, but its slot has the same shape as every other.
_PRACTICE_KEY: Final = Key(b"practice")


class Vault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the key file says: whose it is, whether that is a practice room, and its slots, the newest last."""

    format: str
    id: UUID
    practice: bool
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=_MOST_SLOTS)]

    @property
    def binding(self) -> Binding:
        """Give what every slot of this vault is bound to."""
        return Binding(self.id, self.practice)


class _Heading(msgspec.Struct):
    format: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A vault and the data key in it: who has this may add keys.

    `proof` is what a key holder's own work is known by, `coming` the data key that takes over (while the store is
    written anew), `slot` the one that was opened.
    """

    vault: Vault
    data_key: bytes = field(repr=False)
    proof: bytes = field(repr=False)
    coming: bytes | None = field(default=None, repr=False, kw_only=True)
    slot: UUID | None = field(default=None, kw_only=True)

    @property
    def content(self) -> Content:
        """Give what every slot of this vault keeps."""
        return Content(self.data_key, self.proof, self.coming)


@dataclass(frozen=True, slots=True)
class Created(Opened):
    """A new vault, open; its recovery code is shown and printed now and kept nowhere (a practice room has none)."""

    recovery_code: str = field(repr=False)


def create(folder: Path, secrets: Path, passphrase: str, *, on: date) -> Created:
    """Make the vault of a real room on the date `on`; `secrets` is the folder of the device secrets.

    Raises `RefusedError` for an empty passphrase, `StoreError` when the folder has a vault or cannot be written.
    """
    _refuse_existing(folder)
    binding, content, code = Binding(uuid4(), practice=False), _drawn(), draw_recovery_code()
    held = as_compared(passphrase)
    device = write_device_secret(secrets, binding.vault)
    slots = (
        seal(binding, Kind.PASSPHRASE, content, Key(held, device), on=on),
        seal(binding, Kind.RECOVERY, content, Key(read_recovery_code(code)), on=on),
    )
    made = write(folder, Vault(FORMAT, binding.vault, binding.practice, slots))
    return Created(made, content.data_key, content.proof, code, slot=slots[0].id)


def create_practice(folder: Path, *, on: date) -> Created:
    """Make the vault of a practice room, which opens without any key; raises `StoreError` as `create` does."""
    _refuse_existing(folder)
    binding, content = Binding(uuid4(), practice=True), _drawn()
    slots = (seal(binding, Kind.PRACTICE, content, _PRACTICE_KEY, on=on),)
    made = write(folder, Vault(FORMAT, binding.vault, binding.practice, slots))
    return Created(made, content.data_key, content.proof, "", slot=slots[0].id)


def load(folder: Path) -> Vault:
    """Read the vault of a room.

    Raises `StoreError` when it is missing, of a newer version or not exactly as this program wrote it; a vault is
    never made anew here, since its room could then never be opened again.
    """
    raw = read_at_most(folder / FILE, _LONGEST)
    if raw is None:
        raise DamagedError("The key file of this room is gone. Put back the newest backup.")
    damaged = DamagedError("The key file of this room is damaged. Put back the newest backup.")
    try:
        heading = msgspec.json.decode(raw, type=_Heading)
        if heading.format.startswith("buurtkamer-vault/") and heading.format != FORMAT:
            raise StoreError("A newer version made this room. Install that version on this computer.")
        vault = msgspec.json.decode(raw, type=Vault)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise damaged from error
    # One spelling only: a byte that changed without changing the meaning shows as well.
    if vault.format != FORMAT or _spelled(vault) != raw:
        raise damaged
    return vault


def unlock(vault: Vault, secrets: Path, passphrase: str) -> Opened:
    """Open a vault with the passphrase of any key holder.

    Raises `KeyRefusedError` when it fits none, when a slot was weakened, or when this computer lost its secret.
    """
    held, device = as_compared(passphrase), _device_secret(secrets, vault)
    return _open(
        vault,
        Kind.PASSPHRASE,
        Key(held, device),
        mark("That passphrase does not open this room. Check the words and their order, or use the recovery code."),
    )


def unlock_with_recovery(vault: Vault, code: str) -> Opened:
    """Open a vault with its recovery code, on any computer; raises `KeyRefusedError`."""
    refusal = mark("That recovery code is of another room. Look for the paper of this room.")
    return _open(vault, Kind.RECOVERY, Key(read_recovery_code(code)), refusal)


def unlock_with_stick(vault: Vault, key_file: Path) -> Opened:
    """Open a vault with the key file on a stick; raises `KeyRefusedError`, or `StoreError` if it is unreadable."""
    refusal = mark("This stick does not open this room. Use the passphrase.")
    held = read_at_most(key_file, KEY_SIZE)
    if held is None or len(held) != KEY_SIZE:
        raise KeyRefusedError(refusal)
    return _open(vault, Kind.STICK, Key(held), refusal)


def unlock_practice(vault: Vault) -> Opened:
    """Open the vault of a practice room; raises `KeyRefusedError` for a real one."""
    return _open(vault, Kind.PRACTICE, _PRACTICE_KEY, mark("This is no practice room. Type the passphrase."))


def add_passphrase(folder: Path, secrets: Path, opened: Opened, passphrase: str, *, on: date) -> Opened:
    """Add a key holder with a passphrase; the new slot is the last.

    Raises `RefusedError` for an empty one, `KeyRefusedError` when this computer lost its secret, `StoreError`.
    """
    held, device = as_compared(passphrase), _device_secret(secrets, opened.vault)
    return _add(folder, opened, Kind.PASSPHRASE, Key(held, device), on)


def add_stick(folder: Path, opened: Opened, key_file: Path, *, on: date) -> Opened:
    """Write a new random key to `key_file` and add it; the new slot is the last.

    Raises `RefusedError` when that file exists (it may be another room's key), `StoreError` when it cannot be written.
    """
    if read_at_most(key_file, 0) is not None:
        raise RefusedError("This stick already holds a key. Take another stick.")
    held = randomness.token_bytes(KEY_SIZE)
    write_whole(key_file, held)
    try:
        return _add(folder, opened, Kind.STICK, Key(held), on)
    except BuurtkamerError:
        # A key that opens nothing would be mistaken for one that does; the stick may be gone as well.
        with suppress(OSError):
            key_file.unlink()
        raise


def after_recovery(folder: Path, secrets: Path, opened: Opened, passphrase: str, *, on: date) -> Opened:
    """Give this computer a passphrase again once the recovery code opened the room; the new slot is the last.

    On a new computer, or one that lost its secret, a new device secret is drawn: the passphrases that were bound to
    the old one open nothing here any more and go. Raises as `create`.
    """
    held, vault = as_compared(passphrase), opened.vault
    device = read_device_secret(secrets, vault.id)
    if device is None:
        device = write_device_secret(secrets, vault.id)
        kept = tuple(slot for slot in vault.slots if slot.kind is not Kind.PASSPHRASE)
        vault = msgspec.structs.replace(vault, slots=kept)
    return _add(folder, replace(opened, vault=vault), Kind.PASSPHRASE, Key(held, device), on)


def renew_recovery(folder: Path, opened: Opened, *, on: date) -> tuple[Opened, str]:
    """Draw a new recovery code in the place of the old one, which opens this key file no more; give it to be printed.

    Who kept the old paper and a copy of the old key file is kept out by a new data key only. Raises `StoreError`.
    """
    vault, code = opened.vault, draw_recovery_code()
    kept = tuple(slot for slot in vault.slots if slot.kind is not Kind.RECOVERY)
    fresh = replace(opened, vault=msgspec.structs.replace(vault, slots=kept))
    return _add(folder, fresh, Kind.RECOVERY, Key(read_recovery_code(code)), on), code


def remove_slot(folder: Path, vault: Vault, slot: UUID) -> Vault:
    """Take a key away from the room; the data key itself stays as it is (a lost stick asks for a new one).

    Raises `RefusedError` when it is gone already, or the room would be left without a daily key or recovery code.
    """
    return write(folder, without_slots(vault, {slot}))


def without_slots(vault: Vault, gone: Collection[UUID]) -> Vault:
    """Give a vault without some of its slots, as it would be written; raises as `remove_slot`."""
    left = tuple(kept for kept in vault.slots if kept.id not in gone)
    if len(left) != len(vault.slots) - len(set(gone)):
        raise RefusedError("This key is gone already. Look at the list again.")
    kinds = {kept.kind for kept in left}
    if vault.practice:
        enough = Kind.PRACTICE in kinds
    else:
        enough = Kind.RECOVERY in kinds and not kinds.isdisjoint({Kind.PASSPHRASE, Kind.STICK})
    if not enough:
        raise RefusedError("This is the last key of its kind. Make another one first.")
    return msgspec.structs.replace(vault, slots=left)


def write(folder: Path, vault: Vault) -> Vault:
    """Write the key file in one step and give the vault again; raises `StoreError` when the disk refuses."""
    write_whole(folder / FILE, _spelled(vault))
    return vault


def _open(vault: Vault, kind: Kind, key: Key, refusal: str) -> Opened:
    """Try a key on every slot of its kind; a weakened one among them is refused before any is tried."""
    slots = [slot for slot in vault.slots if slot.kind is kind]
    for slot in slots:
        refuse_weakened(vault.binding, slot)
    for slot in slots:
        content = unseal(vault.binding, slot, key)
        if content is not None:
            return Opened(vault, content.data_key, content.proof, coming=content.coming, slot=slot.id)
    raise KeyRefusedError(refusal)


def _device_secret(secrets: Path, vault: Vault) -> bytes:
    device = read_device_secret(secrets, vault.id)
    if device is None:
        raise KeyRefusedError("This computer lost its part of the key. Use the recovery code on paper.")
    return device


def _refuse_existing(folder: Path) -> None:
    if read_at_most(folder / FILE, 0) is not None:
        raise StoreError("This folder already holds a room. Open it, or choose another folder.")


def _drawn() -> Content:
    return Content(randomness.token_bytes(KEY_SIZE), randomness.token_bytes(KEY_SIZE))


def _add(folder: Path, opened: Opened, kind: Kind, key: Key, on: date) -> Opened:
    vault = opened.vault
    if len(vault.slots) >= _MOST_SLOTS:
        raise RefusedError("This room has as many keys as it can hold. Take one away first.")
    slots = (*vault.slots, seal(vault.binding, kind, opened.content, key, on=on))
    kept = write(folder, msgspec.structs.replace(vault, slots=slots))
    return Opened(kept, opened.data_key, opened.proof, coming=opened.coming, slot=opened.slot)


def _spelled(vault: Vault) -> bytes:
    return msgspec.json.format(msgspec.json.encode(vault), indent=1) + b"\n"
