"""The shifts of the week: for the room, for a task, for an activity; who is on follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Theme
from buurtkamer_app.room.records import NewClosure, ShiftPattern
from buurtkamer_app.rota.ahead import RiskKind
from buurtkamer_app.rota.patterns import PatternKey, key_of
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.rota.rules import part_of

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

NEXT = date(2026, 3, 18)
BAR = ShiftPattern(2, DayPart.AFTERNOON, time(13), time(16), 1, 0, "Bar", None, False, "Sociale hygiëne")
BAR_KEY = ShiftKey(NEXT, DayPart.AFTERNOON, "Bar")
DANCE = NewSeries("Dansen", Theme.HEALTH, "De Huiskamer", NEXT, time(14), time(15), "FREQ=WEEKLY;COUNT=3", sign_up=True)


def on(demo: Services, day: date, task: str) -> list[Shift]:
    return [shift for shift in demo.rota.shifts(day, day) if shift.task == task]


def dancing(demo: Services) -> UUID:
    """Write down an activity that asks for one host on each of its dates."""
    space = demo.room.spaces()[0].name
    series = demo.activities.add_series(replace(DANCE, space=space)).value
    asked = ShiftPattern(2, DayPart.AFTERNOON, time(14), time(15), 1, 0, "Dansen", series)
    demo.shift_patterns.keep(asked)
    return series


def test_a_task_is_a_shift_beside_that_of_the_room(demo: Services) -> None:
    demo.shift_patterns.keep(BAR)
    (bar,) = on(demo, NEXT, "Bar")
    assert (bar.starts, bar.hosts, bar.asks) == (time(13), 1, "Sociale hygiëne")
    assert len(on(demo, NEXT, "")) == 2


def test_a_task_that_is_renamed_keeps_who_is_on_it(demo: Services) -> None:
    demo.shift_patterns.keep(BAR)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, *BAR_KEY)
    demo.shift_patterns.keep(replace(BAR, task="Keuken", hosts=2), key_of(BAR))
    (kitchen,) = on(demo, NEXT, "Keuken")
    assert ([place.host_name for place in kitchen.places], kitchen.hosts) == (["Ria Postma"], 2)
    assert on(demo, NEXT, "Bar") == []


def test_a_task_goes_unless_somebody_is_on_it_some_day_to_come(demo: Services) -> None:
    demo.shift_patterns.keep(BAR)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, *BAR_KEY)
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.shift_patterns.remove(key_of(BAR))
    demo.rota.take_off(on(demo, NEXT, "Bar")[0].places[0].id)
    demo.shift_patterns.remove(key_of(BAR))
    assert on(demo, NEXT, "Bar") == []


def test_one_task_is_there_once_in_a_part_of_a_day(demo: Services) -> None:
    demo.shift_patterns.keep(BAR)
    with pytest.raises(RefusedError):
        demo.shift_patterns.keep(replace(BAR, starts=time(14)))
    with pytest.raises(RefusedError):
        demo.shift_patterns.keep(BAR, PatternKey(5, DayPart.MORNING, "Bar"))
    with pytest.raises(RefusedError):
        demo.shift_patterns.keep(replace(BAR, task="x" * 10_000))


def test_a_host_changes_no_shifts(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.shift_patterns.keep(BAR)


def test_an_activity_asks_for_a_host_on_each_of_its_dates_and_no_other(demo: Services) -> None:
    dancing(demo)
    weeks = [NEXT + timedelta(weeks=week) for week in range(-1, 4)]
    assert [len(on(demo, day, "Dansen")) for day in weeks] == [0, 1, 1, 1, 0]
    (shift,) = on(demo, NEXT, "Dansen")
    assert (shift.part, shift.starts, shift.ends, shift.gaps) == (DayPart.AFTERNOON, time(14), time(15), 1)


def test_somebody_is_put_on_the_shift_of_an_activity(demo: Services) -> None:
    dancing(demo)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, NEXT, DayPart.AFTERNOON, "Dansen")
    assert [place.host_name for place in on(demo, NEXT, "Dansen")[0].places] == ["Ria Postma"]
    with pytest.raises(RefusedError):
        demo.rota.put_on(demo.people.host_named("Kees Vos").id, date(2026, 3, 17), DayPart.AFTERNOON, "Dansen")


def test_more_hosts_for_an_activity_are_asked_on_dates_that_somebody_is_on_too(demo: Services) -> None:
    series = dancing(demo)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, NEXT, DayPart.AFTERNOON, "Dansen")
    asked = ShiftPattern(2, DayPart.AFTERNOON, time(14), time(15), 2, 0, "Dansen", series)
    demo.shift_patterns.keep(asked, key_of(asked))
    assert on(demo, NEXT, "Dansen")[0].gaps == 1


def test_a_date_that_does_not_go_on_asks_for_nobody(demo: Services) -> None:
    series = dancing(demo)
    demo.attendance.cancel(series, NEXT, "")
    assert on(demo, NEXT, "Dansen") == []
    assert len(on(demo, NEXT + timedelta(weeks=1), "Dansen")) == 1


def test_who_was_on_for_an_activity_that_is_not_then_any_more_is_named(demo: Services) -> None:
    series = dancing(demo)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, NEXT, DayPart.AFTERNOON, "Dansen")
    demo.attendance.cancel(series, NEXT, "")
    gone = [risk for risk in demo.outlook.seen(NEXT, NEXT).risks if risk.kind is RiskKind.ACTIVITY_GONE]
    assert [(risk.name, risk.shift.key) for risk in gone] == [
        ("Ria Postma", ShiftKey(NEXT, DayPart.AFTERNOON, "Dansen"))
    ]


def test_a_closed_day_asks_for_nobody_and_says_which_shifts_it_takes(demo: Services) -> None:
    dancing(demo)
    demo.room.close(NewClosure(NEXT, NEXT, "Schoonmaak", time(12), time(18)))
    assert [shift.part for shift in demo.rota.shifts(NEXT, NEXT)] == [DayPart.MORNING]
    taken = demo.outlook.closed_shifts(NEXT, NEXT)
    assert {key: why.reason for key, why in taken.items()} == {ShiftKey(NEXT, DayPart.AFTERNOON): "Schoonmaak"}


@pytest.mark.parametrize(
    ("starts", "part"),
    [(time(0), DayPart.MORNING), (time(11, 59), DayPart.MORNING), (time(12), DayPart.AFTERNOON), (time(17), "evening")],
)
def test_the_part_of_the_day_follows_from_when_it_starts(starts: time, part: DayPart) -> None:
    assert part_of(starts) == part
