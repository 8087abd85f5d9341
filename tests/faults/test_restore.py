"""A restore that is ended between any two of its steps, of another room, a newer program, or while the room is open."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from buurtkamer_app.base.errors import BuurtkamerError, FileRefusedError, StoreError
from buurtkamer_app.safekeeping.backups import files, placing
from buurtkamer_app.safekeeping.backups.make import back_up
from buurtkamer_app.safekeeping.backups.restoring import copy_of, restore, unlock_with
from buurtkamer_app.startup import enter
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.alone import wait_alone
from buurtkamer_app.storage.engine import DATABASE
from tests.conftest import NOON
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.base.clock import SetClock

FILES = (DATABASE, "vault.json")
OLD, NEW = b"old", b"new"
# Another program that has a room open.
_HOLDS = """
import sys
from pathlib import Path
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import connect

folder = Path(sys.argv[1])
raw = connect(folder / "room.db", vault.unlock_practice(vault.load(folder)).data_key)
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a backup of a practice room, whose folder stands beside it."""
    from buurtkamer_app.base.clock import SetClock as Clock

    place = tmp_path_factory.mktemp("backup")
    (place / "room").mkdir()
    house = practice_room(place / "room", Clock(NOON))
    back_up(house.folder, house.opened, place / "b.buurtkamer", NOON)
    house.close()
    yield place / "b.buurtkamer"
    shutil.rmtree(place, ignore_errors=True)


def _two(tmp_path: Path) -> tuple[Path, Path]:
    folder, ready = tmp_path / "room", tmp_path / "scratch" / "room"
    folder.mkdir()
    ready.mkdir(parents=True)
    for name in FILES:
        (folder / name).write_bytes(OLD)
        (ready / name).write_bytes(NEW)
    (folder / f"{DATABASE}-wal").write_bytes(OLD)
    return folder, ready


class KilledError(BaseException):
    """The program was ended here."""


@pytest.mark.parametrize("step", range(12))
def test_ended_between_any_two_steps_there_is_the_old_room_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    folder, ready = _two(tmp_path)
    done, replace = [0], Path.replace

    def counted(self: Path, target: Path) -> Path:
        if done[0] == step:
            raise KilledError
        done[0] += 1
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", counted)
    try:
        placing.place(ready, folder)
    except KilledError:
        ended = True
    else:
        ended = False
    monkeypatch.undo()
    assert placing.heal(folder) == (ended and step > 0)
    there = {(folder / name).read_bytes() for name in FILES}
    assert there == ({OLD} if ended and step == 0 else {NEW})
    if there == {NEW}:
        assert not (folder / f"{DATABASE}-wal").exists()
        assert {(folder / "before-restore" / name).read_bytes() for name in FILES} == {OLD}
    else:
        assert (folder / f"{DATABASE}-wal").read_bytes() == OLD
    assert not (folder / placing.NEXT).exists()
    assert not placing.heal(folder)


def test_a_disk_that_refuses_in_the_middle_leaves_the_old_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, ready = _two(tmp_path)
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if self.name == "vault.json" and self.parent == folder and target.parent.name == placing.BEFORE:
            raise OSError(5, "the disk")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(StoreError):
        placing.place(ready, folder)
    assert {(folder / name).read_bytes() for name in FILES} == {OLD}
    assert (folder / f"{DATABASE}-wal").read_bytes() == OLD


def test_a_room_that_another_program_has_open_is_not_replaced(backup: Path, tmp_path: Path) -> None:
    folder = tmp_path / "room"
    shutil.copytree(backup.parent / "room", folder)
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _HOLDS,
            str(folder),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert held.stdout is not None
    assert held.stdout.readline() == b"open\n"
    opened = vault.unlock_practice(vault.load(folder))
    assert placing.in_use(folder / DATABASE)
    with pytest.raises(StoreError, match="another|ander"):
        restore(backup, folder, unlock_with(tmp_path, ""))
    with pytest.raises(StoreError, match="another|ander"):
        wait_alone(folder / DATABASE, opened.data_key, 0.1)
    held.communicate()
    assert not placing.in_use(folder / DATABASE)
    wait_alone(folder / DATABASE, opened.data_key, 0.1)
    restore(backup, folder, unlock_with(tmp_path, ""))
    assert not list(tmp_path.glob(".buurtkamer-*"))


def test_a_backup_of_another_room_or_a_newer_program_changes_nothing(
    backup: Path, tmp_path: Path, clock: SetClock
) -> None:
    other = tmp_path / "other"
    vault.create_practice(other, on=NOON.date())
    before = (other / "vault.json").read_bytes()
    with pytest.raises(StoreError):
        restore(backup, other, unlock_with(tmp_path, ""))
    assert (other / "vault.json").read_bytes() == before
    for change in ({"revision": "9999"}, {"format": "buurtkamer-backup/2"}):
        newer = tmp_path / "newer.buurtkamer"
        with zipfile.ZipFile(backup) as old, zipfile.ZipFile(newer, "w") as new:
            for name in old.namelist():
                raw = old.read(name)
                new.writestr(
                    name, msgspec.json.encode(msgspec.json.decode(raw) | change) if name == "about.json" else raw
                )
        with pytest.raises(BuurtkamerError):
            restore(newer, tmp_path / "new", unlock_with(tmp_path, ""))
        assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("where", [0.02, 0.3, 0.7, 0.999])
def test_a_backup_that_was_changed_or_cut_anywhere_is_refused(backup: Path, tmp_path: Path, where: float) -> None:
    raw = bytearray(backup.read_bytes())
    broken = tmp_path / "broken.buurtkamer"
    at = int(len(raw) * where)
    broken.write_bytes(raw[:at])
    with pytest.raises(FileRefusedError):
        restore(broken, tmp_path / "room", unlock_with(tmp_path, ""))
    raw[at] ^= 1
    broken.write_bytes(raw)
    with pytest.raises(BuurtkamerError):
        restore(broken, tmp_path / "room", unlock_with(tmp_path, ""))
    assert not (tmp_path / "room").exists()


def test_trying_out_leaves_nothing_behind(backup: Path, tmp_path: Path, clock: SetClock) -> None:
    with copy_of(backup, tmp_path / "room", unlock_with(tmp_path, "")) as copy:
        again = enter(copy.folder, copy.opened, clock)
        assert len(again.services.people.hosts()) == 21
        again.close()
    assert not list(tmp_path.iterdir())
    assert files.about(backup).made_at == NOON
