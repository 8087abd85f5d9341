"""Measures what a professional does with logs of many rooms: `python benchmarks/review.py FOLDER [ROOMS] [URL]`.

The logs (200 rooms unless told otherwise, a month each, every room with a passphrase of its own) are made in FOLDER
once. With a URL (`postgresql://…`) their figures are loaded into that database too.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.review.records import By
from buurtkamer_app.review.service import Reviews
from tests.review import rooms

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOMS: Final = 200


def _made(folder: Path, many: int) -> Path:
    logs = folder / f"logs-{many}"
    logs.mkdir(parents=True, exist_ok=True)
    paper = rooms.pages()
    for number in range(many):
        path = logs / f"kamer-{number:05}.pdf"
        if not path.exists():
            path.write_bytes(rooms.sealed(number, paper=paper))
    return logs


def _timed(what: str, work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:<44} {time.perf_counter() - begun:7.2f} s   {peak:5} MB at most so far")


def main(folder: Path, many: int, url: str) -> None:
    """Print how long each thing takes."""
    logs = _made(folder, many)
    reviews = Reviews(SystemClock())
    words = [rooms.words(number) for number in range(many)]
    _timed(f"{many} logs opened, a passphrase each", lambda: reviews.open([logs], words))
    keys = [log.key for log in reviews.logs()]
    reviews.shut(keys)
    _timed("opened again: the rooms are known", lambda: reviews.open([logs]))
    _timed("compared by room", lambda: reviews.compare(keys, By.ROOM))
    _timed("compared by period", lambda: reviews.compare(keys, By.PERIOD))
    _timed("questions", reviews.questions)
    for name in ("figures.xlsx", "figures", "figures.parquet"):
        _timed(f"written out: {name}", lambda name=name: reviews.write_out(folder / name, keys))  # type: ignore[misc]
    if url:
        _timed("loaded into PostgreSQL", lambda: reviews.into(url, keys))
        _timed("loaded once more", lambda: reviews.into(url, keys))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else _ROOMS, sys.argv[3] if len(sys.argv) > 3 else "")
