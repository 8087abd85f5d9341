"""The report over years by week and purpose, against reading a ready-made summary of the same with raw SQL.

Run: `python benchmarks/week_report.py [FOLDER] [YEARS]`; FOLDER is what `ten_years.py` made or makes. Prints both
medians in ms and their ratio (budget 1.5): for whole weeks, and for a period that begins and ends amid a week, whose
edges are summed from the visits. Also when the panel has what it shows, and what adding up the visits would take.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ten_years import open_years

from buurtkamer_app.storage.engine import DATABASE, connect

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 60
PARTS = "monday, purpose, persons, named, children, first_time"


def medians(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Give the median in ms of each, done in turns, after one round to warm what is kept in memory."""
    spent: list[list[float]] = [[] for _ in works]
    for turn in range(rounds + 1):
        for work, times in zip(works, spent, strict=True):
            begun = time.perf_counter()
            work()
            if turn:
                times.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(times) for times in spent]


def summary(folder: Path, key: bytes) -> tuple[Any, str]:
    """Make a summary that is ready to be read, in a scratch table of this connection, and give how to read it."""
    store = connect(folder / DATABASE, key)
    store.execute(f"CREATE TEMP TABLE ready AS SELECT {PARTS} FROM visit_week ORDER BY monday, purpose")  # noqa: S608 - our own names
    return store, f"SELECT {PARTS} FROM ready ORDER BY monday, purpose"  # noqa: S608 - our own names


def report(folder: Path, years: int) -> None:
    """Print the ratios."""
    house = open_years(folder, years)
    counts, today = house.services.counts, house.services.room.today()
    sunday = today + timedelta(days=6 - today.weekday())
    first = date.fromisocalendar(today.isocalendar().year - years, 1, 1)
    store, query = summary(folder, house.opened.data_key)
    ready, whole, edges = medians(
        lambda: store.execute(query).fetchall(),
        lambda: counts.by_week(first, sunday),
        lambda: counts.by_week(first + timedelta(days=2), today),
    )
    (shown,) = medians(lambda: house.services.evaluation.years(years), rounds=20)
    sums = "SELECT strftime('%Y-%W', on_date) AS week, purpose, sum(persons) FROM visit GROUP BY week, purpose"
    (added,) = medians(lambda: store.execute(sums).fetchall(), rounds=2)
    weeks, found = len(counts.by_week(first, sunday)), len(store.execute(query).fetchall())
    store.close()
    house.close()
    print(f"{years} years, {weeks} sums of a week and purpose (the ready-made summary has {found})")
    print(f"whole weeks {whole:.2f} ms, ready-made summary {ready:.2f} ms: {whole / ready:.2f} times (budget 1.5)")
    print(f"a period amid two weeks {edges:.2f} ms: {edges / ready:.2f} times")
    print(f"put together by year for the page {shown:.1f} ms; adding up every visit would take {added:.0f} ms")


def main() -> None:
    """Take the folder that is given, or make one."""
    years = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    if len(sys.argv) > 1:
        report(Path(sys.argv[1]), years)
        return
    with tempfile.TemporaryDirectory() as scratch:
        report(Path(scratch) / "room", years)


if __name__ == "__main__":
    main()
