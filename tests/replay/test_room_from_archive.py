"""A room out of an archive: made beside its place with keys of its own, and there whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from click.testing import CliRunner

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import FileRefusedError, RefusedError, StoreError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.cli import buurtkamer
from buurtkamer_app.exchange.archive.reading import look
from buurtkamer_app.exchange.archive.records import Owner
from buurtkamer_app.replay.archived import room_from_archive
from buurtkamer_app.startup import enter
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE
from tests.made_room import practice_room

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock

WORDS = "fiets lamp brood wolk stoel"
PIN = "730519"


@pytest.fixture
def archive(tmp_path: Path, clock: SetClock) -> Path:
    """Give the archive of a practice room."""
    house = practice_room(tmp_path / "old", clock)
    house.services.archives.save(tmp_path / "a.zip", Progress())
    house.close()
    return tmp_path / "a.zip"


def owner_of(archive: Path, pin: str = PIN, words: str = WORDS) -> Owner:
    return Owner(look(archive).coordinators[0].id, pin, words)


def test_its_coordinator_signs_in_with_the_new_pin_and_nobody_else(
    archive: Path, tmp_path: Path, clock: SetClock
) -> None:
    folder, secrets, owner = tmp_path / "data" / "room", tmp_path / "secrets", owner_of(archive)
    house, code = room_from_archive(archive, folder, secrets, owner, clock, Progress())
    services = house.services
    assert services.sign_in.actor == NOBODY
    assert services.sign_in.enter(owner.coordinator, PIN).role is Role.COORDINATOR
    other = next(host for host in services.people.hosts() if host.id != owner.coordinator)
    with pytest.raises(RefusedError, match="geen pincode"):
        services.sign_in.enter(other.id, "000000")
    assert services.history.last() is None
    services.archives.save(tmp_path / "b.zip", Progress())
    assert (tmp_path / "b.zip").read_bytes() == archive.read_bytes()
    house.close()
    for opened in (
        vault.unlock(vault.load(folder), secrets, WORDS),
        vault.unlock_with_recovery(vault.load(folder), code),
    ):
        enter(folder, opened, clock).close()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["room"]


def test_what_lies_in_the_folder_stays(archive: Path, tmp_path: Path, clock: SetClock) -> None:
    folder = tmp_path / "room"
    (folder / "log").mkdir(parents=True)
    (folder / "settings.json").write_text("{}")
    # A room without its key file opens nowhere: who has a backup of it may still need it.
    (folder / DATABASE).write_bytes(b"another room")
    room_from_archive(archive, folder, tmp_path / "secrets", owner_of(archive), clock, Progress())[0].close()
    assert (folder / "settings.json").read_text() == "{}"
    assert (folder / "before-restore" / DATABASE).read_bytes() == b"another room"


class _Late(Progress):
    """Is stopped when nearly all of it is done."""

    def at(self, done: int, of: int) -> None:
        if done == of:
            self.set()
        super().at(done, of)


def test_nothing_is_left_when_it_is_stopped_or_cannot_be(archive: Path, tmp_path: Path, clock: SetClock) -> None:
    folder, secrets, owner = tmp_path / "data" / "room", tmp_path / "secrets", owner_of(archive)
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(archive.read_bytes()[:-5] + b"abcde")
    nobody = Owner(UUID(int=1), PIN, WORDS)
    for source, who, progress, error in (
        (archive, owner, _Late(), StoppedError),
        (damaged, owner, Progress(), FileRefusedError),
        (archive, nobody, Progress(), RefusedError),
        (archive, Owner(owner.coordinator, "000000", WORDS), Progress(), RefusedError),
        (archive, Owner(owner.coordinator, PIN, "kort"), Progress(), RefusedError),
    ):
        with pytest.raises(error):
            room_from_archive(source, folder, secrets, who, clock, progress)
        assert not folder.exists() or not list(folder.iterdir())
        assert not folder.parent.exists() or not list(folder.parent.glob(".*"))
        assert not secrets.exists() or not list(secrets.iterdir())


def test_a_room_that_is_there_is_left_alone(archive: Path, tmp_path: Path, clock: SetClock) -> None:
    before = (tmp_path / "old" / DATABASE).read_bytes()
    with pytest.raises(StoreError) as refused:
        room_from_archive(archive, tmp_path / "old", tmp_path / "secrets", owner_of(archive), clock, Progress())
    assert refused.value.message == "There is a room in this folder already. Nothing was changed."
    assert (tmp_path / "old" / DATABASE).read_bytes() == before


def test_the_commands_take_a_room_out_and_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "secrets")
    words, pin, run = tmp_path / "words", tmp_path / "pin", CliRunner()
    words.write_text(WORDS)
    pin.write_text(PIN + "\n")
    first, second, folder = str(tmp_path / "a.zip"), str(tmp_path / "b.zip"), str(tmp_path / "room")
    keys = ["--passphrase-file", str(words)]
    made = run.invoke(buurtkamer, ["archive", "export", "--room", str(paths.demo_room()), "--out", first])
    assert (made.exit_code, made.output.count("a.zip")) == (0, 1)
    coming = ["archive", "import", first, "--data", folder, *keys, "--pin-file", str(pin)]
    nobody = run.invoke(buurtkamer, [*coming, "--coordinator", "Niemand"])
    assert nobody.exit_code == 2
    brought = run.invoke(buurtkamer, coming)
    assert brought.exit_code == 0
    assert "Buurtkamer De Wilgenhof" in brought.output
    assert run.invoke(buurtkamer, ["archive", "export", "--data", folder, *keys, "--out", second]).exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert run.invoke(buurtkamer, coming).exit_code == 4
    assert run.invoke(buurtkamer, ["archive", "import", str(words), "--data", folder, *keys]).exit_code == 2
