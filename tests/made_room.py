"""A practice room on the disk, made once in a run for each moment that tests begin at, and copied for each of them."""

from __future__ import annotations

import functools
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from buurtkamer_app import startup
from buurtkamer_app.base import i18n
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER, House
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Engine

_FOLDERS = tempfile.TemporaryDirectory(prefix="bk-made-")


@functools.cache
def _made(moment: datetime, language: str) -> Path:
    # The practice coordinator is called in the language of the moment.
    folder = Path(_FOLDERS.name) / f"{moment:%Y%m%d-%H%M%S}-{language}"
    open_practice(folder, SetClock(moment)).close()
    return folder


def copy_practice(folder: Path, clock: SetClock) -> None:
    """Put a practice room into a folder, as it is made at this moment."""
    shutil.copytree(_made(clock.now(), i18n.language()), folder, dirs_exist_ok=True)


def hurry(engine: Engine) -> None:
    """Let a store that is thrown away not wait for the disk; tests of power cuts open theirs as the program does."""
    raw = engine.raw_connection()
    raw.driver_connection.execute("PRAGMA synchronous=OFF")  # type: ignore[union-attr] # it has just been opened
    raw.close()


def practice_room(folder: Path, clock: SetClock) -> House:
    """Open a practice room of its own for a test, with who holds the key at the desk."""
    copy_practice(folder, clock)
    house = startup.enter(folder, vault.unlock_practice(vault.load(folder)), clock)
    hurry(house.services.store.engine)
    house.services.sign_in.act_as(KEY_HOLDER)
    return house
