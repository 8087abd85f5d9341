"""Notes for each test how it went and how much it tried; `-p tests.faults.tally` with BUURTKAMER_FAULTS naming a file.

A test says with `record_property` how many it tried and held; of a hypothesis test its examples are counted.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

_EXAMPLES: Final = re.compile(r"(\d+) passing examples, (\d+) failing examples, (\d+) invalid")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put what hypothesis tried among the properties of the report."""
    report = yield
    said = getattr(item, "hypothesis_statistics", "")
    if report.when == "call" and said and not any(name == "tried" for name, _ in report.user_properties):
        passed, failed = (sum(int(found[place]) for found in _EXAMPLES.findall(said)) for place in (0, 1))
        report.user_properties += [("tried", passed + failed), ("held", passed)]
    return report


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add a line to the notes once a test was called, or could not be."""
    file = os.environ.get("BUURTKAMER_FAULTS")
    if file is None or "PYTEST_XDIST_WORKER" in os.environ or (report.when != "call" and report.passed):
        return
    line: dict[str, Any] = {"test": report.nodeid, "outcome": report.outcome, "seconds": report.duration}
    line["told"] = dict(report.user_properties)
    with Path(file).open("a", encoding="utf-8") as notes:
        notes.write(json.dumps(line) + "\n")
