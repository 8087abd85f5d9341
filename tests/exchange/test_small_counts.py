"""Whoever knows all numbers of a log cannot say of any small count which of 1 to 4 it is."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities.records import Occurrence, Series
from buurtkamer_app.base.terms import LeadKind, Purpose, Theme
from buurtkamer_app.desk.counts.records import Sums
from buurtkamer_app.desk.records import VisitFigures
from buurtkamer_app.evaluation.looking.records import ActivitiesBack, Held, Stretch, VisitBar, VisitsBack
from buurtkamer_app.evaluation.records import Figures
from buurtkamer_app.exchange.cleaning.known_names import KnownNames
from buurtkamer_app.exchange.log.content import activities_shown, bars_shown, figures_shown, journal_shown
from buurtkamer_app.exchange.log.naming import People
from buurtkamer_app.exchange.log.pseudonyms import Naming
from buurtkamer_app.exchange.log.rules import shown, shown_groups, shown_parts, shown_where_any
from buurtkamer_app.exchange.log.texts import Texts
from tests.exchange.attacker import Table, known_total, leaves_open, of_cell, worked_out

if TYPE_CHECKING:
    from collections.abc import Mapping

MONDAY = date(2026, 3, 9)
SMALL = st.one_of(st.integers(0, 6), st.integers(0, 40))
PARTS = st.lists(SMALL, max_size=8)


def _figures(visits: VisitFigures, participations: int = 0) -> Figures:
    return Figures(MONDAY, MONDAY, visits, participations, 0, 0, 0, 0, 0, 0, 0, 0, {})


@given(PARTS)
def test_no_part_of_a_total_that_is_told_can_be_worked_out(parts: list[int]) -> None:
    counts = dict(enumerate(parts))
    table = Table(tuple(shown_parts(counts).values()))
    found = worked_out(known_total(shown(sum(parts)), [table]), table)
    assert all(leaves_open(count, bounds) for count, (bounds, _) in zip(parts, found, strict=True))


@given(PARTS)
def test_how_many_rows_a_table_has_gives_nothing_away(parts: list[int]) -> None:
    counts = {place: count for place, count in enumerate(parts) if count}
    cells = shown_where_any(counts)
    assert set(cells) <= set(counts)
    table = Table(tuple(cells.values()), rows=True)
    found = worked_out(known_total(shown(sum(parts)), [table] if cells else []), table)
    for key, (bounds, _) in zip(cells, found, strict=True):
        assert leaves_open(counts[key], bounds)


@given(st.lists(SMALL, min_size=1, max_size=6), st.data())
def test_visits_by_day_hour_purpose_and_name_together_give_no_small_count_away(
    days: list[int], data: st.DataObject
) -> None:
    total = sum(days)
    hours, purposes, named = (_parted(data, total, most) for most in (6, 4, 2))
    visits = VisitFigures(
        named[0],
        named[1] if len(named) > 1 else 0,
        0,
        0,
        0,
        {9 + place: count for place, count in enumerate(hours) if count},
        {purpose: count for purpose, count in zip(Purpose, purposes, strict=False) if count},
    )
    bars = [
        VisitBar(Stretch(MONDAY + timedelta(days=place), MONDAY + timedelta(days=place)), Sums(0, count), {})
        for place, count in enumerate(days)
    ]
    figures, back = figures_shown(_figures(visits)), bars_shown(VisitsBack(bars=tuple(bars)))
    by_name = Table((figures.named, figures.anonymous))
    by_day = Table(tuple(bar.visits for bar in back))
    by_hour = Table(tuple(one.visits for one in figures.by_hour), rows=True)
    by_purpose = Table(tuple(one.visits for one in figures.by_purpose), rows=True)
    tables = [table for table in (by_name, by_day, by_hour, by_purpose) if table.cells]
    every = known_total(figures.visits, tables)
    assert leaves_open(total, every)
    true = (
        (by_name, [visits.named, visits.anonymous]),
        (by_day, days),
        (by_hour, [visits.by_hour[one.hour] for one in figures.by_hour]),
        (by_purpose, [visits.by_purpose[Purpose(one.purpose)] for one in figures.by_purpose]),
    )
    for table, counts in true:
        for count, (bounds, _) in zip(counts, worked_out(every, table), strict=True):
            assert leaves_open(count, bounds), (table, every)
            assert bounds[0] <= count <= bounds[1]


def _parted(data: st.DataObject, total: int, most: int) -> list[int]:
    """Draw parts that add up to a total."""
    parts: list[int] = []
    for _ in range(most - 1):
        parts.append(data.draw(st.integers(0, total - sum(parts))))
    return [*parts, total - sum(parts)]


@given(st.lists(st.lists(SMALL, max_size=5), max_size=5))
def test_neither_a_group_nor_what_is_in_it_can_be_worked_out(groups: list[list[int]]) -> None:
    totals, within = shown_groups({place: dict(enumerate(parts)) for place, parts in enumerate(groups)})
    _nothing_can_be_worked_out(
        {place: dict(enumerate(parts)) for place, parts in enumerate(groups)},
        Table(
            tuple(totals.values()),
            tuple(Table(tuple(within[place].values())) if groups[place] else None for place in totals),
        ),
    )


def _nothing_can_be_worked_out(groups: Mapping[int, Mapping[int, int]], table: Table) -> None:
    true = [sum(parts.values()) for parts in groups.values()]
    every = known_total(shown(sum(true)), [table])
    for parts, total, (bounds, below) in zip(groups.values(), true, worked_out(every, table), strict=True):
        assert leaves_open(total, bounds)
        for count, (inner, _) in zip(parts.values(), below, strict=False):
            assert leaves_open(count, inner)


def _series(theme: Theme) -> Series:
    return Series(
        UUID(int=1), 1, "Koffie", "", "", MONDAY, time(10), time(12), 0, None, theme, "Zaal", LeadKind.HOSTS, "",
        lead_on_paper=False, self_run=False, sign_up=False,
    )  # fmt: skip


@given(st.lists(st.lists(SMALL, min_size=1, max_size=4), min_size=1, max_size=4), st.integers(0, 9))
def test_headcounts_by_date_and_by_theme_give_no_small_count_away(groups: list[list[int]], closed: int) -> None:
    themes = dict(zip(Theme, groups, strict=False))
    occurrences = [
        Occurrence(_series(theme), MONDAY, headcount=count) for theme, counts in themes.items() for count in counts
    ]
    # What was counted on a day that was closed afterwards is in the sums, and in no row.
    held = {theme: Held(len(counts), sum(counts) + closed) for theme, counts in themes.items()}
    dates, by_theme = activities_shown(
        occurrences,
        ActivitiesBack(sum(held.values(), start=Held()), held),
        Texts(KnownNames([]), "NL"),
        People(Naming(bytes(32)), [], []),
    )
    inside = []
    for theme in themes:
        cells = [one.headcount for one in dates if one.theme == theme.value]
        inside.append(Table((*cells, None)))
    table = Table(tuple(one.participations for one in by_theme), tuple(inside))
    counts = {place: dict(enumerate([*parts, closed])) for place, parts in enumerate(groups)}
    _nothing_can_be_worked_out(counts, table)


@given(st.dictionaries(st.integers(0, 2), st.integers(1, 40), min_size=1))
def test_the_journal_gives_no_small_count_of_a_role_away_to_who_knows_how_often_all_did_it(
    roles: dict[int, int],
) -> None:
    told = journal_shown([("concern", "insert", role, times) for role, times in roles.items()])
    assert {one.kind for one in told} <= {"concern"}
    table = Table(tuple(one.times for one in told), rows=True)
    # All concerns together stand among the figures.
    every = of_cell(shown(sum(roles.values())))
    for times, (bounds, _) in zip(roles.values() if told else (), worked_out(every, table), strict=True):
        assert leaves_open(times, bounds)
