"""The endings of wishes with their steps and dates, on every store."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Ending, TellReason, Theme, ToldHow, WishStatus
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.wishes.endings.records import Goes, Match, Step, WishEnding
from buurtkamer_app.wishes.records import NewWish, Wish

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
THURSDAY = date(2026, 3, 12)


def wish_of(demo: Services, key: UUID) -> Wish:
    return next(wish for wish in demo.wishes.all() if wish.id == key)


def ending_of(demo: Services, key: UUID) -> WishEnding:
    found = demo.endings.ending(key)
    assert found is not None
    return found


def match_of(demo: Services, key: UUID) -> Match:
    found = ending_of(demo, key).match
    assert found is not None
    return found


def asked_by_truus(demo: Services) -> UUID:
    new = NewWish(
        "Iemand die met mij meegaat naar de markt.",
        Theme.INFORMAL_CARE,
        asked_by="Truus",
        contact="06 11111111",
        may_contact=True,
    )
    return demo.wishes.write(new).value


def test_a_match_goes_step_by_step_until_the_wish_is_done(demo: Services, clock: SetClock) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    matches.begin(wish, "Joke", "06 22222222")
    assert match_of(demo, wish).step is Step.ASK_ASKER
    matches.asker_said_yes(wish)
    assert match_of(demo, wish).step is Step.ASK_HELPER
    matches.helper_said_yes(wish)
    assert match_of(demo, wish).step is Step.MEET
    matches.meet(wish, THURSDAY, time(10, 30))
    assert ending_of(demo, wish).ask_again_on == THURSDAY + timedelta(days=14)
    assert sorted((line.name, line.contact, line.on, line.at) for line in demo.telling.tellings()) == [
        ("Joke", "06 22222222", THURSDAY, time(10, 30)),
        ("Truus", "06 11111111", THURSDAY, time(10, 30)),
    ]
    demo.telling.told_all(wish, ToldHow.PHONE)
    assert demo.endings.due() == []
    clock.instant += timedelta(days=15)
    assert [(due.number, due.whom, due.met) for due in demo.endings.due()] == [(41, "Joke", True)]
    matches.asked(wish, "Elke dinsdag samen naar de markt.", Goes.WELL)
    assert match_of(demo, wish).step is Step.DONE
    assert wish_of(demo, wish).status is WishStatus.DONE
    assert demo.endings.due() == []


def test_no_number_is_given_before_both_said_yes(demo: Services) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    matches.begin(wish, "Joke", "06 22222222")
    matches.helper_said_yes(wish)
    assert (match_of(demo, wish).asker_phone, match_of(demo, wish).helper_phone) == ("", "")
    with pytest.raises(RefusedError):
        matches.meet(wish, THURSDAY, time(10, 30))
    matches.asker_said_yes(wish)
    assert (match_of(demo, wish).asker_phone, match_of(demo, wish).helper_phone) == ("06 11111111", "06 22222222")


@pytest.mark.parametrize(
    ("on", "at"),
    [
        (TODAY - timedelta(days=1), time(10, 30)),
        (date(2026, 3, 14), time(10, 30)),
        (THURSDAY, time(3, 0)),
        (date(2036, 3, 12), time(10, 30)),
        (date(2026, 3, 19), time(10, 30)),
    ],
)
def test_two_only_meet_when_the_room_is_open(demo: Services, on: date, at: time) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    demo.room.close_days(date(2026, 3, 19), date(2026, 3, 19), "verwarming")
    matches.begin(wish, "Joke")
    matches.asker_said_yes(wish)
    matches.helper_said_yes(wish, "06 22222222")
    with pytest.raises(RefusedError):
        matches.meet(wish, on, at)
    assert match_of(demo, wish).meets_on is None


def test_how_it_goes_is_only_asked_after_they_met(demo: Services) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    matches.begin(wish, "Joke", "06 22222222")
    with pytest.raises(RefusedError):
        matches.asked(wish, "", Goes.WELL)


def test_a_match_that_stopped_leaves_the_wish_open_and_nobody_to_tell(demo: Services, clock: SetClock) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    matches.begin(wish, "Joke", "06 22222222")
    matches.asker_said_yes(wish)
    matches.helper_said_yes(wish)
    matches.meet(wish, THURSDAY, time(10, 30))
    clock.instant += timedelta(days=15)
    matches.asked(wish, "Zij is verhuisd.", Goes.STOPPED)
    assert (wish_of(demo, wish).status, wish_of(demo, wish).to_tell) == (WishStatus.TALKING, 0)
    assert demo.endings.ending(wish) is None


def test_asking_later_moves_the_day_on_which_somebody_asks(demo: Services, clock: SetClock) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    matches.begin(wish, "Joke", "06 22222222")
    matches.asker_said_yes(wish)
    matches.helper_said_yes(wish)
    matches.meet(wish, TODAY, time(14, 30))
    clock.instant += timedelta(days=14)
    matches.asked(wish, "Nog even wennen.", Goes.ASK_AGAIN)
    assert ending_of(demo, wish).ask_again_on == TODAY + timedelta(days=28)
    assert wish_of(demo, wish).status is WishStatus.RUNNING


def test_only_named_helpers_visit_at_home(demo: Services) -> None:
    wish, home = demo.wishes.numbered(11), demo.endings.home_helpers
    with pytest.raises(RefusedError):
        demo.endings.matches.begin(wish, "Joke", home_visits=True)
    assert demo.endings.ending(wish) is None
    home.name("Joke")
    demo.endings.matches.begin(wish, "Joke", home_visits=True)
    assert match_of(demo, wish).home_visits
    (named,) = home.all()
    home.take_off(named.id)
    assert not match_of(demo, wish).home_visits
    assert home.all() == []


def test_only_the_coordinator_names_who_visits_at_home(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.endings.home_helpers.name("Joke")
    assert demo.endings.home_helpers.all() == []


def test_a_bench_is_reported_its_people_are_told_and_then_it_is_done(demo: Services) -> None:
    wish = demo.wishes.numbered(14)
    demo.endings.report(wish, "Gebiedsmakelaar stadsdeel", "M-2026-081")
    found = ending_of(demo, wish)
    assert (found.kind, found.number, found.ask_again_on) == (
        Ending.REPORTED,
        "M-2026-081",
        TODAY + timedelta(days=21),
    )
    assert (wish_of(demo, wish).status, wish_of(demo, wish).to_tell) == (WishStatus.RUNNING, 3)
    (line,) = demo.telling.tellings()
    assert (line.reason, line.ending, line.whom, line.number) == (
        TellReason.ENDED,
        Ending.REPORTED,
        "Gebiedsmakelaar stadsdeel",
        "M-2026-081",
    )
    demo.telling.told(line.id, ToldHow.IN_PERSON, 2)
    assert (wish_of(demo, wish).status, wish_of(demo, wish).to_tell) == (WishStatus.RUNNING, 1)
    demo.telling.told(line.id, ToldHow.IN_PERSON)
    assert wish_of(demo, wish).status is WishStatus.DONE


def test_what_is_answered_is_told_again_before_the_wish_is_done(demo: Services) -> None:
    wish = demo.wishes.numbered(14)
    demo.endings.report(wish, "Gebiedsmakelaar stadsdeel")
    demo.telling.told_all(wish)
    demo.endings.answered(wish, "Het bankje komt in mei.", "M-7")
    assert (ending_of(demo, wish).closed_on, ending_of(demo, wish).number) == (TODAY, "M-7")
    assert (wish_of(demo, wish).status, wish_of(demo, wish).to_tell) == (WishStatus.RUNNING, 3)
    assert demo.telling.tellings()[0].answer == "Het bankje komt in mei."
    demo.telling.told_all(wish)
    assert wish_of(demo, wish).status is WishStatus.DONE


def test_what_was_handed_on_is_asked_again_until_it_needs_no_asking(demo: Services, clock: SetClock) -> None:
    wish = demo.wishes.numbered(7)
    demo.endings.hand_on(wish, "Buurtteam", TODAY + timedelta(days=3))
    assert demo.endings.due() == []
    clock.instant += timedelta(days=3)
    assert [(due.number, due.kind, due.whom) for due in demo.endings.due()] == [(7, Ending.HANDED_ON, "Buurtteam")]
    demo.endings.ask_later(wish, TODAY + timedelta(days=10))
    assert demo.endings.due() == []
    assert len(demo.endings.due(TODAY + timedelta(days=10))) == 1
    demo.endings.ask_later(wish, None)
    assert demo.endings.due(TODAY + timedelta(days=99)) == []


def test_what_exists_is_told_with_the_activity_and_is_not_on_the_wall(demo: Services) -> None:
    wish = demo.wishes.numbered(3)
    gym = next(series for series in demo.activities.series() if series.name == "Zitgym op muziek")
    on_paper = demo.wishes.told_on_paper()
    demo.endings.exists(wish, gym.id)
    assert (wish_of(demo, wish).activity, wish_of(demo, wish).ending) == ("Zitgym op muziek", Ending.EXISTS)
    assert demo.telling.tellings()[0].about == "Zitgym op muziek"
    assert demo.wishes.told_on_paper() == on_paper
    demo.telling.told_all(wish)
    assert wish_of(demo, wish).status is WishStatus.DONE


def test_an_ending_is_replaced_by_another_and_taken_back(demo: Services) -> None:
    wish = demo.wishes.numbered(14)
    demo.endings.matches.begin(wish, "Joke")
    demo.endings.report(wish, "De gemeente")
    demo.endings.hand_on(wish, "Buurtteam")
    assert ending_of(demo, wish).kind is Ending.HANDED_ON
    assert [(line.whom, line.persons) for line in demo.telling.tellings()] == [("Buurtteam", 3)]
    demo.endings.take_back(wish)
    assert demo.endings.ending(wish) is None
    assert (wish_of(demo, wish).status, wish_of(demo, wish).to_tell) == (WishStatus.TALKING, 0)


def test_each_ending_is_one_step_to_undo(demo: Services) -> None:
    wish = demo.wishes.numbered(14)
    before = wish_of(demo, wish)
    demo.endings.matches.begin(wish, "Joke")
    demo.endings.report(wish, "De gemeente")
    for _ in range(2):
        last = demo.history.last()
        assert last is not None
        demo.history.undo(last.unit)
    after = wish_of(demo, wish)
    assert (after.status, after.to_tell, after.ending) == (before.status, 0, None)


def test_the_head_of_a_group_takes_its_members_along(demo: Services) -> None:
    head, member = demo.wishes.numbered(6), demo.wishes.numbered(14)
    demo.groups.join(member, head)
    demo.endings.report(member, "De gemeente", "12")
    assert ending_of(demo, head).wish == head
    assert {wish_of(demo, key).status for key in (head, member)} == {WishStatus.RUNNING}
    assert [line.persons for line in demo.telling.tellings()] == [7]
    demo.telling.told_all(member)
    assert {wish_of(demo, key).status for key in (head, member)} == {WishStatus.DONE}
    assert demo.endings.counts(TODAY, TODAY) == {Ending.REPORTED: 2}


def test_endings_are_counted_apart(demo: Services) -> None:
    gym = next(series for series in demo.activities.series() if series.name == "Zitgym op muziek")
    demo.endings.report(demo.wishes.numbered(14), "De gemeente")
    demo.endings.hand_on(demo.wishes.numbered(7), "Buurtteam")
    demo.endings.matches.begin(demo.wishes.numbered(11), "Joke")
    demo.endings.exists(demo.wishes.numbered(3), gym.id)
    demo.wishes.planned_as(demo.wishes.numbered(16), gym.id)
    demo.endings.exists(demo.wishes.numbered(1), gym.id)
    assert demo.endings.counts(TODAY, TODAY) == {
        Ending.ACTIVITY: 1,
        Ending.MATCH: 1,
        Ending.HANDED_ON: 1,
        Ending.REPORTED: 1,
        Ending.EXISTS: 2,
    }
    assert demo.endings.counts(TODAY + timedelta(days=1), TODAY + timedelta(days=9)) == {}


@pytest.mark.parametrize("whom", ["", "  ", "x" * 201, "a\x00b"])
def test_to_whom_a_wish_goes_must_be_said(demo: Services, whom: str) -> None:
    with pytest.raises(RefusedError):
        demo.endings.hand_on(demo.wishes.numbered(7), whom)
    assert demo.endings.ending(demo.wishes.numbered(7)) is None


@pytest.mark.parametrize("days", [-1, 0, 4000])
def test_asking_again_is_on_a_day_that_comes(demo: Services, days: int) -> None:
    with pytest.raises(RefusedError):
        demo.endings.hand_on(demo.wishes.numbered(7), "Buurtteam", TODAY + timedelta(days=days))


def test_who_helped_whom_goes_thirty_days_after_it_came_to_its_end(demo: Services, clock: SetClock) -> None:
    wish, matches = asked_by_truus(demo), demo.endings.matches
    matches.begin(wish, "Joke", "06 22222222")
    matches.asker_said_yes(wish)
    matches.helper_said_yes(wish)
    matches.meet(wish, TODAY, time(14, 30))
    matches.asked(wish, "Goed.", Goes.WELL)
    clock.instant += timedelta(days=33)
    demo.days.open()
    clock.instant += timedelta(days=1)
    demo.endings.forget_names()
    assert (match_of(demo, wish).helper, match_of(demo, wish).helper_phone) == ("", "")
    assert demo.endings.counts(TODAY, TODAY) == {Ending.MATCH: 1}


def test_without_a_person_at_the_desk_nothing_is_told(demo: Services) -> None:
    demo.sign_in.act_as(Actor())
    with pytest.raises(NotAllowedError):
        demo.endings.due()
    demo.sign_in.act_as(KEY_HOLDER)
    assert demo.endings.due() == []
