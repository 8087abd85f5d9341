"""Measures the keys of the data over ten years: `python benchmarks/keys.py [FOLDER]`.

What must hold: a cold unlock, from the words that were typed to services that answer, in 1.5 s. A new key for the data
has no budget, since somebody waits for it with a bar before them; beside it stands what reading every page once takes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ten_years import NOW, open_years

from buurtkamer_app.startup import enter
from buurtkamer_app.storage import passphrase, rotating, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS: Final = 1.5


def took(work: Callable[[], object]) -> float:
    """Give how many seconds something takes."""
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def typed(scratch: Path) -> float:
    """Measure what a passphrase costs: the same words in a vault of a real room."""
    words = passphrase.draw()
    made = vault.create(scratch / "real", scratch / "secrets", words, on=NOW.date())
    return took(lambda: vault.unlock(made.vault, scratch / "secrets", words))


def main() -> None:
    """Measure and say what it took."""
    with tempfile.TemporaryDirectory(prefix="buurtkamer-") as name:
        scratch = Path(name)
        house = open_years(Path(sys.argv[1]) if len(sys.argv) > 1 else scratch / "room")
        folder, opened, clock = house.folder, house.opened, house.clock
        house.close()
        entering = took(lambda: enter(folder, opened, clock).close())
        words = typed(scratch)
        reading = took(lambda: snapshot.verify(folder / DATABASE, opened.data_key))
        renewing = took(lambda: rotating.rotate(folder, opened))
        size = (folder / DATABASE).stat().st_size / 1_000_000
    unlock = words + entering
    sys.stdout.write(
        f"cold unlock: words {words:.2f} s, store {entering:.2f} s, together {unlock:.2f} s of {SECONDS}\n"
    )
    sys.stdout.write(f"a new key for {size:.0f} MB: {renewing:.2f} s, {renewing / reading:.1f} times a check of it\n")
    if unlock > SECONDS:
        sys.exit("over budget")


if __name__ == "__main__":
    main()
