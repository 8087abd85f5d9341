"""Two desks on one server do the same at the same moment: one of them hears so, nothing is counted twice or lost."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import BuurtkamerError, ClashError
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.desk.days.records import Cash, Closing
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.startup import KEY_HOLDER, assemble
from tests.conftest import VAULT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@pytest.fixture
def desks(demo: Services, demo_engine: Engine, clock: SetClock) -> tuple[Services, Services]:
    """Give two desks of the demo room on PostgreSQL; the embedded store has one desk."""
    if demo.store.embedded:
        pytest.skip("a second desk is on PostgreSQL; the embedded store has one desk")
    return demo, assemble(demo_engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)


def at_once(desks: tuple[Services, Services], work: Callable[[Services], object]) -> list[BuurtkamerError]:
    """Do the same at both desks at the same moment; give what they were told instead."""
    start, told, faults = threading.Barrier(2), list[BuurtkamerError](), list[BaseException]()

    def do(services: Services) -> None:
        start.wait(10)
        try:
            work(services)
        except BuurtkamerError as error:
            told.append(error)
        except BaseException as fault:  # noqa: BLE001 - looked at below
            faults.append(fault)

    threads = [threading.Thread(target=do, args=(services,)) for services in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert faults == []
    return told


def visits(services: Services) -> int:
    today = services.room.today()
    return services.desk.figures(today, today).visits


def _come_in(name: str, services: Services) -> None:
    services.arrivals.come_in([name])


def test_a_regular_who_comes_in_at_both_is_counted_once(desks: tuple[Services, Services]) -> None:
    for name in ("Zeynep", "De Boer", "Nieuw Iemand", "Nog Iemand"):
        before = visits(desks[0])
        told = at_once(desks, partial(_come_in, name))
        assert all(isinstance(error, ClashError) for error in told)
        assert visits(desks[0]) == before + 1
        assert desks[0].arrivals.come_in([name]).value[0].again
    assert desks[0].desk.figures(desks[0].room.today(), desks[0].room.today()).named == 4


def test_tallies_at_both_are_all_counted(desks: tuple[Services, Services]) -> None:
    def tally(services: Services) -> None:
        for _ in range(20):
            services.desk.tally(Tally(1))

    assert at_once(desks, tally) == []
    assert visits(desks[0]) == 40
    for _ in range(40):
        assert desks[1].history.undo_last_count() is not None
    assert visits(desks[0]) == 0


def test_an_hour_of_a_sheet_keyed_back_at_both_counts_once(desks: tuple[Services, Services]) -> None:
    today = desks[0].room.today()
    number = desks[0].sheets.give_numbers(1, today).value[0]
    told = at_once(
        desks,
        lambda services: services.sheets.enter_all(number, today, [SheetLine(number, 9, 5), SheetLine(number, 10, 2)]),
    )
    assert told == []
    assert visits(desks[0]) == 7


def test_numbers_given_at_both_are_never_the_same(desks: tuple[Services, Services]) -> None:
    given: list[str] = []
    assert at_once(desks, lambda services: given.extend(services.sheets.give_numbers(5).value)) == []
    assert len(set(given)) == 10


def test_a_headcount_at_both_keeps_one_of_them(desks: tuple[Services, Services]) -> None:
    today = desks[0].room.today()
    series = desks[0].activities.occurrences(today, today)[0].series.id
    for _ in range(3):
        told = at_once(
            desks, lambda services: services.activities.count_heads(series, today, 7 + desks.index(services))
        )
        assert all(isinstance(error, ClashError) for error in told)
        assert desks[0].activities.occurrence(series, today).headcount in {7, 8}


def test_a_day_that_both_close_is_closed_with_all_that_one_wrote(desks: tuple[Services, Services]) -> None:
    today = desks[0].room.today()
    desks[0].days.open()
    desks[0].desk.tally(Tally(3))

    def close(services: Services) -> None:
        who = str(desks.index(services))
        also = (services.rota.all_off, services.arrivals.all_left)
        services.days.close(Cash(100, 0, 0, 100, who, who), Closing(report=who, key_with=who), also)

    told = at_once(desks, close)
    assert all(isinstance(error, ClashError) for error in told)
    state, cash = desks[0].days.state(today), desks[0].days.cash(today, today)[today]
    assert not state.open
    assert state.report == state.key_with == cash.note == cash.what_for
    assert desks[0].arrivals.inside().number == 0


def test_a_day_that_both_open_is_opened_once(desks: tuple[Services, Services]) -> None:
    told = at_once(desks, lambda services: services.days.open(500))
    assert all(isinstance(error, ClashError) for error in told)
    assert desks[1].days.state(desks[1].room.today()).open


def test_one_visit_undone_at_both_is_undone_once(desks: tuple[Services, Services]) -> None:
    desks[0].desk.tally(Tally(3))
    unit = desks[0].desk.tally(Tally(2)).unit or VAULT
    told = at_once(desks, lambda services: services.history.undo(unit))
    assert len(told) == 1
    assert isinstance(told[0], ClashError)
    assert visits(desks[0]) == 3
