"""Data leaks: judged in few questions, their 72 hours counted from noticing, closed and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.privacy.breaches import rules
from buurtkamer_app.privacy.breaches.records import Advice, NewBreach
from tests.desk.concern_people import BSN, coordinator, host

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
ZONE = ZoneInfo("Europe/Amsterdam")
STICK = NewBreach(WEDNESDAY, time(9, 0), "De stick met de back-up is weg.", reach=Reach.UNSURE)


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"encrypted": True, "hurts": True, "reach": Reach.YES}, Advice.NOTE),
        ({"reach": Reach.NO, "hurts": True}, Advice.NOTE),
        ({"reach": Reach.UNSURE}, Advice.REPORT),
        ({"reach": Reach.YES}, Advice.REPORT),
        ({"reach": Reach.UNSURE, "hurts": True}, Advice.TELL),
        ({"reach": Reach.YES, "hurts": True}, Advice.TELL),
    ],
)
def test_a_few_questions_say_what_is_to_be_done(change: dict[str, object], advice: Advice) -> None:
    judged = rules.judged(replace(STICK, **change))  # type: ignore[arg-type] # of several kinds
    assert judged.advice is advice
    assert judged.because


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.integers(0, 10_000))  # noqa: DTZ001 - a wall clock
def test_the_clock_counts_whole_hours_down_from_72(noticed: datetime, minutes: int) -> None:
    due = rules.due_at(replace(STICK, noticed_on=noticed.date(), noticed_at=noticed.time()), ZONE)
    left = rules.hours_left(due, due - timedelta(hours=72) + timedelta(minutes=minutes))
    assert left == 72 - -(-minutes // 60)


def test_72_hours_are_hours_that_passed_also_when_the_clock_changes() -> None:
    before = replace(STICK, noticed_on=date(2026, 3, 28), noticed_at=time(12, 0))
    assert rules.due_at(before, ZONE).astimezone(ZONE).time() == time(13, 0)


def test_a_leak_is_written_down_reported_closed_and_stays(demo: Services, clock: SetClock) -> None:
    coordinator(demo)
    begun = demo.breaches.begin(STICK).value
    assert (begun.judged.advice, begun.hours_left, begun.waits) == (Advice.REPORT, 68, True)
    clock.instant += timedelta(hours=7)
    (still,) = demo.breaches.open_ones()
    assert still.hours_left == 61
    with pytest.raises(RefusedError):
        demo.breaches.close(begun.id)
    reported = replace(STICK, reported_on=WEDNESDAY, done_by="Ria")
    demo.breaches.write(reported, begun.id, still.version)
    with pytest.raises(ClashError):
        demo.breaches.write(reported, begun.id, still.version)
    assert not demo.breaches.one(begun.id).waits
    demo.breaches.close(begun.id)
    assert demo.breaches.open_ones() == []
    (closed,) = demo.breaches.all()
    assert (closed.it, closed.closed_on) == (reported, WEDNESDAY)


def test_the_one_whose_time_ends_first_is_first_and_closed_ones_come_last(demo: Services) -> None:
    coordinator(demo)
    late = demo.breaches.begin(replace(STICK, encrypted=True)).value.id
    early = demo.breaches.begin(replace(STICK, noticed_on=date(2026, 3, 9))).value.id
    assert [one.id for one in demo.breaches.open_ones()] == [early, late]
    demo.breaches.close(late)
    assert [one.id for one in demo.breaches.all()] == [early, late]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(STICK, noticed_at=time(13, 1)),
        replace(STICK, happened=" "),
        replace(STICK, happened="x" * 10_001),
        replace(STICK, measures=f"nummer {BSN}"),
        replace(STICK, reported_on=WEDNESDAY + timedelta(days=1)),
        replace(STICK, told_on=WEDNESDAY - timedelta(days=1)),
        replace(STICK, done_by="y" * 201),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(demo: Services, wrong: NewBreach) -> None:
    coordinator(demo)
    with pytest.raises(RefusedError):
        demo.breaches.begin(wrong)
    assert demo.breaches.all() == []


def test_hosts_neither_write_nor_read_leaks(demo: Services) -> None:
    host(demo)
    for work in (lambda: demo.breaches.begin(STICK), demo.breaches.all, demo.breaches.open_ones):
        with pytest.raises(NotAllowedError):
            work()


def test_the_authority_is_that_of_the_country() -> None:
    assert rules.authority("NL")[0] == "Autoriteit Persoonsgegevens"
    assert rules.authority("BE")[0] == "Gegevensbeschermingsautoriteit"


def test_writing_it_down_can_be_undone(demo: Services) -> None:
    coordinator(demo)
    change = demo.breaches.begin(STICK).change
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.breaches.all() == []
    assert rules.due_at(STICK, ZONE) == datetime(2026, 3, 14, 8, 0, tzinfo=UTC)
