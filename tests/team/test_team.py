"""The team: set up and changed by the coordinator, its members with shifts and without, and what is only warned of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.printing.team_told import length_warning, size_warning
from buurtkamer_app.team import rules
from buurtkamer_app.team.records import Team, TeamMember
from tests.team.rooms import WEDNESDAY, gives, sit, who

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

NEW = Team("Buurtvolk Zuid", WEDNESDAY, 0, 5000, 10000, 4, 5)


def member(services: Services, name: str) -> TeamMember | None:
    return next((one for one in services.teams.members().named if one.name == name), None)


def undo(services: Services, change: object) -> None:
    services.history.undo(change.unit)  # type: ignore[attr-defined]


def test_a_room_without_a_team_gets_one_and_it_can_be_changed_and_undone(services: Services) -> None:
    assert services.teams.team() is None
    services.teams.set_up(NEW)
    changed = services.teams.set_up(replace(NEW, name="  Buurtvolk   West ", target_low=6000, years=8))
    assert services.teams.team() == replace(NEW, name="Buurtvolk West", target_low=6000, years=8)
    undo(services, changed)
    assert services.teams.team() == NEW


@pytest.mark.parametrize(
    "wrong",
    [
        replace(NEW, started_on=date.max),
        replace(NEW, name=" "),
        replace(NEW, name="x" * 10_000),
        replace(NEW, name="Noord\u202e"),
        replace(NEW, target_low=10_001),
        replace(NEW, target_low=-1),
        replace(NEW, target_high=2_000_000),
        replace(NEW, minutes_before=-60),
        replace(NEW, years=0),
        replace(NEW, years=21),
        replace(NEW, members_besides_hosts=-1),
    ],
)
def test_what_a_team_cannot_be_is_refused_and_the_rest_stays(services: Services, wrong: Team) -> None:
    services.teams.set_up(NEW)
    with pytest.raises(RefusedError):
        services.teams.set_up(wrong)
    assert services.teams.team() == NEW


def test_a_host_does_not_change_the_team_but_sees_who_is_in_it(demo: Services) -> None:
    sit(demo, "Ria Postma")
    assert member(demo, "Joop Kramer") is not None
    for work in (
        lambda: demo.teams.set_up(NEW),
        lambda: demo.teams.add_member("Nia"),
        lambda: demo.teams.join(who(demo, "Kees Vos")),
        lambda: demo.teams.leave(who(demo, "Joop Kramer")),
        lambda: demo.teams.with_shifts(who(demo, "Joop Kramer"), does=False),
    ):
        with pytest.raises(NotAllowedError):
            work()


@pytest.mark.parametrize(("people", "kindly"), [(0, True), (14, True), (15, False), (25, False), (26, True)])
def test_a_team_outside_15_to_25_is_warned_of_and_never_stopped(people: int, kindly: bool) -> None:  # noqa: FBT001
    assert bool(size_warning(people)) is kindly


@pytest.mark.parametrize(("years", "kindly"), [(3, True), (4, False), (6, False), (7, True)])
def test_a_programme_outside_4_to_6_years_is_warned_of(years: int, kindly: bool) -> None:  # noqa: FBT001
    assert bool(length_warning(years)) is kindly
    assert rules.kept_team(replace(NEW, years=years)).years == years


def test_a_member_without_shifts_is_in_the_team_and_nowhere_where_hosts_are_chosen(demo: Services) -> None:
    before = demo.teams.members()
    key = demo.teams.add_member("Nia Boukhari", "06 12345678", of_unnamed=True).value
    after = demo.teams.members()
    assert (after.unnamed, after.count) == (before.unnamed - 1, before.count)
    assert member(demo, "Nia Boukhari") == TeamMember(key, "Nia Boukhari", 0)
    host = demo.people.host(key)
    assert (host.rostered, host.at_desk) == (False, False)
    shift = next(iter(demo.rota.shifts(WEDNESDAY + timedelta(days=1), WEDNESDAY + timedelta(days=14))))
    assert key not in {choice.host.id for choice in demo.putting.choices(shift.key)}
    with pytest.raises(RefusedError):
        demo.sign_in.enter(key, "000000")


def test_everybody_else_of_the_practice_room_sits_at_the_desk(demo: Services) -> None:
    assert all(host.at_desk for host in demo.people.hosts())


def test_a_member_begins_to_do_shifts_and_stops_again(demo: Services) -> None:
    key = demo.teams.add_member("Nia Boukhari").value
    demo.teams.with_shifts(key, does=True)
    assert demo.people.host(key).rostered
    assert demo.people.host(key).at_desk
    demo.teams.with_shifts(key, does=False)
    assert not demo.people.host(key).rostered


def test_an_added_member_counts_beside_those_without_a_name_unless_it_is_one_of_them(demo: Services) -> None:
    before = demo.teams.members()
    demo.teams.add_member("Nia Boukhari")
    assert demo.teams.members().count == before.count + 1
    undo(demo, demo.teams.add_member("Wim de Groot", of_unnamed=True).change)
    assert demo.teams.members().unnamed == before.unnamed


def test_a_name_that_is_taken_or_none_changes_nothing(demo: Services) -> None:
    before = demo.teams.members()
    for name in ("Ria Postma", " ", "x" * 10_000):
        with pytest.raises(RefusedError):
            demo.teams.add_member(name, of_unnamed=True)
    with pytest.raises(RefusedError):
        demo.teams.add_member("Nia Boukhari", "bel maar")
    assert demo.teams.members() == before


def test_without_a_team_nobody_joins_it(services: Services) -> None:
    with pytest.raises(RefusedError):
        services.teams.add_member("Nia Boukhari")
    assert services.people.hosts() == []


def test_a_host_joins_and_leaves_and_stays_a_host(demo: Services) -> None:
    kees = who(demo, "Kees Vos")
    demo.teams.join(kees)
    assert member(demo, "Kees Vos") is not None
    demo.teams.leave(kees)
    assert member(demo, "Kees Vos") is None
    assert demo.people.host(kees).rostered


def test_who_did_no_shifts_leaves_altogether_and_their_hours_stay_counted(demo: Services) -> None:
    key = demo.teams.add_member("Nia Boukhari").value
    gives(demo, "Nia Boukhari", WEDNESDAY - timedelta(days=1), 3)
    before = demo.hours.pace()
    demo.teams.leave(key)
    after = demo.hours.pace()
    assert before is not None
    assert after is not None
    assert (after.minutes, after.members) == (before.minutes, before.members - 1)
    assert key not in {host.id for host in demo.people.hosts()}


def test_hours_of_a_member_before_the_team_began_are_refused_those_of_others_are_not(demo: Services) -> None:
    before = date(2025, 12, 31)
    with pytest.raises(RefusedError) as refused:
        gives(demo, ("Kees Vos", "Ria Postma"), before, 2)
    assert "01-01-2026" in refused.value.sentence()
    gives(demo, "Kees Vos", before, 2)
    assert demo.hours.sheet(who(demo, "Kees Vos"), before).sums.month == 120


def test_training_and_talks_are_there_for_a_member_without_shifts(demo: Services) -> None:
    key = demo.teams.add_member("Nia Boukhari").value
    demo.trainings.put_usual()
    topic = demo.trainings.topics()[0].id
    demo.trainings.trained(topic, WEDNESDAY, [key])
    demo.trainings.talked(key, WEDNESDAY, agreed="eerst meelopen")
    learner = next(one for one in demo.trainings.overview().learners if one.id == key)
    assert learner.learned == ((topic, WEDNESDAY),)
    assert learner.talk is not None
    assert learner.talk.agreed == "eerst meelopen"


def test_who_leaves_altogether_leaves_no_pin_behind_and_undo_gives_none_back(demo: Services) -> None:
    key = demo.teams.add_member("Nia Boukhari").value
    demo.sign_in.set_pin(key, "271828")
    gone = demo.teams.leave(key)
    with pytest.raises(RefusedError):
        demo.sign_in.enter(key, "271828")
    assert gone.unit is not None
    demo.history.undo(gone.unit)
    assert key in {host.id for host in demo.people.hosts()}
    with pytest.raises(RefusedError):
        demo.sign_in.enter(key, "271828")
