"""The power goes while the store is written to, simulated on recorded writes: what was acknowledged is there after it.

A real power cut cannot be had here. What is tried is every part that the program answers for: which writes it makes,
in which order, and what it asks the disk to keep before it says that something is done.
"""

from __future__ import annotations

import random
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import SetClock, SystemClock
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage import snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, connect
from tests.faults.recorded import Did, after_a_power_cut, record
from tests.made_room import copy_practice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing"),
]
_TIMES = 40


@dataclass
class Cuts:
    """In how many states something acknowledged was lost, a piece of work was there by half, or nothing opened."""

    lost: int = 0
    half: int = 0
    shut: int = 0


def _rows(path: Path, key: bytes) -> list[int]:
    """Count the visits and the steps of the journal: each visit is one of both."""
    raw = connect(path, key)
    try:
        return [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("visit", "journal_unit")]  # noqa: S608 - two names of ours
    finally:
        raw.close()


def cut_off(folder: Path, synchronous: str, states: int) -> Cuts:
    """Record a desk that counts visitors, and look at so many states in which a power cut may leave its room."""
    room, scratch = folder / "room", folder / "after"
    copy_practice(room, SetClock(SystemClock().now()))
    key = vault.unlock_practice(vault.load(room)).data_key
    begun = _rows(room / DATABASE, key)
    before = {DATABASE: (room / DATABASE).read_bytes()}
    steps = record(room, synchronous, _TIMES, folder / "calls.txt")
    assert max(step.place for step in steps if step.did is Did.SAID) == _TIMES
    chance, cuts = random.Random(states), Cuts()
    for number in range(states):
        left, said = after_a_power_cut(before, steps, chance)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        for name, content in left.items():
            (scratch / name).write_bytes(content)
        try:
            visits, units = (now - then for now, then in zip(_rows(scratch / DATABASE, key), begun, strict=True))
            if number % 10 == 0:
                snapshot.verify(scratch / DATABASE, key)
        except StoreError:
            cuts.shut += 1
            continue
        cuts.lost += visits < said
        cuts.half += visits != units or visits > said + 1
    return cuts


def _told(tell: Callable[[str, object], None], states: int, cuts: Cuts) -> None:
    tell("tried", states)
    tell("held", states - cuts.lost - cuts.half - cuts.shut)


def test_a_power_cut_takes_nothing_that_was_acknowledged(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    cuts = cut_off(tmp_path, "FULL", 40)
    _told(record_property, 40, cuts)
    assert cuts == Cuts()


def test_with_less_care_for_the_disk_the_same_power_cuts_do_take_something(tmp_path: Path) -> None:
    assert cut_off(tmp_path, "NORMAL", 25).lost > 0


@pytest.mark.long
def test_a_thousand_power_cuts_take_nothing_that_was_acknowledged(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    cuts = cut_off(tmp_path, "FULL", 1000)
    _told(record_property, 1000, cuts)
    assert cuts == Cuts()


@pytest.mark.long
def test_with_less_care_for_the_disk_many_of_a_thousand_take_something(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    cuts = cut_off(tmp_path, "NORMAL", 1000)
    record_property("control", f"NORMAL lost acknowledged work in {cuts.lost} of 1000")
    assert cuts.lost > 100
    assert cuts.half == cuts.shut == 0
