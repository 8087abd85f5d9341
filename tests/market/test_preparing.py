"""Markets before the day: what a new one begins with, its parts, roles, sessions, permits and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive, SessionKind
from buurtkamer_app.market.records import (
    Action,
    ClashKind,
    Element,
    Goal,
    MarketEvent,
    MarketRole,
    PermitState,
    Presence,
    Session,
    Talent,
)

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

MAY = date(2026, 5, 30)
WEDNESDAY = date(2026, 3, 11)


def market(services: Services, name: str = "Market in May", on: date = MAY) -> UUID:
    """Write down a market from eleven to five."""
    return services.markets.events.write(MarketEvent(name, on, time(11), time(17), "De Koningsplaats")).value


def part(event: UUID, name: str, starts: int = 13, place: str = "", owner: str = "") -> Element:
    """Give a performance of an hour."""
    kind, motive = ElementKind.PERFORMANCE, Motive.RELAXATION
    return Element(event, kind, name, motive, owner, "", time(starts), time(starts + 1), place)


def test_a_new_market_has_five_vacant_roles_a_plan_and_its_permit_eight_weeks_ahead(demo: Services) -> None:
    event = market(demo)
    roles = demo.markets.roles_of(event)
    assert [role.role for role in roles] == list(EventRole)
    assert all(role.vacant for role in roles)
    first = demo.markets.permits_of(event)[0]
    assert (first.step.it.weeks_before, first.by) == (8, date(2026, 4, 4))
    it = demo.markets.events.one(event).it
    assert (it.wide_cm, it.high_cm) == (4000, 3000)


def test_writing_down_a_market_is_one_step_that_undo_takes_back(demo: Services) -> None:
    outcome = demo.markets.events.write(MarketEvent("Markt", MAY, time(11), time(17), "Plein"))
    assert outcome.change.unit is not None
    demo.history.undo(outcome.change.unit)
    assert demo.markets.events.all() == []
    assert demo.markets.roles.all() == []
    assert demo.markets.permits.all() == []


def test_taking_a_market_away_takes_all_that_belongs_to_it_and_undo_brings_it_back(demo: Services) -> None:
    event = market(demo)
    demo.markets.elements.add_stalls(event, 3, "Books")
    met = demo.markets.sessions.write(Session(event, SessionKind.START, WEDNESDAY, time(10), time(12))).value
    demo.markets.presence.set(met, [demo.people.host_named("Ria Postma").id], ["Anna"])
    gone = demo.markets.events.take_away(event)
    assert demo.markets.elements.all() == []
    assert demo.markets.presence.all() == []
    assert gone.unit is not None
    demo.history.undo(gone.unit)
    assert len(demo.markets.elements.all(event_id=event)) == 3
    assert len(demo.markets.presence.all(session_id=met)) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        MarketEvent("  ", MAY, time(11), time(17), "Plein"),
        MarketEvent("Markt", MAY, time(11), time(17), ""),
        MarketEvent("Markt", MAY, time(17), time(11), "Plein"),
        MarketEvent("Markt", date(1899, 5, 1), time(11), time(17), "Plein"),
        MarketEvent("Markt", MAY, time(11), time(17), "Plein", about="a" * 10_000),
        MarketEvent("a" * 10_000, MAY, time(11), time(17), "Plein"),
        MarketEvent("Markt", MAY, time(11), time(17), "Plein", network_at=time(20)),
        MarketEvent("Markt", MAY, time(11), time(17), "Plein", visitors=-1),
    ],
)
def test_a_market_that_cannot_be_is_refused_and_nothing_is_written(demo: Services, wrong: MarketEvent) -> None:
    with pytest.raises(RefusedError):
        demo.markets.events.write(wrong)
    assert demo.markets.events.all() == []


def test_the_next_market_comes_first_and_one_that_does_not_go_on_is_not_the_next(demo: Services) -> None:
    old, later = market(demo, "Old", date(2025, 9, 6)), market(demo, "Later", date(2026, 9, 5))
    soon, off = market(demo, "Soon", date(2026, 4, 4)), market(demo, "Off", date(2026, 3, 28))
    known = demo.markets.events.one(off)
    demo.markets.events.write(replace(known.it, cancelled="Storm"), off, known.version)
    assert [one.id for one in demo.markets.listed()] == [off, soon, later, old]
    found = demo.markets.next_or_last(WEDNESDAY)
    assert found is not None
    assert found.id == soon
    last = demo.markets.next_or_last(date(2027, 1, 1))
    assert last is not None
    assert last.id == later
    between = demo.markets.between(date(2026, 3, 1), date(2026, 4, 30))
    assert [one.it.name for one in between] == ["Off", "Soon"]


def test_without_any_market_there_is_neither_a_next_nor_a_last_one(demo: Services) -> None:
    assert demo.markets.next_or_last(WEDNESDAY) is None
    assert demo.markets.listed() == []


def test_who_is_not_signed_in_sees_when_markets_are_but_not_who_is_in_them(demo: Services) -> None:
    event = market(demo)
    demo.sign_in.act_as(NOBODY)
    assert [known.id for known in demo.markets.between(MAY, MAY)] == [event]
    with pytest.raises(NotAllowedError):
        demo.markets.elements.all(event_id=event)
    with pytest.raises(NotAllowedError):
        demo.markets.clashes(event)


def test_parts_get_the_next_free_number_and_a_number_is_of_one_part_only(demo: Services) -> None:
    event = market(demo)
    elements = demo.markets.elements
    elements.write(part(event, "Choir", 11))
    third = elements.write(replace(part(event, "Band", 12), number=3)).value
    second = elements.write(part(event, "Dance", 13)).value
    assert elements.one(second).it.number == 2
    with pytest.raises(RefusedError):
        elements.write(replace(elements.one(third).it, number=1), third)
    assert elements.one(third).it.number == 3
    elements.write(replace(elements.one(third).it, name="Brass band"), third)
    assert elements.one(third).it.name == "Brass band"


def test_several_stalls_are_written_down_at_once_with_the_numbers_that_follow(demo: Services) -> None:
    event = market(demo)
    demo.markets.elements.write(part(event, "Choir"))
    change = demo.markets.elements.add_stalls(event, 80, "Flea market", "Square")
    numbers = [known.it.number for known in demo.markets.elements.all(event_id=event)]
    assert numbers == list(range(1, 82))
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert len(demo.markets.elements.all(event_id=event)) == 1
    for count in (0, 201):
        with pytest.raises(RefusedError):
            demo.markets.elements.add_stalls(event, count, "Flea market")


def test_a_performance_in_two_places_at_one_time_is_refused_with_where_it_is_already(demo: Services) -> None:
    event = market(demo)
    demo.markets.elements.write(part(event, "Choir De Klinkers", 13, "Stage 1"))
    with pytest.raises(RefusedError, match="Stage 1"):
        demo.markets.elements.write(part(event, "choir de klinkers", 13, "Stage 2"))
    moved = demo.markets.elements.write(part(event, "Choir De Klinkers", 15, "Stage 2")).value
    with pytest.raises(RefusedError):
        demo.markets.elements.write(part(event, "Choir De Klinkers", 13, "Stage 2"), moved)
    assert demo.markets.elements.one(moved).it.starts == time(15)


def test_a_stall_without_name_or_with_half_a_time_is_refused(demo: Services) -> None:
    event = market(demo)
    stall = Element(event, ElementKind.STALL, "Books", Motive.DISCOVERY)
    for wrong in (replace(stall, name=""), replace(stall, starts=time(12)), replace(stall, number=10_000)):
        with pytest.raises(RefusedError):
            demo.markets.elements.write(wrong)
    with pytest.raises(RefusedError):
        demo.markets.elements.write(replace(stall, owner="a" * 10_000))


def test_a_role_of_a_host_keeps_no_second_name_and_is_vacant_again_without_anybody(demo: Services) -> None:
    event = market(demo)
    role = demo.markets.roles_of(event)[0]
    ria = demo.people.host_named("Ria Postma").id
    demo.markets.roles.write(MarketRole(event, role.role, "somebody", ria), role.id)
    held = demo.markets.roles_of(event)[0]
    assert (held.who, held.host, held.vacant) == ("Ria Postma", ria, False)
    assert demo.markets.roles.one(role.id).it.name == ""
    demo.markets.roles.write(MarketRole(event, role.role), role.id)
    assert demo.markets.roles_of(event)[0].vacant


def test_who_was_at_a_session_is_one_step_and_the_hours_of_hosts_are_given(demo: Services) -> None:
    event = market(demo)
    met = demo.markets.sessions.write(Session(event, SessionKind.WORKING, WEDNESDAY, time(9), time(11))).value
    ria, joop = (demo.people.host_named(name).id for name in ("Ria Postma", "Joop Kramer"))
    demo.markets.presence.set(met, [ria], ["Anna", "  ", "Anna"])
    assert demo.markets.presence.of(met) == (frozenset({ria}), ("Anna",))
    demo.markets.presence.set(met, [joop, ria], [])
    assert demo.markets.presence.of(met) == (frozenset({ria, joop}), ())
    for host in (ria, joop):
        assert demo.hours.by_day(WEDNESDAY, WEDNESDAY)[host] == {WEDNESDAY: 120}


def test_nobody_was_at_a_session_that_is_still_to_come(demo: Services) -> None:
    event = market(demo)
    met = demo.markets.sessions.write(Session(event, SessionKind.DAY, MAY, time(9), time(19))).value
    with pytest.raises(RefusedError):
        demo.markets.presence.set(met, [], ["Anna"])
    with pytest.raises(RefusedError):
        demo.markets.presence.write(Presence(met))
    assert demo.markets.presence.of(met) == (frozenset(), ())


def test_an_action_is_late_past_its_day_and_not_any_more_when_it_is_done(demo: Services) -> None:
    event = market(demo)
    action = demo.markets.actions.write(Action(event, "Book the stage", "Anna", date(2026, 3, 10))).value
    assert [known.id for known in demo.markets.overview(event).late] == [action]
    demo.markets.set_done(action, done=True)
    assert demo.markets.actions.one(action).it.done_on == WEDNESDAY
    assert demo.markets.overview(event).late == ()
    demo.markets.set_done(action, done=False)
    assert len(demo.markets.overview(event).late) == 1


def test_a_talent_is_proposed_for_the_part_with_words_in_common_and_matched(demo: Services) -> None:
    event = market(demo)
    demo.markets.elements.write(part(event, "Fietsen maken", 11))
    choir = demo.markets.elements.write(part(event, "Buurtkoor zingt", 12)).value
    talent = demo.markets.talents.write(Talent(event, "Gerrit", likes="Zingen met anderen")).value
    demo.markets.talents.write(Talent(event, "Bram", good_at="Koken"))
    suits = demo.markets.suits(event)
    assert [(one.talent, one.element, one.words) for one in suits] == [(talent, choir, ("zingen",))]
    demo.markets.match(talent, choir)
    assert demo.markets.suits(event) == ()
    demo.markets.elements.take_away(choir)
    assert demo.markets.talents.one(talent).it.element_id is None


def test_goals_keep_the_order_that_was_given_to_them(demo: Services) -> None:
    event, other = market(demo), market(demo, "Other")
    first = demo.markets.goals.write(Goal(event, "Neighbours meet")).value
    demo.markets.goals.write(Goal(other, "Not here"))
    second = demo.markets.goals.write(Goal(event, "Professionals meet")).value
    demo.markets.goals.move(second, -1, event_id=event)
    assert [known.id for known in demo.markets.goals.all(event_id=event)] == [second, first]


def test_permits_count_down_to_their_day(demo: Services, clock: SetClock) -> None:
    event = market(demo, on=date(2026, 5, 6))
    first = demo.markets.permits_of(event)[0]
    assert (first.by, first.state) == (WEDNESDAY, PermitState.SOON)
    step = first.step
    demo.markets.permits.write(replace(step.it, asked_on=WEDNESDAY), step.id, step.version)
    asked = next(permit for permit in demo.markets.permits_of(event) if permit.step.id == step.id)
    assert asked.state is PermitState.ASKED
    with pytest.raises(RefusedError):
        demo.markets.permits.write(replace(asked.step.it, done_on=date(2026, 3, 1)), step.id)
    clock.instant = clock.instant.replace(month=4)
    assert PermitState.LATE in {permit.state for permit in demo.markets.permits_of(event)}


def test_the_overview_says_what_is_open_and_what_clashes(demo: Services) -> None:
    event = market(demo)
    demo.markets.elements.write(part(event, "Choir", 13, "Stage 1"))
    demo.markets.elements.write(part(event, "Rap", 13, "stage 1"))
    seen = demo.markets.overview(event)
    assert sum(role.vacant for role in seen.roles) == 5
    assert [clash.kind for clash in seen.clashes] == [ClashKind.PLACE]
    assert len(seen.elements) == 2


def test_a_host_with_a_shift_at_the_hours_of_their_part_clashes(demo: Services) -> None:
    monday = date(2026, 3, 16)
    shift = next(one for day in range(7) for one in demo.rota.shifts(monday, date(2026, 3, 16 + day)) if not one.task)
    joop = demo.people.host_named("Joop Kramer")
    if all(place.host != joop.id for place in shift.places):
        demo.rota.put_on(joop.id, shift.on, shift.part)
    event = demo.markets.events.write(MarketEvent("Markt", shift.on, time(8), time(22), "Plein")).value
    stall = Element(event, ElementKind.STALL, "Bikes", Motive.MEETING, "joop kramer")
    key = demo.markets.elements.write(stall).value
    duties = [clash for clash in demo.markets.clashes(event) if clash.kind is ClashKind.DUTY]
    assert [clash.elements for clash in duties] == [(key,)]
    assert "Joop Kramer" in duties[0].say()
    assert "Joop Kramer" not in duties[0].without_names().say()


def test_a_talent_is_not_matched_to_a_part_of_another_market(services: Services) -> None:
    here, elsewhere = market(services), market(services, "Market in June")
    choir = services.markets.elements.write(part(elsewhere, "Choir")).value
    talent = services.markets.talents.write(Talent(here, "Anja", likes="singing")).value
    with pytest.raises(RefusedError):
        services.markets.match(talent, choir)
    assert services.markets.talents.one(talent).it.element_id is None


@pytest.mark.parametrize("hidden", ["\x00", "\ud800", "\u202e", "\u200f", "\ufeff"])
def test_signs_that_nobody_can_read_stand_in_no_text_of_a_market(services: Services, hidden: str) -> None:
    event = services.markets.events.one(market(services))
    with pytest.raises(RefusedError):
        services.markets.events.write(replace(event.it, about=f"one\ntwo{hidden}"), event.id)
    with pytest.raises(RefusedError):
        services.market_days.set_network(event.id, None, f"coffee{hidden}")
    assert services.market_days.propose(event.id).value


def test_a_part_does_not_move_to_another_market(services: Services) -> None:
    here, elsewhere = market(services), market(services, "Market in June")
    choir = services.markets.elements.write(part(here, "Choir")).value
    with pytest.raises(RefusedError):
        services.markets.elements.write(part(elsewhere, "Choir"), choir)
    assert services.markets.elements.one(choir).it.event_id == here
