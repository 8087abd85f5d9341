"""How long somebody waits who typed a wrong PIN or passphrase."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

# Seconds after each wrong one in a row, the last for all that follow. Source: safety.md, "Keys".
WAITS: Final = (0, 0, 5, 30, 60)


def wait_after(wrong: int) -> timedelta:
    """Tell how long to wait after so many wrong ones in a row: 0, 0, 5, 30, 60 and then ever 60 seconds."""
    return timedelta(seconds=WAITS[min(wrong, len(WAITS)) - 1] if wrong > 0 else 0)


def time_left(wrong: int, at: datetime, now: datetime) -> timedelta:
    """Tell how long it still is after so many wrong ones, of which the last was at a moment; none or less: it is over.

    A clock that was set back makes nobody wait longer than the wait itself, nor shorter.
    """
    wait = wait_after(wrong)
    return min(wait, at + wait - now)
