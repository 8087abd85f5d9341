"""What the two agreements of one person come to: of each part the narrower one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def also_called(kept: str, gone: str) -> str:
    """Give whom else one may call: only who stands on both cards."""
    return kept if kept.casefold() == gone.casefold() else ""


def away_until(kept: date | None, gone: date | None) -> date | None:
    """Give until when nobody calls: the later of both."""
    return max((day for day in (kept, gone) if day is not None), default=None)
