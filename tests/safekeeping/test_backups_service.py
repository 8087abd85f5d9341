"""What the room knows of its backups."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms_trust import BackupPlace
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.safekeeping.backups.records import Made
from tests.conftest import NOON

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def made(at: datetime = NOON, place: BackupPlace = BackupPlace.FOLDER) -> Made:
    return Made(place, Path("backups") / f"buurtkamer {at:%Y-%m-%d %H.%M}.buurtkamer", at, 1234)


def test_the_last_backup_and_the_last_tried_out_are_known(demo: Services, clock: SetClock) -> None:
    backups = demo.backups
    assert (backups.last(), backups.last_tried(), backups.last_on_stick()) == (None, None, None)
    first, second = made(), made(NOON + timedelta(days=1), BackupPlace.STICK)
    demo.sign_in.act_as(NOBODY)
    backups.note([first])
    clock.instant = second.at
    change = backups.note([second])
    assert change.kinds == {"backup_made"}
    last = backups.last()
    assert last is not None
    assert (last.name, last.size, last.tried_at, last.place) == (second.path.name, 1234, None, BackupPlace.STICK)
    demo.sign_in.act_as(Actor(Role.COORDINATOR))
    backups.note_tried(first)
    tried = backups.last_tried()
    assert tried is not None
    assert (tried.at, tried.tried_at) == (first.at, second.at)
    assert backups.last() == last
    assert backups.last_on_stick() == last


def test_one_that_came_from_elsewhere_is_known_once_it_was_tried_out(demo: Services) -> None:
    demo.backups.note_tried(made())
    tried = demo.backups.last_tried()
    assert tried is not None
    assert tried.tried_at == NOON
    assert demo.backups.last() == tried


def test_only_what_changed_since_makes_one_due(demo: Services, clock: SetClock) -> None:
    clock.instant += timedelta(minutes=5)
    assert demo.backups.is_due()
    demo.backups.note([made(clock.instant)])
    clock.instant += timedelta(hours=1)
    assert not demo.backups.is_due()
    demo.days.open()
    demo.desk.tally(Tally(1))
    assert not demo.backups.is_due()
    demo.days.close()
    assert demo.backups.is_due()
    clock.instant += timedelta(minutes=1)
    demo.backups.note([made(clock.instant)])
    clock.instant += timedelta(days=1)
    assert not demo.backups.is_due()


def test_a_room_that_is_not_set_up_needs_none(services: Services) -> None:
    assert not services.backups.is_due()


def test_what_people_should_know_is_said_until_it_is_done(demo: Services, clock: SetClock) -> None:
    asks = demo.backups.asks(stick=False, same_disk=True)
    assert (asks.days, asks.late, asks.no_stick, asks.try_out) == (None, True, True, False)
    demo.backups.note([made()])
    assert not demo.backups.asks(stick=True, same_disk=True).no_stick
    assert not demo.backups.asks(stick=False, same_disk=False).no_stick
    clock.instant += timedelta(days=92)
    asks = demo.backups.asks(stick=False, same_disk=True)
    assert (asks.days, asks.late, asks.no_stick, asks.try_out) == (92, True, True, True)
    demo.backups.note_tried(made())
    asks = demo.backups.asks(stick=True, same_disk=True)
    assert (asks.late, asks.try_out) == (True, False)


def test_only_the_coordinator_tries_out_and_sees_what_the_room_holds(demo: Services) -> None:
    contents = demo.backups.contents()
    assert (contents.hosts, contents.wishes) == (21, 40)
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.backups.note_tried(made())
    with pytest.raises(NotAllowedError):
        demo.backups.contents()


def test_what_a_backup_was_called_is_forgotten_when_many_came_after_it(demo: Services) -> None:
    for day in range(0, 140, 20):
        demo.backups.note([made(NOON + timedelta(days=day + more)) for more in range(20)])
    last = demo.backups.last()
    assert last is not None
    assert last.at == NOON + timedelta(days=139)
    assert not demo.history.last() or demo.history.last().label.message != "A backup was made"  # type: ignore[union-attr]
