"""Backups and restores of a real folder, and the ways in which they are refused."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import FileRefusedError, KeyRefusedError, NotAllowedError, StoreError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.replay.restored import room_replaced, room_restored
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.safekeeping.backups.make import back_up
from buurtkamer_app.safekeeping.backups.restoring import check, restore, unlock_with
from buurtkamer_app.startup import KEY_HOLDER, House, build, enter, let_in
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE, connect
from buurtkamer_app.storage.rotating import rotate
from tests.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile

WORDS = "molen fiets regen kaas brood"


@pytest.fixture
def house(tmp_path: Path, clock: SetClock, demo_file: RoomFile) -> Iterator[House]:
    """Give a real room, with a passphrase, that holds the demo room and seven visitors."""
    folder = tmp_path / "room"
    made = build(folder, vault.create(folder, tmp_path / "secrets", WORDS, on=NOON.date()), clock)
    furnish(made.services, demo_file)
    made.services.desk.tally(Tally(7))
    yield made
    made.close()


def visits(house: House) -> int:
    today = house.services.room.today()
    return house.services.desk.figures(today, today).visits


def test_a_backup_of_an_open_room_is_restored_with_the_passphrase(
    house: House, tmp_path: Path, clock: SetClock
) -> None:
    target = tmp_path / "stick" / "backup.bkb"
    target.parent.mkdir()
    back_up(house.folder, house.opened, target, NOON)
    house.services.desk.tally(Tally(5))
    house.close()
    restore(target, house.folder, unlock_with(tmp_path / "secrets", WORDS))
    again = enter(house.folder, vault.unlock(vault.load(house.folder), tmp_path / "secrets", WORDS), clock)
    assert visits(again) == 7
    again.close()
    assert (house.folder / "before-restore" / DATABASE).exists()
    assert (house.folder / DATABASE).stat().st_mode & 0o077 == 0
    assert not [path for path in target.parent.iterdir() if path != target]


def test_on_a_new_computer_the_recovery_code_is_enough(tmp_path: Path, clock: SetClock, demo_file: RoomFile) -> None:
    folder = tmp_path / "room"
    created = vault.create(folder, tmp_path / "secrets", WORDS, on=NOON.date())
    made = build(folder, created, clock)
    furnish(made.services, demo_file)
    back_up(folder, made.opened, tmp_path / "b.bkb", NOON)
    made.close()
    new = tmp_path / "elsewhere"
    restore(tmp_path / "b.bkb", new, unlock_with(tmp_path / "other", created.recovery_code))
    opened = vault.unlock_with_recovery(vault.load(new), created.recovery_code)
    again = enter(new, opened, clock)
    assert len(again.services.people.hosts()) == 20
    again.close()


def test_another_rooms_backup_is_refused(house: House, tmp_path: Path, clock: SetClock) -> None:
    other = tmp_path / "other"
    made = build(other, vault.create(other, tmp_path / "secrets", WORDS, on=NOON.date()), clock)
    back_up(other, made.opened, tmp_path / "b.bkb", NOON)
    made.close()
    before = (house.folder / vault.FILE).read_bytes()
    with pytest.raises(StoreError, match="andere|another"):
        restore(tmp_path / "b.bkb", house.folder, unlock_with(tmp_path / "secrets", WORDS))
    assert (house.folder / vault.FILE).read_bytes() == before
    assert visits(house) == 7


def test_a_wrong_passphrase_leaves_everything_as_it_was(house: House, tmp_path: Path) -> None:
    back_up(house.folder, house.opened, tmp_path / "b.bkb", NOON)
    with pytest.raises(KeyRefusedError):
        restore(tmp_path / "b.bkb", house.folder, unlock_with(tmp_path / "secrets", "iets anders"))
    assert visits(house) == 7


@pytest.mark.parametrize("content", [b"", b"PK", b"hello" * 1000])
def test_what_is_no_backup_is_refused(house: House, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "b.bkb"
    file.write_bytes(content)
    with pytest.raises(FileRefusedError):
        restore(file, house.folder, unlock_with(tmp_path / "secrets", WORDS))


def test_a_damaged_backup_is_refused_before_anything_is_changed(house: House, tmp_path: Path) -> None:
    whole, altered = tmp_path / "b.bkb", tmp_path / "c.bkb"
    back_up(house.folder, house.opened, whole, NOON)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == DATABASE:
                content[len(content) // 2] ^= 1
            new.writestr(name, bytes(content))
    with pytest.raises(StoreError):
        restore(altered, house.folder, unlock_with(tmp_path / "secrets", WORDS))
    assert visits(house) == 7


def test_names_in_a_backup_that_lead_elsewhere_are_not_followed(house: House, tmp_path: Path) -> None:
    whole = tmp_path / "b.bkb"
    back_up(house.folder, house.opened, whole, NOON)
    with zipfile.ZipFile(whole, "a") as packed:
        packed.writestr("../../evil.txt", "boo")
    house.close()
    restore(whole, house.folder, unlock_with(tmp_path / "secrets", WORDS))
    assert not list(tmp_path.parent.rglob("evil.txt"))


def test_a_check_finds_a_sound_room_sound(house: House) -> None:
    assert check(house.folder, house.opened).size > 0


def test_a_key_that_was_taken_away_since_opens_nothing_when_an_older_backup_comes_back(
    house: House, tmp_path: Path
) -> None:
    """Who lost a stick and then needs a backup of before does not get the thief back with it."""
    stick, secrets = tmp_path / "stick.key", tmp_path / "secrets"
    opened = vault.add_stick(house.folder, house.opened, stick, on=NOON.date())
    lost = opened.vault.slots[-1].id
    target = tmp_path / "backups" / "b.buurtkamer"
    target.parent.mkdir()
    back_up(house.folder, opened, target, NOON)
    house.services.desk.tally(Tally(5))
    house.close()
    renewed = rotate(house.folder, opened, without=[lost])
    again = enter(house.folder, renewed, house.clock)
    again.services.sign_in.act_as(KEY_HOLDER)
    again.close()
    back = room_replaced(again, target, secrets, unlock_with(secrets, WORDS))
    assert visits(back) == 7
    back.close()
    now = vault.load(house.folder)
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(now, stick)
    assert vault.unlock(now, secrets, WORDS).data_key == renewed.data_key
    # The key of then is in the backup only.
    with pytest.raises(StoreError):
        connect(house.folder / DATABASE, opened.data_key)


def test_a_key_file_of_before_that_is_put_back_lets_nobody_in_who_was_taken_away(house: House, tmp_path: Path) -> None:
    secrets, words = tmp_path / "secrets", "zee duin wolk meeuw strand"
    opened = vault.add_passphrase(house.folder, secrets, house.opened, words, on=NOON.date())
    old = (house.folder / vault.FILE).read_bytes()
    house.services.key_holders.take_away(opened.vault.slots[-1].id)
    (house.folder / vault.FILE).write_bytes(old)
    back = vault.unlock(vault.load(house.folder), secrets, words)
    house.close()
    with pytest.raises(KeyRefusedError, match="afgenomen"):
        let_in(house.folder, back, house.clock)
    let_in(house.folder, vault.unlock(vault.load(house.folder), secrets, WORDS), house.clock).close()


def test_a_damaged_room_gets_no_key_back_that_its_key_file_has_no_more(house: House, tmp_path: Path) -> None:
    secrets, stick = tmp_path / "secrets", tmp_path / "stick.key"
    opened = vault.add_stick(house.folder, house.opened, stick, on=NOON.date())
    target = tmp_path / "backups" / "b.buurtkamer"
    target.parent.mkdir()
    back_up(house.folder, opened, target, NOON)
    house.close()
    rotate(house.folder, opened, without=[opened.vault.slots[-1].id])
    (house.folder / DATABASE).write_bytes(b"damaged")
    words = "nieuwe woorden voor nu hier"
    now = vault.unlock(vault.load(house.folder), secrets, WORDS)
    vault.add_passphrase(house.folder, secrets, now, words, on=NOON.date())
    vault.remove_slot(house.folder, vault.load(house.folder), now.slot)  # type: ignore[arg-type] # it opened with it
    back = room_restored(target, house.folder, secrets, unlock_with(secrets, WORDS), house.clock)
    back.close()
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(vault.load(house.folder), stick)


def test_only_the_coordinator_lets_a_backup_become_the_room(house: House, tmp_path: Path) -> None:
    target = tmp_path / "b.buurtkamer"
    back_up(house.folder, house.opened, target, NOON)
    house.services.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        room_replaced(house, target, tmp_path / "secrets", unlock_with(tmp_path / "secrets", WORDS))
    assert visits(house) == 7
