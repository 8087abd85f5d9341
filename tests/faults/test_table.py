"""The table of faults is whole: 35 rows, and for each of them tests that are there and are run."""

from __future__ import annotations

import ast
import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import faults
import pytest
import set_up

from buurtkamer_app.base import paths
from tests.faults.table import ROWS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator


@functools.cache
def _tests(file: str) -> dict[str, bool]:
    """Give the tests of a file by their names, and whether each is a long one."""
    tree = ast.parse((paths.shipped() / file).read_text(encoding="utf-8"))
    return {
        node.name: any("mark.long" in ast.unparse(mark) for mark in node.decorator_list)
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


def _named(places: tuple[str, ...]) -> Iterator[tuple[str, bool | None]]:
    for place in places:
        file, name = place.split("::")
        assert Path(file).name.startswith("test_"), "pytest looks in no other file"
        yield place, _tests(file).get(name) if (paths.shipped() / file).is_file() else None


def test_there_are_thirty_five_rows_in_their_order() -> None:
    assert [row.number for row in ROWS] == list(range(1, 36))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number}")
def test_every_row_has_tests_that_are_there_and_run(row: Row) -> None:
    assert row.tests
    assert [place for place, long in _named(row.tests) if long is not False] == []
    assert [place for place, long in _named(row.more) if long is None] == []


def _line(test: str, outcome: str = "passed", **told: Any) -> dict[str, Any]:
    return {"test": test, "outcome": outcome, "seconds": 1.0, "told": told}


def test_what_tests_tell_is_counted_with_their_row() -> None:
    row = Row(1, "kill", "nothing lost", ("a::b",), ("a::c",), "A real one.")
    found = faults.counted(
        [row], [_line("a::b[1]"), _line("a::b[2]"), _line("a::c", tried=100, held=99), _line("d::e")]
    )
    assert (found[1].passed, found[1].tried, found[1].held) == (3, 102, 101)
    assert "| 1 | kill | nothing lost | 3 | 102 | 101 | 3.0 |" in faults.page([row], found)
    assert "A real one." in faults.page([row], found)


def test_a_test_that_fails_or_cannot_be_run_is_seen_in_the_table() -> None:
    row = Row(1, "kill", "nothing lost", ("a::b",))
    found = faults.counted([row], [_line("a::b[1]", "failed", tried=5, held=5), _line("a::b[2]", "skipped")])
    assert "0 (1 FAILED) (1 skipped)" in faults.page([row], found)


def test_the_command_takes_one_row_or_all() -> None:
    assert set_up.asked(["faults"]) == ("faults", [])
    assert set_up.asked(["faults", "--row", "2"]) == ("faults", ["--row", "2"])
    assert set_up.asked(["faults", "--row", "36"]) is None
    assert set_up.asked(["faults", "--row", "x"]) is None
