"""The stick is taken away, full or only to be read while a backup goes to it: no half file, no success.

Nobody can pull a stick out here: what the program then sees is that its files refuse, and so they do.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.terms_trust import BackupPlace
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.safekeeping.backups import by_schedule, files, make
from buurtkamer_app.safekeeping.backups.records import Plan, Run
from tests.conftest import NOON
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.startup import House

ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def house(tmp_path: Path, clock: SetClock) -> Iterator[House]:
    (tmp_path / "room").mkdir()
    made = practice_room(tmp_path / "room", clock)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path, house: House) -> Path:
    folder = tmp_path / "media" / "STICK"
    folder.mkdir(parents=True)
    by_schedule.mark_stick(folder, house.opened.vault.id)
    return folder


def _turn(house: House, stick: Path | None, tmp_path: Path) -> Run:
    return by_schedule.run(house.folder, house.opened, Plan(tmp_path / "kept", stick), house.clock.now(), ZONE)


def _backups(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in {by_schedule.SIGN, "erased.json"})


def test_the_stick_gets_what_the_folder_gets(house: House, stick: Path, tmp_path: Path) -> None:
    run = _turn(house, stick, tmp_path)
    assert run.trouble is None
    assert run.stick_in
    assert [one.place for one in run.made] == [BackupPlace.FOLDER, BackupPlace.STICK]
    assert run.made[0].path.read_bytes() == run.made[1].path.read_bytes()
    assert _backups(stick) == _backups(tmp_path / "kept") == ["buurtkamer 2026-03-11 13.00.buurtkamer"]
    assert files.about(run.made[1].path).made_at == NOON


def test_a_stick_that_is_out_leaves_nothing_where_it_would_have_been(house: House, stick: Path, tmp_path: Path) -> None:
    (stick / by_schedule.SIGN).unlink()
    run = _turn(house, stick, tmp_path)
    assert run.trouble is None
    assert run.stick_in is False
    assert [one.place for one in run.made] == [BackupPlace.FOLDER]
    assert _backups(stick) == []


def test_the_stick_is_known_again_on_another_drive(house: House, stick: Path, tmp_path: Path) -> None:
    other = tmp_path / "drive"
    within = other / stick.relative_to(stick.anchor)
    within.parent.mkdir(parents=True)
    stick.rename(within)
    assert by_schedule.stick_in(stick, house.opened.vault.id) is None
    assert by_schedule.stick_in(stick, house.opened.vault.id, [other]) == within


@pytest.mark.parametrize("refusal", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_stick_that_refuses_in_the_middle_leaves_no_half_file(
    house: House, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    fsync = os.fsync

    def refuse(handle: int) -> None:
        if str(Path(f"/proc/self/fd/{handle}").readlink()).startswith(str(stick)):
            raise OSError(refusal, "the stick")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    run = _turn(house, stick, tmp_path)
    assert isinstance(run.trouble, StoreError)
    assert [one.place for one in run.made] == [BackupPlace.FOLDER]
    assert _backups(stick) == []


def test_a_stick_that_gives_back_something_else_is_refused(
    house: House, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest, asked = make._digest, [0]

    def lie(source: object) -> bytes:
        asked[0] += 1
        return digest(source) if asked[0] % 2 else b"other"  # type: ignore[arg-type]

    monkeypatch.setattr(make, "_digest", lie)
    run = _turn(house, stick, tmp_path)
    assert run.trouble is not None
    assert [one.place for one in run.made] == [BackupPlace.FOLDER]
    assert _backups(stick) == []


def test_a_folder_that_can_only_be_read_keeps_the_stick_from_nothing(house: House, stick: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    run = _turn(house, stick, tmp_path)
    assert run.trouble is not None
    assert [one.place for one in run.made] == [BackupPlace.STICK]


def test_the_oldest_go_and_what_is_not_ours_stays(house: House, clock: SetClock, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = _turn(house, None, tmp_path).made[0].path
    for day in range(1, 20):
        (kept / f"buurtkamer 2026-02-{day:02} 17.00.buurtkamer").write_bytes(first.read_bytes())
    (kept / "buurtkamer 2025-01-01 17.00.buurtkamer").write_bytes(b"somebody's own")
    (kept / "vakantie.jpg").write_bytes(b"a picture")
    house.services.desk.tally(Tally(1))
    clock.instant = NOON.replace(hour=16)
    _turn(house, None, tmp_path)
    left = _backups(kept)
    assert "vakantie.jpg" in left
    assert "buurtkamer 2025-01-01 17.00.buurtkamer" in left
    ours = [name for name in left if name.startswith("buurtkamer 2026")]
    assert ours[-1] == "buurtkamer 2026-03-11 17.00.buurtkamer"
    assert "buurtkamer 2026-03-11 13.00.buurtkamer" not in ours
    assert 7 <= len(ours) <= 14
