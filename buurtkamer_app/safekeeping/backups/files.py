"""The file of a backup: what it says of itself without a key, its name, and which ones stand in a folder."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec

from buurtkamer_app.base.errors import BuurtkamerError, FileRefusedError, StoreError
from buurtkamer_app.safekeeping.backups.records import ENDING
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE
from buurtkamer_app.storage.whole_file import file_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo
    from pathlib import Path

FORMAT: Final = "buurtkamer-backup/1"
_ABOUT: Final = "about.json"
_LONGEST_ABOUT: Final = 64 * 1024
_LARGEST: Final = 64 * 1024**3
_PIECE: Final = 1024 * 1024
# As the schedule names them: one a minute at most.
_NAME: Final = re.compile(r"buurtkamer (\d{4})-(\d\d)-(\d\d) (\d\d)\.(\d\d)" + re.escape(ENDING))


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup says of itself without its key."""

    format: str
    vault: UUID
    made_at: datetime
    revision: str


def refusal() -> FileRefusedError:
    """Give the sentence for what is no backup."""
    return FileRefusedError("This file is not a backup, or it is damaged. Try another one.")


def pack(target: Path, about: About, key_file: Path, store: Path) -> None:
    """Put the parts of a backup in one file; raises `OSError`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
        out.writestr(_ABOUT, msgspec.json.encode(about))
        out.write(key_file, vault.FILE)
        # No larger pieces than this: what is pressed meanwhile does not wait for the disk.
        with store.open("rb") as source, out.open(DATABASE, "w", force_zip64=True) as into:
            shutil.copyfileobj(source, into, _PIECE)


def unpack(source: Path, into: Path) -> About:
    """Take the parts out of a backup, by their names only, whatever else is in it.

    Raises `FileRefusedError` for what is no backup or a newer program's, `StoreError` when the disk refuses.
    """

    def take(packed: zipfile.ZipFile) -> About:
        about = _about(packed)
        for name in (vault.FILE, DATABASE):
            if packed.getinfo(name).file_size > _LARGEST:
                raise refusal()
            with packed.open(name) as entry, (into / name).open("wb") as out:
                shutil.copyfileobj(entry, out, _PIECE)
        return about

    into.mkdir(exist_ok=True)
    return _read(source, take)


def about(source: Path) -> About:
    """Read what a backup says of itself; raises as `unpack`."""
    return _read(source, _about)


def name_for(at: datetime) -> str:
    """Give the name of a backup that the schedule makes at a moment of the room's clock."""
    return f"buurtkamer {at:%Y-%m-%d %H.%M}{ENDING}"


def scheduled(folder: Path, room: UUID) -> dict[datetime, Path]:
    """Give the backups of one room that the schedule made in a folder, by the moment in their names.

    What has another name, is of another room or cannot be read is nobody's to take away.
    """
    found: dict[datetime, Path] = {}
    for path in _files(folder):
        at = _moment(path.name)
        if at is not None and _of(path, room):
            found[at] = path
    return found


def newest(folders: list[Path], room: UUID | None) -> Iterator[tuple[About, Path]]:
    """Give the backups of a room in these folders, the newest first; of any room when it is not known which."""
    known: list[tuple[About, Path]] = []
    for path in (path for folder in folders for path in _files(folder) if path.suffix == ENDING):
        try:
            one = about(path)
        except BuurtkamerError:
            continue
        if room is None or one.vault == room:
            known.append((one, path))
    yield from sorted(known, key=lambda one: (one[0].made_at, str(one[1])), reverse=True)


def wall(at: datetime, zone: tzinfo) -> datetime:
    """Give a moment as it stands in a name: on the wall, without its zone."""
    return at.astimezone(zone).replace(second=0, microsecond=0, tzinfo=None)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.is_symlink())
    except OSError:
        return []


def _moment(name: str) -> datetime | None:
    parts = _NAME.fullmatch(name)
    try:
        return datetime(*(int(part) for part in parts.groups())) if parts else None  # type: ignore[arg-type] # noqa: DTZ001 - as on the wall
    except ValueError:
        return None


def _of(path: Path, room: UUID) -> bool:
    try:
        return about(path).vault == room
    except (FileRefusedError, StoreError):
        return False


def _about(packed: zipfile.ZipFile) -> About:
    if packed.getinfo(_ABOUT).file_size > _LONGEST_ABOUT:
        raise refusal()
    found = msgspec.json.decode(packed.read(_ABOUT), type=About)
    if found.format != FORMAT:
        raise FileRefusedError("A newer version of the program made this backup. Install that version first.")
    if found.made_at.tzinfo is None:
        raise refusal()
    return found


def _read(source: Path, work: Callable[[zipfile.ZipFile], About]) -> About:
    try:
        with zipfile.ZipFile(source) as packed:
            return work(packed)
    except FileNotFoundError as error:
        raise FileRefusedError("There is no such file: {name}.", name=source.name) from error
    except OSError as error:
        raise file_trouble(error) from error
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        msgspec.MsgspecError,
        NotImplementedError,
        EOFError,
        RuntimeError,
        RecursionError,
        OverflowError,
        zipfile.zlib.error,  # type: ignore[attr-defined]
    ) as error:
        raise refusal() from error
