"""How long every sheet takes for the demo week, and all of a week in one go; what else runs says how fast this is.

Run: `python benchmarks/papers.py [FOLDER]`. Prints for each sheet its median of five in ms (the first one, which loads
what it needs, apart), its pages and its size; then all of the week's sheets together (budget 2 s). The baseline is
ReportLab alone putting a page of 60 lines on paper, in turns with them: ratios hold on another machine.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from ten_years import NOW

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.records import Choice, Per, Wanted
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.printing.roboto import Face, font
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.services import Services

ROUNDS: Final = 5
WEEK: Final = date(2026, 3, 11)
# Budgets in ms: of the issue where it names one, else that of the preview, which follows a change.
WALL: Final = 100
SHEET: Final = 150
YEAR_BOOK: Final = 2500
PACK: Final = 2000
LARGEST: Final = 300  # kB


def baseline() -> None:
    """Put a page of plain lines on paper."""
    canvas = Canvas(io.BytesIO(), pagesize=A4, invariant=1)
    canvas.setFont(Face.REGULAR.value, 12)
    for line in range(60):
        canvas.drawString(40, 800 - 13 * line, f"Koffie-inloop in de huiskamer, regel {line}")
    canvas.save()


def spent(work: Callable[[], object]) -> float:
    """Give the ms that something takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def wanted(services: Services, kind: SheetKind) -> Wanted:
    """Ask for the sheet of the demo week; of an activity that of its first one with sign-up."""
    of = None
    if kind.per is Per.ACTIVITY:
        entries = [entry for day in services.activities.week(WEEK).days for entry in day.occurrences]
        of = next(entry for entry in entries if entry.series.sign_up)
    return Wanted(of.on if of else WEEK, kind.usual, of.series.id if of else None)


def budget(kind: SheetKind) -> float:
    """Give the budget of a sheet in ms."""
    return {"wall": WALL, "year_book": YEAR_BOOK}.get(kind.name, SHEET)


def measure(services: Services, kind: SheetKind) -> bool:
    """Print the line of a sheet; tell whether it is within its budgets."""
    asked = wanted(services, kind)
    try:
        cold = spent(lambda: kind.make(services, asked))
    except BuurtkamerError as error:
        print(f"{kind.name:22} {error.sentence()}")
        return False
    made = kind.make(services, asked)
    pairs = [(spent(baseline), spent(lambda: kind.make(services, asked))) for _ in range(ROUNDS)]
    base, warm = (statistics.median(side) for side in zip(*pairs, strict=True))
    with pypdfium2.PdfDocument(made.pdf) as document:
        pages = len(document)
    size, most = len(made.pdf) / 1000, LARGEST * (3 if kind.per is Per.YEAR else 1)
    good = warm <= budget(kind) and size <= most
    told = f"{kind.name:22} {cold:8.0f} {warm:8.0f} {budget(kind):8.0f} {warm / base:8.1f} {pages:6} {size:8.0f}"
    print(told + ("" if good else "  OVER"))
    return good


def pack(services: Services) -> bool:
    """Print what all of the week's sheets take together, also in colour."""
    good = True
    for ink in (Ink.SAVING, Ink.COLOUR):
        asked = []
        for kind in (kind for kind in EVERY if kind.weekly):
            one = wanted(services, kind)
            chosen = {"ink": ink.value} if Choice.INK in kind.choices else {}
            asked.append((kind, Wanted(one.day, one.choices.with_kept(chosen), one.series)))
        took = statistics.median(
            spent(lambda asked=asked: [kind.make(services, one) for kind, one in asked])  # type: ignore[misc]
            for _ in range(ROUNDS)
        )
        print(f"all of the week, {ink.value}: {len(asked)} sheets in {took:.0f} ms (at most {PACK})")
        good = good and took <= PACK
    return good


def main(folder: Path) -> int:
    """Measure and print; 1 when a budget does not hold."""
    house = open_practice(folder, SetClock(NOW))
    house.services.sign_in.act_as(KEY_HOLDER)
    for face in Face:
        font(face)
    print(f"{'sheet':22} {'first ms':>8} {'ms':>8} {'budget':>8} {'ratio':>8} {'pages':>6} {'kB':>8}")
    good = [measure(house.services, kind) for kind in EVERY]
    good.append(pack(house.services))
    house.close()
    return int(not all(good))


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(main(Path(given[0]) if given else Path(scratch) / "room"))
