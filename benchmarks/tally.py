"""A tally, from the press to durably stored, against the same INSERTs and commit done raw with the same pragmas.

Prints both medians in ms and their ratio; the budget is 10. Run: `python benchmarks/tally.py`.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.storage.engine import DATABASE, connect

ROUNDS = 400


def through_the_window(folder: Path) -> list[float]:
    """Press as the desktop does: handed to the writing thread, told back on the main thread."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from buurtkamer_app.qt.tasks import Tasks

    app = QCoreApplication.instance() or QCoreApplication([])
    house = open_practice(folder, SystemClock())
    tasks: Tasks[Any] = Tasks()
    loop = QEventLoop()
    tasks.open(lambda: house.services, house.reader, loop.quit)
    loop.exec()
    spent = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        tasks.write(lambda services: services.desk.tally(Tally(1)), lambda _: loop.quit())
        loop.exec()
        spent.append(time.perf_counter() - begun)
    tasks.close()
    del app
    return spent


def raw(folder: Path, key: bytes) -> list[float]:
    """Write the rows that a tally leaves, as they are, straight through the driver."""
    store = connect(folder / DATABASE, key)
    rows = {
        table: _like_the_last(store, table, order)
        for table, order in (("visit", "id"), ("journal_unit", "id"), ("journal_change", "id"))
    }
    spent = []
    for number in range(ROUNDS):
        fresh = {table: {**row, **_new_keys(table, number)} for table, row in rows.items()}
        begun = time.perf_counter()
        store.execute("BEGIN IMMEDIATE")
        for table, row in fresh.items():
            marks = ", ".join("?" * len(row))
            store.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 - our own names
        store.execute("COMMIT")
        spent.append(time.perf_counter() - begun)
    store.close()
    return spent


def _like_the_last(store: Any, table: str, order: str) -> dict[str, Any]:
    names = [row[1] for row in store.execute(f"PRAGMA table_info({table})").fetchall()]
    row = store.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order} DESC LIMIT 1").fetchone()  # noqa: S608 - our own names
    return dict(zip(names, row, strict=True))


def _new_keys(table: str, number: int) -> dict[str, str]:
    return {"id": f"{number:032x}", **({"unit_id": f"{number:032x}"} if table == "journal_change" else {})}


def main() -> None:
    """Print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "room"
        pressed = statistics.median(through_the_window(folder)) * 1000
        house = open_practice(folder, SystemClock())
        key = house.opened.data_key
        house.close()
        bare = statistics.median(raw(folder, key)) * 1000
    print(f"tally: press to durably stored {pressed:.2f} ms, raw {bare:.2f} ms, ratio {pressed / bare:.1f} (budget 10)")


if __name__ == "__main__":
    main()
