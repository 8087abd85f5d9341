"""Who takes part, ticked or counted, a date that does not go on, and names that go, on every store."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from buurtkamer_app.activities.records import NewSeries, Occurrence, Party, Present, Series, TakingPart, Ticked
from buurtkamer_app.base.errors import BuurtkamerError, ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import LeadKind, Theme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.tables.activities import ParticipationRow, SignUpRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

FRIDAY = date(2026, 3, 13)
HUGE = "x" * 10_000


@pytest.fixture
def table(demo: Services) -> UUID:
    """Give the dinner table of Friday: 24 places."""
    return demo.activities.on_date("Eettafel", FRIDAY).id


def occurrence(demo: Services, series: UUID) -> Occurrence:
    return demo.activities.occurrence(series, FRIDAY)


def undo(demo: Services, change: Change) -> None:
    assert change.unit is not None
    demo.history.undo(change.unit)


def test_the_ticked_and_who_was_just_there_make_the_proposed_headcount(demo: Services, table: UUID) -> None:
    first = demo.activities.sign_up(table, FRIDAY, "Mw. De Vries-Jansen", 2).value
    demo.activities.sign_up(table, FRIDAY, "Groep", 5)
    demo.attendance.tick(table, FRIDAY, first.id)
    demo.attendance.add_present(table, FRIDAY, " ", 3)
    here = demo.attendance.add_present(table, FRIDAY, "Łukasz", 1).value
    told = demo.attendance.taking_part(table, FRIDAY)
    assert [(entry.party.name, entry.present) for entry in told.parties] == [
        ("Mw. De Vries-Jansen", True),
        ("Groep", False),
    ]
    assert [(entry.name, entry.persons) for entry in told.others] == [("", 3), ("Łukasz", 1)]
    assert told.proposed == 6
    demo.attendance.untick(table, FRIDAY, first.id)
    demo.attendance.take_away(table, FRIDAY, here.id)
    assert demo.attendance.taking_part(table, FRIDAY).proposed == 3


def test_ticking_twice_counts_once_and_changes_no_figure(demo: Services, table: UUID) -> None:
    party = demo.activities.sign_up(table, FRIDAY, "Groep", 5).value
    before = demo.evaluation.figures(FRIDAY, FRIDAY)
    assert demo.attendance.tick(table, FRIDAY, party.id)
    assert not demo.attendance.tick(table, FRIDAY, party.id)
    assert demo.attendance.taking_part(table, FRIDAY).proposed == 5
    assert demo.evaluation.figures(FRIDAY, FRIDAY) == before
    assert occurrence(demo, table).headcount is None


@pytest.mark.parametrize(
    "step",
    [
        lambda demo, series, party: demo.attendance.tick(series, FRIDAY, party),
        lambda demo, series, _: demo.attendance.add_present(series, FRIDAY, "Bep", 2).change,
        lambda demo, series, party: demo.activities.withdraw(series, FRIDAY, party).change,
        lambda demo, series, _: demo.attendance.cancel(series, FRIDAY, "Storm"),
    ],
    ids=["tick", "add", "withdraw", "cancel"],
)
def test_each_step_is_taken_back_as_one(
    demo: Services, table: UUID, step: Callable[[Services, UUID, UUID], Change]
) -> None:
    party = demo.activities.sign_up(table, FRIDAY, "Groep", 23).value
    demo.activities.sign_up(table, FRIDAY, "Wacht", 4)
    before = demo.attendance.taking_part(table, FRIDAY)
    change = step(demo, table, party.id)
    assert demo.attendance.taking_part(table, FRIDAY) != before
    undo(demo, change)
    assert demo.attendance.taking_part(table, FRIDAY) == before


def test_who_withdraws_is_not_present_any_more_and_who_waited_is_told(demo: Services, table: UUID) -> None:
    gone = demo.activities.sign_up(table, FRIDAY, "Groep", 22).value
    demo.activities.sign_up(table, FRIDAY, "Mw. Tan", 4)
    demo.attendance.tick(table, FRIDAY, gone.id)
    moved = demo.activities.withdraw(table, FRIDAY, gone.id)
    assert [(party.name, party.waiting) for party in moved.value] == [("Mw. Tan", False)]
    assert demo.attendance.taking_part(table, FRIDAY).proposed == 0
    undo(demo, moved.change)
    told = demo.attendance.taking_part(table, FRIDAY)
    assert [(entry.present, entry.party.waiting) for entry in told.parties] == [(True, False), (False, True)]
    with pytest.raises(RefusedError):
        demo.activities.withdraw(table, FRIDAY, UUID(int=1))


def test_undoing_a_sign_up_that_was_ticked_leaves_who_was_there(demo: Services, table: UUID) -> None:
    party = demo.activities.sign_up(table, FRIDAY, "Groep", 5).value
    demo.attendance.tick(table, FRIDAY, party.id)
    demo.history.undo_last_count()
    told = demo.attendance.taking_part(table, FRIDAY)
    assert told.parties == ()
    assert told.proposed == 5


def test_a_cancelled_date_stays_on_the_programme_marked(demo: Services, table: UUID) -> None:
    demo.activities.sign_up(table, FRIDAY, "Mw. Tan", 2)
    demo.attendance.cancel(table, FRIDAY, " De  kok is ziek ")
    there = next(entry for entry in demo.activities.week(FRIDAY).days[4].occurrences if entry.series.id == table)
    assert (there.goes_on, there.cancelled) == (False, "De kok is ziek")
    assert [entry.party.name for entry in demo.attendance.taking_part(table, FRIDAY).parties] == ["Mw. Tan"]
    assert demo.activities.occurrence(table, FRIDAY + timedelta(days=7)).goes_on
    demo.attendance.cancel(table, FRIDAY, "")
    assert occurrence(demo, table).cancelled == ""
    assert demo.attendance.go_on(table, FRIDAY)
    assert occurrence(demo, table).goes_on
    assert not demo.attendance.go_on(table, FRIDAY)


def test_nobody_is_signed_up_ticked_or_counted_on_a_cancelled_date(demo: Services, table: UUID) -> None:
    party = demo.activities.sign_up(table, FRIDAY, "Mw. Tan", 2).value
    demo.attendance.cancel(table, FRIDAY, "")
    tried: list[Callable[[], object]] = [
        lambda: demo.activities.sign_up(table, FRIDAY, "Bep", 1),
        lambda: demo.activities.count_heads(table, FRIDAY, 3),
        lambda: demo.attendance.tick(table, FRIDAY, party.id),
        lambda: demo.attendance.add_present(table, FRIDAY, "Bep", 1),
    ]
    for attempt in tried:
        with pytest.raises(RefusedError, match=r"gaat.*niet door|does not go on"):
            attempt()
    demo.activities.withdraw(table, FRIDAY, party.id)
    assert demo.attendance.taking_part(table, FRIDAY).parties == ()


def test_what_people_took_part_in_cannot_be_cancelled(demo: Services, table: UUID) -> None:
    demo.activities.count_heads(table, FRIDAY, 12)
    with pytest.raises(RefusedError):
        demo.attendance.cancel(table, FRIDAY, "")
    assert occurrence(demo, table).goes_on
    demo.activities.count_heads(table, FRIDAY, 0)
    demo.attendance.cancel(table, FRIDAY, "")
    assert demo.activities.participations(FRIDAY, FRIDAY) == 0


def test_a_headcount_that_comes_back_under_a_cancelled_date_is_no_figure(demo: Services, table: UUID) -> None:
    demo.activities.count_heads(table, FRIDAY, 12)
    zero = demo.activities.count_heads(table, FRIDAY, 0)
    demo.attendance.cancel(table, FRIDAY, "")
    undo(demo, zero)
    assert demo.activities.participations(FRIDAY, FRIDAY) == 0
    demo.attendance.go_on(table, FRIDAY)
    assert demo.activities.participations(FRIDAY, FRIDAY) == 12


def test_a_cancelled_date_frees_its_space_and_is_taken_back_only_while_that_is_free(
    demo: Services, table: UUID
) -> None:
    series = demo.activities.on_date("Eettafel", FRIDAY)
    other = NewSeries("Bingo", Theme.COMMUNITY, series.space, FRIDAY, time(18), time(19))
    with pytest.raises(RefusedError):
        demo.planner.check(other)
    demo.attendance.cancel(table, FRIDAY, "")
    demo.planner.check(other)
    demo.activities.add_series(other)
    with pytest.raises(RefusedError, match="Bingo"):
        demo.attendance.go_on(table, FRIDAY)
    assert not occurrence(demo, table).goes_on


@pytest.mark.parametrize(("name", "persons"), [("Bep", 0), ("Bep", -4), ("Bep", 10_000), (HUGE, 1), ("B\x00ep", 1)])
def test_what_cannot_be_is_refused_with_a_sentence(demo: Services, table: UUID, name: str, persons: int) -> None:
    for attempt in (demo.attendance.add_present, demo.activities.sign_up):
        with pytest.raises(RefusedError) as refused:
            attempt(table, FRIDAY, name, persons)
        assert refused.value.sentence()
    told = demo.attendance.taking_part(table, FRIDAY)
    assert (told.parties, told.others) == ((), ())


@pytest.mark.parametrize("reason", [HUGE, "Storm\x00", "\u202emrotS"])
def test_a_reason_that_cannot_be_read_is_refused(demo: Services, table: UUID, reason: str) -> None:
    with pytest.raises(RefusedError):
        demo.attendance.cancel(table, FRIDAY, reason)
    assert occurrence(demo, table).goes_on


def test_what_is_not_on_that_day_has_nobody(demo: Services, table: UUID) -> None:
    thursday = FRIDAY - timedelta(days=1)
    tried: list[Callable[[], object]] = [
        lambda: demo.attendance.taking_part(table, thursday),
        lambda: demo.attendance.cancel(table, thursday, ""),
        lambda: demo.attendance.add_present(table, thursday, "", 1),
        lambda: demo.attendance.tick(table, FRIDAY, UUID(int=1)),
    ]
    for attempt in tried:
        with pytest.raises(RefusedError):
            attempt()


def test_nobody_signed_in_sees_and_changes_nothing(demo: Services, table: UUID) -> None:
    demo.sign_in.act_as(NOBODY)
    tried: list[Callable[[], object]] = [
        lambda: demo.attendance.taking_part(table, FRIDAY),
        lambda: demo.attendance.cancel(table, FRIDAY, ""),
        lambda: demo.attendance.add_present(table, FRIDAY, "", 1),
    ]
    for attempt in tried:
        with pytest.raises(NotAllowedError):
            attempt()
    assert occurrence(demo, table).goes_on


def open_again(demo: Services, clock: SetClock, on: date) -> None:
    """Open the room on a day, and go on to the next one."""
    clock.instant += on - demo.room.today()
    demo.days.open()
    clock.instant += timedelta(days=1)


def test_a_wrong_clock_takes_no_name_from_an_occurrence(demo: Services, table: UUID, clock: SetClock) -> None:
    demo.days.open()
    demo.activities.sign_up(table, FRIDAY, "Griselda", 2)
    right = clock.instant
    clock.instant += timedelta(days=365)
    demo.days.open()
    demo.attendance.forget_names()
    clock.instant = right
    demo.attendance.forget_names()
    assert "Griselda" in _kept(demo)


def test_a_clock_that_was_ahead_and_put_right_does_not_keep_names_for_ever(
    demo: Services, table: UUID, clock: SetClock
) -> None:
    demo.days.open()
    demo.activities.sign_up(table, FRIDAY, "Griselda", 2)
    right = clock.instant
    clock.instant += timedelta(days=365)
    demo.desk.tally(Tally(1))
    clock.instant = right
    open_again(demo, clock, FRIDAY + timedelta(days=30))
    demo.attendance.forget_names()
    assert "Griselda" not in _kept(demo)


def _kept(demo: Services) -> str:
    with demo.store.reading() as session:
        kinds = (SignUpRow, ParticipationRow, JournalChangeRow, JournalUnitRow)
        rows = [tuple(row) for kind in kinds for row in session.execute(select(kind.__table__))]
    return repr(rows)


def test_names_at_an_occurrence_go_after_30_days_and_the_numbers_stay(
    demo: Services, table: UUID, clock: SetClock
) -> None:
    demo.activities.sign_up(table, FRIDAY, "Griselda", 2)
    demo.attendance.add_present(table, FRIDAY, "Hadewych", 1)
    demo.activities.count_heads(table, FRIDAY, 3)
    open_again(demo, clock, FRIDAY)
    late = demo.activities.sign_up(table, FRIDAY, "Kunigonde", 1)
    undo(demo, late.change)
    gone = demo.attendance.add_present(table, FRIDAY, "Walburga", 4)
    away = demo.attendance.take_away(table, FRIDAY, gone.value.id)
    open_again(demo, clock, FRIDAY + timedelta(days=29))
    demo.attendance.forget_names()
    assert all(name in _kept(demo) for name in ("Griselda", "Hadewych", "Kunigonde", "Walburga"))
    open_again(demo, clock, FRIDAY + timedelta(days=30))
    demo.sign_in.act_as(NOBODY)
    demo.attendance.forget_names()
    demo.sign_in.act_as(KEY_HOLDER)
    assert not any(name in _kept(demo) for name in ("Griselda", "Hadewych", "Kunigonde", "Walburga"))
    told = demo.attendance.taking_part(table, FRIDAY)
    assert [(entry.party.name, entry.party.persons) for entry in told.parties] == [("", 2)]
    assert [(entry.name, entry.persons) for entry in told.others] == [("", 1)]
    assert told.occurrence.headcount == 3
    assert away.unit is not None
    with pytest.raises(ClashError):
        demo.history.undo(away.unit)


def test_names_that_went_do_not_come_back_by_undoing_what_was_before(
    demo: Services, table: UUID, clock: SetClock
) -> None:
    open_again(demo, clock, FRIDAY + timedelta(days=31))
    party = demo.activities.sign_up(table, FRIDAY, "Griselda", 2)
    withdrawn = demo.activities.withdraw(table, FRIDAY, party.value.id)
    demo.attendance.forget_names()
    with pytest.raises(BuurtkamerError):
        undo(demo, withdrawn.change)
    assert "Griselda" not in _kept(demo)


def _series(capacity: int | None) -> Series:
    about = ("", "", "", FRIDAY, time(10), time(12), 0, capacity, Theme.COMMUNITY, "Zaal", LeadKind.HOSTS, "hosts")
    return Series(UUID(int=1), 1, *about, lead_on_paper=False, self_run=False, sign_up=True)


@given(st.lists(st.tuples(st.integers(1, 999), st.booleans())), st.lists(st.integers(1, 999)))
def test_what_is_proposed_is_the_sum_of_who_is_there(parties: list[tuple[int, bool]], others: list[int]) -> None:
    told = TakingPart(
        Occurrence(_series(None), FRIDAY),
        tuple(Ticked(Party(UUID(int=key), "", size, waiting=False), here) for key, (size, here) in enumerate(parties)),
        tuple(Present(UUID(int=key), "", size) for key, size in enumerate(others)),
    )
    assert told.proposed == sum(size for size, here in parties if here) + sum(others)


@given(st.one_of(st.none(), st.integers(1, 60)), st.integers(0, 90))
def test_places_left_are_never_fewer_than_none(capacity: int | None, signed_up: int) -> None:
    left = Occurrence(_series(capacity), FRIDAY, signed_up).places_left
    assert left == (None if capacity is None else max(0, capacity - signed_up))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 12), st.lists(st.one_of(st.integers(1, 9), st.just(None)), max_size=10), st.data())
def test_the_seated_never_exceed_the_places(
    demo: Services, places: int, steps: list[int | None], data: st.DataObject
) -> None:
    new = NewSeries("Bingo", Theme.COMMUNITY, "Atelier", FRIDAY, time(10), time(12), capacity=places)
    series = demo.activities.add_series(new).value
    for persons in steps:
        parties = demo.activities.parties(series, FRIDAY)
        if persons is not None:
            demo.activities.sign_up(series, FRIDAY, "", persons)
        elif parties:
            demo.activities.withdraw(series, FRIDAY, data.draw(st.sampled_from(parties)).id)
        seated = sum(party.persons for party in demo.activities.parties(series, FRIDAY) if not party.waiting)
        assert seated <= places
        assert seated == demo.activities.occurrence(series, FRIDAY).signed_up
