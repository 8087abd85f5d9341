"""What putting a host on a shift breaks is said in words, and nothing else is."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import DayPart, Experience, Willing
from buurtkamer_app.people.cards.records import Proofs
from buurtkamer_app.people.records import Host
from buurtkamer_app.rota.breaking import Known, breaks, left_behind, rest_between, without
from buurtkamer_app.rota.records import Place, Shift
from buurtkamer_app.rota.rules import REST

WEDNESDAY = date(2026, 3, 11)
ELS = Host(UUID(int=1), "Els", Role.HOST, True, Experience.REGULAR, True, 2)
KEES = Host(UUID(int=2), "Kees", Role.HOST, True, Experience.EXPERIENCED, True, 2)
OPEN = Shift(WEDNESDAY, DayPart.AFTERNOON, time(12, 45), time(17, 15), 2, 1)


def on(shift: Shift, *hosts: Host) -> Shift:
    places = tuple(Place(UUID(int=100 + host.id.int), host.id, host.name) for host in hosts)
    return Shift(shift.on, shift.part, shift.starts, shift.ends, shift.hosts, shift.experienced, places, shift.task)


def messages(shift: Shift, known: Known, experienced: tuple[UUID, ...] = (), *, papers: bool = True) -> list[str]:
    return [label.message for label in breaks(shift, known, experienced, papers=papers)]


def at(days: int, starts: time, ends: time, part: DayPart = DayPart.AFTERNOON) -> Shift:
    return Shift(WEDNESDAY + timedelta(days=days), part, starts, ends, 2, 0)


def test_nothing_is_said_of_who_can_come() -> None:
    assert messages(OPEN, Known(KEES, Willing.CAN), (KEES.id,)) == []


def test_who_cannot_come_then_is_named() -> None:
    assert [label.values["name"] for label in breaks(OPEN, Known(ELS, None))] == ["Els"]
    assert messages(OPEN, Known(ELS, None)) == ["{name} cannot come then."]


def test_how_gladly_they_come_is_said() -> None:
    assert messages(OPEN, Known(ELS, Willing.RATHER_NOT)) == ["{name} would rather not come then."]
    assert messages(OPEN, Known(ELS, Willing.LAST_RESORT)) == ["{name} only comes when nobody else can."]


def test_a_second_shift_on_one_day_is_said() -> None:
    morning = at(0, time(9, 45), time(13), DayPart.MORNING)
    assert messages(OPEN, Known(ELS, Willing.CAN, (morning,))) == ["{name} is on another shift that day."]


def test_too_little_rest_after_the_evening_before_is_said() -> None:
    evening = at(-1, time(19), time(23), DayPart.EVENING)
    early = at(0, time(9, 45), time(13), DayPart.MORNING)
    assert messages(early, Known(ELS, Willing.CAN, (evening,))) == ["{name} has less than 11 hours of rest."]
    assert messages(OPEN, Known(ELS, Willing.CAN, (evening,))) == []


def test_more_than_the_most_a_week_is_said_with_both_numbers() -> None:
    held = (at(-2, time(10), time(12)), at(1, time(14), time(16)))
    (label,) = breaks(OPEN, Known(ELS, Willing.CAN, held))
    assert label.values == {"name": "Els", "count": 3, "most": 2}


def test_a_shift_of_another_week_does_not_count() -> None:
    held = (at(-3, time(10), time(12)), at(5, time(14), time(16)))
    assert messages(OPEN, Known(ELS, Willing.CAN, held)) == []


def test_the_last_place_without_anybody_experienced_is_said() -> None:
    assert messages(on(OPEN, ELS), Known(ELS, Willing.CAN)) == ["Nobody with experience is on then."]
    assert messages(OPEN, Known(ELS, Willing.CAN)) == []


def test_papers_are_said_to_who_may_read_them_only() -> None:
    bar = Shift(WEDNESDAY, DayPart.AFTERNOON, time(13), time(16), 1, 0, (), "Bar", False, True, "Social hygiene")
    bare = Known(ELS, Willing.CAN)
    assert messages(bar, bare) == ["{name} has no valid VOG for this.", "{name} has no valid certificate: {what}."]
    assert messages(bar, bare, papers=False) == []
    shown = Known(ELS, Willing.CAN, proofs=Proofs(WEDNESDAY, (("social hygiene", WEDNESDAY),)))
    assert messages(bar, shown) == []


def test_a_trainee_takes_no_place() -> None:
    nadia = Host(UUID(int=3), "Nadia", Role.HOST, True, Experience.TRAINEE, True, 2)
    assert messages(OPEN, Known(nadia, Willing.CAN)) == ["{name} is learning and takes no place."]


def test_what_stays_behind_is_said() -> None:
    both = on(OPEN, ELS, KEES)
    assert [label.message for label in left_behind(both, KEES.id, (KEES.id,))] == [
        "Nobody with experience is left on the shift before."
    ]
    assert left_behind(both, ELS.id, (KEES.id,)) == ()
    assert [label.message for label in left_behind(on(OPEN, ELS), ELS.id, ())] == [
        "Nobody is left on the shift before."
    ]


def test_who_left_is_off_the_shift() -> None:
    assert [place.host for place in without(on(OPEN, ELS, KEES), ELS.id).places] == [KEES.id]


@settings(max_examples=30)
@given(days=st.integers(1, 3), ends=st.integers(10, 23), starts=st.integers(0, 22))
def test_rest_is_the_time_between_whichever_comes_first(days: int, ends: int, starts: int) -> None:
    one = at(0, time(9), time(ends))
    other = at(days, time(starts), time(starts, 30))
    gap = rest_between(one, other)
    assert gap == rest_between(other, one) == timedelta(days=days, hours=starts - ends)
    said = "{name} has less than 11 hours of rest." in messages(other, Known(ELS, Willing.CAN, (one,)))
    assert said == (gap < REST)
