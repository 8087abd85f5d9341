"""Who rings off, who can be called, who takes over, on every store."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart, Experience, Willing
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.rota.cover.records import Candidate, Seek, StripLine, Why
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
AFTERNOON = ShiftKey(WEDNESDAY, DayPart.AFTERNOON)
NEXT_WEEK = ShiftKey(WEDNESDAY + timedelta(days=7), DayPart.AFTERNOON)


def key_of(services: Services, name: str) -> UUID:
    return services.people.host_named(name).id


def shift_of(services: Services, key: ShiftKey) -> Shift:
    return next(shift for shift in services.rota.shifts(key.on, key.on) if shift.key == key)


def called(services: Services, seek: Seek) -> list[Candidate]:
    return list(services.cover.calling(seek).candidates)


@pytest.fixture
def kees(demo: Services) -> UUID:
    """Let Kees hold a place this afternoon, and not come."""
    key = key_of(demo, "Kees Vos")
    demo.rota.put_on(key, WEDNESDAY, DayPart.AFTERNOON)
    demo.rota.no_show(key, AbsenceReason.UNKNOWN)
    return key


@pytest.fixture
def to_come(demo: Services) -> UUID:
    """Give the place that Kees holds next week."""
    demo.rota.put_on(key_of(demo, "Kees Vos"), NEXT_WEEK.on, NEXT_WEEK.part)
    return shift_of(demo, NEXT_WEEK).places[0].id


def test_who_can_come_then_is_named_and_nobody_else(demo: Services, kees: UUID) -> None:
    hosts = {host.id: host for host in demo.people.hosts()}
    free = demo.times.free(WEDNESDAY, DayPart.AFTERNOON)
    calling = demo.cover.calling(Seek(host=kees))
    assert (calling.need.shift.key, calling.need.gone) == (AFTERNOON, "Kees Vos")
    assert {one.id for one in calling.candidates} == {
        key for key in free if hosts[key].rostered and hosts[key].experience is not Experience.TRAINEE and key != kees
    }
    assert all(Why.CAN in one.whys and one.phone for one in calling.candidates)


def test_who_is_away_or_on_another_shift_that_day_is_not_called(demo: Services, kees: UUID) -> None:
    first, second = called(demo, Seek(host=kees))[:2]
    demo.times.note(first.id, Days(WEDNESDAY, WEDNESDAY))
    demo.rota.put_on(second.id, WEDNESDAY, DayPart.MORNING)
    left = {one.id for one in called(demo, Seek(host=kees))}
    assert left
    assert not left & {first.id, second.id}


def test_who_did_least_comes_first_and_no_figure_is_told(demo: Services, to_come: UUID) -> None:
    before = [one for one in called(demo, Seek(place=to_come)) if Why.OFFERED not in one.whys]
    for week in range(1, 5):
        demo.rota.put_on(before[0].id, WEDNESDAY - timedelta(days=7 * week), DayPart.AFTERNOON)
    after = [one.id for one in called(demo, Seek(place=to_come))]
    assert after.index(before[0].id) > after.index(before[1].id)
    names = [field.name for field in fields(Candidate)]
    assert not any(field.startswith(("load", "done", "count")) for field in names)


def test_a_certificate_that_the_shift_asks_is_asked_of_who_comes(demo: Services) -> None:
    patterns = [
        part if part.weekday != 2 or part.part is not DayPart.AFTERNOON else replace(part, asks_vog=True, asks="EHBO")
        for part in demo.room.plan().patterns
    ]
    demo.shift_patterns.set_patterns(patterns)
    assert called(demo, Seek(NEXT_WEEK)) == []
    samira = key_of(demo, "Samira El Idrissi")
    demo.cards.add_certificate(samira, "EHBO", WEDNESDAY, None)
    assert called(demo, Seek(NEXT_WEEK)) == []
    demo.cards.set_vog(samira, WEDNESDAY, None)
    assert [one.id for one in called(demo, Seek(NEXT_WEEK))] == [samira]


def test_a_number_is_shown_when_it_is_on_the_list_and_always_to_the_coordinator(demo: Services, kees: UUID) -> None:
    joop = key_of(demo, "Joop Kramer")
    demo.cards.set_reach(joop, "Joop Kramer", "020 000 00 07", on_list=False)
    assert next(one for one in called(demo, Seek(host=kees)) if one.id == joop).phone
    demo.sign_in.act_as(Actor(Role.HOST, kees, "Kees Vos"))
    seen = next(one for one in called(demo, Seek(host=kees)) if one.id == joop)
    assert (seen.phone, seen.listed) == ("", False)
    assert all(one.listed for one in called(demo, Seek(host=kees)) if one.id != joop)


def test_each_call_is_kept_with_its_time_and_who_said_no_stands_last(
    demo: Services, kees: UUID, clock: SetClock
) -> None:
    first, second = called(demo, Seek(host=kees))[:2]
    clock.instant = datetime(2026, 3, 11, 12, 9, tzinfo=UTC)
    demo.cover.called(AFTERNOON, first.id, CallResult.NO)
    demo.cover.called(AFTERNOON, second.id, CallResult.NO_ANSWER)
    found = called(demo, Seek(host=kees))
    assert [one.id for one in found[-2:]] == [second.id, first.id]
    assert found[-1].call is not None
    assert found[-1].call.at.replace(tzinfo=UTC) == clock.instant


def test_who_says_yes_takes_over_in_one_undo_step(demo: Services, kees: UUID) -> None:
    calling = demo.cover.calling(Seek(host=kees))
    second = calling.candidates[1]
    made = demo.cover.takes(AFTERNOON, second.id, calling.need.place)
    shift = shift_of(demo, AFTERNOON)
    assert [place.host for place in shift.on_duty] == [second.id]
    assert demo.cover.takings(WEDNESDAY, WEDNESDAY) == {made.value: "Kees Vos"}
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    assert shift_of(demo, AFTERNOON).on_duty == ()
    assert next(one for one in called(demo, Seek(host=kees)) if one.id == second.id).call is None


def test_a_place_is_taken_over_once_and_only_of_who_cannot_come(demo: Services, kees: UUID) -> None:
    calling = demo.cover.calling(Seek(host=kees))
    first, second = (one.id for one in calling.candidates[:2])
    demo.cover.takes(AFTERNOON, first, calling.need.place)
    with pytest.raises(RefusedError) as refused:
        demo.cover.takes(AFTERNOON, second, calling.need.place)
    assert refused.value.message == "Somebody took this shift over already."


def test_a_host_rings_off_days_ahead_and_comes_after_all(demo: Services, to_come: UUID) -> None:
    change = demo.cover.rings_off(to_come, AbsenceReason.ILL)
    assert "absence" in change.kinds
    assert shift_of(demo, NEXT_WEEK).on_duty == ()
    assert demo.rota.no_shows(WEDNESDAY, NEXT_WEEK.on) == 0
    samira = key_of(demo, "Samira El Idrissi")
    demo.cover.comes_after_all(to_come)
    assert len(shift_of(demo, NEXT_WEEK).on_duty) == 1
    with pytest.raises(RefusedError):
        demo.cover.takes(NEXT_WEEK, samira, to_come)
    demo.cover.rings_off(to_come)
    demo.cover.takes(NEXT_WEEK, samira, to_come)
    assert [place.host for place in shift_of(demo, NEXT_WEEK).on_duty] == [samira]
    with pytest.raises(RefusedError):
        demo.cover.comes_after_all(to_come)


def test_a_substitute_who_rings_off_is_replaced_in_turn(demo: Services, to_come: UUID) -> None:
    samira, joop = key_of(demo, "Samira El Idrissi"), key_of(demo, "Joop Kramer")
    demo.cover.rings_off(to_come)
    place = demo.cover.takes(NEXT_WEEK, samira, to_come).value
    demo.cover.rings_off(place)
    last = demo.cover.takes(NEXT_WEEK, joop, place).value
    assert [one.host for one in shift_of(demo, NEXT_WEEK).on_duty] == [joop]
    assert demo.cover.strip([(last, "")]) == (
        StripLine(NEXT_WEEK.on, time(12, 45), time(17, 15), "", "Joop", "Samira"),
    )


def test_a_shift_that_is_over_stays_as_it_was(demo: Services, kees: UUID, clock: SetClock) -> None:
    place = demo.cover.calling(Seek(host=kees)).need.place
    assert place is not None
    clock.instant = datetime(2026, 3, 11, 17, 0, tzinfo=UTC)
    with pytest.raises(RefusedError) as refused:
        demo.cover.rings_off(place)
    assert refused.value.message == "This shift is over, so it stays as it was."


def test_an_open_place_is_taken_by_who_says_yes_until_it_is_full(demo: Services) -> None:
    names = ("Samira El Idrissi", "Joop Kramer", "Ria Postma")
    one, two, three = (key_of(demo, name) for name in names)
    demo.cover.takes(NEXT_WEEK, one)
    demo.cover.takes(NEXT_WEEK, two)
    assert {place.host for place in shift_of(demo, NEXT_WEEK).on_duty} == {one, two}
    with pytest.raises(RefusedError):
        demo.cover.takes(NEXT_WEEK, three)


def test_who_is_sought_for_an_open_place_stands_in_for_who_rang_off(demo: Services, to_come: UUID) -> None:
    assert demo.cover.calling(Seek(NEXT_WEEK)).need.place is None
    demo.cover.rings_off(to_come)
    need = demo.cover.calling(Seek(NEXT_WEEK)).need
    assert (need.place, need.gone) == (to_come, "Kees Vos")


def test_an_offer_stands_at_an_open_place_until_it_is_filled_or_taken_back(demo: Services) -> None:
    samira, joop, ria = (key_of(demo, name) for name in ("Samira El Idrissi", "Joop Kramer", "Ria Postma"))
    demo.sign_in.act_as(Actor(Role.HOST, joop, "Joop Kramer"))
    demo.offers.offer(NEXT_WEEK)
    demo.offers.offer(NEXT_WEEK)
    span = WEDNESDAY, NEXT_WEEK.on
    assert [one.host_name for one in demo.offers.of(*span)[NEXT_WEEK]] == ["Joop Kramer"]
    found = called(demo, Seek(NEXT_WEEK))
    at = [one.id for one in found].index(joop)
    assert found[at].whys[0] is Why.OFFERED
    assert at > 0
    demo.cover.takes(NEXT_WEEK, samira)
    demo.cover.takes(NEXT_WEEK, ria)
    assert demo.offers.of(*span) == {}
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    assert NEXT_WEEK in demo.offers.of(*span)
    demo.offers.take_back(NEXT_WEEK)
    assert demo.offers.of(*span) == {}


def test_a_host_offers_only_for_themselves_and_a_trainee_not_at_all(demo: Services) -> None:
    joop, samira = key_of(demo, "Joop Kramer"), key_of(demo, "Samira El Idrissi")
    demo.offers.offer(NEXT_WEEK, samira)
    learning = next(host for host in demo.people.hosts() if host.experience is Experience.TRAINEE)
    with pytest.raises(RefusedError):
        demo.offers.offer(NEXT_WEEK, learning.id)
    demo.sign_in.act_as(Actor(Role.HOST, joop, "Joop Kramer"))
    with pytest.raises(NotAllowedError):
        demo.offers.take_back(NEXT_WEEK, samira)


def test_who_offered_is_called_although_they_usually_cannot_then(demo: Services) -> None:
    free = demo.times.free(*NEXT_WEEK[:2])
    able = [host for host in demo.people.hosts() if host.rostered and host.experience is not Experience.TRAINEE]
    other = next(host.id for host in able if host.id not in free)
    demo.offers.offer(NEXT_WEEK, other)
    whys = {one.id: one.whys for one in called(demo, Seek(NEXT_WEEK))}
    assert Why.OFFERED in whys[other]
    assert Why.CAN not in whys[other]


def test_in_the_week_of_another_group_one_is_asked_last(demo: Services) -> None:
    samira = key_of(demo, "Samira El Idrissi")
    demo.week_groups.set_turns(2)
    demo.week_groups.put_in(samira, 1)
    found = called(demo, Seek(NEXT_WEEK))
    assert found[-1].id == samira
    assert found[-1].whys[0] is Why.ASK_LAST
    demo.times.set_usual(samira, 2, DayPart.AFTERNOON, Willing.LAST_RESORT)
    assert called(demo, Seek(AFTERNOON))[-1].id == samira


def test_numbers_are_for_who_is_signed_in(demo: Services, kees: UUID) -> None:
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.cover.calling(Seek(host=kees))


def test_a_host_puts_nobody_on_who_is_learning_and_the_coordinator_may(demo: Services, kees: UUID) -> None:
    nadia = key_of(demo, "Nadia Bouali")
    shift = demo.cover.calling(Seek(host=kees)).need.shift
    place = next(place.id for place in shift.places if place.host == kees)
    demo.cover.rings_off(place)
    demo.sign_in.act_as(Actor(Role.HOST, key_of(demo, "Ria Postma"), "Ria Postma"))
    with pytest.raises(RefusedError, match="Nadia Bouali"):
        demo.cover.takes(shift.key, nadia, place)
    demo.sign_in.act_as(Actor(Role.COORDINATOR))
    demo.cover.takes(shift.key, nadia, place)
    assert nadia in {one.host for one in shift_of(demo, shift.key).on_duty}


def test_who_is_on_a_shift_does_not_offer_for_it(demo: Services) -> None:
    samira = key_of(demo, "Samira El Idrissi")
    demo.offers.offer(NEXT_WEEK, samira)
    demo.cover.takes(NEXT_WEEK, samira)
    assert demo.offers.of(NEXT_WEEK.on, NEXT_WEEK.on) == {}
    with pytest.raises(RefusedError, match="Samira"):
        demo.offers.offer(NEXT_WEEK, samira)
