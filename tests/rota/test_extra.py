"""Extra shifts for an event are beside those of the week, and go again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.rota.extra import NewExtra
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

SATURDAY = date(2026, 3, 14)
MARKET = NewExtra(SATURDAY, time(11), time(16), "Lentemarkt", 3, 1)
KEY = ShiftKey(SATURDAY, DayPart.MORNING, "Lentemarkt")


def on(demo: Services, day: date = SATURDAY) -> list[Shift]:
    return demo.rota.shifts(day, day)


def test_an_extra_shift_is_there_with_open_places(demo: Services) -> None:
    assert on(demo) == []
    assert demo.extra_shifts.add(MARKET).value == KEY
    (shift,) = on(demo)
    assert (shift.key, shift.extra, shift.gaps, shift.experienced) == (KEY, True, 3, 1)


def test_somebody_is_put_on_an_extra_shift(demo: Services) -> None:
    demo.extra_shifts.add(MARKET)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, *KEY)
    assert [place.host_name for place in on(demo)[0].places] == ["Ria Postma"]


def test_an_extra_shift_goes_with_who_is_on_and_comes_back_in_one_step(demo: Services) -> None:
    demo.extra_shifts.add(MARKET)
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, *KEY)
    gone = demo.extra_shifts.remove(KEY).unit
    assert gone is not None
    assert on(demo) == []
    demo.history.undo(gone)
    assert [place.host_name for place in on(demo)[0].places] == ["Ria Postma"]


def test_an_extra_shift_that_began_stays(demo: Services) -> None:
    today = replace(MARKET, on=date(2026, 3, 11), starts=time(12))
    key = demo.extra_shifts.add(today).value
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.put_on(ria, *key)
    demo.rota.sign_on(ria)
    with pytest.raises(RefusedError, match="begonnen"):
        demo.extra_shifts.remove(key)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MARKET, task="  "),
        replace(MARKET, task="x" * 10_000),
        replace(MARKET, on=date(2026, 3, 10)),
        replace(MARKET, on=date(9999, 1, 1)),
        replace(MARKET, ends=time(11)),
        replace(MARKET, hosts=0),
        replace(MARKET, hosts=21),
        replace(MARKET, experienced=4),
        replace(MARKET, asks="x" * 10_000),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(demo: Services, wrong: NewExtra) -> None:
    with pytest.raises(RefusedError):
        demo.extra_shifts.add(wrong)
    assert on(demo) == []


def test_one_day_has_one_shift_for_an_event_at_a_time(demo: Services) -> None:
    demo.extra_shifts.add(MARKET)
    with pytest.raises(RefusedError, match="Lentemarkt"):
        demo.extra_shifts.add(replace(MARKET, hosts=1))


def test_a_shift_of_the_week_is_no_extra_one(demo: Services) -> None:
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, date(2026, 3, 12), DayPart.AFTERNOON)
    with pytest.raises(RefusedError):
        demo.extra_shifts.remove(ShiftKey(date(2026, 3, 12), DayPart.AFTERNOON))


def test_only_the_coordinator_adds_one(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.extra_shifts.add(MARKET)
