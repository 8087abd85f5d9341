"""One turn of the schedule: a backup to the folder, the same one to the stick when it is in, the oldest ones go."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.terms_trust import BackupPlace
from buurtkamer_app.safekeeping.backups import files
from buurtkamer_app.safekeeping.backups.erased import carry_erased
from buurtkamer_app.safekeeping.backups.make import back_up, put
from buurtkamer_app.safekeeping.backups.placing import let_former_go
from buurtkamer_app.safekeeping.backups.records import Made, Plan, Run
from buurtkamer_app.safekeeping.backups.rules import kept
from buurtkamer_app.storage.whole_file import file_trouble, read_at_most, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.storage.vault import Opened

# On the stick: whose it is. Without it a folder of that name on the disk would be taken for the stick.
SIGN: Final = "buurtkamer-stick"
FORMER_STAYS: Final = 30 * 86_400.0  # seconds that the room of before a restore stays: thirty days


def usual_folder(room: Path) -> Path:
    """Give where backups go when nobody chose: beside the room's own folder."""
    return room.parent / f"{room.name}-backups"


def mark_stick(stick: Path, room: UUID) -> None:
    """Make a folder on a stick the one of this room; raises `StoreError` when it cannot be written."""
    write_whole(stick / SIGN, str(room).encode())


def stick_in(stick: Path | None, room: UUID, drives: Sequence[Path] = ()) -> Path | None:
    """Find the folder of the stick, also when the computer calls the stick otherwise today; None when it is out."""
    if stick is None:
        return None
    within = stick.relative_to(stick.anchor) if stick.anchor else stick
    for place in (stick, *(drive / within for drive in drives)):
        with suppress(BuurtkamerError):
            if read_at_most(place / SIGN, 64) == str(room).encode():
                return place
    return None


def same_disk(room: Path, folder: Path) -> bool:
    """Tell whether a folder is on the disk that the room is on; one that is not there yet is where it will be made."""
    there = next((parent for parent in (folder, *folder.parents) if parent.exists()), room)
    return room.stat().st_dev == there.stat().st_dev


def run(  # noqa: PLR0913, PLR0917 - what a turn is made of
    room: Path, opened: Opened, plan: Plan, now: datetime, zone: tzinfo, drives: Sequence[Path] = ()
) -> Run:
    """Make a backup as planned. What goes wrong is told, with what was made none the less; nothing is raised for it.

    The stick gets the same file, read back there. Older ones only go when the new one is there.
    """
    made: list[Made] = []
    trouble: BuurtkamerError | None = None
    name, whose = files.name_for(files.wall(now, zone)), opened.vault.id
    stick = stick_in(plan.stick, whose, drives)
    try:
        made.append(_to_folder(room, opened, plan.folder, name, now))
        prune(plan.folder, whose)
        # By then it is clear that what was restored is well.
        let_former_go(room, FORMER_STAYS)
    except BuurtkamerError as error:
        trouble = error
    if stick is not None:
        try:
            made.append(_to_stick(room, opened, made, stick / name, now))
            prune(stick, whose)
        except BuurtkamerError as error:
            trouble = trouble or error
    return Run(tuple(made), trouble, None if plan.stick is None else stick is not None)


def prune(folder: Path, room: UUID) -> None:
    """Let the backups go that the schedule made and that are not kept any longer."""
    there = files.scheduled(folder, room)
    for at in there.keys() - kept(there.keys()):
        with suppress(OSError):
            there[at].unlink()


def _to_folder(room: Path, opened: Opened, folder: Path, name: str, now: datetime) -> Made:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_trouble(error) from error
    back_up(room, opened, folder / name, now)
    return _made(BackupPlace.FOLDER, folder / name, now)


def _to_stick(room: Path, opened: Opened, made: Sequence[Made], target: Path, now: datetime) -> Made:
    if made:
        put(made[0].path, target)
        carry_erased(room, target.parent)
    else:
        back_up(room, opened, target, now)
    return _made(BackupPlace.STICK, target, now)


def _made(place: BackupPlace, path: Path, now: datetime) -> Made:
    try:
        return Made(place, path, now, path.stat().st_size)
    except OSError as error:
        raise file_trouble(error) from error
