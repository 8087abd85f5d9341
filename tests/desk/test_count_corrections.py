"""A coordinator corrects the counts, on every store: rows change, go and come, never to what cannot be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.counts.records import Visitors
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.storage.tables.desk import VisitRow
from tests.desk.counted import WEDNESDAY, come_in, day

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def test_forgotten_visitors_are_added_to_an_earlier_day_and_marked(demo: Services) -> None:
    change = demo.counts.add(date(2026, 3, 4), Visitors(14, 3, Purpose.ACTIVITY, 1, 2))
    assert change.label.say() == translate("{count} visitors were added on {day}", count=3, day="4 maart")
    (line,) = day(demo, on=date(2026, 3, 4))
    assert (line.hour, line.persons, line.children, line.first_time, line.later) == (14, 3, 1, 2, True)
    assert not line.named
    demo.history.undo_last_count()
    assert day(demo, on=date(2026, 3, 4)) == ()


def test_a_row_is_corrected_and_taken_away_and_both_are_undone(demo: Services) -> None:
    demo.counts.add(WEDNESDAY, Visitors(10, 3))
    demo.counts.correct(day(demo)[0], Visitors(11, 2, Purpose.CHILD, 0, 1))
    (line,) = day(demo)
    assert (line.hour, line.persons, line.purpose, line.children, line.first_time) == (11, 2, Purpose.CHILD, 2, 1)
    demo.counts.remove(line)
    assert day(demo) == ()
    assert demo.history.last() is not None
    demo.history.undo_last_count()
    assert day(demo)[0].persons == 2
    demo.history.undo_last_count()
    assert (day(demo)[0].persons, day(demo)[0].hour) == (3, 10)


def test_a_known_visitor_is_one_person_whose_hour_can_change(demo: Services) -> None:
    come_in(demo, "De Boer Senior")
    line = day(demo)[0]
    with pytest.raises(RefusedError):
        demo.counts.correct(line, Visitors(12, 2))
    demo.counts.correct(line, Visitors(9, 1))
    moved = day(demo)[0]
    assert (moved.hour, moved.name, moved.named) == (9, "De Boer Senior", True)
    with demo.store.reading() as session:
        at = session.scalars(select(VisitRow.at)).one()
    assert local(at, demo.room.zone).hour == 9
    demo.counts.remove(moved)
    assert day(demo) == ()


@pytest.mark.parametrize(
    ("on", "who"),
    [
        (WEDNESDAY + timedelta(days=1), Visitors(9, 1)),
        (WEDNESDAY, Visitors(14, 1)),
        (WEDNESDAY, Visitors(24, 1)),
        (WEDNESDAY, Visitors(-1, 1)),
        (date(1926, 3, 11), Visitors(9, 1)),
        (WEDNESDAY, Visitors(9, 0)),
        (WEDNESDAY, Visitors(9, -3)),
        (WEDNESDAY, Visitors(9, 1000)),
        (WEDNESDAY, Visitors(9, 2, Purpose.WALK_IN, 3)),
        (WEDNESDAY, Visitors(9, 2, Purpose.WALK_IN, -1)),
        (WEDNESDAY, Visitors(9, 2, Purpose.WALK_IN, 0, 3)),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(demo: Services, on: date, who: Visitors) -> None:
    with pytest.raises(RefusedError):
        demo.counts.add(on, who)
    demo.counts.add(WEDNESDAY, Visitors(8, 1))
    line = day(demo)[0]
    if on == WEDNESDAY:
        with pytest.raises(RefusedError):
            demo.counts.correct(line, who)
    assert day(demo) == (line,)


def test_the_hour_that_runs_now_may_be_added_to(demo: Services, clock: SetClock) -> None:
    assert clock.now().hour == 12
    demo.counts.add(WEDNESDAY, Visitors(13, 1))
    assert demo.counts.by_hour(WEDNESDAY, WEDNESDAY)[13].visits == 1


def test_two_lines_of_one_sheet_never_get_the_same_hour(demo: Services) -> None:
    with demo.store.work(Label("sheet")) as unit:
        for hour in (9, 10):
            unit.session.add(visit(unit.now, WEDNESDAY, hour, 2, sheet="2026-0007", later=True))
    later = day(demo)[0]
    assert (later.sheet, later.hour) == ("2026-0007", 10)
    with pytest.raises(RefusedError):
        demo.counts.correct(later, Visitors(9, 2))
    demo.counts.correct(later, Visitors(11, 4))
    assert [(line.hour, line.persons) for line in day(demo)] == [(11, 4), (9, 2)]


def test_a_line_that_somebody_changed_meanwhile_is_not_changed_again(demo: Services) -> None:
    demo.counts.add(WEDNESDAY, Visitors(10, 3))
    stale = day(demo)[0]
    demo.counts.correct(stale, Visitors(10, 4))
    with pytest.raises(ClashError):
        demo.counts.correct(stale, Visitors(10, 9))
    with pytest.raises(ClashError):
        demo.counts.remove(stale)
    demo.counts.remove(day(demo)[0])
    with pytest.raises(ClashError):
        demo.counts.remove(stale)
