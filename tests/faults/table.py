"""Reads the table of faults (table.toml); standard library only: the set-up's Python reads it too."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One fault: its number, what it is, what must hold, the tests that show it in every check and the long ones."""

    number: int
    fault: str
    holds: str
    tests: tuple[str, ...]
    more: tuple[str, ...] = ()
    nearest: str = ""


def _places(named: list[str]) -> tuple[str, ...]:
    """Give the tests as pytest names them."""
    return tuple(_place(*one.split(" ")) for one in named)


def _place(file: str, name: str) -> str:
    folder, _, last = file.rpartition("/")
    return f"tests/{folder}/test_{last}.py::test_{name}"


def _rows() -> tuple[Row, ...]:
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["row"]
    return tuple(Row(**(one | {"tests": _places(one["tests"]), "more": _places(one.get("more", []))})) for one in told)


ROWS: tuple[Row, ...] = _rows()
