"""The words of the hard days, as they are kept: values stand in the store."""

from __future__ import annotations

import enum


class HardDay(enum.StrEnum):
    """A hard day that was begun and can be gone on with."""

    MOVING = "moving"
    HANDING_OVER = "handing_over"
    LOST_STICK = "lost_stick"
    TURN_OF_YEAR = "turn_of_year"
