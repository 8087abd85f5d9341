"""Which programmes a room has beside itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.replay.rooms import add_practice_people, furnish

if TYPE_CHECKING:
    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.services import Services


def test_a_new_room_has_none(services: Services) -> None:
    assert services.programmes.on() == frozenset()


def test_who_practises_sees_them_all(demo: Services) -> None:
    assert demo.programmes.on() == frozenset(Programme)


def test_the_first_undo_of_who_practises_leaves_the_programmes(services: Services, demo_file: RoomFile) -> None:
    furnish(services, demo_file)
    add_practice_people(services)
    last = services.history.last()
    if last is not None:
        services.history.undo(last.unit)
    assert services.programmes.on() == frozenset(Programme)


def test_what_is_turned_off_can_be_undone(demo: Services) -> None:
    change = demo.programmes.set_on(frozenset({Programme.STREET}))
    assert demo.programmes.on() == {Programme.STREET}
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.programmes.on() == frozenset(Programme)


def test_only_the_coordinator_chooses(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    assert demo.programmes.on()
    with pytest.raises(NotAllowedError):
        demo.programmes.set_on(frozenset())
