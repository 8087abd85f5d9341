"""The file of a reply: sealed for the room whose log it answers, signed by who wrote it, spelled in one way only."""

from __future__ import annotations

import re
import secrets as randomness
from typing import TYPE_CHECKING, Final

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.exchange.replies.records import FORMAT, FORMAT_NAME, FORMAT_NUMBER, Envelope, Reply
from buurtkamer_app.exchange.replies.rules import MOST_TEXTS, is_sound

if TYPE_CHECKING:
    from uuid import UUID

LARGEST: Final = 2_000_000
KEY_SIZE: Final = 32
_NONCE_SIZE: Final = 12
_SIGNATURE_SIZE: Final = 64
_FORMAT: Final = re.compile(re.escape(FORMAT_NAME) + r"/([1-9]\d{0,5})")
# One changed byte spoils at most one of these.
_MARKS: Final = (FORMAT_NAME.encode(), b'"public_key":"', b'"sealed":"', b'"signature":"')
_WRONG: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError)


class _Heading(msgspec.Struct):
    format: str


def reply_file(reply: Reply, room: UUID, secret: bytes, private: bytes) -> bytes:
    """Make the file of a reply for a room (the id of its vault).

    `secret` is what the log brought to seal it with, `private` the professional's Ed25519 key (32 bytes each). Raises
    `RefusedError` when it says nothing or too much.
    """
    if not (reply.answers or reply.remarks or reply.advice):
        raise RefusedError("There is no answer yet. Write something first.")
    if len(reply.answers) + len(reply.remarks) >= MOST_TEXTS:
        raise RefusedError("This answer is too large to send. Make it shorter.")
    try:
        written = _spelled(reply)
        if not _is_kept(written):
            raise RefusedError("This answer holds signs that cannot be sent. Type it again.")
    except UnicodeEncodeError as error:
        raise RefusedError("This answer holds signs that cannot be sent. Type it again.") from error
    key, nonce = Ed25519PrivateKey.from_private_bytes(private), randomness.token_bytes(_NONCE_SIZE)
    public = key.public_key().public_bytes_raw()
    open_envelope = Envelope(FORMAT, room, reply.log, nonce, b"", public)
    sealed = AESGCM(_sealing_key(secret)).encrypt(nonce, written, _outside(open_envelope))
    unsigned = msgspec.structs.replace(open_envelope, sealed=sealed)
    content = _spelled(msgspec.structs.replace(unsigned, signature=key.sign(_spelled(unsigned))))
    if len(content) > LARGEST:
        raise RefusedError("This answer is too large to send. Make it shorter.")
    return content


def opened(content: bytes) -> Envelope:
    """Read the outside of a reply and check its signature; what is in it is still sealed.

    Raises `FileRefusedError` when it is no reply, too large, of a newer version, unsigned, or not exactly as signed.
    """
    if not content:
        raise FileRefusedError("This file is empty. Ask the professional for it once more.")
    if len(content) > LARGEST:
        raise FileRefusedError("This file is too large to be an answer. Choose the right file.")
    if content.startswith(b"%PDF-"):
        raise FileRefusedError("This is a log or another PDF, not an answer. Choose the right file.")
    _check_version(content)
    try:
        envelope = msgspec.json.decode(content, type=Envelope)
    except _WRONG as error:
        raise _damaged() from error
    if not envelope.signature or not envelope.public_key:
        raise FileRefusedError("Nobody signed this answer. Ask the professional to save it once more.")
    sizes = len(envelope.nonce), len(envelope.public_key), len(envelope.signature)
    # One spelling only: a byte that changed without changing the meaning shows as well.
    if sizes != (_NONCE_SIZE, KEY_SIZE, _SIGNATURE_SIZE) or _spelled(envelope) != content:
        raise _damaged()
    unsigned = msgspec.structs.replace(envelope, signature=b"")
    try:
        Ed25519PublicKey.from_public_bytes(envelope.public_key).verify(envelope.signature, _spelled(unsigned))
    except InvalidSignature as error:
        raise _damaged() from error
    return envelope


def unsealed(envelope: Envelope, secret: bytes) -> Reply:
    """Take the reply out of its envelope with what the room kept of its log (32 bytes).

    Raises `FileRefusedError` when whoever signed it did not have that log, or wrote what no version of ours writes.
    """
    try:
        written = AESGCM(_sealing_key(secret)).decrypt(envelope.nonce, envelope.sealed, _outside(envelope))
    except InvalidTag as error:
        raise signed_by_another() from error
    if not _is_kept(written):
        raise _damaged()
    reply = msgspec.json.decode(written, type=Reply)
    if reply.log != envelope.log:
        raise _damaged()
    return reply


def signed_by_another() -> FileRefusedError:
    """Say that this reply is not of the person who got the log."""
    return FileRefusedError("Somebody else signed this answer. Phone the professional before you go on.")


def _damaged() -> FileRefusedError:
    return FileRefusedError("This answer is damaged, or somebody changed it. Ask for the file once more.")


def _check_version(content: bytes) -> None:
    known = None
    try:
        known = _FORMAT.fullmatch(msgspec.json.decode(content, type=_Heading).format)
    except _WRONG as error:
        if any(mark in content for mark in _MARKS):
            raise _damaged() from error
    if known is None:
        if any(mark in content for mark in _MARKS):
            raise _damaged()
        raise FileRefusedError("This file is not an answer to a log. Choose the right file.")
    if int(known.group(1)) > FORMAT_NUMBER:
        raise FileRefusedError("A newer version of the program made this answer. Install that version first.")


def _sealing_key(secret: bytes) -> bytes:
    if len(secret) != KEY_SIZE:
        raise ValueError("what seals a reply has 32 bytes")
    return HKDF(SHA256(), KEY_SIZE, salt=None, info=FORMAT.encode()).derive(secret)


def _outside(envelope: Envelope) -> bytes:
    """Give all that stands on the outside and belongs to what is inside."""
    return b"|".join((envelope.format.encode(), envelope.room.bytes, envelope.log.bytes, envelope.public_key))


def _spelled(data: msgspec.Struct) -> bytes:
    return msgspec.json.encode(data, order="sorted")


def _is_kept(written: bytes) -> bool:
    """Say whether this is a reply in its one spelling, within what a room takes."""
    try:
        reply = msgspec.json.decode(written, type=Reply)
    except _WRONG:
        return False
    return reply.format == FORMAT and _spelled(reply) == written and is_sound(reply)
