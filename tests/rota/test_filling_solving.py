"""Solving: never worse than the start, told as it goes, within its time, and good without a solver."""

from __future__ import annotations

import random
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.rota.engine import greedy, rules
from buurtkamer_app.rota.engine.puzzle import Answer, Duty, Limit, Member, Need, Puzzle
from buurtkamer_app.rota.engine.solving import solve


def puzzle(seed: int, members: int = 6, days: int = 12) -> Puzzle:
    """Give a random puzzle: two duties a day, of which the second leaves too little rest before the first of the next.

    Some members are fixed, some duties may have too many for a price, and some limits count minutes.
    """
    dice = random.Random(seed)
    duties = tuple(Duty(day, kind) for day in range(days) for kind in range(2))
    apart = tuple((2 * day + 1, 2 * day + 2) for day in range(days - 1))
    experienced = frozenset(range(0, members, 3))
    needs = [Need(duty, dice.randint(1, 2), 100, dice.choice((None, None, 30))) for duty in range(len(duties))]
    needs += [Need(duty, 1, 20, 0, experienced) for duty in range(0, len(duties), 2)]
    return Puzzle(days, duties, tuple(needs), tuple(_member(dice, duties) for _each in range(members)), apart)


def _member(dice: random.Random, duties: tuple[Duty, ...]) -> Member:
    may = tuple(duty for duty in range(len(duties)) if dice.random() < 0.5)
    minutes = tuple(dice.choice((180, 240)) for _duty in may)
    fixed = tuple(dice.sample(may, min(1, len(may)))) if dice.random() < 0.2 else ()
    return Member(
        may,
        tuple((duty, 5) for duty in may if dice.random() < 0.2),
        tuple((duty, 10) for duty in may if dice.random() < 0.1),
        fixed,
        (Limit(may, 900, amounts=minutes), Limit(may[:6], 2)),
        share=dice.randint(0, 5),
        share_cost=10,
    )


@pytest.mark.parametrize("seed", range(12))
def test_an_answer_breaks_no_rule_costs_what_it_says_and_is_no_worse_than_the_start(seed: int) -> None:
    asked, heard = puzzle(seed), list[Answer]()
    found = solve(asked, 10, heard.append)
    assert list(rules.broken(asked, found.on)) == []
    assert found.cost == rules.cost(asked, found.on)
    assert found.proven
    assert found.bound == found.cost
    start = greedy.fill(asked)
    assert list(rules.broken(asked, start)) == []
    assert heard[0].on == start
    costs = [answer.cost for answer in [*heard, found]]
    assert costs == sorted(costs, reverse=True)
    assert all(answer.bound <= found.cost for answer in heard)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.integers(1, 5))
def test_the_start_keeps_every_rule_and_fills_what_it_can(seed: int, members: int, days: int) -> None:
    asked = puzzle(seed, members, days)
    start = greedy.fill(asked)
    assert list(rules.broken(asked, start)) == []
    assert rules.cost(asked, start) <= rules.cost(asked, [member.fixed for member in asked.members])


def test_without_a_solver_the_start_is_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    asked = puzzle(1)
    found = solve(asked, 10)
    assert (found.on, found.proven) == (greedy.fill(asked), False)


def test_without_time_the_start_is_the_answer_at_once() -> None:
    asked, begun = puzzle(2, members=30, days=91), time.monotonic()
    found = solve(asked, 0)
    assert list(rules.broken(asked, found.on)) == []
    assert time.monotonic() - begun < 5
    assert found.bound <= found.cost


def test_nothing_to_fill_costs_nothing() -> None:
    assert solve(Puzzle(7, (), (), ()), 1) == Answer((), 0, 0, proven=True)
    idle = Puzzle(7, (), (), (Member((), share=2, share_cost=10),))
    assert solve(idle, 1) == Answer(((),), 20, 20, proven=True)


def test_what_breaks_a_rule_is_found() -> None:
    asked = Puzzle(
        2,
        (Duty(0), Duty(0, 1), Duty(1)),
        (Need(0, 1, 100), Need(1, 1, 100), Need(2, 1, 100)),
        (Member((0, 1, 2), limits=(Limit((0, 1, 2), 1),)), Member((0,), fixed=(0,))),
        ((1, 2),),
    )
    assert set(rules.broken(asked, [(), (0,)])) == set()
    assert set(rules.broken(asked, [(), ()])) == {(1, 0)}
    assert (0, 1) in set(rules.broken(asked, [(0, 1), (0,)]))
    assert (0, 2) in set(rules.broken(asked, [(1, 2), (0,)]))
    assert (1, 0) in set(rules.broken(asked, [(0,), (0,)]))
