"""Measures the archive of ten years out and in again: `python benchmarks/archive.py [FOLDER]`.

Each way runs in a process of its own, so that its memory is its own. What must hold: out in 60 s, in within 120 s, each
with at most 150 MB more than the program takes before it begins; and the second archive is the first.
"""

from __future__ import annotations

import filecmp
import multiprocessing
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ten_years import NOW, open_years

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.startup import KEY_HOLDER, build, enter
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS_OUT: Final = 60
SECONDS_IN: Final = 120
MEGABYTES: Final = 150


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds, megabytes at most, and how many of them were there before it began."""

    seconds: float
    most: float
    before: float


def _memory() -> float:
    # Unlike `getrusage`, this knows nothing of the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _measured(work: Callable[[], object]) -> Cost:
    before, begun = _memory(), time.monotonic()
    work()
    return Cost(time.monotonic() - begun, _memory(), before)


def out(folder: Path, archive: Path) -> Cost:
    """Write the archive of a room as the window does, on a connection that can only read."""
    house = enter(folder, vault.unlock_practice(vault.load(folder)), SetClock(NOW))
    house.services.sign_in.act_as(KEY_HOLDER)
    house.services.archives.ask()
    reader = house.reader()
    cost = _measured(lambda: reader.archives.save(archive, Progress()))
    reader.close()
    house.close()
    return cost


def back(archive: Path, folder: Path) -> Cost:
    """Bring an archive into a new room."""
    folder.mkdir()
    house = build(folder, vault.create_practice(folder, on=NOW.date()), SetClock(NOW))
    cost = _measured(lambda: house.services.archives.bring_in(archive, Progress()))
    house.close()
    return cost


def _apart(work: Callable[..., Cost], *given: Any) -> Cost:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def main() -> None:
    """Measure and say what it took."""
    with tempfile.TemporaryDirectory(prefix="buurtkamer-") as scratch:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "room"
        open_years(folder).close()
        first, second = Path(scratch) / "first", Path(scratch) / "second"
        costs = {
            "out": (_apart(out, folder, first), SECONDS_OUT),
            "in": (_apart(back, first, Path(scratch) / "new"), SECONDS_IN),
            "out again": (_apart(out, Path(scratch) / "new", second), SECONDS_OUT),
        }
        for name, (cost, most) in costs.items():
            fits = "" if cost.seconds <= most and cost.most <= MEGABYTES else "  TOO MUCH"
            print(f"{name:10} {cost.seconds:6.1f} s  {cost.most:5.0f} MB (before it began {cost.before:.0f} MB){fits}")
        print(f"{first.stat().st_size / 1024**2:.0f} MB, the same again: {filecmp.cmp(first, second, shallow=False)}")


if __name__ == "__main__":
    main()
