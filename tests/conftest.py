"""What every test may ask for: a room on each store that the product supports, a clock that is set, a folder."""

from __future__ import annotations

import functools
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import settings

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import DATABASE, open_embedded, open_postgresql
from tests.made_room import hurry
from tests.server import bring_back, keep, running, sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.services import Services

VAULT = UUID("018f0000-0000-7000-8000-000000000001")
KEY = bytes(range(32))
# A Wednesday afternoon in winter: 13.00 in Amsterdam.
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


settings.register_profile("steady", derandomize=True)


def pytest_configure(config: pytest.Config) -> None:
    """Take the same examples in every run, so that it says what a change did; the long form looks for new ones."""
    if config.option.markexpr == "not long":
        settings.load_profile("steady")


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
    with running() as address:
        yield address


@dataclass(frozen=True)
class Templates:
    """Stores made once, that every test gets as they were then: an empty one and one with the demo room."""

    file: Callable[[str], Path]
    server: Callable[[str], str]


def _fill(engine: Engine, name: str, room: RoomFile) -> None:
    migrate.upgrade(engine)
    if name == "demo":
        made = assemble(engine, SetClock(NOON - timedelta(days=1)), Seat(KEY_HOLDER), VAULT, practice=True)
        furnish(made, room)
        add_practice_people(made)
    engine.dispose()


@pytest.fixture(scope="session")
def templates(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, demo_file: RoomFile
) -> Templates:
    """Give what makes the templates when they are first asked for."""

    @functools.cache
    def file(name: str) -> Path:
        i18n.speak("nl")
        path = tmp_path_factory.mktemp("templates") / f"{name}.db"
        _fill(open_embedded(path, KEY), name, demo_file)
        return path

    @functools.cache
    def server(name: str) -> str:
        i18n.speak("nl")
        url: str = request.getfixturevalue("postgresql")
        sql(url, f"CREATE DATABASE room_{name}")
        made = url.replace("/postgres?", f"/room_{name}?")
        _fill(open_postgresql(made), name, demo_file)
        keep(made)
        return made

    return Templates(file, server)


@contextmanager
def _store(kind: str, name: str, templates: Templates, folder: Path) -> Iterator[Engine]:
    if kind == "embedded":
        shutil.copy(templates.file(name), folder / DATABASE)
        made = open_embedded(folder / DATABASE, KEY)
        hurry(made)
        yield made
        made.dispose()
        return
    url = templates.server(name)
    bring_back(url)
    made = open_postgresql(url)
    yield made
    made.dispose()


@pytest.fixture(params=["embedded", "postgresql"])
def engine(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[Engine]:
    """Give an empty store at the newest schema: once the encrypted file, once PostgreSQL."""
    with _store(request.param, "empty", templates, tmp_path) as made:
        yield made


@pytest.fixture(params=["embedded", "postgresql"])
def demo_engine(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[Engine]:
    """Give a store with the demo room and its practice people: once the encrypted file, once PostgreSQL."""
    with _store(request.param, "demo", templates, tmp_path) as made:
        yield made


@pytest.fixture
def services(engine: Engine, clock: SetClock) -> Services:
    """Give all services on an empty store, with the coordinator at the desk."""
    return assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)


@pytest.fixture
def demo(demo_engine: Engine, clock: SetClock) -> Services:
    """Give all services on the demo room, with its practice people, the coordinator at the desk."""
    return assemble(demo_engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
