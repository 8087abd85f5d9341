"""Says that the room, or a part of it, is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from datetime import time


def what(space: str, starts: time | None, ends: time | None) -> str:
    """Say what is closed and when on such a day: `Het Atelier is dicht van 13.00 tot 17.00`."""
    if starts is None or ends is None:
        return translate("{space} is closed", space=space) if space else translate("The whole house is closed")
    times = {"opens": dates.clock(starts), "closes": dates.clock(ends)}
    if space:
        return translate("{space} is closed from {opens} to {closes}", space=space, **times)
    return translate("Closed from {opens} to {closes}", **times)


def why(words: str, reason: str) -> str:
    """Add the reason, where there is one."""
    return f"{words}: {reason}" if reason else words
