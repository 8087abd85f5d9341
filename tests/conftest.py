"""What every test may ask for: a room on each store that the product supports, a clock that is set, a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.startup import KEY_HOLDER, Services, assemble
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import open_embedded, open_postgresql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from buurtkamer_app.replay.room_file import RoomFile

VAULT = UUID("018f0000-0000-7000-8000-000000000001")
KEY = bytes(range(32))
# A Wednesday afternoon in winter: 13.00 in Amsterdam.
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    i18n.speak("nl")
    yield
    i18n.speak("nl")


@pytest.fixture
def clock() -> SetClock:
    """Give a clock that stands at 13.00 on Wednesday 11 March 2026 in Amsterdam."""
    return SetClock(NOON)


@pytest.fixture(scope="session")
def demo_file() -> RoomFile:
    """Give the demo room as it stands in its file."""
    return read_room(paths.demo_room())


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL server of our own on a Unix socket, without any network; skipped visibly without one."""
    if not _PROGRAMS:
        pytest.skip("PostgreSQL is not installed, so its tests are not run")
    folder = Path(tempfile.mkdtemp(prefix="bk-pg-"))
    # The server refuses to be run by root.
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data, log = folder / "data", folder / "log"
    initdb = [*user, str(_PROGRAMS[-1] / "initdb"), "-D", str(data), "-U", "desk", "-E", "UTF8", "--locale=C.UTF-8"]
    control = [*user, str(_PROGRAMS[-1] / "pg_ctl"), "-D", str(data), "-w", "-l", str(log)]
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    try:
        subprocess.run([*initdb, "-A", "trust"], check=True, capture_output=True, cwd="/")
        subprocess.run([*control, "-o", options, "start"], check=True, capture_output=True, cwd="/")
        yield f"postgresql://desk@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def _postgresql_template(postgresql: str) -> str:
    _sql(postgresql, "CREATE DATABASE template_room")
    engine = open_postgresql(postgresql.replace("/postgres?", "/template_room?"))
    migrate.upgrade(engine)
    engine.dispose()
    return postgresql


def _sql(url: str, statement: str) -> None:
    engine = open_postgresql(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture(params=["embedded", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Give an empty store at the newest schema: once the encrypted file, once PostgreSQL."""
    if request.param == "embedded":
        made = open_embedded(tmp_path / "room.db", KEY)
        migrate.upgrade(made)
        yield made
        made.dispose()
        return
    server: str = request.getfixturevalue("_postgresql_template")
    name = f"room_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    _sql(server, f"CREATE DATABASE {name} TEMPLATE template_room")
    made = open_postgresql(server.replace("/postgres?", f"/{name}?"))
    yield made
    made.dispose()
    _sql(server, f"DROP DATABASE {name}")


@pytest.fixture
def services(engine: Engine, clock: SetClock) -> Services:
    """Give all services on an empty store, with the coordinator at the desk."""
    made = assemble(engine, clock, VAULT, practice=True)
    made.sign_in.act_as(KEY_HOLDER)
    return made


@pytest.fixture
def demo(services: Services, demo_file: RoomFile) -> Services:
    """Give all services on the demo room, with its practice people, the coordinator at the desk."""
    furnish(services, demo_file)
    add_practice_people(services)
    return services
