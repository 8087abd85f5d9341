"""Reads a log that somebody brought and verifies all of it, or says in one sentence what is wrong with it."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec
import pikepdf
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from buurtkamer_app.base.errors import FileRefusedError, KeyRefusedError, RefusedError
from buurtkamer_app.exchange.log.check_code import check_code, same_code
from buurtkamer_app.exchange.log.file import (
    KEY_MARK,
    LOG_JSON,
    MANIFEST,
    REPLY_KEY,
    SIGNATURE,
    SIGNATURE_MARK,
    raw_public,
)
from buurtkamer_app.exchange.log.records import FORMAT_NAME, FORMAT_NUMBER, Log, LogFile, Manifest
from buurtkamer_app.exchange.log.refusals import AlteredLogError, DamagedLogError, NewerLogError, NoLogError
from buurtkamer_app.exchange.log.understanding import understood
from buurtkamer_app.storage.passphrase import as_compared
from buurtkamer_app.storage.whole_file import read_at_most

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 50_000_000
# What PDF's encryption (ISO 32000-2, 7.6.4.3.3) takes of a passphrase, in bytes; the rest it would quietly drop.
LONGEST_PASSPHRASE: Final = 127
_END: Final = re.compile(
    re.escape(KEY_MARK) + rb"([A-Za-z0-9+/]{43}=)\n" + re.escape(SIGNATURE_MARK) + rb"([A-Za-z0-9+/]{86}==)\n\Z"
)
_FORMAT: Final = re.compile(re.escape(FORMAT_NAME) + r"/(\d{1,6})")
_SECRET_SIZE: Final = 32
# The two lines at the end are 174 bytes.
_LONGEST_END: Final = 512
# How every PDF ends that has its table of objects at a place (ISO 32000-2, 7.5.5).
_TABLE: Final = re.compile(rb"startxref\n(\d{1,8})\n%%EOF\n\Z")
# A log brings some fifteen files, and a later version a few more.
_MOST_FILES: Final = 200
# What a reader would do by itself when the file opens.
_ACTIONS: Final = frozenset({"/OpenAction", "/AA", "/AcroForm"})


@dataclass(frozen=True, slots=True)
class SealedLog:
    """A log whose signature proved right and that nobody opened yet: its bytes, whose key signed it, its check code."""

    content: bytes = field(repr=False)
    key: bytes
    check_code: str


def as_typed(passphrase: str) -> bytes:
    """Give a passphrase as PDF readers take it, so that the same words open the file in all of them.

    Raises `RefusedError` when it is empty or longer than a PDF can keep.
    """
    said = unicodedata.normalize("NFKC", passphrase).strip()
    if not said:
        raise RefusedError("The passphrase is still empty. Type it first.")
    typed = said.encode("utf-8", "replace")
    if len(typed) > LONGEST_PASSPHRASE:
        raise RefusedError("This passphrase is too long for the file. Take a shorter one.")
    return typed


def read_log(path: Path, passphrase: str, expected_code: str | None = None) -> LogFile:
    """Read and verify a log; `expected_code` is the check code as it was told, where it is known.

    Raises `FileRefusedError` when it is no log, altered, too new or another one than was told; `KeyRefusedError` when
    the passphrase does not open it; `StoreError` when the disk refuses.
    """
    sealed = sealed_log(path)
    if expected_code is not None and not same_code(expected_code, sealed.check_code):
        raise FileRefusedError(
            "The check code differs: this file has {code}. Listen once more. If it still differs, do not use it.",
            code=sealed.check_code,
        )
    return opened_log(sealed, passphrase)


def sealed_log(path: Path) -> SealedLog:
    """Read a file and verify that it is a log, exactly as its room signed it; this takes no passphrase.

    Raises `FileRefusedError` (one of `refusals` where it is not genuine), `StoreError` when the disk refuses.
    """
    content = read_at_most(path, LARGEST)
    if content is None:
        raise FileRefusedError("This file is not there. Is the stick still in?")
    if len(content) > LARGEST:
        raise FileRefusedError("This file is too large to be a log. Ask for the right file.")
    return SealedLog(content, _sealed_by(content), check_code(content))


def opened_log(sealed: SealedLog, passphrase: str) -> LogFile:
    """Open a log, and verify all that is in it.

    Raises `KeyRefusedError` when the passphrase does not open it, and what `refusals` holds.
    """
    attached = _opened(sealed.content, passphrase)
    manifest, newer = _manifest(attached, sealed.key)
    files = _verified(attached, manifest)
    secret = files.pop(REPLY_KEY, b"")
    try:
        log, more = understood(files[LOG_JSON], Log)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise (NewerLogError if newer else AlteredLogError) from error
    if log.first > log.last or log.made_at.tzinfo is None:
        raise AlteredLogError
    secret = secret if len(secret) == _SECRET_SIZE else b""
    return LogFile(log, manifest, files, sealed.check_code, secret, newer or more)


def _sealed_by(content: bytes) -> bytes:
    """Give the key with which the whole file is signed, once the signature proves right."""
    sealed = _END.search(content, max(0, len(content) - _LONGEST_END))
    if sealed is None:
        raise _why_not(content)
    public, signature = (base64.b64decode(part) for part in sealed.groups())
    # The last letter of Base64 can be written in several ways: only the usual one counts.
    if (base64.b64encode(public), base64.b64encode(signature)) != sealed.groups():
        raise AlteredLogError
    _check(Ed25519PublicKey.from_public_bytes(public), signature, content[: sealed.end(1) + 1])
    return public


def _why_not(content: bytes) -> FileRefusedError:
    """Tell what a file is that does not end as a log does."""
    if not content.startswith(b"%PDF-"):
        return NoLogError()
    # The lines of a log are there or were: one changed byte spoils only one of the two.
    if KEY_MARK in content or SIGNATURE_MARK in content:
        return AlteredLogError()
    return NoLogError() if b"%%EOF" in content[-1024:] else DamagedLogError()


def _check(key: Ed25519PublicKey, signature: bytes, signed: bytes) -> None:
    try:
        key.verify(signature, signed)
    except InvalidSignature as error:
        raise AlteredLogError from error


def _opened(content: bytes, passphrase: str) -> dict[str, bytes]:
    # As it was typed, then as the words that the program draws are spelled: a capital in front is forgiven.
    plain = as_compared(passphrase).decode("utf-8", "replace")
    for words in dict.fromkeys((as_typed(passphrase), as_typed(plain))):
        try:
            return _attached(content, words)
        except pikepdf.PasswordError:
            continue
        except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError) as error:
            # Signed by whoever made it, and still not one of ours.
            raise AlteredLogError from error
    raise KeyRefusedError("This passphrase does not open the log. Check the words and their order.")


def _attached(content: bytes, words: bytes) -> dict[str, bytes]:
    if b"/Encrypt" not in content or not _has_plain_table(content):
        raise AlteredLogError
    with pikepdf.open(io.BytesIO(content), password=words.decode(), attempt_recovery=False) as pdf:
        if not pdf.is_encrypted or pdf.encryption.R != 6 or _acts(pdf):
            raise AlteredLogError
        found, size = dict[str, bytes](), 0
        for name in pdf.attachments:
            found[name] = _content(pdf, name)
            size += len(found[name])
            # One stream may stand under thousands of names.
            if size > LARGEST or len(found) > _MOST_FILES:
                raise AlteredLogError
        return found


def _has_plain_table(content: bytes) -> bool:
    """Tell whether one table says where all objects are, as in ours: one that is packed may swell to gigabytes."""
    pdf = content[: content.rindex(KEY_MARK)]
    end = _TABLE.search(pdf, max(0, len(pdf) - 64))
    if end is None or not pdf.startswith(b"%PDF-"):
        return False
    table = pdf[int(end.group(1)) : end.start()]
    trailer = table.partition(b"trailer")[2]
    # With `#` a name can be spelled in another way.
    return table.startswith(b"xref\n") and not any(part in trailer for part in (b"/Prev", b"/XRefStm", b"#"))


def _acts(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a reader would do something by itself, such as run a script: no log of ours asks for that."""
    return bool(_ACTIONS & set(pdf.Root.keys())) or "/JavaScript" in pdf.Root.get("/Names", pikepdf.Dictionary())


def _content(pdf: pikepdf.Pdf, name: str) -> bytes:
    stream = pdf.attachments[name].get_file().obj
    # Ours are not compressed: a small file that swells to gigabytes is not even begun.
    if "/Filter" in stream:
        raise AlteredLogError
    return stream.read_raw_bytes()


def _manifest(attached: dict[str, bytes], key: bytes) -> tuple[Manifest, bool]:
    """Give what the log vouches for, and whether a later version made it."""
    if MANIFEST not in attached or SIGNATURE not in attached:
        raise AlteredLogError
    written, newer = attached[MANIFEST], False
    _check(Ed25519PublicKey.from_public_bytes(key), attached[SIGNATURE], written)
    try:
        known = _FORMAT.fullmatch(msgspec.json.decode(written)["format"])
        if known is None:
            raise AlteredLogError
        newer = int(known.group(1)) > FORMAT_NUMBER
        manifest = msgspec.json.decode(written, type=Manifest)
        named = load_pem_public_key(manifest.public_key.encode())
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise (NewerLogError if newer else AlteredLogError) from error
    if not isinstance(named, Ed25519PublicKey) or raw_public(named) != key:
        raise AlteredLogError
    return manifest, newer


def _verified(attached: dict[str, bytes], manifest: Manifest) -> dict[str, bytes]:
    files = {name: content for name, content in attached.items() if name not in {MANIFEST, SIGNATURE}}
    found = {name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in files.items()}
    if found != {entry.name: (entry.size, entry.sha256) for entry in manifest.files} or LOG_JSON not in files:
        raise AlteredLogError
    return files
