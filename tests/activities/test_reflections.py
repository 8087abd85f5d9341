"""Looking back: what is asked, what is kept, and residents who go on by themselves."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.activities.reflections import rules
from buurtkamer_app.activities.reflections.records import NewReflection
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import GoesOn, Theme, WishStatus
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)  # a Wednesday, 13.00
TUESDAY = date(2026, 3, 10)


@pytest.fixture
def gym(demo: Services) -> UUID:
    """Give the sitting gym of Tuesday, for which people sign up."""
    return demo.activities.on_date("Zitgym op muziek", TUESDAY).id


def waiting(demo: Services) -> list[tuple[str, date]]:
    return [(one.series.name, one.on) for one in demo.reflections.waiting()]


def undo(demo: Services, change: Change) -> None:
    assert change.unit is not None
    demo.history.undo(change.unit)


def test_a_look_back_is_written_once_for_a_date_and_can_be_changed(demo: Services, gym: UUID) -> None:
    said = NewReflection("Iedereen deed mee.", "Vooral buren van de flat.", GoesOn.YES, by_residents=False)
    demo.reflections.write(gym, TUESDAY, said)
    demo.reflections.write(gym, TUESDAY, NewReflection("Gezellig.", "", GoesOn.UNSURE))
    (found,) = demo.reflections.of_series(gym)
    assert (found.on, found.said) == (TUESDAY, NewReflection("Gezellig.", "", GoesOn.UNSURE))
    assert demo.reflections.of(gym, TUESDAY) == found
    assert demo.reflections.of(gym, TUESDAY - timedelta(days=7)) is None


def test_it_is_asked_what_was_special_and_never_a_plain_walk_in(demo: Services) -> None:
    asked = waiting(demo)
    names = [name for name, _ in asked]
    assert ("Zitgym op muziek", TUESDAY) in asked
    assert not {"Koffie-inloop", "Middaginloop", "Huiswerkhulp"} & set(names)
    assert len(names) == len(set(names))
    assert all(TODAY - timedelta(days=7) <= on <= TODAY for _, on in asked)
    # Taalcafé of today is still to come.
    assert ("Taalcafé", TODAY - timedelta(days=7)) in asked


def test_who_looked_back_is_asked_again_after_four_weeks(demo: Services, gym: UUID, clock: SetClock) -> None:
    demo.reflections.write(gym, TUESDAY, NewReflection(goes_on=GoesOn.YES))
    assert "Zitgym op muziek" not in [name for name, _ in waiting(demo)]
    clock.instant += timedelta(days=21)
    assert "Zitgym op muziek" not in [name for name, _ in waiting(demo)]
    clock.instant += timedelta(days=14)
    assert "Zitgym op muziek" in [name for name, _ in waiting(demo)]


def test_what_did_not_go_on_or_is_not_over_needs_no_look_back(demo: Services, gym: UUID) -> None:
    today = demo.activities.on_date("Taalcafé", TODAY).id
    with pytest.raises(RefusedError):
        demo.reflections.write(today, TODAY, NewReflection())
    demo.attendance.cancel(gym, TUESDAY, "")
    with pytest.raises(RefusedError):
        demo.reflections.write(gym, TUESDAY, NewReflection())
    assert ("Zitgym op muziek", TUESDAY) not in waiting(demo)


def test_residents_who_go_on_by_themselves_take_the_series_and_its_wishes_along_in_one_step(
    demo: Services, gym: UUID
) -> None:
    wish = demo.wishes.write(NewWish("Stoelgym", Theme.HEALTH)).value
    demo.wishes.planned_as(wish, gym)
    change = demo.reflections.write(gym, TUESDAY, NewReflection(goes_on=GoesOn.YES, by_residents=True))
    assert [one.self_run for one in demo.activities.series() if one.id == gym] == [True]
    assert status(demo, wish) is WishStatus.SELF_RUN
    assert "Zitgym op muziek" not in [name for name, _ in waiting(demo)]
    undo(demo, change)
    assert [one.self_run for one in demo.activities.series() if one.id == gym] == [False]
    assert status(demo, wish) is WishStatus.PLANNED
    assert demo.reflections.of(gym, TUESDAY) is None


def status(demo: Services, wish: UUID) -> WishStatus:
    return next(one.status for one in demo.wishes.all() if one.id == wish)


def test_self_run_keeps_counting(demo: Services, gym: UUID) -> None:
    demo.reflections.write(gym, TUESDAY, NewReflection(by_residents=True))
    before = demo.activities.participations(TUESDAY, TUESDAY)
    demo.activities.count_heads(gym, TUESDAY, 9)
    assert demo.activities.participations(TUESDAY, TUESDAY) == before + 9
    assert demo.evaluation.figures(TUESDAY, TUESDAY).participations == before + 9


def test_what_happens_once_is_asked_whoever_leads_it(demo: Services) -> None:
    new = NewSeries("Buurtontbijt", Theme.COMMUNITY, "Huiskamer", TUESDAY, time(8), time(9))
    demo.activities.add_series(new)
    assert ("Buurtontbijt", TUESDAY) in waiting(demo)


@pytest.mark.parametrize("text", ["x" * 10_001, "x" * 100_000, "a\x00b", "\ud800"])
def test_a_text_that_cannot_be_kept_is_refused(demo: Services, gym: UUID, text: str) -> None:
    for said in (NewReflection(went_well=text), NewReflection(who_came=text)):
        with pytest.raises(RefusedError) as refused:
            demo.reflections.write(gym, TUESDAY, said)
        assert refused.value.sentence()
    assert demo.reflections.of(gym, TUESDAY) is None


def test_nobody_signed_in_looks_back(demo: Services, gym: UUID) -> None:
    demo.sign_in.act_as(NOBODY)
    for attempt in (
        demo.reflections.waiting,
        lambda: demo.reflections.of_series(gym),
        lambda: demo.reflections.write(gym, TUESDAY, NewReflection()),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


def test_a_series_that_goes_on_from_another_is_the_same_activity(demo: Services) -> None:
    from dataclasses import replace
    from uuid import UUID

    first, *_ = demo.activities.series()
    second = replace(first, id=UUID(int=2), continues=first.id)
    third = replace(first, id=UUID(int=3), continues=second.id)
    assert rules.lineage(third.id, [first, second, third]) == {first.id, second.id, third.id}
    assert rules.lineage(first.id, [first, second, third]) == {first.id}
