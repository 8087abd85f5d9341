"""How fast free text is cleaned before it leaves: the lists of names, a month of lines, the longest text."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.cleaning.first_names import first_names, surnames
from buurtkamer_app.exchange.cleaning.known_names import KnownNames
from buurtkamer_app.exchange.cleaning.text import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES: Final = Path(__file__).resolve().parents[1] / "tests" / "exchange" / "sentences"
MARK: Final = re.compile(r"\{\w+\|([^}]*)\}")
PEOPLE: Final = 2_000
LONGEST: Final = 10_000
# Milliseconds.
BUDGETS: Final = {
    "lists of names read": 100.0,
    "2,000 people of the room learned": 200.0,
    "200 lines": 500.0,
    "10,000 letters": 200.0,
}


def lines() -> list[str]:
    """Give 200 sentences as they are typed at a desk."""
    files = [SENTENCES / "tuned.txt", SENTENCES / "held_out.txt"]
    return [MARK.sub(r"\1", line[3:]) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def milliseconds(work: Callable[[], object]) -> float:
    """Time something once."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Measure and print; 1 when a budget does not hold."""
    texts = lines()
    took = {"lists of names read": milliseconds(lambda: (first_names(), surnames()))}
    people = [f"{first} van {last}" for first, last in zip(first_names(), list(surnames()) * 5, strict=False)][:PEOPLE]
    known: list[KnownNames] = []
    took["2,000 people of the room learned"] = milliseconds(lambda: known.append(KnownNames(people)))
    took["200 lines"] = milliseconds(lambda: [cleaned(text, known[0], "NL") for text in texts])
    took["10,000 letters"] = milliseconds(lambda: cleaned(" ".join(texts * 3)[:LONGEST], known[0], "NL"))
    for what, budget in BUDGETS.items():
        print(f"{what:<34} {took[what]:7.1f} ms  (at most {budget:.0f})")
    return int(any(took[what] > budget for what, budget in BUDGETS.items()))


if __name__ == "__main__":
    sys.exit(main())
