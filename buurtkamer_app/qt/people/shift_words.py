"""A shift in words, as the cards of who is new and who leaves say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from datetime import time

    from buurtkamer_app.rota.records import ShiftKey


def shift(key: ShiftKey, starts: time, ends: time) -> str:
    """Say a shift: `do 12 maart, middag, 13.00–17.00`, with its task when it has one."""
    part = translate(PARTS[key.part]).lower()
    said = f"{dates.day_and_month(key.on)}, {part}, {dates.span(starts, ends)}"
    return f"{said}, {key.task}" if key.task else said
