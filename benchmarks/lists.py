"""Measures lists to a file: `python benchmarks/lists.py FOLDER`, on the room of `ten_years.py` (600,000 visits).

Each visit goes to a file of CSV and to a spreadsheet; beside it stands the cost of only reading the rows. The peak of
memory is that of this process, which holds the services and no window.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from ten_years import open_years

from buurtkamer_app.base.progress import Progress
from buurtkamer_app.exchange.lists.out import queries
from buurtkamer_app.exchange.lists.out.records import Shape, Taken
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.scanning import scanning

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.services import Services


def _read(services: Services, period: tuple[date, date]) -> int:
    with services.store.reading() as session, scanning(session):
        return sum(1 for _ in queries.rows(session, queries.visits(*period)))


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _peak() -> float:
    found = psutil.Process().memory_info()
    return float(getattr(found, "peak_wset", 0) or _high_water()) / 1e6


def _high_water() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Print seconds, ratios and the peak of memory."""
    services = open_years(Path(sys.argv[1])).services
    services.sign_in.act_as(KEY_HOLDER)
    period = date(1900, 1, 1), date(2099, 12, 31)
    print(f"before: {_peak():.0f} MB")
    many = _read(services, period)
    reading = min(_took(lambda: _read(services, period)) for _ in range(2))
    print(f"reading {many} rows: {reading:.2f} s, {_peak():.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        for shape in (Shape.CSV_DUTCH, Shape.CSV_ISO, Shape.SPREADSHEET):
            path = Path(folder) / shape.value
            seconds = _took(lambda s=shape, p=path: services.taking_out.take_out(Taken.VISITS, s, p, None, Progress()))  # type: ignore[misc] # a loop's own value
            size = path.stat().st_size / 1e6
            print(
                f"{shape.value}: {seconds:.2f} s, {seconds / reading:.1f} times, {size:.1f} MB, peak {_peak():.0f} MB"
            )


if __name__ == "__main__":
    main()
