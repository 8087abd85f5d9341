"""A new data key for a room: what opens before, after and in between, wherever it is cut off."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import KeyRefusedError, RefusedError, StoreError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.storage import rotating, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, connect
from buurtkamer_app.storage.key_slots import Kind

from .vault_rooms import DAY, PHRASE, Room, copy_of, make_room, slots_of

if TYPE_CHECKING:
    from pathlib import Path

SECOND = "zee duin wolk meeuw strand"
# Dies without a word at the so-manieth thing that it does to the disk: opening, renaming, removing.
_KILLED = """
import os, signal, sys
from pathlib import Path
from buurtkamer_app.storage import rotating, vault
folder, stick, left = Path(sys.argv[1]), Path(sys.argv[2]), [int(sys.argv[3])]
opened = vault.unlock_with_stick(vault.load(folder), stick)
gone = opened.vault.slots[0].id
def watch(event, given):
    if event in ("os.rename", "os.remove") or (event == "open" and str(folder) in str(given[0])):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    elif event == "test.step":
        left[0] -= 1
real = rotating.connect
sys.addaudithook(watch)
def connected(*given, **more):
    raw = real(*given, **more)
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return raw
rotating.connect = connected
rotating.rotate(folder, opened, without=[gone])
"""


@pytest.fixture(scope="module")
def shared_room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Make a room with a store, two passphrases and a stick, that tests only read."""
    base = tmp_path_factory.mktemp("shared")
    room = make_room(base)
    vault.add_passphrase(room.folder, room.secrets, room.made, SECOND, on=DAY)
    opened = vault.Opened(vault.load(room.folder), room.made.data_key, room.made.proof)
    vault.add_stick(room.folder, opened, base / "secrets" / "stick.key", on=DAY)
    raw = connect(room.folder / DATABASE, room.made.data_key)
    raw.execute("CREATE TABLE told (words TEXT)")
    raw.executemany("INSERT INTO told VALUES (?)", [(f"Mevrouw Jansen {number}",) for number in range(500)])
    raw.close()
    return room


@pytest.fixture
def room(shared_room: Room, tmp_path: Path) -> Room:
    """Copy that room for a test that changes it."""
    return copy_of(shared_room, tmp_path)


def opened(room: Room) -> vault.Opened:
    """Open the room with its stick, which costs no derivation, and end what was cut off."""
    return rotating.settle(room.folder, vault.unlock_with_stick(vault.load(room.folder), room.secrets / "stick.key"))


def told(room: Room, data_key: bytes) -> int:
    raw = connect(room.folder / DATABASE, data_key)
    try:
        return int(raw.execute("SELECT count(*) FROM told WHERE words LIKE 'Mevrouw%'").fetchone()[0])
    finally:
        raw.close()


def test_every_key_that_stays_opens_the_room_under_its_new_key(room: Room) -> None:
    rotated = rotating.rotate(room.folder, opened(room))
    assert rotated.data_key != room.made.data_key
    kept = vault.load(room.folder)
    assert kept == rotated.vault
    for key in (
        vault.unlock(kept, room.secrets, PHRASE),
        vault.unlock(kept, room.secrets, SECOND),
        vault.unlock_with_recovery(kept, room.made.recovery_code),
        vault.unlock_with_stick(kept, room.secrets / "stick.key"),
    ):
        assert (key.data_key, key.coming) == (rotated.data_key, None)
    assert told(room, rotated.data_key) == 500
    snapshot.verify(room.folder / DATABASE, rotated.data_key)


def test_the_old_key_and_an_old_key_file_open_the_new_store_no_more(room: Room) -> None:
    old = vault.load(room.folder)
    gone = slots_of(old, Kind.PASSPHRASE)[1]
    rotating.rotate(room.folder, opened(room), without=[gone])
    with pytest.raises(KeyRefusedError):
        vault.unlock(vault.load(room.folder), room.secrets, SECOND)
    kept = vault.unlock(old, room.secrets, SECOND)
    with pytest.raises(StoreError):
        connect(room.folder / DATABASE, kept.data_key)
    # And the key file put back does not make a room of it either.
    vault.write(room.folder, old)
    with pytest.raises(StoreError):
        told(room, rotating.settle(room.folder, kept).data_key)


def test_nothing_of_the_old_store_or_in_plain_letters_stays_in_the_folder(room: Room) -> None:
    rotated = rotating.rotate(room.folder, opened(room))
    assert sorted(file.name for file in room.folder.iterdir()) == [DATABASE, vault.FILE]
    for file in room.folder.iterdir():
        assert b"Jansen" not in file.read_bytes()
        assert rotated.data_key not in file.read_bytes()


def test_the_last_daily_key_and_the_recovery_code_cannot_go(room: Room) -> None:
    before = (room.folder / vault.FILE).read_bytes()
    kept = vault.load(room.folder)
    daily = [*slots_of(kept, Kind.PASSPHRASE), *slots_of(kept, Kind.STICK)]
    for without in (daily, slots_of(kept, Kind.RECOVERY)):
        with pytest.raises(RefusedError, match=r"last|laatste"):
            rotating.rotate(room.folder, opened(room), without=without)
    assert (room.folder / vault.FILE).read_bytes() == before
    assert told(room, room.made.data_key) == 500


def test_who_stops_it_has_the_old_store_and_key(room: Room) -> None:
    wish = Progress()
    wish.set()
    with pytest.raises(StoppedError):
        rotating.rotate(room.folder, opened(room), progress=wish)
    again = opened(room)
    assert again.data_key == room.made.data_key
    assert told(room, again.data_key) == 500
    assert not (room.folder / rotating.FRESH).exists()


def test_a_store_that_is_in_use_is_left_alone(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotating, "_LETTING_GO", 0.1)
    other = connect(room.folder / DATABASE, room.made.data_key)
    try:
        with pytest.raises(StoreError, match=r"window|venster"):
            rotating.rotate(room.folder, opened(room))
    finally:
        other.close()
    assert opened(room).data_key == room.made.data_key
    assert told(room, room.made.data_key) == 500


def test_a_damaged_store_is_not_written_anew(room: Room) -> None:
    whole = bytearray((room.folder / DATABASE).read_bytes())
    whole[len(whole) // 2] ^= 1
    (room.folder / DATABASE).write_bytes(whole)
    with pytest.raises(StoreError):
        rotating.rotate(room.folder, opened(room))
    # Only its heading, which says how it is journalled, is written.
    assert (room.folder / DATABASE).read_bytes()[4096:] == bytes(whole)[4096:]
    assert vault.load(room.folder).slots[0].coming is None


def test_neither_key_fits_and_nothing_is_changed(room: Room) -> None:
    both = vault.Opened(vault.load(room.folder), bytes(32), room.made.proof, coming=bytes(range(32)))
    before = (room.folder / vault.FILE).read_bytes()
    with pytest.raises(StoreError):
        rotating.settle(room.folder, both)
    assert (room.folder / vault.FILE).read_bytes() == before


def killed_at(shared: Room, base: Path, step: int) -> tuple[bool, bool]:
    """Rotate in another process that dies at a step; tell whether it died, and whether the new key took over."""
    base.mkdir()
    room = copy_of(shared, base)
    ran = subprocess.run(
        [sys.executable, "-c", _KILLED, str(room.folder), str(room.secrets / "stick.key"), str(step)],
        check=False,
        capture_output=True,
        env=os.environ,
    )
    died = ran.returncode == -signal.SIGKILL
    assert died or ran.returncode == 0, ran.stderr
    again = opened(room)
    assert told(room, again.data_key) == 500
    snapshot.verify(room.folder / DATABASE, again.data_key)
    assert sorted(file.name for file in room.folder.iterdir() if not file.name.endswith((".new", "-wal", "-shm"))) == [
        DATABASE,
        vault.FILE,
    ]
    assert all(slot.coming is None for slot in vault.load(room.folder).slots)
    shutil.rmtree(base)
    return died, again.data_key != room.made.data_key


@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed like this there")
@pytest.mark.parametrize("step", [2, 6, 9])
def test_killed_on_the_way_the_room_opens_with_the_old_key_or_the_new(
    shared_room: Room, tmp_path: Path, step: int
) -> None:
    died, _ = killed_at(shared_room, tmp_path / "killed", step)
    assert died


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed like this there")
def test_killed_at_every_step_the_room_opens_with_the_old_key_or_the_new(shared_room: Room, tmp_path: Path) -> None:
    ends: list[bool] = []
    for step in range(1, 100):
        died, turned = killed_at(shared_room, tmp_path / str(step), step)
        ends.append(turned)
        if not died:
            break
    assert not died
    assert ends == sorted(ends)
    assert 0 < ends.count(True) < len(ends)
