"""Counting at the desk, on every store: with and without a name, on paper, undone, and on odd days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import AgeBand, HelpTopic, Purpose
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.desk.records import LockedTallies, Tally
from buurtkamer_app.desk.rules import check_tally
from buurtkamer_app.desk.sheets.records import SheetLine

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)


def figures(services: Services, on: date = WEDNESDAY) -> VisitFigures:
    return services.desk.figures(on, on)


def test_a_tally_needs_nobody_and_counts_its_parts(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    demo.desk.tally(Tally(3, children=2))
    demo.desk.tally(Tally(1, Purpose.HELP, first_time=1))
    found = figures(demo)
    assert (found.visits, found.anonymous, found.named) == (4, 4, 0)
    assert (found.children, found.first_time) == (2, 1)
    assert found.by_purpose == {Purpose.WALK_IN: 3, Purpose.HELP: 1}
    assert found.by_hour == {13: 4}


def test_a_regular_is_counted_once_a_day_and_again_the_next(demo: Services, clock: SetClock) -> None:
    assert [arrival.again for arrival in demo.arrivals.come_in(["De Boer", " De Boer "]).value] == [False, True]
    since = demo.arrivals.come_in(["De Boer"]).value[0]
    assert since.again
    assert since.since == clock.instant
    assert figures(demo).named == 1
    clock.instant += timedelta(days=1)
    assert not demo.arrivals.come_in(["De Boer"]).value[0].again


def test_a_new_name_becomes_known_and_is_no_first_time(demo: Services) -> None:
    demo.arrivals.come_in(["Nieuwe Buur"])
    assert figures(demo).first_time == 0
    assert demo.people.find("nie")[0].name == "Nieuwe Buur"


def test_one_bad_name_lets_nobody_of_a_group_in(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.arrivals.come_in(["De Boer", "\x00"])
    assert figures(demo).visits == 0


def test_the_same_hour_of_a_sheet_counts_once_until_it_is_undone(demo: Services) -> None:
    line = SheetLine("2026-0007", 15, 3)
    assert demo.sheets.enter(line)
    assert not demo.sheets.enter(SheetLine("2026-0007", 15, 9))
    assert (figures(demo).visits, figures(demo).entered_later) == (3, 3)
    demo.history.undo_last_count()
    assert demo.sheets.enter(line)
    assert figures(demo).by_hour == {15: 3}


def test_a_press_before_the_store_was_open_counts_at_its_own_time(demo: Services, clock: SetClock) -> None:
    pressed = clock.instant - timedelta(hours=1)
    demo.desk.tally(Tally(1), pressed)
    assert figures(demo).by_hour == {12: 1}


def test_the_cash_box_is_what_was_in_it_and_came_and_went(demo: Services) -> None:
    demo.days.open()
    demo.days.close(Cash(2500, 1750, 640))
    assert demo.days.cash(WEDNESDAY, WEDNESDAY)[WEDNESDAY].closing == 3610
    state = demo.days.state(WEDNESDAY)
    assert state.opened_at is not None
    assert not state.open
    demo.days.open()
    assert demo.days.state(WEDNESDAY).open
    with pytest.raises(RefusedError):
        demo.days.close(Cash(-1, 0, 0))


@pytest.mark.parametrize(
    ("moment", "on", "hour"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), date(2026, 3, 29), 1),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), date(2026, 3, 29), 3),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25), 2),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25), 2),
        (datetime(2028, 2, 29, 23, 30, tzinfo=UTC), date(2028, 3, 1), 0),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2027, 1, 1), 0),
    ],
)
def test_a_visit_is_on_the_day_and_hour_that_the_rooms_clock_shows(
    demo: Services, clock: SetClock, moment: datetime, on: date, hour: int
) -> None:
    clock.instant = moment
    demo.desk.tally(Tally(1))
    assert figures(demo, on).by_hour == {hour: 1}


@given(st.integers(-5, 1200), st.integers(-5, 1200), st.integers(-5, 1200))
def test_a_tally_is_accepted_exactly_when_its_numbers_fit(count: int, children: int, first_time: int) -> None:
    fits = 1 <= count <= 999 and 0 <= children <= count and 0 <= first_time <= count
    if fits:
        check_tally(Tally(count, children=children, first_time=first_time))
    else:
        with pytest.raises(RefusedError):
            check_tally(Tally(count, children=children, first_time=first_time))


def test_ages_are_counted_where_somebody_looked_at_them(demo: Services) -> None:
    demo.desk.tally(Tally(2, age_band=AgeBand.FROM_65))
    demo.desk.tally(Tally(1, Purpose.CHILD, 1, age_band=AgeBand.UNDER_18))
    demo.desk.tally(Tally(3))
    found = demo.desk.by_age(WEDNESDAY, WEDNESDAY)
    assert found == {AgeBand.FROM_65: 2, AgeBand.UNDER_18: 1, None: 3}
    assert sum(found.values()) == figures(demo).visits


def test_help_that_is_asked_needs_nobody_and_is_no_visit(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    demo.desk.ask_help()
    demo.desk.ask_help(HelpTopic.MONEY)
    asked = demo.desk.ask_help().value
    demo.desk.set_topic(asked, HelpTopic.LETTER)
    assert demo.desk.help_asked(WEDNESDAY, WEDNESDAY) == {None: 1, HelpTopic.MONEY: 1, HelpTopic.LETTER: 1}
    assert figures(demo).visits == 0


def test_what_a_question_was_about_and_the_question_are_undone_one_by_one(demo: Services) -> None:
    asked = demo.desk.ask_help().value
    demo.desk.set_topic(asked, HelpTopic.CARE)
    undo_last(demo)
    assert demo.desk.help_asked(WEDNESDAY, WEDNESDAY) == {None: 1}
    undo_last(demo)
    assert demo.desk.help_asked(WEDNESDAY, WEDNESDAY) == {}
    with pytest.raises(ClashError):
        demo.desk.set_topic(asked, HelpTopic.CARE)


def test_a_question_of_yesterday_stays_as_it_was(demo: Services, clock: SetClock) -> None:
    asked = demo.desk.ask_help().value
    clock.instant += timedelta(days=1)
    with pytest.raises(ClashError):
        demo.desk.set_topic(asked, HelpTopic.CARE)
    assert demo.desk.help_asked(WEDNESDAY, WEDNESDAY) == {None: 1}


def undo_last(services: Services) -> None:
    last = services.history.last()
    assert last is not None
    services.history.undo(last.unit)


def count_locked(services: Services) -> None:
    host = services.store.actor
    services.desk.tally(Tally(4))
    services.sign_in.act_as(NOBODY)
    services.desk.tally(Tally(3, children=1))
    services.desk.tally(Tally(2, Purpose.HELP))
    services.desk.ask_help()
    services.sign_in.act_as(host)


def test_what_is_counted_while_nobody_is_signed_in_goes_together_and_comes_back(demo: Services) -> None:
    count_locked(demo)
    assert demo.desk.locked_today() == LockedTallies(5, 1)
    before = figures(demo)
    assert before.visits == 9
    demo.desk.take_back_locked()
    assert not demo.desk.locked_today()
    assert (figures(demo).visits, demo.desk.help_asked(WEDNESDAY, WEDNESDAY)) == (4, {})
    undo_last(demo)
    assert figures(demo) == before
    assert demo.desk.locked_today() == LockedTallies(5, 1)
    for left in (1, 0):
        undo_last(demo)
        assert demo.desk.locked_today().questions == 0
        assert figures(demo).visits == {1: 9, 0: 7}[left]


def test_what_was_right_is_not_asked_again_until_more_is_counted_locked(demo: Services) -> None:
    count_locked(demo)
    demo.desk.accept_locked()
    assert not demo.desk.locked_today()
    assert figures(demo).visits == 9
    demo.desk.take_back_locked()
    assert figures(demo).visits == 9
    count_locked(demo)
    assert demo.desk.locked_today() == LockedTallies(5, 1)
    undo_last(demo)
    undo_last(demo)
    undo_last(demo)
    undo_last(demo)
    undo_last(demo)
    assert demo.desk.locked_today() == LockedTallies(5, 1)


def test_nobody_takes_back_or_accepts_without_signing_in(demo: Services) -> None:
    count_locked(demo)
    demo.sign_in.act_as(NOBODY)
    for refused in (demo.desk.take_back_locked, demo.desk.accept_locked):
        with pytest.raises(NotAllowedError):
            refused()
    demo.sign_in.act_as(Actor(Role.HOST))
    assert demo.desk.take_back_locked()


def test_fifty_tallies_are_undone_one_by_one(demo: Services) -> None:
    for count in range(1, 51):
        demo.desk.tally(Tally(count))
    left = sum(range(1, 51))
    for count in range(50, 0, -1):
        undo_last(demo)
        left -= count
        assert figures(demo).visits == left
    assert left == 0
