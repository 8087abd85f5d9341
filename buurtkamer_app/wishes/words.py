"""How it is said where a wish stands, on screen and in lists alike."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import WishStatus

STATUSES: Final = {
    WishStatus.NEW: mark("New"),
    WishStatus.TALKING: mark("Being discussed"),
    WishStatus.NEEDS_LEAD: mark("Looking for a lead"),
    WishStatus.PLANNED: mark("Planned"),
    WishStatus.RUNNING: mark("Running"),
    WishStatus.DONE: mark("Came true"),
    WishStatus.PARKED: mark("Not possible now"),
    WishStatus.SELF_RUN: mark("Residents do it themselves"),
}
