"""How long a year of 500 series takes to expand, and a week and the list of series take among 5,000 of ten years.

Run as `python benchmarks/series.py [rounds]`. Of the 5,000 most have ended, as they do in ten years: 500 go on now, the
others went on for a part of that time or were there once. dateutil alone stands beside it, for the same 500 series.
Budgets: a year of 500 series 200 ms, a week 100 ms.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateutil.rrule import rrulestr

from buurtkamer_app import startup
from buurtkamer_app.activities import recurrence, rules
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base import paths
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
SERIES, LIVE = 5_000, 500
DAYS = ("MO", "TU", "WE", "TH", "FR")
CHANCE = random.Random(4)


def rule() -> str:
    """Give a rule as rooms have them: mostly weekly, some every other week or once a month."""
    day = CHANCE.choice(DAYS)
    return CHANCE.choice(
        (
            f"FREQ=WEEKLY;BYDAY={day}",
            f"FREQ=WEEKLY;BYDAY={day}",
            f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
            f"FREQ=MONTHLY;BYDAY={CHANCE.choice((1, 2, 3, -1))}{day}",
        )
    )


def fill(services: Services) -> None:
    """Write down 5,000 series over ten years, in one unit of work."""
    spaces = [space.name for space in services.room.spaces()]
    with services.store.work(Label("Series of ten years"), Role.COORDINATOR):
        for number in range(SERIES):
            first = TODAY - timedelta(days=CHANCE.randrange(30, 3650))
            last = None if number < LIVE else first + timedelta(days=CHANCE.randrange(70, 400))
            once = number >= LIVE and CHANCE.random() < 0.3
            starts = CHANCE.randrange(9, 18)
            services.activities.add_series(
                NewSeries(
                    f"Activiteit {number}",
                    CHANCE.choice(list(Theme)),
                    CHANCE.choice(spaces),
                    first,
                    clock_time(starts),
                    clock_time(starts + 2),
                    "" if once else rule(),
                    last_date=None if once else last,
                )
            )


def timed(words: str, rounds: int, work: Callable[[], Any], budget: float | None) -> bool:
    """Print how long something takes, in milliseconds: the middle one and the slowest but one in twenty."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    middle, slow = statistics.median(taken), taken[int(len(taken) * 0.95)]
    told = f" (budget {budget:.0f} ms)" if budget else ""
    sys.stdout.write(f"{words}: {middle:.1f} ms, p95 {slow:.1f} ms{told}\n")
    return budget is None or slow <= budget


def expand(jobs: list[tuple[str, date]]) -> int:
    """Expand the year 2026 of these series, with nothing remembered from before."""
    rules.dates.cache_clear()
    recurrence.read.cache_clear()
    return sum(len(rules.dates(text, start, date(2026, 1, 1), date(2026, 12, 31))) for text, start in jobs)


def expand_dateutil(jobs: list[tuple[str, date]]) -> int:
    """Expand the same with dateutil alone."""
    first, last = datetime(2026, 1, 1), datetime(2026, 12, 31)  # noqa: DTZ001 - the room's own time
    return sum(
        len(rrulestr(text, dtstart=datetime.combine(start, clock_time())).between(first, last, inc=True))
        for text, start in jobs
    )


def week(services: Services, day: date) -> None:
    """Read a week with nothing remembered from before."""
    rules.dates.cache_clear()
    services.activities.week(day)


def main() -> int:
    """Measure, and tell whether every budget was kept."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    jobs = [(rule(), TODAY - timedelta(days=CHANCE.randrange(30, 3650))) for _ in range(LIVE)]
    same = expand(jobs) == expand_dateutil(jobs)
    kept = [timed("a year of 500 series", rounds, lambda: expand(jobs), 200)]
    timed("a year of 500 series, dateutil alone", 3, lambda: expand_dateutil(jobs), None)
    with tempfile.TemporaryDirectory() as folder:
        clock = SetClock(datetime(2026, 3, 11, 12, tzinfo=UTC))
        house = startup.build(Path(folder), vault.create_practice(Path(folder), on=TODAY), clock)
        furnish(house.services, read_room(paths.demo_room()))
        fill(house.services)
        house.services.activities.week(TODAY)
        kept.append(timed("a week among 5,000 series", rounds, lambda: week(house.services, TODAY), 100))
        back = TODAY - timedelta(days=1500)
        kept.append(timed("a week of four years ago", rounds, lambda: week(house.services, back), 100))
        timed("the list of series that go on", rounds, house.services.changing.series, None)
        timed("the list of series that are over", rounds, lambda: house.services.changing.series(over=True), None)
        house.close()
    return 0 if same and all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
