"""Killed without warning while it writes: nothing that was acknowledged is lost, and the store opens by itself."""

from __future__ import annotations

import contextlib
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
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
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


def test_killed_again_and_again_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    sure, unsure, found = killed(tmp_path, 5)
    assert sure > 0
    assert sure <= found <= sure + unsure


@pytest.mark.long
def test_killed_a_hundred_times_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    sure, unsure, found = killed(tmp_path, 100)
    assert sure <= found <= sure + unsure
