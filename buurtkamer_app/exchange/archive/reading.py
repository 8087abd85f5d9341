"""Reads an archive: nothing of it is believed before all of it was seen to be as it was written."""

from __future__ import annotations

import errno
import hashlib
import struct
import zlib
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

import msgspec

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.archive import rules
from buurtkamer_app.exchange.archive.packing import CHUNK, digest
from buurtkamer_app.exchange.archive.queries import unfit
from buurtkamer_app.exchange.archive.records import Coordinator, Found, Manifest, TableEntry
from buurtkamer_app.exchange.archive.schema import lists
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.whole_file import file_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.schema import Kept

_BEGIN: Final = 128


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive whose bytes are as they were written; `rows` reads a list of it."""

    manifest: Manifest
    packed: ZipFile

    def rows(self, kept: Kept) -> Iterator[list[Any]]:
        """Give the rows of a list, some at a time; raises `FileRefusedError` for one that is not as it should be."""
        decoder = msgspec.json.Decoder(kept.row)
        told = next(table for table in self.manifest.tables if table.name == kept.name)
        rows = 0
        for lines in self._lines(kept, told):
            try:
                batch = decoder.decode_lines(lines)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                raise unfit(kept) from error
            # PostgreSQL keeps no text with it, and no room ever took one in.
            if b"\\u0000" in lines:
                raise unfit(kept)
            rows += len(batch)
            yield batch
        if rows != told.rows:
            raise rules.damaged()

    def _lines(self, kept: Kept, told: TableEntry) -> Iterator[bytes]:
        """Give whole lines; no more than was told is unpacked, and the last ones only when all of them are right."""
        found, size, rest = hashlib.sha256(), 0, b""
        with _reading():
            source = self.packed.open(kept.file)
        with source:
            while chunk := _chunk(source):
                found.update(chunk)
                size += len(chunk)
                whole, end, begun = (rest + chunk).rpartition(b"\n")
                if size > told.bytes or len(begun) > rules.LONGEST_LINE:
                    raise rules.damaged()
                rest = begun
                if whole or end:
                    yield whole + end
        if rest or size != told.bytes or found.hexdigest() != told.sha256:
            raise rules.damaged()


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open an archive of this version whose bytes are as they were written.

    Raises `FileRefusedError` for what is none, newer, older, damaged or not whole, `StoreError` when the disk fails.
    """
    with ExitStack() as held:
        with _reading():
            try:
                source = held.enter_context(path.open("rb"))
            except FileNotFoundError as error:
                raise FileRefusedError("There is no such file: {name}.", name=path.name) from error
            _check_seal(source, path.name)
            packed = held.enter_context(ZipFile(source))
            archive = Archive(_manifest(packed), packed)
        yield archive


def look(path: Path) -> Found:
    """Tell whose archive this is, after a look at all of its bytes; raises as `opened`."""
    with opened(path) as archive:
        kept = next(one for one in lists() if one.name == "host")
        hosts = [row for batch in archive.rows(kept) for row in batch]
        here = [row for row in hosts if row.role == int(Role.COORDINATOR) and row.left_on is None]
        named = sorted(here, key=lambda row: row.number)
        manifest = archive.manifest
        return Found(manifest.room, manifest.rows, tuple(Coordinator(row.id, row.name) for row in named))


def prove(path: Path, progress: Progress) -> None:
    """Raise `FileRefusedError` unless every list of an archive reads back as it was written."""
    with opened(path) as archive:
        for kept in lists():
            for _ in archive.rows(kept):
                progress.go_on()


@contextmanager
def _reading() -> Iterator[None]:
    """Say in one sentence what ZIP complains of in many ways."""
    try:
        yield
    except (BadZipFile, zlib.error, struct.error, EOFError, LookupError, ArithmeticError, ValueError) as error:
        raise rules.damaged() from error
    except RuntimeError as error:  # it is encrypted, or packed in a way that is not known
        raise rules.damaged() from error
    except OSError as error:
        # A place in the file that cannot be is told by the file, not by the disk.
        raise (rules.damaged() if error.errno == errno.EINVAL else file_trouble(error)) from error


def _chunk(source: IO[bytes]) -> bytes:
    with _reading():
        return source.read(CHUNK)


def _check_seal(source: IO[bytes], name: str) -> None:
    rules.refuse_unless_ours(source.read(_BEGIN), name)
    source.seek(0, 2)
    size = source.tell() - rules.SEAL_SIZE
    if size > rules.LARGEST:
        raise FileRefusedError("This archive is larger than that of any room. Nothing was taken from it.")
    seal = digest(source, size)
    if source.read(rules.SEAL_SIZE) != seal:
        raise rules.damaged()
    source.seek(0)


def _manifest(packed: ZipFile) -> Manifest:
    names = [kept.name for kept in lists()]
    head = (rules.MARK_ENTRY, rules.README_ENTRY, rules.SCHEMA_ENTRY)
    # What the manifest says comes first: an archive of another version has other lists.
    entry = packed.getinfo(rules.MANIFEST_ENTRY)
    if entry.file_size > rules.LARGEST_HEAD:
        raise rules.damaged()
    try:
        manifest = msgspec.json.decode(packed.read(entry), type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise rules.damaged() from error
    rules.check_manifest(manifest, names, migrate.known_revisions())
    expected = (*head, *(kept.file for kept in lists()), rules.MANIFEST_ENTRY)
    rules.check_entries(packed.infolist(), expected)
    return manifest
