"""Daybooks done through the services, against the figures of a model that knows only the format's own text."""

from __future__ import annotations

import json
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.replay.daybook_file import Book, ComputerOff, ComputerOn
from buurtkamer_app.replay.doing import Doer
from buurtkamer_app.replay.figures import figures_of
from buurtkamer_app.replay.reading import read_book
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.startup import KEY_HOLDER

from .random_book import random_book

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.services import Services

AFTERNOON = paths.demo_room().with_name("afternoon.json")


def played(services: Services, clock: SetClock, book: Book, room: RoomFile) -> dict[str, Any]:
    """Do a book in this process, on whatever store the services have."""
    clock.instant = instant(book.days[0].on - timedelta(days=1), time(12), ZoneInfo(room.room.timezone))
    furnish(services, room)
    doer = Doer(services, {})
    for rota in book.before.rota:
        for name in rota.hosts:
            services.rota.put_on(doer.host(name), rota.on, rota.pattern)
    for party in book.before.sign_ups:
        services.activities.sign_up(doer.series(party.activity, party.on), party.on, "", party.persons)
    for day in book.days:
        for event in day.events:
            if not isinstance(event, ComputerOff | ComputerOn):
                clock.instant = instant(day.on, time.fromisoformat(event.at), services.room.zone)
                doer.do(event, day.on)
    services.sign_in.act_as(KEY_HOLDER)
    return figures_of(services, book)


def test_the_afternoon_gives_its_figures_on_every_store(
    services: Services, clock: SetClock, demo_file: RoomFile
) -> None:
    book = read_book(AFTERNOON)
    found = played(services, clock, book, demo_file)
    assert book.expected is not None
    assert {name: found[name] for name in msgspec.to_builtins(book.expected)} == msgspec.to_builtins(
        book.expected, str_keys=True
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_random_book_gives_the_figures_of_the_model(
    services: Services, clock: SetClock, demo_file: RoomFile, seed: int
) -> None:
    raw = random_book(json.loads(paths.demo_room().read_text(encoding="utf-8")), seed, days=2, events_a_day=40)
    book = msgspec.convert(raw, Book)
    assert played(services, clock, book, demo_file) == raw["expected"]


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 400))
def test_hundreds_of_random_books_give_the_figures_of_the_model(
    services: Services, clock: SetClock, demo_file: RoomFile, seed: int
) -> None:
    raw = random_book(json.loads(paths.demo_room().read_text(encoding="utf-8")), seed, days=3, events_a_day=60)
    book = msgspec.convert(raw, Book)
    assert played(services, clock, book, demo_file) == raw["expected"]


def test_an_event_that_a_service_refuses_names_itself(services: Services, clock: SetClock, demo_file: RoomFile) -> None:
    furnish(services, demo_file)
    with pytest.raises(BuurtkamerError, match="Ria"):
        services.rota.sign_off(services.people.host_named("Ria Postma").id)
