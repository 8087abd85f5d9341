"""Ten thousand wishes: how long it takes to read and show the board and the list.

Run as `python benchmarks/wishes_board.py [WISHES]` (default 10000) where there is a display, or under xvfb-run. The
practice room is made in a folder of its own and filled with wishes of ten years, with three later supporters and three
moves each; most came to an end, some are grouped. Measured is from asking the services, through the reading thread,
until everything is laid out and painted. Budget: 150 ms for the board, and for the list.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from sqlalchemy import insert
from uuid_utils.compat import uuid7

from buurtkamer_app import startup
from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.terms import Prefers, TellReason, Theme, WishStatus
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.tables.wishes import TellingRow, WishMoveRow, WishRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

WISHES: Final = 10_000
TIMES: Final = 20
# Of a hundred wishes: how many stand where.
SHARES: Final = {
    WishStatus.NEW: 4,
    WishStatus.TALKING: 3,
    WishStatus.NEEDS_LEAD: 3,
    WishStatus.PLANNED: 3,
    WishStatus.RUNNING: 6,
    WishStatus.PARKED: 5,
    WishStatus.SELF_RUN: 6,
    WishStatus.DONE: 70,
}


def wish(dice: random.Random, number: int, texts: list[str]) -> dict[str, Any]:
    """Make a wish."""
    status = dice.choices(list(SHARES), list(SHARES.values()))[0]
    return {
        "id": uuid7(),
        "version": 1,
        "number": number,
        "text": f"{dice.choice(texts)} {dice.choice(texts)}",
        "theme": dice.choice(list(Theme)),
        "status": status,
        "moved_at": datetime.now(UTC) - timedelta(days=dice.randint(0, 3000)),
        "supporters": dice.randint(1, 9),
        "recorded_on": datetime.now(UTC).date() - timedelta(days=dice.randint(0, 3650)),
        "carried_in": False,
        "asked_by": dice.choice(("", "", "Mw. Tan")),
        "prefers": dice.choice(list(Prefers)),
        "parked_reason": "geen ruimte" if status is WishStatus.PARKED else "",
        "back_on": None,
        "own_part": "",
        "contact": "",
        "contact_consent_at": None,
        "head_id": None,
        "done_when_told": False,
        "series_id": None,
    }


def fill(session: Session, dice: random.Random, count: int, texts: list[str]) -> None:
    """Write wishes, their supporters, moves and who is to be told, past the services: it would take an hour."""
    made = [wish(dice, 1000 + at, texts) for at in range(count)]
    for one in made[1:]:
        if one["status"] is WishStatus.NEW and dice.random() < 0.2:
            one["head_id"] = next(head["id"] for head in made if head["status"] is WishStatus.NEW)
    made[next(at for at, one in enumerate(made) if one["status"] is WishStatus.NEW)]["head_id"] = None
    session.execute(insert(WishRow), made)
    now = datetime.now(UTC)
    supports, moves, tellings = [], [], []
    for one in made:
        common = {"version": 1, "wish_id": one["id"]}
        for _ in range(3):
            day = one["recorded_on"] + timedelta(days=dice.randint(0, 30))
            supports.append(
                common | {"id": uuid7(), "on_date": day, "name": "", "contact": "", "contact_consent_at": None}
            )
            at = now - timedelta(days=dice.randint(0, 3000))
            moves.append(common | {"id": uuid7(), "at": at, "status": one["status"], "reason": "", "moved_by": None})
        if one["status"] is WishStatus.PLANNED:
            tellings.append(common | telling(now, dice.randint(1, 5)))
    session.execute(insert(WishSupportRow), supports)
    session.execute(insert(WishMoveRow), moves)
    session.execute(insert(TellingRow), tellings)


def telling(now: datetime, persons: int) -> dict[str, Any]:
    """Make a line of the list "bel terug"."""
    empty = dict.fromkeys(("series_id", "on_date", "moved_to", "part", "tried_at", "told_at", "told_by", "how"))
    return empty | {
        "id": uuid7(),
        "reason": TellReason.PLANNED,
        "name": "",
        "contact": "",
        "persons": persons,
        "made_at": now,
        "closure_id": None,
    }


class Wishing:
    """The panels on the filled room, and how long they take."""

    def __init__(self, tasks: Tasks[Any]) -> None:
        from buurtkamer_app.qt.wishes.board import WishesPanel
        from buurtkamer_app.qt.wishes.listed import WishListPanel

        self._tasks = tasks
        self.board, self.listed = WishesPanel(tasks), WishListPanel(tasks)

    def show(self, panel: QWidget) -> QScrollArea:
        """Show a panel as the window does at 1366 x 768."""
        window = QScrollArea()
        window.setWidgetResizable(True)
        window.setWidget(panel)
        window.resize(1086, 648)
        window.show()
        self.wait()
        return window

    def wait(self) -> None:
        """Wait until all that was asked is answered and painted."""
        loop = QEventLoop()
        self._tasks.read(lambda _: None, lambda _: loop.quit())
        loop.exec()
        for _ in range(3):
            QApplication.processEvents()

    def timed(self, panel: Any) -> list[float]:
        """Let a panel read and show everything again, many times over; give the ms of each."""
        took = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            panel.outdate()
            self.wait()
            took.append((time.perf_counter() - begun) * 1000)
        return took


def services_alone(house: startup.House) -> None:
    """Print what reading costs without any window."""
    from buurtkamer_app.wishes.records import Sought

    reader = house.reader()
    asked: dict[str, Callable[[], object]] = {
        "board read": reader.wish_lists.board,
        "list read": lambda: reader.wish_lists.listed(Sought()),
        "list searched": lambda: reader.wish_lists.listed(Sought("naai")),
        "all wishes": reader.wishes.all,
    }
    for name, ask in asked.items():
        took = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            ask()
            took.append((time.perf_counter() - begun) * 1000)
        say(name, took)
    reader.close()


def say(name: str, took: list[float]) -> None:
    """Print figures."""
    print(f"{name:20} median {statistics.median(took):6.1f} ms   worst {max(took):6.1f} ms")


def main() -> None:
    """Make the room, measure, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else WISHES
    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    with tempfile.TemporaryDirectory() as folder:
        room = read_room(paths.demo_room())
        house = startup.build(
            Path(folder), vault.create_practice(Path(folder), on=datetime.now(UTC).date()), SystemClock()
        )
        furnish(house.services, room)
        add_practice_people(house.services)
        from sqlalchemy.orm import Session

        with Session(house.services.store.engine) as session, session.begin():
            fill(session, random.Random(4), count, [one.text for one in room.wishes])
        print(f"{count} wishes, {TIMES} times each")
        services_alone(house)
        tasks: Tasks[Any] = Tasks()
        tasks.open(lambda: house.services, house.reader, lambda: None)
        page = Wishing(tasks)
        for name, panel in (("board shown", page.board), ("list shown", page.listed)):
            window = page.show(panel)
            say(name, page.timed(panel))
            window.hide()
        tasks.close()


if __name__ == "__main__":
    main()
