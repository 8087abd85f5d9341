"""Large puzzles in pieces: as good as the whole, with a bound that no answer goes below."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.commands.fill import Wanted, question
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.rota.engine import rules, splitting, weeks
from buurtkamer_app.rota.engine.puzzle import Answer, Duty, Limit, Member, Need, Puzzle
from buurtkamer_app.rota.engine.solving import improve, search, start
from buurtkamer_app.rota.filling.posing import pose
from tests.rota import random_cases

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.rota.engine.splitting import Heard

# Days after the Monday on which the period begins.
MIDWEEK = 2


def puzzle(seed: int, folder: Path, *, absences: int = 0, begins: int = 0, hosts: int = 8) -> Puzzle:
    """Give the puzzle of a random room, open all week, in nine weeks in which hosts are away so often."""
    rooms = random_cases.generator()
    room = rooms.random_room(seed, rooms.Size(hosts, 7, most=(2, 3, 4)))
    file = folder / "room.json"
    file.write_text(json.dumps(room), encoding="utf-8")
    first = random_cases.MONDAY + timedelta(days=begins)
    away = tuple(
        (host["name"], first + timedelta(weeks=week), first + timedelta(weeks=week, days=4))
        for week, host in enumerate(room["hosts"][:absences])
    )
    return pose(question(read_room(file), Wanted(first, 9, away))).puzzle


def split(asked: Puzzle, heard: list[Answer] | None = None) -> Answer:
    """Solve a puzzle in pieces, however small it is."""
    told = heard if heard is not None else []
    return splitting.search(asked, start(asked), time.monotonic() + 20, told.append, improve)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("absences", "begins"), [(0, 0), (2, 0), (0, MIDWEEK), (8, 0)])
def test_in_pieces_it_is_as_good_as_the_whole(seed: int, absences: int, begins: int, tmp_path: Path) -> None:
    asked, heard = puzzle(seed, tmp_path, absences=absences, begins=begins), list[Answer]()
    whole, found = improve(asked, start(asked), time.monotonic() + 20), split(asked, heard)
    assert list(rules.broken(asked, found.on)) == []
    assert (found.cost, found.bound, found.proven) == (whole.cost, whole.cost, True)
    assert rules.cost(asked, found.on) == found.cost
    assert all(answer.bound <= whole.cost <= answer.cost for answer in heard)


def nothing_better(_puzzle: Puzzle, known: Answer, _ends: float, _tell: Heard) -> Answer:
    """Find nothing, as when there is no time."""
    return known


@pytest.mark.parametrize("seed", range(6))
def test_weeks_that_are_alike_alone_give_a_bound_that_holds(seed: int, tmp_path: Path) -> None:
    asked = puzzle(seed, tmp_path)
    best = improve(asked, start(asked), time.monotonic() + 20).cost
    found = splitting.search(asked, start(asked), time.monotonic() + 20, lambda _answer: None, nothing_better)
    assert list(rules.broken(asked, found.on)) == []
    assert 0.98 * best <= found.bound <= best <= found.cost <= start(asked).cost


def test_without_time_the_start_stays(tmp_path: Path) -> None:
    asked = puzzle(1, tmp_path)
    begin = start(asked)
    found = splitting.search(asked, begin, time.monotonic() - 1, lambda _answer: None, improve)
    assert found.cost <= begin.cost
    assert list(rules.broken(asked, found.on)) == []


def test_weeks_are_cut_where_the_limits_of_a_week_end(tmp_path: Path) -> None:
    from_monday, midweek = weeks.cut(puzzle(1, tmp_path)), weeks.cut(puzzle(1, tmp_path, begins=MIDWEEK))
    assert from_monday is not None
    assert midweek is not None
    assert (len(from_monday.kind), len(from_monday.kinds)) == (9, 1)
    # Five days before the first Monday and two after the last Sunday.
    assert (len(midweek.kind), len(midweek.kinds)) == (10, 3)
    away = weeks.cut(puzzle(1, tmp_path, absences=2))
    assert away is not None
    assert len(away.kinds) in {2, 3}


def test_what_goes_over_more_than_a_week_is_not_cut() -> None:
    duties = tuple(Duty(day) for day in range(14))
    needs = tuple(Need(duty, 1, 100) for duty in range(14))
    may = tuple(range(14))
    for limit in (Limit(may, 3), Limit((0, 1), 100, amounts=(60, 60)), Limit((0, 1), 2, least=1)):
        asked = Puzzle(14, duties, needs, (Member(may, limits=(limit,)),))
        assert weeks.cut(asked) is None
    far = Puzzle(28, (*duties, Duty(27)), needs, (Member(may),), ((0, 14),))
    assert weeks.cut(far) is None


def test_a_large_room_is_solved_to_the_end_and_its_cost_is_right(tmp_path: Path) -> None:
    asked = puzzle(3, tmp_path, hosts=150)
    assert sum(len(member.may) for member in asked.members) > 10_000
    found = search(asked, start(asked), time.monotonic() + 30)
    assert (found.proven, found.cost) == (True, rules.cost(asked, found.on))
    assert list(rules.broken(asked, found.on)) == []


def test_a_share_that_cannot_be_reached_is_paid_for_in_every_week(tmp_path: Path) -> None:
    asked = puzzle(2, tmp_path)
    members = tuple(replace(member, share=0) for member in asked.members)
    asked = replace(asked, members=members)
    found = split(asked)
    assert (found.proven, found.cost) == (True, improve(asked, start(asked), time.monotonic() + 20).cost)


def test_rest_that_is_too_little_after_some_sundays_only_makes_no_bound_too_high(tmp_path: Path) -> None:
    asked = puzzle(4, tmp_path)
    sundays = [pair for pair in asked.apart if asked.duties[pair[0]].day % 7 == 6]
    assert len(sundays) == 8
    asked = replace(asked, apart=tuple(pair for pair in asked.apart if pair not in sundays[1:]))
    best = improve(asked, start(asked), time.monotonic() + 20).cost
    found = splitting.search(asked, start(asked), time.monotonic() + 20, lambda _answer: None, nothing_better)
    assert found.bound <= best
    assert (split(asked).cost, split(asked).proven) == (best, True)
