"""What a closing can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from buurtkamer_app.desk.days.records import Cash


def check_cash(cash: Cash) -> None:
    """Raise `RefusedError` for an amount under nothing."""
    if min(cash.opened_with, cash.received, cash.spent) < 0:
        raise RefusedError("An amount cannot be less than nothing.")
