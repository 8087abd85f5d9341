"""What the wall of a week tells of wishes: what was planned by then, under the name that it had, while it is news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from buurtkamer_app.activities.chains import Chains, GoesOn
from buurtkamer_app.activities.records import Occurrence
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.planner.became import Became
from buurtkamer_app.wishes.records import BecameTrue, OnPaper
from tests.printing.weeks import MONDAY, SERIES

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEEK = timedelta(days=7)
OLD, NEW = UUID(int=1), UUID(int=2)
SINCE = MONDAY - 4 * WEEK
WISH = OnPaper(NEW, "Bingo en meer", SINCE, MONDAY, 3, (MONDAY - WEEK, MONDAY + WEEK))
# Since this Monday it goes on under another name.
CHAINS = Chains({OLD: GoesOn(NEW, "Ria", on_paper=False)})
OLDER, NEWER = replace(SERIES[0], id=OLD, name="Bingo"), replace(SERIES[0], id=NEW, name="Bingo en meer")
DATES = [Occurrence(OLDER if number < 0 else NEWER, MONDAY + number * WEEK) for number in range(-3, 3)]


def told(monday: date, *wishes: OnPaper) -> list[BecameTrue]:
    return Became(wishes or [WISH], DATES, CHAINS).told(monday)


def test_a_wish_is_told_from_the_week_on_in_which_it_was_planned() -> None:
    assert told(SINCE - WEEK) == []
    assert told(SINCE) == [BecameTrue("Bingo", 3, MONDAY - 3 * WEEK)]


def test_a_past_week_tells_the_name_and_the_supporters_of_then() -> None:
    assert told(MONDAY - 2 * WEEK) == [BecameTrue("Bingo", 3, MONDAY - 2 * WEEK)]
    assert told(MONDAY - WEEK) == [BecameTrue("Bingo", 4, MONDAY - WEEK)]
    assert told(MONDAY) == [BecameTrue("Bingo en meer", 4, MONDAY)]
    assert told(MONDAY + WEEK) == [BecameTrue("Bingo en meer", 5, MONDAY + WEEK)]


def test_what_is_over_is_no_news_and_what_is_to_come_follows() -> None:
    assert told(MONDAY + 3 * WEEK) == []
    later = replace(WISH, starts_on=MONDAY + 9 * WEEK)
    assert told(MONDAY + 3 * WEEK, later) == [BecameTrue("Bingo en meer", 5, None)]


def test_wishes_for_one_activity_share_a_line_also_under_its_older_name() -> None:
    assert told(MONDAY, WISH, replace(WISH, series=OLD, supporters=2, joined=())) == [
        BecameTrue("Bingo en meer", 6, MONDAY)
    ]


@pytest.mark.parametrize(("later", "said"), [(True, False), (False, True)])
def test_the_last_word_of_the_same_lead_counts(*, later: bool, said: bool) -> None:
    agreed = replace(OLDER, lead="Ria", lead_kind=LeadKind.HOST, lead_on_paper=True)
    chains = Chains({OLD: GoesOn(NEW, "Ria", on_paper=later)})
    assert chains.took_back(agreed) is said
    assert Chains({OLD: GoesOn(NEW, "Anil", on_paper=False)}).took_back(agreed) is False
    assert chains.took_back(replace(agreed, lead_on_paper=False)) is not later
    assert (chains.first(NEW), chains.first(OLD)) == (OLD, OLD)


def test_a_chain_that_was_bitten_in_its_own_tail_ends() -> None:
    round_about = Chains({OLD: GoesOn(NEW, "", on_paper=True), NEW: GoesOn(OLD, "", on_paper=True)})
    assert round_about.first(OLD) in {OLD, NEW}
    assert not round_about.took_back(replace(OLDER, lead_on_paper=True))


def test_a_wish_that_was_planned_later_is_not_told_in_a_past_week(demo: Services, clock: SetClock) -> None:
    before = demo.planner.became(MONDAY)
    clock.instant += 3 * WEEK
    wish = next(one for one in demo.wishes.all() if one.series is None)
    series = demo.activities.series()[0]
    coming = next(entry for entry in demo.activities.occurrences(MONDAY, MONDAY + WEEK))
    assert coming.series.id
    demo.wishes.planned_as(wish.id, series.id)
    demo.wishes.support(wish.id)
    assert demo.planner.became(MONDAY) == before
    names = {line.activity for line in demo.planner.became(demo.room.today())}
    assert series.name in names
