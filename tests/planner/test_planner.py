"""From wish to activity: what is free, and one undo step for all of it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Theme, WishStatus
from tests.wishes.wished import write

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

FRIDAY = date(2026, 3, 13)


def test_a_wish_becomes_an_activity_and_back_in_one_step(demo: Services) -> None:
    wish = next(entry for entry in demo.wishes.all() if entry.number == 16)
    new = NewSeries("Knutselclub", Theme.HEALTH, "Eetkeuken", FRIDAY, time(14), time(16), lead="Precious Mensah")
    series = demo.planner.plan_wish(wish.id, new).value
    after = next(entry for entry in demo.wishes.all() if entry.number == 16)
    assert (after.status, after.activity, after.series) == (WishStatus.PLANNED, "Knutselclub", series)
    made = next(entry for entry in demo.activities.series() if entry.id == series)
    assert made.theme == wish.theme
    demo.history.undo(demo.history.last().unit)  # type: ignore[union-attr]
    assert next(entry for entry in demo.wishes.all() if entry.number == 16) == wish
    assert "Knutselclub" not in [entry.name for entry in demo.activities.series()]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"space": "Atelier", "first_date": date(2026, 3, 11), "starts": time(14), "ends": time(15)}, "Taalcafé"),
        ({"lead": "Youssef Amrani", "starts": time(18), "ends": time(19)}, "Eettafel"),
        ({"space": "Huiskamer", "capacity": 41}, "40"),
        ({"space": "Zolder"}, "Zolder"),
        ({"ends": time(9)}, "tijden|times"),
    ],
)
def test_a_space_or_lead_that_is_taken_is_said(demo: Services, change: dict[str, object], why: str) -> None:
    wish = demo.wishes.numbered(16)
    fields = {"name": "Iets", "theme": Theme.HEALTH, "space": "Eetkeuken", "first_date": FRIDAY, "starts": time(10)}
    with pytest.raises(RefusedError, match=why):
        demo.planner.plan_wish(wish, NewSeries(**{**fields, "ends": time(12), **change}))  # type: ignore[arg-type]
    assert next(entry for entry in demo.wishes.all() if entry.number == 16).status is WishStatus.NEEDS_LEAD


def test_a_shared_space_holds_what_fits(demo: Services) -> None:
    new = NewSeries("Quiz", Theme.COMMUNITY, "Huiskamer", date(2026, 3, 11), time(14), time(15), capacity=10)
    demo.planner.check(new)
    with pytest.raises(RefusedError, match="Soosmiddag|Middaginloop"):
        demo.planner.check(
            NewSeries("Quiz", Theme.COMMUNITY, "Huiskamer", date(2026, 3, 11), time(14), time(15), capacity=11)
        )


def test_a_closed_day_is_no_day_for_an_activity(demo: Services) -> None:
    demo.room.close_days(FRIDAY, FRIDAY, "Dicht")
    with pytest.raises(RefusedError):
        demo.planner.check(NewSeries("Iets", Theme.HEALTH, "Eetkeuken", FRIDAY, time(10), time(12)))


def test_the_wall_tells_what_became_of_wishes_without_who_asked(demo: Services) -> None:
    lines = {line.activity: line for line in demo.planner.became(date(2026, 3, 9))}
    assert lines["Eettafel"].when == FRIDAY
    assert lines["Eettafel"].supporters == 22


def test_what_a_resident_said_stays_out_of_what_everybody_reads(demo: Services) -> None:
    own = "Mijn man Henk is in de war en ik zit te veel alleen."
    wish = write(demo, own)
    new = NewSeries("Samen wandelen", Theme.HEALTH, "Eetkeuken", FRIDAY, time(14), time(15))
    series = demo.planner.plan_wish(wish, new).value
    made = next(entry for entry in demo.activities.series() if entry.id == series)
    assert made.about == ""
    assert b"in de war" not in demo.calendar.drawn()
    # With the wish they stay in sight.
    assert next(entry for entry in demo.wishes.all() if entry.series == series).text == own
