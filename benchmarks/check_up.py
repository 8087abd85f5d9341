"""Measures the check-up of ten years: `python benchmarks/check_up.py [FOLDER]`.

What must hold: all of it in 10 s. Beside it stands what reading every page once takes, so that a slow disk shows.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ten_years import NOW, open_years

from buurtkamer_app.base.roles import Seat
from buurtkamer_app.safekeeping.checkup.whole import check_up
from buurtkamer_app.startup import KEY_HOLDER, look_into
from buurtkamer_app.storage.engine import DATABASE, connect

if TYPE_CHECKING:
    from buurtkamer_app.safekeeping.checkup.records import CheckUp, Finding
    from buurtkamer_app.startup import House

SECONDS: Final = 10


def check(house: House) -> CheckUp:
    """Check a room up as the command does."""
    folder, opened = house.folder, house.opened

    def standing() -> list[Finding]:
        services = look_into(folder, opened, house.clock, Seat(KEY_HOLDER))
        try:
            return services.standing.now()
        finally:
            services.close()

    return check_up(folder, folder, lambda: opened, standing, NOW)


def read_once(house: House) -> None:
    """Read every page of the store once."""
    raw = connect(house.folder / DATABASE, house.opened.data_key, read_only=True)
    raw.execute("PRAGMA cipher_integrity_check").fetchall()
    raw.close()


def main() -> None:
    """Measure and say what it took."""
    with tempfile.TemporaryDirectory(prefix="buurtkamer-") as scratch:
        house = open_years(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "room")
        size = (house.folder / DATABASE).stat().st_size / 1_000_000
        begun = time.monotonic()
        read_once(house)
        reading = time.monotonic() - begun
        begun = time.monotonic()
        checked = check(house)
        took = time.monotonic() - begun
        house.close()
    print(f"{size:.0f} MB; every page read once {reading:.2f} s")
    print(f"check-up {took:.2f} s of {SECONDS}, {took / reading:.1f} times that: {checked.state}")
    sys.exit(took > SECONDS)


if __name__ == "__main__":
    main()
