"""The archive as one ZIP file: the same room gives the same bytes, and a digest of all of them seals it."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from buurtkamer_app.exchange.archive.records import FORMAT
from buurtkamer_app.exchange.archive.rules import MARK_ENTRY, SEAL_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK: Final = 1024**2
_LEVEL: Final = 4
# The first moment that ZIP knows: when it was made is nobody's business.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = 0o100600 << 16


@contextmanager
def packing(out: IO[bytes]) -> Iterator[ZipFile]:
    """Give a ZIP file to fill, in a file that can be read back; it is sealed when all went well."""
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        packed.comment = b"0" * SEAL_SIZE
        # First and not compressed, so that a look at the first bytes tells what this file is.
        packed.writestr(_info(MARK_ENTRY, ZIP_STORED), FORMAT.encode())
        yield packed
    out.seek(-SEAL_SIZE, 2)
    end = out.tell()
    seal = digest(out, end)
    out.seek(end)
    out.write(seal)


@contextmanager
def entry(packed: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """Give an entry to write to."""
    with packed.open(_info(name, ZIP_DEFLATED), "w", force_zip64=True) as target:
        yield target


def digest(source: IO[bytes], size: int) -> bytes:
    """Give SHA-256 in hexadecimals of the first `size` bytes of a file."""
    found = hashlib.sha256()
    source.seek(0)
    while size > 0 and (chunk := source.read(min(size, CHUNK))):
        found.update(chunk)
        size -= len(chunk)
    return found.hexdigest().encode()


def _info(name: str, how: int) -> ZipInfo:
    info = ZipInfo(name, _NO_TIME)
    info.compress_type, info.create_system, info.external_attr = how, _UNIX, _READABLE
    return info
