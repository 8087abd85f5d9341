"""The keys that open the data: which people hold, and taking one away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import KeyRefusedError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Seat
from buurtkamer_app.safekeeping.room_keys import RoomKeys
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.unit_of_work import Store

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


# What is tested is a file, whatever the store.
pytestmark = pytest.mark.parametrize("engine", ["embedded"], indirect=True)


@pytest.fixture
def keys(engine: Engine, clock: SetClock, tmp_path: Path) -> RoomKeys:
    """Give the keys of a room with two passphrases, from 2 March and from 9 March."""
    folder = tmp_path / "real"
    folder.mkdir()
    made = vault.create(folder, tmp_path / "secrets", "een twee drie vier", on=date(2026, 3, 2))
    vault.add_passphrase(folder, tmp_path / "secrets", made, "vijf zes zeven acht", on=date(2026, 3, 9))
    return RoomKeys(Store(engine, clock, Seat(KEY_HOLDER)), folder)


def test_what_people_hold_is_told_by_kind_and_day(keys: RoomKeys) -> None:
    assert [(key.what, key.made_on.day) for key in keys.held()] == [("Passphrase", 2), ("Passphrase", 9)]


def test_a_key_that_is_taken_away_opens_nothing_any_more(keys: RoomKeys, tmp_path: Path) -> None:
    first, second = keys.held()
    keys.take_away(second.id)
    assert keys.held() == [first]
    there = vault.load(tmp_path / "real")
    with pytest.raises(KeyRefusedError):
        vault.unlock(there, tmp_path / "secrets", "vijf zes zeven acht")
    assert vault.unlock(there, tmp_path / "secrets", "een twee drie vier").data_key
    for gone in (first, second):
        with pytest.raises(RefusedError):
            keys.take_away(gone.id)


def test_a_practice_room_on_a_server_has_none(services: Services) -> None:
    assert services.room_keys.held() == []


def test_they_are_the_coordinators(services: Services) -> None:
    services.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        services.room_keys.held()
