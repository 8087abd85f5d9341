"""Names that nobody agreed to keep go after seven days, whole; every figure stands, and no wrong clock takes one."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, inspect, text

from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Seat
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from tests.conftest import KEY, NOON, VAULT

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

NAME = "Qwertina"
FIRST, LAST = date(2020, 1, 1), date(2029, 12, 31)


def figures(services: Services) -> VisitFigures:
    return services.desk.figures(FIRST, LAST)


def day_passes(services: Services, clock: SetClock, days: int = 1) -> None:
    clock.instant += timedelta(days=days)
    services.days.open()


def held(engine: Engine, words: str) -> list[str]:
    """Give the tables in which a text stands, in whatever column."""
    with engine.connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if not name.startswith("visitor_search_")]
        return [
            name
            for name in names
            if any(words in str(value) for row in connection.execute(text(f'SELECT * FROM "{name}"')) for value in row)  # noqa: S608
        ]


def test_after_a_week_the_name_goes_and_every_figure_stands(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    demo.days.open()
    visitor = demo.arrivals.come_in([NAME]).value[0].visitor
    demo.people.set_hint(visitor, "met de rode fiets")
    demo.arrivals.leave(visitor)
    before = figures(demo)
    for _ in range(7):
        day_passes(demo, clock)
        assert not demo.arrivals.forget_names()
        assert demo.people.visitor(visitor).name == NAME
    day_passes(demo, clock)
    demo.sign_in.act_as(NOBODY)
    gone = demo.arrivals.forget_names()
    assert gone.kinds == {"visitor", "visit"}
    assert not demo.arrivals.forget_names()
    demo.sign_in.act_as(KEY_HOLDER)
    assert figures(demo) == before
    assert demo.arrivals.find("qwe") == []
    with pytest.raises(RefusedError):
        demo.people.visitor(visitor)
    assert held(demo_engine, NAME) == []
    assert held(demo_engine, "rode fiets") == []
    assert gone.unit is not None
    with pytest.raises(ClashError):
        demo.history.undo(gone.unit)


def test_who_said_yes_stays(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    visitor = demo.arrivals.come_in([NAME]).value[0].visitor
    demo.people.remember(visitor)
    for _ in range(9):
        day_passes(demo, clock)
    assert not demo.arrivals.forget_names()
    assert demo.arrivals.come_in_as(visitor).value.remembered


def test_undoing_the_yes_lets_the_name_go(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    visitor = demo.arrivals.come_in([NAME]).value[0].visitor
    unit = demo.people.remember(visitor).unit
    assert unit is not None
    demo.history.undo(unit)
    for _ in range(8):
        day_passes(demo, clock)
    assert demo.arrivals.forget_names()


def test_what_was_done_lately_with_the_name_is_not_undone_and_not_told(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    demo.days.open()
    visitor = demo.arrivals.come_in([NAME]).value[0].visitor
    for _ in range(8):
        day_passes(demo, clock)
    demo.arrivals.come_in_as(visitor)
    renamed = demo.people.rename(visitor, f"{NAME} Tweede").unit
    assert renamed is not None
    undone = demo.history.undo(renamed).unit
    demo.drafts.keep("wish", f"{NAME.lower()} wil graag schaken met Truus")
    before = figures(demo)
    demo.arrivals.forget_names()
    assert figures(demo) == before
    assert held(demo_engine, NAME) == []
    assert held(demo_engine, NAME.lower()) == []
    assert demo.drafts.kept("wish") == "… wil graag schaken met Truus"
    assert undone is not None
    last = demo.history.last()
    assert last is None or NAME not in last.label.say()
    while demo.history.undo_last_count() is not None:
        assert demo.arrivals.find("qwe") == []
    assert held(demo_engine, NAME) == []


def test_of_two_alike_only_the_one_who_did_not_agree_goes(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    stays = demo.arrivals.come_in([NAME]).value[0].visitor
    demo.people.remember(stays)
    demo.arrivals.come_in_new(NAME, "met de bril")
    demo.drafts.keep("wish", f"{NAME} wil schaken")
    for _ in range(8):
        day_passes(demo, clock)
    demo.arrivals.come_in_as(stays)
    demo.arrivals.forget_names()
    assert [(one.id, one.hint) for one in demo.arrivals.find("qwe")] == [(stays, "")]
    assert demo.drafts.kept("wish") == f"{NAME} wil schaken"
    last = demo.history.last(counting=True)
    assert last is not None
    assert last.label.values == {"name": NAME}


def test_a_clock_that_is_wrong_for_a_day_takes_no_name(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    demo.arrivals.come_in([NAME])
    right = clock.instant
    day_passes(demo, clock, 365)
    assert not demo.arrivals.forget_names()
    clock.instant = right + timedelta(days=1)
    assert not demo.arrivals.forget_names()
    assert [one.name for one in demo.arrivals.find("qwe")] == [NAME]


def test_a_clock_before_what_was_done_last_takes_no_name(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    demo.arrivals.come_in([NAME])
    for _ in range(9):
        day_passes(demo, clock)
    clock.instant -= timedelta(hours=1)
    assert not demo.arrivals.forget_names()
    clock.instant += timedelta(hours=1)
    assert demo.arrivals.forget_names()


def test_a_room_that_was_shut_for_weeks_takes_names_on_its_second_day(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    demo.arrivals.come_in([NAME])
    day_passes(demo, clock, 21)
    assert not demo.arrivals.forget_names()
    day_passes(demo, clock)
    assert demo.arrivals.forget_names()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(
        st.tuples(
            st.integers(0, 5),
            st.lists(st.sampled_from(["Aap", "Noot", "Mies", "Zeynep", "De Boer"]), unique=True),
            st.integers(0, 4),
            st.booleans(),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_whatever_was_counted_forgetting_changes_no_figure(
    templates: Templates, tmp_path: Path, days: list[tuple[int, list[str], int, bool]]
) -> None:
    from buurtkamer_app.base.clock import SetClock

    shutil.copy(templates.file("demo"), tmp_path / DATABASE)
    engine = open_embedded(tmp_path / DATABASE, KEY)
    clock = SetClock(NOON)
    services = assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    asked: dict[UUID, datetime] = {}
    opened: list[date] = []
    try:
        for pause, names, nameless, remember in days:
            clock.instant += timedelta(days=1 + pause)
            services.days.open()
            opened.append(clock.instant.date())
            for arrival in services.arrivals.come_in(names).value if names else ():
                asked.setdefault(arrival.visitor, clock.instant)
                if remember:
                    services.people.remember(arrival.visitor)
            if nameless:
                services.desk.tally(Tally(nameless))
            before = [services.desk.figures(day, day) for day in opened]
            known = {one.id: one for one in map(services.people.visitor, asked)}
            services.arrivals.forget_names()
            assert [services.desk.figures(day, day) for day in opened] == before
            for key, since in asked.copy().items():
                goes = not known[key].remembered and any((day - since.date()).days >= 7 for day in opened[:-1])
                if goes:
                    del asked[key]
                    with pytest.raises(RefusedError):
                        services.people.visitor(key)
                else:
                    assert services.people.visitor(key).name == known[key].name
    finally:
        engine.dispose()
