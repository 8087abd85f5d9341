"""Undo reaches any depth of today, after a restart too, however long the journal is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, insert
from uuid_utils.compat import uuid7

from buurtkamer_app.base.roles import Seat
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from tests.conftest import VAULT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def visits(services: Services) -> int:
    today = services.room.today()
    return services.desk.figures(today, today).visits


def undo_all(services: Services) -> Iterator[int]:
    while (last := services.history.last()) is not None:
        services.history.undo(last.unit)
        yield visits(services)


def test_fifty_tallies_are_undone_one_by_one_after_a_restart(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    for _ in range(50):
        demo.desk.tally(Tally(1))
    # A second hand on the same store knows nothing but what is on disk, as after a restart.
    again = assemble(demo_engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    assert list(undo_all(again)) == list(range(49, -1, -1))


def test_what_is_done_between_two_undos_is_undone_first(demo: Services) -> None:
    for count in (1, 2, 4):
        demo.desk.tally(Tally(count))
    first = demo.history.last()
    assert first is not None
    demo.history.undo(first.unit)
    demo.desk.tally(Tally(8))
    assert list(undo_all(demo)) == [3, 1, 0]


def test_nothing_of_yesterday_is_undone(demo: Services, clock: SetClock) -> None:
    demo.desk.tally(Tally(1))
    clock.instant += timedelta(days=1)
    assert demo.history.last() is None
    demo.desk.tally(Tally(2))
    assert list(undo_all(demo)) == [0]


def test_a_tally_made_before_the_clock_went_back_is_undone_too(demo: Services, clock: SetClock) -> None:
    demo.desk.tally(Tally(1))
    clock.instant -= timedelta(hours=2)
    demo.desk.tally(Tally(2))
    assert list(undo_all(demo)) == [1, 0]


def test_the_last_step_is_found_in_a_long_journal_by_its_keys(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    nothing: dict[str, object] = {
        "host_id": None,
        "role": 0,
        "needs": 0,
        "label": "1 visitor was counted",
        "label_values": {},
    }
    old = [
        {"id": uuid7(), "at": clock.instant - timedelta(days=3), "counts": True, "undoable": True} | nothing
        for _ in range(2000)
    ]
    with demo_engine.begin() as connection:
        connection.execute(insert(JournalUnitRow), [row | {"undoes_id": None} for row in old])
    unit = demo.desk.tally(Tally(1)).unit
    asked: list[tuple[str, Any]] = []
    event.listen(demo_engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    last = demo.history.last()
    assert last is not None
    assert last.unit == unit
    if demo.store.embedded:
        statement, values = next(found for found in asked if "NOT (EXISTS" in found[0])
        with demo_engine.connect() as connection:
            plan = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all())
        # By its key backwards: no table is scanned and nothing is sorted but the bound.
        assert "SEARCH journal_unit USING INDEX sqlite_autoindex_journal_unit_1 (id>?)" in plan
        assert "SCAN journal_unit" not in plan
