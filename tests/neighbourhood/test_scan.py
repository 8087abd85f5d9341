"""The look at the neighbourhood, on every store: papers keyed in, averages, one action from a low score."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms_around import Characteristic, Respondent
from buurtkamer_app.neighbourhood.scan import rules
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked, Mean, Planned
from tests.papers.rooms import set_up

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

OPEN, SAFETY = Characteristic.OPEN, Characteristic.SAFETY
PLAN = Planned("Elke maand samen koken", "Ria", date(2026, 5, 1))


def answer(*scores: int | None, role: Respondent = Respondent.RESIDENT, note: str = "") -> Answer:
    marks = {about: Marked(score, note) for about, score in zip(Characteristic, scores, strict=False)}
    return Answer(role, marks)


def write(services: Services, year: int, *scores: int | None, role: Respondent = Respondent.RESIDENT) -> int:
    return services.scans.answer(year, answer(*scores, role=role)).value


@pytest.fixture
def room(services: Services) -> Services:
    """Give a room that is set up, and in which nothing happened yet."""
    set_up(services)
    return services


def test_papers_get_numbers_and_averages_say_from_how_many(room: Services) -> None:
    assert write(room, 2026, 4, 3, 2, 5, 1) == 1
    assert write(room, 2026, 5, 3, None, 5, 2, role=Respondent.VOLUNTEER) == 2
    seen = room.scans.seen()
    assert (seen.year, seen.now.respondents) == (2026, 2)
    assert seen.now.of(OPEN) == Mean(9, 2)
    assert seen.now.of(Characteristic.RESOURCES) == Mean(2, 1)
    assert seen.now.by_role[Respondent.VOLUNTEER][SAFETY] == Mean(2, 1)
    assert set(seen.now.by_role) == {Respondent.RESIDENT, Respondent.VOLUNTEER}


def test_a_paper_is_corrected_and_taken_away_and_each_can_be_undone(room: Services) -> None:
    first, second = write(room, 2026, 4, 4, 4, 4, 4), write(room, 2026, 1, 1, 1, 1, 1)
    room.scans.answer(2026, answer(2, 2, 2, 2, 2, role=Respondent.PARTNER, note="geteld"), second)
    corrected = room.scans.seen().answers[1]
    assert (corrected.number, corrected.answer.respondent) == (2, Respondent.PARTNER)
    assert corrected.answer.mark(OPEN) == Marked(2, "geteld")
    room.scans.take_away(2026, first)
    assert [one.number for one in room.scans.seen().answers] == [2]
    assert write(room, 2026, 3, 3, 3, 3, 3) == 3
    last = room.history.last()
    assert last is not None
    room.history.undo(last.unit)
    assert [one.number for one in room.scans.seen().answers] == [2]


@pytest.mark.parametrize(
    ("year", "given"),
    [
        (2026, answer()),
        (2026, answer(None, None, None, None, None, note="alleen dit")),
        (2026, answer(0, 3, 3, 3, 3)),
        (2026, answer(6, 3, 3, 3, 3)),
        (2026, answer(3, note="x" * 10_000)),
        (2027, answer(3)),
        (1200, answer(3)),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(room: Services, year: int, given: Answer) -> None:
    with pytest.raises(RefusedError):
        room.scans.answer(year, given)
    assert room.scans.years() == []


def test_a_number_that_is_gone_cannot_be_corrected(room: Services) -> None:
    write(room, 2026, 3)
    room.scans.take_away(2026, 1)
    with pytest.raises(RefusedError):
        room.scans.answer(2026, answer(4), 1)


def test_under_three_or_lower_than_before_asks_for_one_action(room: Services) -> None:
    write(room, 2024, 4, 4, 4, 5, 3)
    write(room, 2026, 4, 3, 5, 4, 2)
    seen = room.scans.seen()
    assert seen.before is not None
    assert seen.before.year == 2024
    assert seen.low == (Characteristic.MATTER, Characteristic.CUSTOMS, SAFETY)
    room.scans.plan(2026, SAFETY, PLAN)
    room.scans.plan(2026, SAFETY, Planned("Een wandeling", "Joop", date(2026, 6, 1)))
    seen = room.scans.seen()
    assert SAFETY not in seen.low
    assert [action.planned.what for action in seen.actions] == ["Een wandeling"]


def test_an_action_stays_in_sight_in_later_years_until_it_is_done(room: Services, clock: SetClock) -> None:
    write(room, 2026, 1, 1, 1, 1, 1)
    key = room.scans.plan(2026, OPEN, PLAN).value
    action = room.scans.seen().actions[0]
    assert not action.overdue(date(2026, 5, 1))
    assert action.overdue(date(2026, 5, 2))
    clock.instant = datetime(2027, 3, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert [one.id for one in room.scans.seen().actions] == [key]
    room.scans.done(key)
    assert room.scans.seen().actions == ()
    assert room.scans.seen(2026).actions[0].done_on == date(2027, 3, 1)
    room.scans.done(key, done=False)
    assert room.scans.seen().actions[0].overdue(date(2027, 3, 1))
    room.scans.drop(key)
    assert room.scans.seen().actions == ()
    with pytest.raises(RefusedError):
        room.scans.done(key)


@pytest.mark.parametrize(
    "planned",
    [Planned("", "Ria", PLAN.by_date), Planned("Iets", " ", PLAN.by_date), Planned("x" * 10_000, "Ria", PLAN.by_date)],
)
def test_an_action_needs_words_and_an_owner(room: Services, planned: Planned) -> None:
    write(room, 2026, 1)
    with pytest.raises(RefusedError):
        room.scans.plan(2026, OPEN, planned)


def test_there_is_no_action_before_anybody_answered(room: Services) -> None:
    with pytest.raises(RefusedError):
        room.scans.plan(2026, OPEN, PLAN)


def test_at_a_locked_desk_nothing_is_read_or_written(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    for ask in (demo.scans.seen, demo.scans.years, lambda: demo.scans.averages(2026), lambda: write(demo, 2026, 3)):
        with pytest.raises(NotAllowedError):
            ask()


SCORES = st.one_of(st.none(), st.integers(1, 5))
ANSWERS = st.builds(
    lambda role, scores: Answer(role, dict(zip(Characteristic, map(Marked, scores), strict=True))),
    st.sampled_from(Respondent),
    st.lists(SCORES, min_size=5, max_size=5),
)


@given(st.lists(ANSWERS, max_size=30))
def test_no_small_group_can_be_told_or_reckoned_from_the_paper(answers: list[Answer]) -> None:
    found = rules.averages(2026, answers)
    told = rules.on_paper(found)
    for about in Characteristic:
        shown = [means[about] for means in told.values() if about in means]
        assert all(mean.count >= rules.SMALL_CELL for mean in shown)
        rest = found.of(about).count - sum(mean.count for mean in shown)
        assert not shown or rest == 0 or rest >= rules.SMALL_CELL


@given(st.lists(ANSWERS, max_size=20))
def test_the_averages_of_the_roles_add_up_to_that_of_all(answers: list[Answer]) -> None:
    found = rules.averages(2026, answers)
    for about in Characteristic:
        parts = [means[about] for means in found.by_role.values()]
        assert found.of(about) == Mean(sum(part.total for part in parts), sum(part.count for part in parts))
        assert 10 <= (found.of(about).tenths or 10) <= 50


def test_an_average_of_just_under_three_is_low_though_it_reads_as_three() -> None:
    almost = Mean(299, 100)
    assert almost.tenths == 30
    assert almost.below(3)
    assert not Mean(300, 100).below(3)
