"""Killed without warning while it writes: nothing that was acknowledged is lost, and the store opens by itself."""

from __future__ import annotations

import contextlib
import itertools
import random
import threading
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.replay.conductor import computer
from buurtkamer_app.replay.daybook_file import TallyIn, VisitIn
from buurtkamer_app.replay.reading import read_book, read_room
from buurtkamer_app.startup import KEY_HOLDER, enter
from buurtkamer_app.storage import migrate, vault
from buurtkamer_app.storage.engine import open_embedded
from tests.conftest import KEY
from tests.migrations.test_migrations import killed_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def killed(folder: Path, times: int) -> tuple[int, int, int]:
    """Tally and let visitors in, killed at a random moment again and again; give acknowledged, unsure and found."""
    chance = random.Random(times)
    room, book = read_room(paths.demo_room()), read_book(paths.demo_room().with_name("afternoon.json"))
    day = book.days[0].on
    sure = unsure = 0
    with computer(folder) as machine:
        machine.ask("furnish", room, book)
        for round_number in range(times):
            # The first of a program loads what the others need: a kill in that time would find nothing being written.
            machine.ask("do", day, TallyIn("13:00", 1))
            sure += 1
            timer = threading.Timer(chance.uniform(0.0, 0.06), machine.kill)
            timer.start()
            with contextlib.suppress(EOFError, OSError):
                for visit in range(1000):
                    name = f"Bezoeker {round_number} {visit}"
                    event = VisitIn("13:00", (name,)) if visit % 2 else TallyIn("13:00", 1)
                    unsure += 1
                    machine.ask("do", day, event)
                    sure, unsure = sure + 1, unsure - 1
            timer.join()
            machine.switch_off()
            machine.take_up()
    house = enter(folder, vault.unlock_practice(vault.load(folder)), SystemClock())
    house.services.sign_in.act_as(KEY_HOLDER)
    found = house.services.desk.figures(day, day).visits
    house.close()
    return sure, unsure, found


def test_killed_again_and_again_nothing_acknowledged_is_lost(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    record_property("tried", 5)
    sure, unsure, found = killed(tmp_path, 5)
    record_property("held", 5)
    assert sure > 0
    assert sure <= found <= sure + unsure


@pytest.mark.long
def test_killed_a_hundred_times_nothing_acknowledged_is_lost(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    record_property("tried", 100)
    sure, unsure, found = killed(tmp_path, 100)
    record_property("held", 100)
    assert sure > 100
    record_property("control", f"{sure} pieces of work were acknowledged between the kills, {found} were found")
    assert sure <= found <= sure + unsure


@pytest.mark.long
def test_killed_at_each_step_of_the_migration_the_store_is_old_or_new(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    tried = 0
    for step in itertools.count(1):
        path = tmp_path / f"{step}.db"
        ended = killed_at(path, step)
        engine = open_embedded(path, KEY)
        found = migrate.revision_of(engine)
        assert found in {None, migrate.known_revisions()[-1]}
        migrate.upgrade(engine)
        engine.dispose()
        tried += 1
        if ended == 0:
            break
    record_property("tried", tried)
    record_property("held", tried)
    assert tried > 50
