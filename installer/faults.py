"""Runs the long forms of the faults, and prints and writes one table: what was tried, how often, how often it held."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from commands import ROOT, run, say
from environment import python

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE: Final = ROOT / "docs" / "faults.md"
_BELOW: Final = "## Fuzzed"
_HEAD: Final = "| # | fault | must hold | tests | tried | held | seconds |"


@dataclass
class Tally:
    """How one row went: tests that passed, failed or could not be run, what they tried and held, the seconds."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    tried: int = 0
    held: int = 0
    seconds: float = 0.0
    told: list[str] = field(default_factory=list)

    def add(self, line: dict[str, Any]) -> None:
        """Count one test; one that says nothing else tried one thing."""
        outcome, told = line["outcome"], line["told"]
        self.seconds += line["seconds"]
        self.passed += outcome == "passed"
        self.failed += outcome == "failed"
        self.skipped += outcome == "skipped"
        if outcome != "skipped":
            self.tried += told.get("tried", 1)
            self.held += told.get("held", 1) if outcome == "passed" else min(told.get("held", 0), told.get("tried", 1))
        self.told += [str(told["control"])] if "control" in told else []


def rows() -> tuple[Any, ...]:
    """Give the table of faults."""
    sys.path.insert(0, str(ROOT))
    from tests.faults.table import ROWS

    return ROWS


def there(test: str) -> bool:
    """Tell whether a test is in the file that it is said to be in."""
    file, _, name = test.partition("::")
    return (ROOT / file).is_file() and f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def counted(table: Iterable[Any], lines: list[dict[str, Any]]) -> dict[int, Tally]:
    """Put every test with the rows that name it."""
    found: dict[int, Tally] = {}
    for row in table:
        places, tally = set(row.tests) | set(row.more), found.setdefault(row.number, Tally())
        for line in lines:
            if line["test"].partition("[")[0] in places:
                tally.add(line)
    return found


def page(table: Iterable[Any], found: dict[int, Tally]) -> str:
    """Give the table as it is printed and kept."""
    lines = [_HEAD, "| --- | --- | --- | ---: | ---: | ---: | ---: |"]
    notes = []
    for row in table:
        tally = found[row.number]
        tests = f"{tally.passed}" + (f" ({tally.failed} FAILED)" if tally.failed else "")
        tests += f" ({tally.skipped} skipped)" if tally.skipped else ""
        lines.append(
            f"| {row.number} | {row.fault} | {row.holds} | {tests} | {tally.tried} | {tally.held} |"
            f" {tally.seconds:.1f} |"
        )
        notes += [f"- Row {row.number}: {said}." for said in tally.told]
        notes += [f"- Row {row.number}, what could not be had here. {row.nearest}"] if row.nearest else []
    return "\n".join([*lines, "", *notes])


def faults(words: list[str]) -> bool:
    """Run the long forms (`--row N`: of one row), show the table, keep that of all rows; tell whether all held."""
    table = rows()
    one = int(words[1]) if words else None
    chosen = [row for row in table if one is None or row.number == one]
    named = sorted({test for row in chosen for test in (*row.tests, *row.more)})
    tests = [test for test in named if there(test)]
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "notes"
        notes.touch()
        begun = time.monotonic()
        call = [str(python()), "-m", "pytest", "-q", "--no-cov", "-p", "tests.faults.tally", "-n", "2"]
        good = run(
            [*call, "--dist", "worksteal", "-m", "long or not long", *tests],
            QT_QPA_PLATFORM="offscreen",
            BUURTKAMER_FAULTS=str(notes),
        )
        lines = [json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]
    # pytest runs nothing at all when one of them is not there: here it is one that failed.
    gone = sorted(set(named) - set(tests))
    lines += [{"test": test, "outcome": "failed", "seconds": 0.0, "told": {}} for test in gone]
    found = counted(chosen, lines)
    shown = page(chosen, found)
    for test in gone:
        say(f"Not there: {test}")
    say(f"\n{shown}\n\n{time.monotonic() - begun:.0f} s")
    if one is None:
        PAGE.write_text(_kept(shown, time.monotonic() - begun), encoding="utf-8")
    held = all(tally.passed and not tally.failed and tally.tried == tally.held for tally in found.values())
    return good and held


def _kept(shown: str, seconds: float) -> str:
    return (
        "# Faults\nWhat may go wrong with a room and its computer, what must hold then, and how often that was tried.\n"
        "Every row is in the whole check in a short form; this page is written by the long forms:\n\n"
        "```\npython3 installer/bootstrap.py faults            # all rows, and this page\n"
        "python3 installer/bootstrap.py faults --row 2    # one row\n```\n\n"
        f"Last run: {date.today().isoformat()} on {os.cpu_count()} cores, in {seconds / 60:.0f} minutes.\n"  # noqa: DTZ011 - the day on this computer
        "`tried` counts kills, states, flipped bits, files and typed texts where a test tries many, else tests.\n"
        "Which tests these are: `tests/faults/table.toml`.\n\n"
        f"{shown}\n\n{_by_hand()}"
    )


def _by_hand() -> str:
    """Give what stands below the table and was written by hand: what was fuzzed with guidance, and what that found."""
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    return written[written.index(_BELOW) :] if _BELOW in written else ""
