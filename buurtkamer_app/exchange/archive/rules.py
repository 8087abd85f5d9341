"""What an archive may be: how large, how much of it may be packed away, and what its entries are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.exchange.archive.records import FORMAT, NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from zipfile import ZipInfo

    from buurtkamer_app.exchange.archive.records import Manifest

MARK_ENTRY: Final = "FORMAT"
README_ENTRY: Final = "README.txt"
SCHEMA_ENTRY: Final = "schema.json"
MANIFEST_ENTRY: Final = "manifest.json"
# SHA-256 of all that comes before it stands at the very end of the file, in hexadecimals.
SEAL_SIZE: Final = 64
# Ten years of visits are 0.3 GB unpacked.
LARGEST: Final = 4 * 1024**3
LARGEST_HEAD: Final = 4 * 1024**2
# A logo of 400,000 bytes is the longest that a row holds, and 10,000 letters may take six bytes each.
LONGEST_LINE: Final = 4 * 1024**2
# Rows are alike, and pack to a tenth; what packs to a hundredth is made to fill the disk.
_TIGHTEST: Final = 100
_SLACK: Final = 1024**2


def refuse_unless_ours(begin: bytes, name: str) -> None:
    """Raise `FileRefusedError` when a file does not begin as an archive does, or is one of a later kind."""
    wanted = f"{NAME}/".encode()
    if not begin.startswith(b"PK\x03\x04") or wanted not in begin:
        raise FileRefusedError("The file {name} is no archive of a room. Choose another one.", name=name)
    if FORMAT.encode() + b"PK" not in begin:
        raise newer()


def newer() -> FileRefusedError:
    """Give the refusal of an archive that this program is too old for."""
    return FileRefusedError("A newer version of the program made this archive. Install that version first.")


def damaged() -> FileRefusedError:
    """Give the refusal of an archive that is not as it was written."""
    return FileRefusedError("This archive is damaged or was changed. Take another copy of it.")


def check_entries(entries: Sequence[ZipInfo], expected: Sequence[str]) -> None:
    """Raise `FileRefusedError` unless exactly these entries are there in this order, of a size that can be true."""
    if [entry.filename for entry in entries] != list(expected):
        raise FileRefusedError("This archive does not hold the lists that it should. Take another copy of it.")
    large = sum(entry.file_size for entry in entries) > LARGEST
    if large or any(entry.file_size > entry.compress_size * _TIGHTEST + _SLACK for entry in entries):
        raise FileRefusedError("This archive is larger than that of any room. Nothing was taken from it.")


def check_manifest(manifest: Manifest, names: Iterable[str], revisions: Sequence[str]) -> None:
    """Raise `FileRefusedError` unless an archive is of this version, with these lists and of one room."""
    if manifest.format != FORMAT:
        raise damaged()
    if manifest.revision not in revisions:
        raise newer()
    if manifest.revision != revisions[-1]:
        raise FileRefusedError("An older version of the program made this archive. Make a new archive there.")
    rows = {table.name: table.rows for table in manifest.tables}
    if [table.name for table in manifest.tables] != list(names) or rows.get("room") != 1:
        raise FileRefusedError("This archive does not hold the lists that it should. Take another copy of it.")
