"""One slot a key: the data key closed so that only a passphrase, recovery code or key stick takes it out.

`cryptography` does all of it (Argon2id of RFC 9106, HKDF-SHA256, AES-256-GCM, HPKE of RFC 9180 with X25519). A slot has
a key pair of its own: what somebody types or carries wraps the private half, and the data key is sealed to the public
one. So a room gets a new data key while only one of its key holders is there. Everything that a slot says of itself is
associated data: one that was altered in any way does not open.
"""

from __future__ import annotations

import enum
import hmac
import json
import secrets as randomness
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple
from uuid import UUID, uuid4

import msgspec

from buurtkamer_app.base.errors import KeyRefusedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

FORMAT: Final = "buurtkamer-vault/1"
KEY_SIZE: Final = 32
_SALT_SIZE: Final = 16
_NONCE_SIZE: Final = 12
_TAG_SIZE: Final = 16
# A private key and the proof; beside them, once sealed, the sender's half of the exchange.
_WRAPPED_SIZE: Final = 2 * KEY_SIZE + _TAG_SIZE
_SEALED_SIZE: Final = 3 * KEY_SIZE + _TAG_SIZE


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


class Content(NamedTuple):
    """What a slot keeps: the data key, and the proof that a key holder of this room put it there.

    To seal something to a slot its public half is enough; the proof is known only to who opened the vault. `coming` is
    the data key that takes over, while the store is being written anew.
    """

    data_key: bytes
    proof: bytes
    coming: bytes | None = None


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key of the room, without the name of its holder; `stretching` only where a person types the key.

    `coming` is the data key that takes over, sealed as the one of now.
    """

    id: UUID
    kind: Kind
    created: date
    stretching: Stretching | None
    salt: Annotated[bytes, msgspec.Meta(min_length=_SALT_SIZE, max_length=_SALT_SIZE)]
    nonce: Annotated[bytes, msgspec.Meta(min_length=_NONCE_SIZE, max_length=_NONCE_SIZE)]
    public: Annotated[bytes, msgspec.Meta(min_length=KEY_SIZE, max_length=KEY_SIZE)]
    wrapped: Annotated[bytes, msgspec.Meta(min_length=_WRAPPED_SIZE, max_length=_WRAPPED_SIZE)]
    sealed: Annotated[bytes, msgspec.Meta(min_length=_SEALED_SIZE, max_length=_SEALED_SIZE)]
    coming: Annotated[bytes, msgspec.Meta(min_length=_SEALED_SIZE, max_length=_SEALED_SIZE)] | None


class Key(NamedTuple):
    """What opens a slot: what the holder types or carries, and for a passphrase this computer's own secret."""

    held: bytes
    device: bytes = b""


class Binding(msgspec.Struct, frozen=True):
    """The vault that a slot belongs to, and whether that is a practice room: a slot opens in no other."""

    vault: UUID
    practice: bool


def seal(binding: Binding, kind: Kind, content: Content, key: Key, *, on: date) -> Slot:
    """Make a slot that gives `content` back for `key`, made on the date `on`."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy, after the window only

    private = X25519PrivateKey.generate()
    empty = Slot(
        uuid4(),
        kind,
        on,
        STRETCHING if kind in _TYPED else None,
        randomness.token_bytes(_SALT_SIZE),
        randomness.token_bytes(_NONCE_SIZE),
        private.public_key().public_bytes_raw(),
        bytes(_WRAPPED_SIZE),
        bytes(_SEALED_SIZE),
        None,
    )
    kept = private.private_bytes_raw() + content.proof
    wrapped = AESGCM(_wrapping_key(empty, key)).encrypt(empty.nonce, kept, _associated(binding, empty))
    return seal_again(binding, msgspec.structs.replace(empty, wrapped=wrapped), content)


def seal_again(binding: Binding, slot: Slot, content: Content) -> Slot:
    """Let a slot keep another content; no key is needed for that, only the proof of who opened the vault."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey  # noqa: PLC0415 - heavy

    if len(content.data_key) != KEY_SIZE:
        raise ValueError("a data key has 32 bytes")
    to, about, suite = X25519PublicKey.from_public_bytes(slot.public), _associated(binding, slot), _suite()
    sealed = suite.encrypt(content.data_key + content.proof, to, about)
    coming = suite.encrypt(content.coming + content.proof, to, about) if content.coming else None
    return msgspec.structs.replace(slot, sealed=sealed, coming=coming)


def unseal(binding: Binding, slot: Slot, key: Key) -> Content | None:
    """Take the content out with `key`, or give None when it does not fit or the slot was altered.

    Raises `KeyRefusedError`, before any work is done, for a slot that `refuse_weakened` refuses.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - heavy, after the window only
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy, after the window only

    refuse_weakened(binding, slot)
    about, suite = _associated(binding, slot), _suite()
    try:
        kept = AESGCM(_wrapping_key(slot, key)).decrypt(slot.nonce, slot.wrapped, about)
        private, proof = X25519PrivateKey.from_private_bytes(kept[:KEY_SIZE]), kept[KEY_SIZE:]
        told = suite.decrypt(slot.sealed, private, about)
        next_told = suite.decrypt(slot.coming, private, about) if slot.coming else None
    except InvalidTag:
        return None
    for one in (told, next_told or told):
        if not hmac.compare_digest(one[KEY_SIZE:], proof):
            return None
    return Content(told[:KEY_SIZE], proof, next_told[:KEY_SIZE] if next_told else None)


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


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite  # noqa: PLC0415 - heavy, as above

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


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
        "public": slot.public.hex(),
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
