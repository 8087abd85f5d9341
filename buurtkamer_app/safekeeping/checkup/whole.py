"""The whole check-up of a data folder: its files, its keys, its store, and how the room stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.safekeeping.checkup import files, store
from buurtkamer_app.safekeeping.checkup.records import CheckUp, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from buurtkamer_app.storage.vault import Opened


def check_up(
    folder: Path,
    secrets: Path,
    unlock: Callable[[], Opened],
    standing: Callable[[], Iterable[Finding]],
    now: datetime,
) -> CheckUp:
    """Look at everything of a room; `standing` gives how the room itself says it stands, once its store is sound.

    Nothing is changed, and what stops the looking is part of what is given.
    """
    found = list(files.findings(folder, secrets))
    try:
        opened = unlock()
        found += store.findings(folder, opened.data_key, now)
        found += standing()
    except BuurtkamerError as error:
        return CheckUp(tuple(found), error)
    return CheckUp(tuple(found))
