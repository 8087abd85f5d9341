"""Counting at the desk, on every store: with and without a name, on paper, undone, and on odd days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.rules import check_tally
from buurtkamer_app.desk.sheets.records import SheetLine

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.startup import Services

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
    assert [arrival.again for arrival in demo.desk.come_in(["De Boer", " De Boer "]).value] == [False, True]
    since = demo.desk.come_in(["De Boer"]).value[0]
    assert since.again
    assert since.since == clock.instant
    assert figures(demo).named == 1
    clock.instant += timedelta(days=1)
    assert not demo.desk.come_in(["De Boer"]).value[0].again


def test_a_new_name_becomes_known_and_is_no_first_time(demo: Services) -> None:
    demo.desk.come_in(["Nieuwe Buur"])
    assert figures(demo).first_time == 0
    assert demo.people.find("nie")[0].name == "Nieuwe Buur"


def test_one_bad_name_lets_nobody_of_a_group_in(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.desk.come_in(["De Boer", "\x00"])
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
