"""How a question about a room's rota becomes a puzzle: who can be put where, what stays, what is said to be strange."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.cards.records import Proofs
from buurtkamer_app.people.records import Available
from buurtkamer_app.people.times import said
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.rota.engine.solving import solve
from buurtkamer_app.rota.filling.posing import pose
from buurtkamer_app.rota.filling.records import Asked, Hand, Question
from buurtkamer_app.rota.fixed.records import Agreed
from buurtkamer_app.rota.records import ShiftKey, Turns

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.rota.filling.posing import Posed

MONDAY = date(2026, 3, 2)
HOURS = {
    DayPart.MORNING: (time(9), time(13)),
    DayPart.AFTERNOON: (time(13), time(17)),
    DayPart.EVENING: (time(19), time(22, 30)),
}
ALWAYS = tuple(Available(weekday, part) for weekday in range(7) for part in DayPart)
MORNINGS = tuple(Available(weekday, DayPart.MORNING) for weekday in range(7))


def hand(number: int, times: tuple[Available, ...] = ALWAYS, **more: Any) -> Hand:
    """Give a host, called after their number."""
    return Hand(UUID(int=number), f"Host {number}", **{"experienced": True, "most_a_week": 7, "times": times, **more})


def shift(ahead: int, part: DayPart = DayPart.MORNING, hosts: int = 1, **more: Any) -> Asked:
    """Give a shift so many days after Monday 2 March 2026."""
    task = more.pop("task", "")
    return Asked(ShiftKey(MONDAY + timedelta(days=ahead), part, task), *HOURS[part], hosts, 0, **more)


def question(*shifts: Asked, hands: tuple[Hand, ...], weeks: int = 1, **more: Any) -> Question:
    return Question(MONDAY, MONDAY + timedelta(weeks=weeks, days=-1), shifts, hands, **more)


def names(posed: Posed) -> list[list[str]]:
    """Give who is on each shift in the best answer."""
    answer = solve(posed.puzzle, 10)
    assert answer.proven
    return [[one.name for one in hands] for hands in posed.who(answer)]


def sentences(labels: tuple[Label, ...]) -> list[str]:
    return [label.say() for label in labels]


def test_the_fair_share_is_rounded_half_up_and_capped_by_what_times_allow() -> None:
    shifts = [shift(day) for day in range(7)]
    posed = pose(question(*shifts, hands=(hand(1), hand(2), hand(3, MORNINGS[:2]), hand(4, trainee=True))))
    # 7 places for 3: 2.33; the third can on two days.
    assert [member.share for member in posed.puzzle.members] == [2, 2, 2, None]
    posed = pose(question(*shifts, hands=(hand(1), hand(2))))
    assert [member.share for member in posed.puzzle.members] == [4, 4]
    posed = pose(question(*shifts, hands=(hand(1), hand(2, MORNINGS[:1]), hand(3, most_a_week=0))))
    assert [member.share for member in posed.puzzle.members] == [4, 1, 0]


def test_nobody_is_there_again_within_eleven_hours() -> None:
    late, early = shift(0, DayPart.EVENING), shift(1)
    posed = pose(question(late, early, hands=(hand(1),)))
    assert posed.puzzle.apart == ((0, 1),)
    assert sum(map(len, names(posed))) == 1
    in_time = replace(late, ends=time(22))
    assert names(pose(question(in_time, early, hands=(hand(1),)))) == [["Host 1"], ["Host 1"]]


def test_what_is_held_around_the_period_counts_for_rest_and_for_the_week() -> None:
    sunday = (UUID(int=1), ShiftKey(MONDAY - timedelta(days=1), DayPart.EVENING), *HOURS[DayPart.EVENING])
    posed = pose(question(shift(0), shift(1), hands=(hand(1),), held_around=(sunday,)))
    assert names(posed) == [[], ["Host 1"]]
    # A period from Wednesday on: Monday's shift is one of the two of that week.
    monday = (UUID(int=1), ShiftKey(MONDAY, DayPart.MORNING), *HOURS[DayPart.MORNING])
    asked = question(shift(2), shift(3), shift(4), hands=(hand(1, most_a_week=2),), held_around=(monday,))
    posed = pose(replace(asked, first=MONDAY + timedelta(days=2)))
    assert sum(map(len, names(posed))) == 1
    assert posed.puzzle.members[0].share == 1


def test_a_last_resort_is_only_asked_for_a_place_that_would_stay_open() -> None:
    unwilling = (Available(0, DayPart.MORNING, Willing.LAST_RESORT),)
    assert names(pose(question(shift(0), hands=(hand(1, unwilling), hand(2, MORNINGS, most_a_week=1))))) == [["Host 2"]]
    posed = pose(question(shift(0), hands=(hand(1, unwilling),)))
    assert (names(posed), posed.puzzle.members[0].share) == ([["Host 1"]], 0)
    # Not to have somebody experienced on it.
    asked = replace(shift(0), experienced=1)
    learned = hand(2, MORNINGS, experienced=False)
    assert names(pose(question(asked, hands=(hand(1, unwilling), learned)))) == [["Host 2"]]


def test_who_offered_to_do_it_if_nobody_else_does_is_asked_at_last() -> None:
    offered = hand(1, (), offers=frozenset({shift(0).key}))
    assert names(pose(question(shift(0), shift(1), hands=(offered,)))) == [["Host 1"], []]
    assert names(pose(question(shift(0), hands=(offered, hand(2))))) == [["Host 2"]]


def test_in_the_week_of_another_group_one_is_only_asked_at_last() -> None:
    hands = (hand(1, group=1), hand(2, group=2))
    asked = question(shift(0), shift(7), hands=hands, weeks=2, turns=Turns(2, MONDAY))
    assert names(pose(asked)) == [["Host 1"], ["Host 2"]]
    assert names(pose(replace(asked, hands=hands[:1]))) == [["Host 1"], ["Host 1"]]


@pytest.mark.parametrize(
    ("more", "can"),
    [
        ({}, False),
        ({"proofs": Proofs(MONDAY)}, True),
        ({"proofs": Proofs(MONDAY - timedelta(days=1))}, False),
    ],
)
def test_a_task_that_asks_a_vog_is_for_who_has_shown_one(more: dict[str, Any], can: bool) -> None:  # noqa: FBT001
    assert names(pose(question(shift(0, asks_vog=True), hands=(hand(1, **more),)))) == [["Host 1"] if can else []]


@pytest.mark.parametrize(
    ("shows", "can"),
    [
        ((), False),
        ((("EHBO", None),), True),
        ((("ehbo", None),), True),
        ((("EHBO", MONDAY),), True),
        ((("EHBO", MONDAY - timedelta(days=1)),), False),
        ((("BHV", None),), False),
    ],
)
def test_a_task_that_asks_a_certificate_is_for_who_holds_it(
    shows: tuple[tuple[str, date | None], ...],
    can: bool,  # noqa: FBT001 - both are the case
) -> None:
    one = hand(1, proofs=Proofs(None, shows))
    assert names(pose(question(shift(0, asks="EHBO"), hands=(one,)))) == [["Host 1"] if can else []]


def test_who_is_away_is_not_asked_and_who_is_there_extra_is() -> None:
    away = hand(1, otherwise=(Days(MONDAY, MONDAY, DayPart.MORNING), Days(date(2020, 1, 1), date(2030, 1, 1))))
    assert names(pose(question(shift(0), shift(1), hands=(away,)))) == [[], []]
    extra = hand(1, (), otherwise=(Days(MONDAY, MONDAY + timedelta(days=1), DayPart.MORNING, extra=True),))
    assert names(pose(question(shift(0), shift(0, DayPart.EVENING), shift(2), hands=(extra,)))) == [["Host 1"], [], []]


def test_places_that_are_held_stay_with_who_holds_them_whatever_their_times_say() -> None:
    gone, learning = UUID(int=99), hand(3, trainee=True)
    held = shift(0, hosts=3, held=(UUID(int=1), gone, UUID(int=3)))
    posed = pose(question(held, hands=(hand(1, ()), hand(2), learning)))
    answer = solve(posed.puzzle, 10)
    assert [one.name for one in posed.who(answer)[0]] == ["Host 1", "Host 3"]
    assert (posed.open_places(answer), answer.proven) == ((0,), True)
    too_many = shift(0, hosts=1, held=(UUID(int=1), UUID(int=2)))
    assert names(pose(question(too_many, hands=(hand(1), hand(2))))) == [["Host 1", "Host 2"]]


def test_nobody_is_put_on_a_shift_that_has_begun() -> None:
    posed = pose(question(shift(0, hosts=2, held=(UUID(int=1),), begun=True), hands=(hand(1), hand(2))))
    answer = solve(posed.puzzle, 10)
    assert ([one.name for one in posed.who(answer)[0]], posed.open_places(answer)) == (["Host 1"], (0,))


def test_an_agreement_is_kept_on_its_days_and_waits_for_an_absence() -> None:
    every_second = Agreed(0, DayPart.MORNING, MONDAY, every=2)
    away = Days(MONDAY + timedelta(weeks=2), MONDAY + timedelta(weeks=2))
    fixed = hand(1, most_a_week=1, fixed=(every_second,), otherwise=(away,))
    shifts = [shift(7 * week) for week in range(5)]
    posed = pose(question(*shifts, hands=(fixed, hand(2, experienced=False)), weeks=5))
    assert posed.puzzle.members[0].fixed == (0, 4)
    assert posed.troubles == ()


def agreed(ahead: int = 0, part: DayPart = DayPart.MORNING) -> Agreed:
    return Agreed(ahead, part, MONDAY)


@pytest.mark.parametrize(
    ("hands", "shifts", "sentence", "kept"),
    [
        (
            (hand(1, fixed=(agreed(),)), hand(2, fixed=(agreed(),))),
            (shift(0),),
            "{host} agreed to {day}, but all places are taken.",
            [[0], []],
        ),
        (
            (hand(2, (), fixed=(agreed(),)),),
            (shift(0),),
            "{host} agreed to {moment}, but their times say otherwise.",
            [[0]],
        ),
        (
            (hand(2, fixed=(agreed(),), trainee=True),),
            (shift(0),),
            "{host} agreed to {day}, but is still learning.",
            [[]],
        ),
        (
            (hand(2, fixed=(agreed(),)),),
            (shift(0, asks_vog=True),),
            "{host} agreed to {day}, but cannot show what it asks.",
            [[]],
        ),
        (
            (hand(2, fixed=(agreed(0, DayPart.MORNING), agreed(0, DayPart.EVENING))),),
            (shift(0), shift(0, DayPart.EVENING)),
            "{host} agreed to {day}, but has another shift then.",
            [[0]],
        ),
        (
            (hand(2, fixed=(agreed(0),)),),
            (replace(shift(-1, DayPart.EVENING), held=(UUID(int=2),)), shift(0)),
            "{host} agreed to {day}, but would rest less than 11 hours.",
            [[0]],
        ),
        (
            (hand(2, most_a_week=1, fixed=(agreed(0),)),),
            (shift(0), shift(3, held=(UUID(int=2),))),
            "{host} agreed to {day}, but that week is full for them.",
            [[1]],
        ),
    ],
)
def test_an_agreement_that_breaks_a_rule_is_said_by_host_and_day(
    hands: tuple[Hand, ...], shifts: tuple[Asked, ...], sentence: str, kept: list[list[int]]
) -> None:
    asked = question(*shifts, hands=hands, weeks=1)
    if shifts[0].key.on < MONDAY:
        asked = replace(asked, first=shifts[0].key.on)
    posed = pose(asked)
    told = translate(sentence, host="Host 2", day=said.day(MONDAY), moment=said.moment(0, DayPart.MORNING))
    assert sentences(posed.troubles)[:1] == [told]
    assert [list(member.fixed) for member in posed.puzzle.members] == kept
    assert solve(posed.puzzle, 10).proven


def test_the_same_agreement_is_said_once_and_the_rest_is_filled() -> None:
    hands = (hand(1, fixed=(agreed(),)), hand(2, fixed=(agreed(),)), hand(3))
    posed = pose(question(*[shift(7 * week) for week in range(4)], shift(1), hands=hands, weeks=4))
    assert len(posed.troubles) == 1
    assert all(names(posed))


def test_days_that_cannot_both_be_are_said_by_host_and_day() -> None:
    tuesday = MONDAY + timedelta(days=1)
    both = hand(1, otherwise=(Days(MONDAY, tuesday), Days(tuesday, tuesday, DayPart.MORNING, extra=True)))
    twice = hand(2, otherwise=(Days(MONDAY, tuesday), Days(tuesday, MONDAY + timedelta(days=4))))
    apart = hand(3, otherwise=(Days(MONDAY, MONDAY, DayPart.MORNING), Days(MONDAY, MONDAY, DayPart.EVENING)))
    posed = pose(question(shift(1), hands=(both, twice, apart)))
    assert sentences(posed.troubles) == [
        translate("{host} is both away and there on {day}.", host="Host 1", day=said.day(tuesday)),
        translate("{host} is away twice over on {day}.", host="Host 2", day=said.day(tuesday)),
    ]
    assert names(posed) == [["Host 3"]]


def test_with_nobody_at_all_every_place_is_open_and_that_is_said() -> None:
    posed = pose(question(shift(0, hosts=2), hands=()))
    answer = solve(posed.puzzle, 10)
    assert (posed.open_places(answer), answer.cost, answer.proven) == ((2,), 2000, True)
    assert sentences(posed.troubles) == [translate("There is nobody yet who can be on the rota.")]


def test_tasks_of_one_part_of_the_day_are_shifts_of_their_own() -> None:
    posed = pose(question(shift(0), shift(0, task="Koffie"), hands=(hand(1), hand(2))))
    assert sorted(map(len, names(posed))) == [1, 1]
    assert [duty.kind for duty in posed.puzzle.duties] == [0, 1]
