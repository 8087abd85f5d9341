"""Bel terug, on every store: nobody who asked is forgotten, and a wish is done only when its people know."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text as sql

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor
from buurtkamer_app.base.terms import TellReason, Theme, ToldHow, WishStatus
from buurtkamer_app.wishes.records import NewWish, Wish
from buurtkamer_app.wishes.telling.records import NewTelling, Telling
from buurtkamer_app.wishes.telling.rules import together

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 18)
CRAFTS = NewSeries("Knutselen", Theme.COMMUNITY, "Eetkeuken", WEDNESDAY, time(14), time(16))


def wish_of(demo: Services, key: UUID) -> Wish:
    return next(wish for wish in demo.wishes.all() if wish.id == key)


def planned(demo: Services) -> UUID:
    """Plan wish 16, which four residents asked and Sevda supports by name."""
    wish = demo.wishes.numbered(16)
    demo.wishes.support(wish, "Sevda", "06 12345678", may_contact=True)
    demo.planner.plan_wish(wish, CRAFTS)
    return wish


def waiting(demo: Services) -> list[tuple[str, str, int]]:
    return [(line.name, line.contact, line.persons) for line in demo.telling.tellings()]


def undo(demo: Services) -> None:
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)


def test_who_asked_and_who_supports_come_on_the_list_when_a_wish_is_planned(demo: Services) -> None:
    new = NewWish("Leren schaken", Theme.COMMUNITY, supporters=3, asked_by="Truus", contact="020 111", may_contact=True)
    wish = demo.wishes.write(new).value
    demo.wishes.support(wish, "Sevda")
    demo.wishes.support(wish)
    demo.planner.plan_wish(wish, CRAFTS)
    assert waiting(demo) == [("Truus", "020 111", 1), ("Sevda", "", 1), ("", "", 3)]
    line = demo.telling.tellings()[0]
    assert (line.reason, line.about, line.on, line.at) == (TellReason.PLANNED, "Knutselen", WEDNESDAY, time(14))


def test_putting_the_people_of_a_wish_on_the_list_twice_changes_nothing(demo: Services) -> None:
    wish = planned(demo)
    before = waiting(demo)
    assert not demo.telling.tell_wish(wish, TellReason.PLANNED)
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.PHONE)
    assert not demo.telling.tell_wish(wish, TellReason.PLANNED)
    assert waiting(demo) == before[1:]


def test_who_joins_later_is_added_and_nobody_is_told_twice(demo: Services) -> None:
    wish = planned(demo)
    demo.telling.told_all(wish)
    demo.wishes.support(wish, "Zeynep")
    demo.wishes.support(wish)
    demo.telling.tell_wish(wish, TellReason.PLANNED)
    assert waiting(demo) == [("Zeynep", "", 1), ("", "", 1)]


def test_when_planning_is_undone_nobody_is_to_be_told(demo: Services) -> None:
    wish = planned(demo)
    undo(demo)
    assert (waiting(demo), wish_of(demo, wish).status) == ([], WishStatus.NEEDS_LEAD)


def test_a_wish_that_is_not_planned_after_all_takes_its_people_off_the_list(demo: Services) -> None:
    demo.wishes.move(planned(demo), WishStatus.TALKING)
    assert waiting(demo) == []


def test_a_wish_that_waits_is_done_with_the_last_who_is_told_in_one_step(demo: Services) -> None:
    wish = planned(demo)
    demo.wishes.move(wish, WishStatus.DONE)
    assert (wish_of(demo, wish).status, wish_of(demo, wish).done_when_told) == (WishStatus.PLANNED, True)
    named, nameless = demo.telling.tellings()
    demo.telling.told(named.id, ToldHow.PHONE)
    for left in (3, 2, 1):
        demo.telling.told(nameless.id, ToldHow.IN_PERSON, 1)
        assert (wish_of(demo, wish).status, wish_of(demo, wish).to_tell) == (WishStatus.PLANNED, left)
    demo.telling.told(nameless.id, ToldHow.IN_PERSON, 1)
    assert wish_of(demo, wish).status is WishStatus.DONE
    undo(demo)
    assert (wish_of(demo, wish).status, wish_of(demo, wish).done_when_told) == (WishStatus.PLANNED, True)
    assert waiting(demo) == [("", "", 1)]


def test_it_is_kept_who_told_whom_how_and_when(demo: Services, clock: SetClock) -> None:
    host = demo.people.host_named("Ria Postma")
    planned(demo)
    demo.sign_in.act_as(Actor(host.role, host.id, host.name))
    since = clock.now()
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.NOTE)
    told = next(line for line in demo.telling.tellings(since) if line.told_at is not None)
    assert (told.name, told.how, told.told_by, told.told_at) == ("Sevda", ToldHow.NOTE, "Ria Postma", since)


def test_who_was_not_reached_stays_on_the_list(demo: Services, clock: SetClock) -> None:
    planned(demo)
    demo.telling.not_reached(demo.telling.tellings()[0].id)
    assert demo.telling.tellings()[0].tried_at == clock.now()
    assert demo.telling.persons_to_tell() == 5


@pytest.mark.parametrize("persons", [0, -1, 5, 10_000])
def test_no_more_are_told_than_wait(demo: Services, persons: int) -> None:
    planned(demo)
    nameless = demo.telling.tellings()[1]
    with pytest.raises(RefusedError):
        demo.telling.told(nameless.id, ToldHow.IN_PERSON, persons)
    assert demo.telling.persons_to_tell() == 5


def test_telling_somebody_twice_changes_nothing(demo: Services) -> None:
    planned(demo)
    line = demo.telling.tellings()[0]
    demo.telling.told(line.id, ToldHow.PHONE)
    assert not demo.telling.told(line.id, ToldHow.NOTE)


def test_who_is_gone_from_the_list_is_said_so(demo: Services) -> None:
    planned(demo)
    line = demo.telling.tellings()[0]
    undo(demo)
    with pytest.raises(RefusedError):
        demo.telling.told(line.id, ToldHow.PHONE)
    with pytest.raises(RefusedError):
        demo.telling.not_reached(line.id)
    assert waiting(demo) == []


def test_several_are_told_in_one_step(demo: Services) -> None:
    planned(demo)
    demo.telling.tell([NewTelling(TellReason.CANCELLED, "Sevda", "06 12345678", on=WEDNESDAY)])
    demo.telling.told_each([line.id for line in demo.telling.tellings()], ToldHow.PHONE)
    assert waiting(demo) == []
    undo(demo)
    assert demo.telling.persons_to_tell() == 6


def test_without_somebody_at_the_desk_nobody_reads_the_list(demo: Services) -> None:
    planned(demo)
    demo.sign_in.act_as(Actor())
    with pytest.raises(NotAllowedError):
        demo.telling.tellings()
    assert demo.telling.persons_to_tell() == 5


def test_names_of_who_was_told_go_after_thirty_days_and_leave_no_trace(demo: Services, clock: SetClock) -> None:
    planned(demo)
    line = demo.telling.tellings()[0]
    demo.telling.told(line.id, ToldHow.PHONE)
    demo.telling.tell([NewTelling(TellReason.CANCELLED, "Zeynep", on=WEDNESDAY)])
    since = clock.now()
    for _ in range(2):
        clock.instant += timedelta(days=31)
        demo.days.open()
    demo.telling.forget_names()
    found = demo.telling.tellings(since)
    assert [(one.name, one.contact) for one in found if one.id == line.id] == [("", "")]
    assert "Zeynep" in {one.name for one in found}
    with demo.store.reading() as session:
        held = session.execute(sql("SELECT count(*) FROM telling WHERE name = 'Sevda'")).scalar()
    assert held == 0


def test_a_clock_that_runs_ahead_takes_no_names(demo: Services, clock: SetClock) -> None:
    planned(demo)
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.PHONE)
    since: datetime = clock.now()
    clock.instant += timedelta(days=400)
    demo.telling.forget_names()
    assert "Sevda" in {one.name for one in demo.telling.tellings(since)}


LINES = st.lists(
    st.builds(
        Telling,
        st.uuids(),
        st.sampled_from([TellReason.PLANNED, TellReason.MOVED]),
        st.sampled_from(["", "Sevda", "Truus"]),
        st.sampled_from(["", "06 1"]),
        st.integers(1, 5),
        st.sampled_from(["Knutselen", "Bingo"]),
        st.datetimes(),
    ),
    unique_by=lambda one: one.id,
    max_size=20,
)


@given(LINES)
def test_grouped_every_line_stands_once_and_a_person_with_several_news_in_one_place(lines: list[Telling]) -> None:
    groups = together(lines)
    shown = [one.id for group in groups for one in group.tellings]
    assert sorted(shown) == sorted(one.id for one in lines)
    for group in groups:
        if group.person or group.contact:
            assert {(one.name, one.contact) for one in group.tellings} == {(group.person, group.contact)}
        else:
            assert len({one.news for one in group.tellings}) == 1
    named = [(group.person, group.contact) for group in groups if group.person or group.contact]
    assert len(named) == len(set(named))


def test_who_wants_to_hear_of_a_wish_that_is_planned_already_hears_of_it(demo: Services) -> None:
    wish = demo.wishes.write(NewWish("Samen schaken", Theme.COMMUNITY, asked_by="Truus")).value
    demo.wishes.planned_as(wish, demo.activities.series()[0].id)
    demo.wishes.support(wish, "Els", "06 12345678", may_contact=True)
    demo.wishes.support(wish)
    assert [(line.name, line.contact) for line in demo.telling.tellings()] == [("Truus", ""), ("Els", "06 12345678")]
