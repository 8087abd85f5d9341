"""The practice room: made from the demo room's file when it is not there yet, opened without a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.startup import KEY_HOLDER, House, build, enter
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock


def open_practice(folder: Path, clock: Clock, room_file: Path | None = None) -> House:
    """Open the practice room of a folder, made from a room file (the demo room's) when the folder has none.

    Nobody is at the desk. Raises `FileRefusedError` for a room file that is not valid (nothing is written then),
    `StoreError` when the folder holds a real room or cannot be used.
    """
    known = folder / vault.FILE
    file = None if known.exists() else read_room(room_file or paths.demo_room())
    if file is not None:
        house = build(folder, vault.create_practice(folder, on=clock.now().date()), clock)
    else:
        house = enter(folder, vault.unlock_practice(vault.load(folder)), clock)
    if not house.services.room.is_set_up():
        # A first start that was cut off left a store without a room: nothing in it can be lost.
        house.services.sign_in.act_as(KEY_HOLDER)
        furnish(house.services, file or read_room(room_file or paths.demo_room()))
        add_practice_people(house.services)
    house.services.sign_in.act_as(NOBODY)
    return house
