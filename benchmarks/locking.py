"""Measures opening: `python benchmarks/locking.py`.

What must hold on 2 cores: cold, with the passphrase, under 1.5 s; warm, with a PIN, under 0.4 s. Beside them stands
what the two hard sums (Argon2id) cost alone, which is a ratio that any machine can be compared by.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.safekeeping import pin
from buurtkamer_app.startup import build, enter
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from collections.abc import Callable

COLD: Final = 1.5  # seconds
WARM: Final = 0.4
WORDS: Final = "molen fiets regen kaas brood"
PIN: Final = "271828"
_TIMES: Final = 7


def seconds(work: Callable[[], object]) -> float:
    """Give the middle of several times."""
    took = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def main() -> None:
    """Measure and say what it took."""
    with tempfile.TemporaryDirectory(prefix="buurtkamer-") as scratch:
        folder, secrets = Path(scratch) / "room", Path(scratch) / "profile"
        folder.mkdir()
        created = vault.create(folder, secrets, WORDS, on=date(2026, 3, 11))
        house = build(folder, created, SystemClock())
        host = house.services.people.add_host(NewHost("Wilma", max_shifts_per_week=0, role=Role.COORDINATOR)).value.id
        house.services.sign_in.set_pins([host], PIN)
        house.close()

        def open_cold() -> None:
            enter(folder, vault.unlock(vault.load(folder), secrets, WORDS), SystemClock()).close()

        cold = seconds(open_cold)
        words = seconds(lambda: vault.unlock(vault.load(folder), secrets, WORDS))
        house = enter(folder, vault.unlock(vault.load(folder), secrets, WORDS), SystemClock())
        warm = seconds(lambda: house.services.sign_in.enter(host, PIN))
        kept = pin.pin_hash(PIN)
        digits = seconds(lambda: pin.pin_matches(kept, PIN))
        house.close()
    print(f"cold {cold:.2f} s of {COLD}, {cold / words:.1f} times its Argon2id ({words:.2f} s)")
    print(f"warm {warm:.3f} s of {WARM}, {warm / digits:.1f} times its Argon2id ({digits:.3f} s)")
    sys.exit(cold > COLD or warm > WARM)


if __name__ == "__main__":
    main()
