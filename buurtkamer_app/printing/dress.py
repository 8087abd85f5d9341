"""What a sheet wears: the room's colours and logo, in as much ink as was asked for."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

from buurtkamer_app.room.look.records import USUAL, HouseLook

# The parts that colours play; what they are in a room stands in its look.
MAIN: Final = "main"
SECOND: Final = "second"
TINT: Final = "tint"
# How much of the second colour a tinted field has.
_TINTED: Final = 0.08


class Ink(enum.StrEnum):
    """How much ink a sheet takes: coloured lines without filled areas, filled areas, or black alone."""

    SAVING = "saving"
    COLOUR = "colour"
    BLACK = "black"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _grey(colour: str) -> str:
    """Give the grey that is as light to the eye as a colour (ITU-R BT.709)."""
    red, green, blue = _parts(colour)
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


@dataclass(frozen=True, slots=True)
class Dress:
    """The look of a room on one sheet."""

    look: HouseLook = USUAL
    ink: Ink = Ink.SAVING

    @property
    def filled(self) -> bool:
        """Tell whether areas may be filled."""
        return self.ink is Ink.COLOUR

    def paint(self, colour: str) -> str:
        """Give the colour (`#rrggbb`) that stands for a colour or for the part that one plays."""
        if colour == TINT:
            mixed = (round(255 + (part - 255) * _TINTED) for part in _parts(self.look.second))
            colour = "#" + "".join(f"{part:02x}" for part in mixed)
        else:
            colour = {MAIN: self.look.main, SECOND: self.look.second}.get(colour, colour)
        return _grey(colour) if self.ink is Ink.BLACK else colour


PLAIN: Final = Dress()
