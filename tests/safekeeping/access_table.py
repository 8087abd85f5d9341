"""The table of who may do what in `docs/access.md`: `python -m tests.safekeeping.access_table` writes it anew."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Role
from tests.made_room import practice_room
from tests.safekeeping.walked import walked

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.safekeeping.plausible import Plausible
    from tests.safekeeping.walked import Walk

TABLE = Path(__file__).parents[2] / "docs" / "access.md"
_COLUMNS = (Role.NOBODY, Role.HOST, Role.COORDINATOR)
_HEAD = "| service | nobody | host | coordinator |\n| --- | --- | --- | --- |\n"


def _key_of_somebody(given: Plausible) -> dict[str, Any]:
    return {"key": given.known("host")}


# What no type or name can tell: who or what there really is.
ASKED_WITH: dict[tuple[str, str], Callable[[Plausible], dict[str, Any]]] = {
    ("activities", "on_date"): lambda given: {"name": given.known("activity"), "on": given.known("on")},
    ("activities.in_use", "named"): lambda given: {"name": given.known("space")},
    ("people", "host"): _key_of_somebody,
    ("people", "host_named"): lambda given: {"name": given.known("host_name")},
    ("room", "space"): lambda given: {"name": given.known("space")},
    ("sign_in", "let_in"): lambda given: {
        "host": given.known("host"),
        "colleague": given.known("colleague"),
        "pin": "482915",
    },
    ("history", "undo"): lambda given: {"unit": given.known("unit")},
}


def found(folder: Path, patch: pytest.MonkeyPatch) -> Walk:
    """Walk a practice room."""
    i18n.speak("nl")
    (folder / "room").mkdir()
    house = practice_room(folder / "room", SetClock(datetime(2026, 3, 11, 12, tzinfo=UTC)))
    try:
        return walked(house.services, folder, patch, ASKED_WITH)
    finally:
        house.close()


def as_table(walk: Walk) -> str:
    """Give the page for what was found, under the words that stand there."""
    rows = []
    for service, entries in groupby(sorted(walk.found.items()), key=lambda entry: entry[0][0]):
        mine = list(entries)
        cells = [", ".join(f"`{method}`" for (_, method), role in mine if role is column) for column in _COLUMNS]
        rows.append(f"| {service} | {' | '.join(cells)} |")
    words = TABLE.read_text(encoding="utf-8").partition(_HEAD)[0]
    return words + _HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        TABLE.write_text(as_table(found(Path(scratch), patch)), encoding="utf-8")
