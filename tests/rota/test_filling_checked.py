"""What `fill` prints breaks no rule, costs what it says, and on small rooms costs as little as can be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from buurtkamer_app.cli import buurtkamer
from tests.rota import checker, random_cases

if TYPE_CHECKING:
    from pathlib import Path

    from tests.rota.checker import Case


def told(case: Case, folder: Path) -> dict[str, Any]:
    """Give what the command prints for a case."""
    done = CliRunner().invoke(buurtkamer, random_cases.words(case, folder), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("seed", range(200))
def test_a_random_room_is_filled_by_the_rules_and_at_the_cost_that_is_said(seed: int, tmp_path: Path) -> None:
    case = random_cases.case(seed)
    found = told(case, tmp_path)
    assert checker.faults(case, found) == []
    assert found["proven"]


@pytest.mark.parametrize("seed", range(20))
def test_no_other_rota_of_a_small_room_costs_less(seed: int, tmp_path: Path) -> None:
    case = random_cases.small_case(seed)
    found = told(case, tmp_path)
    assert checker.faults(case, found) == []
    assert found["cost"] == checker.least(case)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 300))
def test_no_other_rota_of_many_small_rooms_costs_less(seed: int, tmp_path: Path) -> None:
    case = random_cases.small_case(seed)
    found = told(case, tmp_path)
    assert (checker.faults(case, found), found["cost"]) == ([], checker.least(case))


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    case = random_cases.case(3)
    found = told(case, tmp_path)
    found["cost"] += 5
    assert len(checker.faults(case, found)) == 2
    everybody = sorted(host["name"] for host in case.room["hosts"])
    found["shifts"][0]["hosts"] = everybody
    assert any("cannot" in fault for fault in checker.faults(case, found))
    assert any("more hosts than places" in fault for fault in checker.faults(case, found))
