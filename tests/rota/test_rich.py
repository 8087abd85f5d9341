"""What only staff rotas ask: runs of days, weekends, at least so much; and the parts that a search solves again."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.rota.engine import rules, rules_rich, solving
from buurtkamer_app.rota.engine.part import Cutter, Part
from buurtkamer_app.rota.engine.puzzle import Duty, Limit, Member, Need, Puzzle, Runs
from buurtkamer_app.rota.engine.rich import Search
from tests.rota import curtois_qu as own
from tests.rota.test_curtois_qu import script

if TYPE_CHECKING:
    from buurtkamer_app.rota.engine.puzzle import Answer


def _daily(days: int, *members: Member, wanted: int = 1, over: int | None = 1) -> Puzzle:
    """Give a puzzle with one duty a day, each open place of which costs 10."""
    needs = tuple(Need(day, wanted, 10, over) for day in range(days))
    return Puzzle(days, tuple(Duty(day) for day in range(days)), needs, members)


def _days(answer: Answer) -> list[int]:
    return list(answer.on[0])


def test_nobody_is_on_longer_in_a_row_than_they_may() -> None:
    answer = solving.solve(_daily(10, Member(tuple(range(10)), runs=Runs(most_on=3))), 10)
    assert (answer.cost, answer.proven) == (20, True)
    assert rules_rich.keeps_runs(Runs(most_on=3), [day in answer.on[0] for day in range(10)])


def test_days_on_and_off_last_as_long_as_they_should_but_at_the_ends() -> None:
    free = (0, 3, 4, 6, 9)
    answer = solving.solve(_daily(10, Member(free, runs=Runs(5, least_on=2, least_off=3))), 10)
    assert _days(answer) in ([0, 9], [0, 4, 9], [3, 4, 9], [0])
    assert answer.cost == 70, "day 0 and 9 run past the ends, 3 and 4 are two in a row"
    assert _days(answer) == [3, 4, 9]


def test_weekends_are_counted_without_runs_too() -> None:
    answer = solving.solve(_daily(14, Member(tuple(range(14)), weekends=1)), 10)
    assert (answer.cost, answer.proven) == (20, True)
    assert len({5, 6} & set(answer.on[0])) in {0, 2}


def test_a_member_is_on_at_least_as_often_as_they_should_also_where_that_costs() -> None:
    limit = Limit(tuple(range(5)), 5, least=3)
    answer = solving.solve(_daily(5, Member(tuple(range(5)), limits=(limit,)), wanted=0), 10)
    assert (len(answer.on[0]), answer.cost, answer.proven) == (3, 3, True)


def test_what_is_fixed_stays_where_it_breaks_the_rules_of_runs() -> None:
    fixed = (1, 2, 3, 4, 8)
    member = Member(tuple(range(12)), fixed=fixed, runs=Runs(most_on=2, least_on=2, least_off=4), weekends=0)
    answer = solving.solve(_daily(12, member), 10)
    assert set(fixed) <= set(answer.on[0])
    assert answer.proven


def test_too_many_where_there_may_not_be_more_is_never_the_answer() -> None:
    member = Member(tuple(range(7)), limits=(Limit(tuple(range(7)), 7, least=4),))
    too_few = _daily(7, member, member, over=None)
    answer = solving.solve(too_few, 1)
    assert not any(rules.too_many(too_few, answer.on))
    assert not answer.proven
    one = replace(member, may=tuple(range(8)), limits=(Limit(tuple(range(8)), 8, least=4),))
    answer = solving.solve(_daily(8, one, one, over=None), 10)
    assert (answer.cost, answer.proven) == (0, True)


def test_without_a_solver_the_quick_start_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    puzzle = script.parse(own.draw(3))
    answer = solving.solve(puzzle, 5)
    assert (answer.bound, answer.proven) == (0, False)
    assert answer.cost == rules.cost(puzzle, answer.on)
    assert not rules_rich.broken(puzzle, answer.on)


@pytest.mark.parametrize("seed", range(12))
def test_one_member_alone_has_the_cheapest_days_at_once(seed: int) -> None:
    text = own.draw(seed, staff=1, plain=True)
    puzzle, least = script.parse(text), own.least(own.instance(text))
    search = Search(puzzle, lambda _answer: None, solving.improve)
    if least is None:
        assert not search.is_good
    else:
        assert search.best.cost == least


@pytest.mark.parametrize("seed", [2, 3, 5, 9])
def test_a_part_costs_as_much_more_or_less_as_the_whole(seed: int) -> None:
    puzzle = script.parse(own.draw(seed, days=14, staff=5, plain=True))
    among = frozenset({0, 2, 4})
    few = tuple(Need(duty, 1, 7, over, among) for duty, over in zip(range(0, 28, 3), (0, 1) * 5, strict=True))
    puzzle = replace(puzzle, needs=(*puzzle.needs, *few))
    search = Search(puzzle, lambda _answer: None, solving.improve)
    before, dice, gained = search.best.on, random.Random(seed), 0
    for _time in range(6):
        first = dice.randrange(10)
        part = Part(tuple(sorted(dice.sample(range(5), 3))), first, first + dice.randrange(3, 15 - first))
        smaller = Cutter(puzzle).cut(part, before)
        mine = tuple(before[number] for number in part.members)
        start = replace(search.best, on=mine, cost=rules.cost(smaller, mine), bound=0, proven=False)
        found = solving.improve(smaller, start, time.monotonic() + 10)
        after = list(before)
        for number, duties in zip(part.members, found.on, strict=True):
            after[number] = duties
        assert rules.cost(puzzle, after) - rules.cost(puzzle, before) == found.cost - start.cost
        assert rules_rich.broken(puzzle, after) == rules_rich.broken(puzzle, before)
        assert not any(rules.broken(puzzle, after))
        gained += start.cost - found.cost
    assert gained >= 0


@given(
    on=st.lists(st.booleans(), min_size=1, max_size=14),
    most=st.integers(1, 6),
    least_on=st.integers(1, 3),
    least_off=st.integers(1, 3),
)
@settings(max_examples=60)
def test_the_rules_of_runs_are_those_of_the_checker(on: list[bool], most: int, least_on: int, least_off: int) -> None:
    staff = f"A,E=14,99999,0,{most},{least_on},{least_off},9"
    text = "\n".join(chain(["SECTION_HORIZON", str(len(on)), "SECTION_SHIFTS", "E,1,", "SECTION_STAFF", staff]))
    line = ["E" if day else "" for day in on]
    said = list(own.breaks(own.instance(text), "A", line))
    assert rules_rich.keeps_runs(Runs(most, least_on, least_off), on) == (not said)
