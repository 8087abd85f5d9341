"""What posters, folders and messages say alike of a week: whether one can come in, and whether there is place."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from buurtkamer_app.activities.highlights import ranked
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance, words
from buurtkamer_app.room.records import Closure
from tests.printing.weeks import MONDAY, series, week, with_day


def test_a_room_whose_hours_are_not_known_is_not_said_to_be_closed() -> None:
    shut = week(())
    shut = replace(shut, days=tuple(replace(day, opening=None) for day in shut.days))
    assert at_a_glance.welcome(shut) == translate("Closed this week")
    assert at_a_glance.welcome(replace(shut, hours=())) == translate("Come in. You are welcome.")


def test_a_week_is_all_shut_only_when_every_day_that_would_be_open_is_closed() -> None:
    open_ = week(())
    closed = replace(
        open_, days=tuple(replace(day, closure=Closure(MONDAY, day.on, "Schilders")) for day in open_.days)
    )
    half = replace(open_, days=(*closed.days[:3], *open_.days[3:]))
    assert [at_a_glance.all_shut(one) for one in (open_, half, closed)] == [False, False, True]
    assert [day.on for day in at_a_glance.shut_days(half)] == [day.on for day in half.days[:3] if day.opening]


@pytest.mark.parametrize(("days", "said"), [("1", "full, waiting list"), ("14", "sign up")])
def test_what_is_on_more_days_is_not_full_because_its_first_day_is(days: str, said: str) -> None:
    programme = week([series("Schilderles", days, time(10), time(12), "Atelier", note="full")])
    last = programme.days[4]
    free = replace(last, occurrences=tuple(replace(one, signed_up=0) for one in last.occurrences))
    programme = with_day(programme, 4, free)
    assert [at_a_glance.places(one) for one in ranked(programme, 7)] == [translate(said)]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["ma"], "ma"),
        (["ma", "do"], translate("{first} and {last}", first="ma", last="do")),
        (["ma", "wo", "vr"], translate("{first} and {last}", first="ma, wo", last="vr")),
    ],
)
def test_each_of_several_days_is_said(names: list[str], said: str) -> None:
    assert words.listed(names) == said
