"""A full disk, a read-only folder, a damaged, foreign or newer store: a Dutch sentence, and the data is untouched."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from buurtkamer_app.base import paths
from buurtkamer_app.storage.engine import DATABASE, connect
from buurtkamer_app.storage.vault import load, unlock_practice
from tests.typed import typed

BOOK = paths.demo_room().with_name("afternoon.json")

# Fills a small disk, then tallies until it is full: what was acknowledged before must be there after.
_FULL = """
import sys
from pathlib import Path
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.i18n import speak
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER
speak("nl")
folder = Path(sys.argv[1])
house = open_practice(folder / "room", SystemClock())
filler = (folder / "filler").open("wb", buffering=0)
try:
    while True:
        filler.write(bytes(4096))
except OSError:
    pass
done = 0
try:
    while True:
        house.services.desk.tally(Tally(1))
        done += 1
except StoreError as error:
    print(error.sentence())
filler.close()
(folder / "filler").unlink()
house.close()
again = open_practice(folder / "room", SystemClock())
again.services.sign_in.act_as(KEY_HOLDER)
today = again.services.room.today()
print(again.services.desk.figures(today, today).visits - done)
again.services.desk.tally(Tally(1))
again.close()
"""


def in_own_mounts(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run shell commands where mounting concerns nobody else; skipped where that is not allowed."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-m", "true"], check=False).returncode != 0:
        pytest.skip("mounting a small disk is not allowed here")
    call = ["unshare", "-m", "sh", "-ec", script, "sh", *words]
    return subprocess.run(call, capture_output=True, text=True, check=False, timeout=120)


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    done = in_own_mounts(
        'mount -t tmpfs -o size=6m tmpfs "$1"; exec "$2" -c "$3" "$1"', str(tmp_path), sys.executable, _FULL
    )
    assert done.returncode == 0, done.stderr
    sentence, left = done.stdout.splitlines()
    assert sentence == "De schijf is vol. Er is niets kwijt. Maak ruimte en probeer opnieuw."
    assert left == "0"


def test_a_folder_that_can_only_be_read_is_said(kept: Path, tmp_path: Path) -> None:
    before = (kept / DATABASE).read_bytes()
    done = in_own_mounts(
        'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; exec "$2" -m buurtkamer_app check --data "$1/room"',
        str(tmp_path),
        sys.executable,
    )
    assert done.returncode == 4, done.stdout
    assert done.stderr == "In deze map kan niets bewaard worden. Vraag wie de computer beheert.\n"
    assert (kept / DATABASE).read_bytes() == before


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a room in it, that tests only copy."""
    folder = tmp_path_factory.mktemp("made") / "room"
    assert typed("replay", BOOK, "--data", folder).returncode == 0
    return folder


@pytest.fixture
def kept(made: Path, tmp_path: Path) -> Path:
    """Give a folder with a room in it."""
    return Path(shutil.copytree(made, tmp_path / "room"))


def _refused_untouched(folder: Path, code: int = 4) -> str:
    before = (folder / DATABASE).read_bytes()
    done = typed("check", "--data", folder)
    assert done.returncode == code
    assert done.stderr.count("\n") == 1
    assert (folder / DATABASE).read_bytes() == before
    return done.stderr


def test_a_store_of_somebody_else_is_refused(kept: Path) -> None:
    (kept / DATABASE).unlink()
    plain = sqlite3.connect(kept / DATABASE)
    plain.execute("CREATE TABLE visit (id)")
    plain.close()
    assert "Er is niets veranderd" in _refused_untouched(kept)


def test_a_store_of_a_newer_version_is_refused(kept: Path) -> None:
    raw = connect(kept / DATABASE, unlock_practice(load(kept)).data_key)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    assert "nieuwere versie" in _refused_untouched(kept)


@pytest.mark.parametrize("left", [0, 100, 20_000])
def test_a_store_that_was_cut_off_is_refused(kept: Path, left: int) -> None:
    (kept / DATABASE).write_bytes((kept / DATABASE).read_bytes()[:left])
    assert "reservekopie" in _refused_untouched(kept)


def test_a_key_file_of_another_room_is_refused(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert typed("replay", BOOK, "--data", other).returncode == 0
    shutil.copy(other / "vault.json", kept / "vault.json")
    assert "sleutel" in _refused_untouched(kept)


def test_a_missing_wal_opens_with_what_was_folded_in(kept: Path) -> None:
    for name in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (kept / name).unlink(missing_ok=True)
    assert typed("check", "--data", kept).returncode == 0
