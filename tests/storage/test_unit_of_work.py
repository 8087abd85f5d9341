"""One unit of work: all of it or nothing, who may, what it says it changed, and taking it back."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role, Seat
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.startup import assemble
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow, VisitorRow
from buurtkamer_app.storage.unit_of_work import Store
from tests.conftest import VAULT

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def today(services: Services) -> date:
    return services.room.today()


def visits(services: Services) -> int:
    return services.desk.figures(today(services), today(services)).visits


def test_an_inner_unit_joins_the_outer_and_gives_one_change(demo: Services) -> None:
    with demo.store.work(Label("Outer")) as unit:
        demo.desk.tally(Tally(2))
        demo.people.know("Nieuwkomer", today(demo))
    assert unit.change.kinds == {"visit", "visitor"}
    assert demo.history.last().label.message == "Outer"  # type: ignore[union-attr]


def test_what_is_raised_inside_rolls_everything_back(demo: Services) -> None:
    with pytest.raises(RefusedError), demo.store.work(Label("Outer")):
        demo.desk.tally(Tally(2))
        demo.desk.tally(Tally(0))
    assert visits(demo) == 0
    demo.desk.tally(Tally(1))
    assert visits(demo) == 1


def test_a_unit_that_changes_nothing_leaves_no_trace(demo: Services) -> None:
    demo.arrivals.come_in(["Zeynep"])
    before = demo.history.last()
    again = demo.arrivals.come_in(["Zeynep"])
    assert not again.change
    assert demo.history.last() == before


def test_roles_are_kept_in_the_services(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    assert demo.desk.tally(Tally(1))
    for refused in (
        lambda: demo.arrivals.come_in(["Zeynep"]),
        lambda: demo.people.find("zey"),
        demo.wishes.all,
        lambda: demo.concerns.write("Iets."),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.people.add_host(NewHost("Iemand"))
    assert demo.people.find("zey")[0].name == "Zeynep"


def test_undo_takes_back_an_insert_an_update_and_a_delete(demo: Services, clock: SetClock) -> None:
    shift = next(entry for entry in demo.rota.week(today(demo)) if entry.on == today(demo))
    host = demo.people.host_named("Wilma Prins").id
    demo.rota.put_on(host, shift.on, shift.part)
    place = next(entry for entry in demo.rota.week(shift.on) if entry.on == shift.on).places[0]
    demo.rota.take_off(place.id)
    demo.history.undo(demo.history.last().unit)  # type: ignore[union-attr]
    back = next(entry for entry in demo.rota.week(shift.on) if entry.on == shift.on).places
    assert back == (place,)
    demo.days.close(Cash(100, 50, 20))
    demo.days.close(Cash(100, 60, 20))
    demo.history.undo_last_count()
    assert demo.days.cash(shift.on, shift.on)[shift.on].closing == 130
    demo.history.undo_last_count()
    assert demo.days.cash(shift.on, shift.on) == {}


def test_undo_goes_back_any_depth_and_then_does_nothing(demo: Services) -> None:
    for count in (1, 2, 3):
        demo.desk.tally(Tally(count))
    left = []
    while demo.history.undo_last_count() is not None:
        left.append(visits(demo))
    assert left[:3] == [3, 1, 0]


def test_the_same_unit_is_not_undone_twice(demo: Services) -> None:
    unit = demo.desk.tally(Tally(1)).unit
    assert unit is not None
    demo.history.undo(unit)
    with pytest.raises(ClashError):
        demo.history.undo(unit)
    assert visits(demo) == 0


def test_what_was_changed_since_is_not_undone(demo: Services) -> None:
    series = demo.activities.on_date("Taalcafé", today(demo)).id
    first = demo.activities.count_heads(series, today(demo), 5).unit
    demo.activities.count_heads(series, today(demo), 7)
    assert first is not None
    with pytest.raises(ClashError, match="veranderd|changed"):
        demo.history.undo(first)
    assert demo.activities.participations(today(demo), today(demo)) == 7


def test_a_host_cannot_undo_what_the_coordinator_did(demo: Services) -> None:
    change = demo.people.add_host(NewHost("Iemand Anders"))
    demo.sign_in.act_as(Actor(Role.HOST))
    assert change.change.unit is not None
    with pytest.raises(NotAllowedError):
        demo.history.undo(change.change.unit)
    assert demo.history.last() is None or demo.history.last().unit != change.change.unit  # type: ignore[union-attr]


def test_an_old_version_written_back_is_a_clash(demo: Services, demo_engine: Engine, clock: SetClock) -> None:
    host = demo.people.host_named("Wilma Prins").id
    other = (
        assemble(demo_engine, clock, Seat(demo.store.actor), VAULT, practice=True) if not demo.store.embedded else None
    )
    with demo.store.reading() as session:
        stale = session.get(HostRow, host)
        assert stale is not None
        session.expunge(stale)
    with (other or demo).store.work(Label("Other desk")) as unit:
        row = unit.session.get(HostRow, host)
        assert row is not None
        row.phone = "1"
    with pytest.raises(ClashError), demo.store.work(Label("This desk")) as unit:
        unit.session.add(stale)
        stale.phone = "2"
    with demo.store.reading() as session:
        assert session.scalars(select(HostRow.phone).where(HostRow.id == host)).one() == "1"


def test_the_journal_says_who_did_what_and_forgets_what_was_there(demo: Services, clock: SetClock) -> None:
    host = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
    demo.arrivals.come_in(["Nieuwe Naam"])
    with demo.store.reading() as session:
        unit = session.scalars(select(JournalUnitRow).order_by(JournalUnitRow.id.desc())).first()
        assert unit is not None
        assert (unit.host_id, unit.role, unit.label_values) == (host.id, int(Role.HOST), {"name": "Nieuwe Naam"})
    clock.instant = clock.instant.replace(day=13)
    demo.history.forget_before_images()
    with demo.store.reading() as session:
        assert session.scalars(select(JournalUnitRow.label_values).where(JournalUnitRow.id == unit.id)).one() is None
        rows = session.scalars(select(JournalChangeRow).where(JournalChangeRow.unit_id == unit.id)).all()
        assert {row.kind for row in rows} == {"visitor", "visit"}
        assert all(row.before is None for row in rows)


def test_undoing_a_new_visitor_takes_the_name_out_of_the_search(demo: Services) -> None:
    demo.arrivals.come_in(["Qwertina"])
    assert [found.name for found in demo.people.find("qwe")] == ["Qwertina"]
    demo.history.undo_last_count()
    assert demo.people.find("qwe") == []
    with demo.store.reading() as session:
        assert session.scalars(select(VisitorRow).where(VisitorRow.name == "Qwertina")).first() is None


def test_a_second_desk_waits_for_the_first(demo: Services, demo_engine: Engine, clock: SetClock) -> None:
    if demo.store.embedded:
        pytest.skip("a second desk is on PostgreSQL; the embedded store has one desk")
    inside, go_on = threading.Event(), threading.Event()
    other = Store(demo_engine, clock, Seat(demo.store.actor))

    def hold() -> None:
        with other.work(Label("Other desk")) as unit:
            unit.session.add(
                VisitorRow(name="Ander", hint="", terms="ander", first_seen_on=today(demo), may_remember=False)
            )
            unit.session.flush()
            inside.set()
            go_on.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert inside.wait(10)
    go_on.set()
    demo.desk.tally(Tally(4))
    thread.join()
    assert visits(demo) == 4
    assert demo.people.find("ander")[0].name == "Ander"


def test_a_service_that_is_asked_while_another_reads_joins_it(demo: Services) -> None:
    with demo.store.reading() as outer:
        assert demo.room.today()
        assert demo.desk.figures(today(demo), today(demo)).visits == 0
        with demo.store.reading() as inner:
            assert inner is outer
    with demo.store.reading() as later:
        assert later is not outer


def test_what_was_done_last_is_undone_first_also_when_the_clock_was_a_year_ahead_before(
    demo: Services, demo_engine: Engine
) -> None:
    ahead = demo.desk.tally(Tally(1)).unit
    assert ahead is not None
    a_year = 31_536_000_000 << 80
    with demo_engine.begin() as connection:
        # As the computer writes a key while its clock stands a year ahead.
        connection.execute(delete(JournalChangeRow).where(JournalChangeRow.unit_id == ahead))
        moved = UUID(int=ahead.int + a_year)
        connection.execute(update(JournalUnitRow).where(JournalUnitRow.id == ahead).values(id=moved, undoable=False))
    demo.desk.tally(Tally(2))
    demo.desk.tally(Tally(3))
    for left in (3, 1):
        demo.history.undo_last_count()
        assert visits(demo) == left
