"""A proposal for 60 open wishes over six weeks, with starting the child that solves it.

Run: `python benchmarks/proposal.py [WISHES] [ROUNDS]`. Prints the median and the worst in ms (budget 2,000 ms), how
much of it is spent before anything is solved, and how each proposal ended: proven best, or with its gap.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

# The child imports this file, as it imports the program's own first file: neither loads what the child does not need.
if TYPE_CHECKING:
    from buurtkamer_app import startup

NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
BUDGET = 2000  # ms


def town(folder: Path, wishes: int) -> startup.House:
    """Make the demo room with as many open wishes as are asked for, those of the room first."""
    from buurtkamer_app import startup
    from buurtkamer_app.base import paths
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.base.terms import Prefers, WishStatus
    from buurtkamer_app.replay.reading import read_room
    from buurtkamer_app.replay.rooms import furnish
    from buurtkamer_app.storage import vault
    from buurtkamer_app.wishes.records import NewWish

    clock = SetClock(NOON)
    house = startup.build(folder, vault.create_practice(folder, on=clock.now().date()), clock)
    services = house.services
    furnish(services, read_room(paths.demo_room()))
    draw = random.Random(4)
    texts = [(wish.text, wish.theme) for wish in services.wishes.all()]
    while len(services.slots.open()) < wishes:
        text, theme = draw.choice(texts)
        services.wishes.write(
            NewWish(
                text,
                theme,
                draw.choice([WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD]),
                draw.choice([1, 1, 2, 3, 5, 8, 12, 20]),
                services.room.today() - timedelta(days=draw.randrange(120)),
                prefers=draw.choice(list(Prefers)),
            )
        )
    return house


def main() -> None:
    """Make a town and propose again and again."""
    from buurtkamer_app.planner.proposing import rules
    from buurtkamer_app.planner.slots.table import Table

    wishes = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    # As the program does, see qt/garbage.py.
    gc.disable()
    with tempfile.TemporaryDirectory() as scratch:
        house = town(Path(scratch) / "room", wishes)
        proposing = house.services.proposing
        spent, hows = [], []
        for _ in range(rounds):
            begun = time.perf_counter()
            proposal = proposing.propose()
            spent.append((time.perf_counter() - begun) * 1000)
            hows.append(f"{proposal.how.name} {proposal.gap}%")
        begun = time.perf_counter()
        every = house.services.slots.open()
        table = Table(house.services.slots.situation())
        found = rules.options(every, table)
        puzzle = rules.puzzle(every, found, table)
        made = (time.perf_counter() - begun) * 1000
        simple = rules.greedy(puzzle)
        house.close()
    planned = f"{len(proposal.plans)} planned, {len(proposal.endings)} other endings, {len(proposal.left)} left"
    print(f"{len(every)} wishes: {planned}; {len(puzzle.worth)} slots, {len(puzzle.limits)} limits")
    print(f"median {statistics.median(spent):.0f} ms, worst {max(spent):.0f} ms (budget {BUDGET}); {', '.join(hows)}")
    print(f"of it {made:.0f} ms reading and the puzzle; without solver {rules.gap(puzzle, simple)}% from the bound")


if __name__ == "__main__":
    main()
