"""The benchmark of Curtois and Qu: how its files are read, and whether what the engine answers holds."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from buurtkamer_app.rota.engine import rules, rules_rich, solving
from tests.rota import curtois_qu as own

if TYPE_CHECKING:
    from buurtkamer_app.rota.engine.puzzle import Answer, Puzzle

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "benchmarks" / "rota" / "curtois_qu.py"
FIRST = Path(__file__).parent / "data" / "Instance1.txt"

SMALL = """# A comment
SECTION_HORIZON
7

SECTION_SHIFTS
E,480,
L,540,E
SECTION_STAFF
A,E=7|L=0,2400,960,5,2,2,1
B,E=3|L=7,2400,960,5,1,1,0
SECTION_DAYS_OFF
A,0,3
SECTION_SHIFT_ON_REQUESTS
A,1,E,2
SECTION_SHIFT_OFF_REQUESTS
B,2,L,3
SECTION_COVER
0,E,1,100,1
1,L,2,50,0
"""


def _script() -> Any:
    spec = importlib.util.spec_from_file_location("benchmark_curtois_qu", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


script = _script()


def _rota(found: own.Instance, puzzle: Puzzle, answer: Answer) -> own.Rota:
    kinds = list(found.minutes)
    rota = [[""] * found.days for _name in found.staff]
    for line, mine in zip(rota, answer.on, strict=True):
        for duty in mine:
            assert not line[puzzle.duties[duty].day], "two shifts on one day"
            line[puzzle.duties[duty].day] = kinds[puzzle.duties[duty].kind]
    return rota


def _check(text: str, puzzle: Puzzle, answer: Answer) -> None:
    found = own.instance(text)
    rota = _rota(found, puzzle, answer)
    troubles = {name: list(own.breaks(found, name, line)) for name, line in zip(found.staff, rota, strict=True)}
    assert not any(troubles.values()), troubles
    assert own.cost(found, rota) == answer.cost


def test_a_file_is_read_as_duties_needs_and_members() -> None:
    puzzle = script.parse(SMALL)
    assert (puzzle.days, len(puzzle.duties), len(puzzle.members)) == (7, 14, 2)
    first, second = puzzle.members
    assert first.may == (2, 4, 8, 10, 12), "A may only be on E, and not on the days off"
    assert (first.misses, second.costs) == (((2, 2),), ((5, 3),))
    assert (first.weekends, first.runs.most_on, first.runs.least_on, first.runs.least_off) == (1, 5, 2, 2)
    assert [(limit.least, limit.most) for limit in second.limits] == [(960, 2400), (0, 3)]
    assert [(need.duty, need.wanted, need.under, need.over) for need in puzzle.needs] == [(0, 1, 100, 1), (3, 2, 50, 0)]
    assert puzzle.apart == tuple((day * 2 + 1, day * 2 + 2) for day in range(6)), "no E on the day after an L"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("7\n\n", "seven\n\n", 'Line 3: "seven" is not a whole number.'),
        ("7\n\n", "0\n\n", "Line 3: a horizon of 0 days is not between 1 and 3660."),
        ("7\n\n", "99999999999999\n\n", 'Line 3: "99999999999999" is not a whole number.'),
        ("SECTION_HORIZON\n7\n", "", "Line 10: day 0 is not within the 0 days."),
        ("SECTION_STAFF", "SECTION_STUFF", 'Line 8: "SECTION_STUFF" is not a section.'),
        ("# A comment", "A comment", "Line 1: there is no section above it."),
        ("L,540,E", "E,540,E", 'Line 7: the shift "E" is there twice.'),
        ("L,540,E", "L,540,N", 'There is no shift "N" that could not follow another.'),
        ("A,1,E,2", "A,1,E", "Line 14: it has too few or too many fields."),
        ("A,1,E,2", "C,1,E,2", 'Line 14: there is nobody called "C".'),
        ("A,1,E,2", "A,1,N,2", 'Line 14: there is no shift "N".'),
        ("A,1,E,2", "A,1,E,-2", 'Line 14: "-2" is not a whole number.'),
        ("A,0,3", "A,0,7", "Line 12: day 7 is not within the 7 days."),
        ("1,L,2,50,0", "0,E,2,50,0", 'Line 19: day 0 asks twice for "E".'),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_line(old: str, new: str, said: str) -> None:
    with pytest.raises(script.FormatError) as trouble:
        script.parse(SMALL.replace(old, new, 1))
    assert str(trouble.value) == said


def test_a_wrong_file_ends_the_script_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text(SMALL.replace("L,540,E", "L,long,E"))
    done = subprocess.run([sys.executable, SCRIPT, tmp_path / "wrong.txt"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip().endswith('Line 7: "long" is not a whole number.')
    assert "Traceback" not in done.stderr


def test_the_first_instance_is_proven_to_cost_607() -> None:
    text = FIRST.read_text()
    puzzle = script.parse(text)
    heard: list[Answer] = []
    answer = solving.solve(puzzle, 120, heard.append)
    assert (answer.cost, answer.bound, answer.proven) == (607, 607, True)
    _check(text, puzzle, answer)
    for one in heard:
        _check(text, puzzle, one)
    assert [one.cost for one in heard] == sorted((one.cost for one in heard), reverse=True)


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5, 9, 11, 12, 14])
def test_a_small_rota_costs_what_trying_everything_finds(seed: int) -> None:
    _compare(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(15, 200))
def test_any_small_rota_costs_what_trying_everything_finds(seed: int) -> None:
    _compare(seed)


def _compare(seed: int) -> None:
    text = own.draw(seed)
    puzzle, least = script.parse(text), own.least(own.instance(text))
    answer = solving.solve(puzzle, 20 if least is not None else 1)
    if least is None:
        assert rules_rich.broken(puzzle, answer.on), "no rota keeps the rules"
        assert not any(rules.broken(puzzle, answer.on)), "those of a room are kept all the same"
    else:
        _check(text, puzzle, answer)
        assert (answer.cost, answer.bound, answer.proven) == (least, least, True)


def test_what_is_left_of_the_time_bounds_a_search_that_cannot_end() -> None:
    text = own.draw(3, days=56, staff=40)
    begun = time.monotonic()
    answer = solving.solve(script.parse(text), 2)
    assert time.monotonic() - begun < 20, "two seconds, on a computer that is busy"
    assert answer.bound <= answer.cost


def test_the_script_prints_the_figures_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "Tiny.txt").write_text(own.draw(0))
    arguments = [sys.executable, str(SCRIPT), str(tmp_path / "Tiny.txt"), "--seconds", "20", "--json"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told["instance"] == "Tiny"
    assert told["proven"] == (told["cost"] == told["bound"])
    assert told["greedy"] >= told["cost"]
