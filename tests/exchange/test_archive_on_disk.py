"""Archives on disks that are full, gone or only to be read, and those that somebody stops: a whole file or none."""

from __future__ import annotations

import resource
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.exchange.archive import queries
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import open_embedded
from tests.conftest import KEY, VAULT
from tests.exchange.archives import archive_of_each, archived, fresh
from tests.exchange.test_exchange_service import as_anybody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services
    from tests.conftest import Templates


@pytest.fixture(scope="module")
def archive(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the archive of a room with one row in every list."""
    return archive_of_each(templates, tmp_path_factory.mktemp("archive"))


@pytest.fixture
def new(templates: Templates, tmp_path: Path, clock: SetClock) -> Iterator[Services]:
    """Give a room that has nothing yet."""
    with fresh("embedded", templates, tmp_path / "room", clock) as made:
        yield made


def test_who_stops_bringing_in_has_a_room_with_nothing(archive: bytes, new: Services, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive)
    progress = Progress()
    progress.set()
    with pytest.raises(StoppedError):
        new.archives.bring_in(tmp_path / "a.zip", progress)
    with new.store.reading() as session:
        assert queries.is_empty(session)
    new.archives.bring_in(tmp_path / "a.zip", Progress())
    assert archived(new, tmp_path / "b.zip") == archive


class _HalfWay(Progress):
    """Is stopped when half of it is done."""

    def at(self, done: int, of: int) -> None:
        if done * 2 > of:
            self.set()
        super().at(done, of)


def test_who_stops_half_way_has_no_file(demo: Services, tmp_path: Path) -> None:
    progress = _HalfWay()
    with pytest.raises(StoppedError):
        demo.archives.save(tmp_path / "a.zip", progress)
    assert progress.part is not None
    assert progress.part > 0.4
    assert not list(tmp_path.glob("*.zip*")) + list(tmp_path.glob(".*"))


def test_how_far_it_is_is_told_both_ways(archive: bytes, new: Services, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive)
    there, back = Progress(), Progress()
    new.archives.bring_in(tmp_path / "a.zip", there)
    new.archives.save(tmp_path / "b.zip", back)
    assert (there.part, back.part) == (1.0, 1.0)


@contextmanager
def _small_disk(size: int) -> Iterator[None]:
    """Let no file become larger than this: writing on fails as on a stick that is full."""
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, was[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.parametrize("size", [0, 30_000])
def test_a_stick_that_is_full_has_no_half_file(archive: bytes, new: Services, tmp_path: Path, size: int) -> None:
    (tmp_path / "a.zip").write_bytes(archive)
    new.archives.bring_in(tmp_path / "a.zip", Progress())
    stick = tmp_path / "stick"
    stick.mkdir()
    with _small_disk(size), pytest.raises(StoreError):
        new.archives.save(stick / "b.zip", Progress())
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_out_or_only_read_has_no_file(demo: Services, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        demo.archives.save(tmp_path / "gone" / "a.zip", Progress())
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    with as_anybody(), pytest.raises((StoreError, RefusedError)):
        demo.archives.save(closed / "a.zip", Progress())
    assert list(closed.iterdir()) == []


def test_what_was_there_stays_when_a_new_one_fails(new: Services, archive: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive)
    new.archives.bring_in(tmp_path / "a.zip", Progress())
    with _small_disk(1000), pytest.raises(StoreError):
        new.archives.save(tmp_path / "a.zip", Progress())
    assert (tmp_path / "a.zip").read_bytes() == archive


def test_a_disk_that_fills_up_takes_no_half_room(
    archive: bytes, templates: Templates, tmp_path: Path, clock: SetClock
) -> None:
    (tmp_path / "a.zip").write_bytes(archive)
    with fresh("embedded", templates, tmp_path / "full", clock) as room:
        size = (tmp_path / "full" / "room.db").stat().st_size
        with _small_disk(min(size, 4096)), pytest.raises(StoreError):
            room.archives.bring_in(tmp_path / "a.zip", Progress())
    engine = open_embedded(tmp_path / "full" / "room.db", KEY)
    again = assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    with again.store.reading() as session:
        assert queries.is_empty(session)
    again.close()
