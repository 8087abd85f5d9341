"""How the cost grows with the years in the store: one table for 1, 10 and 30 years, or for those that are given.

Run as `python benchmarks/growth.py [YEARS…]` where there is a display, or under xvfb-run. Each number of years has its
own room (ten_years.py) and its own process, so that nothing that one keeps in memory helps the next. Times are medians
in ms; opening the store is from its passphrase-free vault until its services are there, in a process that has loaded
the program.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ten_years import open_years
from today_page import ROOT, application, make, measure
from week_report import medians

from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation.records import Span
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.engine import DATABASE

if TYPE_CHECKING:
    from buurtkamer_app.startup import House

YEARS: Final = (1, 10, 30)
OPENINGS: Final = 5


def served(house: House, years: int) -> dict[str, float]:
    """Measure what the services take by themselves, in ms."""
    house.services.sign_in.act_as(KEY_HOLDER)
    services, read = house.services, house.reader()
    sunday = read.room.today() + timedelta(days=6 - read.room.today().weekday())
    tally, letter, month, report, last, missed = medians(
        lambda: services.desk.tally(Tally(1)),
        lambda: read.arrivals.find("k", 5),
        lambda: read.evaluation.glance(Span.MONTH),
        lambda: read.counts.by_week(sunday - timedelta(days=365 * years), sunday),
        read.history.last,
        read.missed.missed,
    )
    found = {"tally stored": tally, "names that fit a letter": letter, "figures of the month": month}
    read.close()
    return found | {"report by week": report, "last step to undo": last, "who is missed": missed}


def opened(room: Path, years: int) -> float:
    """Measure opening the store, in ms."""

    def once() -> None:
        open_years(room, years).close()

    return medians(once, rounds=OPENINGS)[0]


def grown(room: Path, years: int) -> dict[str, float]:
    """Measure everything of a room with so many years."""
    found = {
        "size of the store in MB": (room / DATABASE).stat().st_size / 1024**2,
        "opening the store": opened(room, years),
    }
    house = open_years(room, years)
    found |= served(house, years)
    house.close()
    page = measure(application(), room, years)
    found["Vandaag opened from another page"] = statistics.median(page.opened)
    found["a letter until its names are painted"] = statistics.median(page.typed())
    return found | {"the same, 99 of 100 under": page.p99()}


def main() -> None:
    """Print the table; with `of FOLDER YEARS` measure one room."""
    if sys.argv[1:2] == ["of"]:
        print(json.dumps(grown(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    table = []
    asked = [int(word) for word in sys.argv[1:]] or list(YEARS)
    for years in asked:
        with tempfile.TemporaryDirectory() as scratch:
            room = Path(scratch) / "room"
            make(room, years)
            call = [sys.executable, __file__, "of", str(room), str(years)]
            done = subprocess.run(call, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
            table.append(json.loads(done.stdout.splitlines()[-1]))
    print(f"{'years':38}" + "".join(f"{years:>9}" for years in asked))
    for name in table[0]:
        print(f"{name:38}" + "".join(f"{row[name]:9.1f}" for row in table))


if __name__ == "__main__":
    main()
