"""Amounts as people type and read them: euros with a comma, kept as cents; hours, kept as minutes."""

from __future__ import annotations

import re
from typing import Final

from buurtkamer_app.base.errors import RefusedError

_HOURS: Final = re.compile(r"(\d{1,5})(?:[.,](\d{1,2})|:([0-5]\d))?", re.ASCII)
_EUROS: Final = re.compile(r"(?:€\s*)?(\d{1,6})(?:[.,](\d\d))?", re.ASCII)


def cents(typed: str) -> int:
    """Read an amount in euros (`12,50`, `12`, `€ 12,50`) as cents; nothing is 0. Raises `RefusedError` for all else."""
    if not typed.strip():
        return 0
    found = _EUROS.fullmatch(typed.strip())
    if found is None:
        raise RefusedError("Type an amount like 12,50.")
    return int(found[1]) * 100 + int(found[2] or 0)


def euros(amount: int) -> str:
    """Say an amount of cents in euros: `12,50`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100},{abs(amount) % 100:02}"


def minutes(typed: str) -> int:
    """Read hours (`12`, `12,5`, `12:30`) as minutes; nothing is 0. Raises `RefusedError` for all else."""
    if not typed.strip():
        return 0
    found = _HOURS.fullmatch(typed.strip())
    if found is None:
        raise RefusedError("Type hours like 12,5 or 12:30.")
    parts = int(found[3] or 0) if found[3] else round(60 * float(f"0.{found[2] or 0}"))
    return 60 * int(found[1]) + parts


def hours(amount: int) -> str:
    """Say minutes as hours: `12`, `12:30`."""
    return f"{amount // 60}:{amount % 60:02}" if amount % 60 else str(amount // 60)
