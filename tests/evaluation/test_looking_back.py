"""Looking back on a year and a quarter: the same numbers as everywhere else, the rows behind each, what people said."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Ending, Purpose
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.evaluation.looking.records import Behind, LookBack
from buurtkamer_app.exchange.log.content import figures_shown
from buurtkamer_app.room.records import Opening, RoomFacts
from buurtkamer_app.team.hours.rules import counted
from tests.evaluation.looked_room import FIRST, LAST, QUARTER, SECRET, fill

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services
    from buurtkamer_app.team.hours.records import Span

WHOLE = (FIRST, date(2026, 3, 31))
PERIODS = (WHOLE, QUARTER, (date(2026, 2, 14), date(2026, 3, 3)))


@pytest.fixture
def filled(demo: Services) -> Services:
    fill(demo)
    return demo


@pytest.mark.parametrize("over", PERIODS)
def test_the_page_the_daybook_and_the_log_give_the_same_numbers(filled: Services, over: tuple[date, date]) -> None:
    back, figures = filled.looking.looking_back(*over), filled.evaluation.figures(*over)
    log = figures_shown(figures)
    assert back.visits.sums.visits == figures.visits.visits == log.visits
    assert back.visits.sums.named == figures.visits.named
    assert back.visits.sums.children == figures.visits.children == log.children
    assert back.visits.sums.first_time == figures.visits.first_time
    assert back.visits.by_purpose == figures.visits.by_purpose
    assert back.visits.helped == sum(filled.desk.help_asked(*over).values())
    assert (back.wishes.new, back.wishes.supports) == (figures.wishes_new, figures.wish_supports)
    assert back.wishes.endings == figures.endings
    assert {ending.value: count for ending, count in back.wishes.endings.items()} == log.endings
    assert back.activities.held.participations == figures.participations == log.participations
    assert back.hours.host_minutes == figures.host_minutes == log.host_minutes


@pytest.mark.parametrize("over", PERIODS)
def test_every_figure_is_the_sum_of_the_rows_behind_it(filled: Services, over: tuple[date, date]) -> None:
    back = filled.looking.looking_back(*over)
    sums = {
        Behind.VISITS: back.visits.sums.visits,
        Behind.FIRST_TIME: back.visits.sums.first_time,
        Behind.CHILDREN: back.visits.sums.children,
        Behind.HELPED: back.visits.helped,
        Behind.WISHES_NEW: back.wishes.new,
        Behind.SUPPORTS: back.wishes.supports,
        Behind.FULFILLED: back.wishes.done,
        Behind.ENDINGS: sum(back.wishes.endings.values()),
        Behind.ACTIVITIES: back.activities.held.dates,
        Behind.BY_RESIDENTS: back.activities.held.by_residents,
        Behind.PARTICIPATIONS: back.activities.held.participations,
        Behind.HOURS: back.resident_minutes,
        Behind.PROFESSIONAL: back.professional_minutes,
        Behind.STREETS: back.streets.gatherings,
        Behind.MARKETS: len(back.markets),
        Behind.RESULTS: len(back.results),
        Behind.SELF_RUN: len(back.activities.became_self_run),
    }
    assert {figure: filled.looking.rows(figure, *over).total for figure in Behind} == sums


@pytest.mark.parametrize("over", PERIODS)
def test_the_bars_of_a_picture_add_up_to_its_figure(filled: Services, over: tuple[date, date]) -> None:
    visits, hours = filled.looking.visits(*over), filled.looking.hours(*over)
    assert sum(bar.sums.visits for bar in visits.bars) == visits.sums.visits == sum(visits.by_purpose.values())
    assert sum(bar.residents for bar in hours.bars) == hours.residents
    assert sum(bar.professionals for bar in hours.bars) == hours.professionals


@pytest.mark.parametrize("over", PERIODS)
def test_hours_and_activities_are_those_of_the_pages_that_keep_them(filled: Services, over: tuple[date, date]) -> None:
    hours = filled.looking.hours(*over)
    assert hours.residents == sum(sum(days.values()) for days in filled.hours.by_day(*over).values())
    of_host: dict[UUID, list[Span]] = {}
    for span in filled.giving.spans(*over):
        of_host.setdefault(span.host, []).append(span)
    kinds: dict[str, int] = {}
    for theirs in of_host.values():
        for span, minutes in counted(theirs):
            if over[0] <= span.on <= over[1] and minutes:
                kinds[span.kind] = kinds.get(span.kind, 0) + minutes
    assert hours.by_kind == kinds
    since = max(over[0], FIRST)
    now = filled.room.now()
    held = [
        one
        for one in filled.activities.occurrences(since, min(over[1], LAST))
        if one.goes_on and (one.on < now.date() or one.series.ends <= now.time())
    ]
    assert filled.looking.activities(*over).held.dates == len(held)


def test_a_quarter_tells_what_residents_took_over_and_how_long_wishes_took(filled: Services) -> None:
    back = filled.looking.looking_back(*QUARTER)
    assert "Lindestraat" in [one.name for one in back.activities.became_self_run]
    took = back.wishes.fulfilled
    assert took is not None
    assert 0 <= took.quarter <= took.half <= took.three_quarters <= 70
    assert sum(one.wishes for one in back.wishes.fulfilled_by.values()) == took.wishes
    assert set(back.wishes.fulfilled_by) <= set(Ending)
    lindestraat = next((street for street in back.streets.streets if street.name == "Lindestraat"), None)
    assert lindestraat is None or lindestraat.led_by is LedBy.RESIDENTS
    assert [market.name for market in back.markets] == ["Buurtmarkt aan het water"]
    assert back.scan is not None
    assert back.scan_before is not None
    assert (back.scan.year, back.scan_before.year) == (2026, 2025)


def test_notes_about_a_street_stand_nowhere(filled: Services) -> None:
    told = str(filled.looking.looking_back(*WHOLE)) + str(filled.looking.stories(*WHOLE))
    rows = "".join(str(filled.looking.rows(figure, *WHOLE)) for figure in Behind)
    assert "Lindestraat" in told + rows
    assert SECRET not in told + rows


def test_a_name_stands_with_what_somebody_said_only_with_their_yes(filled: Services) -> None:
    stories = filled.looking.stories(*QUARTER)
    assert {story.by for story in stories.stories} == {"", "Mevrouw Tan"}
    assert [story.on for story in stories.stories] == sorted((story.on for story in stories.stories), reverse=True)
    assert stories.recommend.tenths == 80


def test_a_new_room_has_nothing_to_look_back_on(services: Services) -> None:
    facts = RoomFacts("De Kaai", "Kaai 1", "1034 ZZ", "Amsterdam", "", "NL", "Europe/Amsterdam", "")
    services.room.set_up(facts, [Opening(0, time(9), time(17))], [("Zaal", 20, True)], [])
    back = services.looking.looking_back(*QUARTER)
    assert back.empty
    assert back == LookBack(*QUARTER, visits=back.visits, hours=back.hours)
    assert services.looking.began() == services.room.today()
    assert services.looking.stories(*QUARTER).stories == ()
    assert all(services.looking.rows(figure, *QUARTER).rows == () for figure in Behind)


def test_rows_come_so_many_at_once_the_latest_first(filled: Services) -> None:
    first = filled.looking.rows(Behind.VISITS, *WHOLE, most=10)
    assert first.after == 10
    assert len(first.rows) == 10
    rest = filled.looking.rows(Behind.VISITS, *WHOLE, skip=first.after)
    assert rest.after is None
    days = [row.on for row in (*first.rows, *rest.rows)]
    assert days == sorted(days, reverse=True)
    assert sum(row.many for row in (*first.rows, *rest.rows)) == first.total == rest.total


def test_nobody_looks_back_who_did_not_sign_in(services: Services) -> None:
    services.store.seat.actor = NOBODY
    for ask in (services.looking.looking_back, services.looking.visits, services.looking.hours):
        with pytest.raises(NotAllowedError):
            ask(*QUARTER)
    assert len(fields(LookBack)) > len(Purpose)
