"""What stands in the way of using a space: never two things in one, never more than fit, nobody in two places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities.conflicts import HOSTS, Day, Use, Why, conflicts, hard, in_use_at_once, overlap
from buurtkamer_app.room.records import Closure, Opening, Space

ON = date(2026, 3, 11)
OPEN = Opening(2, time(10), time(17))
HALL = Space(UUID(int=1), "Huiskamer", 40, shared=True)
STUDIO = Space(UUID(int=2), "Atelier", 16, shared=False)
LEADS = (HOSTS, "Bep", "Samira")

USES = st.builds(
    lambda hour, hours, space, persons, lead, alone, key: Use(
        f"nr {key}", space, time(hour), time(hour + hours), persons, lead, UUID(int=key), alone
    ),
    st.integers(8, 17),
    st.integers(1, 4),
    st.sampled_from(("Huiskamer", "Atelier")),
    st.none() | st.integers(1, 45),
    st.sampled_from(LEADS),
    st.booleans(),
    st.integers(10, 10**6),
)


def _day(*uses: Use, opening: Opening | None = OPEN, closure: Closure | None = None) -> Day:
    return Day(ON, opening, closure, uses)


def _space(use: Use) -> Space:
    return HALL if use.space == "Huiskamer" else STUDIO


@given(st.lists(USES, max_size=12, unique_by=lambda use: use.key))
def test_what_was_let_in_one_by_one_never_clashes(wanted: list[Use]) -> None:
    inside: list[Use] = []
    for use in wanted:
        if not hard(conflicts(use, _day(*inside), _space(use))):
            inside.append(use)
    for space in (HALL, STUDIO):
        there = [use for use in inside if use.space == space.name]
        assert in_use_at_once(there) <= space.capacity
        for use in there:
            others = [other for other in there if other is not use and overlap(use, other)]
            assert not others or (space.shared and not use.alone)
    for use in inside:
        assert not any(other.lead == use.lead != HOSTS and overlap(use, other) for other in inside if other is not use)


@given(USES, st.lists(USES, max_size=6))
def test_every_conflict_has_a_sentence_and_its_values(use: Use, others: list[Use]) -> None:
    for found in conflicts(use, _day(*others), _space(use)):
        assert "{" not in found.sentence()
        assert found.error().sentence() == found.sentence()


def test_two_that_follow_each_other_are_not_in_each_others_way() -> None:
    first = Use("Zitgym", "Atelier", time(10), time(11), 10)
    second = Use("Schilderen", "Atelier", time(11), time(12), 10)
    assert conflicts(second, _day(first), STUDIO) == []


def test_two_that_are_never_there_at_once_may_both_fit_beside_a_third() -> None:
    before = Use("Ochtend", "Huiskamer", time(10), time(12), 25)
    after = Use("Middag", "Huiskamer", time(12), time(14), 25)
    new = Use("Lunch", "Huiskamer", time(11), time(13), 15)
    assert conflicts(new, _day(before, after), HALL) == []
    (full,) = conflicts(replace(new, persons=16), _day(before, after), HALL)
    assert (full.why, full.values["left"]) == (Why.FULL, 15)


def test_who_is_not_open_to_visitors_shares_a_space_with_nobody() -> None:
    choir = Use("Zangkoor", "Huiskamer", time(13), time(15), 20, alone=True)
    walk_in = Use("Inloop", "Huiskamer", time(13), time(17))
    assert [found.why for found in conflicts(walk_in, _day(choir), HALL)] == [Why.SPACE]
    assert [found.why for found in conflicts(choir, _day(walk_in), HALL)] == [Why.SPACE]


def test_its_own_use_of_before_is_no_obstacle() -> None:
    use = Use("Zitgym", "Atelier", time(10), time(11), 10, key=UUID(int=9))
    assert conflicts(replace(use, ends=time(12)), _day(use), STUDIO) == []


def test_only_the_opening_hours_give_way() -> None:
    early = Use("Ontbijt", "Atelier", time(8), time(9), 17)
    found = conflicts(early, _day(), STUDIO)
    assert [(one.why, one.gives_way) for one in found] == [(Why.HOURS, True), (Why.TOO_LARGE, False)]
    assert [one.why for one in conflicts(early, _day(opening=None), STUDIO)] == [Why.HOURS, Why.TOO_LARGE]
    closed = _day(closure=Closure(ON, ON, "Verf"))
    assert [one.why for one in conflicts(early, closed, STUDIO)] == [Why.CLOSED, Why.TOO_LARGE]
