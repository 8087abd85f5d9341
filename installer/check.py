"""The whole check: every step runs, even when one before it failed, and a table says how each went."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

from commands import run, say
from environment import assemble, python


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check and what its environment needs."""

    name: str
    command: list[str]
    environment: dict[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step went, and the seconds it took."""

    name: str
    good: bool
    seconds: float


def steps(words: list[str]) -> list[Step]:
    """Give the steps in their order; `words` go to pytest.

    The windows of the tests are painted without a screen: the same everywhere, and in nobody's way.
    """
    module = [str(python()), "-m"]
    contracts = str(python().with_name("lint-imports" + (".exe" if sys.platform == "win32" else "")))
    pytest = [*module, "pytest", "-n", "2", "--dist", "worksteal", *words]
    return [
        Step("format", [*module, "ruff", "format", "--check", "."], {}),
        Step("lint", [*module, "ruff", "check", "--output-format=concise", "."], {}),
        Step("types", [*module, "mypy"], {}),
        Step("import contracts", [contracts, "--no-logo"], {}),
        Step("assemble", assemble(), {}),
        Step("alembic check", [str(python()), "installer/schema.py"], {}),
        Step("catalogues", [str(python()), "installer/catalogues.py", "check"], {}),
        Step("tests", pytest, {"QT_QPA_PLATFORM": "offscreen"}),
    ]


def table(outcomes: list[Outcome]) -> str:
    """Give the closing table, one step a line."""
    lines = [f"  {each.name:<18}{'good' if each.good else 'FAILED':<8}{each.seconds:8.1f} s" for each in outcomes]
    return "\n".join(["", "The check:", *lines])


def check(words: list[str]) -> bool:
    """Run every step and say how each went; tell whether all were good."""
    outcomes = []
    for step in steps(words):
        say(f"\nCheck: {step.name}")
        begun = time.monotonic()
        good = run(step.command, **step.environment)
        outcomes.append(Outcome(step.name, good, time.monotonic() - begun))
    say(table(outcomes))
    return all(each.good for each in outcomes)
