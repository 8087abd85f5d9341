"""Fixed shifts: what can be agreed, when it falls, what can no longer be kept; on every store."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Experience, Willing
from buurtkamer_app.people.cards.records import Working
from buurtkamer_app.people.records import Available
from buurtkamer_app.people.times import said
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.room.records import ShiftPattern
from buurtkamer_app.rota.fixed import rules
from buurtkamer_app.rota.fixed.records import Agreed, FixedShift
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
MONDAY = date(2026, 3, 16)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
MORNING, AFTERNOON, EVENING = DayPart
MONDAYS = Agreed(0, MORNING, TODAY)


def host(services: Services, name: str = "Joop Kramer") -> UUID:
    return services.people.host_named(name).id


def due(services: Services, first: date = TODAY, last: date = TODAY + 4 * WEEK) -> list[tuple[date, str, list[str]]]:
    found = services.fixed.due(first, last)
    return [(key.on, key.part, [one.host_name for one in there]) for key, there in sorted(found.items())]


def test_every_monday_morning_is_every_monday_morning(demo: Services) -> None:
    demo.fixed.agree(host(demo), MONDAYS)
    assert due(demo) == [(MONDAY + week * WEEK, MORNING, ["Joop Kramer"]) for week in range(4)]
    (agreed,) = demo.fixed.of(host(demo))
    assert (agreed.host_name, agreed.weekday, agreed.part, agreed.every) == ("Joop Kramer", 0, MORNING, 1)
    assert demo.rota.shifts(MONDAY, MONDAY)[0].places == ()


def test_each_second_week_until_a_day_counts_from_the_week_of_the_first_day(demo: Services) -> None:
    demo.fixed.agree(host(demo), Agreed(0, MORNING, MONDAY, MONDAY + 5 * WEEK, every=2))
    assert [on for on, _part, _who in due(demo, last=MONDAY + 20 * WEEK)] == [
        MONDAY + week * WEEK for week in (0, 2, 4)
    ]


def test_closed_days_and_days_away_are_left_out(demo: Services) -> None:
    demo.fixed.agree(host(demo), MONDAYS)
    demo.room.close_days(MONDAY, MONDAY, "Vloer in de was")
    demo.times.note(host(demo), Days(MONDAY + WEEK, MONDAY + WEEK))
    assert [on for on, _part, _who in due(demo)] == [MONDAY + 2 * WEEK, MONDAY + 3 * WEEK]
    assert demo.fixed.troubles(TODAY, TODAY + 4 * WEEK) == []


def test_an_agreement_ends_and_can_be_taken_back(demo: Services) -> None:
    key = demo.fixed.agree(host(demo), MONDAYS).value
    change = demo.fixed.end(key)
    assert due(demo) == []
    with pytest.raises(RefusedError):
        demo.fixed.end(key)
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert len(due(demo)) == 4


def test_agreeing_again_on_the_same_shift_changes_the_weeks(demo: Services) -> None:
    first = demo.fixed.agree(host(demo), MONDAYS).value
    assert demo.fixed.agree(host(demo), Agreed(0, MORNING, MONDAY, every=2)).value == first
    assert [one.every for one in demo.fixed.of(host(demo))] == [2]


@pytest.mark.parametrize(
    ("agreed", "refusal", "values"),
    [
        (
            Agreed(1, MORNING, TODAY, TODAY - DAY),
            "{name}: the last day, {last}, comes before the first.",
            {"last": "dinsdag 10 maart"},
        ),
        (Agreed(1, MORNING, TODAY, TODAY), "{name}: no {moment} falls between these days.", {"moment": 1}),
        (Agreed(1, MORNING, TODAY, every=9), "{name}: between every week and every {most} weeks.", {"most": 8}),
        (
            Agreed(1, MORNING, date(2126, 3, 11)),
            "{name}: {day} is too far away. Look at the year.",
            {"day": "maandag 11 maart"},
        ),
        (Agreed(5, MORNING, TODAY), "{name}: there is no such shift on {moment}.", {"moment": 5}),
        (Agreed(3, MORNING, TODAY), "{name} cannot on {moment}. Change the times first.", {"moment": 3}),
        (Agreed(2, MORNING, TODAY), "{name} has {moment} fixed already. One shift a day.", {"moment": 2}),
    ],
)
def test_what_cannot_be_agreed_is_refused_by_host_and_day(
    demo: Services, agreed: Agreed, refusal: str, values: dict[str, object]
) -> None:
    joop = host(demo)
    demo.fixed.agree(joop, Agreed(2, AFTERNOON, TODAY))
    if "moment" in values:
        taken = agreed if agreed.weekday != 2 else Agreed(2, AFTERNOON, TODAY)
        values = {"moment": said.moment(taken.weekday, taken.part)}
    with pytest.raises(RefusedError) as refused:
        demo.fixed.agree(joop, agreed)
    assert refused.value.sentence() == translate(refusal, name="Joop Kramer", **values)
    assert len(demo.fixed.of(joop)) == 1


def test_no_more_are_fixed_than_there_are_places(demo: Services) -> None:
    for name in ("Joop Kramer", "Fatma Yildiz"):
        demo.fixed.agree(host(demo, name), MONDAYS)
    with pytest.raises(RefusedError) as refused:
        demo.fixed.agree(host(demo, "Truus Bakker"), MONDAYS)
    assert "Truus Bakker" in refused.value.sentence()
    assert "maandag 16 maart" in refused.value.sentence()
    assert "Fatma Yildiz, Joop Kramer" in refused.value.sentence()


def test_two_who_take_turns_count_for_one_place(demo: Services) -> None:
    for name, first in (("Joop Kramer", MONDAY), ("Fatma Yildiz", MONDAY + WEEK), ("Truus Bakker", MONDAY)):
        demo.fixed.agree(host(demo, name), Agreed(0, MORNING, first, every=2))
    demo.fixed.agree(host(demo, "Henk de Wit"), Agreed(0, MORNING, MONDAY + WEEK, every=2))
    assert all(len(who) == 2 for _on, _part, who in due(demo, MONDAY))
    with pytest.raises(RefusedError, match="Youssef Amrani"):
        demo.fixed.agree(host(demo, "Youssef Amrani"), Agreed(0, MORNING, MONDAY + 7 * WEEK, every=8))


def test_no_more_than_the_most_shifts_a_week_and_no_trainee(demo: Services) -> None:
    fatma = host(demo, "Fatma Yildiz")
    demo.fixed.agree(fatma, MONDAYS)
    with pytest.raises(RefusedError, match="Fatma Yildiz"):
        demo.fixed.agree(fatma, Agreed(4, MORNING, TODAY))
    with pytest.raises(RefusedError, match="Nadia Bouali"):
        demo.fixed.agree(host(demo, "Nadia Bouali"), MONDAYS)


def test_an_evening_and_the_morning_after_leave_eleven_hours(demo: Services) -> None:
    kees = host(demo, "Kees Vos")
    late = [
        replace(one, ends=time(23, 30)) if one.part is EVENING else replace(one, weekday=5) if one.weekday == 3 else one
        for one in demo.room.plan().patterns
    ]
    demo.shift_patterns.set_patterns(late)
    demo.times.set_usual(kees, 5, MORNING, Willing.CAN)
    demo.fixed.agree(kees, Agreed(4, EVENING, TODAY))
    with pytest.raises(RefusedError) as refused:
        demo.fixed.agree(kees, Agreed(5, MORNING, TODAY))
    assert refused.value.sentence() == translate(
        "{name} would have less than 11 hours of rest around {day}.", name="Kees Vos", day="zaterdag 14 maart"
    )


def test_a_task_that_asks_a_vog_is_fixed_once_it_was_seen(demo: Services) -> None:
    joop = host(demo)
    demo.shift_patterns.set_patterns([replace(one, asks_vog=True) for one in demo.room.plan().patterns])
    with pytest.raises(RefusedError, match="Joop Kramer"):
        demo.fixed.agree(joop, MONDAYS)
    demo.cards.set_vog(joop, TODAY, MONDAY + DAY)
    demo.fixed.agree(joop, MONDAYS)
    (trouble,) = demo.fixed.troubles(TODAY, TODAY + 4 * WEEK)
    assert trouble.on == MONDAY + WEEK
    assert "Joop Kramer" in trouble.why.say()


def test_what_changed_afterwards_is_told_once_with_the_first_day(demo: Services) -> None:
    joop, fatma = host(demo), host(demo, "Fatma Yildiz")
    demo.fixed.agree(joop, MONDAYS)
    demo.fixed.agree(fatma, MONDAYS)
    demo.times.set_usual(joop, 0, MORNING, None)
    demo.cards.set_working(fatma, Working(Experience.TRAINEE, 1, team_member=True, lives_near=False))
    troubles = demo.fixed.troubles(TODAY, TODAY + 4 * WEEK)
    assert {(one.host, one.on, one.why.message) for one in troubles} == {
        (joop, MONDAY, rules.CANNOT),
        (fatma, MONDAY, rules.LEARNING),
    }
    assert [who for _on, _part, who in due(demo)] == [["Fatma Yildiz"]] * 4


def test_fewer_places_or_fewer_shifts_a_week_are_told(demo: Services) -> None:
    joop, fatma = host(demo), host(demo, "Fatma Yildiz")
    demo.fixed.agree(joop, MONDAYS)
    demo.fixed.agree(joop, Agreed(1, MORNING, TODAY))
    demo.fixed.agree(fatma, MONDAYS)
    demo.shift_patterns.set_patterns([replace(one, hosts=1, experienced=0) for one in demo.room.plan().patterns])
    demo.cards.set_working(joop, Working(Experience.REGULAR, 1, team_member=True, lives_near=False))
    troubles = demo.fixed.troubles(TODAY, TODAY + 4 * WEEK)
    assert {(one.host, one.on, one.why.message) for one in troubles} == {
        (joop, MONDAY, rules.NO_PLACE),
        (joop, MONDAY + DAY, rules.TOO_MANY),
    }


def test_who_is_at_the_desk_sees_agreements_and_only_the_coordinator_makes_them(demo: Services) -> None:
    joop = host(demo)
    key = demo.fixed.agree(joop, MONDAYS).value
    demo.sign_in.act_as(Actor(Role.HOST, joop, "Joop Kramer"))
    assert list(demo.fixed.due(MONDAY, MONDAY)) == [ShiftKey(MONDAY, MORNING)]
    for refused in (
        lambda: demo.fixed.agree(joop, MONDAYS),
        lambda: demo.fixed.end(key),
        lambda: demo.fixed.troubles(MONDAY, MONDAY),
    ):
        with pytest.raises(NotAllowedError):
            refused()


@settings(max_examples=50, deadline=None)
@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 6), st.integers(1, 8), st.integers(0, 300))
def test_the_days_of_an_agreement_are_that_weekday_each_so_many_weeks(
    first: date, weekday: int, every: int, length: int
) -> None:
    agreed = Agreed(weekday, MORNING, first, first + length * DAY, every)
    days = [on for ahead in range(length + 20) if agreed.falls_on(on := first + ahead * DAY)]
    assert all(on.weekday() == weekday for on in days)
    assert all(after - on == every * WEEK for on, after in pairwise(days))
    assert list(rules.moments(agreed, 60)) == days
    assert bool(days) or length < 7 * every


_ALWAYS = tuple(Available(weekday, part) for weekday in range(7) for part in DayPart)
_PATTERNS = tuple(
    ShiftPattern(weekday, part, time(start), time(start + 4), 1 + weekday % 2, 0)
    for weekday in range(7)
    for part, start in ((MORNING, 7), (EVENING, 19))
)
_WORKERS = [
    rules.Worker(UUID(int=number + 1), f"Gast {number}", False, number + 1, _ALWAYS, None) for number in range(3)
]
_AGREED = st.builds(
    lambda weekday, part, first, every, length: Agreed(
        weekday, part, MONDAY + first * DAY, None if length is None else MONDAY + (first + length) * DAY, every
    ),
    st.integers(0, 6),
    st.sampled_from([MORNING, EVENING]),
    st.integers(0, 40),
    st.sampled_from([1, 1, 2, 3]),
    st.one_of(st.none(), st.integers(0, 60)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_WORKERS), _AGREED), max_size=12))
def test_agreements_that_were_accepted_can_all_be_kept(wanted: list[tuple[rules.Worker, Agreed]]) -> None:
    known: list[FixedShift] = []
    for number, (who, agreed) in enumerate(wanted):
        try:
            rules.check(who, agreed, known, _PATTERNS)
        except RefusedError:
            continue
        values = {name: getattr(agreed, name) for name in ("weekday", "part", "first", "last", "every", "task")}
        known.append(FixedShift(**values, id=UUID(int=100 + number), host=who.id, host_name=who.name))
    weeks: Counter[tuple[UUID, int]] = Counter()
    for offset in range(25 * 7):
        on = MONDAY + offset * DAY
        there = [one for one in known if one.falls_on(on)]
        assert max(Counter(one.host for one in there).values(), default=0) <= 1
        for pattern in _PATTERNS:
            if pattern.weekday == on.weekday():
                assert sum(one.part is pattern.part for one in there) <= pattern.hosts
        weeks.update((one.host, offset // 7) for one in there)
        late = {one.host for one in there if one.part is EVENING}
        assert not late & {one.host for one in known if one.part is MORNING and one.falls_on(on + DAY)}
    most = {who.id: who.most_a_week for who in _WORKERS}
    assert all(count <= most[host] for (host, _week), count in weeks.items())
