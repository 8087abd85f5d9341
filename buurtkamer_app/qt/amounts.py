"""Amounts of money as people type and read them: euros with a comma, kept as cents."""

from __future__ import annotations

import re
from typing import Final

from buurtkamer_app.base.errors import RefusedError

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
