"""In which order one calls who can come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import CallResult, DayPart, Experience, Willing
from buurtkamer_app.people.cards.records import Proofs
from buurtkamer_app.people.records import Host
from buurtkamer_app.rota.breaking import Known
from buurtkamer_app.rota.cover.records import Call, Weighed, Why
from buurtkamer_app.rota.cover.rules import is_over, is_pressing, may_come, ranked, whys
from buurtkamer_app.rota.records import Shift

DAY: Final = date(2026, 3, 11)
SHIFT: Final = Shift(DAY, DayPart.MORNING, time(9, 45), time(13), 2, 1)
NOON: Final = datetime(2026, 3, 11, 12, 9)  # noqa: DTZ001 - never compared with an instant


def host(name: str, *, experience: Experience = Experience.REGULAR) -> Host:
    return Host(UUID(int=sum(map(ord, name))), name, Role.HOST, False, experience, True, 2)


def one(name: str, willing: Willing | None = Willing.CAN, **told: object) -> Weighed:
    return replace(Weighed(host(name), willing), **told)  # type: ignore[arg-type]


weighed = st.builds(
    one,
    st.text("abcdefgh", min_size=1, max_size=4),
    st.sampled_from(Willing),
    offered=st.booleans(),
    needed=st.booleans(),
    near=st.booleans(),
    knows=st.booleans(),
    full=st.booleans(),
    load=st.floats(0, 20),
    call=st.none() | st.builds(Call, st.sampled_from(CallResult), st.just(NOON)),
)


@given(found=st.lists(weighed, max_size=12), pressing=st.booleans())
def test_nobody_is_lost_however_they_came(*, found: list[Weighed], pressing: bool) -> None:
    order = ranked(found, pressing=pressing)
    assert sorted(map(repr, order)) == sorted(map(repr, found))
    assert [entry.load for entry in ranked(found[::-1], pressing=pressing)] == [entry.load for entry in order]


@given(found=st.lists(weighed, max_size=12), pressing=st.booleans())
def test_who_said_no_stands_after_all_who_did_not(*, found: list[Weighed], pressing: bool) -> None:
    said_no = [one.call is not None and one.call.result is CallResult.NO for one in ranked(found, pressing=pressing)]
    assert said_no == sorted(said_no)


@given(weighed)
def test_each_has_a_reason_and_it_never_says_that_they_would_rather_not(found: Weighed) -> None:
    assert whys(found)
    assert whys(replace(found, willing=Willing.CAN)) == whys(replace(found, willing=Willing.RATHER_NOT))


def test_who_can_is_asked_then_who_offered_and_at_the_last_who_only_comes_then() -> None:
    order = ranked(
        [
            one("last", Willing.LAST_RESORT),
            one("full", full=True),
            one("rather not", Willing.RATHER_NOT),
            one("offered", None, offered=True),
            one("can", load=9.0),
        ],
        pressing=False,
    )
    assert [entry.host.name for entry in order] == ["can", "offered", "rather not", "full", "last"]
    assert whys(order[1]) == (Why.OFFERED,)
    assert whys(order[4]) == (Why.ASK_LAST,)


def test_when_it_presses_who_lives_near_goes_before_who_did_least() -> None:
    near, little = one("near", near=True, load=6.0), one("little", load=0.0)
    assert [entry.host.name for entry in ranked([near, little], pressing=False)] == ["little", "near"]
    assert [entry.host.name for entry in ranked([little, near], pressing=True)] == ["near", "little"]


def test_who_did_hardly_less_is_not_asked_before_who_lives_near_or_knows_the_work() -> None:
    order = ranked([one("a", load=0.1), one("b", near=True, load=0.9), one("c", knows=True, load=0.9)], pressing=False)
    assert [entry.host.name for entry in order] == ["b", "c", "a"]


def test_who_has_the_experience_that_is_lacking_is_asked_first() -> None:
    assert ranked([one("a"), one("z", needed=True, load=9.0)], pressing=False)[0].host.name == "z"


def test_nobody_is_called_who_comes_from_a_late_shift_or_is_on_that_day() -> None:
    evening = replace(SHIFT, on=DAY - timedelta(days=1), part=DayPart.EVENING, starts=time(17), ends=time(23))
    earlier = replace(evening, ends=time(22, 45))
    later = replace(SHIFT, part=DayPart.AFTERNOON, starts=time(13), ends=time(17))
    held = {"late": evening, "rested": earlier, "same day": later}
    able = {
        name: may_come(SHIFT, Known(host(name), Willing.CAN, (other,)), offered=False) for name, other in held.items()
    }
    assert able == {"late": False, "rested": True, "same day": False}


def test_a_trainee_is_never_called_nor_who_cannot_and_did_not_offer() -> None:
    assert not may_come(SHIFT, Known(host("t", experience=Experience.TRAINEE), Willing.CAN), offered=True)
    assert not may_come(SHIFT, Known(host("x"), None), offered=False)
    assert may_come(SHIFT, Known(host("x"), None), offered=True)


def test_papers_that_are_asked_must_hold_on_the_day() -> None:
    asking = replace(SHIFT, asks_vog=True, asks="EHBO")
    shown = Known(host("x"), Willing.CAN, (), Proofs(DAY, (("ehbo", DAY),)))
    assert may_come(asking, shown, offered=False)
    assert not may_come(
        asking, replace(shown, proofs=replace(shown.proofs, vog_until=DAY - timedelta(days=1))), offered=True
    )
    for lacking in (replace(shown.proofs, vog_until=DAY - timedelta(days=1)), replace(shown.proofs, shows=())):
        assert not may_come(asking, replace(shown, proofs=lacking), offered=True)


def test_a_shift_presses_from_three_hours_before_and_is_over_at_its_end() -> None:
    morning = datetime.combine(DAY, time(6, 44))
    assert not is_pressing(SHIFT, morning)
    assert is_pressing(SHIFT, morning + timedelta(minutes=1))
    assert not is_over(SHIFT, datetime.combine(DAY, time(12, 59)))
    assert is_over(SHIFT, datetime.combine(DAY, time(13)))
