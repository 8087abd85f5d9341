"""One slot a key: the data key wrapped so that only a passphrase, recovery code or key stick takes it out.

`cryptography` does all of it (Argon2id of RFC 9106, HKDF-SHA256, AES-256-GCM). Everything in a slot except the
wrapped key itself is associated data: a slot that was altered in any way does not open.
"""

from __future__ import annotations

import enum
import json
import secrets as randomness
from datetime import date
from typing import Annotated, Final, NamedTuple
from uuid import UUID, uuid4

import msgspec

from buurtkamer_app.base.errors import KeyRefusedError

FORMAT: Final = "buurtkamer-vault/1"
KEY_SIZE: Final = 32
_SALT_SIZE: Final = 16
_NONCE_SIZE: Final = 12
_TAG_SIZE: Final = 16


class Kind(enum.StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind, not a passphrase
    RECOVERY = "recovery"
    STICK = "stick"
    PRACTICE = "practice"


class Stretching(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much work Argon2id makes of one guess: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


# What every slot is made with, and the least that is believed: 64 MiB, 3 passes, 4 lanes.
STRETCHING: Final = Stretching(memory=64 * 1024, passes=3, lanes=4)
# A later version may ask four times as much; more would only hang a small computer.
_MOST: Final = Stretching(memory=256 * 1024, passes=12, lanes=16)
# A key that a person types is stretched; a stick's own 32 random bytes cannot be guessed, however fast.
_TYPED: Final = (Kind.PASSPHRASE, Kind.RECOVERY)


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key of the room, without the name of its holder; `stretching` only where a person types the key."""

    id: UUID
    kind: Kind
    created: date
    stretching: Stretching | None
    salt: Annotated[bytes, msgspec.Meta(min_length=_SALT_SIZE, max_length=_SALT_SIZE)]
    nonce: Annotated[bytes, msgspec.Meta(min_length=_NONCE_SIZE, max_length=_NONCE_SIZE)]
    wrapped: Annotated[bytes, msgspec.Meta(min_length=KEY_SIZE + _TAG_SIZE, max_length=KEY_SIZE + _TAG_SIZE)]


class Key(NamedTuple):
    """What opens a slot: what the holder types or carries, and for a passphrase this computer's own secret."""

    held: bytes
    device: bytes = b""


class Binding(msgspec.Struct, frozen=True):
    """The vault that a slot belongs to, and whether that is a practice room: a slot opens in no other."""

    vault: UUID
    practice: bool


def seal(binding: Binding, kind: Kind, data_key: bytes, key: Key, *, on: date) -> Slot:
    """Make a slot that gives `data_key` (32 bytes) back for `key`, made on the date `on`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy, after the window only

    if len(data_key) != KEY_SIZE:
        raise ValueError("a data key has 32 bytes")
    empty = Slot(
        uuid4(),
        kind,
        on,
        STRETCHING if kind in _TYPED else None,
        randomness.token_bytes(_SALT_SIZE),
        randomness.token_bytes(_NONCE_SIZE),
        bytes(KEY_SIZE + _TAG_SIZE),
    )
    wrapped = AESGCM(_wrapping_key(empty, key)).encrypt(empty.nonce, data_key, _associated(binding, empty))
    return msgspec.structs.replace(empty, wrapped=wrapped)


def unseal(binding: Binding, slot: Slot, key: Key) -> bytes | None:
    """Take the data key out with `key`, or give None when it does not fit or the slot was altered.

    Raises `KeyRefusedError`, before any work is done, for a slot that `refuse_weakened` refuses.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - heavy, after the window only
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy, after the window only

    refuse_weakened(binding, slot)
    try:
        return AESGCM(_wrapping_key(slot, key)).decrypt(slot.nonce, slot.wrapped, _associated(binding, slot))
    except InvalidTag:
        return None


def refuse_weakened(binding: Binding, slot: Slot) -> None:
    """Raise `KeyRefusedError` for a slot that this program would never have made.

    That is: one that is easier to guess, or harder than a computer can bear, or opens a real room without a key.
    """
    asked = slot.stretching
    sound = slot.kind is not Kind.PRACTICE or binding.practice
    if slot.kind not in _TYPED:
        sound = sound and asked is None
    else:
        sound = asked is not None and all(
            least <= given <= most
            for least, given, most in zip(
                msgspec.structs.astuple(STRETCHING),
                msgspec.structs.astuple(asked),
                msgspec.structs.astuple(_MOST),
                strict=True,
            )
        )
    if not sound:
        raise KeyRefusedError(
            "Somebody altered the key file of this room. Put back the newest backup.", details=f"slot {slot.kind}"
        )


def _wrapping_key(slot: Slot, key: Key) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - heavy, after the window only
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    held = _stretched(slot.stretching, slot.salt, key.held) if slot.stretching else key.held
    label = f"{FORMAT} {slot.kind}".encode()
    return HKDF(SHA256(), KEY_SIZE, salt=slot.salt, info=label).derive(held + key.device)


def _stretched(asked: Stretching, salt: bytes, typed: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - heavy, after the window only

    argon = Argon2id(salt=salt, length=KEY_SIZE, iterations=asked.passes, lanes=asked.lanes, memory_cost=asked.memory)
    return argon.derive(typed)


def _associated(binding: Binding, slot: Slot) -> bytes:
    """Give all that a slot says of itself and of its vault, in the one spelling that JSON with sorted keys has."""
    said = {
        "format": FORMAT,
        "vault": str(binding.vault),
        "practice": binding.practice,
        "slot": str(slot.id),
        "kind": slot.kind.value,
        "created": slot.created.isoformat(),
        "stretching": msgspec.to_builtins(slot.stretching),
        "salt": slot.salt.hex(),
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
