from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import KeyRefusedError, StoreError
from buurtkamer_app.storage import key_slots, vault
from buurtkamer_app.storage.key_slots import Binding, Content, Key, Kind, Slot, Stretching
from buurtkamer_app.storage.passphrase import as_compared

from .vault_rooms import DAY, PHRASE, Room, altered, copy_of, make_room

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

CONTENT = Content(bytes(range(32)), bytes(range(32, 64)))
FIELDS = ("salt", "nonce", "public", "wrapped", "sealed", "coming", "id")
few = settings(max_examples=4, deadline=None)
many = settings(max_examples=150, deadline=None)


@pytest.fixture(scope="module")
def shared_room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Make a room that tests only read."""
    return make_room(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def room(shared_room: Room, tmp_path: Path) -> Room:
    """Copy that room for a test that changes it."""
    return copy_of(shared_room, tmp_path)


@few
@given(st.text(min_size=1).filter(lambda text: text.split()))
def test_any_passphrase_opens_what_it_closed(text: str) -> None:
    binding, key = Binding(uuid4(), practice=False), Key(as_compared(text), bytes(32))
    slot = key_slots.seal(binding, Kind.PASSPHRASE, CONTENT, key, on=DAY)
    assert key_slots.unseal(binding, slot, key) == CONTENT
    assert key_slots.unseal(binding, slot, Key(key.held + b"x", key.device)) is None
    assert key_slots.unseal(binding, slot, Key(key.held, bytes(31) + b"x")) is None


@pytest.mark.parametrize(
    "asked",
    [
        Stretching(64 * 1024 - 1, 3, 4),
        Stretching(64 * 1024, 2, 4),
        Stretching(64 * 1024, 3, 3),
        Stretching(0, 0, 0),
        Stretching(-1, 3, 4),
        Stretching(2**40, 3, 4),
        Stretching(64 * 1024, 10**9, 4),
        Stretching(64 * 1024, 3, 2**24),
        None,
    ],
)
@pytest.mark.parametrize("kind", [Kind.PASSPHRASE, Kind.RECOVERY])
def test_weakened_or_absurd_work_is_refused_at_once(room: Room, asked: Stretching | None, kind: Kind) -> None:
    place = [Kind.PASSPHRASE, Kind.RECOVERY].index(kind)
    kept = altered(room.folder, {"stretching": msgspec.to_builtins(asked)}, place)
    open_with = (
        partial(vault.unlock, kept, room.secrets, PHRASE)
        if kind is Kind.PASSPHRASE
        else partial(vault.unlock_with_recovery, kept, room.made.recovery_code)
    )
    with pytest.raises(KeyRefusedError, match=r"altered|veranderd"):
        open_with()


def test_a_weakened_slot_is_refused_whoever_asks() -> None:
    binding, key = Binding(uuid4(), practice=False), Key(b"molen", bytes(32))
    slot = key_slots.seal(binding, Kind.PASSPHRASE, CONTENT, key, on=DAY)
    with pytest.raises(KeyRefusedError, match=r"altered|veranderd"):
        key_slots.unseal(binding, msgspec.structs.replace(slot, stretching=Stretching(8, 1, 1)), key)


def test_a_weakened_slot_is_told_even_when_another_passphrase_fits(room: Room) -> None:
    vault.add_passphrase(room.folder, room.secrets, room.made, "zee duin wolk meeuw strand", on=DAY)
    kept = altered(room.folder, {"stretching": {"memory": 8, "passes": 1, "lanes": 1}}, -1)
    with pytest.raises(KeyRefusedError, match=r"altered|veranderd"):
        vault.unlock(kept, room.secrets, PHRASE)


def test_stronger_work_than_a_slot_was_made_with_is_an_altered_slot_too(room: Room) -> None:
    kept = altered(room.folder, {"stretching": {"memory": 64 * 1024, "passes": 4, "lanes": 4}}, 0)
    with pytest.raises(KeyRefusedError):
        vault.unlock(kept, room.secrets, PHRASE)


def test_an_altered_passphrase_slot_leaves_the_recovery_code_working(room: Room) -> None:
    kept = altered(room.folder, {"stretching": {"memory": 8, "passes": 1, "lanes": 1}}, 0)
    assert vault.unlock_with_recovery(kept, room.made.recovery_code).data_key == room.made.data_key


@pytest.mark.parametrize(
    "change",
    [
        {"id": "00000000-0000-4000-8000-000000000000"},
        {"created": "2026-03-10"},
        {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="},
        {"nonce": "AAAAAAAAAAAAAAAA"},
        {"public": "A" * 43 + "="},
        {"wrapped": "A" * 107 + "="},
        {"sealed": "A" * 150 + "=="},
        {"coming": "A" * 150 + "=="},
    ],
)
def test_every_field_of_a_slot_is_watched(room: Room, change: dict[str, Any]) -> None:
    kept = altered(room.folder, change, 0)
    with pytest.raises(KeyRefusedError):
        vault.unlock(kept, room.secrets, PHRASE)


def test_a_slot_opens_in_no_other_vault_and_as_no_other_kind(shared_room: Room) -> None:
    key = Key(bytes(range(32)))
    for practice in (False, True):
        binding = Binding(shared_room.made.vault.id, practice=practice)
        slot = key_slots.seal(binding, Kind.STICK, CONTENT, key, on=DAY)
        assert key_slots.unseal(binding, slot, key) == CONTENT
        assert key_slots.unseal(Binding(uuid4(), practice=practice), slot, key) is None
        assert key_slots.unseal(Binding(binding.vault, practice=not practice), slot, key) is None
    as_practice = msgspec.structs.replace(slot, kind=Kind.PRACTICE)
    assert key_slots.unseal(binding, as_practice, key) is None


@many
@given(st.sampled_from(FIELDS), st.integers(0, 111), st.integers(1, 255), st.dates())
def test_one_altered_byte_anywhere_in_a_slot_is_refused(field: str, place: int, flip: int, day: date) -> None:
    binding, key = Binding(UUID(int=1), practice=False), Key(bytes(range(32)))
    turning = CONTENT._replace(coming=bytes(reversed(range(32))))
    slot = key_slots.seal(binding, Kind.STICK, turning, key, on=DAY)
    assert key_slots.unseal(binding, slot, key) == turning

    def flipped(content: bytes) -> bytes:
        at = place % len(content)
        return content[:at] + bytes([content[at] ^ flip]) + content[at + 1 :]

    was = getattr(slot, field)
    now = UUID(bytes=flipped(was.bytes)) if isinstance(was, UUID) else flipped(was)
    assert key_slots.unseal(binding, msgspec.structs.replace(slot, **{field: now}), key) is None
    opened = key_slots.unseal(binding, msgspec.structs.replace(slot, created=day), key)
    assert (opened is None) is (day != DAY)


@many
@given(st.integers(0), st.integers(0, 255))
def test_one_altered_byte_anywhere_in_the_file_is_refused(
    stick_room: tuple[Path, Path, bytes], place: int, byte: int
) -> None:
    folder, key_file, whole = stick_room
    at = place % len(whole)
    (folder / vault.FILE).write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
    if byte == whole[at]:
        assert vault.unlock_with_stick(vault.load(folder), key_file)
        return
    with pytest.raises(StoreError):
        vault.unlock_with_stick(vault.load(folder), key_file)


@pytest.fixture(scope="module")
def stick_room(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, bytes]:
    """Make a vault with a stick only, so that hundreds of tries cost no derivation."""
    folder = tmp_path_factory.mktemp("stick")
    binding, held = Binding(uuid4(), practice=False), bytes(range(32))
    (folder / "stick.key").write_bytes(held)
    slot: Slot = key_slots.seal(binding, Kind.STICK, CONTENT, Key(held), on=DAY)
    kept = vault.Vault(key_slots.FORMAT, binding.vault, binding.practice, (slot,))
    whole = msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"
    return folder, folder / "stick.key", whole


def test_a_data_key_that_nobody_with_a_key_sealed_is_refused() -> None:
    binding, key = Binding(uuid4(), practice=False), Key(bytes(range(32)))
    slot = key_slots.seal(binding, Kind.STICK, CONTENT, key, on=DAY)
    # The public half stands in the file, so anybody can seal to it: only the proof tells a holder of the room.
    foisted = key_slots.seal_again(binding, slot, Content(bytes(32), bytes(32)))
    assert key_slots.unseal(binding, foisted, key) is None
    coming = key_slots.seal_again(binding, slot, Content(bytes(32), bytes(32), bytes(32))).coming
    assert key_slots.unseal(binding, msgspec.structs.replace(slot, coming=coming), key) is None
    again = CONTENT._replace(data_key=bytes(reversed(range(32))))
    assert key_slots.unseal(binding, key_slots.seal_again(binding, slot, again), key) == again
