"""The profile of a professional is kept encrypted, and never quietly made anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
import pytest

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import KeyRefusedError, RefusedError, StoreError
from buurtkamer_app.review.kept import KnownRoom
from buurtkamer_app.review.profile import FILE, Profile
from buurtkamer_app.storage.passphrase import draw
from tests.conftest import NOON
from tests.review import rooms
from tests.review.conftest import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.review.kept import Kept
    from tests.review.conftest import Computer


def test_a_profile_is_made_once_and_opens_with_its_passphrase(computer: Computer) -> None:
    assert Profile.exists(computer.folder)
    profile = computer.unlock()
    assert (profile.name, profile.organisation) == ("Sam de Wit", "Dichtbij")
    assert len(profile.kept.signing_key) == 32
    with pytest.raises(RefusedError):
        Profile.create(computer.folder, computer.secrets, name="X", organisation="", passphrase=draw(), on=NOON.date())
    with pytest.raises(KeyRefusedError):
        Profile.unlock(computer.folder, computer.secrets, "een ander wachtwoord")


def test_a_new_computer_has_no_profile_and_a_poor_passphrase_makes_none(tmp_path: Path) -> None:
    assert not Profile.exists(tmp_path)
    for name, passphrase in (("Sam", "kort"), (" ", draw()), ("x" * 10_000, draw()), ("Sam\0", draw())):
        with pytest.raises(RefusedError):
            Profile.create(
                tmp_path, tmp_path / "secrets", name=name, organisation="", passphrase=passphrase, on=NOON.date()
            )
    assert not Profile.exists(tmp_path)


def test_the_recovery_code_gives_a_new_passphrase_on_a_new_computer(tmp_path: Path) -> None:
    _, code = Profile.create(
        tmp_path, tmp_path / "a", name="Sam", organisation="", passphrase=PASSPHRASE, on=NOON.date()
    )
    with pytest.raises(KeyRefusedError):
        Profile.unlock(tmp_path, tmp_path / "b", PASSPHRASE)
    fresh = draw()
    assert Profile.recover(tmp_path, tmp_path / "b", code, fresh, on=NOON.date()).name == "Sam"
    assert Profile.unlock(tmp_path, tmp_path / "b", fresh).name == "Sam"


def test_what_is_kept_is_there_after_a_restart_and_nowhere_readable(computer: Computer, tmp_path: Path) -> None:
    path = rooms.put(tmp_path, 1)
    reviews = computer.start()
    log = reviews.open([path], [rooms.words(1)]).logs[0]
    reviews.write_down(log.key, 3, "Vraag het Zebedeus Quaadvlieg")
    assert reviews.profile is not None
    assert computer.unlock().kept == reviews.profile.kept
    raw = b"".join(file.read_bytes() for file in computer.folder.iterdir())
    assert not [word for word in (b"Zebedeus", b"kamer1", b"Buurtkamer", b"Sam de Wit") if word in raw]


def test_any_damage_is_told_and_nothing_is_made_anew(computer: Computer) -> None:
    whole = (computer.folder / FILE).read_bytes()
    for damaged in (b"", whole[:-1], whole[:20] + bytes([whole[20] ^ 1]) + whole[21:], b"{}"):
        (computer.folder / FILE).write_bytes(damaged)
        with pytest.raises(StoreError):
            computer.unlock()
        assert (computer.folder / FILE).read_bytes() == damaged
    (computer.folder / FILE).unlink()
    with pytest.raises(StoreError):
        computer.unlock()
    assert Profile.exists(computer.folder)
    (computer.folder / "vault.json").write_text("{}")
    with pytest.raises(StoreError):
        computer.unlock()


def test_two_windows_keep_what_the_other_wrote(computer: Computer) -> None:
    one, other = computer.unlock(), computer.unlock()
    first, second = (rooms.vault(number) for number in (1, 2))
    one.change(lambda kept: msgspec.structs.replace(kept, rooms=kept.rooms | {first: KnownRoom(bytes(32), "A")}))
    other.change(lambda kept: msgspec.structs.replace(kept, rooms=kept.rooms | {second: KnownRoom(bytes(32), "B")}))
    assert set(computer.unlock().kept.rooms) == {first, second}


def _numbered(log: UUID, kept: Kept) -> Kept:
    return msgspec.structs.replace(kept, numbers=kept.numbers | {log: 1})


def test_two_windows_that_write_at_once_lose_nothing(computer: Computer) -> None:
    windows = [computer.unlock() for _ in range(3)]

    def write(window: int) -> None:
        for turn in range(15):
            windows[window].change(partial(_numbered, UUID(int=100 * window + turn)))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))
    assert len(computer.unlock().kept.numbers) == 45


def test_a_disk_that_refuses_is_told_and_the_profile_stays_as_it_was(computer: Computer, tmp_path: Path) -> None:
    path, reviews = rooms.put(tmp_path, 1), computer.start()
    log = reviews.open([path], [rooms.words(1)]).logs[0]
    whole = (computer.folder / FILE).read_bytes()
    (computer.folder / f"{FILE}.new").mkdir()
    with pytest.raises(StoreError):
        reviews.write_down(log.key, 3, "Vraag het eens rond")
    assert reviews.written(log.key, 3).text == ""
    assert (computer.folder / FILE).read_bytes() == whole
    # Nothing new is learnt from a log that was opened before, so nothing is written.
    assert len(computer.start().open([path]).logs) == 1


def test_a_profile_has_its_own_folder_apart_from_rooms() -> None:
    assert paths.review_data() not in {paths.user_data(), paths.practice_data()}
    assert paths.review_data().parent == paths.user_data().parent
