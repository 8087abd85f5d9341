from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import KeyRefusedError, RefusedError
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.key_slots import Kind

from .vault_rooms import DAY, PHRASE, Room, copy_of, make_room, slots_of

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_room_opens_with_its_passphrase_after_being_closed(room: Room) -> None:
    opened = vault.unlock(vault.load(room.folder), room.secrets, PHRASE)
    assert opened.data_key == room.made.data_key
    assert len(opened.data_key) == 32


def test_capitals_and_blanks_do_not_keep_a_volunteer_out(room: Room) -> None:
    assert vault.unlock(vault.load(room.folder), room.secrets, f"  {PHRASE.title()} ").data_key == room.made.data_key


def test_a_wrong_passphrase_is_refused_with_what_to_do(shared_room: Room) -> None:
    with pytest.raises(KeyRefusedError, match=r"recovery code|herstelcode"):
        vault.unlock(shared_room.made.vault, shared_room.secrets, "molen kaneel ooievaar fluit stad")


def test_two_rooms_with_one_passphrase_share_nothing(shared_room: Room, tmp_path: Path) -> None:
    other = vault.create(tmp_path / "room", tmp_path / "secrets", PHRASE, on=DAY)
    assert other.data_key != shared_room.made.data_key
    assert other.recovery_code != shared_room.made.recovery_code
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_recovery(shared_room.made.vault, other.recovery_code)


def test_nothing_secret_is_in_the_file_or_in_what_is_printed(shared_room: Room) -> None:
    kept, made = (shared_room.folder / vault.FILE).read_bytes(), shared_room.made
    for secret in (made.data_key, made.proof, made.recovery_code.encode(), PHRASE.encode()):
        assert secret not in kept
    said = {"id", "kind", "created", "stretching", "salt", "nonce", "public", "wrapped", "sealed", "coming"}
    assert set(json.loads(kept)["slots"][0]) == said
    assert repr(made.proof) not in repr(made)
    assert made.recovery_code not in repr(made)
    assert repr(made.data_key) not in repr(made)


@few
@given(st.data())
def test_a_sloppily_copied_recovery_code_still_opens(shared_room: Room, data: st.DataObject) -> None:
    said = {"0": "0oO", "1": "1iIlL", "-": ["", " ", "-", "\u2013", " - "]}
    sloppy = "".join(
        data.draw(st.sampled_from(said.get(letter, [letter, letter.lower()])))
        for letter in shared_room.made.recovery_code
    )
    opened = vault.unlock_with_recovery(shared_room.made.vault, sloppy)
    assert opened.data_key == shared_room.made.data_key


def test_a_computer_that_lost_its_secret_opens_with_the_recovery_code_and_then_with_a_new_passphrase(
    room: Room,
) -> None:
    (room.secrets / str(room.made.vault.id)).unlink()
    kept = vault.load(room.folder)
    with pytest.raises(KeyRefusedError, match=r"recovery code|herstelcode"):
        vault.unlock(kept, room.secrets, PHRASE)
    opened = vault.unlock_with_recovery(kept, room.made.recovery_code)
    vault.after_recovery(room.folder, room.secrets, opened, "nieuwe zin van vijf woorden", on=DAY)
    again = vault.load(room.folder)
    assert vault.unlock(again, room.secrets, "nieuwe zin van vijf woorden").data_key == room.made.data_key
    assert vault.unlock_with_recovery(again, room.made.recovery_code).data_key == room.made.data_key
    assert len(slots_of(again, Kind.PASSPHRASE)) == 1


def test_who_forgot_a_passphrase_gets_a_new_one_and_the_other_key_holder_keeps_hers(room: Room) -> None:
    opened = vault.unlock_with_recovery(vault.load(room.folder), room.made.recovery_code)
    vault.after_recovery(room.folder, room.secrets, opened, "nieuwe zin van vijf woorden", on=DAY)
    again = vault.load(room.folder)
    for phrase in (PHRASE, "nieuwe zin van vijf woorden"):
        assert vault.unlock(again, room.secrets, phrase).data_key == room.made.data_key


@pytest.mark.parametrize("content", [b"", b"short", bytes(33), bytes(5000)])
def test_a_damaged_device_secret_counts_as_lost(room: Room, content: bytes) -> None:
    (room.secrets / str(room.made.vault.id)).write_bytes(content)
    with pytest.raises(KeyRefusedError):
        vault.unlock(vault.load(room.folder), room.secrets, PHRASE)


def test_a_stolen_data_folder_does_not_open_with_the_passphrase_elsewhere(room: Room, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / str(room.made.vault.id)).write_bytes(bytes(32))
    with pytest.raises(KeyRefusedError):
        vault.unlock(vault.load(room.folder), tmp_path / "elsewhere", PHRASE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps it with DPAPI")
def test_other_users_cannot_read_the_secret_or_the_key_file(shared_room: Room) -> None:
    for file in (shared_room.secrets / str(shared_room.made.vault.id), shared_room.folder / vault.FILE):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_practice_room_opens_without_a_key(tmp_path: Path) -> None:
    made = vault.create_practice(tmp_path, on=DAY)
    assert made.recovery_code == ""
    assert vault.unlock_practice(vault.load(tmp_path)).data_key == made.data_key


def test_a_real_room_does_not_open_as_a_practice_room(shared_room: Room) -> None:
    with pytest.raises(KeyRefusedError, match=r"practice|oefenkamer"):
        vault.unlock_practice(shared_room.made.vault)


def test_neither_flag_nor_slot_makes_a_real_room_a_practice_room(room: Room, tmp_path: Path) -> None:
    practice = vault.create_practice(tmp_path / "practice", on=DAY).vault
    real = vault.load(room.folder)
    flagged = msgspec.structs.replace(real, practice=True)
    with pytest.raises(KeyRefusedError):
        vault.unlock_practice(flagged)
    with pytest.raises(KeyRefusedError):
        vault.unlock(flagged, room.secrets, PHRASE)
    with pytest.raises(KeyRefusedError, match=r"altered|veranderd"):
        vault.unlock_practice(msgspec.structs.replace(real, slots=(*real.slots, *practice.slots)))
    with pytest.raises(KeyRefusedError):
        vault.unlock_practice(msgspec.structs.replace(flagged, slots=(*real.slots, *practice.slots)))


def test_a_second_key_holder_opens_with_her_own_passphrase(room: Room) -> None:
    opened = vault.unlock(vault.load(room.folder), room.secrets, PHRASE)
    added = vault.add_passphrase(room.folder, room.secrets, opened, "zee duin wolk meeuw strand", on=DAY)
    kept = vault.load(room.folder)
    assert kept == added.vault
    assert vault.unlock(kept, room.secrets, "zee duin wolk meeuw strand").data_key == room.made.data_key
    left = vault.remove_slot(room.folder, kept, kept.slots[-1].id)
    assert left == vault.load(room.folder)
    with pytest.raises(KeyRefusedError):
        vault.unlock(left, room.secrets, "zee duin wolk meeuw strand")
    assert vault.unlock(left, room.secrets, PHRASE).data_key == room.made.data_key


def test_a_passphrase_is_not_added_where_the_device_secret_is_lost(room: Room, tmp_path: Path) -> None:
    with pytest.raises(KeyRefusedError):
        vault.add_passphrase(room.folder, tmp_path / "elsewhere", room.made, "zee duin wolk", on=DAY)
    assert vault.load(room.folder) == room.made.vault


def test_a_key_stick_opens_until_it_is_taken_away(room: Room, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "buurtkamer.key"
    added = vault.add_stick(room.folder, room.made, stick, on=DAY)
    assert len(stick.read_bytes()) == 32
    assert vault.unlock_with_stick(vault.load(room.folder), stick).data_key == room.made.data_key
    left = vault.remove_slot(room.folder, added.vault, added.vault.slots[-1].id)
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(left, stick)


@pytest.mark.parametrize("content", [None, b"", bytes(31), bytes(33), bytes(32)])
def test_another_stick_is_refused(room: Room, tmp_path: Path, content: bytes | None) -> None:
    made = vault.add_stick(room.folder, room.made, tmp_path / "right.key", on=DAY)
    if content is not None:
        (tmp_path / "wrong.key").write_bytes(content)
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(made.vault, tmp_path / "wrong.key")


def test_a_stick_that_holds_a_key_is_not_overwritten(room: Room, tmp_path: Path) -> None:
    stick = tmp_path / "other-room.key"
    stick.write_bytes(b"of another room")
    with pytest.raises(RefusedError):
        vault.add_stick(room.folder, room.made, stick, on=DAY)
    assert stick.read_bytes() == b"of another room"


def test_the_last_passphrase_the_recovery_code_and_the_practice_slot_stay(room: Room, tmp_path: Path) -> None:
    kept = vault.load(room.folder)
    for kind in (Kind.PASSPHRASE, Kind.RECOVERY):
        with pytest.raises(RefusedError, match=r"last|laatste"):
            vault.remove_slot(room.folder, kept, slots_of(kept, kind)[0])
    practice = vault.create_practice(tmp_path / "practice", on=DAY).vault
    with pytest.raises(RefusedError):
        vault.remove_slot(tmp_path / "practice", practice, practice.slots[0].id)
    with pytest.raises(RefusedError):
        vault.remove_slot(room.folder, kept, uuid4())
    assert vault.load(room.folder) == kept


def test_a_room_holds_at_most_32_keys_and_no_key_is_left_on_the_stick_that_was_one_too_many(
    room: Room, tmp_path: Path
) -> None:
    opened: vault.Opened = room.made
    for number in range(30):
        opened = vault.add_stick(room.folder, opened, tmp_path / f"{number}.key", on=DAY)
    with pytest.raises(RefusedError):
        vault.add_stick(room.folder, opened, tmp_path / "31.key", on=DAY)
    assert not (tmp_path / "31.key").exists()
    assert vault.load(room.folder) == opened.vault


def test_a_lost_paper_is_replaced_and_opens_the_key_file_no_more(room: Room) -> None:
    opened, code = vault.renew_recovery(room.folder, room.made, on=DAY)
    kept = vault.load(room.folder)
    assert kept == opened.vault
    assert vault.unlock_with_recovery(kept, code).data_key == room.made.data_key
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_recovery(kept, room.made.recovery_code)
    assert len(slots_of(kept, Kind.RECOVERY)) == 1


def test_who_opens_the_room_tells_which_key_it_was(room: Room) -> None:
    kept = vault.load(room.folder)
    assert vault.unlock(kept, room.secrets, PHRASE).slot == room.made.slot == kept.slots[0].id
    assert vault.unlock_with_recovery(kept, room.made.recovery_code).slot == kept.slots[1].id
