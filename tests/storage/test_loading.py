"""What is loaded when: the first count waits for nothing else, and no two threads get into each other's way."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.part import Part
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.services import Services

if TYPE_CHECKING:
    from pathlib import Path

PARTS = sorted(name for name in dir(Services) if isinstance(getattr(Services, name), Part))
assert PARTS

_OPENED = """
import sys
from pathlib import Path
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.replay.practice import open_practice
house = open_practice(Path(sys.argv[1]), SystemClock())
services = house.services
services.desk.tally(Tally(1))
"""

_COUNTED = """
for name in sorted(sys.modules):
    print(name)
"""

_UNDONE = """
from datetime import date
from buurtkamer_app.base.roles import Actor, Role
services.sign_in.act_as(Actor(Role.HOST))
services.desk.tally(Tally(2))
assert "buurtkamer_app.storage.tables.neighbourhood" not in sys.modules
services.history.undo(services.history.last().unit)
print("buurtkamer_app.storage.tables.neighbourhood" in sys.modules, services.history.last().label.say())
"""

_AT_ONCE = """
import random, threading
from buurtkamer_app.base.part import Part
from buurtkamer_app.services import Services
from buurtkamer_app.startup import KEY_HOLDER
services.sign_in.act_as(KEY_HOLDER)
sys.setswitchinterval(1e-6)
names = [name for name in dir(Services) if isinstance(getattr(Services, name), Part)]
troubles, start = [], threading.Barrier(3)
def load(seed):
    try:
        own = house.reader()
        mixed = random.Random(seed).sample(names, len(names))
        start.wait()
        for name in mixed:
            getattr(own, name)
        own.wishes.all(), own.people.hosts(), own.days.in_box()
        own.close()
    except BaseException as trouble:
        troubles.append(repr(trouble))
threads = [threading.Thread(target=load, args=(seed,)) for seed in (int(sys.argv[2]), 7)]
for thread in threads:
    thread.start()
start.wait()
counted = 0
while any(thread.is_alive() for thread in threads) or counted < 20:
    services.desk.tally(Tally(1))
    counted += 1
for thread in threads:
    thread.join()
today = services.room.today()
print(troubles, services.desk.figures(today, today).visits > counted)
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice") / "room"
    open_practice(folder, SystemClock()).close()
    return folder


def in_a_program_of_its_own(script: str, *given: str) -> list[str]:
    call = [sys.executable, "-c", _OPENED + script, *given]
    return subprocess.run(call, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()


@pytest.mark.parametrize("name", PARTS)
def test_every_part_stands_where_it_is_looked_for(services: Services, name: str) -> None:
    made = getattr(services, name)
    assert type(made).__name__ == getattr(Services, name).where.rpartition(".")[2]
    assert getattr(services, name) is made


def test_the_first_visitor_is_counted_before_the_rest_is_loaded(practice: Path) -> None:
    loaded = set(in_a_program_of_its_own(_COUNTED, str(practice)))
    assert "buurtkamer_app.desk.service" in loaded
    late = (
        "wishes",
        "activities",
        "rota",
        "planner",
        "evaluation",
        "exchange",
        "printing",
        "storage.tables.activities",
    )
    assert not loaded & {f"buurtkamer_app.{name}" for name in late}
    assert not loaded & {"sqlalchemy.dialects.postgresql", "alembic", "icalendar", "numpy", "reportlab", "pikepdf"}


def test_what_nobody_looked_at_since_the_start_can_be_undone(practice: Path) -> None:
    said = in_a_program_of_its_own(_UNDONE, str(practice))
    assert said[0].startswith("True ")


@pytest.mark.parametrize("seed", [1, 2])
def test_two_threads_load_everything_while_a_third_counts(practice: Path, seed: int) -> None:
    told = in_a_program_of_its_own(_AT_ONCE, str(practice), str(seed))
    assert told == ["[] True"]
