"""When hosts can: usually, away, extra; on every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.records import Available
from buurtkamer_app.people.times import rules
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
MORNING, AFTERNOON, EVENING = DayPart
DAY = timedelta(days=1)


def ria(services: Services) -> UUID:
    return services.people.host_named("Ria Postma").id


def sit(services: Services, name: str = "Ria Postma") -> UUID:
    host = services.people.host_named(name)
    services.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
    return host.id


def test_who_is_free_follows_the_usual_times_and_how_gladly(demo: Services) -> None:
    host = ria(demo)
    assert demo.times.free(WEDNESDAY, AFTERNOON)[host] is Willing.CAN
    assert host not in demo.times.free(WEDNESDAY, MORNING)
    demo.times.set_usual(host, 2, MORNING, Willing.LAST_RESORT)
    demo.times.set_usual(host, 2, AFTERNOON, Willing.RATHER_NOT)
    assert demo.times.free(WEDNESDAY, MORNING)[host] is Willing.LAST_RESORT
    assert demo.times.free(WEDNESDAY, AFTERNOON)[host] is Willing.RATHER_NOT
    demo.times.set_usual(host, 2, AFTERNOON, None)
    assert host not in demo.times.free(WEDNESDAY, AFTERNOON)


def test_each_press_on_the_times_is_one_step_to_take_back(demo: Services) -> None:
    host = ria(demo)
    change = demo.times.set_usual(host, 2, AFTERNOON, None)
    assert change.label.say() == translate("The times of {name} were changed", name="Ria Postma")
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert host in demo.times.free(WEDNESDAY, AFTERNOON)


def test_who_is_away_is_not_free_and_who_comes_extra_is(demo: Services) -> None:
    host = ria(demo)
    demo.times.note(host, Days(WEDNESDAY, WEDNESDAY + 7 * DAY))
    demo.times.note(host, Days(WEDNESDAY + 12 * DAY, WEDNESDAY + 12 * DAY, MORNING, extra=True))
    assert host not in demo.times.free(WEDNESDAY, AFTERNOON)
    assert host not in demo.times.free(WEDNESDAY + 7 * DAY, AFTERNOON)
    assert host in demo.times.free(WEDNESDAY + 14 * DAY, AFTERNOON)
    assert demo.times.free(WEDNESDAY + 12 * DAY, MORNING)[host] is Willing.CAN
    assert host not in demo.times.free(WEDNESDAY + 12 * DAY, AFTERNOON)


def test_a_whole_period_is_read_at_once_and_says_the_same(demo: Services) -> None:
    demo.times.note(ria(demo), Days(WEDNESDAY, WEDNESDAY + 3 * DAY, AFTERNOON))
    found = demo.times.free_in(WEDNESDAY, WEDNESDAY + 9 * DAY)
    for offset in range(10):
        for part in DayPart:
            on = WEDNESDAY + offset * DAY
            assert found.get((on, part), {}) == demo.times.free(on, part)


@pytest.mark.parametrize(
    ("days", "refusal", "values"),
    [
        (
            Days(WEDNESDAY, WEDNESDAY - DAY),
            "{name}: the last day, {last}, comes before the first.",
            {"last": "dinsdag 10 maart"},
        ),
        (
            Days(WEDNESDAY, date(2126, 3, 11)),
            "{name}: {day} is too far away. Look at the year.",
            {"day": "maandag 11 maart"},
        ),
        (
            Days(WEDNESDAY, WEDNESDAY + 3650 * DAY),
            "{name}: from {day} on, at most two years at a time.",
            {"day": "woensdag 11 maart"},
        ),
        (
            Days(WEDNESDAY + 2 * DAY, WEDNESDAY + 2 * DAY, MORNING, extra=True),
            "{name} is away on {day}, and cannot be there extra.",
            {"day": "vrijdag 13 maart"},
        ),
        (
            Days(WEDNESDAY + 20 * DAY, WEDNESDAY + 40 * DAY, AFTERNOON),
            "{name} would come extra on {day}. Take that away first.",
            {"day": "vrijdag 10 april"},
        ),
    ],
)
def test_days_that_contradict_are_refused_by_host_and_day(
    demo: Services, days: Days, refusal: str, values: dict[str, str]
) -> None:
    host = ria(demo)
    demo.times.note(host, Days(WEDNESDAY, WEDNESDAY + 4 * DAY))
    demo.times.note(host, Days(date(2026, 4, 10), date(2026, 4, 10), extra=True))
    with pytest.raises(RefusedError) as refused:
        demo.times.note(host, days)
    assert refused.value.sentence() == translate(refusal, name="Ria Postma", **values)
    assert len(demo.times.of(host).others) == 2


def test_away_in_the_morning_and_extra_in_the_afternoon_go_together(demo: Services) -> None:
    host = ria(demo)
    monday = date(2026, 3, 16)
    demo.times.note(host, Days(monday, monday, MORNING))
    demo.times.note(host, Days(monday, monday, AFTERNOON, extra=True))
    assert demo.times.free(monday, AFTERNOON)[host] is Willing.CAN


def test_the_same_days_twice_are_written_down_once(demo: Services) -> None:
    host, days = ria(demo), Days(WEDNESDAY, WEDNESDAY + DAY)
    first, again = demo.times.note(host, days), demo.times.note(host, days)
    assert first.change
    assert not again.change
    assert first.value == again.value
    assert len(demo.times.of(host).others) == 1


def test_days_are_taken_away_again_once(demo: Services) -> None:
    host = ria(demo)
    key = demo.times.note(host, Days(WEDNESDAY, WEDNESDAY)).value
    demo.times.take_back(key)
    assert host in demo.times.free(WEDNESDAY, AFTERNOON)
    with pytest.raises(RefusedError):
        demo.times.take_back(key)


def test_a_host_sees_to_their_own_days_and_to_nothing_else(demo: Services) -> None:
    joop = demo.people.host_named("Joop Kramer").id
    theirs = demo.times.note(joop, Days(WEDNESDAY, WEDNESDAY)).value
    own = sit(demo)
    key = demo.times.note(own, Days(WEDNESDAY, WEDNESDAY)).value
    assert [days.id for days in demo.times.of(own).others] == [key]
    demo.times.take_back(key)
    for refused in (
        lambda: demo.times.of(joop),
        lambda: demo.times.note(joop, Days(WEDNESDAY, WEDNESDAY)),
        lambda: demo.times.take_back(theirs),
        lambda: demo.times.set_usual(own, 0, MORNING, Willing.CAN),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    demo.sign_in.act_as(Actor())
    with pytest.raises(NotAllowedError):
        demo.times.free(WEDNESDAY, AFTERNOON)


_DATES = st.dates(date(2026, 3, 1), date(2026, 3, 31))
_PARTS = st.sampled_from([None, *DayPart])
_DAYS = st.builds(
    lambda one, other, part, extra: Days(min(one, other), max(one, other), part, extra),
    _DATES,
    _DATES,
    _PARTS,
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_DAYS, max_size=8), st.sampled_from([None, *Willing]), _DATES, st.sampled_from(list(DayPart)))
def test_what_was_accepted_never_contradicts_itself(
    wanted: list[Days], willing: Willing | None, on: date, part: DayPart
) -> None:
    known: list[Days] = []
    for days in wanted:
        try:
            rules.check("Els", days, known)
        except RefusedError:
            assert any(other.extra is not days.extra for other in known)
            continue
        known.append(days)
    holding = {days.extra for days in known if days.holds(on, part)}
    assert len(holding) <= 1
    usual = [] if willing is None else [Available(on.weekday(), part, willing)]
    expected = {frozenset(): willing, frozenset({True}): Willing.CAN, frozenset({False}): None}[frozenset(holding)]
    assert rules.willing_on(usual, known, on, part) is expected
    turned = [replace(days, extra=not days.extra) for days in known]
    assert (rules.willing_on([], turned, on, part) is None) is (holding != {False})


def test_after_their_last_day_a_host_is_free_no_more(demo: Services) -> None:
    host = ria(demo)
    with demo.store.work(Label("says when they stop")) as unit:
        row = unit.session.get(HostRow, host)
        assert row is not None
        row.leaves_on = WEDNESDAY
    assert host in demo.times.free(WEDNESDAY, AFTERNOON)
    assert host not in demo.times.free(WEDNESDAY + 7 * DAY, AFTERNOON)
