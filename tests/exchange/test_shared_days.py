"""Whoever has several logs of one room cannot say of any small count which of 1 to 4 it is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.counts.records import Sums
from buurtkamer_app.desk.records import Tally, VisitFigures
from buurtkamer_app.evaluation.looking.records import Stretch, VisitBar, VisitsBack
from buurtkamer_app.evaluation.looking.rules import stretches
from buurtkamer_app.evaluation.records import Figures
from buurtkamer_app.exchange.log.content import bars_shown, figures_shown
from buurtkamer_app.exchange.log.draft import Unseen
from buurtkamer_app.exchange.log.records import Hidden, LogActions
from buurtkamer_app.exchange.log.rules import shown_among
from buurtkamer_app.exchange.log.shared_days import Parts, hidden_with, parted, sharing
from tests.exchange.attacker import leaves_open, of_cell
from tests.exchange.logs import FIRST, LAST, fill, write
from tests.review import rooms

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.exchange.log.records import Cell, Log
    from buurtkamer_app.services import Services

    Day = tuple[int, int, int]
    Period = tuple[date, date]
    Told = dict[str, list[tuple[Period, Cell]]]

MONDAY = date(2026, 3, 9)
DAYS = 9
DAY = st.tuples(st.sampled_from((0, 3, 5, 8, 20)), st.integers(0, 8), st.sampled_from((0, 0, 1, 5)))
PERIODS = st.tuples(st.integers(0, DAYS - 1), st.integers(0, DAYS - 1)).map(
    lambda ends: (MONDAY + timedelta(days=min(ends)), MONDAY + timedelta(days=max(ends)))
)


def _counts(days: list[Day], period: Period) -> list[Day]:
    return days[(period[0] - MONDAY).days : (period[1] - MONDAY).days + 1]


def _figures(days: list[Day], period: Period) -> Figures:
    some = _counts(days, period)
    visits, children, concerns = (sum(day[place] for day in some) for place in range(3))
    hours = {10: visits} if visits else {}
    of = VisitFigures(0, visits, min(children, visits), 0, 0, hours, {Purpose.WALK_IN: visits} if visits else {})
    return Figures(*period, of, 0, 0, 0, 0, 0, concerns, 0, 0, 0, {})


def _bars(days: list[Day], period: Period) -> VisitsBack:
    # Bars of two days, so that those of one log end within those of another.
    parts = [(first, min(first + timedelta(days=1), period[1])) for first in _every_other(period)]
    sums = [sum(day[0] for day in _counts(days, part)) for part in parts]
    return VisitsBack(
        bars=tuple(VisitBar(Stretch(*part), Sums(0, many), {}) for part, many in zip(parts, sums, strict=True))
    )


def _every_other(period: Period) -> list[date]:
    return [period[0] + timedelta(days=day) for day in range(0, (period[1] - period[0]).days + 1, 2)]


def _log(days: list[Day], period: Period, earlier: list[Period]) -> Log:
    figures, bars = figures_shown(_figures(days, period)), bars_shown(_bars(days, period))
    log = msgspec.structs.replace(rooms.month(1, *period), figures=figures, bars=bars)
    with_these = sharing(period, earlier)
    if not with_these:
        return log
    every = [period, *with_these]
    edges = [(bar.over.first, bar.over.last) for one in every for bar in _bars(days, one).bars]
    finer = [sum(day[0] for day in _counts(days, part)) for part in parted([*every, *edges])]
    return hidden_with(log, Parts([_figures(days, part) for part in parted(every)], finer, {}, [0]))


def _leaks(days: list[int], told: list[tuple[Period, Cell]]) -> list[tuple[int, int]]:
    """Give the days of which somebody who has all cells knows that a count is small, and more exactly than that."""
    most = [[float("inf") if last > first else 0.0 for last in range(DAYS + 1)] for first in range(DAYS + 1)]
    for (first, last), cell in told:
        low, high = of_cell(cell)
        start, end = (first - MONDAY).days, (last - MONDAY).days + 1
        most[start][end] = min(most[start][end], high)
        most[end][start] = min(most[end][start], -low)
    for by in range(DAYS + 1):
        for start in range(DAYS + 1):
            for end in range(DAYS + 1):
                most[start][end] = min(most[start][end], most[start][by] + most[by][end])
    pairs = [(start, end) for start in range(DAYS) for end in range(start + 1, DAYS + 1)]
    known = {pair: (-most[pair[1]][pair[0]], most[pair[0]][pair[1]]) for pair in pairs}
    # Of two small ones beside each other everybody knows that they are two or more together, up to eight.
    return [pair for pair in pairs if known[pair][1] < 5 and not leaves_open(sum(days[slice(*pair)]), known[pair])]


@given(st.lists(DAY, min_size=DAYS, max_size=DAYS), st.lists(PERIODS, min_size=2, max_size=5))
def test_nothing_small_comes_out_of_logs_that_share_days(days: list[Day], periods: list[Period]) -> None:
    days = [(visits, min(children, visits), concerns) for visits, children, concerns in days]
    told: Told = {"visits": [], "children": [], "concerns": []}
    for place, period in enumerate(periods):
        log = _log(days, period, periods[:place])
        for name in told:
            told[name].append((period, getattr(log.figures, name)))
        told["visits"] += [((bar.first, bar.last), bar.visits) for bar in log.bars]
        told["visits"] += [(period, one.visits) for one in log.figures.by_hour]
        told["visits"] += [(period, one.visits) for one in log.figures.by_purpose]
    for place, name in enumerate(told):
        # A star is hidden for what stands beside it, and may be anything.
        assert _leaks([day[place] for day in days], told[name]) == []


@given(PERIODS, st.lists(PERIODS, max_size=6))
def test_parts_are_all_days_of_logs_that_share_them_each_once(period: Period, earlier: list[Period]) -> None:
    with_these = sharing(period, earlier)
    assert set(with_these) <= set(earlier) - {period}
    parts = parted([period, *with_these])
    assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(parts))
    for first, last in (period, *with_these):
        assert first in {part[0] for part in parts}
        assert last in {part[1] for part in parts}
    for first, last in set(earlier) - {period, *with_these}:
        assert last < parts[0][0] or first > parts[-1][1]


@given(st.integers(0, 60), st.integers(0, 60))
def test_who_is_not_among_them_can_be_worked_out_as_little(part: int, rest: int) -> None:
    cell, whole = shown_among(part, part + rest), part + rest
    assert isinstance(cell, Hidden) or cell == part
    assert cell not in {1, 2, 3, 4}
    if whole < 5:
        return
    alike = {other for other in range(whole + 1) if shown_among(other, whole) == cell}
    for count, found in ((part, alike), (rest, {whole - other for other in alike})):
        assert not 0 < count < 5 or len(found) >= 4


def test_a_log_of_some_of_the_days_of_an_earlier_one_hides_more_and_says_with_which(
    demo: Services, tmp_path: Path
) -> None:
    fill(demo)
    next_week = FIRST, LAST + timedelta(days=7)
    before = demo.exchange.draft(*next_week)
    assert (before.shares, before.log.figures.children) == ((), Hidden.SMALL)
    write(demo, tmp_path / "week.pdf")
    draft = demo.exchange.draft(*next_week)
    assert draft.shares == ((FIRST, LAST),)
    figures = draft.log.figures
    assert (figures.visits, figures.children, figures.concerns) == (30, Hidden.BESIDE, Hidden.BESIDE)
    assert figures.participations is Hidden.BESIDE
    counted = {one.headcount for one in draft.log.activities if one.headcount is not None}
    assert counted <= {Hidden.BESIDE, 14}
    assert {one.times for one in draft.log.journal} == {Hidden.BESIDE}
    assert LogActions("concern", "insert", "coordinator", Hidden.BESIDE) in draft.log.journal
    assert [one.text for one in draft.log.wishes] == [one.text for one in before.log.wishes]
    for same_or_apart in ((FIRST, LAST), (LAST + timedelta(days=1), LAST + timedelta(days=7))):
        assert demo.exchange.draft(*same_or_apart).shares == ()


def test_logs_one_after_another_hide_nothing_more(demo: Services, tmp_path: Path) -> None:
    demo.desk.tally(Tally(30))
    write(demo, tmp_path / "week.pdf")
    after = LAST + timedelta(days=1), LAST + timedelta(days=7)
    demo.exchange.write(demo.exchange.draft(*after, unseen=Unseen.AS_CLEANED), tmp_path / "next.pdf")
    draft = demo.exchange.draft(FIRST, LAST)
    assert (draft.shares, draft.log.figures.visits) == ((), 30)
    assert draft.log.figures.by_hour != ()
    assert len(stretches(FIRST, LAST)[1]) == len(draft.log.bars)


@pytest.mark.parametrize("period", [(date.min, date(1, 1, 31)), (date(9999, 12, 1), date.max), (date.min, date.max)])
def test_days_of_no_year_of_a_room_are_refused_with_a_sentence(demo: Services, period: Period) -> None:
    with pytest.raises(RefusedError, match="jaar"):
        demo.exchange.draft(*period)
