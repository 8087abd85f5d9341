"""Measures the review log of a month in a room with ten years of data: `python benchmarks/review_log.py [FOLDER]`.

FOLDER is what `looking_back.py` makes: 600,000 visits, 50,000 residents known by name, 3,000 wishes. Prints the median
of each step in seconds (budget 3 s for all), the steps as shares of all, and all against the same in a fresh room with
nothing but its example: what ten years add. Cold is the first draft after the room was opened.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from looking_back import open_room
from ten_years import NOW

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.exchange.log.draft import Unseen
from buurtkamer_app.replay.practice import open_practice

if TYPE_CHECKING:
    from buurtkamer_app.startup import House

FIRST: Final = date(2026, 2, 1)
LAST: Final = date(2026, 2, 28)
_TIMES: Final = 5
_WORDS: Final = "appel boom citroen deur eend"


class Spent(NamedTuple):
    """Seconds: until the log is on the screen, and until it is on the disk, signed and proved."""

    drafting: float
    writing: float
    size: int

    @property
    def whole(self) -> float:
        """Give all of it."""
        return self.drafting + self.writing


def once(house: House, folder: Path) -> Spent:
    """Make a log and write it."""
    exchange = house.services.exchange
    begun = time.perf_counter()
    draft = exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    drafted = time.perf_counter()
    path = folder / "log.pdf"
    path.unlink(missing_ok=True)
    exchange.write(draft, path, _WORDS)
    return Spent(drafted - begun, time.perf_counter() - drafted, path.stat().st_size)


def several(house: House, name: str) -> float:
    """Say how long it takes in a room; gives the median of all of it."""
    house.services.store.seat.actor = Actor(Role.COORDINATOR)
    with tempfile.TemporaryDirectory() as made:
        cold, *warm = [once(house, Path(made)) for _ in range(_TIMES + 1)]
    drafting, writing = (statistics.median(getattr(one, step) for one in warm) for step in ("drafting", "writing"))
    whole = statistics.median(one.whole for one in warm)
    print(
        f"{name:12} {whole:5.2f} s   cold {cold.whole:5.2f} s   drafting {drafting:5.2f} s ({drafting / whole:4.0%})"
        f"   writing {writing:5.2f} s ({writing / whole:4.0%})   {warm[0].size // 1024} kB"
    )
    return whole


def main() -> None:
    """Measure both rooms and their ratio."""
    with tempfile.TemporaryDirectory() as made:
        fresh = open_practice(Path(made) / "fresh", SetClock(NOW))
        small = several(fresh, "fresh room")
        fresh.close()
        house = open_room(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made) / "ten")
        large = several(house, "ten years")
        house.close()
    print(f"ten years against a fresh room: {large / small:.1f} times; of the budget of 3 s: {large / 3:.0%}")


if __name__ == "__main__":
    main()
