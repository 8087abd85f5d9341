"""How hours and amounts of the team are said on screen, and read as people type them."""

from __future__ import annotations

import re
from typing import Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import language, mark
from buurtkamer_app.base.terms import HoursKind
from buurtkamer_app.team.hours.records import HoursFrom

FROM: Final = {
    HoursFrom.SHIFT: mark("Shift"),
    HoursFrom.ACTIVITY: mark("Activity led"),
    HoursFrom.MEETING: mark("Meeting"),
    HoursFrom.MARKET: mark("Market"),
    HoursFrom.STREET: mark("In a street"),
    HoursFrom.TRAINING: mark("Training"),
    HoursFrom.OTHER: mark("Something else"),
}
KINDS: Final = {
    HoursKind.MEETING: mark("Meeting"),
    HoursKind.TRAINING: mark("Training"),
    HoursKind.OTHER: mark("Something else"),
}
_CLOCK: Final = re.compile(r"(\d{1,4})[:.]([0-5]\d)", re.ASCII)
_DECIMAL: Final = re.compile(r"(\d{1,4})(?:,(\d{1,2}))?", re.ASCII)
_DAYS: Final = re.compile(r"\d{1,3}", re.ASCII)


def money(cents: int) -> str:
    """Say an amount of cents in euros: `€ 2.200,00`."""
    from decimal import Decimal

    from babel.numbers import format_currency

    return str(format_currency(Decimal(cents) / 100, "EUR", locale=language()))


def about(cents: int) -> str:
    """Say an amount of cents in whole euros: `€ 4.790`."""
    return f"€\u00a0{number(round(cents / 100))}"


def number(count: int) -> str:
    """Say a large number: `10.000`."""
    from babel.numbers import format_decimal

    return str(format_decimal(count, locale=language()))


def minutes(typed: str) -> int:
    """Read hours as people type them (`12:30`, `12.30`, `12,5`, `12`), as minutes; else raises `RefusedError`."""
    text = typed.strip()
    if (found := _CLOCK.fullmatch(text)) is not None:
        return int(found[1]) * 60 + int(found[2])
    if (found := _DECIMAL.fullmatch(text)) is not None:
        part = (found[2] or "0").ljust(2, "0")
        return int(found[1]) * 60 + round(int(part) * 60 / 100)
    raise RefusedError("Type hours like 12:30.")


def days(typed: str) -> int:
    """Read a number of days; raises `RefusedError` for all that is none."""
    if _DAYS.fullmatch(typed.strip()) is None:
        raise RefusedError("Type a number of days, like 4.")
    return int(typed)
