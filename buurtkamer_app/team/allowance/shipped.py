"""The amounts that come with the program, read from a file in which they stand with their source."""

from __future__ import annotations

import csv
import functools
from decimal import Decimal

from buurtkamer_app.base import paths
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.team.allowance.records import Rate


@functools.cache
def shipped() -> tuple[Rate, ...]:
    """Give the amounts of every country and year that the program knows; nobody of this room checked them."""
    with (paths.resources() / "allowance" / "rates.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Rate(
                line["country"],
                int(line["year"]),
                AllowanceBy(line["by"]),
                _cents(line["amount"]) or 0,
                _cents(line["under_21"]),
                _cents(line["month"]),
                _cents(line["year_most"]) or 0,
                line["source"],
            )
            for line in csv.DictReader(file)
        )


def _cents(euros: str) -> int | None:
    return int(Decimal(euros) * 100) if euros else None
