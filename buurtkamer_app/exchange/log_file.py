"""Makes the file of a log: an encrypted PDF that any reader opens, with its data, signed inside and as a whole."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
from typing import TYPE_CHECKING, Final

import msgspec
import pikepdf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from buurtkamer_app.exchange.records import FORMAT, DataFile, Manifest
from buurtkamer_app.exchange.rules import plain_cell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from buurtkamer_app.exchange.records import Log

LOG_JSON: Final = "log.json"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
KEY_MARK: Final = b"%buurtkamer-key "
SIGNATURE_MARK: Final = b"%buurtkamer-signature "
_TYPES: Final = {"json": "application/json", "csv": "text/csv", "sig": "application/octet-stream"}


def canonical(data: msgspec.Struct) -> bytes:
    """Write a record as JSON in the one way in which it can be written: UTF-8, keys in order, no blanks."""
    return msgspec.json.encode(data, order="sorted")


def data_files(log: Log) -> dict[str, bytes]:
    """Give the files of data that a log brings, by name; times are `_minutes`, money is `_cents`."""
    return {
        LOG_JSON: canonical(log),
        "figures.csv": _csv(("figure", "part", "value"), _figures(log)),
        "wishes.csv": _csv(
            ("number", "theme", "status", "supporters", "recorded_on", "text"),
            (
                (wish.number, wish.theme, wish.status, wish.supporters, wish.recorded_on, wish.text)
                for wish in log.wishes
            ),
        ),
        "activities.csv": _csv(
            ("date", "starts", "ends", "name", "headcount", "places"),
            (
                (entry.on, f"{entry.starts:%H:%M}", f"{entry.ends:%H:%M}", entry.name, entry.headcount, entry.places)
                for entry in log.activities
            ),
        ),
    }


def _figures(log: Log) -> Iterable[tuple[str, str | int, str | int]]:
    figures = log.figures
    for name in figures.__struct_fields__:
        value = getattr(figures, name)
        if not isinstance(value, tuple):
            yield name, "", value
    yield from (("by_hour", entry.hour, entry.visits) for entry in figures.by_hour)
    yield from (("by_purpose", entry.purpose, entry.visits) for entry in figures.by_purpose)
    yield from (("cash_cents", entry.on.isoformat(), entry.closing) for entry in figures.cash)


def _csv(head: tuple[str, ...], rows: Iterable[tuple[str | int | date | None, ...]]) -> bytes:
    out = io.StringIO()
    # Spreadsheets in Dutch and Flemish part cells by semicolons, and know UTF-8 by its mark.
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow(
            [plain_cell(cell if isinstance(cell, (str, int)) or cell is None else str(cell)) for cell in row]
        )
    return out.getvalue().encode("utf-8-sig")


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


def log_file(log: Log, pages: bytes, passphrase: bytes, private: bytes, vault_id: UUID) -> bytes:
    """Make the whole file; `private` is the room's Ed25519 key (32 bytes).

    After the PDF stand the public key and the signature over every byte before it, in lines that PDF readers skip.
    """
    key = Ed25519PrivateKey.from_private_bytes(private)
    files = data_files(log)
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
