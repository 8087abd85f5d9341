"""The practice room: made from the demo room's file when it is not there yet, opened without a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.startup import KEY_HOLDER, House, build, enter
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.replay.room_file import RoomFile


def open_practice(folder: Path, clock: Clock, room_file: Path | None = None) -> House:
    """Open the practice room of a folder, made from a room file (the demo room's) when the folder has none.

    Nobody is at the desk. Raises `FileRefusedError` for a room file that is not valid (nothing is written then),
    `StoreError` when the folder holds a real room or cannot be used.
    """
    if not (folder / vault.FILE).exists():
        return _make(folder, clock, room_file)
    house = enter(folder, vault.unlock_practice(vault.load(folder)), clock)
    if not house.services.room.is_set_up():
        # A first start that was cut off left a store without a room: nothing in it can be lost.
        _furnish(house, _read(room_file))
    return house


def _make(folder: Path, clock: Clock, room_file: Path | None) -> House:
    file = _read(room_file)
    house = build(folder, vault.create_practice(folder, on=clock.now().date()), clock)
    _furnish(house, file)
    return house


def _read(room_file: Path | None) -> RoomFile:
    # The practice room is there already at all starts but the first: that one start waits for what reads files.
    from buurtkamer_app.replay.reading import read_room  # noqa: PLC0415

    return read_room(room_file or paths.demo_room())


def _furnish(house: House, file: RoomFile) -> None:
    from buurtkamer_app.replay.rooms import add_practice_people, furnish  # noqa: PLC0415 - see _read

    house.services.sign_in.act_as(KEY_HOLDER)
    furnish(house.services, file)
    add_practice_people(house.services)
    house.services.sign_in.act_as(NOBODY)
