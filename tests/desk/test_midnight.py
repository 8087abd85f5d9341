"""A day that goes on past midnight: it is that day which is closed, and who came before midnight is inside yet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import desk_days, instant
from buurtkamer_app.desk.counts.records import Visitors
from buurtkamer_app.desk.days.records import Cash, Closing
from buurtkamer_app.desk.days.rules import running
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets.records import SheetLine
from tests.conftest import VAULT

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY, THURSDAY = date(2026, 3, 11), date(2026, 3, 12)
MIDNIGHT = datetime(2026, 3, 11, 23, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def past_midnight(services: Services, clock: SetClock) -> None:
    """Open the day, let people and a host in in the evening, and go on after midnight."""
    clock.instant = MIDNIGHT - timedelta(hours=2)
    services.days.open(500)
    services.rota.sign_on(services.people.host_named("Ria Postma").id)
    services.arrivals.come_in(["Zeynep", "De Boer"])
    services.desk.tally(Tally(4))
    clock.instant = MIDNIGHT + 10 * MINUTE


def test_after_midnight_the_day_that_is_open_is_closed(demo: Services, clock: SetClock) -> None:
    past_midnight(demo, clock)
    assert demo.days.current() == WEDNESDAY
    assert demo.days.in_box() == 500
    closed = demo.days.close(Cash(500, 100, 0, 600), Closing(report="Laat geworden."))
    assert demo.days.state(WEDNESDAY).closed_at == clock.instant
    assert not demo.days.state(WEDNESDAY).closed_afterwards
    assert demo.days.state(WEDNESDAY).report == "Laat geworden."
    assert demo.days.state(THURSDAY).closed_at is None
    assert list(demo.days.cash(WEDNESDAY, THURSDAY)) == [WEDNESDAY]
    assert demo.days.current() == THURSDAY
    demo.history.undo(closed.unit or VAULT)
    assert demo.days.current() == WEDNESDAY
    assert demo.days.state(WEDNESDAY).open


def test_after_midnight_who_came_before_is_inside_until_they_leave(demo: Services, clock: SetClock) -> None:
    past_midnight(demo, clock)
    assert demo.arrivals.inside().number == 6
    demo.desk.tally(Tally(1))
    assert demo.arrivals.inside().number == 7
    zeynep = next(one for one in demo.arrivals.inside().named if one.name == "Zeynep")
    demo.arrivals.leave(zeynep.id)
    assert demo.arrivals.inside().number == 6
    again = demo.arrivals.come_in(["De Boer"]).value[0]
    assert again.again
    assert demo.desk.figures(WEDNESDAY, THURSDAY).visits == 7
    assert demo.desk.figures(THURSDAY, THURSDAY).visits == 1


def test_after_midnight_all_go_home_with_the_day(demo: Services, clock: SetClock) -> None:
    past_midnight(demo, clock)
    demo.desk.tally(Tally(1))
    ria = demo.people.host_named("Ria Postma").id
    assert demo.rota.on_now() == [ria]
    before = demo.arrivals.inside()
    closed = demo.days.close(None, None, (demo.rota.all_off, demo.arrivals.all_left))
    assert demo.rota.on_now() == []
    assert demo.arrivals.inside().number == 0
    worked = demo.rota.worked(WEDNESDAY, WEDNESDAY)
    assert [(entry.host, entry.off) for entry in worked] == [(ria, clock.instant)]
    demo.history.undo(closed.unit or VAULT)
    assert demo.rota.on_now() == [ria]
    assert demo.arrivals.inside() == before


def test_after_midnight_a_host_goes_home(demo: Services, clock: SetClock) -> None:
    past_midnight(demo, clock)
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.sign_off(ria)
    assert [entry.off for entry in demo.rota.worked(WEDNESDAY, WEDNESDAY)] == [clock.instant]
    assert demo.rota.on_now() == []


def test_in_the_morning_a_day_that_was_left_open_is_over(demo: Services, clock: SetClock) -> None:
    past_midnight(demo, clock)
    clock.instant = MIDNIGHT + timedelta(hours=9)
    assert demo.days.current() == THURSDAY
    assert demo.arrivals.inside().number == 0
    assert demo.rota.on_now() == []
    demo.days.open()
    assert demo.days.closed_late() == [WEDNESDAY]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_on_a_day_on_which_the_clock_changes_nothing_moves_to_another_day(
    demo: Services, clock: SetClock, day: date, hours: int
) -> None:
    zone = demo.room.zone
    clock.instant = instant(day, time(), zone)
    for _ in range(hours):
        assert demo.room.today() == day
        demo.desk.tally(Tally(2))
        demo.desk.ask_help()
        clock.instant += timedelta(hours=1)
    assert demo.room.today() == day + timedelta(days=1)
    figures = demo.desk.figures(day, day)
    assert figures.visits == 2 * hours == sum(figures.by_hour.values())
    assert figures.by_hour.get(2, 0) == {23: 0, 25: 4}[hours]
    assert sum(demo.desk.help_asked(day, day).values()) == hours
    number = demo.sheets.give_numbers(1, day).value[0]
    # The hour that is not there in spring stands on the paper all the same.
    demo.sheets.enter_all(number, day, [SheetLine(number, 2, 3)])
    demo.counts.add(day, Visitors(2, 1))
    assert demo.desk.figures(day, day).visits == 2 * hours + 4
    assert demo.counts.by_day(day, day)[day].visits == 2 * hours + 4
    while demo.history.undo_last_count() is not None:
        pass
    clock.instant -= timedelta(hours=2)
    while demo.history.undo_last_count() is not None:
        pass
    assert demo.desk.figures(day, day).visits == 0


@pytest.mark.parametrize(
    ("hour", "open_day", "day"),
    [
        (0, date(2026, 10, 24), date(2026, 10, 24)),
        (4, date(2026, 10, 24), date(2026, 10, 24)),
        (5, date(2026, 10, 24), date(2026, 10, 25)),
        (0, date(2026, 10, 23), date(2026, 10, 25)),
        (0, date(2026, 10, 25), date(2026, 10, 25)),
        (0, None, date(2026, 10, 25)),
    ],
)
def test_a_day_goes_on_until_five_while_it_is_open(hour: int, open_day: date | None, day: date) -> None:
    now = datetime(2026, 10, 25, hour, tzinfo=UTC)
    assert running(now, open_day) == day
    assert (now.date() - timedelta(days=1) in desk_days(now)) is (hour < 5)
