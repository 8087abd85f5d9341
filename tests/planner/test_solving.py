"""Solving: as good as trying everything, whatever the child process does."""

from __future__ import annotations

import time as clock_time
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from buurtkamer_app.planner.proposing import rules, solving
from buurtkamer_app.planner.proposing.child import Child
from buurtkamer_app.planner.proposing.records import How, Limit, Puzzle, Solution
from tests.planner import broken_children

if TYPE_CHECKING:
    from collections.abc import Callable


# Two groups of two; the second piece of each takes the same space.
SMALL = Puzzle(
    (10, 30, 12, 31), (0, 0, 1, 1), (Limit(1, (0, 1), (1, 1)), Limit(1, (2, 3), (1, 1)), Limit(1, (1, 3), (1, 1)))
)


def never() -> bool:
    return False


def nothing(_solution: Solution) -> None:
    return


@st.composite
def puzzles(draw: st.DrawFn) -> Puzzle:
    """Give a small puzzle: some groups of pieces, some limits across them."""
    group = tuple(draw(st.lists(st.integers(0, 4), min_size=1, max_size=9)))
    worth = tuple(draw(st.integers(1, 50)) for _ in group)
    limits = [
        Limit(1, tuple(at for at, one in enumerate(group) if one == each), (1,) * group.count(each))
        for each in set(group)
    ]
    for _ in range(draw(st.integers(0, 5))):
        pieces = tuple(sorted(draw(st.sets(st.integers(0, len(group) - 1), min_size=1))))
        amounts = tuple(draw(st.integers(1, 12)) for _ in pieces)
        limits.append(Limit(draw(st.integers(0, 20)), pieces, amounts))
    return Puzzle(worth, group, tuple(limits))


def best_by_trying(puzzle: Puzzle) -> int:
    """Try every choice there is."""
    choices = (
        tuple(at for at, taken in enumerate(bits) if taken) for bits in product((0, 1), repeat=len(puzzle.worth))
    )
    return max(rules.value(puzzle, chosen) for chosen in choices if rules.fits(puzzle, chosen))


@settings(deadline=None, max_examples=80)
@given(puzzles())
@example(Puzzle((2, 2, 3), (0, 1, 1), (Limit(1, (1, 2), (1, 1)), Limit(2, (0, 2), (1, 2)))))
def test_the_solver_finds_what_trying_everything_finds(puzzle: Puzzle) -> None:
    start = rules.greedy(puzzle)
    found = solving.solve(puzzle, start, 10, lambda _: None)
    assert rules.fits(puzzle, found.chosen)
    assert rules.value(puzzle, found.chosen) == best_by_trying(puzzle) == found.bound


@given(puzzles())
def test_the_simple_plan_is_within_all_limits_and_its_bound_holds(puzzle: Puzzle) -> None:
    start = rules.greedy(puzzle)
    assert rules.fits(puzzle, start.chosen)
    assert rules.value(puzzle, start.chosen) <= best_by_trying(puzzle) <= start.bound
    assert (rules.gap(puzzle, start) == 0) == (rules.value(puzzle, start.chosen) >= start.bound)


def test_the_child_solves_and_proves_that_it_is_the_best() -> None:
    child = Child()
    try:
        solution, how = child.solve(SMALL, Solution((), 61), never, nothing)
    finally:
        child.close()
    assert (solution.chosen, solution.bound, how) == ((1, 2), 42, How.BEST)


@pytest.mark.parametrize(
    "served",
    [
        broken_children.hangs,
        broken_children.hangs_later,
        broken_children.is_killed,
        broken_children.has_no_solver,
        broken_children.lies,
    ],
)
def test_a_child_that_hangs_dies_lies_or_has_no_solver_leaves_the_simple_plan(served: Callable[..., None]) -> None:
    start = rules.greedy(SMALL)
    child = Child(served, seconds=0.5, late=2.5)
    begun = clock_time.monotonic()
    try:
        solution, how = child.solve(SMALL, start, never, nothing)
    finally:
        child.close()
    assert clock_time.monotonic() - begun < 20
    assert (solution, how) == (start, How.ALONE)
    assert rules.gap(SMALL, solution) > 0


def test_what_was_told_before_the_child_hung_is_kept_with_its_gap() -> None:
    start, heard = rules.greedy(SMALL), list[Solution]()
    child = Child(broken_children.tells_one_and_hangs, seconds=0.5, late=4)
    try:
        solution, how = child.solve(SMALL, start, never, heard.append)
    finally:
        child.close()
    assert (solution.chosen, how) == (start.chosen, How.TIME)
    assert heard == [solution]


def test_enough_gives_the_best_so_far_at_once() -> None:
    start, heard = rules.greedy(SMALL), list[Solution]()
    child = Child(broken_children.tells_one_and_hangs, seconds=60, late=60)
    try:
        solution, how = child.solve(SMALL, start, lambda: bool(heard), heard.append)
    finally:
        child.close()
    assert (solution.chosen, how) == (start.chosen, How.STOPPED)


def test_the_child_knows_nothing_but_the_puzzle() -> None:
    start = rules.greedy(SMALL)
    child = Child(broken_children.looks_around, seconds=20, late=20)
    try:
        solution, _how = child.solve(SMALL, start, never, nothing)
    finally:
        child.close()
    assert solution.bound == sum(SMALL.worth)
