from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage import vault

from .vault_rooms import DAY, PHRASE, Room, copy_of, make_room

few = settings(max_examples=8, deadline=None)
many = settings(max_examples=150, deadline=None)


@pytest.fixture(scope="module")
def shared_room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Make a room that tests only read."""
    return make_room(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def room(shared_room: Room, tmp_path: Path) -> Room:
    """Copy that room for a test that changes it."""
    return copy_of(shared_room, tmp_path)


def test_a_room_is_never_made_over_another(room: Room) -> None:
    before = (room.folder / vault.FILE).read_bytes()
    with pytest.raises(StoreError):
        vault.create(room.folder, room.secrets, PHRASE, on=DAY)
    with pytest.raises(StoreError):
        vault.create_practice(room.folder, on=DAY)
    assert (room.folder / vault.FILE).read_bytes() == before


def test_a_missing_vault_is_told_and_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"gone|is weg"):
        vault.load(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_every_truncated_vault_is_told_and_left_as_it_is(room: Room) -> None:
    file = room.folder / vault.FILE
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(StoreError, match=r"damaged|beschadigd"):
            vault.load(room.folder)
        assert file.read_bytes() == whole[:length]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"format": "buurtkamer-vault/1"}',
        b'{"format": "another"}',
        b'{"format": 1}',
        b'{"format": "\xff"}',
        b"[" * 60_000,
        b'{"format": "buurtkamer-vault/1", "id":' + b"[" * 60_000,
        b" " * 1_000_000,
    ],
)
def test_what_is_no_vault_is_refused_as_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / vault.FILE).write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|beschadigd"):
        vault.load(tmp_path)


def test_a_newer_vault_says_so(room: Room) -> None:
    file = room.folder / vault.FILE
    file.write_bytes(file.read_bytes().replace(b"buurtkamer-vault/1", b"buurtkamer-vault/2"))
    with pytest.raises(StoreError, match=r"newer|nieuwere"):
        vault.load(room.folder)


def test_a_field_nobody_knows_is_refused(room: Room) -> None:
    file = room.folder / vault.FILE
    kept = json.loads(file.read_bytes()) | {"owner": "somebody"}
    file.write_bytes(json.dumps(kept).encode())
    with pytest.raises(StoreError):
        vault.load(room.folder)


def test_no_temporary_file_stays_behind(room: Room) -> None:
    vault.add_stick(room.folder, room.made, room.folder.parent / "stick.key", on=DAY)
    assert [file.name for file in room.folder.iterdir()] == [vault.FILE]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full and /proc are Linux's")
def test_a_place_that_cannot_be_written_is_told_and_the_room_stays_as_it_was(room: Room, tmp_path: Path) -> None:
    for nowhere in (Path("/proc/buurtkamer"), Path("/dev/full"), room.folder / vault.FILE / "below"):
        with pytest.raises(StoreError):
            vault.create_practice(nowhere, on=DAY)
        with pytest.raises(StoreError):
            vault.add_stick(room.folder, room.made, nowhere / "stick.key", on=DAY)
    assert vault.load(room.folder) == room.made.vault


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of a process are Unix's")
def test_a_disk_that_fills_up_leaves_the_old_file_whole(room: Room) -> None:
    import resource
    import signal

    before = (room.folder / vault.FILE).read_bytes()
    usual, ask = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, usual[1]))
    try:
        with pytest.raises(StoreError):
            vault.add_stick(room.folder, room.made, room.folder.parent / "stick.key", on=DAY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, ask)
    assert (room.folder / vault.FILE).read_bytes() == before
    assert [file.name for file in room.folder.iterdir()] == [vault.FILE]
    assert not (room.folder.parent / "stick.key").exists()


def test_a_full_disk_and_a_read_only_folder_say_what_to_do() -> None:
    import errno

    from buurtkamer_app.storage.whole_file import file_trouble

    assert "disk is full" in file_trouble(OSError(errno.ENOSPC, "x")).message
    assert "only be read" in file_trouble(OSError(errno.EROFS, "x")).message
    assert "only be read" in file_trouble(PermissionError(errno.EACCES, "x")).message
    assert "stick" in file_trouble(OSError(errno.EIO, "x")).message
