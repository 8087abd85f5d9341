"""Makes the file of a log: an encrypted PDF that any reader opens, with its data, signed inside and as a whole."""

from __future__ import annotations

import base64
import hashlib
import io
from typing import TYPE_CHECKING, Final

import pikepdf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from buurtkamer_app.exchange.log.data import LOG_JSON, canonical, data_files
from buurtkamer_app.exchange.log.records import FORMAT, DataFile, Manifest

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from buurtkamer_app.exchange.log.records import Log

__all__ = ["KEY_MARK", "LOG_JSON", "MANIFEST", "REPLY_KEY", "SIGNATURE", "SIGNATURE_MARK", "canonical", "log_file"]

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
REPLY_KEY: Final = "reply.key"
KEY_MARK: Final = b"%buurtkamer-key "
SIGNATURE_MARK: Final = b"%buurtkamer-signature "
_TYPES: Final = {
    "json": "application/json",
    "csv": "text/csv",
    "sig": "application/octet-stream",
    "key": "application/octet-stream",
}


def new_key() -> bytes:
    """Draw a private Ed25519 key of 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def raw_public(key: Ed25519PublicKey) -> bytes:
    """Give the 32 bytes of a public key."""
    return key.public_bytes_raw()


def _manifest(log: Log, files: dict[str, bytes], key: Ed25519PrivateKey, vault_id: UUID) -> bytes:
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")
    listed = tuple(
        DataFile(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in sorted(files.items())
    )
    return canonical(Manifest(FORMAT, vault_id, public, log.first, log.last, log.made_at, listed))


def log_file(  # noqa: PLR0913, PLR0917 - content, pages, and the keys of who opens, vouches, answers and is the room
    log: Log, pages: bytes, passphrase: bytes, private: bytes, vault_id: UUID, reply_secret: bytes = b""
) -> bytes:
    """Make the whole file; `private` is the room's Ed25519 key (32 bytes), `reply_secret` seals the answer (32 bytes).

    After the PDF stand the public key and the signature over every byte before it, in lines that PDF readers skip.
    """
    key = Ed25519PrivateKey.from_private_bytes(private)
    files = data_files(log) | ({REPLY_KEY: reply_secret} if reply_secret else {})
    manifest = _manifest(log, files, key, vault_id)
    attached = files | {MANIFEST: manifest, SIGNATURE: key.sign(manifest)}
    pdf = _encrypted(pages, attached, passphrase, log.made_at)
    signed = pdf + KEY_MARK + base64.b64encode(raw_public(key.public_key())) + b"\n"
    return signed + SIGNATURE_MARK + base64.b64encode(key.sign(signed)) + b"\n"


def _encrypted(pages: bytes, attached: dict[str, bytes], passphrase: bytes, made_at: datetime) -> bytes:
    out = io.BytesIO()
    dated = pikepdf.models.metadata.encode_pdf_date(made_at)
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        for name, content in attached.items():
            pdf.attachments[name] = pikepdf.AttachedFileSpec(
                pdf,
                content,
                description=name,
                filename=name,
                mime_type=_TYPES[name.rsplit(".", 1)[1]],
                creation_date=dated,
                mod_date=dated,
            )
        # The owner's passphrase is the same: an empty one would open the file for anybody.
        words = passphrase.decode()
        lock = pikepdf.Encryption(owner=words, user=words, R=6, aes=True, metadata=True)
        # Data stays uncompressed inside the encryption: a reader knows its size before it takes it.
        pdf.save(out, encryption=lock, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()
