"""A -wal that belongs to another moment or another room, a folder that can only be read, a server that goes away."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlparse

import psycopg
import pytest

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import DamagedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.startup import KEY_HOLDER, assemble, enter
from buurtkamer_app.storage import migrate, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, open_embedded, open_postgresql
from tests.conftest import KEY, NOON, VAULT
from tests.faults.test_disk import in_own_mounts
from tests.made_room import copy_practice
from tests.server import running, sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.services import Services
    from buurtkamer_app.startup import House

_WAL = f"{DATABASE}-wal"
# Opens the window on a room in a folder that can only be read, and says what it says above the page.
_WINDOW = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from buurtkamer_app.base import i18n
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop import Practice
from buurtkamer_app.desktop.desk import Desktop
i18n.speak("nl")
app = QApplication([])
desktop = Desktop(app, Path(sys.argv[1]), Settings(), SystemClock(), Practice())
desktop.start(lambda: None)
until = time.monotonic() + 20
while not desktop.window.messages.sentence.text() and time.monotonic() < until:
    app.processEvents()
print(desktop.window.isVisible(), desktop.window.messages.sentence.isVisible(), desktop.window.messages.sentence.text())
desktop.window.close()
"""


def _entered(folder: Path) -> House:
    house = enter(folder, vault.unlock_practice(vault.load(folder)), SetClock(NOON))
    house.services.sign_in.act_as(KEY_HOLDER)
    return house


def _visits(folder: Path) -> int:
    house = _entered(folder)
    today = house.services.room.today()
    found = house.services.desk.figures(today, today).visits
    house.close()
    snapshot.verify(folder / DATABASE, vault.unlock_practice(vault.load(folder)).data_key)
    return found


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give a room with three visits that were folded in, and a stale -wal of before the last of them beside it."""
    folder = tmp_path / "room"
    copy_practice(folder, SetClock(NOON))
    house = _entered(folder)
    house.services.desk.tally(Tally(1))
    house.services.desk.tally(Tally(1))
    shutil.copy(folder / _WAL, tmp_path / "stale")
    house.services.desk.tally(Tally(1))
    house.close()
    return folder


def test_a_wal_that_was_put_back_opens_on_a_sound_room_of_that_moment(kept: Path) -> None:
    # Nothing in the file tells that somebody put it there: the room is as it was then, whole.
    assert not (kept / _WAL).exists()
    shutil.copy(kept.parent / "stale", kept / _WAL)
    assert _visits(kept) in {2, 3}


def test_a_wal_of_another_room_is_told_and_the_room_is_sound_without_it(kept: Path, tmp_path: Path) -> None:
    engine = open_embedded(tmp_path / "other.db", KEY)
    migrate.upgrade(engine)
    shutil.copy(tmp_path / "other.db-wal", kept / _WAL)
    engine.dispose()
    before = (kept / DATABASE).read_bytes()
    with pytest.raises(StoreError):
        _entered(kept)
    assert (kept / DATABASE).read_bytes() == before
    (kept / _WAL).unlink(missing_ok=True)
    assert _visits(kept) == 3


@pytest.mark.parametrize("left", [0, 10, 31, 4000])
def test_a_wal_that_was_cut_off_or_is_no_wal_takes_nothing_folded_away(kept: Path, left: int) -> None:
    (kept / _WAL).write_bytes((kept.parent / "stale").read_bytes()[:left] if left != 31 else b"\xff" * 40_000)
    assert _visits(kept) == 3


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_bits_that_flipped_before_a_crash_are_found_when_the_room_is_opened(
    kept: Path, tmp_path: Path, part: float
) -> None:
    house = _entered(kept)
    house.services.desk.tally(Tally(2))
    left = tmp_path / "left"
    shutil.copytree(kept, left, ignore=shutil.ignore_patterns("*-shm"))
    house.close()
    store = bytearray((left / DATABASE).read_bytes())
    store[int(len(store) * part)] ^= 1
    (left / DATABASE).write_bytes(store)
    # What is raised is what a window answers with the newest backup.
    with pytest.raises(DamagedError):
        _entered(left)
    assert (left / DATABASE).read_bytes() == bytes(store)


def test_without_its_shm_a_room_that_was_not_closed_opens_with_all_that_was_done(kept: Path, tmp_path: Path) -> None:
    house = _entered(kept)
    house.services.desk.tally(Tally(2))
    left = tmp_path / "left"
    shutil.copytree(kept, left, ignore=shutil.ignore_patterns("*-shm"))
    house.close()
    assert _visits(left) == 5


def test_the_window_on_a_folder_that_can_only_be_read_says_so_and_stays(tmp_path: Path) -> None:
    copy_practice(tmp_path / "room", SetClock(NOON))
    before = (tmp_path / "room" / DATABASE).read_bytes()
    done = in_own_mounts(
        'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; exec "$2" -c "$3" "$1/room"',
        str(tmp_path),
        sys.executable,
        _WINDOW,
    )
    assert done.returncode == 0, done.stderr
    said = translate("This folder can only be read. Ask who looks after the computer.")
    assert done.stdout.splitlines() == [f"True True {said}"]
    assert (tmp_path / "room" / DATABASE).read_bytes() == before


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Give a server that this module may stop."""
    with running() as url:
        yield url


def _control(url: str, *words: str) -> None:
    folder = Path(parse_qs(urlparse(url).query)["host"][0])
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    user = ["runuser", "-u", "postgres", "--"] if folder.owner() == "postgres" else []
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    call = [*user, str(programs[-1] / "pg_ctl"), "-D", str(folder / "data"), "-w", "-l", str(folder / "log")]
    subprocess.run([*call, "-o", options, *words], check=True, capture_output=True, cwd="/")


@pytest.fixture
def served(server: str, demo_file: RoomFile) -> Services:
    """Give the demo room on that server."""
    sql(server, "CREATE DATABASE room")
    engine = open_postgresql(server.replace("/postgres?", "/room?"))
    migrate.upgrade(engine)
    services = assemble(engine, SetClock(NOON), Seat(KEY_HOLDER), VAULT, practice=True)
    furnish(services, demo_file)
    return services


def test_a_server_that_stops_and_returns_has_all_that_was_acknowledged_and_no_half_work(
    server: str, served: Services
) -> None:
    today = served.room.today()
    for _ in range(3):
        served.desk.tally(Tally(1))
    with pytest.raises(StoreError) as halfway, served.store.work(Label("two together")):
        served.desk.tally(Tally(1))
        _control(server, "-m", "immediate", "stop")
        served.desk.tally(Tally(1))
    with pytest.raises(StoreError) as away:
        served.desk.tally(Tally(1))
    _control(server, "start")
    assert served.desk.figures(today, today).visits == 3
    served.desk.tally(Tally(1))
    assert served.desk.figures(today, today).visits == 4
    gone = translate("The server cannot be reached. What you typed is kept. Try again.")
    assert (halfway.value.sentence(), away.value.sentence()) == (gone, gone)
    served.store.close()


def test_a_server_that_keeps_no_utf_8_is_refused_clearly(server: str) -> None:
    sql(server, "CREATE DATABASE old ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    url = server.replace("/postgres?", "/old?")
    with pytest.raises(StoreError) as refused:
        open_postgresql(url)
    assert refused.value.message.startswith("This database does not keep its text in UTF-8.")
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert found == (0,)
