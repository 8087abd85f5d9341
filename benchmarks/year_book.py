"""How long a year book takes, reading and making: in the demo room, and in a room with ten years of visits in it.

Run: `python benchmarks/year_book.py [FOLDER] [YEARS]`; FOLDER is what `ten_years.py` made or makes. Prints medians of
five in ms for reading the year at once, reading it week by week, and making the book (budget for reading and making
together: 2.5 s), its pages and its size.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pypdfium2
from ten_years import NOW, open_years

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.papers.records import Wanted
from buurtkamer_app.papers.year import year_book
from buurtkamer_app.replay.practice import open_practice

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.services import Services

ROUNDS: Final = 5
YEAR: Final = 2026
BUDGET: Final = 2500  # ms
LARGEST: Final = 900  # kB


def median(work: Callable[[], object]) -> float:
    """Give the median in ms of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def measure(services: Services, what: str) -> bool:
    """Print how long the book of a room takes; tell whether it is within its budget."""
    first, last = date.fromisocalendar(YEAR, 1, 1), date(YEAR, 12, 28)
    mondays = [first + timedelta(weeks=number) for number in range(53)]

    def one_by_one() -> None:
        for monday in mondays:
            services.activities.week(monday)
            services.planner.became(monday)

    def at_once() -> None:
        services.activities.weeks.weeks(first, last)
        services.planner.became_in(mondays)

    apart, read = median(one_by_one), median(at_once)
    book = year_book(services, Wanted(date(YEAR, 3, 10))).pdf
    whole = median(lambda: year_book(services, Wanted(date(YEAR, 3, 10))))
    with pypdfium2.PdfDocument(book) as document:
        pages = len(document)
    print(f"{what}: reading {read:.0f} ms (week by week {apart:.0f} ms, {apart / read:.1f} times as long)")
    print(f"{what}: reading and making {whole:.0f} ms (at most {BUDGET}), {pages} pages, {len(book) / 1000:.0f} kB")
    return whole <= BUDGET and len(book) <= LARGEST * 1000


def main(folder: Path, years: int) -> int:
    """Measure and print; 1 when a budget does not hold."""
    with tempfile.TemporaryDirectory() as scratch:
        house = open_practice(Path(scratch) / "room", SetClock(NOW))
        good = measure(house.services, "demo room")
        house.close()
    house = open_years(folder, years)
    good = measure(house.services, f"{years} years") and good
    house.close()
    return int(not good)


if __name__ == "__main__":
    given = sys.argv[1:]
    count = int(given[1]) if len(given) > 1 else 10
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(Path(given[0]) if given else Path(made) / "room", count))
