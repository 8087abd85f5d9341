"""Figures and the rows behind them, on every store: they agree whatever is counted, corrected, undone or forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, update

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import HelpTopic, Purpose
from buurtkamer_app.desk.counts.records import Choice, Figure, Visitors, WeekFigures
from buurtkamer_app.desk.counts.rules import adds
from buurtkamer_app.storage.tables.desk import VisitRow
from buurtkamer_app.storage.tables.people import VisitorRow
from tests.desk.counted import HOST, WEDNESDAY, ask_help, come_in

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

_SLOW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def recounted(services: Services, first: date, last: date) -> list[WeekFigures]:
    """Sum the rows themselves by week and purpose, as slowly and plainly as can be."""
    sums: dict[tuple[date, Purpose], list[int]] = {}
    with services.store.reading() as session:
        for row in session.scalars(select(VisitRow).where(VisitRow.on_date.between(first, last), VisitRow.persons > 0)):
            monday = row.on_date - timedelta(days=row.on_date.weekday())
            each = sums.setdefault((monday, row.purpose), [0, 0, 0, 0])
            for place, part in enumerate((row.persons, row.persons * row.named, row.children, row.first_time)):
                each[place] += part
    return [WeekFigures(*key, *sums[key]) for key in sorted(sums)]


numbers = st.integers(1, 40)
visitors = st.builds(
    lambda hour, count, purpose, children, first: Visitors(
        hour, count, purpose, children % (count + 1), first % (count + 1)
    ),
    st.integers(0, 23),
    numbers,
    st.sampled_from(Purpose),
    numbers,
    numbers,
)
DAYS = st.integers(-40, -1).map(lambda back: WEDNESDAY + timedelta(days=back))


@_SLOW
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(("add", "known", "correct", "remove", "undo")), DAYS, visitors, st.integers(0, 99)),
        min_size=1,
        max_size=12,
    ),
    edges=st.tuples(DAYS, DAYS),
)
def test_whatever_is_done_the_kept_weeks_and_every_figure_are_the_sums_of_the_rows(
    demo: Services, steps: list[tuple[str, date, Visitors, int]], edges: tuple[date, date]
) -> None:
    names = iter(range(10_000))
    everything = Choice(date(2000, 1, 1), WEDNESDAY)
    before = demo.counts.rows(everything).total
    for step, on, who, pick in steps:
        lines = demo.counts.rows(everything).lines
        chosen = lines[pick % len(lines)] if lines else None
        if step == "add":
            demo.counts.add(on, who)
        elif step == "known":
            come_in(demo, f"Buur {before}-{next(names)}-{pick}", on)
        elif step == "undo" and (last := demo.history.last()) is not None:
            demo.history.undo(last.unit, over_later=True)
        elif chosen is not None and step == "correct" and not chosen.named:
            demo.counts.correct(chosen, who)
        elif chosen is not None and step == "remove":
            demo.counts.remove(chosen)
    first, last_day = min(edges), max(edges)
    for begin, end in ((first, last_day), (everything.first, everything.last)):
        assert demo.counts.by_week(begin, end) == recounted(demo, begin, end)
        assert_that_all_agree(demo, begin, end)


def assert_that_all_agree(services: Services, first: date, last: date) -> None:
    by_hour, by_day = services.counts.by_hour(first, last), services.counts.by_day(first, last)
    weeks = services.counts.by_week(first, last)
    page = services.counts.rows(Choice(first, last), most=10_000)
    visits = sum(line.persons for line in page.lines)
    assert visits == page.total == sum(sums.visits for sums in by_hour.values())
    assert visits == sum(sums.visits for sums in by_day.values()) == sum(week.persons for week in weeks)
    assert visits == services.desk.figures(first, last).visits
    for figure, part in (
        (Figure.NAMED, "named"),
        (Figure.ANONYMOUS, "anonymous"),
        (Figure.CHILDREN, "children"),
        (Figure.FIRST_TIME, "first_time"),
    ):
        behind = services.counts.rows(Choice(first, last, figure), most=10_000)
        told = sum(getattr(sums, part) for sums in by_day.values())
        assert behind.total == told == sum(adds(line, figure) for line in behind.lines)
    assert page.total == sum(
        services.counts.rows(Choice(first, last, f)).total for f in (Figure.NAMED, Figure.ANONYMOUS)
    )


def test_a_store_that_is_deleted_row_by_row_in_bulk_keeps_its_weeks(demo: Services) -> None:
    for back in range(12):
        demo.counts.add(WEDNESDAY - timedelta(days=back), Visitors(9, 5, Purpose.HELP, 2))
    with demo.store.work(Label("bulk")) as unit:
        unit.session.execute(update(VisitRow).where(VisitRow.on_date < WEDNESDAY).values(persons=7))
        unit.session.execute(delete(VisitRow).where(VisitRow.on_date < WEDNESDAY - timedelta(days=8)))
    first = WEDNESDAY - timedelta(days=30)
    assert demo.counts.by_week(first, WEDNESDAY) == recounted(demo, first, WEDNESDAY) != []


def test_a_period_inside_one_week_and_one_over_two_halves_are_summed_from_their_days(demo: Services) -> None:
    for on in (date(2026, 3, 4), date(2026, 3, 8), date(2026, 3, 9), date(2026, 3, 10)):
        demo.counts.add(on, Visitors(10, 1))
    weeks = demo.counts.by_week
    assert [week.persons for week in weeks(date(2026, 3, 5), date(2026, 3, 8))] == [1]
    assert [week.persons for week in weeks(date(2026, 3, 5), date(2026, 3, 9))] == [1, 1]
    assert [week.monday.day for week in weeks(date(2026, 3, 2), date(2026, 3, 9))] == [2, 9]
    assert weeks(date(2026, 3, 5), date(2026, 3, 7)) == []


def test_only_a_coordinator_corrects_and_only_who_is_signed_in_reads_names(demo: Services) -> None:
    come_in(demo, "De Boer Senior")
    choice = Choice(WEDNESDAY, WEDNESDAY)
    assert demo.counts.rows(choice).correctable
    demo.sign_in.act_as(HOST)
    page = demo.counts.rows(choice)
    assert (page.lines[0].name, page.correctable) == ("De Boer Senior", False)
    with pytest.raises(NotAllowedError):
        demo.counts.remove(page.lines[0])
    with pytest.raises(NotAllowedError):
        demo.counts.correct(page.lines[0], Visitors(9, 1))
    with pytest.raises(NotAllowedError):
        demo.counts.add(WEDNESDAY, Visitors(9, 1))
    demo.sign_in.act_as(NOBODY)
    hidden = demo.counts.rows(choice)
    assert (hidden.lines[0].name, hidden.lines[0].named, hidden.total) == ("", True, 1)


def test_a_name_that_is_forgotten_leaves_its_figure(demo: Services) -> None:
    come_in(demo, "De Boer Senior")
    with demo.store.work(Label("forget")) as unit:
        row = unit.session.scalars(select(VisitRow)).one()
        known, row.visitor_id = row.visitor_id, None
        unit.session.flush()
        unit.session.delete(unit.session.get(VisitorRow, known))
    page = demo.counts.rows(Choice(WEDNESDAY, WEDNESDAY, Figure.NAMED))
    assert (page.total, page.lines[0].name) == (1, "")


def test_pages_follow_each_other_without_a_gap_or_a_double(demo: Services) -> None:
    for step in range(25):
        demo.counts.add(WEDNESDAY - timedelta(days=step // 5), Visitors(8 + step % 3, 1 + step % 4))
    choice = Choice(WEDNESDAY - timedelta(days=9), WEDNESDAY)
    page = demo.counts.rows(choice, most=7)
    seen, total = list(page.lines), page.total
    while page.after is not None:
        page = demo.counts.rows(choice, page.after, most=7)
        seen += page.lines
    assert len({line.id for line in seen}) == len(seen) == 25
    assert sum(line.persons for line in seen) == total
    assert [(line.on, line.hour) for line in seen] == sorted(((line.on, line.hour) for line in seen), reverse=True)


def test_questions_for_help_are_a_figure_of_their_own(demo: Services) -> None:
    ask_help(demo, HelpTopic.LETTER)
    ask_help(demo, None)
    page = demo.counts.rows(Choice(WEDNESDAY, WEDNESDAY, Figure.HELP_ASKED), most=1)
    assert (page.total, page.correctable, page.lines[0].topic) == (2, False, None)
    rest = demo.counts.rows(Choice(WEDNESDAY, WEDNESDAY, Figure.HELP_ASKED), page.after)
    assert [line.topic for line in rest.lines] == [HelpTopic.LETTER]
    assert sum(demo.desk.help_asked(WEDNESDAY, WEDNESDAY).values()) == 2
    assert demo.counts.rows(Choice(WEDNESDAY, WEDNESDAY, Figure.HELP_ASKED, hour=9)).total == 0
    assert demo.counts.by_day(WEDNESDAY, WEDNESDAY) == {}


def test_an_hour_shows_only_its_own_rows(demo: Services) -> None:
    for hour in (9, 10, 10):
        demo.counts.add(WEDNESDAY, Visitors(hour, 2))
    page = demo.counts.rows(Choice(WEDNESDAY, WEDNESDAY, hour=10))
    assert (page.total, len(page.lines)) == (4, 2)


def test_nothing_is_kept_of_a_week_beyond_its_sums(services: Services) -> None:
    with services.store.reading() as session:
        assert session.scalars(select(func.count()).select_from(VisitRow)).one() == 0
    assert services.counts.by_week(date(2016, 1, 1), WEDNESDAY) == []
